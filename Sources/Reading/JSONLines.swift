import Foundation

extension InsightReader {
  /// Reads one insight a line; unknown keys are left alone.
  mutating func readJSONLines(_ text: String) {
    let decoder = JSONDecoder()
    for line in numberedLines(text) where !line.isBlank {
      do {
        let read = try decoder.decode(InsightLine.self, from: Data(line.text.utf8))
        keep(read.row, line: line.number)
      } catch {
        fail(
          jsonTrouble(error) ?? "no JSON object; write one {\"text\": \"…\"} a line",
          line: line.number)
      }
    }
  }
}

/// What is wrong with a value of a JSON object, or nil where there is no object at all.
func jsonTrouble(_ error: any Error) -> String? {
  guard let error = error as? DecodingError else { return nil }
  switch error {
  case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
    guard let key = context.codingPath.last, key.intValue == nil else { return nil }
    return "\"\(key.stringValue)\" has a value of the wrong kind; see `kg --help` for the keys"
  default: return nil
  }
}

/// A line of JSON with an insight in it.
private struct InsightLine: Decodable {
  var row: InsightRow

  enum Key: String, CodingKey {
    case id, title, text, source, document, published
  }

  init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: Key.self)
    row = InsightRow(
      id: try c.word(.id), title: try c.decodeIfPresent(String.self, forKey: .title),
      text: try c.decodeIfPresent(String.self, forKey: .text), source: try c.word(.source),
      document: try c.word(.document), published: try c.word(.published))
  }
}

extension KeyedDecodingContainer {
  /// A string, or a whole number in its place; an empty string counts as missing.
  func word(_ key: Key) throws -> String? {
    // What is usual first, because an error that is made to be thrown away takes longer than all the rest.
    do {
      return try decodeIfPresent(String.self, forKey: key).flatMap { $0.isEmpty ? nil : $0 }
    } catch {
      guard let number = try? decodeIfPresent(Int.self, forKey: key) else { throw error }
      return String(number)
    }
  }
}
