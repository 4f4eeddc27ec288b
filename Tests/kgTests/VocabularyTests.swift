import Foundation
import Testing

/// A user's own words, from a file to what claims and answers say.
struct VocabularyCommandTests {
  let tool: Tool

  static let own = """
    frames:
      - {name: custody, opposes: [[hold, release]], kind: antonym}
    relations:
      - {name: frees, frame: custody, pole: release, phrases: [hand back]}
      - {name: impounds, frame: custody, pole: hold, phrases: [seize]}
    entities:
      - {name: Larvik Port, kind: port, aliases: [the harbour office], part-of: [Norway]}

    """

  init() throws {
    tool = try Tool()
    try tool.file("own.yaml", Self.own)
    try tool.file(
      "harbour.txt", "Larvik Port seized the trawler.\n\nLarvik Port handed back the trawler.\n")
  }

  private func relations(_ options: String...) throws -> String {
    try tool.shell(
      "kg extract harbour.txt --format jsonl \(options.joined(separator: " ")) | "
        + "grep -o '\"relation\":\"[^\"]*\"' | grep -v seized"
    ).output
  }

  @Test func `a file named for the run stands on top of what ships`() throws {
    #expect(try !relations().contains("impounds"))
    #expect(try relations("--vocabulary", "own.yaml").contains("\"relation\":\"impounds\""))
    let named = try tool.shell("KG_VOCABULARY=own.yaml kg extract harbour.txt --format jsonl")
    #expect(named.output.contains("\"relation\":\"impounds\""))
    let before = try tool.kg("--vocabulary", "own.yaml", "extract", "harbour.txt", "--json")
    #expect(before.output.contains("impounds"))
  }

  @Test func `what was added to the store is in force there, and reextract brings it in`() throws {
    _ = try tool.kg("ingest", "harbour.txt")
    #expect(try !tool.kg("contradictions", "--format", "tsv").output.contains("impounds"))
    let added = try tool.kg("vocabulary", "add", "own.yaml")
    #expect(added.status == 0)
    #expect(added.messages.contains("1 frame, 2 relations, 1 entity kept"))
    let explained = try tool.kg("reextract", "--explain", "--format", "tsv")
    #expect(explained.status == 0)
    #expect(explained.output.contains("gone\t"))
    #expect(explained.output.contains("\tLarvik Port\timpounds\ttrawler\t"))
    #expect(explained.messages.contains("2 insights: 2 claims added, 0 changed, 2 gone, 0 same"))
    let clashes = try tool.kg("contradictions", "--format", "tsv").output
    #expect(clashes.contains("antonym") && clashes.contains("impounds"))
    let before = try tool.stored()
    let again = try tool.kg("reextract")
    #expect(again.messages.contains("0 claims added, 0 changed, 0 gone, 2 same"))
    #expect(try tool.stored() == before)
    #expect(try tool.kg("reextract", "--document", "elsewhere").status == 1)
  }

  @Test func `what is exported is imported the same`() throws {
    #expect(try tool.kg("vocabulary", "export").status == 1)
    _ = try tool.kg("vocabulary", "add", "own.yaml")
    let exported = try tool.kg("vocabulary", "export").output
    #expect(exported == Self.own)
    let whole = try tool.kg("vocabulary", "export", "--all").output
    try tool.file("whole.yaml", whole)
    for file in ["own.yaml", "whole.yaml"] {
      #expect(try tool.kg("--db", "other.db", "vocabulary", "import", file).status == 0)
      #expect(try tool.kg("--db", "other.db", "vocabulary", "export", "--all").output == whole)
    }
    #expect(try tool.kg("vocabulary", "import", "-", input: "").status == 0)
    #expect(try tool.kg("vocabulary", "export").status == 1)
  }

