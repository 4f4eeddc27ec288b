import Language

/// What somebody loses by another's deed: "a court stripped Orbit of control over Viora" gives `Orbit | loses control of | Viora`.
struct DeprivedOf: ClaimRule {
  static let name = "deprived of"

  func claims(in clause: Clause) -> [Draft]? {
    guard clause.reading.words["depriving"].contains(clause.verb), clause.control == nil else {
      return nil
    }
    let tree = clause.tree
    let isPassive = clause.proposition.isPassive
    guard let loser = isPassive ? clause.subject : clause.object.flatMap(clause.reading.target),
      let lost = (clause.rest.map(\.head) + tree.children(of: loser.head, "nmod")).first(where: {
        $0 > clause.predicate && $0 > loser.head && tree.marker(of: $0) == "of"
      })
    else { return nil }
    let apart = clause.reading.leavingOut(lost)
    let owner = isPassive ? loser : apart.target(loser.head) ?? loser
    let beside = clause.rest.map(\.head).filter { tree.subtree(lost).contains($0) }
    // "of control over Viora"
    for below in tree.children(of: lost, "nmod") + clause.rest.map(\.head).filter({ $0 > lost }) {
      guard let mark = tree.marker(of: below), let thing = clause.reading.target(below),
        let relation = clause.known("lose \(tree.lemma(lost)) \(mark)")
      else { continue }
      return [
        clause.claim(
          relation, from: clause.verbWords + [lost], to: thing, of: owner,
          using: beside + [lost, below])
      ]
    }
    guard let thing = clause.reading.target(lost) else { return nil }
    return [
      clause.claim(
        "loses", from: clause.verbWords, to: thing, of: owner, using: beside + [lost])
    ]
  }
}
