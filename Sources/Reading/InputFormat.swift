/// The kinds of files that hold insights.
public enum InputFormat: String, CaseIterable, Sendable {
  /// `lines` is never guessed: each line is then an insight of one sentence.
  case txt, md, jsonl, csv, lines

  /// The format a file's ending says; text where it says nothing known.
  public init(ending path: String) {
    let parts = documentName(path).split(separator: ".")
    switch parts.count > 1 ? parts.last.map({ $0.lowercased() }) : nil {
    case "md", "markdown": self = .md
    case "jsonl", "ndjson", "json": self = .jsonl
    case "csv", "tsv": self = .csv
    default: self = .txt
    }
  }
}
