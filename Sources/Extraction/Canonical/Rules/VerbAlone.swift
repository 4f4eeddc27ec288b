/// A verb without anything after it: "capacity tripled".
///
/// Only in a main clause, because elsewhere it sets the scene.
struct VerbAlone: ClaimRule {
  static let name = "verb alone"

  /// Where to: "moves north".
  private func direction(in clause: Clause) -> Target? {
    clause.tree.children(of: clause.predicate, "advmod").first {
      $0 > clause.predicate
        && clause.reading.words["direction"].contains(clause.tree.words[$0].form.lowercased())
    }.map { Target(head: $0, name: clause.tree.words[$0].form) }
  }

  func claims(in clause: Clause) -> [Draft]? {
    let words = clause.reading.words
    guard clause.reading.isMain(clause.predicate),
      clause.tree.words[clause.predicate].upos == "VERB",
      !["speech", "denial", "suspicion", "forecast"].contains(where: {
        words[$0].contains(clause.verb)
      })
    else { return nil }
    return [
      // The vocabulary's sense is that of a verb with an object: what "shrinks" lowers nothing.
      clause.claim(
        clause.control == nil
          ? Inflection.thirdPerson(phrase: clause.base) : clause.relation(clause.base),
        from: clause.verbWords, to: direction(in: clause))
    ]
  }
}
