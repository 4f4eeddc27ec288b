import Claims
import Reading
import Testing

struct ReadingTests {
  private func read(_ text: String, _ format: InputFormat) -> ReadingResult {
    Reading.read(bytes: Array(text.utf8), name: "notes", format: format)
  }

  @Test func `blank lines part insights and page furniture is counted`() {
    let page = """
      Weekly chips letter

      Sign up to get it every Friday.

      Norway funds a computing centre. It opens in May.

      Related Insights

      Peru bans imported servers from 2026.
      """
    let result = read(page, .txt)
    #expect(
      result.insights.map(\.text) == [
        "Norway funds a computing centre. It opens in May.",
        "Peru bans imported servers from 2026.",
      ])
    #expect(result.skipped == 3)
  }

  @Test func `a broken JSON line is named and the rest is read`() {
    let result = read(
      "{\"text\": \"Peru bans servers.\", \"id\": \"p1\"}\n{broken\n{\"id\": \"x\"}\n", .jsonl)
    #expect(result.insights.map(\.id) == ["p1"])
    #expect(result.failures.map(\.line) == [2, 3])
    #expect(result.failures[0].description.hasPrefix("notes:2: "))
  }

  @Test func `CSV wants a column of texts`() {
    #expect(
      read("id,text\n1,\"Peru, too, bans servers.\"\n", .csv).insights[0].text
        == "Peru, too, bans servers.")
    #expect(read("id,body\n1,x\n", .csv).failures[0].message.contains("body"))
  }

  @Test func `Markdown loses its marks`() {
    let result = read(
      "# A heading\n\n**Peru** [bans](x.html) imported servers.\n- Chile allows them all.\n", .md)
    #expect(
      result.insights.map(\.text) == ["Peru bans imported servers.", "Chile allows them all."])
  }

  @Test func `invalid UTF-8, NUL bytes and Windows line ends are mended`() {
    let bytes = Array("Peru bans \u{0} servers and more.\r\nChile does not.".utf8) + [0xff]
    let result = Reading.read(bytes: bytes, name: "notes", format: .lines)
    #expect(
      result.insights.map(\.text) == [
        "Peru bans \u{FFFD} servers and more.", "Chile does not.\u{FFFD}",
      ])
    #expect(result.warnings.count == 2)
  }

  @Test func `a whole file in one line is no insight`() {
    let result = read(String(repeating: "chips and ", count: 5000), .txt)
    #expect(result.insights.isEmpty)
    #expect(result.failures.count == 1)
  }

  @Test func `claims to import keep their ids and may stand alone or in an insight`() {
    let lines = """
      {"id": "a#1", "subject": "Peru", "relation": "bans", "object": "servers", "polarity": -1}
      {"id": "n1", "text": "Chile allows servers.", "claims": [{"id": "n1#1", "subject": "Chile", "relation": "allows", "object": "servers"}]}
      """
    let result = readClaims(bytes: Array(lines.utf8), name: "claims.jsonl")
    #expect(result.claims.map(\.id) == ["a#1", "n1#1"])
    #expect(result.claims.map(\.polarity) == [.negative, .positive])
    #expect(result.claims.map(\.evidence.insight).last == "n1")
    #expect(result.claims[0].evidence.quote == "Peru bans servers.")
  }
}
