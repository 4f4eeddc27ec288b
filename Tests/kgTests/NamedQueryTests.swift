import Foundation
import Testing

/// The forms of questions as named statements, and a user's own files.
struct NamedQueryTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.file("letters.jsonl", twoLetters)
    _ = try tool.kg("ingest", "letters.jsonl")
    try FileManager.default.createDirectory(
      at: tool.folder.appending(path: "config/kg/queries"), withIntermediateDirectories: true)
  }

  /// A shell line with the test's own folder of queries.
  private func shell(_ line: String) throws -> Tool.Result {
    try tool.shell(
      "export XDG_CONFIG_HOME='\(tool.folder.appending(path: "config").path())'\n" + line)
  }

  @Test func `each form says its question, what it takes and what it gives`() throws {
    let rows = try shell("kg queries list --format tsv").output.split(separator: "\n").dropFirst()
    #expect(rows.count == 18)
    for row in rows {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let text = try shell("kg queries show \(cells[0])").output
      let head = text.split(separator: "\n").prefix { $0.hasPrefix("--") }.joined(separator: " ")
      #expect(cells[1].contains("?"), "\(row)")
      #expect(head.contains("out: "), "\(cells[0])")
      for parameter in cells[2].split(separator: ", ") {
        #expect(head.contains(":\(parameter)"), "\(cells[0]) doesn't say what :\(parameter) is")
      }
    }
  }

  @Test func `every form can be asked`() throws {
    let names = try shell("kg queries list --format tsv").output.split(separator: "\n").dropFirst()
      .compactMap { $0.split(separator: "\t").first }
    for name in names {
      let status = try shell("kg queries run \(name)").status
      #expect([0, 1].contains(status), "\(name)")
    }
  }

  @Test func `a form is asked with its parameters`() throws {
    let result = try shell(
      "kg queries run who -p relation='leads in' -p object=batteries --format csv")
    #expect(
      result.output == """
        subject,sources,claims,first,last,quote
        China,1,1,2026-01-05,2026-01-05,China leads in batteries.

        """)
    #expect(try shell("kg queries run who -p relation=eats").status == 1)
  }

  @Test func `a slip in a name or a parameter is told`() throws {
    let name = try shell("kg queries run whoo")
    #expect(name.status == 2)
    #expect(name.messages.hasPrefix("kg: there is no query whoo; there are who, what"))
    let parameter = try shell("kg queries run who -p thing=x")
    #expect(parameter.status == 3)
    #expect(parameter.messages.contains("it has no parameter thing, only relation, object"))
    #expect(try shell("kg queries run who -p relation").status == 2)
  }

  @Test func `a user's own file is listed and asked, its text bound and never pasted in`() throws {
    try tool.file(
      "config/kg/queries/letters.sql",
      "-- What does a letter say?\nSELECT quote FROM claims WHERE source = :source;\n")
    #expect(
      try shell("kg queries list").output.contains("letters\tWhat does a letter say?\tsource"))
    #expect(
      try shell("kg queries run letters -p source='Milk Letter'").output
        == "quote\nChina does not lead in batteries.\n")
    #expect(try shell("kg queries run letters -p \"source=' OR 1 --\"").status == 1)
  }

  @Test(
    "a user's own file can't write, whatever it tries",
    arguments: [
      "DELETE FROM claim", "UPDATE claim SET polarity = 'negative'", "DROP TABLE claim",
      "CREATE TABLE t (a)", "CREATE TEMP TABLE t (a)", "ATTACH 'other.db' AS other",
      "PRAGMA user_version = 9", "PRAGMA writable_schema = 1", "VACUUM INTO 'copy.db'",
      "INSERT INTO text (value) VALUES ('x') RETURNING id", "SELECT 1; DELETE FROM claim",
      "WITH a AS (SELECT 1) DELETE FROM claim", "BEGIN", "REINDEX",
    ])
  func readsOnly(statement: String) throws {
    let before = try tool.stored()
    try tool.file("config/kg/queries/evil.sql", "-- May I?\n\(statement)\n")
    let result = try shell("kg queries run evil")
    #expect([2, 3].contains(result.status), "\(result.messages)")
    #expect(!result.messages.contains("there is no query"))
    #expect(try tool.stored() == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: tool.folder.path())
    #expect(!names.contains("copy.db") && !names.contains("other.db"))
  }

  @Test func `a user's own file may take the place of a form`() throws {
    try tool.file("config/kg/queries/who.sql", "-- Who else?\nSELECT 'me' AS name;\n")
    #expect(try shell("kg queries run who").output == "name\nme\n")
    #expect(try shell("kg queries list").output.split(separator: "\n").count == 19)
  }
}
