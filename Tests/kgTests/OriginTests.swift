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
}
