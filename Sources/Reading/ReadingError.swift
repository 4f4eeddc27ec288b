import Claims

/// An input, or a line of one, that can't be read; says where and what to do.
public struct ReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  public var file: String
  /// 1-based, where the trouble is in one line.
  public var line: Int?
  public var message: String

  public init(file: String, line: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  public var description: String {
    "\(file)\(line.map { ":\($0)" } ?? ""): \(message)"
  }
}

/// What an input gave: its insights, and what of it was passed over or broken.
public struct ReadingResult: Sendable {
  public var insights: [Insight] = []
  /// Documents that name themselves, as items of a feed do: whichever file gives one gives all of it.
  public var named: Set<String> = []
  /// Paths of other files that were read as parts of this one, such as transcripts.
  public var used: Set<String> = []
  /// Passages of page furniture: headings, adverts, "Related Insights".
  public var skipped = 0
  /// Lines and passages that can't be read; the rest was.
  public var failures: [ReadingError] = []
  /// What was mended on the way, such as invalid UTF-8.
  public var warnings: [ReadingError] = []
}
