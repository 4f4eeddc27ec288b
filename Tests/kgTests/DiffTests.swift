import Testing

/// Two voices side by side, and one over time.
struct DiffTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.file("letters.jsonl", twoLetters + Self.more)
    _ = try tool.kg("ingest", "letters.jsonl")
  }

  static let more = """
    {"text": "Peru exports copper. Peru bans trawlers.", "source": "Tea Letter", "document": "three", "published": "2023-02-05"}
    {"text": "Peru exports copper. Chile owns two trawlers.", "source": "Milk Letter", "document": "four", "published": "2023-02-09"}
    {"text": "Peru allows trawlers.", "source": "Tea Letter", "document": "five", "published": "2026-01-20"}

    """

  @Test func `diff shows where two voices differ, agree, and one is silent`() throws {
    let rows = try tool.kg("diff", "Tea Letter", "milk letter").output.split(separator: "\n")
      .dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    func said(_ stance: String) -> [String] {
      rows.filter { $0[0] == stance }.map { "\($0[1])|\($0[4])|\($0[8])" }
    }
    #expect(said("differ") == ["|China leads in batteries|China leads in batteries [denied]"])
    #expect(said("agree") == ["|Peru exports copper|Peru exports copper"])
    #expect(
      said("only") == [
        "Tea Letter|Peru bans trawlers|", "Tea Letter|Peru allows trawlers|",
        "milk letter||Chile owns two trawlers",
      ])
    let copper = try tool.kg("diff", "Tea Letter", "Milk Letter", "--on", "copper").output
    #expect(copper.split(separator: "\n").count == 2)
    let table = try tool.kg("diff", "Tea Letter", "Milk Letter", "--format", "table").output
    #expect(table.hasPrefix("They differ\n  k"))
    #expect(table.contains("\nOnly Tea Letter; Milk Letter is silent\n  Peru bans trawlers\n"))
    #expect(try tool.kg("diff", "Tea Letter", "Nobody").status == 1)
    #expect(try tool.kg("diff", "Tea Letter").status == 2)
  }

  @Test func `one voice over time shows what it moved on from`() throws {
    let table = try tool.kg("diff", "Tea Letter", "--over-time", "--format", "table").output
    #expect(table.hasPrefix("Peru: trawlers\n  2023-02-05  Peru bans trawlers\n    “Peru bans"))
    #expect(table.contains("  2026-01-20  Peru allows trawlers  [update k"))
    #expect(try tool.kg("diff", "Milk Letter", "--over-time").status == 1)
  }
}
