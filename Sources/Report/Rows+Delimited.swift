extension Rows {
  /// RFC 4180: quotes where a cell needs them, doubled inside.
  public var csv: String {
    lines(separator: ",") { cell in
      // A carriage return and a newline are one character to Swift, so scalars are looked at.
      let special = cell.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
      return special
        ? "\""
          + cell.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\"" : cell
    }
  }

  /// A line a row whatever the cells hold: tabs, newlines and backslashes are written `\t` `\n` `\\`.
  public var tsv: String {
    lines(separator: "\t") { cell in
      // Most cells hold none of these, and are as they are.
      if !cell.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) { return cell }
      var out = ""
      for scalar in cell.unicodeScalars {
        switch scalar {
        case "\t": out += "\\t"
        case "\n": out += "\\n"
        case "\r": out += "\\r"
        case "\\": out += "\\\\"
        default: out.unicodeScalars.append(scalar)
        }
      }
      return out
    }
  }

  private func lines(separator: String, _ cell: (String) -> String) -> String {
    var out = ""
    func add(_ row: some Sequence<String>) {
      for (place, text) in row.enumerated() {
        if place > 0 { out += separator }
        out += cell(text)
      }
      out += "\n"
    }
    add(columns)
    for row in rows { add(row.lazy.map(\.plain)) }
    return out
  }
}
