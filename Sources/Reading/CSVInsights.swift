import Claims
import SwiftCSV

/// Rows of a CSV file with a header: `id`, `title`, `text`, `source`, `document`, `published`; only `text` must be there.
func readCSV(_ text: String, _ defaults: Insight, _ name: String, into result: inout ReadingResult)
{
  let table: CSV<Named>
  do {
    table = try CSV<Named>(string: text, delimiter: .comma)
  } catch {
    result.failures.append(ReadingError(file: name, message: "can't be read as CSV: \(error)"))
    return
  }
  guard table.header.contains("text") else {
    result.failures.append(
      ReadingError(
        file: name, line: 1,
        message:
          "no column \"text\" among \(table.header.joined(separator: ", ")); name the columns id, title, text, source, document, published"
      ))
    return
  }
  for (k, row) in table.rows.enumerated() {
    func cell(_ column: String) -> String? { row[column].flatMap { $0.isEmpty ? nil : $0 } }
    guard let body = cell("text"), body.utf8.count <= longestInsight else {
      result.failures.append(
        ReadingError(
          file: name, line: k + 2,
          message: "the row has no text, or too long a one; see the column \"text\""))
      continue
    }
    result.insights.append(
      Insight(
        id: cell("id"), title: cell("title"), text: body,
        document: cell("document") ?? defaults.document,
        source: cell("source") ?? defaults.source,
        published: cell("published") ?? defaults.published))
  }
}
