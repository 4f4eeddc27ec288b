import Language

/// What a year ended with: "finished 2024 with a small profit" gives `makes | small profit`, of that year.
struct EndsWith: ClaimRule {
  static let name = "ends with"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard ["end", "finish", "close"].contains(clause.verb), clause.control == nil,
      clause.object.map({ TimeExpression.isTime($0, in: tree) }) ?? !clause.times.isEmpty,
      let end = clause.rest.first(where: { $0.preposition == "with" && $0.head > clause.predicate })
    else { return nil }
    let isResult = clause.reading.words["result of a year"].contains(tree.lemma(end.head))
    return clause.claims(
      clause.relation(isResult ? "make" : "have"), from: clause.verbWords, to: end)
  }
}
