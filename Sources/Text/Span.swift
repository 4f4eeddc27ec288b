/// A stretch of a text, in UTF-8 bytes: `start` is inside, `end` is just after.
///
/// Bytes rather than characters, because SQLite, `grep` and the source file count the same way.
public struct Span: Hashable, Sendable, Codable {
  public var start: Int
  public var end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// The bytes of the span as text; malformed UTF-8 at its edges becomes U+FFFD.
  public func text(in whole: String) -> String {
    String(decoding: whole.utf8.dropFirst(start).prefix(end - start), as: UTF8.self)
  }
}
