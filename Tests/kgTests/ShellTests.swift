import Foundation
import Testing

/// Sessions: from a pipe each line gives what a process of its own gives; on a terminal it is edited.
struct ShellTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.file("letters.jsonl", twoLetters)
  }

  /// Commands that read, each with what it prints and how it ends known from a process of its own.
  static let commands = [
    "stats", "stats --json", "query 'Who leads in batteries?'",
    "query --format json \"Does China lead in batteries?\"", "kg 'Who leads in batteries?' --why",
    "query Who leads in batteries?", "contradictions --format jsonl",
    "contradictions --about China",
    "contradictions --about Norway", "sql 'SELECT subject, object FROM claims ORDER BY id'",
    "sql \"SELECT count(*) AS n FROM claims WHERE subject = 'China'\"", "sql 'DELETE FROM claim'",
    "sql 'SELECT'", "export", "queries show who", "queries run who -p relation='leads in'",
    "related 'Norway leads in batteries.'", "session status", "entity show China", "verdicts",
    "neighbours China", "neighbours china --steps 3 --count", "neighbours Norway --direction into",
    "neighbours batteries --steps 3 --count", "neighbours batteries --direction into",
    "path China Norway", "path norway China --count", "path China Peru",
    "neighbours help", "query --format json 'Does Norway lead in batteries?'",
    "neighbours China --steps 0", "session help", "check", "dump", "nonsense", "query",
    "stats --nope", "help stats", "query --help",
    "vocabulary show --entities China", "extract letters.jsonl", "brief --dry-run",
    "query 'How is China connected to batteries?' --explain", "contradictions show k0",
    "diff 'Tea Letter' 'Milk Letter'",
  ]

  @Test func `each line prints what kg prints for it, whatever came before`() throws {
    _ = try tool.kg("ingest", "letters.jsonl")
    let cold = try Self.commands.map {
      try tool.shell($0.hasPrefix("kg ") ? $0 : "kg " + $0)
    }
    // Once in order and once backwards, so that each comes after others.
    let lines = Self.commands + Self.commands.reversed()
    let expected = cold + cold.reversed()
    let session = try tool.kg("shell", input: lines.map { $0 + "\n" }.joined())
    #expect(session.output == expected.map(\.output).joined())
    #expect(session.messages == expected.map(\.messages).joined())
    #expect(session.status == cold.first?.status)
  }

  @Test func `a line that fails does not end the session, and the last one's code is its own`()
    throws
  {
    _ = try tool.kg("ingest", "letters.jsonl")
    let lines = "nonsense\n\n# nothing\nsql 'SELECT 1 AS n'\n"
    let result = try tool.kg("shell", input: lines)
    #expect(result.output == "n\n1\n")
    #expect(result.messages.contains("there is no command 'nonsense'"))
    #expect(result.status == 0)
    #expect(try tool.kg("shell", input: "stats\nquery 'Who sells pears?'").status == 1)
    #expect(try tool.kg("shell", input: "nonsense\nexit\nstats\n").output == "")
    #expect(try tool.kg("shell", input: "stats\nshell\n").status == 2)
    let open = try tool.kg("shell", input: "'Who leads?\n")
    #expect(open.status == 2 && open.messages.contains("left open: '"))
  }

  @Test func `a line that is no command is a question, its apostrophes and options with it`() throws
  {
    _ = try tool.kg("ingest", "letters.jsonl")
    let asked = try tool.kg("query", "Does China's lead in batteries hold?", "--json")
    let line = try tool.kg("shell", input: "Does China's lead in batteries hold? --json\n")
    #expect(line.output == asked.output)
    #expect(line.messages == asked.messages)
  }

  @Test func `a question may lean on the last, and how it was read is said`() throws {
    _ = try tool.kg("ingest", "letters.jsonl")
    let whole = try tool.kg("query", "Does Japan lead in batteries?")
    let session = try tool.kg(
      "shell", input: "Does China lead in batteries?\nstats\nand Japan?\n")
    #expect(session.messages.contains("kg: read as: Does Japan lead in batteries?\n"))
    #expect(session.output.hasSuffix(whole.output))
    #expect(session.status == whole.status)
    let first = try tool.kg("shell", input: "and Japan?\n")
    #expect(!first.messages.contains("read as: Does"))
  }

  @Test func `what claims join is walked anew after a change`() throws {
    try tool.file("one.jsonl", twoLetters.split(separator: "\n")[0] + "\n")
    try tool.file(
      "more.jsonl", #"{"subject": "China", "relation": "sells", "object": "pears"}"# + "\n")
    let lines = "neighbours China\nimport more.jsonl\nneighbours China --count\n"
    _ = try tool.kg("ingest", "one.jsonl")
    let session = try tool.kg("shell", input: lines)
    #expect(session.output == "steps\tname\n1\tbatteries\nsteps\tnames\n1\t2\n")
    #expect(try tool.kg("neighbours", "China", "--count").output == "steps\tnames\n1\t2\n")
  }

  @Test func `a chain of claims is told claim by claim`() throws {
    try tool.file(
      "chain.jsonl",
      [("China", "sells", "pears"), ("Peru", "grows", "pears"), ("Peru", "fears", "frost")].map {
        #"{"subject": "\#($0)", "relation": "\#($1)", "object": "\#($2)"}"# + "\n"
      }.joined())
    _ = try tool.kg("import", "chain.jsonl")
    let found = try tool.kg("path", "china", "frost", "--format", "tsv")
    let told = found.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t")[1...3].joined(separator: " ")
    }
    #expect(told == ["China sells pears", "Peru grows pears", "Peru fears frost"])
    #expect(try tool.kg("path", "China", "frost", "--count").output == "claims\n3\n")
    let none = try tool.kg("path", "China", "frost", "--steps", "2")
    #expect(none.status == 1)
    #expect(none.messages == "kg: no chain of 2 claims or fewer joins China and frost\n")
  }

  @Test func `what a line writes is seen by the next`() throws {
    let count = "sql 'SELECT count(*) AS n FROM claims'\n"
    let lines =
      count + "ingest letters.jsonl\n" + count
      + "vocabulary add own.yaml\nvocabulary show --own\n"
      + "retract one\n" + count
    try tool.file(
      "own.yaml", "entities:\n  - {name: Orchard Union, kind: bloc, aliases: [the OU]}\n")
    let result = try tool.kg("shell", input: lines)
    #expect(result.output.hasPrefix("n\n2\n"))
    #expect(result.output.contains("Orchard Union"))
    #expect(result.output.hasSuffix("n\n1\n"))
    #expect(result.messages.contains("there is no store here"))
  }

  @Test func `what another program writes or puts in the store's place is seen`() throws {
    try tool.file("one.jsonl", twoLetters.split(separator: "\n")[0] + "\n")
    let result = try tool.shell(
      """
      kg ingest one.jsonl 2>/dev/null
      coproc S { kg shell 2>/dev/null; }
      count() {
        echo "sql 'SELECT count(*) AS n FROM claims'" >&"${S[1]}"
        read -r _ <&"${S[0]}"; read -r n <&"${S[0]}"; echo "$n"
      }
      count
      kg ingest letters.jsonl 2>/dev/null
      count
      rm kg.db*; kg ingest one.jsonl 2>/dev/null
      count
      """)
    #expect(result.output == "1\n2\n1\n")
  }

  @Test func `standard input is the session's own`() throws {
    _ = try tool.kg("ingest", "letters.jsonl")
    let result = try tool.kg("shell", input: "sql -\nsql 'SELECT 1 AS n'\n")
    #expect(result.output == "n\n1\n")
  }

  /// The session on a terminal, step by step as terminal.py takes them.
  private func onTerminal(_ steps: [String], called name: String = "xterm") throws -> Tool.Result {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("terminal.py").path
    try tool.file("steps", steps.map { $0 + "\n" }.joined())
    let program = try #require(Tool.program).path
    return try tool.shell(
      "NO_COLOR= TERM=\(name) XDG_STATE_HOME=state python3 '\(script)' '\(program)' shell < steps")
  }

  static var hasPython: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") }

  @Test(.enabled(if: hasPython))
  func `on a terminal it has a prompt, completes, and goes on after Ctrl-C`() throws {
    _ = try tool.kg("ingest", "letters.jsonl")
    let endless =
      "sql 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n'"
    let result = try onTerminal([
      "see kg> ", #"send sta\t"#, "see kg> stats ", #"send \r"#, "see documents", "see kg> ",
      #"send What does Chi\t"#, "see What does China ", #"send \x03"#, "see ^C", "see kg> ",
      "send \(endless)\\r", #"see \r\n"#, "interrupt", "see kg: interrupted", "see kg> ",
      #"send session new 'Who leads?'\r"#, "see in use", "see kg s1> ",
      #"send \x1b[A\x1b[A\x1b[A"#, "see kg s1> stats", "columns 20", "see kg s1> stats",
      #"send \x15a line that is longer than the window"#, "see the window",
      #"send \x01"#, "see kg s1> a line that", #"send \x15\x0bstats\r"#, "see documents",
      "see kg s1> ", "send \(endless)\\r", #"see \r\n"#, "interrupt", "see kg: interrupted",
      "see kg s1> ", "columns 80", #"send \x12Who"#, "see (search: Who) session new 'Who leads?'",
      #"send \x03"#,
      "see ^C", "see kg s1> ", #"send \x04"#, "end",
    ])
    #expect(result.status == 0, "\(result.messages)")
    let history = tool.folder.appendingPathComponent("state/kg/history")
    #expect(
      try String(contentsOf: history, encoding: .utf8)
        == "stats \n\(endless)\nsession new 'Who leads?'\nstats\n\(endless)\n")
  }

  @Test(.enabled(if: hasPython))
  func `Ctrl-C while the session writes leaves the store sound`() throws {
    let letters = (0..<3000).map {
      "{\"text\": \"Ark\($0) bought the pear\($0).\", \"document\": \"d\($0)\"}\n"
    }
    try tool.file("many.jsonl", letters.joined())
    let result = try onTerminal([
      "see kg> ", #"send ingest many.jsonl\r"#, "see insights", #"send \x03"#,
      "see once more ends at once", "see kg: interrupted", "see kg> ",
      #"send check\r"#, "see kg> ", #"send exit\r"#, "end",
    ])
    #expect(result.status == 0, "\(result.messages)")
    #expect(try tool.kg("check").status == 0)
  }

  // Colours came all the same, and the line was drawn with codes that such a terminal shows as they are.
  @Test(.enabled(if: hasPython)) func `a terminal that knows no codes gets none`() throws {
    _ = try tool.kg("ingest", "letters.jsonl")
    let result = try onTerminal(
      [
        "see kg> ", #"send contradictions\n"#, "see negation", "see kg> ", #"send half a li\x03"#,
        "see kg> ",
        #"send sql 'SELECT 7 AS n'\nsql 'SELECT 8 AS n'\n"#, "see 7", "see 8", "see kg> ",
        #"send \x04"#, "end",
      ], called: "dumb")
    #expect(result.status == 0, "\(result.messages)")
    #expect(!result.output.contains("\u{1b}"), "\(result.output)")
    let coloured = try onTerminal([
      "see kg> ", #"send contradictions\r"#, "see negation", "see kg> ", #"send exit\r"#, "end",
    ])
    #expect(coloured.output.contains("\u{1b}[1m"))
  }

  // A line that came in one piece with its Enter was never shown.
  @Test(.enabled(if: hasPython)) func `lines pasted together are each shown with their answers`()
    throws
  {
    _ = try tool.kg("ingest", "letters.jsonl")
    let result = try onTerminal([
      "see kg> ", #"send sql 'SELECT 7 AS n'\rsql 'SELECT 8 AS n'\r"#,
      "see kg> sql 'SELECT 7 AS n'", "see 7\\r", "see kg> sql 'SELECT 8 AS n'", "see 8\\r",
      "see kg> ", #"send exit\r"#, "end",
    ])
    #expect(result.status == 0, "\(result.messages)")
  }

  @Test(.enabled(if: hasPython)) func `SIGTERM ends a session as it ends kg`() throws {
    _ = try tool.kg("ingest", "letters.jsonl")
    let result = try onTerminal([
      "see kg> ", #"send \x1b"#, "see kg> ", "send sql 'SELECT 7 AS n'\\r", "see 7", "see kg> ",
      "terminate", "end",
    ])
    #expect(result.status == 143, "\(result.messages)")
  }
}
