/// A verb that ends in a time: "the contract runs until 2030", "the vote slipped to May".
struct RunsUntil: ClaimRule {
  static let name = "runs until"

  func claims(in clause: Clause) -> [Draft]? {
    // "won't open until 2028" opens then, and bounds nothing.
    guard clause.reading.isMain(clause.predicate), clause.proposition.polarity == .positive,
      let end = clause.times.first(where: {
        (clause.reading.words["end of time"].contains($0.preposition)
          || clause.verb == "last" && $0.preposition == "for") && $0.head > clause.predicate
      })
    else { return nil }
    return [
      clause.claim(
        clause.relation("\(clause.base) \(end.preposition)"), from: clause.verbWords,
        to: Target(head: end.head, name: clause.reading.phrases.text(end.head)))
    ]
  }
}
