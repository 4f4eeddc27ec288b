import Text

/// Whether a claim asserts its triple or denies it.
public enum Polarity: String, Codable, Sendable, Hashable, CaseIterable {
  case positive, negative

  public var opposite: Polarity { self == .positive ? .negative : .positive }
}

/// How surely a claim is put forward by whoever makes it.
public enum Modality: String, Codable, Sendable, Hashable, CaseIterable {
  case asserted, probable, possible, planned, conditional
}

/// The words of the text behind the three parts of a claim.
public struct Surface: Codable, Sendable, Hashable {
  public var subject: String
  public var relation: String
  public var object: String

  public init(subject: String, relation: String, object: String) {
    self.subject = subject
    self.relation = relation
    self.object = object
  }
}

/// The verbatim sentence a claim was read from and where it stands.
public struct Evidence: Sendable, Hashable {
  public var insight: String
  public var document: String
  public var source: String?
  /// ISO 8601 date of publication.
  public var published: String?
  public var quote: String
  /// UTF-8 bytes into the insight's text.
  public var start: Int
  public var end: Int
  /// Who speaks in a transcript, and when the quote begins in the recording.
  public var speaker: String?
  public var timecode: String?

  public init(
    insight: String, document: String, source: String?, published: String?, quote: String,
    start: Int, end: Int, speaker: String? = nil, timecode: String? = nil
  ) {
    self.insight = insight
    self.document = document
    self.source = source
    self.published = published
    self.quote = quote
    self.start = start
    self.end = end
    self.speaker = speaker
    self.timecode = timecode
  }
}

/// One attributed, qualified assertion found in one insight: never a bare fact.
public struct Claim: Sendable, Hashable {
  /// Derived from content, so the same after re-ingest or on another machine.
  public var id: String
  public var subject: String
  /// Canonical relation name: `champions`, `leads in`.
  public var relation: String
  /// Canonical name of the object; empty for a plain change ("capacity tripled").
  public var object: String
  public var surface: Surface
  public var polarity: Polarity
  public var modality: Modality
  /// Segment, measure, place or condition in which the claim holds.
  public var scope: String?
  /// The text's own words for when it holds.
  public var time: String?
  /// Interval meant by `time`, ISO 8601 dates, both days included.
  public var validFrom: String?
  public var validTo: String?
  /// Who says so, when the text names someone other than its author.
  public var attribution: String?
  /// The extractor's confidence, 0 to 1.
  public var confidence: Double
  public var evidence: Evidence
  /// Links to other claims of the insight, of which this one is the cause or the action; no part of the id.
  public var links: [ClaimLink] = []
  /// How far people trust it and its source; nil as long as nothing in the store was graded.
  public var grade: Grade?

  public init(
    id: String = "", subject: String, relation: String, object: String, surface: Surface? = nil,
    polarity: Polarity = .positive, modality: Modality = .asserted, scope: String? = nil,
    time: String? = nil, validFrom: String? = nil, validTo: String? = nil,
    attribution: String? = nil, confidence: Double = 1, evidence: Evidence
  ) {
    self.id = id
    self.subject = subject
    self.relation = relation
    self.object = object
    self.surface =
      surface ?? Surface(subject: subject, relation: relation, object: object)
    self.polarity = polarity
    self.modality = modality
    self.scope = scope
    self.time = time
    self.validFrom = validFrom
    self.validTo = validTo
    self.attribution = attribution
    self.confidence = confidence
    self.evidence = evidence
    if id.isEmpty { self.id = contentID }
  }

  /// The id that the claim's content gives: `c` and sixteen hexadecimal digits (FNV-1a, 64 bit).
  public var contentID: String {
    var parts = [evidence.insight, subject, relation, object, polarity.rawValue, modality.rawValue]
    parts += [
      scope ?? "", time ?? "", attribution ?? "", String(evidence.start), String(evidence.end),
    ]
    return "c" + contentHash(parts)
  }
}

extension Evidence: Codable {
  enum CodingKeys: String, CodingKey {
    case insight, document, source, published, quote, start, end, speaker, timecode
  }

  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(insight, forKey: .insight)
    try c.encode(document, forKey: .document)
    try c.encode(source, forKey: .source)
    try c.encode(published, forKey: .published)
    try c.encode(quote, forKey: .quote)
    try c.encode(start, forKey: .start)
    try c.encode(end, forKey: .end)
    // Left out where there are none, because most evidence is written.
    try c.encodeIfPresent(speaker, forKey: .speaker)
    try c.encodeIfPresent(timecode, forKey: .timecode)
  }
}

extension Claim: Codable {
  enum CodingKeys: String, CodingKey {
    case id, subject, relation, object, surface, polarity, modality, scope, time
    case validFrom = "valid_from"
    case validTo = "valid_to"
    case attribution, confidence, quantity, evidence, links, grade
  }

  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    id = try c.decode(String.self, forKey: .id)
    subject = try c.decode(String.self, forKey: .subject)
    relation = try c.decode(String.self, forKey: .relation)
    object = try c.decode(String.self, forKey: .object)
    surface = try c.decode(Surface.self, forKey: .surface)
    polarity = try c.decode(Polarity.self, forKey: .polarity)
    modality = try c.decode(Modality.self, forKey: .modality)
    scope = try c.decodeIfPresent(String.self, forKey: .scope)
    time = try c.decodeIfPresent(String.self, forKey: .time)
    validFrom = try c.decodeIfPresent(String.self, forKey: .validFrom)
    validTo = try c.decodeIfPresent(String.self, forKey: .validTo)
    attribution = try c.decodeIfPresent(String.self, forKey: .attribution)
    confidence = try c.decode(Double.self, forKey: .confidence)
    evidence = try c.decode(Evidence.self, forKey: .evidence)
    let written = try c.decodeIfPresent([ClaimLink].self, forKey: .links) ?? []
    links = written.map { [id] in $0.starting(at: id) }
    grade = try c.decodeIfPresent(Grade.self, forKey: .grade)
  }

  // Written out, because a missing value must read `null` in the output rather than be left out;
  // only links, quantity and grade are left out where there are none, because few claims have them.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(id, forKey: .id)
    try c.encode(subject, forKey: .subject)
    try c.encode(relation, forKey: .relation)
    try c.encode(object, forKey: .object)
    try c.encode(surface, forKey: .surface)
    try c.encode(polarity, forKey: .polarity)
    try c.encode(modality, forKey: .modality)
    try c.encode(scope, forKey: .scope)
    try c.encode(time, forKey: .time)
    try c.encode(validFrom, forKey: .validFrom)
    try c.encode(validTo, forKey: .validTo)
    try c.encode(attribution, forKey: .attribution)
    try c.encode(confidence, forKey: .confidence)
    try c.encodeIfPresent(quantity, forKey: .quantity)
    try c.encode(evidence, forKey: .evidence)
    if !links.isEmpty { try c.encode(links, forKey: .links) }
    try c.encodeIfPresent(grade, forKey: .grade)
  }
}

/// A 64-bit FNV-1a hash of the parts, as sixteen hexadecimal digits; parts can't run into each other.
public func contentHash(_ parts: [String]) -> String {
  var hash = ContentHash()
  for part in parts { hash.add(part) }
  return hash.digits
}

/// ``contentHash(_:)`` of parts that come one by one.
public struct ContentHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  public init() {}

  public mutating func add(_ part: String) {
    for byte in part.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = (state ^ 0x1f) &* 0x100_0000_01b3
  }

  public var digits: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
