import ArgumentParser
import Foundation
import Testing

@testable import kg

struct CommandTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.file("letters.jsonl", twoLetters)
  }

  @Test func `the same file twice changes nothing`() throws {
    #expect(try tool.kg("ingest", "letters.jsonl").messages.contains("2 insights (2 new)"))
    let before = try tool.stored()
    #expect(try tool.kg("ingest", "letters.jsonl").messages.contains("2 insights (0 new)"))
    #expect(try tool.stored() == before)
  }

  @Test func `a bare question is a query`() throws {
    _ = try tool.kg("ingest", "letters.jsonl")
    let bare = try tool.kg("Does China lead in batteries?", "--json")
    #expect(bare.output == (try tool.kg("query", "Does China lead in batteries?", "--json").output))
    #expect(bare.output.contains("\"verdict\" : \"contested\""))
    #expect(bare.status == 0)
  }

  @Test func `global options stand before or behind the command`() throws {
    _ = try tool.kg("--db", "other.db", "ingest", "letters.jsonl")
    #expect(
      try tool.kg("stats", "--db", "other.db").output
        == (try tool.kg("--db=other.db", "stats").output))
  }

  @Test func `who denies what another says is a contradiction`() throws {
    _ = try tool.kg("ingest", "letters.jsonl")
    let result = try tool.kg("contradictions", "--format", "jsonl")
    #expect(result.output.contains("\"kind\":\"negation\""))
    #expect(result.output.contains("China leads in batteries."))
    #expect(result.output.contains("China does not lead in batteries."))
  }

  @Test func `retract and restore`() throws {
    _ = try tool.kg("ingest", "letters.jsonl")
    let before = try tool.stored()
    #expect(try tool.kg("retract", "one").status == 0)
    #expect(try tool.kg("sql", "SELECT document FROM insights").output == "document\ntwo\n")
    #expect(try tool.kg("contradictions").status == 1)
    #expect(try tool.kg("restore", "one").status == 0)
    #expect(try tool.stored() == before)
    #expect(try tool.kg("retract", "three").status == 1)
    #expect(try tool.kg("retract", "--source", "one").status == 1)
    #expect(try tool.kg("retract").status == 2)
  }

  @Test func `imported claims keep their ids`() throws {
    try tool.file(
      "claims.jsonl",
      "{\"id\": \"x1\", \"subject\": \"China\", \"relation\": \"champions\", \"object\": \"tea\", \"source\": \"S\"}\n"
    )
    #expect(try tool.kg("import", "claims.jsonl").status == 0)
    #expect(
      try tool.kg("sql", "SELECT id, subject FROM claims").output == "id\tsubject\nx1\tChina\n")
  }

  @Test func `extract gives each claim with its evidence`() throws {
    let result = try tool.kg("extract", "--format", "jsonl", input: "China leads in batteries.\n")
    #expect(result.output.contains("\"subject\":\"China\""))
    #expect(result.output.contains("\"quote\":\"China leads in batteries.\""))
  }

  @Test func `a reason is linked to what it explains, and answers why`() throws {
    try tool.file("reason.txt", "Peru bans servers because Chile owes taxes.\n")
    let extracted = try tool.kg("extract", "--format", "jsonl", "reason.txt").output
    #expect(extracted.contains("\"links\":[{\"kind\":\"cause\",\"to\":"))
    _ = try tool.kg("ingest", "reason.txt")
    #expect(
      try tool.kg("sql", "SELECT kind, words FROM links").output == "kind\twords\ncause\tbecause\n")
    let answer = try tool.kg("Why does Peru ban servers?", "--format", "table")
    #expect(answer.output.hasPrefix("Chile owes taxes  (1 source)\n"))
    #expect(answer.output.contains("Peru bans servers because Chile owes taxes."))
  }

  @Test func `a contested answer names its clash, and the graph shows it red`() throws {
    _ = try tool.kg("ingest", "letters.jsonl")
    let id = try tool.kg("sql", "SELECT id FROM contradictions").output.split(separator: "\n")[1]
    let answer = try tool.kg("query", "Does China lead in batteries?", "--format", "table").output
    #expect(
      answer.contains("clash: \(id.prefix(8)); kg contradictions show \(id.prefix(8))\n"))
    #expect(try tool.kg("query", "Does China lead in batteries?", "--json").output.contains(id))
    #expect(try tool.kg("export").output.contains("color=\"#cc0000\""))
  }

  @Test func `open extraction gives the sentence's own words`() throws {
    let result = try tool.kg(
      "extract", "--open", "--format", "tsv", "--input-format", "lines",
      input: "Troy was burned by the Greeks .\n")
    #expect(result.output.hasPrefix("Troy was burned by the Greeks .\t"))
  }

  @Test func `parse prints CoNLL-U`() throws {
    let result = try tool.kg("parse", input: "Birds sing.\n")
    #expect(result.output.contains("1\tBirds\tbird\tNOUN"))
    #expect(result.output.contains("\troot\t"))
  }

  @Test(arguments: ["json", "jsonl", "csv", "tsv", "markdown", "table"])
  func `rows come in every format`(_ format: String) throws {
    _ = try tool.kg("ingest", "letters.jsonl")
    for command in [
      ["stats"], ["query", "Who leads in batteries?"], ["contradictions"],
      ["sql", "SELECT 1 AS n"],
    ] {
      let words = (command + ["--format", format]).map { "'\($0)'" }.joined(separator: " ")
      let result = try tool.shell("kg " + words)
      #expect(result.status == 0)
      #expect(!result.output.isEmpty)
    }
  }

  @Test(arguments: [
    "demo", "parse", "extract", "ingest", "import", "query", "contradictions", "export", "retract",
    "restore", "confirm", "dismiss", "verdicts", "diff", "verify", "check", "stats", "sql",
    "vocabulary", "reextract", "dump", "load", "backup", "session", "pin", "note", "grade", "hyp",
    "rate",
    "matrix", "judge", "assume", "gap", "watch", "entity", "alias", "related", "brief",
    "shell", "neighbours", "path",
  ])
  func `every command has help`(_ command: String) throws {
    let result = try tool.kg(command, "--help")
    #expect(result.status == 0)
    #expect(result.output.contains("USAGE: kg \(command)"))
  }

  @Test func `the root knows each command by the name that it has`() {
    for (name, command) in KG.commands {
      #expect(command.configuration.commandName == name)
    }
  }

  /// Deriving a name from a type takes a millisecond or two of every start.
  @Test func `every command says its name itself`() {
    var commands: [any ParsableCommand.Type] = [KG.self]
    while let command = commands.popLast() {
      #expect(command.configuration.commandName != nil, "\(command)")
      commands += command.configuration.subcommands
    }
  }
}
