import Claims
import Testing

@testable import Reading

/// A line a passage: who speaks, when each sentence begins, what is said.
private func spoken(_ text: String, _ format: InputFormat) -> [String] {
  read(text, format).insights.map { insight in
    let times = insight.marks.map { "\($0.start)@\($0.time)" }.joined(separator: " ")
    return "\(insight.speaker ?? "?") | \(times) | \(insight.text)"
  }
}

struct WebVTTTests {
  @Test func `cues are joined to sentences, and no passage has two speakers`() {
    let file = """
      WEBVTT - Chips Weekly 12
      Kind: captions

      NOTE made by hand

      STYLE
      ::cue { color: red }

      intro
      00:00:07.000 --> 00:00:12.000 align:start
      <v Grace Hopper>Ada, will China lead in
      open models next year?

      00:00:12.500 --> 00:00:15.000
      <v.loud Ada Lovelace>China leads &amp; Norway

      15:15.000 --> 15:19.250
      <v Ada Lovelace>depends <c.term>on</c> <00:15:16.000>American chips. [laughs] Halden AI
      released a model, if 5 < 6.
      """
    let insights = read(file, .vtt).insights
    #expect(Set(insights.map(\.source)) == ["Chips Weekly 12"])
    #expect(Set(insights.map(\.title)) == ["Chips Weekly 12"])
    #expect(
      spoken(file, .vtt) == [
        "Grace Hopper | 0@00:00:07.000 | Ada, will China lead in open models next year?",
        "Ada Lovelace | 0@00:00:12.500 48@00:15:15.000 | China leads & Norway depends on American chips. Halden AI released a model, if 5 < 6.",
      ])
  }

  @Test func `two voices in a cue are two passages, and who isn't named is nobody`() {
    let file = """
      WEBVTT

      00:01.000 --> 00:04.000
      <v Ada>Peru bans imported servers.</v> <v Grace>Chile allows them all.

      00:04.000 --> 00:06.000
      Norway funds a computing centre.
      """
    #expect(
      spoken(file, .vtt) == [
        "Ada | 0@00:00:01.000 | Peru bans imported servers.",
        "Grace | 0@00:00:01.000 | Chile allows them all.",
        "? | 0@00:00:04.000 | Norway funds a computing centre.",
      ])
  }

  @Test func `live captions that show each line twice say it once`() {
    let file = """
      WEBVTT

      00:01.000 --> 00:02.000
      Peru bans imported

      00:02.000 --> 00:03.000
      Peru bans imported
      servers. Chile allows

      00:03.000 --> 00:04.000
      servers. Chile allows
      them.
      """
    #expect(
      spoken(file, .vtt) == [
        "? | 0@00:00:01.000 28@00:00:02.000 | Peru bans imported servers. Chile allows them."
      ])
  }

  @Test func `a broken cue is named and the rest is read`() {
    let file = """
      00:01.000 --> 00:02.000
      Peru bans imported servers.

      00:61.000 --> 01:03.000
      This is lost.

      Words without times.

      00:04.000 --> 00:05.000
      Chile allows them all.
      """
    let result = read(file, .vtt)
    #expect(
      result.insights.map(\.text) == ["Peru bans imported servers. Chile allows them all."])
    #expect(
      result.failures.map(\.description) == [
        "notes:1: a WebVTT file begins with the line WEBVTT; add it",
        "notes:4: \"00:61.000 --> 01:03.000\" are no times of a cue; write them as 00:01:02.500 --> 00:01:05.000",
        "notes:7: words without times; put a line such as 00:01:02.500 --> 00:01:05.000 above",
      ])
  }
}

struct SubRipTests {
  @Test func `a name before the words is the speaker, and a colon alone makes none`() {
    let file = """
      1
      00:00:01,000 --> 00:00:04,000
      {\\an8}ADA: <i>Peru</i> bans imported servers.

      2
      00:00:04,000 --> 00:00:06,500
      That much is clear: it is a ban.
      3
      00:00:07,000 --> 00:00:09,000
      >> GRACE: And Chile? (LAUGHTER)

      4
      00:00:09,500 --> 00:00:11,000
      - ADA: Chile allows them.
      - Really? All of them?

      5
      00:00:12,000 --> 00:00:13,000
      Speaker 3: Norway funds a centre.
      """
    #expect(
      spoken(file, .srt) == [
        "ADA | 0@00:00:01.000 28@00:00:04.000 | Peru bans imported servers. That much is clear: it is a ban.",
        "ADA | 0@00:00:09.500 | Chile allows them.",
        "? | 0@00:00:09.500 | Really? All of them?",
        "Speaker 3 | 0@00:00:12.000 | Norway funds a centre.",
      ])
  }

  @Test func `a speaker's long turn is parted into passages of one to five sentences`() {
    let sentences = (1...11).map { "Norway funds centre number \($0) in the north." }
    let file = sentences.enumerated().map { place, sentence in
      "\(place + 1)\n00:00:\(place + 10),000 --> 00:00:\(place + 11),000\n\(sentence)\n"
    }.joined(separator: "\n")
    let texts = read(file, .srt).insights.map(\.text)
    #expect(texts.joined(separator: " ") == sentences.joined(separator: " "))
    #expect(texts.map { $0.count { $0 == "." } } == [3, 4, 4])
  }

  @Test func `words without any full stop are parted at cues, and it is said`() {
    let file = (0..<60).map { place in
      "00:\(place + 10),000 --> 00:\(place + 10),900\nso norway funds centre \(place) and then they build it\n"
    }.joined(separator: "\n")
    let result = read(file.replacing("00:6", with: "01:0"), .srt)
    #expect(result.insights.allSatisfy { $0.text.utf8.count <= 1200 })
    #expect(
      result.warnings.map(\.description) == [
        "notes: hardly any sentence has an end; claims are read from a transcript with punctuation"
      ])
  }
}

