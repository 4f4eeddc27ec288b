extension InsightReader {
  /// Reads one insight a line; unknown keys are left alone.
  mutating func readJSONLines(_ text: String) {
    for line in numberedLines(text) where !line.isBlank {
      guard let object = JSON(line.text)?.object else {
        fail("no JSON object; write one {\"text\": \"…\"} a line", line: line.number)
        continue
      }
      do {
        keep(try InsightRow(object), line: line.number)
      } catch {
        fail(error.description, line: line.number)
      }
    }
  }
}

extension InsightRow {
  fileprivate init(_ object: JSONObject) throws(WrongKind) {
    self.init(
      id: try object.word("id"), title: try object.string("title"),
      text: try object.string("text"), source: try object.word("source"),
      document: try object.word("document"), published: try object.word("published"))
  }
}
