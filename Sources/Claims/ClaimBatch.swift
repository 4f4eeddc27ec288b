/// Claims that someone else made: a part of what one file gives.
public struct ClaimBatch: Sendable {
  /// Insights of which the text is given, with their claims.
  public var insights: [(insight: Insight, claims: [Claim])] = []
  /// Claims with no more than a quote; the text of their insight may be known from elsewhere.
  public var quoted: [Claim] = []
  /// Whether none of its documents goes on in the next part.
  public var endsDocuments = true

  public init() {}
}
