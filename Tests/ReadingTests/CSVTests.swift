import Reading
import Testing

struct CSVTests {
  @Test func `rows are read under their header, in any order of columns`() {
    let result = read(
      """
      published,Text,id,rating
      2025-01-02,"Peru, too, bans ""grey"" servers.
      It says so.",p1,5

      2025-01-03,Chile does not.,p2,4
      """, .csv)
    #expect(result.insights.map(\.id) == ["p1", "p2"])
    #expect(
      result.insights.map(\.text) == [
        "Peru, too, bans \"grey\" servers.\nIt says so.", "Chile does not.",
      ])
    #expect(result.insights.map(\.published) == ["2025-01-02", "2025-01-03"])
    #expect(result.failures.isEmpty)
  }

  @Test(arguments: [";", "\t"])
  func `semicolons and tabs part columns too`(_ sign: String) {
    let result = read("id\(sign)text\np1\(sign)Peru, too, bans servers.\n", .csv)
    #expect(result.insights.map(\.text) == ["Peru, too, bans servers."])
  }

  @Test func `wrong column names are one failure that names both kinds`() {
    #expect(
      read("id,body\n1,x\n2,y\n", .csv).failures.map(\.description) == [
        "notes:1: no column \"text\" among id, body; name the columns id, title, text, source, document, published"
      ])
  }

  @Test func `a bad row is named and the rest is read`() {
    let result = read(
      """
      id,text
      1,"Peru bans servers."
      2,a 5" wafer, "loose"
      3,"never closed
      4,Chile, too, allows them.
      5,
      6,Norway waits.
      """, .csv)
    #expect(result.insights.map(\.id) == ["1", "6"])
    #expect(result.failures.map(\.line) == [3, 4, 5, 6])
  }
}
