import Claims
import Foundation
import Language
import Testing

@testable import Extraction

/// Sentences and the claims read from them, one golden file a phenomenon: anyone can extend them.
struct GoldenTests {
  static let extractor = Result {
    ClaimExtractor(parser: try SyntaxParser(), vocabulary: try Vocabulary.builtIn())
  }

  @Test("golden", arguments: Golden.all())
  func golden(_ golden: Golden) throws {
    let extractor = try Self.extractor.get()
    let insight = Insight(text: golden.example.text, document: "golden", published: "2025-06-15")
    let found = extractor.claims(in: [insight])[0].map(GoldenExample.line)
    #expect(found == golden.example.expected, "\(golden.testDescription)")
  }

  @Test func `every golden file can be read`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path())
    where name.hasSuffix(".txt") {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      #expect(try !GoldenExample.examples(in: text).isEmpty, "\(name)")
    }
  }

  @Test func `examples are told apart by blank lines and know their place`() throws {
    let text = """
      # Two sentences and none.
      Rain fell.
      It stopped.
      ----
      Rain | falls |\u{20}

      # One that claims nothing.

      Hello there.
      ----
      """
    #expect(
      try GoldenExample.examples(in: text) == [
        GoldenExample(line: 2, text: "Rain fell. It stopped.", expected: ["Rain | falls |"]),
        GoldenExample(line: 9, text: "Hello there.", expected: []),
      ])
    #expect(throws: MalformedExample(line: 1)) {
      try GoldenExample.examples(in: "Rain fell.\n\nSnow fell.\n----\n")
    }
  }
}

/// An example and the file it stands in.
struct Golden: CustomTestStringConvertible {
  let file: String
  let example: GoldenExample

  var testDescription: String { "\(file): \(example.text)" }

  static func all(in subfolder: String = "") -> [Golden] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
      .appending(path: subfolder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().flatMap { name -> [Golden] in
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      return (try? GoldenExample.examples(in: text))?.map { Golden(file: name, example: $0) } ?? []
    }
  }
}
