import Claims
import Foundation

/// Reads a file of insights, `-` being standard input.
///
/// A feed takes its transcripts from the files `given` or beside it. Throws a `ReadingError` where
/// nothing of it can be read; single bad lines are in the result's failures.
public func read(
  path: String, format: InputFormat?, source: String? = nil, published: String? = nil,
  beside given: [String] = []
) throws -> ReadingResult {
  let name = path == "-" ? "stdin" : path
  let bytes = try contents(of: path)
  let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  let folder = path == "-" ? nil : parts.isEmpty ? "." : parts.joined(separator: "/")
  var reader = InsightReader(
    name: name, source: source, published: published,
    files: LocalFiles(folder: folder, given: given.filter { $0 != path && $0 != "-" }))
  reader.read(bytes, as: format ?? InputFormat(of: path, holding: bytes))
  return reader.result
}

/// The insights in the bytes of a file called `name`.
///
/// No world in it, so that a test needs no files.
public func read(
  bytes: [UInt8], name: String, format: InputFormat, source: String? = nil, published: String? = nil
) -> ReadingResult {
  var reader = InsightReader(name: name, source: source, published: published)
  reader.read(bytes, as: format)
  return reader.result
}

/// An insight of more bytes than this is no passage a person reads, but a whole file in one line.
let longestInsight = 20_000

/// A file of more bytes that has to be read as a whole is refused: its tree takes many times as much.
let largestWhole = 64 << 20

/// The text of a file, `-` being standard input, and what had to be mended in it.
///
/// An empty file is an error unless `mayBeEmpty`, as for a vocabulary that holds nothing.
public func readText(path: String, mayBeEmpty: Bool = false) throws -> (
  text: String, warnings: [ReadingError]
) {
  let name = path == "-" ? "stdin" : path
  let bytes = try contents(of: path, mayBeEmpty: mayBeEmpty)
  guard let mended = MendedText(bytes) else { throw ReadingError(notText: bytes, file: name) }
  return (mended.text, mended.warnings.map { ReadingError(file: name, message: $0) })
}

extension ReadingError {
  init(notText bytes: [UInt8], file: String) {
    let kind = MendedText.notText(bytes) ?? "no text"
    self.init(
      file: file, message: "is \(kind), not text; save its words as .txt or .md")
  }
}

/// The bytes of a file or of standard input.
func contents(of path: String, mayBeEmpty: Bool = false) throws -> [UInt8] {
  let file = try InputFile(path: path, mayBeEmpty: mayBeEmpty)
  return try file.bytes(0..<file.count)
}

/// Turns one input into insights, and notes what can't be read.
struct InsightReader {
  let name: String
  private let document: String
  private let title: String?
  let source: String?
  let published: String?
  let files: LocalFiles
  /// Who may speak in a transcript.
  private let persons: [Feed.Person]
  /// Where in the file it stands what is read, if it is an item of that.
  private let line: Int?
  var result = ReadingResult()

  init(
    name: String, document: String? = nil, title: String? = nil, source: String?,
    published: String?, files: LocalFiles = LocalFiles(), persons: [Feed.Person] = [],
    line: Int? = nil
  ) {
    self.name = name
    self.document = document ?? documentName(name)
    self.title = title
    self.source = source
    self.published = published
    self.files = files
    self.persons = persons
    self.line = line
  }

  mutating func read(_ bytes: [UInt8], as format: InputFormat) {
    guard let text = text(of: bytes, as: format) else { return }
    switch format {
    case .txt: keep(plainPassages(text))
    case .md: readMarkdown(text)
    case .lines: readLines(text)
    case .jsonl: readJSONLines(text)
    case .csv: readCSV(text)
    case .vtt, .srt:
      let captions = CaptionReader(text, isWebVTT: format == .vtt)
      for failure in captions.failures { fail(failure.message, line: failure.line) }
      keep(captions.cues, title: captions.title)
    case .transcript: readTranscript(text)
    case .html: readHTML(text)
    case .rss, .atom: readFeed(text)
    case .opml: readOPML(text)
    }
    if result.insights.isEmpty, result.failures.isEmpty, result.warnings.isEmpty || format != .opml
    {
      if result.skipped > 0 {
        warn("holds headings and adverts only; insights are sentences, blank lines between them")
      } else {
        fail("holds no text; give a file with sentences in it")
      }
    }
  }

  /// The bytes as text; nil, with the reason noted, where they are none.
  mutating func text(of bytes: [UInt8], as format: InputFormat) -> String? {
    let isMarkup = [.html, .rss, .atom, .opml].contains(format)
    guard !isMarkup && format != .transcript || bytes.count <= largestWhole else {
      fail("\(bytes.count >> 20) MB are too many for one \(format.rawValue); split it")
      return nil
    }
    let bytes = isMarkup ? MendedText.asDeclared(bytes) : bytes
    guard let mended = MendedText(bytes, mayBePage: format == .html) else {
      result.failures.append(ReadingError(notText: bytes, file: name))
      return nil
    }
    for warning in mended.warnings { warn(warning) }
    return mended.text
  }

  mutating func fail(_ message: String, line: Int? = nil) {
    result.failures.append(ReadingError(file: name, line: line, message: message))
  }

  mutating func warn(_ message: String, line: Int? = nil) {
    result.warnings.append(ReadingError(file: name, line: line, message: message))
  }

