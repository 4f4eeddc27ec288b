/// A verb and its object: "Brussels fined the lab".
struct PlainObject: ClaimRule {
  static let name = "verb and object"

  func claims(in clause: Clause) -> [Draft]? {
    guard let o = clause.object else { return nil }
    return clause.reading.target(o).map {
      [clause.claim(clause.relation(clause.base), from: clause.verbWords, to: $0)]
    } ?? []
  }
}
