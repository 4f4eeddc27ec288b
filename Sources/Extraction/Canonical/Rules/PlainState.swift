/// What something is: "Zhipu is a lab".
struct PlainState: ClaimRule {
  static let name = "state"

  func claims(in clause: Clause) -> [Draft]? {
    clause.reading.reader.expanded(clause.predicate).map {
      clause.claim(
        "is", from: clause.copulaWords,
        to: Target(
          head: $0, name: clause.reading.naming.name(clause.reading.phrases.text($0))))
    }
  }
}
