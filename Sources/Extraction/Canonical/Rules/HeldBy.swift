import Language

/// A verb whose preposition says how it treats its object: "keeps its model behind an API", "put the plan on hold".
struct HeldBy: ClaimRule {
  static let name = "object held by a preposition"

  func claims(in clause: Clause) -> [Draft]? {
    guard let o = clause.object, let target = clause.reading.target(o) else { return nil }
    if let (phrase, relation) = clause.held(by: clause.rest) {
      return [clause.claim(relation, from: clause.verbWords, to: target, using: [phrase.head])]
    }
    // The parser may tie the phrase to the object instead.
    let below = clause.tree.children(of: o, "nmod").filter { $0 > o }.compactMap { head in
      clause.tree.marker(of: head).map { Oblique(head: head, preposition: $0) }
    }
    guard let (phrase, relation) = clause.held(by: below) else { return nil }
    let name = clause.reading.phrases.text(o, without: [phrase.head])
    return [
      clause.claim(
        relation, from: clause.verbWords,
        to: Target(head: o, name: clause.reading.naming.name(name)))
    ]
  }
}
