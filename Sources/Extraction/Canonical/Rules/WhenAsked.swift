import Language

/// "When did the act come into force?" asks for the date that the relation ends in.
struct WhenAsked: ClaimRule {
  static let name = "when asked"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard clause.reading.keepsQuestionWords,
      let when = tree.children(of: clause.predicate, "advmod").first(where: {
        tree.lemma($0) == "when"
      })
    else { return nil }
    for first in clause.rest {
      let phrase = "\(clause.base) \(first.preposition) \(tree.lemma(first.head)) on"
      guard let relation = clause.known(phrase) else { continue }
      return [
        clause.claim(
          relation, from: clause.verbWords + [first.head], to: Target(head: when, name: "when"),
          using: clause.rest.map(\.head))
      ]
    }
    return nil
  }
}
