import Claims

/// A look at the claims of some time or source only: what held on a day, what was known on a day.
///
/// Around the source rather than inside each query, so that every form of question has the same two
/// clocks.
public struct ClaimWindow: ClaimSource {
  /// What is let through; nil leaves a condition open.
  public struct Conditions: Sendable, Hashable {
    /// The day on which it held, ISO 8601.
    public var validAt: String?
    /// The day by which it was published.
    public var knownAt: String?
    public var since: String?
    public var source: String?

    public init(
      validAt: String? = nil, knownAt: String? = nil, since: String? = nil, source: String? = nil
    ) {
      self.validAt = validAt
      self.knownAt = knownAt
      self.since = since
      self.source = source
    }

    public var isOpen: Bool { self == Conditions() }
  }

  let source: any ClaimSource
  let conditions: Conditions
  /// Whether a relation goes on after the day it came about: a ban does, a purchase doesn't.
  let lasts: @Sendable (String) -> Bool

  public init(_ source: any ClaimSource, _ conditions: Conditions, vocabulary: Vocabulary) {
    self.source = source
    self.conditions = conditions
    lasts = { name in
      guard let relation = vocabulary.relations[name] else { return false }
      return Self.lastingFrames.contains(relation.frame ?? "")
        || relation.traits?.contains("change") == true
    }
  }

  private static let lastingFrames: Set<String> = [
    "control", "membership", "possession", "retention", "release", "stance", "adoption", "law",
    "leadership",
  ]

  /// Whether a claim is of the time and source looked at.
  ///
  /// A claim without a time of its own holds from the day it was published; one without a date at all
  /// is let through, because nothing speaks against it.
  public func holds(_ claim: Claim) -> Bool {
    let said = claim.evidence.published
    if let wanted = conditions.source, claim.evidence.source != wanted { return false }
    if let day = conditions.knownAt, let said, said > day { return false }
    if let day = conditions.since, said ?? "" < day { return false }
    guard let day = conditions.validAt else { return true }
    if let start = claim.validFrom ?? (claim.validTo == nil ? said : nil), start > day {
      return false
    }
    if let end = claim.validTo, end < day, !lasts(claim.relation) { return false }
    return true
  }

  public func claims(subjects: Set<String>?, relations: Set<String>?, objects: Set<String>?) throws
    -> [Claim]
  {
    try source.claims(subjects: subjects, relations: relations, objects: objects).filter(holds)
  }

  public func claims(mentioning words: [String], limit: Int) throws -> [Claim] {
    try source.claims(mentioning: words, limit: limit).filter(holds)
  }

  public func claims(resembling things: [[String]], limit: Int) throws -> [Claim] {
    try source.claims(resembling: things, limit: limit).filter(holds)
  }

  public func claims(ids: some Sequence<String>) throws -> [Claim] {
    try source.claims(ids: ids).filter(holds)
  }

  public func claims(voicedBy name: String) throws -> [Claim] {
    try source.claims(voicedBy: name).filter(holds)
  }

  public func allClaims() throws -> [Claim] { try source.allClaims().filter(holds) }
  public func claims(besideIDs ids: Set<String>) throws -> [Claim] {
    try source.claims(besideIDs: ids).filter(holds)
  }
  public func entityNames(having words: NameWords) throws -> [String] {
    try source.entityNames(having: words)
  }
  public func entityNames(beside names: Set<String>) throws -> [String] {
    try source.entityNames(beside: names)
  }
  public func relationNames(among names: Set<String>, beginnings: Set<String>) throws -> [String] {
    try source.relationNames(among: names, beginnings: beginnings)
  }
  public func words(
    beginningWith start: String, letters: ClosedRange<Int>, orAmong spellings: Set<String>
  ) throws -> [String] {
    try source.words(beginningWith: start, letters: letters, orAmong: spellings)
  }
  public func links(touching claims: Set<String>) throws -> [ClaimLink] {
    try source.links(touching: claims)
  }
}
