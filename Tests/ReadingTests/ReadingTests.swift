import Claims
import Foundation
import Reading
import Testing

/// Reads a text as if it were the file "notes".
func read(_ text: String, _ format: InputFormat) -> ReadingResult {
  Reading.read(bytes: Array(text.utf8), name: "notes", format: format)
}

struct ReadingTests {
  @Test func `blank lines part insights and page furniture is counted`() {
    let page = """
      Weekly chips letter

      Sign up to get it every Friday.

      Norway funds a computing centre. It opens in May.

      Related Insights

      Peru bans imported servers from 2026.
      """
    let result = read(page, .txt)
    #expect(
      result.insights.map(\.text) == [
        "Norway funds a computing centre. It opens in May.",
        "Peru bans imported servers from 2026.",
      ])
    #expect(result.skipped == 3)
    #expect(result.failures.isEmpty)
  }

  @Test func `a line that is all there is was meant, whatever its end`() {
    #expect(read("Peru bans imported servers", .txt).insights.count == 1)
    #expect(read("Peru bans servers.", .txt).insights.count == 1)
  }

  @Test func `each item of a list is an insight, and a wrapped dash is none`() {
    let result = read(
      """
      Three things happened:
      - Peru banned imported servers last week
      - Chile allowed them.

      Norway funds a centre – the second one
      - and the largest, by its own account.
      """, .txt)
    #expect(
      result.insights.map(\.text) == [
        "Peru banned imported servers last week", "Chile allowed them.",
        "Norway funds a centre – the second one\n- and the largest, by its own account.",
      ])
  }

  @Test func `ids come from the content, and a given source and date reach each insight`() {
    let bytes = Array("Peru bans imported servers.\n".utf8)
    func read(_ name: String) -> Insight? {
      Reading.read(
        bytes: bytes, name: name, format: .txt, source: "Andes Wire", published: "2025-02"
      ).insights.first
    }
    #expect(read("a/notes.txt") == read("b/notes.txt"))
    #expect(read("a/notes.txt")?.document == "notes.txt")
    #expect(read("a/notes.txt")?.source == "Andes Wire")
    #expect(read("a/notes.txt")?.published == "2025-02")
  }

  @Test func `a broken JSON line is named and the rest is read`() {
    let result = read(
      """
      {"text": "Peru bans servers.", "id": "p1", "note": "unknown keys are left alone"}
      {broken
      {"id": "x"}
      {"text": ["Chile"]}
      {"text": "Chile allows servers.", "id": 7, "published": "2025-03-04T10:00:00Z"}
      """, .jsonl)
    #expect(result.insights.map(\.id) == ["p1", "7"])
    #expect(result.insights.last?.published == "2025-03-04")
    #expect(
      result.failures.map(\.description) == [
        "notes:2: no JSON object; write one {\"text\": \"…\"} a line",
        "notes:3: has no \"text\"; add it",
        "notes:4: \"text\" has a value of the wrong kind; see `kg --help` for the keys",
      ])
  }

  @Test func `what is no date is said and left out`() {
    let result = read(#"{"text": "Peru bans servers.", "published": "last week"}"#, .jsonl)
    #expect(result.insights.map(\.published) == [nil])
    #expect(
      result.warnings.map(\.description) == [
        "notes:1: \"last week\" is no date such as 2026-01-31; read without it"
      ])
  }

  @Test func `lines are taken whole, one insight each`() {
    let result = read("Peru bans servers . Chile does not .\n\nOslo\n", .lines)
    #expect(result.insights.map(\.text) == ["Peru bans servers . Chile does not .", "Oslo"])
  }
}

struct BadInputTests {
  @Test func `invalid UTF-8, NUL bytes and Windows line ends are mended and counted`() {
    let bytes = Array("\u{FEFF}Peru bans \u{0} servers and more.\r\nChile \u{FFFD} does not.".utf8)
    let result = Reading.read(bytes: bytes + [0xff], name: "notes", format: .lines)
    #expect(
      result.insights.map(\.text) == [
        "Peru bans \u{FFFD} servers and more.", "Chile \u{FFFD} does not.\u{FFFD}",
      ])
    #expect(
      result.warnings.map(\.message) == [
        "1 NUL byte read as U+FFFD",
        "1 place of invalid UTF-8 read as U+FFFD; save the file as UTF-8",
      ])
  }

  @Test func `UTF-16 with its mark is read`() {
    let little = Array("Peru bans servers.".utf16).flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    let big = Array("Peru bans servers.".utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
    for bytes in [[0xff, 0xfe] + little, [0xfe, 0xff] + big] {
      let result = Reading.read(bytes: bytes, name: "notes", format: .txt)
      #expect(result.insights.map(\.text) == ["Peru bans servers."])
      #expect(result.warnings.isEmpty)
    }
  }

  @Test(arguments: InputFormat.allCases)
  func `a whole file in one line is no insight`(_ format: InputFormat) {
    let line = String(repeating: "chips and ", count: 300_000)
    let text =
      switch format {
      case .jsonl: "{\"text\": \"\(line)\"}"
      case .csv: "id,text\n1,\(line)\n"
      case .vtt: "WEBVTT\n\n00:01.000 --> 00:02.000\n\(line)"
      case .srt: "1\n00:00:01,000 --> 00:00:02,000\n\(line)"
      case .transcript: "{\"segments\": [{\"startTime\": 1, \"body\": \"\(line)\"}]}"
      case .rss:
        "<rss><channel><item><guid>a:1</guid><description>\(line)</description></item></channel></rss>"
      case .atom: "<feed><entry><id>a:1</id><summary>\(line)</summary></entry></feed>"
      case .opml: "<opml><body><outline text=\"\(line)\"/></body></opml>"
      default: line
      }
    let result = read(text, format)
    #expect(result.insights.isEmpty)
    #expect(result.failures.count == 1)
    #expect(result.failures.allSatisfy { $0.message.contains("too long for an insight") })
  }

  @Test(arguments: InputFormat.allCases)
  func `a text of blanks is said to hold nothing`(_ format: InputFormat) {
    #expect(read(" \n\t\r\n", format).failures.count == 1)
  }

  @Test(arguments: [
    ("%PDF-1.7 x", "a PDF"), ("PK\u{3}\u{4}x", "a zip archive or an office document"),
    ("SQLite format 3\0", "an SQLite store"), ("\n<!DOCTYPE html><p>x", "a web page"),
  ])
  func `a file that is no text is named for what it is`(_ start: String, _ kind: String) {
    let result = read(start, .txt)
    #expect(
      result.failures.map(\.description) == [
        "notes: is \(kind), not text; save its words as .txt or .md"
      ])
  }

  @Test func `folders, missing and empty files each get their sentence`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "kg-reading-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let empty = folder.appendingPathComponent("empty.txt")
    try Data().write(to: empty)
    for (path, message) in [
      (folder.path, "is a directory; name the files in it"),
      (folder.path + "/none.txt", "no such file; check the path"),
      (empty.path, "the file is empty; give one with text in it"),
    ] {
      let expected = ReadingError(file: path, message: message)
      #expect(throws: expected) { try Reading.read(path: path, format: nil) }
      #expect(throws: expected) { try readClaims(path: path) }
    }
  }
}
