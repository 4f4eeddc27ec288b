// Reports are pure functions from values to `String`: what prints, where it goes and in which colour
// is decided by `kg`. A streaming writer was not chosen, because a report a person reads is small and
// a pure function is tested by comparing two strings.

/// One value of a row.
public enum Cell: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case real(Double)
  case null

  /// Text for a value, or null for none.
  public init(_ value: String?) { self = value.map { .text($0) } ?? .null }

  /// The value as plain words; nothing for null.
  public var plain: String {
    switch self {
    case .text(let text): text
    case .integer(let value): String(value)
    case .real(let value): shortNumber(value)
    case .null: ""
    }
  }

  var isNumber: Bool {
    switch self {
    case .integer, .real: true
    case .text, .null: false
    }
  }
}

/// Named columns and the rows under them.
public struct Rows: Hashable, Sendable {
  public var columns: [String]
  public var rows: [[Cell]]

  public init(columns: [String], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// How rows are written.
public enum RowFormat: String, CaseIterable, Sendable {
  case table, json, jsonl, csv, tsv, markdown
}

extension Rows {
  /// The rows in a format, each line ended; `width` bounds the lines of a table.
  public func rendered(as format: RowFormat, width: Int? = nil) -> String {
    switch format {
    case .table: table(width: width)
    case .json: json
    case .jsonl: jsonl
    case .csv: csv
    case .tsv: tsv
    case .markdown: markdown
    }
  }
}

/// A number with at most three decimals and no trailing zeros.
func shortNumber(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e12 else { return String(value) }
  let thousandths = (value * 1000).rounded()
  if thousandths == (thousandths / 1000).rounded() * 1000 { return String(Int(thousandths / 1000)) }
  var text = String(thousandths / 1000)
  while text.contains("."), text.hasSuffix("0") { text.removeLast() }
  return text
}
