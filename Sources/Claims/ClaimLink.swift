/// What one claim is to another of the same insight, by the text's own words.
///
/// A cause points to its effect and an action to its purpose, so that every link runs the way time does.
public struct ClaimLink: Sendable, Hashable {
  public enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
    /// What `from` says brings about what `to` says: "because", "which lets".
    case cause
    /// What `from` says is done for what `to` says: "in order to".
    case purpose
  }

  /// Id of the cause or action.
  public var from: String
  /// Id of the effect or purpose.
  public var to: String
  public var kind: Kind
  /// The words of the text that join the two.
  public var words: String

  public init(from: String, to: String, kind: Kind, words: String) {
    self.from = from
    self.to = to
    self.kind = kind
    self.words = words
  }

  /// The same link, starting at another claim.
  public func starting(at claim: String) -> ClaimLink {
    ClaimLink(from: claim, to: to, kind: kind, words: words)
  }

  /// Whether this link comes first in canonical order: from, to, kind.
  public func precedes(_ other: ClaimLink) -> Bool {
    for (mine, its) in [
      (from, other.from), (to, other.to), (kind.rawValue, other.kind.rawValue),
    ] where mine != its {
      return mine.utf8.lexicographicallyPrecedes(its.utf8)
    }
    return false
  }
}

// Without `from`: a link is written inside the claim it starts at, which fills it in when read.
extension ClaimLink: Codable {
  enum CodingKeys: String, CodingKey { case kind, to, words }

  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    from = ""
    to = try c.decode(String.self, forKey: .to)
    kind = try c.decode(Kind.self, forKey: .kind)
    words = try c.decode(String.self, forKey: .words)
  }

  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(kind, forKey: .kind)
    try c.encode(to, forKey: .to)
    try c.encode(words, forKey: .words)
  }
}
