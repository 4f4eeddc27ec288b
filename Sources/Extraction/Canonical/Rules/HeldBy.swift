import Language

/// A verb whose preposition says how it treats its object: "keeps its model behind an API", "put the plan on hold".
struct HeldBy: ClaimRule {
  static let name = "object held by a preposition"

  func claims(in clause: Clause) -> [Draft]? {
    guard let o = clause.object, let target = clause.reading.target(o) else { return nil }
    for oblique in clause.rest {
      if let relation = clause.held(by: oblique) {
        return [clause.claim(relation, from: clause.verbWords, to: target, using: [oblique.head])]
      }
    }
    // The parser may tie the phrase to the object instead.
    for below in clause.tree.children(of: o, "nmod") where below > o {
      guard let preposition = clause.tree.marker(of: below),
        let relation = clause.held(by: Oblique(head: below, preposition: preposition))
      else { continue }
      let gone = Set(clause.tree.subtree(below))
      let words = clause.reading.phrases.naming(o).filter { !gone.contains($0) }
      return [
        clause.claim(
          relation, from: clause.verbWords,
          to: Target(head: o, name: clause.reading.naming.name(clause.tree.text(words))))
      ]
    }
    return nil
  }
}
