/// Two claims that cannot both hold, or hardly, and how sure that is.
public struct Clash: Codable, Sendable, Hashable {
  /// An update is no contradiction: a later state replaces an earlier one.
  public enum Label: String, Codable, Sendable, CaseIterable {
    case contradiction, tension, update
  }

  /// What a person has said about the clash.
  public enum Status: String, Codable, Sendable {
    case open, confirmed, dismissed
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
  public var a: Claim
  public var b: Claim

  public init(
    label: Label, kind: String, score: Double, why: String, gates: Gates = Gates(),
    reconciledIf: String? = nil, status: Status = .open, a: Claim, b: Claim
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
  }

  enum CodingKeys: String, CodingKey {
    case label, kind, score, why, gates
    case reconciledIf = "reconciled_if"
    case status, a, b
  }

  // Written out, because a missing reconciliation must read `null` rather than be left out.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(label, forKey: .label)
    try c.encode(kind, forKey: .kind)
    try c.encode(score, forKey: .score)
    try c.encode(why, forKey: .why)
    try c.encode(gates, forKey: .gates)
    try c.encode(reconciledIf, forKey: .reconciledIf)
    try c.encode(status, forKey: .status)
    try c.encode(a, forKey: .a)
    try c.encode(b, forKey: .b)
  }
}