struct TranscriptJSONTests {
  @Test func `segments as the podcast namespace has them, be each a sentence or a word`() {
    let file = """
      {"version": "1.0.0", "segments": [
        {"speaker": "Ada", "startTime": 0.5, "endTime": 0.75, "body": "Peru"},
        {"speaker": "Ada", "startTime": 0.75, "endTime": 1, "body": "bans"},
        {"speaker": "Ada", "startTime": 1, "endTime": 2, "body": "servers"},
        {"speaker": "Ada", "startTime": 2, "endTime": 2, "body": "."},
        {"speaker": "Grace", "startTime": 3725.25, "body": "Chile allows them all."}
      ]}
      """
    #expect(
      spoken(file, .transcript) == [
        "Ada | 0@00:00:00.500 | Peru bans servers.",
        "Grace | 0@01:02:05.250 | Chile allows them all.",
      ])
  }

  @Test func `Whisper's keys do as well, and a broken segment is named`() {
    let file = """
      {"text": "…", "segments": [
        {"id": 0, "start": 1.0, "end": 2.0, "text": " Peru bans servers."},
        {"id": 1, "text": "Lost."}, 7, {"start": 3, "text": ["no"]},
        {"id": 2, "start": 4.0, "end": 5.0, "text": " Chile allows them."}
      ]}
      """
    let result = read(file, .transcript)
    #expect(result.insights.map(\.text) == ["Peru bans servers. Chile allows them."])
    #expect(
      result.failures.map(\.description) == [
        "notes: segment 2: has no \"startTime\"; add it in seconds",
        "notes: segment 3: is no JSON object",
        "notes: segment 4: \"text\" has a value of the wrong kind; see `kg --help` for the keys",
      ])
    #expect(read("[1, 2]", .transcript).failures.count == 1)
  }
}

struct AdvertTests {
  private func kept(_ sentences: String) -> [String] {
    read("WEBVTT\n\n00:01.000 --> 00:09.000\n<v Ada>\(sentences)", .vtt).insights.map(\.text)
  }

  @Test func `an advert goes from the sponsor's name to the words that lead back`() {
    #expect(
      kept(
        """
        Peru bans imported servers. This episode is brought to you by Halden Cloud. They run the fastest \
        servers in Norway. Nobody beats their price. Back to the show. Chile allows imported servers.
        """) == ["Peru bans imported servers.", "Chile allows imported servers."])
  }

  @Test func `without such words it ends with what is offered or names the sponsor`() {
    #expect(
      kept(
        """
        Support for this podcast comes from Halden Cloud. They run the fastest servers. Halden leads in \
        storage. Use code CHIPS at checkout. Chile allows imported servers. Peru bans them.
        """) == ["Chile allows imported servers. Peru bans them."])
  }

  // A name that begins its sentence is one as well.
  @Test func `a sentence that begins with the sponsor's name belongs to its advert`() {
    #expect(
      kept(
        """
        This episode is brought to you by Haldenet. Use code CHIPS for ten percent off. Haldenet \
        protects all devices. Chile allows imported servers.
        """) == ["Chile allows imported servers."])
  }

  @Test func `who speaks may say you, and what comes long after an advert is none`() {
    let talk = [
      "You know, the free version of the model is what you see in Peru.",
      "Subscribe to our newsletter.",
      "This episode is brought to you by Halden Cloud.", "Peru bans imported servers.",
      "Chile allows them all.", "Norway funds a centre.", "Oslo pays for it.",
      "Nobody asks why.", "You can go to Peru and see it.",
    ]
    let rest = [talk[0]] + talk[3...]
    #expect(kept(talk.joined(separator: " ")).joined(separator: " ") == rest.joined(separator: " "))
  }

  @Test func `a passage about sponsors is no advert`() {
    #expect(
      kept("Norway sponsors the centre. Its sponsors want chips.") == [
        "Norway sponsors the centre. Its sponsors want chips."
      ])
  }
}

@Test(
  "a file's ending or its first words say its format",
  arguments: [
    ("notes.TXT", "", InputFormat.txt), ("notes", "", .txt), ("csv", "", .txt),
    ("a.b/notes", "", .txt),
    ("notes.md", "", .md), ("notes.jsonl", "", .jsonl), ("notes.csv", "", .csv), ("-", "", .txt),
    ("a.vtt", "", .vtt), ("a.srt", "", .srt), ("-", "WEBVTT\n\n", .vtt), ("-", "WEBVTTS", .txt),
    ("-", "\u{feff}1\r\n00:00:01,000 --> 00:00:02,000\r\nHello.", .srt),
    (
      "a.xml",
      "<?xml version='1.0'?>\n<!-- <html> --><!DOCTYPE rss [<!ENTITY a 'b'>]>\n<rss version='2.0'>",
      .rss
    ),
    ("a.xml", "<svg/>", .rss), ("-", "<feed xmlns='http://www.w3.org/2005/Atom'>", .atom),
    ("a.opml", "", .opml), ("-", "<opml version='2.0'>", .opml), ("a.htm", "", .html),
    ("-", "<!DOCTYPE html>\n<p>Hello", .html), ("-", "<b>Peru</b> bans servers.", .txt),
    ("a.json", #"{"text": "One insight a line."}"#, .jsonl),
    ("a.json", #"{"version": "1.0.0", "segments": []}"#, .transcript),
    ("a.json", #"{"text": "The words \"segments\" and more."}"#, .jsonl),
  ])
func told(_ path: String, _ text: String, _ format: InputFormat) {
  #expect(InputFormat(of: path, holding: Array(text.utf8)) == format)
}
