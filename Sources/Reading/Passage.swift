/// A stretch of a text file between blank lines.
struct Passage: Hashable {
  var text: String
  /// 1-based line that it begins in.
  var line: Int
  /// Whether the file marks it as a heading, a table or another thing that is no sentence.
  var isHeading = false
  /// Whether it is one item of a list; items often lack their full stop.
  var isItem = false
}

/// A line and its 1-based number.
struct NumberedLine {
  var text: String
  var number: Int

  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}

/// The lines of a text whose line ends are `\n`.
///
/// By bytes, because walking the characters of a 50 MB line takes seconds.
func numberedLines(_ text: String) -> some Sequence<NumberedLine> {
  // A line is copied when its turn comes: a file of many is in memory often enough.
  text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).lazy.enumerated()
    .map { NumberedLine(text: String(Substring($0.element)), number: $0.offset + 1) }
}

/// Collects lines into passages.
struct PassageBuilder {
  private(set) var passages: [Passage] = []
  private var lines: [String] = []
  private var first = 0
  private var isItem = false

  /// How many lines stand in the open passage.
  var count: Int { lines.count }
  var isInList: Bool { isItem }
  var last: String? { lines.last }

  mutating func add(_ line: String, number: Int, beginsItem: Bool = false) {
    if beginsItem { close() }
    if lines.isEmpty {
      first = number
      isItem = beginsItem
    }
    lines.append(line.utf8.count > longestInsight ? line : trimmed(line))
  }

  mutating func close(asHeading: Bool = false) {
    let text = lines.filter { !$0.isEmpty }.joined(separator: "\n")
    if !text.isEmpty {
      passages.append(Passage(text: text, line: first, isHeading: asHeading, isItem: isItem))
    }
    lines = []
    isItem = false
  }

  private func trimmed(_ line: String) -> String {
    var rest = line[...]
    while rest.first?.isWhitespace ?? false { rest.removeFirst() }
    while rest.last?.isWhitespace ?? false { rest.removeLast() }
    return String(rest)
  }
}

/// Plain text to passages: a blank line parts them, and each item of a list is one of its own.
func plainPassages(_ text: String) -> [Passage] {
  var builder = PassageBuilder()
  for line in numberedLines(text) {
    if line.isBlank {
      builder.close()
      continue
    }
    // A dash may also begin a wrapped line, so a list begins where something else has ended.
    let mayBegin = builder.last?.last.map { ".:;!?".contains($0) } ?? true
    if line.text.utf8.count <= longestInsight, mayBegin || builder.isInList,
      let mark = line.text.prefixMatch(of: /\s*[-*•▪‣◦·]\s+/)
    {
      builder.add(
        String(line.text[mark.range.upperBound...]), number: line.number, beginsItem: true)
    } else {
      builder.add(line.text, number: line.number)
    }
  }
  builder.close()
  return builder.passages
}
