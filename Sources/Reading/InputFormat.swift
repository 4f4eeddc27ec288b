import Foundation

/// The kinds of files that hold insights.
public enum InputFormat: String, CaseIterable, Sendable {
  /// `lines` is never guessed: each line is then an insight of one sentence.
  case txt, md, jsonl, csv, lines
  /// Captions; `transcript` is JSON in segments, as podcasts have it.
  case vtt, srt, transcript
  case html
  /// Feeds; `opml` is a list of such.
  case rss, atom, opml

  /// The format a file's ending says, or what it holds where that is known by its first words; else text.
  public init(of path: String, holding bytes: [UInt8]) {
    let parts = documentName(path).split(separator: ".")
    let ending = parts.count > 1 ? parts.last.map { $0.lowercased() } : nil
    let head = String(decoding: bytes.prefix(4096).filter { $0 != 0x0d }, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines.union(["\u{feff}"]))
    switch ending {
    case "md", "markdown": self = .md
    case "jsonl", "ndjson": self = .jsonl
    case "csv", "tsv": self = .csv
    case "vtt": self = .vtt
    case "srt": self = .srt
    case "html", "htm", "xhtml": self = .html
    case "opml": self = .opml
    case "rss", "atom", "xml": self = Self.told(by: head, bytes) ?? .rss
    case "json": self = Self.holdsSegments(head, bytes) ? .transcript : .jsonl
    default: self = Self.told(by: head, bytes) ?? .txt
    }
  }

  private static func told(by head: String, _ bytes: [UInt8]) -> InputFormat? {
    if head.prefixMatch(of: /WEBVTT(?:\s|$)/) != nil { return .vtt }
    if head.prefixMatch(of: /\d+\n\d+:\d\d:\d\d[.,]\d+ *-->/) != nil { return .srt }
    if head.hasPrefix("<") {
      // The first element with such a name: declarations and comments may stand before it.
      let root = head.replacing(/<!--.*?-->/.dotMatchesNewlines(), with: "")
        .firstMatch(of: /<(?:\w+:)?(rss|rdf|feed|opml|html|head|body)[\s>\/]/.ignoresCase())
      switch root?.output.1.lowercased() {
      case "rss", "rdf": return .rss
      case "feed": return .atom
      case "opml": return .opml
      case nil: return head.lowercased().hasPrefix("<!doctype html") ? .html : nil
      default: return .html
      }
    }
    return holdsSegments(head, bytes) ? .transcript : nil
  }

  /// Anywhere: the whole text may stand before them.
  private static func holdsSegments(_ head: String, _ bytes: [UInt8]) -> Bool {
    head.hasPrefix("{")
      && bytes.withUnsafeBufferPointer { bytes in
        Array("\"segments\"".utf8).withUnsafeBufferPointer { bytes.place(of: $0) != nil }
      }
  }
}
