import Claims
import SwiftCSV

extension InsightReader {
  private static var columns: [String] {
    ["id", "title", "text", "source", "document", "published"]
  }

  /// Reads rows under a header; only the column `text` must be there, or those of Readwise's export.
  ///
  /// Row by row, because SwiftCSV gives up a whole file for one stray quotation mark.
  mutating func readCSV(_ text: String) {
    let lines = Array(numberedLines(text))
    guard let top = lines.firstIndex(where: { !$0.isBlank }) else { return }
    let first = lines[top]
    guard let (header, delimiter) = csvHeader(first.text) else {
      let found = (try? csvFields(String(first.text.prefix(2000)), .comma)) ?? [first.text]
      fail(
        "no column \"text\" among \(found.joined(separator: ", ").prefix(200)); name the columns \(Self.columns.joined(separator: ", "))",
        line: first.number)
      return
    }
    for record in csvRecords(lines.dropFirst(top + 1), delimiter) {
      if record.isOpen {
        fail(
          "a quotation mark is opened and not closed; double it or close it", line: record.number)
        continue
      }
      if record.text.utf8.count > 4 * longestInsight {
        fail(
          "\(record.text.utf8.count) bytes in one row are too long for an insight; split its text",
          line: record.number)
        continue
      }
      guard var fields = try? csvFields(record.text, delimiter) else {
        fail("a quotation mark stands inside a value; double it", line: record.number)
        continue
      }
      while fields.count > header.count, fields.last == "" { fields.removeLast() }
      if fields.count > header.count {
        fail(
          "\(fields.count) values for \(header.count) columns; quote values that hold a \"\(delimiter.rawValue)\"",
          line: record.number)
        continue
      }
      let cells = Dictionary(zip(header, fields), uniquingKeysWith: { first, _ in first })
      func cell(_ column: String) -> String? { cells[column].flatMap { $0.isEmpty ? nil : $0 } }
      if isReadwise(header) {
        readHighlight(cell, line: record.number)
      } else {
        keep(
          InsightRow(
            id: cell("id"), title: cell("title"), text: cell("text"), source: cell("source"),
            document: cell("document"), published: cell("published")),
          line: record.number)
      }
    }
  }

  /// Keeps a highlight of Readwise. The reader's own note and the day of reading are no part of it.
  private mutating func readHighlight(_ cell: (String) -> String?, line: Int) {
    let text = cell("highlight").map {
      markdownPassages($0).map(\.text).joined(separator: "\n\n")
    }
    if let text, Furniture.isNotice(text) {
      result.skipped += 1
      return
    }
    let (title, author) = (cell("booktitle"), cell("bookauthor"))
    // Where podcasts are highlighted, the place is a time in seconds.
    let time =
      cell("locationtype") == "time_offset"
      ? cell("location").flatMap { Int($0) }.map { timecode($0 * 1000) } : nil
    keep(
      InsightRow(
        title: title, text: text, source: author,
        // Two books may have one title.
        document: title.map { title in author.map { "\(title), \($0)" } ?? title },
        marks: time.map { [TimeMark(start: 0, time: $0)] } ?? []), line: line)
  }
}

/// One record of a CSV file and the line it begins in.
private struct CSVRecord {
  var text: String
  var number: Int
  /// Whether a quotation mark in it is never closed.
  var isOpen = false
}

/// Records part at line ends outside quotation marks; blank ones are left out.
private func csvRecords(_ rest: ArraySlice<NumberedLine>, _ delimiter: CSVDelimiter) -> [CSVRecord]
{
  let lines = Array(rest)
  var records: [CSVRecord] = []
  var at = 0
  while at < lines.count {
    var end = at
    var isOpen = false
    // A value longer than this has lost its closing mark.
    while end < lines.count, end - at < 200 {
      let marks = lines[end].text.utf8.count { $0 == UInt8(ascii: "\"") }
      if marks % 2 == 1 { isOpen.toggle() }
      if !isOpen { break }
      end += 1
    }
    let record = lines[at..<min(end + 1, lines.count)].map(\.text).joined(separator: "\n")
    // One bad line must not take the lines after it along.
    if isOpen || end > at && (try? csvFields(record, delimiter)) == nil {
      records.append(CSVRecord(text: lines[at].text, number: lines[at].number, isOpen: true))
      at += 1
      continue
    }
    if !record.allSatisfy(\.isWhitespace) {
      records.append(CSVRecord(text: record, number: lines[at].number))
    }
    at = end + 1
  }
  return records
}

/// The names of the columns, lower case, and what stands between them: the sign that finds a column `text`.
private func csvHeader(_ line: String) -> (names: [String], delimiter: CSVDelimiter)? {
  guard line.utf8.count <= longestInsight else { return nil }
  for delimiter in [CSVDelimiter.comma, .semicolon, .tab] {
    guard let fields = try? csvFields(line, delimiter) else { continue }
    let names = fields.map { $0.lowercased().filter { !$0.isWhitespace } }
    if names.contains("text") || isReadwise(names) { return (names, delimiter) }
  }
  return nil
}

private func isReadwise(_ names: [String]) -> Bool {
  names.contains("highlight") && names.contains("booktitle")
}

private func csvFields(_ record: String, _ delimiter: CSVDelimiter) throws -> [String] {
  // The header of a CSV is its first record.
  return try CSV<Enumerated>(string: record, delimiter: delimiter, loadColumns: false).header
}
