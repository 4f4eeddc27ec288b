import Claims

/// The part of the graph that is drawn, and how much of it was left out.
public struct GraphSlice: Sendable {
  public var claims: [Claim]
  /// Triples that the cap cut off.
  public var omitted: Int

  /// Chooses claims around an entity, by kind and date, at most `cap` distinct triples.
  ///
  /// The best supported triples stay, because a picture of a thousand edges shows nothing.
  public init(
    of all: [Claim], about: String? = nil, hops: Int = 1, kind: String? = nil, since: String? = nil,
    cap: Int? = 150, kindOf: (String) -> String? = { _ in nil }
  ) {
    var claims = all
    if let since {
      claims = claims.filter { ($0.validFrom ?? $0.evidence.published ?? "") >= since }
    }
    if let kind {
      claims = claims.filter { kindOf($0.subject) == kind || kindOf($0.object) == kind }
    }
    if let about { claims = Self.around(about, hops: hops, in: claims) }
    let triples = Dictionary(grouping: claims, by: Triple.init)
    let ranked = triples.sorted {
      ($1.value.count, $0.key.words) < ($0.value.count, $1.key.words)
    }
    let kept = Set(ranked.prefix(cap ?? ranked.count).map(\.key))
    self.claims = claims.filter { kept.contains(Triple($0)) }
    omitted = ranked.count - kept.count
  }

  private static func around(_ name: String, hops: Int, in claims: [Claim]) -> [Claim] {
    var reached: Set<String> = [name]
    for _ in 1..<max(1, hops) {
      let next = claims.filter { reached.contains($0.subject) || reached.contains($0.object) }
      reached.formUnion(next.flatMap { [$0.subject, $0.object] })
      reached.remove("")
    }
    return claims.filter { reached.contains($0.subject) || reached.contains($0.object) }
  }
}

/// Subject, relation, object and whether it is denied: what one edge stands for.
struct Triple: Hashable {
  let subject: String
  let relation: String
  let object: String
  let denied: Bool

  init(_ claim: Claim) {
    subject = claim.subject
    relation = claim.relation
    object = claim.object
    denied = claim.polarity == .negative
  }

  var words: String { "\(subject)\u{1f}\(relation)\u{1f}\(object)\u{1f}\(denied)" }
}
