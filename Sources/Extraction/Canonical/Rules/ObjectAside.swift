import Language

/// A verb whose preposition ends the relation, with its object as the scope: "trained its models on 3,000 chips".
struct ObjectAside: ClaimRule {
  static let name = "object aside"

  func claims(in clause: Clause) -> [Draft]? {
    guard let o = clause.object, let aside = clause.reading.name(o) else { return nil }
    for oblique in clause.rest {
      guard let relation = clause.known("\(clause.base) * \(oblique.preposition)") else { continue }
      return clause.claims(relation, from: clause.verbWords, to: oblique, using: [o]).map {
        var made = $0
        made.scope = aside
        return made
      }
    }
    return nil
  }
}
