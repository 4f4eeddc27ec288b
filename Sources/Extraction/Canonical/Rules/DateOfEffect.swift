/// A relation that ends in a date: "expires in 2027".
struct DateOfEffect: ClaimRule {
  static let name = "date of effect"

  func claims(in clause: Clause) -> [Draft]? {
    for time in clause.times where !time.preposition.isEmpty {
      if let relation = clause.known("\(clause.base) \(time.preposition)"),
        clause.vocabulary.relations[relation]?.traits?.contains("functional") ?? false
      {
        return [
          clause.claim(
            relation, from: clause.verbWords,
            to: Target(head: time.head, name: clause.reading.phrases.text(time.head)))
        ]
      }
    }
    return nil
  }
}
