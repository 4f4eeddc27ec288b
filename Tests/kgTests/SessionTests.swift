import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

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

  /// `KG_GOLDEN=write swift test --filter SessionTests` writes the transcript anew.
  @Test func `four weeks of one analyst print what the transcript shows`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/session.txt")
    let transcript = Transcript(try String(contentsOf: file, encoding: .utf8))
    #expect(transcript.examples.count >= 15)
    let tool = try sampleTool()
    try transcript.check(with: tool, file: file)
    // All of it comes back from its text, and says the same.
    let copied = try tool.shell(
      """
      kg dump > dump.jsonl && kg load --db b.db dump.jsonl && kg dump --db b.db | cmp - dump.jsonl
      kg session export --db b.db s1 > b.txt; kg session export s1 | cmp - b.txt
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

  @Test func `a report in each format quotes only what stands in the insights`() throws {
    let tool = try sampleTool()
    _ = try tool.shell(
      """
      kg ingest sample.jsonl; kg session new 'Who leads <in> chips?'; kg pin straits-brief-1-3
      kg hyp add 'Nobody | leads.'; kg rate field-notes-2-4 H1 I; kg pin cc2863f6
      kg judge H1 --likelihood 'Almost no chance' --confidence high --because field-notes-2-4
      """)
    let object = try JSONSerialization.jsonObject(
      with: Data(tool.kg("session", "export", "--format", "json").output.utf8))
    let report = try #require(object as? [String: Any])
    let evidence = try #require(report["evidence"] as? [[String: Any]])
    #expect(evidence.count == 3)
    let sample = try String(
      contentsOf: tool.folder.appendingPathComponent("sample.jsonl"), encoding: .utf8)
    for item in evidence {
      let claim = try #require(item["claim"] as? [String: Any])
      let quote = try #require((claim["evidence"] as? [String: Any])?["quote"] as? String)
      #expect(sample.contains(quote))
      #expect(item["mark"] == nil)
      for format in ["markdown", "html"] {
        #expect(try tool.kg("session", "export", "--format", format).output.contains(quote))
      }
    }
    let html = try tool.kg("session", "export", "s1", "--format", "html").output
    #expect(html.contains("<h1>Who leads &lt;in&gt; chips?</h1>"))
    #expect(html.contains("H1 has almost no chance (1–5 %)."))
    // One file, and an XML parser takes it.
    #expect(XMLParser(data: Data(html.utf8)).parse())
    for outside in ["://", "src=", "url(", "<script", "<link"] { #expect(!html.contains(outside)) }
    let brief = try tool.kg("brief", "--format", "html", "--dry-run").output
    #expect(brief.contains("<h2>1  ") && XMLParser(data: Data(brief.utf8)).parse())
    let markdown = try tool.kg("session", "export").output
    #expect(markdown.contains("### H1  Nobody \\| leads."))
    // A report changes nothing.
    #expect(try tool.kg("session", "export").output == markdown)
  }

  @Test func `a judgment without ground, of no hypothesis or in other terms leaves no trace`()
    throws
  {
    let tool = try sampleTool()
    _ = try tool.shell(
      "kg ingest sample.jsonl; kg session new 'Who leads?'; kg hyp add 'China leads in tea.'")
    let before = try tool.kg("dump").output
    for line in [
      "kg judge H1 --likelihood likely --confidence low",
      "kg judge H1 --likelihood probable --confidence low --because field-notes-2-4",
      "kg judge H1 --likelihood likely --confidence fair --because field-notes-2-4",
      "kg judge H2 --likelihood likely --confidence low --because field-notes-2-4",
      "kg judge H1 --likelihood likely --confidence low --because nothing",
      "kg judge H1 --likelihood likely --confidence low --assumption A1 --assumption 'It rains.'",
      "kg rate field-notes-2-4 H1 III", "kg rate field-notes-2-4 H2 C", "kg session end A1",
      "kg watch 'Colourless green ideas?'", "kg hyp add ''", "kg note ' '", "kg gap ''",
      "kg assume .", "kg watch ''", "kg session new '?'", "kg session export -o nowhere/report.md",
    ] {
      #expect(try tool.shell(line).status != 0, "\(line)")
      #expect(try tool.kg("dump").output == before, "\(line)")
    }
    #expect(try tool.kg("matrix").status == 1)
  }

  @Test func `how a session stands is there for programs too`() throws {
    let tool = try sampleTool()
    _ = try tool.shell(
      """
      export KG_NOW=2026-01-05
      kg ingest sample.jsonl; kg session new 'Who leads in chips?'; kg hyp add 'Nobody leads.'
      kg rate field-notes-2-4 H1 I; kg pin cc2863f6 --note 'One voice.'
      kg judge H1 --likelihood likely --confidence low --because cc2863f6
      kg retract pacific-compute-1 --because 'The host took it back.'
      """)
    let status = try tool.kg("session", "status", "--json")
    #expect(try tool.kg("session", "status", "--format", "json").output == status.output)
    let found = try #require(
      JSONSerialization.jsonObject(with: Data(status.output.utf8)) as? [String: Any])
    #expect(found["session"] as? String == "s1" && found["state"] as? String == "in use")
    let hypotheses = try #require(found["hypotheses"] as? [[String: Any]])
    #expect(
      hypotheses.map { $0["stale"] as? [String] } == [
        ["cc2863f6: withdrawn: The host took it back."]
      ])
    let evidence = try #require(found["evidence"] as? [[String: Any]])
    #expect(evidence.map { $0["remarks"] as? [String] } == [[], ["One voice."]])
    let changes = evidence.map {
      ($0["changes"] as? [[String: Any]])?.map { $0["kind"] as? String }
    }
    #expect(changes == [[], ["withdrawn"]])
  }

  @Test func `a withdrawal taken back leaves every byte as it was, of each document and source`()
    throws
  {
    let tool = try sampleTool()
    _ = try tool.kg("ingest", "sample.jsonl")
    let before = try tool.kg("dump").output
    let names = try tool.kg(
      "sql", "SELECT id AS name FROM documents UNION SELECT source FROM documents"
    ).output.split(separator: "\n").dropFirst()
    #expect(names.count > 15)
    let lines = names.flatMap { ["retract \"\($0)\"", "restore \"\($0)\"", "dump"] }
    let session = try tool.kg("shell", input: lines.joined(separator: "\n"))
    #expect(session.output == String(repeating: before, count: names.count))
    #expect(
      session.messages.split(separator: "\n").count { $0.hasPrefix("restored ") } == names.count)
    let again = try tool.kg("restore", "pacific-compute-1")
    #expect(again.status == 1 && again.messages.hasSuffix("'pacific-compute-1' is withdrawn\n"))
    #expect(try tool.kg("dump").output == before)
  }

  @Test func `what a judgment rests on is watched like what was kept, and may be overtaken`() throws
  {
    let tool = try Tool()
    let line = { (id: String, day: String, text: String) in
      """
      {"id": "\(id)", "text": "\(text)", "source": "Letter \(id)", "document": "d-\(id)", "published": "\(day)"}

      """
    }
    let first = line("a1", "2026-01-02", "Norway restricts exports of copper.")
    try tool.file("a.jsonl", first)
    _ = try tool.shell(
      """
      kg ingest a.jsonl; kg session new 'Copper?'; kg hyp add 'Norway restricts copper.'
      kg judge H1 --likelihood likely --confidence high --because a1
      """)
    let changed = {
      try tool.kg("session", "status").output.split(separator: "\n")
        .filter { $0.hasPrefix("    ") }.map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { line in
          ["new claim", "dated", "new contra", "later"].contains { line.contains($0) }
        }
    }
    #expect(try changed() == [])
    // Support is told and makes nothing stale.
    try tool.file(
      "b.jsonl", line("b1", "2026-01-03", "Norway restricts exports of copper, a clerk said."))
    _ = try tool.kg("ingest", "b.jsonl")
    #expect(try changed().map { $0.prefix(30) } == ["1 new claim saying the same: c"])
    try tool.file(
      "c.jsonl", line("c1", "2026-01-04", "Norway does not restrict exports of copper."))
    _ = try tool.kg("ingest", "c.jsonl")
    #expect(
      try changed().contains { $0.hasPrefix("stale: ") && $0.contains("1 new contradiction: k") })
    try tool.file("a.jsonl", first.replacing("2026-01-02", with: "2025-01-02"))
    _ = try tool.kg("ingest", "a.jsonl")
    #expect(try changed().contains { $0.contains("was dated 2026-01-02, is now 2025-01-02") })
    #expect(
      try changed().contains {
        $0.hasPrefix("stale: ") && $0.contains("what was said later takes its place: k")
      })
  }

  @Test func `what is withdrawn is still answered for a day before, and replayed as it was`() throws
  {
    let tool = try Tool()
    try tool.file("letters.jsonl", twoLetters)
    _ = try tool.kg("ingest", "letters.jsonl")
    _ = try tool.kg("session", "new", "Who leads in batteries?")
    let asked = { (options: String) in
      try tool.shell("kg query 'Does China lead in batteries?' --format table \(options)")
    }
    let before = try asked("--known-at 2026-05-01").output
    #expect(before.hasPrefix("Contested\n"), "\(before)")
    _ = try tool.shell("KG_NOW=2026-06-01 kg retract one")
    #expect(try asked("--known-at 2026-05-01").output == before)
    #expect(try asked("--known-at 2026-06-01").output != before)
    #expect(try asked("").output == asked("--known-at 2026-06-01").output)
    #expect(
      try tool.kg("session", "replay").messages.hasSuffix("3 questions asked again, 0 changed\n"))
    // In a session that stays open both views are kept apart.
    let lines = ["", " --known-at 2026-05-01", ""].map { "Does China lead in batteries?\($0)\n" }
    let each = try ["", "--known-at 2026-05-01", ""].map { options in
      try tool.shell("kg query 'Does China lead in batteries?' \(options)").output
    }
    #expect(try tool.kg("shell", input: lines.joined()).output == each.joined())
  }

  @Test func `what comes in for and against a hypothesis is proposed until it is rated or judged`()
    throws
  {
    let tool = try Tool()
    let file = { (name: String, text: String) in
      try tool.file(
        "\(name).jsonl",
        """
        {"id": "\(name)", "text": "\(text)", "source": "Letter \(name)", "document": "d-\(name)"}

        """)
      return try tool.kg("ingest", "\(name).jsonl").messages
    }
    _ = try file("a1", "Norway restricts exports of copper.")
    _ = try tool.kg("session", "new", "Copper?")
    #expect(
      try tool.kg("hyp", "add", "Norway restricts exports of copper.").messages.contains(
        "may speak for it: c"))
    let new = {
      try tool.kg("session", "status").output.split(separator: "\n")
        .filter { $0.hasPrefix("    new, ") }
        .map { String($0.dropFirst(9).prefix { $0 != ":" }) + " " + $0.dropLast(5).suffix(2) }
    }
    #expect(try new() == [])
    #expect(
      try file("b1", "Norway does not restrict exports of copper.").contains(
        "s1 H1 “Norway restricts exports of copper.”: 1 new\n  may speak against it: c"))
    #expect(!(try file("x1", "Chile supports copper mines.").contains("H1")))
    _ = try file("c1", "Norway restricts exports of copper, a clerk in Oslo said.")
    #expect(try new() == ["may speak against it b1", "may speak for it c1"])
    let status = try tool.kg("session", "status", "--json").output
    #expect(status.contains(#""side" : "against""#) && status.contains(#""side" : "for""#))
    // Nothing is filled in for anybody.
    #expect(try tool.kg("matrix").status == 1)
    _ = try tool.kg("rate", "b1", "H1", "II")
    #expect(try new() == ["may speak for it c1"])
    _ = try tool.kg("retract", "d-c1")
    #expect(try new() == [])
    _ = try tool.kg("restore", "d-c1")
    #expect(try new() == ["may speak for it c1"])
    _ = try tool.shell("kg judge H1 --likelihood likely --confidence low --because a1")
    #expect(try new() == [])
    _ = try file("e1", "Norway never restricts exports of copper.")
    #expect(try new() == ["may speak against it e1"])
    let copied = try tool.shell(
      "kg dump > a.txt; kg load --db b.db a.txt && kg dump --db b.db | cmp - a.txt && kg session status --db b.db"
    )
    #expect(try copied.output == tool.kg("session", "status").output)
    // What is read otherwise with a word of one's own bears on it too.
    _ = try file("g1", "Norway glumphs copper.")
    try tool.file(
      "own.yaml", "relations:\n  - {name: restricts, phrases: [glumph]}\n")
    _ = try tool.kg("vocabulary", "add", "own.yaml")
    #expect(try tool.kg("reextract").messages.contains("s1 H1 “Norway restricts exports"))
    _ = try tool.kg("session", "end", "H1")
    #expect(!(try file("f1", "Norway still restricts exports of copper.").contains("H1")))
  }

  @Test func `a watch reports what is new once, and no more when it is ended`() throws {
    let tool = try Tool()
    try tool.file("letters.jsonl", twoLetters)
    let third =
      #"{"subject": "Chile", "relation": "leads in", "object": "batteries", "source": "S"}"#
    try tool.file("third.jsonl", third + "\n")
    _ = try tool.kg("ingest", "letters.jsonl")
    _ = try tool.kg("session", "new", "Who leads?")
    #expect(
      try tool.kg("watch", "Who leads in batteries?").messages.contains("2 claims so far"))
    #expect(!(try tool.kg("ingest", "letters.jsonl").messages.contains("W1")))
    #expect(
      try tool.kg("import", "third.jsonl").messages.contains(
        "s1 W1 “Who leads in batteries?”: 1 new\n"))
    #expect(!(try tool.kg("import", "third.jsonl").messages.contains("W1")))
    #expect(try tool.kg("session", "status").output.contains("1 hit: c"))
    _ = try tool.kg("session", "end", "w1")
    try tool.file("fourth.jsonl", third.replacing("Chile", with: "Peru") + "\n")
    #expect(!(try tool.kg("import", "fourth.jsonl").messages.contains("W1")))
  }

  @Test func `what a command found is logged as an answer is, and asked again`() throws {
    let tool = try Tool()
    try tool.file("letters.jsonl", twoLetters)
    _ = try tool.kg("ingest", "letters.jsonl")
    let clash = try tool.shell("kg sql 'SELECT substr(id, 1, 8) FROM contradictions' | tail -1")
      .output.trimmingCharacters(in: .newlines)
    _ = try tool.kg("session", "new", "Who leads?")
    let lines = [
      "queries run what_does -p subject=China": "2 findings",
      "sql 'SELECT document FROM claims'": "2 findings",
      "related 'China leads in batteries.' -n 1": "1 finding",
      "contradictions --about China": "1 finding", "contradictions show \(clash)": "1 finding",
      "diff 'Tea Letter' 'Milk Letter'": "1 finding", "neighbours China": "1 finding",
      "neighbours Peru": "0 findings",
    ].sorted { $0.key < $1.key }
    for (line, _) in lines { _ = try tool.shell("kg \(line) --format json --db kg.db") }
    let log = try tool.kg("session", "log").output.split(separator: "\n").dropFirst(2)
      .map { $0.split(separator: "\t")[1] }
    #expect(log.map(String.init) == lines.map { "ran “\($0)”: \($1)" })
    #expect(try tool.kg("session", "status", "--json").output.contains(#""questions" : 8"#))
    let replay = { try tool.kg("session", "replay", "--format", "table") }
    #expect(try replay().messages == "8 questions asked again, 0 changed\n")
    // In a shell it is the same; from its input, the statement is kept.
    let piped = try tool.kg("shell", input: "neighbours China\n")
    #expect(try piped.output == tool.kg("neighbours", "China").output)
    _ = try tool.kg("sql", "-", input: "SELECT 1")
    #expect(
      try tool.shell("kg session log | tail -1").output.hasSuffix(
        "\tran “sql 'SELECT 1'”: 1 finding\n"))
    _ = try tool.kg("retract", "two")
    let then = try replay()
    #expect(then.messages == "9 questions asked again, 6 changed\n")
    #expect(
      then.output.contains(
        """
        sql 'SELECT document FROM claims'
          2 findings, now 1 finding
          - two

        """))
    #expect(then.output.contains("contradictions show \(clash)\n  can't be answered any more\n"))
    _ = try tool.kg("restore", "two")
    #expect(try replay().messages == "9 questions asked again, 0 changed\n")
  }

  @Test func `of many findings the log keeps the first, and knows the others again`() throws {
    let tool = try Tool()
    try tool.file("letters.jsonl", twoLetters)
    _ = try tool.shell("kg ingest letters.jsonl; kg session new 'Who leads?'")
    let statement =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 5000) "
      + "SELECT i + (SELECT count(*) FROM claims) / 2 * (i = 4000) FROM n"
    _ = try tool.kg("sql", statement)
    #expect(try tool.kg("session", "replay").messages.hasSuffix("again, 0 changed\n"))
    #expect(try tool.kg("dump").output.count < 10_000)
    _ = try tool.kg("retract", "two")
    let replay = try tool.kg("session", "replay", "--format", "table").output
    #expect(replay.contains("  + 4900 more: ") && replay.contains("  - 4900 more: "))
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
    for (command, columns) in [
      ("query 'Who leads in batteries?'", "claim_id\tgrade\n"),
      ("related 'China leads in batteries.'", "claim_id\tgrade\n"),
      ("contradictions", "chain\ta_grade\tb_grade\n"),
      ("diff 'Tea Letter' 'Milk Letter'", "second_claim\tfirst_grade\tsecond_grade\n"),
    ] {
      let rows = try tool.shell("kg \(command)").output
      #expect(rows.contains(columns), "\(command)")
      #expect(rows.contains("\tA6") || rows.contains("\tF6"), "\(command)")
    }
    #expect(
      try tool.kg("sql", "SELECT DISTINCT grade FROM claims ORDER BY 1").output == "grade\nA6\nF6\n"
    )
    _ = try tool.kg("grade", "source", "Tea Letter", "E", "--because", "It sells batteries.")
    #expect(try tool.kg("sql", "SELECT max(grade) FROM claims").output.contains("F6"))
    #expect(try tool.kg("grade").output.contains("E\tIt sells batteries."))
    #expect(try tool.kg("grade", "source", "Tea Letter", "G").status == 2)
    #expect(try tool.kg("grade", "claim", "c0", "7").status == 1)
    #expect(try tool.kg("grade", "source", "Coffee Letter", "A").status == 1)
    // What was read is the same, whatever is thought of it.
    let before = try tool.kg("dump").output
    #expect(try tool.kg("ingest", "letters.jsonl").messages.contains("2 claims (0 new)"))
    #expect(
      try tool.kg("reextract").messages
        == "2 insights: 0 claims added, 0 changed, 0 gone, 2 same\n")
    #expect(try tool.kg("dump").output == before)
  }

  @Test func `with a session every claim has a grade, F6 until judged`() throws {
    let tool = try Tool()
    try tool.file("letters.jsonl", twoLetters)
    _ = try tool.kg("ingest", "letters.jsonl")
    let asked = { try tool.kg("query", "Who leads in batteries?", "--format", "table").output }
    #expect(try !asked().contains("[F6]"))
    _ = try tool.kg("session", "new", "Who leads?")
    #expect(try asked().contains(" [F6]\n"))
    #expect(try tool.kg("sql", "SELECT DISTINCT grade FROM claims").output == "grade\nF6\n")
    #expect(try tool.kg("brief", "--format", "json").output.contains(#""grade" : "F6""#))
  }
}
