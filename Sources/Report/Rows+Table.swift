import Text

extension Rows {
  /// Columns under each other for a terminal; the longest columns are cut first to fit `width`.
  public func table(width: Int? = nil) -> String {
    let texts = rows.map { $0.map { oneLine($0.plain) } }
    var widths = columns.indices.map { i in
      ([columns[i]] + texts.map { $0[i] }).map(displayWidth).max() ?? 0
    }
    if let width {
      let gaps = 2 * max(0, columns.count - 1)
      while widths.reduce(gaps, +) > width, let widest = widths.max(), widest > 8,
        let i = widths.firstIndex(of: widest)
      { widths[i] -= 1 }
    }
    let right = columns.indices.map { i in
      !rows.isEmpty && rows.allSatisfy { $0[i].isNumber || $0[i] == .null }
    }
    func line(_ cells: [String]) -> String {
      var out = ""
      for i in cells.indices {
        let cell = cut(cells[i], to: widths[i])
        let pad = String(repeating: " ", count: max(0, widths[i] - displayWidth(cell)))
        out += (i > 0 ? "  " : "") + (right[i] ? pad + cell : cell + pad)
      }
      while out.last == " " { out.removeLast() }
      return out + "\n"
    }
    let rule = widths.map { String(repeating: "─", count: $0) }
    return line(columns) + line(rule) + texts.map(line).joined()
  }

  /// A Markdown table; bars and newlines inside cells are kept apart from the table's own.
  public var markdown: String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let body = rows.map { row in
      line(
        row.map { cell in
          oneLine(cell.plain).map { "\\|<".contains($0) ? "\\\($0)" : String($0) }.joined()
        })
    }
    return line(columns) + line(columns.map { _ in "---" }) + body.joined()
  }
}

/// The text without line breaks and control characters, which would tear a table or drive a terminal.
func oneLine(_ text: String) -> String {
  var out = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n", "\r", "\t": if out.last != " " { out += " " }
    case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}": continue
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out
}

private func cut(_ text: String, to width: Int) -> String {
  if displayWidth(text) <= width { return text }
  var out = ""
  var used = 0
  for character in text {
    let next = displayWidth(character)
    if used + next > width - 1 { break }
    out.append(character)
    used += next
  }
  return out + "…"
}
