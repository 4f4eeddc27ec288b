import Text

/// Trees as CoNLL-U, the ten-column text of Universal Dependencies, and given tokens from it.
public enum CoNLLU {
  /// A sentence as a file gives it, with what must come out again unchanged.
  public struct Given: Hashable, Sendable {
    /// Lines that begin with `#`, verbatim.
    public var comments: [String]
    /// The sentence's text, put together from its tokens.
    public var text: String
    /// Its words; spans are UTF-8 bytes into `text`.
    public var sentence: Sentence
    /// Lines of multi-word tokens (`3-4  don't …`), verbatim, by the position of their first word.
    public var ranges: [Int: String]
    /// The last column of each word, verbatim.
    public var misc: [String]
  }

  /// A line that is not CoNLL-U.
  public struct Malformed: Error, Hashable, CustomStringConvertible {
    /// Counted from 1.
    public var line: Int
    public var reason: String

    public var description: String { "line \(line): \(reason)" }
  }

  /// The trees, each with its text before it.
  public static func format(_ trees: [Tree], texts: [String]) -> String {
    zip(trees, texts).map { format($0, text: $1) }.joined()
  }

  /// One tree, with the blank line that ends it.
  public static func format(_ tree: Tree, text: String) -> String {
    var out = "# text = \(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))\n"
    for (i, word) in tree.words.enumerated() {
      let isGlued = i + 1 < tree.words.count && !tree.words[i + 1].spaceBefore
      out += row(i, word, misc: isGlued ? "SpaceAfter=No" : "_")
    }
    return out + "\n"
  }

  /// The tree of a given sentence, with the file's own comments, multi-word tokens and last column.
  public static func format(_ tree: Tree, like given: Given) -> String {
    var out = given.comments.map { $0 + "\n" }.joined()
    for (i, word) in tree.words.enumerated() {
      if let range = given.ranges[i] { out += range + "\n" }
      out += row(i, word, misc: i < given.misc.count ? given.misc[i] : "_")
    }
    return out + "\n"
  }

  private static func row(_ i: Int, _ word: Word, misc: String) -> String {
    let columns = [
      String(i + 1), word.form, word.lemma, word.upos, word.xpos, word.feats, String(word.head + 1),
      word.relation, "_", misc,
    ]
    return columns.map { $0.isEmpty ? "_" : $0 }.joined(separator: "\t") + "\n"
  }

  /// The sentences of a file; everything but tokens, comments and spacing is ignored.
  ///
  /// Empty nodes (`8.1`) are left out, because the network makes basic trees only.
  public static func read(_ text: String) throws -> [Given] {
    var found: [Given] = []
    var builder = GivenBuilder()
    var number = 0
    let newline = UInt8(ascii: "\n")
    for bytes in text.utf8.split(separator: newline, omittingEmptySubsequences: false) {
      number += 1
      let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
      if !line.isEmpty {
        try builder.add(String(Substring(line)), number: number)
      } else if let given = try builder.finish(number: number) {
        found.append(given)
        builder = GivenBuilder()
      }
    }
    if let given = try builder.finish(number: number) { found.append(given) }
    return found
  }
}

/// Puts one sentence together, line by line.
private struct GivenBuilder {
  private var comments: [String] = []
  private var forms: [String] = []
  private var misc: [String] = []
  private var ranges: [Int: String] = [:]
  private var rangeForms: [Int: (form: String, last: Int, glues: Bool)] = [:]

  mutating func add(_ line: String, number: Int) throws {
    if line.hasPrefix("#") { return comments.append(line) }
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard columns.count == 10 else {
      throw CoNLLU.Malformed(
        line: number, reason: "\(columns.count) columns instead of 10 separated by tabs")
    }
    guard !columns[1].isEmpty else { throw CoNLLU.Malformed(line: number, reason: "no word form") }
    let id = columns[0]
    let expected = forms.count + 1
    if id.contains("-") {
      let ends = id.split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, ends[0] == expected, ends[1] > ends[0] else {
        throw CoNLLU.Malformed(
          line: number, reason: "'\(id)' is no range that begins at \(expected)")
      }
      ranges[forms.count] = line
      rangeForms[forms.count] = (columns[1], ends[1] - 1, glues(columns[9]))
    } else if id.contains(".") {
      return
    } else if Int(id) == expected {
      forms.append(columns[1])
      misc.append(columns[9])
    } else {
      throw CoNLLU.Malformed(line: number, reason: "word '\(id)' stands where \(expected) should")
    }
  }

  private func glues(_ misc: String) -> Bool {
    misc.split(separator: "|").contains("SpaceAfter=No")
  }

  /// The sentence, or nil if there was none.
  func finish(number: Int) throws -> CoNLLU.Given? {
    if let open = rangeForms.values.first(where: { $0.last >= forms.count }) {
      throw CoNLLU.Malformed(line: number, reason: "the words of '\(open.form)' are missing")
    }
    guard !forms.isEmpty else { return nil }
    var text = ""
    var tokens: [Token] = []
    var isGlued = true
    var i = 0
    while i < forms.count {
      let range = rangeForms[i]
      let last = range?.last ?? i
      let surface = range?.form ?? forms[i]
      if !isGlued { text += " " }
      let start = text.utf8.count
      text += surface
      // "isn't" is "is" and "n't" letter by letter; "gonna" is not "going" and "to".
      let isVerbatim = forms[i...last].joined() == surface
      var at = start
      for word in i...last {
        let end = isVerbatim ? at + forms[word].utf8.count : text.utf8.count
        tokens.append(
          Token(
            text: forms[word], span: Span(start: at, end: end),
            spaceBefore: word == i && !isGlued))
        if isVerbatim { at = end }
      }
      isGlued = range?.glues ?? glues(misc[i])
      i = last + 1
    }
    let sentence = Sentence(span: Span(start: 0, end: text.utf8.count), tokens: tokens)
    return CoNLLU.Given(
      comments: comments, text: text, sentence: sentence, ranges: ranges, misc: misc)
  }
}
