import Foundation
import Testing

/// A store as text and back, and copies of it.
struct DumpTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.file("letters.jsonl", twoLetters)
    let claim =
      #"{"subject": "Peru", "relation": "bans", "object": "drones", "source": "Sea Letter"}"#
    try tool.file("claims.jsonl", claim + "\n")
  }

  @Test func `a dump loads into an equal store, with the clashes in it`() throws {
    _ = try tool.kg("ingest", "letters.jsonl")
    _ = try tool.kg("import", "claims.jsonl")
    let found = try tool.shell("kg dump > dump.jsonl && kg load --db b.db < dump.jsonl")
    #expect(found.status == 0, "\(found.messages)")
    #expect(try tool.shell("kg dump --db b.db | cmp - dump.jsonl").status == 0)
    let clashes = try tool.kg("contradictions", "--format", "jsonl").output
    #expect(clashes.contains("negation"))
    #expect(try tool.kg("contradictions", "--format", "jsonl", "--db", "b.db").output == clashes)

    let again = try tool.kg("load", "dump.jsonl", "--db", "b.db")
    #expect(again.status == 5)
    #expect(again.messages.contains("b.db: the store holds insights already"))
    let nonsense = try tool.kg("load", "claims.jsonl", "--db", "c.db")
    #expect(nonsense.status == 4)
    #expect(nonsense.messages.contains("line 1 is none that 'kg dump' prints"))
    #expect(!FileManager.default.fileExists(atPath: tool.folder.path + "/c.db"))
  }

  @Test func `files in any order and at any time give one dump`() throws {
    _ = try tool.kg("ingest", "letters.jsonl")
    _ = try tool.kg("import", "claims.jsonl")
    _ = try tool.kg("import", "claims.jsonl", "--db", "b.db")
    _ = try tool.kg("ingest", "letters.jsonl", "--db", "b.db")
    _ = try tool.kg("ingest", "letters.jsonl", "--db", "b.db")
    let dump = try tool.kg("dump").output
    #expect(dump.split(separator: "\n").count == 3)
    #expect(try tool.kg("dump", "--db", "b.db").output == dump)
  }

  @Test func `a backup is an equal store, and replaces no file`() throws {
    _ = try tool.kg("ingest", "letters.jsonl")
    #expect(try tool.kg("backup", "copy.db").status == 0)
    #expect(try tool.kg("dump", "--db", "copy.db").output == tool.kg("dump").output)
    #expect(try tool.kg("check", "--db", "copy.db").status == 0)
    let again = try tool.kg("backup", "copy.db")
    #expect(again.status == 2)
    #expect(again.messages.contains("copy.db: there is a file already"))
  }

  @Test func `clashes left for later are found the next time`() throws {
    let denial = """
      {"subject": "Peru", "relation": "bans", "object": "drones", "polarity": "negative", "source": "Hill Letter"}

      """
    try tool.file("denial.jsonl", denial)
    _ = try tool.kg("import", "claims.jsonl", "denial.jsonl", "--no-clashes")
    #expect(try tool.kg("contradictions").status == 1)
    _ = try tool.kg("import", "claims.jsonl")
    #expect(try tool.kg("contradictions", "--format", "jsonl").output.contains("negation"))
  }
}
