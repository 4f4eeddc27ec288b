import Foundation
import Testing

/// Commands and what they print, as on a terminal, run one after the other in one folder.
struct Transcript {
  struct Example {
    var command: String
    var shown: String
    /// The day on which it runs, where the text names one.
    var day: String?
  }

  var examples: [Example] = []
  private var text: String

  /// A line `$ COMMAND` begins each; `# 2026-01-05` alone on a line names the day from there on.
  init(_ text: String, day first: String? = nil) {
    self.text = text
    var day = first
    for (place, part) in ("\n" + text).components(separatedBy: "\n$ ").enumerated() {
      var lines = part.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let command = lines.removeFirst()
      let next = lines.firstIndex { $0.wholeMatch(of: /# \d{4}-\d\d-\d\d/) != nil }
      let shown = lines[..<(next ?? lines.endIndex)].joined(separator: "\n")
      // What stands before the first command is for the reader.
      if place > 0 { examples.append(Example(command: command, shown: shown, day: day)) }
      if let next { day = String(lines[next].dropFirst(2)) }
    }
  }

  /// Compares; `…` alone on a line skips the rest of what a command prints.
  ///
  /// With `KG_GOLDEN=write` the file is written anew instead, with what the commands print now.
  func check(with tool: Tool, file: URL? = nil) throws {
    var rewritten = text
    defer {
      if let file, ProcessInfo.processInfo.environment["KG_GOLDEN"] == "write" {
        try? Data(rewritten.utf8).write(to: file)
      }
    }
    for example in examples {
      // As on a terminal: tables rather than tabs, and messages among the output.
      let day = example.day.map { "export KG_NOW=\($0);" } ?? ""
      let result = try tool.shell("exec 2>&1; export KG_FORMAT=table; \(day) \(example.command)")
      let shown = example.shown.trimmingCharacters(in: .newlines)
      let printed = result.output.trimmingCharacters(in: .newlines)
      rewritten = rewritten.replacing(
        "$ \(example.command)\n\(shown)\n", with: "$ \(example.command)\n\(printed)\n",
        maxReplacements: shown.contains("…") ? 0 : 1)
      if let cut = shown.range(of: "\n…") {
        #expect(printed.hasPrefix(shown[..<cut.lowerBound]), "\(example.command)")
      } else {
        #expect(printed == shown, "\(example.command)")
      }
    }
  }
}
