import Claims
import Foundation

/// Reads a file of insights, `-` being standard input.
///
/// Throws a `ReadingError` where nothing of it can be read; single bad lines are in the result's failures.
public func read(
  path: String, format: InputFormat?, source: String? = nil, published: String? = nil
) throws -> ReadingResult {
  let bytes = try contents(of: path)
  let name = path == "-" ? "stdin" : path
  guard !bytes.isEmpty else {
    throw ReadingError(file: name, message: "the file is empty; give one with text in it")
  }
  return read(
    bytes: bytes, name: name, format: format ?? InputFormat(ending: path), source: source,
    published: published)
}

/// The insights in the bytes of a file called `name`.
public func read(
  bytes: [UInt8], name: String, format: InputFormat, source: String? = nil, published: String? = nil
) -> ReadingResult {
  var result = ReadingResult()
  let text = mended(bytes, name: name, into: &result)
  let document = name.split(separator: "/").last.map(String.init) ?? name
  let defaults = Insight(id: "", text: "", document: document, source: source, published: published)
  switch format {
  case .txt: readPassages(text, defaults, name, into: &result)
  case .md: readPassages(withoutMarkup(text), defaults, name, into: &result)
  case .lines: readLines(text, defaults, name, into: &result)
  case .jsonl: readJSONLines(text, defaults, name, into: &result)
  case .csv: readCSV(text, defaults, name, into: &result)
  }
  return result
}

/// An insight of more bytes than this is no passage a person reads, but a whole file in one line.
let longestInsight = 20_000

func contents(of path: String) throws -> [UInt8] {
  if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
  var isDirectory: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
    throw ReadingError(file: path, message: "no such file; check the path")
  }
  if isDirectory.boolValue {
    throw ReadingError(file: path, message: "is a directory; name the files in it")
  }
  guard let data = FileManager.default.contents(atPath: path) else {
    throw ReadingError(file: path, message: "can't be read; check its permissions")
  }
  return [UInt8](data)
}

/// The bytes as text: byte order mark dropped, invalid UTF-8 and NUL as U+FFFD and counted, line ends `\n`.
private func mended(_ bytes: [UInt8], name: String, into result: inout ReadingResult) -> String {
  var kept = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
  let nuls = kept.count { $0 == 0 }
  if nuls > 0 {
    kept = kept.flatMap { $0 == 0 ? [0xef, 0xbf, 0xbd] : [$0] }
    result.warnings.append(ReadingError(file: name, message: "\(nuls) NUL bytes read as U+FFFD"))
  }
  let text = String(decoding: kept, as: UTF8.self)
  if String(validating: kept, as: UTF8.self) == nil {
    let broken = text.unicodeScalars.count { $0 == "\u{FFFD}" } - nuls
    result.warnings.append(
      ReadingError(
        file: name,
        message: "\(broken) places of invalid UTF-8 read as U+FFFD; save the file as UTF-8"))
  }
  guard text.utf8.contains(0x0d) else { return text }
  return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
}

private func isTooLong(
  _ text: some StringProtocol, _ name: String, _ line: Int, _ result: inout ReadingResult
) -> Bool {
  guard text.utf8.count > longestInsight else { return false }
  result.failures.append(
    ReadingError(
      file: name, line: line,
      message:
        "\(text.utf8.count) bytes in one passage are too many for an insight; put blank lines between passages"
    ))
  return true
}

private func readPassages(
  _ text: String, _ defaults: Insight, _ name: String, into result: inout ReadingResult
) {
  var passage: [Substring] = []
  var first = 1
  func close() {
    defer { passage = [] }
    let joined = passage.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
    guard !joined.isEmpty, !isTooLong(joined, name, first, &result) else { return }
    if Furniture.isFurniture(joined) {
      result.skipped += 1
    } else {
      result.insights.append(
        Insight(
          text: joined, document: defaults.document, source: defaults.source,
          published: defaults.published))
    }
  }
  for (k, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    if line.allSatisfy(\.isWhitespace) {
      close()
    } else {
      if passage.isEmpty { first = k + 1 }
      passage.append(line)
    }
  }
  close()
}

private func readLines(
  _ text: String, _ defaults: Insight, _ name: String, into result: inout ReadingResult
) {
  for (k, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    guard !line.allSatisfy(\.isWhitespace), !isTooLong(line, name, k + 1, &result) else { continue }
    result.insights.append(
      Insight(
        text: String(line), document: defaults.document, source: defaults.source,
        published: defaults.published))
  }
}

private struct InsightLine: Decodable {
  var id: String?
  var title: String?
  var text: String?
  var source: String?
  var document: String?
  var published: String?
}

private func readJSONLines(
  _ text: String, _ defaults: Insight, _ name: String, into result: inout ReadingResult
) {
  for (k, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    guard !line.allSatisfy(\.isWhitespace) else { continue }
    guard let read = try? JSONDecoder().decode(InsightLine.self, from: Data(line.utf8)) else {
      result.failures.append(
        ReadingError(
          file: name, line: k + 1,
          message: "no JSON object of an insight; write {\"text\": \"…\"} in one line"))
      continue
    }
    guard let body = read.text, !body.allSatisfy(\.isWhitespace) else {
      result.failures.append(
        ReadingError(file: name, line: k + 1, message: "has no \"text\"; add it"))
      continue
    }
    guard !isTooLong(body, name, k + 1, &result) else { continue }
    result.insights.append(
      Insight(
        id: read.id, title: read.title, text: body, document: read.document ?? defaults.document,
        source: read.source ?? defaults.source, published: read.published ?? defaults.published))
  }
}
