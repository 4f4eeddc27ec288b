import Foundation
import Testing

/// What is said once and repeated counts once.
struct OriginTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    let lines = [
      ("o1", "The Leaf Institute says that Peru leads in copper.", "Tea Letter"),
      ("o2", "Peru leads in copper, according to the Leaf Institute.", "Milk Letter"),
      ("o3", "Peru leads in copper by a wide margin this year.", "Rye Letter"),
      ("o4", "Peru leads in copper by a wide margin this year, we hear.", "Oat Letter"),
      ("o5", "Peru does not lead in copper by a wide margin this year.", "Oat Letter"),
    ].map { id, text, source in
      """
      {"id": "\(id)", "text": "\(text)", "source": "\(source)", "document": "d-\(id)"}

      """
    }
    try tool.file("letters.jsonl", lines.joined())
    _ = try tool.kg("ingest", "letters.jsonl")
  }

  @Test func `answers count origins, and say why there are fewer than sources`() throws {
    let asked = try tool.kg("query", "Who leads in copper?", "--why", "--format", "table").output
    #expect(asked.hasPrefix("Peru  (2 origins, 4 mentions)\n"))
    #expect(
      asked.contains(
        "4 claims of 4 sources; 2 origins (Leaf Institute is quoted, the same sentence)"))
    #expect(
      try tool.kg("query", "Who leads in copper?", "--json").output.contains("\"support\" : 2"))
    // A denial is no repetition, however alike the words are.
    #expect(
      try tool.kg("query", "Does Peru lead in copper?", "--format", "table").output.contains(
        "for: 2 origins, 4 mentions, against: 1 source"))
  }

  @Test func `each side of a clash counts origins, and says why they are fewer than mentions`()
    throws
  {
    let shown = try tool.kg("contradictions", "--format", "table").output
    #expect(
      shown.contains("(2 origins, 4 mentions: Leaf Institute is quoted, the same sentence)\n"))
    #expect(shown.contains("(1 source)\n"))
    // Four say it, two of them "by a wide margin", and one denies it: that is told twice, not four times.
    #expect(shown.split(separator: "\n").count { $0.hasPrefix("  k") } == 2, "\(shown)")
    #expect(shown.split(separator: "    the same in other mentions: k").count == 3)
    let line = try tool.kg("contradictions", "--format", "jsonl").output
    #expect(
      line.contains(#""mentions":{"a":4,"b":1}"#) && line.contains(#""origins":{"a":2,"b":1}"#))
    #expect(line.contains(#""repeated":["Leaf Institute is quoted, the same sentence",null]"#))
  }

  // Which of the two came first made them two clashes, of one id where a document says a sentence twice.
  @Test func `a denial between two mentions is told once`() throws {
    let lines = [("c1", "positive"), ("c2", "negative"), ("c3", "positive")].enumerated().map {
      """
      {"id": "\($1.0)", "subject": "Norway", "relation": "bans", "object": "drones", "polarity": "\($1.1)", \
      "source": "Letter \($1.0)", "document": "d-\($1.0)", "published": "2026-01-0\($0 + 1)"}

      """
    }
    try tool.file("claims.jsonl", lines.joined())
    _ = try tool.kg("import", "claims.jsonl")
    let shown = try tool.kg("contradictions", "--about", "Norway", "--format", "table").output
    #expect(shown.split(separator: "\n").count { $0.hasPrefix("  k") } == 1, "\(shown)")
    #expect(shown.split(separator: "    the same in other mentions: k").count == 2, "\(shown)")
  }

  @Test func `one who is called Speaker 2 is another in each transcript`() throws {
    for name in ["one", "two"] {
      for (label, file) in [("Speaker 2", "label-\(name).srt"), ("Ada Ash", "name-\(name).srt")] {
        let metal = label == "Ada Ash" ? "tin" : "zinc"
        let words = name == "one" ? "Bolivia leads in \(metal)" : "Bolivia now leads in \(metal)"
        try tool.file(file, "1\n00:00:01,000 --> 00:00:04,000\n\(label): \(words).\n")
        _ = try tool.kg("ingest", file, "--source", "\(name) hour")
      }
    }
    for (metal, count) in [("zinc", "2 sources"), ("tin", "1 origin, 2 mentions")] {
      let answer = try tool.kg("query", "Who leads in \(metal)?", "--format", "table").output
      #expect(answer.hasPrefix("Bolivia  (\(count))\n"), "\(answer)")
    }
  }
}
