import Foundation
import Testing

/// An analyst's work over weeks.
struct SessionTests {
  private func sampleTool() throws -> Tool {
    let tool = try Tool()
    let root = ReadmeTests.readme.deletingLastPathComponent()
    try FileManager.default.copyItem(
      at: root.appendingPathComponent("Sources/CResources/sample.jsonl"),
      to: tool.folder.appendingPathComponent("sample.jsonl"))
    return tool
  }

  @Test func `four weeks of one analyst print what the transcript shows`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/session.txt")
    let transcript = Transcript(try String(contentsOf: file, encoding: .utf8))
    #expect(transcript.examples.count >= 15)
    let tool = try sampleTool()
    try transcript.check(with: tool)
    // All of it comes back from its text, and says the same.
    let copied = try tool.shell(
      """
      kg dump > dump.jsonl && kg load --db b.db dump.jsonl && kg dump --db b.db | cmp - dump.jsonl
      kg session status --db b.db > b.txt; kg session status | cmp - b.txt
      """)
    #expect(copied.status == 0 && copied.messages.isEmpty, "\(copied.messages)")
  }

  @Test func `without a session nothing is logged and nothing is marked`() throws {
    let tool = try Tool()
    try tool.file("letters.jsonl", twoLetters)
    _ = try tool.kg("ingest", "letters.jsonl")
    let before = try tool.kg("dump").output
    let answer = try tool.kg("query", "Who leads in batteries?", "--json").output
    #expect(try tool.kg("dump").output == before)
    #expect(!answer.contains("grade"))
    #expect(try tool.kg("session", "list").status == 1)
    for command in [["note", "a thought"], ["session", "close"], ["session", "status"]] {
      let result = try tool.shell("kg " + command.map { "'\($0)'" }.joined(separator: " "))
      #expect(result.status == 2)
      #expect(result.messages.contains("kg session new"))
    }
  }

  @Test func `one of several sessions is in use at a time`() throws {
    let tool = try Tool()
    try tool.file("letters.jsonl", twoLetters)
    _ = try tool.kg("ingest", "letters.jsonl")
    _ = try tool.kg("session", "new", "Who leads in batteries?")
    _ = try tool.kg("session", "new", "Who pays for them?")
    _ = try tool.kg("note", "of the second")
    _ = try tool.kg("session", "use", "s1")
    _ = try tool.kg("note", "of the first")
    _ = try tool.kg("session", "close")
    #expect(
      try tool.shell("kg session list | cut -f 1,5").output
        == "session\tstate\ns1\tclosed\ns2\topen\n")
    #expect(try tool.kg("session", "status", "s2").output.contains("of the second"))
    #expect(try tool.kg("session", "status", "1").output.contains("of the first"))
    #expect(try tool.kg("session", "use", "s3").status == 1)
    #expect(try tool.shell("KG_NOW=yesterday kg session use s2").status == 2)
  }

  @Test func `of equal answers the one that is trusted more comes first`() throws {
    let tool = try Tool()
    try tool.file(
      "two.jsonl",
      #"""
      {"text": "Chile leads in lithium.", "source": "Tea Letter", "document": "one"}
      {"text": "Peru leads in lithium.", "source": "Milk Letter", "document": "two"}
      """#)
    _ = try tool.kg("ingest", "two.jsonl")
    let names = { try tool.shell("kg 'Who leads in lithium?' | tail -n +2 | cut -f 2").output }
    #expect(try names() == "Chile\nPeru\n")
    _ = try tool.kg("grade", "source", "Milk Letter", "A")
    #expect(try names() == "Peru\nChile\n")
  }

  @Test func `a grade is shown with the claim and can be taken back by a later one`() throws {
    let tool = try Tool()
    try tool.file("letters.jsonl", twoLetters)
    _ = try tool.kg("ingest", "letters.jsonl")
    _ = try tool.kg("grade", "source", "tea letter", "a")
    let asked = ["query", "Who leads in batteries?", "--format"]
    #expect(try tool.kg(asked[0], asked[1], asked[2], "table").output.contains("[A6]"))
    #expect(try tool.kg(asked[0], asked[1], asked[2], "json").output.contains("\"grade\" : \"A6\""))
    #expect(try tool.kg("contradictions", "--format", "table").output.contains("[F6]"))
    #expect(
      try tool.kg("sql", "SELECT DISTINCT grade FROM claims ORDER BY 1").output == "grade\nA6\nF6\n"
    )
    _ = try tool.kg("grade", "source", "Tea Letter", "E", "--because", "It sells batteries.")
    #expect(try tool.kg("sql", "SELECT max(grade) FROM claims").output.contains("F6"))
    #expect(try tool.kg("grade").output.contains("E\tIt sells batteries."))
    #expect(try tool.kg("grade", "source", "Tea Letter", "G").status == 2)
    #expect(try tool.kg("grade", "claim", "c0", "7").status == 1)
    #expect(try tool.kg("grade", "source", "Coffee Letter", "A").status == 1)
  }
}
