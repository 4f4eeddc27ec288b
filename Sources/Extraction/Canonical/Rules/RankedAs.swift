/// A place that something ends up in: "ended the year as the most valuable company".
struct RankedAs: ClaimRule {
  static let name = "ranked as"

  func claims(in clause: Clause) -> [Draft]? {
    guard clause.reading.words["rank as"].contains(clause.verb),
      let place = clause.rest.first(where: { $0.preposition == "as" && $0.head > clause.predicate }
      )
    else { return nil }
    // "started as a unit of Orbit" tells of its beginning.
    let isOther = clause.known("\(clause.base) as") != nil
    return (isOther ? nil : RelationalNoun().claims(in: clause, at: place.head))
      ?? Superlative().claim(in: clause, at: place.head).map { [$0] }
  }
}
