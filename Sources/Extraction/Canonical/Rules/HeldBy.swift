import Language

/// A verb whose preposition says how it treats its object: "keeps its model behind an API".
struct HeldBy: ClaimRule {
  static let name = "object held by a preposition"

  func claims(in clause: Clause) -> [Draft]? {
    guard let o = clause.object, let target = clause.reading.target(o) else { return nil }
    for oblique in clause.rest {
      if let relation = clause.known("\(clause.base) _ \(oblique.preposition)") {
        return [
          clause.claim(relation, from: clause.verbWords, to: target, using: [oblique.head])
        ]
      }
    }
    return nil
  }
}
