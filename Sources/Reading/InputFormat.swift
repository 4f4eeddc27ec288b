/// The kinds of files that hold insights.
public enum InputFormat: String, CaseIterable, Sendable {
  case txt, md, jsonl, csv, lines

  /// The format a file's ending says; text where it says nothing known.
  public init(ending path: String) {
    switch path.split(separator: ".").last.map({ $0.lowercased() }) {
    case "md", "markdown": self = .md
    case "jsonl", "ndjson": self = .jsonl
    case "csv": self = .csv
    default: self = .txt
    }
  }
}
