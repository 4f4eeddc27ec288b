/// One passage of a document, one to five sentences: the unit a person reads.
public struct Insight: Sendable, Hashable {
  /// Given with the input, or derived from the content.
  public var id: String
  public var title: String?
  public var text: String
  /// Id of the document it belongs to.
  public var document: String
  /// Who published it: a show, a newsletter.
  public var source: String?
  /// ISO 8601 date of publication.
  public var published: String?

  public init(
    id: String? = nil, title: String? = nil, text: String, document: String, source: String? = nil,
    published: String? = nil
  ) {
    self.id = id ?? "i" + contentHash([document, source ?? "", published ?? "", text])
    self.title = title
    self.text = text
    self.document = document
    self.source = source
    self.published = published
  }
}
