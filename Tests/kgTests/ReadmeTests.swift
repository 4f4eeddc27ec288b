import Foundation
import Testing

/// README's examples run on the built-in sample and print what README shows.
struct ReadmeTests {
  static let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("README.md")

  struct Example: CustomTestStringConvertible {
    var command: String
    var shown: String
    var testDescription: String { command }
  }

  /// Commands and what follows them, in blocks marked `console`; `…` alone on a line skips the rest.
  static func examples() -> [Example] {
    guard let text = try? String(contentsOf: readme, encoding: .utf8) else { return [] }
    var examples: [Example] = []
    for block in text.components(separatedBy: "```console\n").dropFirst() {
      let body = block.components(separatedBy: "```").first ?? ""
      for part in ("\n" + body).components(separatedBy: "\n$ ").dropFirst() {
        let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
        let shown = lines.dropFirst().joined(separator: "\n")
        examples.append(Example(command: String(lines.first ?? ""), shown: shown))
      }
    }
    return examples
  }

  @Test func `README's examples print what it shows`() throws {
    let tool = try Tool()
    try FileManager.default.copyItem(
      at: Self.readme.deletingLastPathComponent()
        .appendingPathComponent("Sources/CResources/sample.jsonl"),
      to: tool.folder.appendingPathComponent("sample.jsonl"))
    let examples = Self.examples()
    #expect(examples.count >= 5)
    for example in examples {
      // As on a terminal: tables rather than tabs, and messages among the output.
      let result = try tool.shell("exec 2>&1; export KG_FORMAT=table; \(example.command)")
      let shown = example.shown.trimmingCharacters(in: .newlines)
      let printed = result.output.trimmingCharacters(in: .newlines)
      if let cut = shown.range(of: "\n…") {
        #expect(printed.hasPrefix(shown[..<cut.lowerBound]), "\(example.command)")
      } else {
        #expect(printed == shown, "\(example.command)")
      }
    }
  }
}
