import Testing

/// Feeds as a person ingests them, again and again.
struct FeedTests {
  private func feed(_ title: String, _ text: String) -> String {
    """
    <rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
    <title>Chips Weekly</title><item><title>\(title)</title><guid>https://chips.example/41</guid>
    <pubDate>Tue, 05 May 2026 23:30:00 -0500</pubDate><description>\(text)</description>
    <podcast:transcript url="https://cdn.example/ep41.vtt" type="text/vtt"/></item></channel></rss>
    """
  }

  @Test func `an item is the same in whichever file and under whatever title`() throws {
    let tool = try Tool()
    try tool.file("monday.xml", feed("41", "Peru bans imported servers."))
    try tool.file("tuesday.xml", feed("41: now with a title", "Peru bans imported servers."))
    try tool.file("friday.xml", feed("41", "Peru allows imported servers."))
    try tool.file(
      "ep41.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Chile bans imported servers.\n")
    // The transcript is part of the feed, not read once more.
    #expect(
      try tool.kg("ingest", "ep41.vtt", "monday.xml").messages
        == "2 insights (2 new), 2 claims (2 new), 0 skipped, 0 failed\n")
    let first = try tool.kg("dump").output
    #expect(
      try tool.kg("ingest", "monday.xml").messages
        == "2 insights (0 new), 2 claims (0 new), 0 skipped, 0 failed\n")
    #expect(try tool.kg("dump").output == first)
    #expect(
      try tool.kg("ingest", "tuesday.xml").messages
        == "2 insights (0 new), 2 claims (0 new), 0 skipped, 0 failed\n")
    let titles = try tool.kg("sql", "SELECT DISTINCT document, title FROM insights").output
    #expect(titles == "document\ttitle\nhttps://chips.example/41\t41: now with a title\n")
    // What the item says no longer is gone.
    _ = try tool.kg("ingest", "friday.xml")
    #expect(
      try tool.kg("sql", "SELECT subject, relation FROM claims ORDER BY 1").output
        == "subject\trelation\nChile\tbans\nPeru\tallows\n")
    #expect(try tool.kg("verify").status == 0)
    #expect(try tool.kg("check").status == 0)
  }
}
