import Claims
import Testing

@testable import Reading

struct SnipdTests {
  @Test func `snips have their episode, their time and, where it is said, their speaker`() {
    let result = read(
      """
      # Servers in Peru

      ![Cover|200](https://img.example/1.png)

      ## Episode metadata
      - Episode title:: Servers in Peru
      - Show:: [[Chips Weekly]]
      - Owner / Host:: Grace Hopper
      - Episode link:: [open in Snipd](https://share.snipd.example/episode/1)
      - Episode publish date:: 2026-05-05
      - Tags:: #chips
      <details>
      <summary>Show notes</summary>
      > Norway bans show notes.<br/>
      > - Show: Another
      </details>

      - Export date:: 2026-06-01T10:11

      ## Snips

      ### [01:02:03] Peru's ban

      [🎧 Play snip - 1min️ (01:01:40 - 01:02:40)](https://share.snipd.example/snip/1)

      ### ✨ Key takeaways
      - Peru bans **imported** servers.
      - Chile allows them all.

      #### 💬 Quote
      > Peru bans imported servers
      > and nobody asks why.
      >
      > — Ada Lovelace

      #### 📚 Transcript
      <details>
      <summary>Click to expand</summary>
      <blockquote><b>Speaker 1</b><br/><br/>Does Chile ban servers?</blockquote>
      <blockquote><b>Ada Lovelace</b><br/><br/>Chile allows them all. Oslo pays for it.</blockquote>
      </details>

      ---

      ### [05:00] A second one

      Norway funds a centre.

      # Another episode

      ## Episode metadata
      - Show: Andes Wire

      ## Snips

      ### [00:30]
      Halden AI releases a model.
      """, .md)
    let peru = "Servers in Peru, Chips Weekly | Chips Weekly | 2026-05-05"
    #expect(
      result.insights.map { insight in
        [
          insight.document, insight.source, insight.published, insight.title,
          insight.marks.first?.time, insight.speaker, insight.text,
        ].map { $0 ?? "-" }.joined(separator: " | ")
      } == [
        "\(peru) | Peru's ban | 01:02:03.000 | - | Peru bans imported servers.",
        "\(peru) | Peru's ban | 01:02:03.000 | - | Chile allows them all.",
        "\(peru) | Peru's ban | 01:02:03.000 | Ada Lovelace | Peru bans imported servers and nobody asks why.",
        "\(peru) | Peru's ban | 01:02:03.000 | Speaker 1 | Does Chile ban servers?",
        "\(peru) | Peru's ban | 01:02:03.000 | Ada Lovelace | Chile allows them all. Oslo pays for it.",
        "\(peru) | A second one | 00:05:00.000 | - | Norway funds a centre.",
        "Another episode, Andes Wire | Andes Wire | - | Another episode | 00:00:30.000 | - | Halden AI releases a model.",
      ])
    #expect(result.failures.isEmpty)
    #expect(result.warnings.isEmpty)
  }
}

struct ReadwiseTests {
  @Test func `highlights are insights of their book, and the reader's notes and dates are none`() {
    let result = read(
      """
      Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags
      "Peru bans, as it says, __imported__ servers.",Servers,Ada Lovelace,,I doubt it.,yellow,,page,12,2026-06-01 10:11:12+00:00,
      Chile allows them all.,Episode 41,Chips Weekly,,,,,time_offset,3723,2026-06-02 10:11:12+00:00,
      ![](https://img.example/1.png),Servers,Ada Lovelace,,,,,page,13,,
      https://example.org/more,Servers,Ada Lovelace,,,,,page,14,,
      """, .csv)
    #expect(
      result.insights.map {
        [
          $0.document, $0.title, $0.source, $0.published, $0.marks.first?.time, $0.text,
        ].map { $0 ?? "-" }.joined(separator: " | ")
      } == [
        "Servers, Ada Lovelace | Servers | Ada Lovelace | - | - | Peru bans, as it says, imported servers.",
        "Episode 41, Chips Weekly | Episode 41 | Chips Weekly | - | 01:02:03.000 | Chile allows them all.",
      ])
    #expect(result.skipped == 2)
    #expect(result.failures.isEmpty)
  }
}

struct FrontMatterTests {
  private func read(_ lines: String, _ body: String = "Peru bans imported servers.")
    -> ReadingResult
  {
    file("---\n\(lines)\n---\n\n\(body)")
  }

  private func file(_ text: String) -> ReadingResult {
    Reading.read(bytes: Array(text.utf8), name: "notes", format: .md, source: "Given")
  }

  @Test(arguments: [
    (
      "title: \"Servers: a ban\"\nsource: Andes Wire\ndate: 2026-05-05T10:00:00Z",
      "Servers: a ban|Andes Wire|2026-05-05"
    ),
    (
      "title: Servers\nauthor: [Ada Lovelace]\npublished: 5 May 2026",
      "Servers|Ada Lovelace|2026-05-05"
    ),
    (
      "Source: https://www.andes.example/a?b\ncreated: 2026-06-01\ntags:\n  - chips",
      "-|andes.example|-"
    ),
    ("show: '[[Chips Weekly]]'\nauthor: Ada", "-|Chips Weekly|-"),
    ("layout: post", "-|Given|-"),
  ])
  func `the lines at the top say what a file is`(_ lines: String, _ expected: String) {
    let result = read(lines)
    #expect(
      result.insights.map { "\($0.title ?? "-")|\($0.source ?? "-")|\($0.published ?? "-")" } == [
        expected
      ])
    #expect(result.insights.map(\.text) == ["Peru bans imported servers."])
  }

  @Test func `a date that is none is said, and a line of signs is no front matter`() {
    #expect(
      read("date: soon").warnings.map(\.description) == [
        "notes:1: \"soon\" is no date such as 2026-01-31; read without it"
      ])
    #expect(file("title: Servers\n\nPeru bans servers.").insights.last?.title == nil)
  }
}
