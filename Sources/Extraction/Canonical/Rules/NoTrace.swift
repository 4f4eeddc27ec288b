import Language

/// What is not found by what would show it: "found no trace of sabotage" gives `finds | sabotage`, denied.
struct NoTrace: ClaimRule {
  static let name = "no trace"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard let o = clause.object, clause.reading.words["finding"].contains(clause.verb),
      clause.reading.words["trace noun"].contains(tree.lemma(o)),
      clause.proposition.polarity == .negative,
      let thing = tree.children(of: o, "nmod").first(where: {
        $0 > o && tree.marker(of: $0) == "of"
      })
    else { return nil }
    // "evidence of theft in the lab": where is said of the theft, whatever the parser tied it to.
    let places = tree.children(of: o, "nmod").filter { $0 > thing }.flatMap { tree.subtree($0) }
    guard let name = clause.reading.name(thing) else { return [] }
    let whole = places.isEmpty ? name : "\(name) \(tree.text(places))"
    return [
      clause.claim(
        clause.relation(clause.base), from: clause.verbWords + [o],
        to: Target(head: thing, name: whole))
    ]
  }
}