  /// Keeps an insight with what the file says of it, else what the whole input is said to be.
  mutating func keep(_ row: InsightRow, line: Int?) {
    guard let text = row.text, !text.allSatisfy(\.isWhitespace) else {
      fail("has no \"text\"; add it", line: line)
      return
    }
    guard !isTooLong(text, line) else { return }
    var date = row.published
    if let given = row.published {
      date = isoDate(given)
      if date == nil {
        warn("\"\(given.prefix(40))\" is no date such as 2026-01-31; read without it", line: line)
      }
    }
    result.insights.append(
      Insight(
        id: row.id, title: row.title ?? title, text: text, document: row.document ?? document,
        source: row.source ?? source, published: date ?? published, speaker: row.speaker,
        marks: row.marks))
  }

  /// Takes over what was read from an item or from another file.
  mutating func take(_ inner: ReadingResult) {
    result.insights += inner.insights
    result.skipped += inner.skipped
    result.failures += inner.failures
    result.warnings += inner.warnings
    result.named.formUnion(inner.named)
    result.used.formUnion(inner.used)
  }

  private mutating func readHTML(_ text: String) {
    let page = HTMLPage(text)
    keep(page.passages, title: page.title, source: page.source, published: page.published)
  }

  private mutating func readMarkdown(_ text: String) {
    if SnipdExport.isOne(text) {
      for part in SnipdExport(text).parts {
        if Furniture.isNotice(part.row.text ?? "") {
          result.skipped += 1
        } else {
          keep(part.row, line: part.line)
        }
      }
      return
    }
    let front = FrontMatter(text)
    if let date = front.published, feedDate(date) == nil {
      warn("\"\(date.prefix(40))\" is no date such as 2026-01-31; read without it", line: 1)
    }
    keep(
      markdownPassages(text), title: front.title, source: front.source,
      published: front.published.flatMap(feedDate))
  }

  /// Keeps passages of a file that says what it is.
  private mutating func keep(
    _ passages: [Passage], title: String?, source: String?, published: String?
  ) {
    var inner = InsightReader(
      name: name, document: document, title: title ?? self.title, source: source ?? self.source,
      published: published ?? self.published)
    inner.keep(passages)
    take(inner.result)
  }

  mutating func keep(_ passages: [Passage]) {
    for passage in passages where !isTooLong(passage.text, passage.line) {
      // A heading is one among other passages; a line that is all there is was meant.
      let isAlone = passages.count == 1 && Furniture.words(of: passage.text).count > 2
      if Furniture.isNotice(passage.text) || !isAlone && Furniture.isHeading(passage) {
        result.skipped += 1
      } else {
        keep(InsightRow(text: passage.text), line: line ?? passage.line)
      }
    }
  }

  private mutating func readTranscript(_ text: String) {
    guard let transcript = TranscriptJSON(text) else {
      fail(
        "is no transcript in JSON; it takes {\"segments\": [{\"speaker\", \"startTime\", \"body\"}, …]}"
      )
      return
    }
    for failure in transcript.failures { fail(failure) }
    keep(
      transcript.cues, title: transcript.title, show: transcript.show,
      published: transcript.published.flatMap(feedDate))
  }

  /// Keeps what is spoken. Its source is the show, else what the recording or its file is called:
  /// whoever speaks, somebody has published it.
  mutating func keep(
    _ cues: [Cue], title: String? = nil, show: String? = nil, published: String? = nil
  ) {
    let title = self.title ?? title
    let source = source ?? show ?? title ?? documentName(name)
    let transcript = Transcript(cues)
    result.skipped += transcript.skipped
    if transcript.lacksSentences {
      warn("hardly any sentence has an end; claims are read from a transcript with punctuation")
    }
    for passage in transcript.passages {
      let speaker = passage.speaker.map { persons.name(for: $0) ?? $0 }
      keep(
        InsightRow(
          title: title, text: passage.text, source: source, published: self.published ?? published,
          speaker: speaker, marks: passage.marks), line: passage.line)
    }
  }

  private mutating func readLines(_ text: String) {
    for line in numberedLines(text) where !line.isBlank {
      keep(InsightRow(text: line.text), line: line.number)
    }
  }

  private mutating func isTooLong(_ text: String, _ place: Int?) -> Bool {
    guard text.utf8.count > longestInsight else { return false }
    fail(
      "\(text.utf8.count) bytes in one passage are too long for an insight; put blank lines between passages",
      line: line ?? place)
    return true
  }
}

/// What a row of an input says of one insight.
struct InsightRow: Hashable {
  var id: String?
  var title: String?
  var text: String?
  var source: String?
  var document: String?
  var published: String?
  var speaker: String?
  var marks: [TimeMark] = []
}

/// A file's own name, without its folders.
func documentName(_ path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}

/// A date, or the date of a date and time, as ISO 8601 writes it; nil where it is none.
func isoDate(_ text: String) -> String? {
  if isPlainDate(text) { return text }
  let form = /\s*(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ]\d\d:.*)?\s*/
  guard let found = text.wholeMatch(of: form) else { return nil }
  let (_, year, month, day) = found.output
  if let month, !(1...12).contains(Int(month) ?? 0) { return nil }
  if let day, !(1...31).contains(Int(day) ?? 0) { return nil }
  return [year, month, day].compactMap { $0.map(String.init) }.joined(separator: "-")
}

/// Whether it is a day as nearly all dates are written: `2025-03-01`.
///
/// Apart from the pattern, because matching that took two thirds of the time to read a file of claims.
private func isPlainDate(_ text: String) -> Bool {
  let bytes = text.utf8
  guard bytes.count == 10 else { return false }
  var parts = [0, 0, 0]
  for (place, byte) in bytes.enumerated() {
    let isDash = place == 4 || place == 7
    guard isDash ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte) else { return false }
    let part = place < 5 ? 0 : place < 8 ? 1 : 2
    if !isDash { parts[part] = parts[part] * 10 + Int(byte - 0x30) }
  }
  return (1...12).contains(parts[1]) && (1...31).contains(parts[2])
}
