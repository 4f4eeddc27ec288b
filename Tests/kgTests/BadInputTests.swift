import Foundation
import Testing

/// Whatever comes in: a clear sentence, the documented exit code, and the store as it was.
struct BadInputTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.file("letters.jsonl", twoLetters)
  }

  /// A store with two insights in it.
  private func filled() throws -> String {
    #expect(try tool.kg("ingest", "letters.jsonl").status == 0)
    return try tool.stored()
  }

  private func refuses(
    _ file: String, status: Int32, saying words: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try filled()
    let result = try tool.kg("ingest", file)
    #expect(result.status == status, sourceLocation: location)
    #expect(result.messages.contains(words), sourceLocation: location)
    #expect(result.messages.contains(file), sourceLocation: location)
    #expect(try tool.stored() == before, sourceLocation: location)
  }

  @Test func `a missing file`() throws {
    try refuses("nowhere.txt", status: 4, saying: "no such file")
  }

  @Test func `a folder`() throws {
    try FileManager.default.createDirectory(
      at: tool.folder.appendingPathComponent("notes"), withIntermediateDirectories: true)
    try refuses("notes", status: 4, saying: "directory")
  }

  @Test func `an empty file`() throws {
    try tool.file("empty.txt", "")
    try refuses("empty.txt", status: 4, saying: "empty")
  }

  @Test func `wrong column names are named`() throws {
    try tool.file("wrong.csv", "headline,body\nTea,Tea is good.\n")
    try refuses("wrong.csv", status: 4, saying: "text")
  }

  @Test func `a broken JSON line is named and the rest goes on`() throws {
    try tool.file(
      "broken.jsonl",
      "{\"text\": \"Nvidia dominates chips.\"}\n{\"text\": \n{\"text\": \"Japan leads in robots.\"}\n"
    )
    let result = try tool.kg("ingest", "broken.jsonl")
    #expect(result.status == 4)
    #expect(result.messages.contains("broken.jsonl:2"))
    #expect(result.messages.contains("2 insights"))
  }

  @Test func `the other files are ingested when one can't be read`() throws {
    let result = try tool.kg("ingest", "nowhere.txt", "letters.jsonl")
    #expect(result.status == 4)
    #expect(try tool.kg("sql", "SELECT count(*) AS n FROM insights").output == "n\n2\n")
  }

  @Test func `malformed UTF-8 stays readable and is counted`() throws {
    try tool.file(
      "latin.txt",
      Data("Caf\u{e9} owners say ".unicodeScalars.map { UInt8($0.value) })
        + Data("China leads in batteries.".utf8))
    let result = try tool.kg("extract", "latin.txt", "--format", "jsonl")
    #expect(result.status == 0)
    #expect(result.output.contains("Caf\u{fffd}"))
    #expect(result.messages.contains("latin.txt: 1 place of invalid UTF-8"))
    let parsed = try tool.kg("parse", "latin.txt")
    #expect(parsed.status == 0)
    #expect(parsed.output.contains("Caf\u{fffd}"))
    #expect(
      parsed.messages
        == "kg: latin.txt: 1 place of invalid UTF-8 read as U+FFFD; save the file as UTF-8\n")
  }

  @Test(arguments: ["ingest", "import", "extract", "parse"])
  func `every way in says the same of what can't be read`(_ command: String) throws {
    try FileManager.default.createDirectory(
      at: tool.folder.appendingPathComponent("notes"), withIntermediateDirectories: true)
    try tool.file("empty.jsonl", "")
    try tool.file("program.jsonl", Data([0x7f]) + Data("ELF".utf8) + Data(count: 100))
    let before = try filled()
    for (file, words) in [
      ("notes", "is a directory"), ("nowhere.jsonl", "no such file"), ("empty.jsonl", "empty"),
      ("program.jsonl", "is a program, not text"),
    ] {
      let result = try tool.kg(command, file)
      #expect(result.status == 4)
      #expect(result.messages.hasPrefix("kg: \(file): "))
      #expect(result.messages.contains(words))
    }
    #expect(try tool.stored() == before)
  }

  @Test func `a broken line of claims is named and the rest is imported`() throws {
    try tool.file(
      "claims.jsonl",
      "{\"subject\": \"Japan\"}\n{\"subject\": \"Japan\", \"relation\": \"leads in\", \"object\": \"robots\"}\n{\n"
    )
    let result = try tool.kg("import", "claims.jsonl")
    #expect(result.status == 4)
    #expect(result.messages.contains("claims.jsonl:1: a claim needs"))
    #expect(result.messages.contains("claims.jsonl:3: "))
    #expect(try tool.kg("sql", "SELECT subject FROM claims").output == "subject\nJapan\n")
  }

  @Test func `trees that are no CoNLL-U are told with their line`() throws {
    try tool.file("trees.conllu", "# text = Tea\n1\tTea\n")
    let result = try tool.kg("parse", "trees.conllu")
    #expect(result.status == 4)
    #expect(result.messages.contains("trees.conllu:2: "))
  }

  @Test func `NUL bytes do no harm`() throws {
    try tool.file("nul.txt", "China leads\0 in batteries.\n\nJapan leads in robots.\0\n")
    let result = try tool.kg("ingest", "nul.txt")
    #expect(result.status == 0)
    #expect(try tool.kg("check").status == 0)
    #expect(try tool.kg("verify").status == 0)
    #expect(try tool.kg("export").output.contains("\0") == false)
  }

  @Test func `a line of fifty megabytes`() throws {
    try tool.file("long.txt", Data(repeating: UInt8(ascii: "x"), count: 50_000_000))
    let before = try filled()
    let result = try tool.kg("ingest", "long.txt")
    #expect(result.status == 4)
    #expect(result.messages.contains("long.txt:1: 50000000 bytes"))
    #expect(try tool.kg("import", "long.txt").messages.contains("long.txt:1: "))
    #expect(try tool.stored() == before)
  }

  @Test func `a file that is no store`() throws {
    try tool.file("story.db", "Once upon a time there was no database in this file at all.")
    let before = try Data(contentsOf: tool.folder.appendingPathComponent("story.db"))
    for command in [["stats"], ["ingest", "letters.jsonl"], ["query", "Who leads in batteries?"]] {
      let result = try tool.shell(
        "kg --db story.db " + command.map { "'\($0)'" }.joined(separator: " "))
      #expect(result.status == 5)
      #expect(result.messages.contains("story.db"))
    }
    #expect(try Data(contentsOf: tool.folder.appendingPathComponent("story.db")) == before)
  }

  @Test func `words without sense give an answer that says so, for programs too`() throws {
    _ = try filled()
    let result = try tool.kg("query", "Grobble wex flurb of", "--format", "jsonl")
    #expect(result.status == 3)
    #expect(result.output.hasPrefix("{") && result.output.contains("\"verdict\":\"unknown\""))
    #expect(try tool.kg("query", "Grobble wex flurb of", "--format", "tsv").output.isEmpty)
  }

  @Test func `no store at all says how to make one`() throws {
    let result = try tool.kg("stats")
    #expect(result.status == 5)
    #expect(result.messages.contains("kg ingest"))
  }

  @Test func `a store of a newer schema is left alone`() throws {
    _ = try filled()
    let file = tool.folder.appendingPathComponent("kg.db")
    var bytes = try Data(contentsOf: file)
    // SQLite keeps user_version at byte 60 of the header.
    bytes.replaceSubrange(60..<64, with: [0, 0, 3, 231])
    try bytes.write(to: file)
    let result = try tool.kg("ingest", "letters.jsonl")
    #expect(result.status == 5)
    #expect(result.messages.contains("schema 999"))
    #expect(try Data(contentsOf: file) == bytes)
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `a store that may not be written`() throws {
    let before = try filled()
    let file = tool.folder.appendingPathComponent("kg.db").path
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file)
    let result = try tool.kg("ingest", "letters.jsonl")
    #expect(result.status == 5)
    #expect(result.messages.contains("may not be written"))
    #expect(try tool.stored() == before)
  }

  @Test func `a store where none can be`() throws {
    let result = try tool.shell("kg --db letters.jsonl/kg.db ingest letters.jsonl")
    #expect(result.status == 5)
    #expect(result.messages.contains("kg.db"))
  }

  @Test(.enabled(if: hasPython)) func `a store that another program is writing to`() throws {
    let before = try filled()
    let result = try tool.shell(
      """
      python3 -c 'import sqlite3, time, sys
      db = sqlite3.connect("kg.db", isolation_level=None)
      db.execute("BEGIN EXCLUSIVE")
      open("held", "w").close()
      time.sleep(20)' & holder=$!
      until [ -e held ]; do sleep 0.1; done
      kg ingest letters.jsonl --timeout 0.5; status=$?
      kill $holder
      exit $status
      """)
    #expect(result.status == 5)
    #expect(result.messages.contains("another program"))
    #expect(try tool.stored() == before)
  }

  @Test(.enabled(if: geteuid() == 0, "only root may mount")) func `a disk that is full`() throws {
    try tool.file(
      "more.jsonl",
      (0..<3000).map { "{\"text\": \"Ship \($0) carries tea \($0).\", \"document\": \"d\"}\n" }
        .joined())
    let result = try tool.shell(
      """
      mkdir small && mount -t tmpfs -o size=600k tmpfs small || exit 77
      kg --db small/kg.db ingest letters.jsonl; kg --db small/kg.db stats >before
      kg --db small/kg.db ingest more.jsonl 2>said; status=$?
      kg --db small/kg.db stats | cmp before - && kg --db small/kg.db check && cat said
      umount small
      exit $status
      """)
    // Some containers' root may not mount either.
    guard result.status != 77 else { return }
    #expect(result.status == 5)
    #expect(result.output.contains("no room is left on the disk"))
  }

  @Test func `a file grown over the allowed size`() throws {
    let before = try filled()
    let more = (0..<4000).map {
      "{\"text\": \"Country \($0) leads in trade.\", \"document\": \"d\"}"
    }
    try tool.file("more.jsonl", more.joined(separator: "\n"))
    let result = try tool.shell("ulimit -f 150; kg ingest more.jsonl")
    #expect(result.status == 5)
    #expect(!result.messages.isEmpty)
    #expect(try tool.stored() == before)
  }

  @Test(arguments: [
    "parse letters.jsonl", "extract letters.jsonl", "contradictions", "export", "demo",
  ])
  func `a reader that has gone away is no trouble`(_ command: String) throws {
    _ = try filled()
    let result = try tool.shell(
      "set -o pipefail; { sleep 0.5; kg \(command) 2>said; echo $? >status; } | true; cat status; grep -v '0 failed$' said"
    )
    #expect(result.output == "0\n")
  }

  @Test func `a reader that goes away ends it quietly`() throws {
    _ = try filled()
    let result = try tool.shell(
      "set -o pipefail; kg sql 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i FROM n' | head -1"
    )
    #expect(result.status == 0)
    #expect(result.output == "i\n")
    #expect(result.messages.isEmpty)
  }

  @Test(arguments: ["--format nonsense", "--hops 0", "--since yesterday"])
  func `a wrong option is told`(_ option: String) throws {
    let result = try tool.shell("kg export \(option)")
    #expect(result.status == 2)
    #expect(result.messages.contains("Usage: kg export"))
  }

  @Test func `an unknown command is told`() throws {
    let result = try tool.kg("qwery")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
  }

  @Test func `writing SQL is refused`() throws {
    let before = try filled()
    let result = try tool.kg("sql", "DELETE FROM claim")
    #expect(result.status == 2)
    #expect(result.messages.contains("only reading"))
    #expect(try tool.stored() == before)
  }

  static let hasPython = ["/usr/bin/python3", "/usr/local/bin/python3"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }
}
