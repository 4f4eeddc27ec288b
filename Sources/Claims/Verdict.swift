/// A sentence of a document: what a verdict holds on to.
public struct Passage: Codable, Sendable, Hashable, Comparable {
  public var document: String
  public var quote: String

  public init(document: String, quote: String) {
    self.document = document
    self.quote = quote
  }

  public init(_ evidence: Evidence) {
    self.init(document: evidence.document, quote: evidence.quote)
  }

  /// Sixteen digits that stand for it.
  public var key: String { contentHash([document, quote]) }

  public static func < (a: Passage, b: Passage) -> Bool {
    (a.document, a.quote) < (b.document, b.quote)
  }
}

/// What a person says of a clash, in a form that needs no store to be understood.
public struct Verdict: Codable, Sendable, Hashable {
  /// Id of the clash.
  public var clash: String
  public var status: Clash.Status
  public var because: String?
  public var kind: String
  public var a: Passage
  public var b: Passage
  /// All passages of a clash of more than two claims, `a` and `b` among them.
  public var chain: [Passage]?
  /// Keys of the passages that stood behind either side then; any other is new evidence.
  public var seen: [String]

  /// The passages, two or more, in a fixed order, whichever comes first in the clash.
  public init(
    _ status: Clash.Status, because: String? = nil, kind: String, _ passages: [Passage],
    seen: some Sequence<String>
  ) {
    let sorted = passages.sorted()
    precondition(sorted.count > 1, "a clash has two passages or more")
    self.status = status
    self.because = because
    self.kind = kind
    a = sorted[0]
    b = sorted[1]
    chain = sorted.count > 2 ? sorted : nil
    self.seen = Set(seen).sorted()
    clash = Self.id(kind: kind, sorted)
  }

  static func id(kind: String, _ passages: [Passage]) -> String {
    "k" + contentHash([kind] + passages.map(\.key).sorted())
  }

  /// Whether the id is that of its kind and passages, and somebody has judged.
  public var isSound: Bool {
    clash == Self.id(kind: kind, chain ?? [a, b]) && (chain?.count ?? 3) > 2 && status != .open
  }
}
