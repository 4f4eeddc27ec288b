import Language

/// Who comes after the first: "Oslo is the largest hub, with Bergen a distant second" has Bergen second.
struct ComesAfter {
  private static let ordinals = ["second", "third", "fourth", "fifth"]

  func claims(beside draft: Draft, in clause: Clause) -> [Draft] {
    let tree = clause.tree
    guard draft.polarity == .positive, draft.subjectHead == clause.subject.head,
      let rank = Self.rank(draft.relation),
      let (place, named) = tree.words.indices.lazy.compactMap({ place -> (Int, Target)? in
        guard place > clause.predicate,
          Self.ordinals.contains(tree.words[place].form.lowercased())
        else { return nil }
        return other(before: place, clause).map { (place, $0) }
      }).first
    else { return [] }
    var made = draft
    made.rule = "comes after"
    made.relation = "is \(tree.words[place].form.lowercased()) \(rank)"
    (made.subject, made.subjectHead) = (named.name, named.head)
    made.surface.subject = named.name
    made.surface.relation = tree.words[place].form
    return [made]
  }

  /// Whom "with … a distant second" is of: by the order of the words, because the parser hangs them in many ways.
  private func other(before place: Int, _ clause: Clause) -> Target? {
    let tree = clause.tree
    var article = place - 1
    while article > 0, ["ADJ", "ADV"].contains(tree.words[article].upos) { article -= 1 }
    guard article > 0, ["a", "an"].contains(tree.words[article].form.lowercased()),
      let with = tree.words[..<article].indices.last(where: {
        tree.words[$0].form.lowercased() == "with"
      }), with + 1 < article, with > clause.predicate || tree.words[with - 1].form == ",",
      case let named = Array(with + 1..<article),
      named.allSatisfy({ !["VERB", "AUX", "PUNCT"].contains(tree.words[$0].upos) }),
      let head = named.first(where: { !named.contains(tree.words[$0].head) })
    else { return nil }
    return Target(head: head, name: clause.reading.naming.name(tree.text(named)))
  }

  /// What "is second" goes on with: "largest" after "is largest", "in" after "leads in"; nil for no first place.
  private static func rank(_ first: String) -> String? {
    if ["leads in", "is first in"].contains(first) { return "in" }
    let words = first.split(separator: " ")
    guard words.count > 1, words[0] == "is", words[1].hasSuffix("est") && words[1].count > 5
    else { return nil }
    return words.dropFirst().joined(separator: " ")
  }
}
