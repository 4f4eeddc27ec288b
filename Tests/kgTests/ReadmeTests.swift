import Foundation
import Testing

/// README's examples run on the built-in sample and print what README shows.
struct ReadmeTests {
  static let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("README.md")

  @Test func `README's examples print what it shows`() throws {
    let tool = try Tool()
    try FileManager.default.copyItem(
      at: Self.readme.deletingLastPathComponent()
        .appendingPathComponent("Sources/CResources/sample.jsonl"),
      to: tool.folder.appendingPathComponent("sample.jsonl"))
    // Blocks marked `console` are one transcript.
    let readme = try String(contentsOf: Self.readme, encoding: .utf8)
    let blocks = readme.components(separatedBy: "```console\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    let transcript = Transcript(blocks.joined(separator: "\n"), day: "2026-01-05")
    #expect(transcript.examples.count >= 5)
    try transcript.check(with: tool)
  }
}
