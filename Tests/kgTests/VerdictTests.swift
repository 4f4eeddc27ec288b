import Foundation
import Testing

/// What an analyst sees of clashes, and what becomes of a verdict.
struct VerdictTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.file("letters.jsonl", twoLetters)
    _ = try tool.kg("ingest", "letters.jsonl")
  }

  /// The ids of the clashes listed.
  private func ids(_ options: String...) throws -> [String] {
    let line = (["kg contradictions --format jsonl"] + options).joined(separator: " ")
    return try tool.shell(line).output.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(object?["id"] as? String)
    }
  }

  @Test func `a matter shows who is against whom, both quotes and what would reconcile them`()
    throws
  {
    let id = try #require(try ids().first)
    #expect(
      try tool.kg("contradictions", "--format", "table").output == """
        China: batteries
          \(id.prefix(8))  contradiction (negation, 0.95)  Tea Letter against Milk Letter
            “China leads in batteries” against “China leads in batteries [denied]”: one says so and the other denies it.
            a  “China leads in batteries.” — Tea Letter, 2026-01-05, \(try insight("one"))  (1 source)
            b  “China does not lead in batteries.” — Milk Letter, 2026-01-09, \(try insight("two"))  (1 source)
            both could hold if: The two speak of different times or of different parts of the matter.

        """)
  }

  private func insight(_ document: String) throws -> String {
    let rows = try tool.kg("sql", "SELECT id FROM insights WHERE document = '\(document)'").output
    return String(rows.split(separator: "\n")[1])
  }

  @Test func `clashes are chosen by voice, date, score and verdict`() throws {
    let all = try ids()
    #expect(all.count == 1)
    #expect(try ids("--between 'milk letter' 'Tea Letter'") == all)
    #expect(try ids("--between 'Milk Letter' 'Milk Letter'") == [])
    #expect(try ids("--since 2026-01-09") == all)
    #expect(try ids("--since 2026-01-10") == [])
    #expect(try ids("--about batteries --kind negation --label contradiction") == all)
    #expect(try ids("--kind antonym") == [])
    #expect(try ids("--min-score 0.96") == [])
    #expect(try ids("--status open") == all)
    #expect(try ids("--status confirmed") == [])
    #expect(try tool.kg("contradictions", "--between", "Tea Letter").status == 2)
    #expect(try tool.kg("contradictions", "--since", "spring").status == 2)
  }

  @Test func `what was dismissed is counted apart`() throws {
    let id = try #require(try ids().first)
    let count = { try tool.shell("kg stats | grep -E 'contradictions|dismissed'").output }
    #expect(try count() == "contradictions\t1\ndismissed clashes\t0\n")
    _ = try tool.kg("dismiss", id, "--because", "a joke")
    #expect(try count() == "contradictions\t0\ndismissed clashes\t1\n")
  }

  @Test func `ingest ends with what is new and how to see it`() throws {
    let fresh = try Tool()
    try fresh.file("letters.jsonl", twoLetters)
    #expect(
      try fresh.kg("ingest", "letters.jsonl").messages.hasSuffix(
        "\n1 new contradiction: kg contradictions --new\n"))
    #expect(try fresh.kg("contradictions", "--new").status == 0)
    #expect(!(try fresh.kg("ingest", "letters.jsonl").messages.contains("contradiction")))
    #expect(try fresh.kg("contradictions", "--new").status == 1)
    #expect(try fresh.kg("contradictions").status == 0)
  }

  @Test func `show tells the rule, the base, each gate and the rest of the matter`() throws {
    let id = try #require(try ids().first)
    let shown = try tool.kg("contradictions", "show", String(id.prefix(6)), "--format", "table")
    #expect(shown.status == 0)
    for line in [
      "rule      negation, base 0.95", "scope     1     both of no stated scope",
      "time      1     2026-01-05 and 2026-01-09 count as one time",
      "modality  1     both asserted", "score     0.95: contradiction",
      "China | leads in | batteries | negative",
    ] {
      #expect(shown.output.contains(line), "\(line)")
    }
    let json = try tool.kg("contradictions", "show", id, "--json").output
    #expect(json.contains("\"base\" : 0.95"))
    #expect(json.contains("\"gate\" : \"entity\""))
    #expect(try tool.kg("contradictions", "show", "k000").status == 1)
    // "k" begins every id, and would otherwise be enough while there is one clash.
    #expect(try tool.kg("contradictions", "show", "k").status == 1)
  }

  @Test func `dismissed stays out of sight, through ingest and reextract, until new evidence`()
    throws
  {
    let id = try #require(try ids().first)
    let said = try tool.kg("dismiss", String(id.prefix(9)), "--because", "a slip of the pen")
    #expect(said.messages.hasPrefix("dismissed \(id.prefix(8)): “China leads in batteries”"))
    for step in ["kg ingest letters.jsonl", "kg reextract"] {
      #expect(try tool.shell(step).status == 0)
      #expect(try ids() == [])
      #expect(try ids("--status dismissed") == [id])
    }
    // What is dismissed disputes no answer and colours no graph.
    #expect(!(try tool.kg("query", "Does China lead in batteries?", "--json").output.contains(id)))
    #expect(!(try tool.kg("export").output.contains("cc0000")))

    try tool.file(
      "third.jsonl",
      "{\"text\": \"China leads in batteries, as ever.\", \"source\": \"Rye Letter\", \"document\": \"three\", \"published\": \"2026-01-12\"}\n"
    )
    _ = try tool.kg("ingest", "third.jsonl")
    #expect(try ids().contains(id))
    let table = try tool.kg("contradictions", "--format", "table").output
    #expect(table.contains("[dismissed: a slip of the pen; new evidence]"))
    #expect(table.contains("(2 sources)"))
    #expect(try ids("--status open").contains(id) == false)
  }

  @Test func `a confirmed clash stays, and its verdict can be taken back`() throws {
    let id = try #require(try ids().first)
    #expect(try tool.kg("confirm", id, "--because", "both on record").status == 0)
    #expect(
      try tool.kg("sql", "SELECT id, status, because FROM contradictions").output
        == "id\tstatus\tbecause\n\(id)\tconfirmed\tboth on record\n")
    #expect(try tool.kg("verdicts").output.contains("\(id)\tconfirmed\tboth on record\tnegation"))
    #expect(try tool.kg("verdicts", "drop", id).status == 0)
    #expect(try ids("--status open") == [id])
    #expect(try tool.kg("verdicts").status == 1)
    #expect(try tool.kg("verdicts", "drop", id).status == 1)
    #expect(try tool.kg("confirm", "k123").status == 1)
  }

  @Test func `verdicts go from store to store, before or after the sentences`() throws {
    let id = try #require(try ids().first)
    _ = try tool.kg("dismiss", id, "--because", "checked")
    #expect(try tool.kg("verdicts", "export", "mine.jsonl").status == 0)
    let result = try tool.shell(
      """
      kg --db two.db verdicts import mine.jsonl && kg --db two.db ingest letters.jsonl
      kg --db two.db contradictions --status dismissed --format jsonl
      kg --db two.db verdicts export | cmp - mine.jsonl
      """)
    #expect(result.status == 0)
    #expect(result.output.contains(id))
    #expect(result.messages.contains("1 verdict kept, 0 failed"))

    let line = try String(
      contentsOf: tool.folder.appendingPathComponent("mine.jsonl"), encoding: .utf8)
    try tool.file("bad.jsonl", "{}\n" + line.replacing("negation", with: "antonym") + line)
    let bad = try tool.kg("verdicts", "import", "bad.jsonl")
    #expect(bad.status == 4)
    #expect(
      bad.messages == """
        kg: bad.jsonl, line 1 is no verdict
        kg: bad.jsonl, line 2 has an id of another clash
        1 verdict kept, 2 failed

        """)
  }

  @Test func `the matrix gives each statement a letter and shows who says which`() throws {
    #expect(
      try tool.kg("contradictions", "--matrix", "--format", "table").output.hasPrefix(
        """
        matter              Milk Letter  Tea Letter
        ──────────────────  ───────────  ──────────
        1 China: batteries  B            A

        1 China: batteries
          A  China leads in batteries
          B  China leads in batteries [denied]
          clashes: k
        """))
    let id = try #require(try ids().first)
    #expect(
      try tool.kg("contradictions", "--matrix").output == """
        matter\tsource\tstance\tstatement\tclaims\tsince\tclashes
        China: batteries\tTea Letter\tA\tChina leads in batteries\t1\t2026-01-05\t\(id)
        China: batteries\tMilk Letter\tB\tChina leads in batteries [denied]\t1\t2026-01-09\t\(id)

        """)
  }
}
