import Claims
import Foundation
import Testing

@testable import Reading

/// A folder with a feed and what lies beside it.
private func read(_ name: String, given: [String] = [], in files: [String: String]) throws
  -> ReadingResult
{
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kg-feed-\(UUID())")
  defer { try? FileManager.default.removeItem(at: folder) }
  for (path, text) in files {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  var result = try Reading.read(
    path: folder.appendingPathComponent(name).path, format: nil,
    beside: given.map { folder.appendingPathComponent($0).path })
  // The folder has another name each time.
  func short(_ errors: [ReadingError]) -> [ReadingError] {
    errors.map { ReadingError(file: documentName($0.file), line: $0.line, message: $0.message) }
  }
  result.failures = short(result.failures)
  result.warnings = short(result.warnings)
  return result
}

/// A line an insight: document, date, source, title, speaker and text.
private func lines(_ result: ReadingResult) -> [String] {
  result.insights.map { insight in
    [
      insight.document, insight.published, insight.source, insight.title, insight.speaker,
      insight.text,
    ].map { $0 ?? "-" }.joined(separator: " | ")
  }
}

private let podcast = """
  <?xml version="1.0" encoding="UTF-8"?>
  <rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"
    xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel>
      <title>Chips Weekly</title>
      <atom:link href="https://chips.example/feed.xml" rel="self"/>
      <podcast:person role="host">Grace Hopper</podcast:person>
      <item>
        <title>41: Peru &amp; servers</title>
        <guid isPermaLink="false">41</guid>
        <pubDate>Tue, 05 May 2026 23:30:00 -0500</pubDate>
        <description>Told in full below.</description>
        <content:encoded><![CDATA[<p>Peru bans imported&nbsp;servers.</p><p>Subscribe to our newsletter.</p>]]></content:encoded>
        <podcast:transcript url="https://cdn.example/t/ep41.srt" type="application/srt"/>
        <podcast:transcript url="https://cdn.example/t/ep41.vtt?key=1" type="text/vtt" language="en"/>
        <podcast:person>Grace Hopper</podcast:person>
        <podcast:person role="guest">Ada Lovelace</podcast:person>
      </item>
      <item>
        <title>42</title>
        <guid>https://chips.example/42</guid>
        <pubDate>6 May 26 08:00 GMT</pubDate>
        <description>Norway funds a centre.

        Oslo pays for it.</description>
      </item>
    </channel>
  </rss>
  """

private let transcript = """
  WEBVTT

  00:01.000 --> 00:03.000
  <v grace>Does Chile ban imported servers?

  00:03.000 --> 00:05.000
  <v Guest>Chile bans imported servers.

  00:05.000 --> 00:06.000
  <v Somebody>Norway funds a centre.
  """

struct FeedTests {
  @Test func `items are documents by their guid, with the transcript that lies beside the feed`()
    throws
  {
    let result = try read("feed.xml", in: ["feed.xml": podcast, "ep41.vtt": transcript])
    let first = "https://chips.example/feed.xml#41 | 2026-05-05 | Chips Weekly | 41: Peru & servers"
    let second = "https://chips.example/42 | 2026-05-06 | Chips Weekly | 42"
    #expect(
      lines(result) == [
        "\(first) | - | Peru bans imported servers.",
        "\(first) | Grace Hopper | Does Chile ban imported servers?",
        "\(first) | Ada Lovelace | Chile bans imported servers.",
        "\(first) | Somebody | Norway funds a centre.",
        "\(second) | - | Norway funds a centre.", "\(second) | - | Oslo pays for it.",
      ])
    #expect(result.named == ["https://chips.example/feed.xml#41", "https://chips.example/42"])
    #expect(result.failures.isEmpty)
    #expect(result.warnings.isEmpty)
  }

  @Test
  func `a transcript given elsewhere will do, and one that isn't here is named and not fetched`()
    throws
  {
    let given = try read(
      "feed.xml", given: ["far/ep41.vtt"], in: ["feed.xml": podcast, "far/ep41.vtt": transcript])
    #expect(given.insights.count == 6)
    #expect(given.used.map(documentName) == ["ep41.vtt"])
    let alone = try read("feed.xml", in: ["feed.xml": podcast, "far/ep41.vtt": transcript])
    #expect(alone.insights.count == 3)
    #expect(
      alone.warnings.map(\.description) == [
        "feed.xml: 1 transcript is not here, as nothing is fetched; save beside it: ep41.vtt"
      ])
  }

  @Test func `a transcript that is a page or plain text has its speakers too`() throws {
    let page = """
      <!DOCTYPE html><html><body><cite>Grace:</cite> <time>0:01</time> <p>Does Chile ban servers?</p>
      <cite>Ada:</cite><time>1:02:03</time><p>Chile bans servers.</p><p>Oslo pays for them.</p>
      <cite>Grace:</cite><p>Norway funds a centre.</p><cite>Ada:</cite><p>It does.</p></body></html>
      """
    let feed = podcast.replacing(
      "ep41.vtt?key=1\" type=\"text/vtt\"", with: "a.html\" type=\"text/html\"")
    func spoken(_ result: ReadingResult) -> [String] {
      result.insights.filter { $0.speaker != nil }.map {
        "\($0.speaker ?? "") | \($0.marks.map(\.time).joined(separator: " ")) | \($0.text)"
      }
    }
    #expect(
      try spoken(read("feed.xml", in: ["feed.xml": feed, "a.html": page])) == [
        "Grace Hopper | 00:00:01.000 | Does Chile ban servers?",
        "Ada Lovelace | 01:02:03.000 | Chile bans servers. Oslo pays for them.",
        "Grace Hopper | 01:02:03.000 | Norway funds a centre.",
      ])
    let text =
      "GRACE HOPPER: Does Chile ban servers?\n\nGUEST: Chile bans servers.\n\nHOST: Why is that?"
    #expect(
      try spoken(
        read(
          "feed.xml",
          in: [
            "feed.xml": feed.replacing(
              "a.html\" type=\"text/html", with: "a.txt\" type=\"text/plain"), "a.txt": text,
          ])
      ) == [
        "Grace Hopper |  | Does Chile ban servers?", "Ada Lovelace |  | Chile bans servers.",
        "Grace Hopper |  | Why is that?",
      ])
  }

  @Test func `no address leads out of the feed's folder`() throws {
    for address in [
      "../secret.vtt", "/tmp/secret.vtt", "file:///tmp/secret.vtt", "a/../../secret.vtt",
      "..%2fsecret.vtt", "https://x.example/", "",
    ] {
      let feed = podcast.replacing("https://cdn.example/t/ep41.vtt?key=1", with: address)
      let result = try read("in/feed.xml", in: ["in/feed.xml": feed, "secret.vtt": transcript])
      #expect(result.insights.count == 3)
    }
  }

  @Test func `an Atom feed is read, be its words text, HTML or XHTML`() throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom">
        <title>Andes Wire</title><id>urn:andes</id>
        <entry><id>urn:andes:1</id><title type="html">Peru &lt;b>bans&lt;/b></title>
          <updated>2026-02-03T04:05:06Z</updated><published>2026-02-01T00:00:00Z</published>
          <content type="html">&lt;p>Peru bans servers.&lt;/p></content></entry>
        <entry><id>urn:andes:2</id><updated>2026-02-03T04:05:06Z</updated>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Chile <b>allows</b> them &amp; more.</p><p>Oslo pays.</p></div></content></entry>
        <entry><link href="https://andes.example/3"/><summary>Norway funds a centre.</summary></entry>
        <entry><title>Nameless</title><summary>Lost.</summary></entry>
      </feed>
      """
    let result = try read("feed", in: ["feed": feed])
    #expect(
      lines(result) == [
        "urn:andes:1 | 2026-02-01 | Andes Wire | Peru bans | - | Peru bans servers.",
        "urn:andes:2 | 2026-02-03 | Andes Wire | - | - | Chile allows them & more.",
        "urn:andes:2 | 2026-02-03 | Andes Wire | - | - | Oslo pays.",
        "https://andes.example/3 | - | Andes Wire | - | - | Norway funds a centre.",
      ])
    #expect(
      result.failures.map(\.description) == [
        "feed:9: an item without a guid, id or link can't be told from others; add a guid"
      ])
  }

  @Test func `broken XML is named by its line, and what can be read is`() throws {
    let feed = podcast.replacing("Told in full below.", with: "Tea & milk")
      .replacing("</channel>", with: "")
    let result = try read("feed.xml", in: ["feed.xml": feed])
    #expect(result.insights.count == 3)
    #expect(
      result.failures.map(\.description) == [
        "feed.xml:12: a plain & stands here; write &amp;; what could be read was"
      ])
    #expect(try read("a.rss", in: ["a.rss": "<rss><channel/></rss>"]).failures.count == 1)
    #expect(
      try read("a.rss", in: ["a.rss": "<svg>Peru.</svg>"]).failures.map(\.description) == [
        "a.rss:1: is no RSS or Atom feed; it begins with <svg>"
      ])
    #expect(try read("a.rss", in: ["a.rss": "No XML at all."]).failures.count == 1)
  }

  @Test func `a feed of more than ten megabytes is read to its end`() {
    let item =
      "<item><guid>a:1</guid><description>Peru bans servers.\(String(repeating: " ", count: 20_000))</description></item>"
    let text = "<rss><channel>" + String(repeating: item, count: 600) + "</channel></rss>"
    #expect(XMLTree(text).failure == nil)
    #expect(XMLTree(text).root?.children.first?.children.count == 600)
  }

  @Test func `no byte brings the parser down, and Latin letters are read as what they are`() {
    let feed = Array("<rss><channel><item><guid>a:1</guid><description>Peru bans ".utf8)
    let end = Array("cafés.</description></item></channel></rss>".utf8)
    let broken: [[UInt8]] = [
      [0xeb, 0x19, 0x3e], [0x3c, 0x62, 0xeb, 0x3e], [0x08], [0x00], [0xff, 0xfe, 0x41],
    ]
    for bytes in broken {
      let result = Reading.read(bytes: feed + bytes + end, name: "notes", format: .rss)
      #expect(result.insights.count + result.failures.count > 0)
    }
    let latin =
      Array("<?xml version='1.0' encoding='ISO-8859-1'?>".utf8) + feed
      + Array("caf".utf8) + [0xe9] + Array("s.</description></item></channel></rss>".utf8)
    let result = Reading.read(bytes: latin, name: "notes", format: .rss)
    #expect(result.insights.map(\.text) == ["Peru bans cafés."])
    #expect(result.warnings.isEmpty)
  }

  @Test func `what a file declares is neither looked up nor blown up`() throws {
    let levels = (1...20).map { level in
      "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
    }
    let feed = """
      <!DOCTYPE rss [<!ENTITY file SYSTEM "secret.txt"><!ENTITY l0 "ha">\(levels.joined())]>
      <rss><channel><title>T</title><item><guid>urn:x:1</guid>
      <description>Peru bans servers &file; &l20;.</description></item></channel></rss>
      """
    let result = try read("feed.xml", in: ["feed.xml": feed, "secret.txt": "Chile allows them."])
    #expect(result.insights.allSatisfy { $0.text.utf8.count < 100 && !$0.text.contains("Chile") })
  }

  @Test func `a list of feeds reads those at hand, and its notes`() throws {
    let list = """
      <opml version="2.0"><head><title>My feeds</title></head><body>
        <outline text="Podcasts">
          <outline type="rss" text="Chips Weekly" xmlUrl="https://chips.example/feed.xml"/>
          <outline type="rss" text="Another" xmlUrl="https://another.example/feed.xml"/>
          <outline type="rss" text="Third" xmlUrl="https://third.example/third.rss?a=b"/>
        </outline>
        <outline text="Peru bans &lt;b&gt;imported&lt;/b&gt; servers from 2026."/>
      </body></opml>
      """
    let result = try read("list.opml", in: ["list.opml": list, "feed.xml": podcast])
    #expect(result.insights.count == 4)
    #expect(result.insights.last?.text == "Peru bans imported servers from 2026.")
    #expect(result.insights.last?.document == "list.opml")
    #expect(
      result.warnings.map(\.description) == [
        "feed.xml: 1 transcript is not here, as nothing is fetched; save beside it: ep41.vtt",
        "list.opml: 2 feeds are not here, as nothing is fetched; save beside it: feed.xml, third.rss",
      ])
  }

  @Test(arguments: [
    ("Tue, 05 May 2026 23:30:00 -0500", "2026-05-05"), ("5 May 26", "2026-05-05"),
    ("Tuesday, 5 September 1995 10:00 GMT", "1995-09-05"), ("2026-05-05T10:00:00Z", "2026-05-05"),
    ("someday", nil), ("32 May 2026", nil), ("5 Foo 2026", nil),
  ])
  func `a feed's dates`(_ text: String, _ date: String?) {
    #expect(feedDate(text) == date)
  }
}
