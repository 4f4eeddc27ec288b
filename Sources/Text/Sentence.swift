/// A syntactic word as Universal Dependencies counts them: "isn't" is two tokens, "U.S." is one.
public struct Token: Hashable, Sendable {
  /// The word's own letters, verbatim.
  public var text: String
  /// Its place in the whole text, in UTF-8 bytes.
  public var span: Span
  /// Whether white space stands before it.
  public var spaceBefore: Bool

  public init(text: String, span: Span, spaceBefore: Bool) {
    self.text = text
    self.span = span
    self.spaceBefore = spaceBefore
  }
}

/// One sentence of a text and its tokens in order.
public struct Sentence: Hashable, Sendable {
  public var span: Span
  public var tokens: [Token]

  public init(span: Span, tokens: [Token]) {
    self.span = span
    self.tokens = tokens
  }
}
