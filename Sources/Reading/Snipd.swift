import Claims

/// What a listener saved of podcasts with Snipd, as its Markdown export has it: of each episode what
/// it is, then its snips, each a time, notes, a quote or a transcript.
struct SnipdExport {
  struct Part: Hashable {
    var row: InsightRow
    var line: Int
  }

  private(set) var parts: [Part] = []
  private var episode = Episode()
  private var snip: (title: String, time: String)?
  private var section = Section.none
  /// The lines of the passage that is open.
  private var words: [String] = []
  private var first = 0
  private var speaker: String?

  private struct Episode {
    var title: String?
    var show: String?
    var published: String?
  }

  private enum Section {
    /// No part of what is said in the episode, such as the show's notes on it.
    case none
    case facts
    case notes, quote, transcript
  }

  /// Whether the text is such an export: other Markdown may have snips too, but not both headings.
  static func isOne(_ text: String) -> Bool {
    text.contains("## Episode metadata") && text.firstMatch(of: /(?m)^#{2,4} Snips\s*$/) != nil
  }

  init(_ text: String) {
    for line in numberedLines(text) { read(line) }
    end()
  }

  private mutating func read(_ line: NumberedLine) {
    // Tags of HTML only fold parts away.
    let text = line.text.replacing(/<br\s*\/?>/, with: "\n").replacing(/<\/?b>/, with: "**")
    for piece in text.split(separator: "\n", omittingEmptySubsequences: false) {
      readPiece(piece.trimmingPrefix { $0.isWhitespace }, line.number)
    }
  }

  private mutating func readPiece(_ text: Substring, _ line: Int) {
    if let heading = text.wholeMatch(of: /(#{1,6})\s+(.*?)\s*/) {
      end()
      begin(heading.output.2, level: heading.output.1.count)
    } else if let summary = text.prefixMatch(of: /<summary>(.*?)(?:<\/summary>.*)?/) {
      end()
      section = kind(of: summary.output.1) ?? section
      if summary.output.1.lowercased().contains("show notes") { section = .none }
    } else if text.hasPrefix("</details>") {
      end()
      section = snip == nil ? .none : .notes
    } else {
      switch section {
      case .none: break
      case .facts: readFact(text)
      case .notes, .quote, .transcript: readWords(text, line)
      }
    }
  }

  private mutating func begin(_ heading: Substring, level: Int) {
    if level == 1 {
      episode = Episode(title: String(heading))
      snip = nil
      section = .none
    } else if heading == "Episode metadata" {
      section = .facts
    } else if let match = heading.wholeMatch(of: /\[((?:\d+:)?\d+:\d\d)\]\s*(.*)/) {
      let parts = match.output.1.split(separator: ":").compactMap { Int($0) }
      let seconds = parts.reduce(0) { $0 * 60 + $1 }
      snip = (withoutMarks(String(match.output.2)), timecode(seconds * 1000))
      section = .notes
      speaker = nil
    } else if let found = kind(of: heading) {
      section = found
    }
  }

  private func kind(of heading: Substring) -> Section? {
    let words = Furniture.words(of: String(heading))
    if words.contains("transcript") { return .transcript }
    if words.contains("quote") || words.contains("quotes") { return .quote }
    let notes: Set<String> = ["summary", "takeaways", "notes", "insights", "key"]
    return snip != nil && !notes.isDisjoint(with: words) ? .notes : nil
  }

  /// `- Show:: [[Chips Weekly]]` or `- Show: Chips Weekly`.
  private mutating func readFact(_ text: Substring) {
    guard let match = text.wholeMatch(of: /[-*]\s+([^:]+?)::?\s+(.*?)\s*/) else { return }
    let value = withoutMarks(String(match.output.2)).trimmingCharacters(in: ["[", "]", " "])
    switch match.output.1.lowercased() {
    case "episode title": episode.title = value
    case "show": episode.show = value
    case "episode publish date": episode.published = value
    default: break
    }
  }

  private mutating func readWords(_ text: Substring, _ line: Int) {
    var bare = text.replacing(/^(?:>\s?)+/, with: "").replacing(/<[^<>]*>/, with: "")[...]
    bare = bare.trimmingPrefix { $0.isWhitespace }
    if bare.isEmpty, section == .quote { return }
    // The player's link, a picture, or nothing.
    if bare.isEmpty || bare.prefixMatch(of: /\[?🎧|!\[|-{3,}/) != nil { return end() }
    if section == .quote, let match = bare.wholeMatch(of: /[—–]\s*(.+?)\s*/) {
      speaker = withoutMarks(String(match.output.1))
      return end()
    }
    if section == .transcript, let match = bare.prefixMatch(of: /\*\*([^*]{1,60}?):?\*\*:?\s*/) {
      end()
      speaker = String(match.output.1)
      bare = bare[match.range.upperBound...]
      if bare.isEmpty { return }
    }
    if section == .notes, let mark = bare.prefixMatch(of: /(?:[-*+•]|\d{1,3}[.)])\s+/) {
      end()
      bare = bare[mark.range.upperBound...]
    }
    if words.isEmpty { first = line }
    words.append(withoutMarks(String(bare)))
  }

  /// Keeps the passage that is open; a quote's speaker stands behind it, a transcript's before.
  private mutating func end() {
    let text = words.joined(separator: " ")
    let document = [episode.title, episode.show].compactMap { $0 }.joined(separator: ", ")
    let cues = [Cue(speaker: speaker, start: 0, text: text, line: first)]
    if section != .transcript { speaker = nil }
    words = []
    guard let snip, !text.isEmpty else { return }
    let isSpoken = section == .transcript || section == .quote
    for passage in isSpoken
      ? Transcript(cues).passages : [SpokenPassage(speaker: nil, text: text, marks: [])]
    {
      parts.append(
        Part(
          row: InsightRow(
            title: snip.title.isEmpty ? episode.title : snip.title, text: passage.text,
            source: episode.show, document: document.nonEmpty, published: episode.published,
            speaker: passage.speaker, marks: [TimeMark(start: 0, time: snip.time)]), line: first))
    }
  }
}
