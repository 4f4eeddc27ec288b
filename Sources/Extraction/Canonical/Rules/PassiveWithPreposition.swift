import Language

/// A passive whose preposition belongs to the relation: "is used for training".
struct PassiveWithPreposition: ClaimRule {
  static let name = "passive with preposition"

  func claims(in clause: Clause) -> [Draft]? {
    let after = clause.rest.filter {
      !$0.preposition.isEmpty && clause.follows($0)
    }
    let participle = clause.participle
    // "was put on hold" was paused.
    if let (phrase, relation) = clause.held(by: after) {
      return [
        clause.claim(
          "is \(Inflection.participle(phrase: relation))", from: clause.verbWords, to: nil,
          using: [phrase.head])
      ]
    }
    let known = { (o: Oblique) in
      clause.known("be \(clause.base) \(o.preposition)")
        // "are found in Oslo": nobody founded them there.
        ?? (clause.verb == "find" ? nil : clause.known("be \(participle) \(o.preposition)"))
        ?? clause.known("is \(participle) \(o.preposition)")
    }
    guard
      let target = after.first(where: { known($0) != nil })
        ?? (clause.object != nil ? nil : after)?.first(where: {
          !clause.reading.words["beside passive"].contains($0.preposition)
        })
    else { return nil }
    return clause.claims(
      known(target) ?? "is \(participle) \(target.preposition)", from: clause.verbWords, to: target)
  }
}
