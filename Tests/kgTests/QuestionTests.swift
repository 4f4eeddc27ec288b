import Foundation
import Testing

/// Questions of each form, asked of a small store: `Golden/questions.txt` shows the whole answers.
struct QuestionTests {
  private struct Answer: Decodable {
    struct Item: Decodable { var name: String }
    struct Cited: Decodable {
      struct Evidence: Decodable {
        var insight: String
        var quote: String
        var start: Int
        var end: Int
      }
      var evidence: Evidence
    }
    var form: String
    var verdict: String
    var answers: [Item]
    var claims: [Cited]
    var against: [Cited]
    var note: String?

    var lines: [String] {
      var out = ["\(form): \(verdict)"] + answers.map { "= \($0.name)" }
      for (side, cited) in [("for", claims), ("against", against)] where !cited.isEmpty {
        out.append("\(side) " + Set(cited.map(\.evidence.insight)).sorted().joined(separator: " "))
      }
      if verdict == "unknown" || note?.contains("read as") == true {
        out.append("note: \(note ?? "")")
      }
      return out
    }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  @Test func `questions of each form have their answers, and what they cite was said`() throws {
    let tool = try Tool()
    let insights = Self.folder.appending(path: "questions-insights.jsonl")
    #expect(try tool.kg("ingest", insights.path()).status == 0)
    #expect(try tool.kg("verify").status == 0)
    let texts = try String(contentsOf: insights, encoding: .utf8).split(separator: "\n").reduce(
      into: [String: String]()
    ) {
      let insight = try JSONDecoder().decode([String: String].self, from: Data($1.utf8))
      $0[insight["id"] ?? ""] = insight["text"]
    }
    let text = try String(
      contentsOf: Self.folder.appending(path: "questions.txt"), encoding: .utf8)
    let examples = text.components(separatedBy: "\n\n").map { block in
      block.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    }
    #expect(examples.count >= 15)
    for lines in examples {
      let question = try #require(lines.first)
      let result = try tool.kg("query", "--format", "json", question)
      let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
      #expect(answer.lines == Array(lines.dropFirst(2)), "\(question)")
      for evidence in (answer.claims + answer.against).map(\.evidence) {
        let text = Array(try #require(texts[evidence.insight]).utf8)
        let cited = String(decoding: text[evidence.start..<evidence.end], as: UTF8.self)
        #expect(cited == evidence.quote, "\(question)")
      }
    }
  }

  @Test func `a pattern means what it says, and is watched like a question`() throws {
    let tool = try Tool()
    try tool.file("letters.jsonl", twoLetters)
    _ = try tool.kg("ingest", "letters.jsonl")
    let asked = { (pattern: String) in try tool.kg("query", pattern, "--format", "table") }
    #expect(try asked("? | leads in | batteries").output.hasPrefix("China  (1 source)\n"))
    #expect(try asked("China | leads in | batteries").output.hasPrefix("Contested\n"))
    #expect(try asked("China|leads in|?").output.hasPrefix("batteries  (1 source)\n"))
    // Words that are only near are no answer to it.
    #expect(try asked("China | bans | ?").output.hasPrefix("Unknown\n"))
    #expect(try asked("? | bans | ?").status != 0)
    _ = try tool.kg("session", "new", "Who leads?")
    #expect(try tool.kg("watch", "? | leads in | batteries").messages.contains("2 claims so far"))
  }
}
