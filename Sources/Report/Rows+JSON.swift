extension Rows {
  /// One array of objects, a row a line.
  public var json: String {
    if rows.isEmpty { return "[]\n" }
    return "[\n" + rows.map { "  " + object($0) }.joined(separator: ",\n") + "\n]\n"
  }

  /// One object a line.
  public var jsonl: String { rows.map { object($0) + "\n" }.joined() }

  private func object(_ row: [Cell]) -> String {
    let pairs = zip(columns, row).map { name, cell in jsonString(name) + ": " + value(cell) }
    return "{" + pairs.joined(separator: ", ") + "}"
  }

  private func value(_ cell: Cell) -> String {
    switch cell {
    case .null: "null"
    case .integer(let value): String(value)
    case .real(let value): value.isFinite ? shortNumber(value) : "null"
    case .text(let text): jsonString(text)
    }
  }
}

/// A JSON string with its quotes; control characters are escaped, everything else stays readable.
func jsonString(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\r": out += "\\r"
    case "\t": out += "\\t"
    case "\u{0}"..."\u{1f}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out + "\""
}
