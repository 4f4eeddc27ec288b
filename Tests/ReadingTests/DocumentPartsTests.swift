import Foundation
import Testing

@testable import Reading

struct DocumentPartsTests {
  /// The parts of lines that name these documents, as the documents in each and whether they end.
  private func parts(_ documents: String, lines: Int = 2, ending: String = "\n") throws -> [String]
  {
    let names = documents.split(separator: " ")
    let text = names.map { name in
      switch name {
      case "-": return "{\"text\": \"none\"}"
      case "a+b": return "{\"document\": \"a\", \"evidence\": {\"document\" : \"b\"}}"
      default: return "{\"document\": \"\(name)\", \"text\": \"a \\\"document\\\" of ours\"}"
      }
    }.joined(separator: ending)
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("kg-parts-\(UUID())")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let file = try InputFile(path: url.path)
    let parts = try DocumentParts.parts(
      of: file, size: DocumentParts.Size(lines: lines, bytes: 1 << 20))
    #expect(parts.first?.bytes.lowerBound == 0)
    #expect(parts.last?.bytes.upperBound == text.utf8.count)
    var line = 1
    return try parts.map { part in
      #expect(part.firstLine == line)
      let count = String(decoding: try file.bytes(part.bytes), as: UTF8.self)
        .split(whereSeparator: \.isNewline).count
      defer { line += count }
      return names[line - 1..<line - 1 + count].joined(separator: " ")
        + (part.endsDocuments ? "" : " …")
    }
  }

  @Test func `parts end where documents do`() throws {
    #expect(try parts("a b c d") == ["a b", "c d"])
    #expect(try parts("a a a b c c") == ["a a a", "b c c"])
    #expect(try parts("a b a c d") == ["a b a", "c d"])
    #expect(try parts("- b c - d") == ["- b c -", "d"])
    #expect(try parts("a+b c b d") == ["a+b c b", "d"])
    #expect(try parts("a a a b c c", ending: "\r\n") == ["a a a", "b c c"])
    #expect(try parts("a a a b c c", ending: "\r") == ["a a a b c c"])
  }

  @Test func `a document too large for a part goes on in the next`() throws {
    let many = Array(repeating: "a", count: 20).joined(separator: " ")
    let found = try parts(many + " b b b")
    #expect(found.count > 2)
    #expect(
      found.joined(separator: " ").replacingOccurrences(of: " …", with: "") == many + " b b b")
    #expect(found.first?.hasSuffix("a …") == true)
    #expect(found.last?.hasSuffix("…") == false)
  }
}
