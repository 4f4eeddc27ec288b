import Claims
import Foundation
import Testing

@testable import Report

struct DOTTests {
  @Test func `entities are nodes by kind and triples are edges`() {
    let graph = dot(
      [claim("Ruritania", "leads in", "tea")], kindOf: { $0 == "Ruritania" ? "state" : nil })
    #expect(graph.hasPrefix("digraph kg {\n"))
    #expect(graph.contains("\"Ruritania\" [label=\"Ruritania\", shape=ellipse"))
    #expect(graph.contains("\"Ruritania\" -> \"tea\" [label=\"leads in\""))
    #expect(graph.contains("“Ruritania leads in tea.” — Example Letter, 2026-01-05, i1"))
  }

  @Test func `a denied edge is dashed and a contested one is red`() {
    let denied = claim("A", "leads in", "b", denied: true)
    let graph = dot([denied], contested: [denied.id])
    #expect(graph.contains("style=dashed"))
    #expect(graph.contains("color=\"#cc0000\""))
    #expect(!dot([claim("A", "leads in", "b")]).contains("dashed"))
  }

  @Test func `the same triple twice is one thicker edge`() {
    let graph = dot([claim("A", "r", "b"), claim("A", "r", "b", quote: "A rs b again.")])
    #expect(graph.components(separatedBy: "->").count == 2)
    #expect(graph.contains("penwidth=2"))
  }

  @Test func `a plain change points at nothing`() {
    #expect(dot([claim("capacity", "triples", "")]).contains("shape=point"))
  }

  static let nasty = [
    "say \"hi\"", "back\\slash", "ends in \\", "two\nlines", "<b>html</b> & co; &amp;", "عربي",
    "🙂 👩‍👩‍👧",
    "nul\u{0}byte", "\\N \\G", "carriage\r\nreturn", "->", "{a|b}", "%s", "",
  ]

  @Test(arguments: nasty) func `any text survives in a string`(_ text: String) {
    let string = quoted(text)
    #expect(string.hasPrefix("\"") && string.hasSuffix("\""))
    // Inside the quotes, each quote has a backslash of its own before it.
    var escaped = false
    for character in string.unicodeScalars.dropFirst().dropLast() {
      if escaped {
        escaped = false
        continue
      }
      #expect(character != "\"" && character != "\n" && character != "\0")
      escaped = character == "\\"
    }
    #expect(!escaped)
  }

  @Test(.enabled(if: Graphviz.isInstalled)) func `Graphviz reads what is drawn and shows the text`()
    throws
  {
    let claims = Self.nasty.map { claim($0.isEmpty ? "empty" : $0, $0, "target", quote: $0) }
    let svg = try Graphviz.svg(of: dot(claims))
    #expect(svg.contains("say &quot;hi&quot;"))
    #expect(svg.contains("back\\slash"))
    #expect(svg.contains("عربي"))
    #expect(svg.contains("&lt;b&gt;html&lt;/b&gt;") || svg.contains("&lt;b&gt;html"))
  }
}

/// Graphviz as a person would run it.
enum Graphviz {
  static let program: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(
    separator: ":"
  )
  .map { "\($0)/dot" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { program != nil }

  static func svg(of graph: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).dot")
    try Data(graph.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program ?? "dot")
    process.arguments = ["-Tsvg", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
