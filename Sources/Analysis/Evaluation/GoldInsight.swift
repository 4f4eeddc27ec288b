import Claims

/// A passage with the claims an analyst would write: what an extractor is measured against.
public struct GoldInsight: Decodable, Sendable, Hashable {
  public var id: String
  public var text: String
  public var source: String?
  public var published: String?
  public var claims: [GoldClaim]
}

/// One claim as an analyst wrote it, with other wordings that are as good.
public struct GoldClaim: Decodable, Sendable, Hashable {
  /// A triple in other words.
  public struct Alternative: Decodable, Sendable, Hashable {
    public var subject: String
    public var relation: String
    public var object: String
  }

  public var id: String
  public var subject: String
  public var relation: String
  public var object: String
  public var polarity: Polarity
  public var modality: Modality
  public var scope: String?
  public var time: String?
  public var attribution: String?
  /// The words of the text behind the relation, where they differ from it.
  public var surface: String?
  public var alternatives: [Alternative]?
}
