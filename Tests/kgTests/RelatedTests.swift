import Foundation
import Testing

/// Related insights and the brief.
struct RelatedTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    let lines = [
      ("a1", "Peru bans foreign drones.", "Tea Letter", "2026-01-05"),
      ("b1", "Peru does not ban foreign drones.", "Milk Letter", "2026-01-06"),
      ("c1", "Peru bans foreign drones, a clerk in Lima said.", "Rye Letter", "2026-01-07"),
      ("d1", "Peru bans drones.", "Oat Letter", "2026-01-08"),
      ("a2", "Peru allows foreign drones.", "Tea Letter", "2026-01-20"),
      ("e1", "Chile supports copper mines.", "Oat Letter", "2026-01-09"),
    ].map { id, text, source, day in
      """
      {"id": "\(id)", "text": "\(text)", "source": "\(source)", "document": "d-\(id)", "published": "\(day)"}

      """
    }
    try tool.file("letters.jsonl", lines.joined())
    _ = try tool.kg("ingest", "letters.jsonl")
  }

  private func related(_ to: String) throws -> String {
    try tool.shell("kg related '\(to)' --format tsv | tail -n +2 | cut -f 1,7").output
  }

  @Test func `each related insight has its relation and reason`() throws {
    #expect(
      try related("a1") == """
        disputes\tb1
        same speaker, changed position\ta2
        agrees, independent\tc1
        broader\td1

        """)
    #expect(try related("d1").contains("narrower\ta1"))
    #expect(try related("Peru bans foreign drones.").contains("disputes\tb1"))
    let table = try tool.kg("related", "a1", "-n", "1", "--format", "table").output
    #expect(
      table == """
        disputes  “Peru does not ban foreign drones.” — Milk Letter, 2026-01-06, b1
          “Peru bans foreign drones” against “Peru bans foreign drones [denied]”: one says so and the other denies it.

        """)
  }

  // Two by two, the third took itself for another origin than the first.
  @Test func `an echo of an echo comes from the same origin, and of another origin one is told`()
    throws
  {
    let long = "Bolivia leads in lithium by a wide margin this year"
    let lines = [
      ("g1", "\(long).", "Tea Letter"),
      ("g2", "\(long), Ada Ash said.", "Milk Letter"),
      ("g3", "Ada Ash says that Bolivia leads in lithium.", "Rye Letter"),
      ("g4", "Bolivia leads in lithium.", "Oat Letter"),
      ("g5", "Bolivia leads in lithium!", "Nut Letter"),
    ].map { id, text, source in
      """
      {"id": "\(id)", "text": "\(text)", "source": "\(source)", "document": "d-\(id)"}

      """
    }
    try tool.file("more.jsonl", lines.joined())
    _ = try tool.kg("ingest", "more.jsonl")
    let found = try tool.shell(
      "kg related g1 --format tsv | tail -n +2 | cut -f 1,2,7"
    ).output
    #expect(
      found == """
        agrees, independent\tOat Letter says so too; 1 origin, 2 mentions\tg4
        echoes, same origin\tAda Ash is quoted\tg3
        echoes, same origin\tthe same sentence\tg2

        """)
  }

  @Test func `where nothing is related nothing is shown`() throws {
    let none = try tool.kg("related", "e1")
    #expect(none.status == 1)
    #expect(none.messages == "kg: nothing is related to it\n")
    #expect(try tool.kg("related", "z9").status == 1)
    #expect(try tool.kg("related", "Yesterday at noon.").status == 1)
  }

  @Test func `a brief tells the same for the same store, and nothing twice`() throws {
    let run = { (options: String) in
      try tool.shell("export KG_NOW=2026-01-21; kg brief \(options)")
    }
    let dry = try run("-n 2 --dry-run")
    #expect(try run("-n 2 --dry-run").output == dry.output)
    #expect(try run("-n 2").output == dry.output)
    let next = try run("-n 9 --format markdown")
    #expect(next.status == 0)
    #expect(next.messages.contains("a quiet day: "))
    for line in dry.output.split(separator: "\n") where line.hasPrefix("   “") {
      #expect(!next.output.contains("> \(line.dropFirst(3))"))
    }
    let empty = try run("")
    #expect(empty.status == 1)
    #expect(empty.messages == "kg: nothing new to tell\n")
    // Another paper that takes a sentence over tells nothing new; one with words of its own does.
    try tool.file(
      "more.jsonl",
      #"""
      {"id": "f1", "text": "Peru allows foreign drones.", "source": "Echo Letter", "document": "d-f1", "published": "2026-01-20"}
      """#)
    _ = try tool.kg("ingest", "more.jsonl")
    let echo = try run("")
    #expect(echo.messages == "kg: nothing new to tell\n", "\(echo.output)")
    let copied = try tool.shell(
      "kg dump > a.txt; kg load --db b.db a.txt && kg dump --db b.db | cmp - a.txt; kg brief --db b.db"
    )
    #expect(copied.status == 1)
    #expect(copied.messages == "kg: nothing new to tell\n")
  }

  @Test func `a brief is of one cluster one, in any format, and says why`() throws {
    let run = { (options: String) in
      try tool.shell("export KG_NOW=2026-01-21; kg brief --dry-run \(options)")
    }
    let table = try run("").output
    #expect(table.contains("here because: "))
    // What Tea, Rye and Oat say of the ban stands beside the denial rather than on its own.
    let titles = table.split(separator: "\n").filter { $0.first?.isNumber ?? false }
    #expect(
      titles == [
        "1  Peru bans foreign drones [denied]", "2  Peru allows foreign drones",
        "3  Chile supports copper mines",
      ])
    #expect(try run("--since 1w").output.contains("Peru allows foreign drones"))
    #expect(try run("--since 2026-02-01").status == 1)
    #expect(try run("--since soon").status == 2)
    #expect(try run("--format html").output.hasPrefix("<!DOCTYPE html>"))
    let object = try JSONSerialization.jsonObject(with: Data(run("--format json").output.utf8))
    let items = try #require((object as? [String: Any])?["items"] as? [[String: Any]])
    #expect(items.allSatisfy { ($0["reasons"] as? [String])?.isEmpty == false })
  }

  @Test func `what is against a judgment or answers a watch comes first`() throws {
    _ = try tool.shell(
      """
      kg session new 'What does Chile do?'; kg hyp add 'Chile digs.'
      kg judge H1 --likelihood likely --confidence low --because e1
      kg watch 'Does Chile support copper mines?'
      """)
    try tool.file(
      "more.jsonl",
      #"""
      {"id": "f1", "text": "Chile does not support copper mines.", "source": "Rye Letter", "document": "d-f1", "published": "2026-01-20"}
      """#)
    #expect(try tool.kg("ingest", "more.jsonl").messages.contains("W1"))
    let first = try tool.shell("kg brief -n 1").output
    #expect(first.hasPrefix("1  Chile supports copper mines [denied]\n"))
    #expect(first.contains("against what you judged by: e1"))
    #expect(first.contains("you watch “Does Chile support copper mines?”"))
  }
}
