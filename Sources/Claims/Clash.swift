/// Claims, two as a rule, that cannot all hold, or hardly, and how sure that is.
public struct Clash: Encodable, Sendable, Hashable {
  /// An update is no contradiction: a later state replaces an earlier one.
  public enum Label: String, Codable, Sendable, CaseIterable {
    case contradiction, tension, update
  }

  /// What a person has said about the clash.
  public enum Status: String, Codable, Sendable, CaseIterable {
    case open, confirmed, dismissed
  }

  /// What is counted of each side.
  public struct Counts: Codable, Sendable, Hashable {
    public var a: Int
    public var b: Int
    /// Of each claim of a chain; only there where there is one.
    public var chain: [Int]?

    public init(a: Int = 1, b: Int = 1, chain: [Int]? = nil) {
      self.a = a
      self.b = b
      self.chain = chain
    }

    /// Of each claim of a clash, in order.
    public init(_ counts: [Int]) {
      self.init(
        a: counts.first ?? 1, b: counts.last ?? 1, chain: counts.count > 2 ? counts : nil)
    }

    public var all: [Int] { chain ?? [a, b] }
  }

  /// How far the two claims talk about the same thing, each from 0 to 1.
  public struct Gates: Codable, Sendable, Hashable {
    public var scope: Double
    public var time: Double
    public var modality: Double
    public var entity: Double

    public init(scope: Double = 1, time: Double = 1, modality: Double = 1, entity: Double = 1) {
      self.scope = scope
      self.time = time
      self.modality = modality
      self.entity = entity
    }
  }

  public var label: Label
  /// The rule that found it: negation, antonym, ordering, trend_state.
  public var kind: String
  public var score: Double
  /// One sentence for the reader.
  public var why: String
  public var gates: Gates
  /// What would have to be so for both to hold, in one sentence.
  public var reconciledIf: String?
  public var status: Status
  /// Why a person judged so.
  public var because: String?
  /// Whether a passage has come in for either side since it was judged.
  public var hasNewEvidence = false
  /// Independent origins of what each side says, the side's own among them.
  public var origins = Counts()
  /// Passages that say what each side says.
  public var mentions = Counts()
  /// Of each side, in order, why several sources are one origin; empty where none are.
  public var repeated: [String?] = []
  public var a: Claim
  public var b: Claim
  /// All claims of a clash of more than two, each ahead of the next one's: from `a` to `b`.
  public var chain: [Claim] = []

  /// All that can't hold together, in order.
  public var claims: [Claim] { chain.isEmpty ? [a, b] : chain }

  public init(
    label: Label, kind: String, score: Double, why: String, gates: Gates = Gates(),
    reconciledIf: String? = nil, status: Status = .open, a: Claim, b: Claim, chain: [Claim] = []
  ) {
    self.label = label
    self.kind = kind
    self.score = score
    self.why = why
    self.gates = gates
    self.reconciledIf = reconciledIf
    self.status = status
    self.a = a
    self.b = b
    self.chain = chain
  }

  /// The same wherever the same passages clash in the same way: `k` and sixteen digits.
  ///
  /// Of the passages rather than of what was read from them, so that a verdict outlives a better
  /// reading of them; clashes that differ only in the reading share an id, and a verdict.
  public var id: String { Verdict.id(kind: kind, passages) }

  /// The sentences that clash.
  public var passages: [Passage] { claims.map { Passage($0.evidence) } }

  /// Whether it is shown unless asked otherwise: what was dismissed is not, until new evidence comes.
  public var isInSight: Bool { status != .dismissed || hasNewEvidence }

  enum CodingKeys: String, CodingKey {
    case id, label, kind, score, why, gates
    case reconciledIf = "reconciled_if"
    case status, because
    case newEvidence = "new_evidence"
    case origins, mentions, repeated, a, b, chain
  }

  // Written out, because a missing reconciliation must read `null` rather than be left out.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(id, forKey: .id)
    try c.encode(label, forKey: .label)
    try c.encode(kind, forKey: .kind)
    try c.encode(score, forKey: .score)
    try c.encode(why, forKey: .why)
    try c.encode(gates, forKey: .gates)
    try c.encode(reconciledIf, forKey: .reconciledIf)
    try c.encode(status, forKey: .status)
    try c.encode(because, forKey: .because)
    try c.encode(hasNewEvidence, forKey: .newEvidence)
    try c.encode(origins, forKey: .origins)
    try c.encode(mentions, forKey: .mentions)
    if !repeated.isEmpty { try c.encode(repeated, forKey: .repeated) }
    try c.encode(a, forKey: .a)
    try c.encode(b, forKey: .b)
    if !chain.isEmpty { try c.encode(chain, forKey: .chain) }
  }
}

/// Which clashes a question needs.
public enum ClashScope: Sendable {
  case all
  /// With one of these entities on either side.
  case about(Set<String>)
  /// With one of the claims of these ids on either side.
  case of(Set<String>)
}

extension Clash {
  /// Whether one of the claims is about an entity.
  public func isAbout(_ entity: String) -> Bool {
    claims.contains { $0.subject == entity || $0.object == entity }
  }
}
