import Claims

/// What another insight is to one: nothing is related that is none of these.
public enum Relatedness: String, Codable, Sendable, CaseIterable {
  case changedPosition = "same speaker, changed position"
  case disputes
  case supersedes
  case supersededBy = "superseded by"
  case agrees = "agrees, independent"
  case narrower, broader
  case echoes = "echoes, same origin"

  /// Whether the two can hardly both hold.
  public var isAgainst: Bool {
    switch self {
    case .changedPosition, .disputes, .supersedes, .supersededBy: true
    case .agrees, .narrower, .broader, .echoes: false
    }
  }

  /// How much it tells a reader, from 0 to 1.
  var weight: Double {
    switch self {
    case .changedPosition: 1
    case .disputes: 0.95
    case .supersedes, .supersededBy: 0.9
    case .agrees: 0.8
    case .narrower, .broader: 0.6
    case .echoes: 0.4
    }
  }
}

/// A claim of another insight, what it is to one of this insight, and why.
public struct RelatedClaim: Encodable, Hashable, Sendable {
  public var relation: Relatedness
  public var reason: String
  public var score: Double
  public var claim: Claim
  /// Id of the claim of this insight that it is related to.
  public var to: String
}

extension StatementReader {
  /// What of `others` is related to the claims of one insight: of each insight its best relation, the
  /// most telling first.
  ///
  /// `clashes` are those between the two sides.
  public func related(to mine: [Claim], among others: [Claim], clashes: [Clash]) -> [RelatedClaim] {
    let own = Set(mine.map(\.place))
    let others = others.filter { !own.contains($0.place) }
    var best: [[String]: RelatedClaim] = [:]
    func keep(_ found: RelatedClaim) {
      if let known = best[found.claim.place], known.score >= found.score { return }
      best[found.claim.place] = found
    }
    let ids = Set(mine.map(\.id))
    for clash in clashes {
      for (one, other) in [(clash.a, clash.b), (clash.b, clash.a)]
      where ids.contains(one.id) && !own.contains(other.place) {
        keep(related(by: clash, one, other))
      }
    }
    let read = others.map { (claim: $0, matter: matter(of: $0)) }
    for one in mine {
      let matter = matter(of: one)
      var same: [Claim] = []
      for other in read where areComparable(one, matter, other.claim, other.matter) {
        if areSame(matter, other.matter) {
          same.append(other.claim)
        } else if let found = widthOf(other.claim, other.matter, beside: one, matter) {
          keep(found)
        }
      }
      for found in repetitions(of: one, in: same) { keep(found) }
    }
    return best.values.sorted {
      $0.score != $1.score ? $0.score > $1.score : $0.claim.precedes($1.claim)
    }
  }

  private func found(
    _ relation: Relatedness, _ reason: String, _ one: Claim, _ other: Claim, by strength: Double = 1
  ) -> RelatedClaim {
    let trust = (other.grade ?? .unjudged).weight / Grade.unjudged.weight
    let score = relation.weight * strength * (0.5 + other.confidence / 2) * trust
    return RelatedClaim(
      relation: relation, reason: reason, score: (score * 1000).rounded() / 1000, claim: other,
      to: one.id)
  }

  private func related(by clash: Clash, _ one: Claim, _ other: Claim) -> RelatedClaim {
    if one.voice == other.voice {
      let day = other.evidence.published.map { " on \($0)" } ?? ""
      return found(
        .changedPosition, "\(other.voice)\(day): \(clash.why)", one, other, by: clash.score)
    }
    guard clash.label == .update else {
      return found(.disputes, clash.why, one, other, by: clash.score)
    }
    // The later of the two takes the other's place.
    let relation: Relatedness = one.precedes(other) ? .supersededBy : .supersedes
    return found(relation, clash.why, one, other, by: clash.score)
  }

  /// Whether two claims say the same of their names, whatever these are.
  private func areComparable(_ one: Claim, _ mine: Matter, _ other: Claim, _ its: Matter) -> Bool {
    guard mine.frame ?? mine.relation == its.frame ?? its.relation,
      mine.pole ?? mine.relation == its.pole ?? its.relation, mine.isDenied == its.isDenied,
      one.modality == other.modality, !mine.subject.isEmpty, !its.subject.isEmpty
    else { return false }
    let scopes = [mine.scope?.key, its.scope?.key].compactMap { $0 }
    return scopes.count < 2 || scopes[0] == scopes[1]
  }

  private func areSame(_ mine: Matter, _ its: Matter) -> Bool {
    mine.subject.key == its.subject.key && mine.object.key == its.object.key
  }

  /// Of claims that say the same as one, those of its origin, and of each other origin the best.
  ///
  /// All are looked at together, because what echoes an echo comes from the same origin.
  private func repetitions(of one: Claim, in same: [Claim]) -> [RelatedClaim] {
    Origins(of: [one] + same).all.flatMap { origin -> [RelatedClaim] in
      if origin.claims.contains(one) {
        return origin.claims.filter { $0 != one }.map { echo in
          // Why these two, where they are so without others between them.
          let pair = Origins(of: [one, echo]).all
          let because = pair.count == 1 ? pair[0].because : origin.because
          return found(.echoes, because ?? "the same source", one, echo)
        }
      }
      let all = origin.claims.map { claim in
        let mentions = origin.claims.count
        let more = mentions > 1 ? "; 1 origin, \(counted(mentions, "mention"))" : ""
        return found(.agrees, "\(claim.voice) says so too\(more)", one, claim)
      }
      return all.max { $0.score < $1.score || $0.score == $1.score && $1.claim.precedes($0.claim) }
        .map { [$0] } ?? []
    }
  }

  /// Whether the other is narrower or broader, in one of its names.
  private func widthOf(_ other: Claim, _ its: Matter, beside one: Claim, _ mine: Matter)
    -> RelatedClaim?
  {
    let sameSubject = mine.subject.key == its.subject.key
    let sameObject = mine.object.key == its.object.key
    guard sameSubject != sameObject else { return nil }
    let (a, b) = sameSubject ? (mine.object, its.object) : (mine.subject, its.subject)
    let names = sameSubject ? [one.object, other.object] : [one.subject, other.subject]
    if isNarrower(b, than: a) {
      return found(.narrower, "“\(names[1])” is narrower than “\(names[0])”", one, other)
    }
    if isNarrower(a, than: b) {
      return found(.broader, "“\(names[1])” is broader than “\(names[0])”", one, other)
    }
    return nil
  }

  /// Whether a name has all words of a wider one and more, or is known as a part or sort of it.
  private func isNarrower(_ a: MatchKey, than b: MatchKey) -> Bool {
    guard !a.isEmpty, !b.isEmpty else { return false }
    if b.words.isStrictSubset(of: a.words) { return true }
    guard a.tokens.count == 1, b.tokens.count == 1 else { return false }
    return ancestors(of: a.tokens[0]).contains(b.tokens[0])
  }
}

extension Claim {
  /// The insight it stands in.
  var place: [String] { [evidence.document, evidence.insight] }

  /// Whom the text names as the speaker, else who published it.
  var voice: String { attribution ?? evidence.source ?? evidence.document }
}
