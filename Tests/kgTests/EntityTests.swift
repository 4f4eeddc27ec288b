import Foundation
import Testing

/// What is said of names: read over the claims, and taken back without a trace.
struct EntityTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    let lines = [
      ("Rio Tinto", "opens", "a mine", "positive", "Tea Letter"),
      ("Big Digger", "opens", "a mine", "negative", "Milk Letter"),
      ("Big Digger", "pays", "Peru", "positive", "Milk Letter"),
      ("Big-Digger", "sells", "copper", "positive", "Rye Letter"),
      ("Georgia", "bans", "drones", "positive", "Rye Letter"),
      ("Georgia", "grows", "tea", "positive", "Rye Letter"),
    ].enumerated().map { place, line in
      """
      {"id": "x\(place)", "subject": "\(line.0)", "relation": "\(line.1)", "object": "\(line.2)", \
      "polarity": "\(line.3)", "source": "\(line.4)", "published": "2026-01-0\(place + 1)"}

      """
    }
    try tool.file("claims.jsonl", lines.joined())
    _ = try tool.kg("import", "claims.jsonl")
  }

  private func answer(_ question: String, _ options: String = "") throws -> String {
    try tool.shell("kg '\(question)' \(options) --format table").output
  }

  @Test func `a merge joins answers and clashes, and its undo leaves the store as it was`() throws {
    let before = try tool.kg("dump").output
    #expect(try tool.kg("contradictions").status == 1)
    #expect(try answer("Does Rio Tinto open a mine?").hasPrefix("Supported"))
    let merged = try tool.kg(
      "entity", "merge", "big digger", "Rio Tinto", "--because", "Bought in 2024.")
    #expect(
      merged.messages == """
        e1: “Big Digger” is “Rio Tinto”
        1 new contradiction: kg contradictions --new

        """)
    #expect(try answer("Does Rio Tinto open a mine?").hasPrefix("Contested"))
    #expect(try answer("What does Rio Tinto pay?").hasPrefix("Peru"))
    #expect(try answer("What does Big Digger pay?").hasPrefix("Peru"))
    #expect(try tool.kg("contradictions", "--about", "Big Digger").status == 0)
    // As if nobody had merged anything.
    #expect(try answer("Does Rio Tinto open a mine?", "--identity strict").hasPrefix("Supported"))
    #expect(try answer("What does Rio Tinto pay?", "--identity strict").hasPrefix("Unknown"))
    #expect(try tool.kg("contradictions", "--identity", "strict").status == 1)
    #expect(try tool.kg("dump").output != before)

    #expect(try tool.kg("entity", "undo").messages == "undid e1: “Big Digger” is “Rio Tinto”\n")
    #expect(try tool.kg("dump").output == before)
    #expect(try tool.kg("contradictions").status == 1)
    #expect(try answer("What does Rio Tinto pay?").hasPrefix("Unknown"))
    #expect(try tool.kg("entity", "list").output.contains("Bought in 2024."))
    #expect(try tool.kg("entity", "undo").status == 1)
  }

  @Test func `every kind of record is undone without a trace and comes back from a dump`() throws {
    let before = try tool.kg("dump").output
    for line in [
      "kg entity merge 'Big Digger' 'Rio Tinto'", "kg entity same 'Big Digger' Big-Digger",
      "kg entity rename 'Rio Tinto' Riotinto", "kg entity alias Georgia Sakartvelo",
      "kg entity split Georgia --as 'Georgia (state)' --claims x4",
      "kg entity different 'Rio Tinto' Peru", "kg entity unsure 'Big Digger' Big-Digger",
    ] {
      #expect(try tool.shell(line).status == 0, "\(line)")
      #expect(try tool.kg("dump").output != before, "\(line)")
      let copied = try tool.shell(
        "rm -f b.db*; kg dump | kg load --db b.db && kg dump > a.txt && kg dump --db b.db | cmp - a.txt"
      )
      #expect(copied.status == 0, "\(line): \(copied.messages)")
      #expect(try tool.kg("entity", "undo").status == 0, "\(line)")
      #expect(try tool.kg("dump").output == before, "\(line)")
    }
  }

  @Test func `a split reads the claims it names under the new name`() throws {
    _ = try tool.kg("entity", "split", "Georgia", "--as", "Georgia (state)", "--claims", "x4")
    #expect(try tool.kg("entity", "show", "Georgia").output.contains("1 claim of 1 source"))
    #expect(
      try tool.kg("entity", "show", "Georgia (state)").output == """
        Georgia (state)
        1 claim of 1 source, 2026-01-05
        in: bans (1)
        e1  \(day())  “Georgia” is “Georgia (state)” in x4

        """)
    #expect(try tool.kg("entity", "split", "Georgia", "--as", "Peru", "--claims", "x5").status == 2)
    #expect(try tool.kg("entity", "split", "Georgia", "--as", "G", "--claims", "x0").status == 1)
  }

  // Asked strictly, a question was replayed under the names that were made one.
  @Test func `a question asked under either reading is replayed under it`() throws {
    _ = try tool.shell("kg entity merge 'Big Digger' 'Rio Tinto'; kg session new 'Who digs?'")
    #expect(try answer("What does Rio Tinto pay?").hasPrefix("Peru"))
    #expect(try answer("What does Rio Tinto pay?", "--identity strict").hasPrefix("Unknown"))
    let replay = { try tool.kg("session", "replay") }
    #expect(try replay().messages == "2 questions asked again, 0 changed\n")
    _ = try tool.kg("entity", "undo")
    #expect(try replay().messages == "2 questions asked again, 1 changed\n")
  }

  @Test func `who stands behind a side counts under the names that were made one`() throws {
    let lines = [("Rio Tinto", "Oat Letter"), ("Spade Works", "Rye Letter")].map { name, source in
      """
      {"subject": "\(name)", "relation": "opens", "object": "a mine", "source": "\(source)", \
      "document": "\(source)"}

      """
    }
    try tool.file("more.jsonl", lines.joined())
    _ = try tool.kg("import", "more.jsonl")
    let counts = {
      try tool.shell(
        "kg contradictions --format jsonl | grep -o '\"mentions\":{[^}]*}' | sort -u"
      ).output
    }
    #expect(try counts() == "")
    _ = try tool.kg("entity", "merge", "Big Digger", "Rio Tinto")
    let two = try counts()
    #expect(two == #""mentions":{"a":2,"b":1}"# + "\n")
    _ = try tool.kg("entity", "same", "Spade Works", "Rio Tinto")
    #expect(try counts() == two.replacing("2", with: "3"))
    // A judgment knows them as well: what says the same by another name is no news to it.
    _ = try tool.shell("kg session new 'Who digs?'; kg pin x1")
    #expect(!(try tool.kg("session", "status").output.contains("saying the same")))
    _ = try tool.kg("entity", "undo")
    #expect(try counts() == two)
  }

  private func day() throws -> String {
    let at = try tool.shell("kg entity list | tail -1 | cut -f 2").output
    return String(at.prefix(10))
  }

  @Test func `names that were renamed or given another are found by either`() throws {
    _ = try tool.kg("entity", "rename", "Big Digger", "Grand Spade")
    _ = try tool.kg("entity", "alias", "Big Digger", "the Spaders")
    for name in ["Big Digger", "Grand Spade", "the Spaders"] {
      #expect(try answer("What does \(name) pay?").hasPrefix("Peru"), "\(name)")
    }
    #expect(try answer("Who pays Peru?").hasPrefix("Grand Spade"))
    #expect(try answer("Who pays Peru?", "--identity strict").hasPrefix("Big Digger"))
  }

  @Test func `what is suggested has a reason, and what was said of two names counts`() throws {
    let suggested = {
      try tool.shell("kg entity suggest --format csv | tail -n +2").output
    }
    #expect(
      try suggested() == "Big-Digger,Big Digger,\"the same but for case, spaces or marks\",3,\n")
    _ = try tool.kg("entity", "unsure", "Big Digger", "Big-Digger", "--because", "No register.")
    #expect(try suggested().hasSuffix("3,unsure: No register.\n"))
    _ = try tool.kg("entity", "different", "Big Digger", "Big-Digger")
    #expect(try suggested() == "")
    let refused = try tool.kg("entity", "merge", "Big-Digger", "Big Digger")
    #expect(refused.status == 2)
    #expect(refused.messages.contains("are different"))
    #expect(try tool.kg("entity", "merge", "Nobody", "Big Digger").status == 1)
    #expect(try tool.kg("entity", "merge", "Georgia", "georgia").status == 2)
  }
}