  @Test func `show finds an entry by any of its words`() throws {
    let found = try tool.kg("vocabulary", "show", "washington", "--format", "csv")
    #expect(found.output.contains("entity,United States,state,"))
    #expect(try tool.kg("vocabulary", "show", "Utgard").status == 1)
    _ = try tool.kg("vocabulary", "add", "own.yaml")
    #expect(
      try tool.kg("vocabulary", "show", "--own", "--relations").output == """
        part\tname\tkind\twords\talso\tfrom
        relation\tfrees\tcustody: release\thand back\t\town
        relation\timpounds\tcustody: hold\tseize\t\town

        """)
    let frames = try tool.kg("vocabulary", "show", "--frames", "--format", "csv").output
    #expect(frames.contains("\nframe,custody,antonym,,hold against release,own\n"))
    #expect(frames.contains("\nframe,control,antonym,,ban against allow,built-in\n"))
  }

  @Test func `a bad file is told by line, and nothing of it is kept`() throws {
    try tool.file("bad.yaml", "relations:\n  - {name: x, phrases: [seize]}\n  - {nam: y}\n")
    _ = try tool.kg("vocabulary", "add", "own.yaml")
    for arguments in [
      ["vocabulary", "add", "bad.yaml"], ["extract", "harbour.txt", "--vocabulary", "bad.yaml"],
      ["query", "Who seizes?", "--vocabulary", "bad.yaml"],
    ] {
      let result = try tool.shell("kg " + arguments.map { "'\($0)'" }.joined(separator: " "))
      #expect(result.status == 4)
      #expect(result.messages.contains("bad.yaml:3: unknown key 'nam'"))
    }
    let added = try tool.kg("vocabulary", "add", "bad.yaml")
    #expect(added.messages.contains("bad.yaml:2: the phrase 'seize' of 'x' is also of 'impounds'"))
    #expect(try tool.kg("vocabulary", "export").output == Self.own)
    #expect(try tool.kg("vocabulary", "add", "nowhere.yaml").status == 4)
  }

  @Test func `test tells what a sentence gives and should not, and the reverse`() throws {
    try tool.file(
      "words.txt",
      """
      # What the harbour says.
      Larvik Port seized the trawler.
      ----
      Larvik Port | impounds | trawler

      It rained in Larvik.
      ----
      """)
    let before = try tool.kg("vocabulary", "test", "words.txt")
    #expect(before.status == 1)
    #expect(
      before.output.contains(
        "words.txt\t2\tLarvik Port seized the trawler.\tmissing\tLarvik Port | impounds | trawler\n"
      ))
    #expect(before.output.contains("\tunexpected\tLarvik Port | "))
    let after = try tool.kg("vocabulary", "test", "words.txt", "--vocabulary", "own.yaml")
    #expect(!after.output.contains("words.txt\t2"))
    try tool.file("words.txt", "Larvik Port seized the trawler.\n")
    let malformed = try tool.kg("vocabulary", "test", "words.txt")
    #expect(malformed.status == 4)
    #expect(malformed.messages.contains("words.txt:1: no line ----"))
  }

  @Test func `test reads the golden files of this program`() throws {
    let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "ExtractionTests/Golden/negation.txt").path()
    let result = try tool.kg("vocabulary", "test", golden, "--published", "2025-06-15")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.isEmpty)
  }

  @Test func `suggest names what the vocabulary lacks, the most frequent first`() throws {
    try tool.file(
      "claims.jsonl",
      """
      {"subject": "Larvik Port", "relation": "invests at", "object": "cranes", "source": "S", "text": "Larvik Port invests at cranes."}
      {"subject": "Larvik Port", "relation": "invests at", "object": "rope", "source": "S", "text": "Larvik Port invests at rope."}

      """)
    _ = try tool.kg("import", "claims.jsonl")
    let found = try tool.kg("vocabulary", "suggest", "--format", "csv")
    #expect(found.output.contains("\nrelation,invests at,2,invests in,the same verb "))
    #expect(found.output.contains("\nentity,Larvik Port,2,,,Larvik Port invests at cranes.\n"))
    let relations = try tool.kg("vocabulary", "suggest", "--relations", "--limit", "1")
    #expect(relations.output.split(separator: "\n").count == 2)
  }

  @Test(arguments: ["json", "jsonl", "csv", "tsv", "markdown", "table"])
  func `its rows come in every format`(_ format: String) throws {
    _ = try tool.kg("ingest", "harbour.txt")
    try tool.file("words.txt", "Larvik Port seized the trawler.\n----\n")
    _ = try tool.kg("vocabulary", "add", "own.yaml")
    for command in ["show --own", "test words.txt", "suggest"] {
      let result = try tool.shell("kg vocabulary \(command) --format \(format)")
      #expect(result.output.contains("Larvik Port"), "\(command)")
    }
    let result = try tool.shell("kg reextract --explain --format \(format)")
    #expect(result.output.contains("impounds"))
  }

  @Test(arguments: ["show", "add", "import", "export", "test", "suggest"])
  func `every part of vocabulary has help`(_ command: String) throws {
    let result = try tool.kg("vocabulary", command, "--help")
    #expect(result.status == 0)
    #expect(result.output.contains("USAGE: kg vocabulary \(command)"))
  }
}
