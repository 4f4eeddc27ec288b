import Claims
import Testing

@testable import Analysis

private let yaml = """
  frames:
    - {name: control, kind: antonym, opposes: [[ban, allow]]}
  relations:
    - {name: bans, frame: control, pole: ban}
    - {name: forbids, frame: control, pole: ban}
    - {name: allows, frame: control, pole: allow}
  entities:
    - {name: Norway, kind: state, demonyms: [Norwegian], metonyms: [Oslo]}
  """

private func claim(
  _ subject: String, _ relation: String, _ object: String, denied: Bool = false,
  published: String? = nil
) -> Claim {
  let quote = "\(subject) \(denied ? "not " : "")\(relation) \(object)."
  return Claim(
    subject: subject, relation: relation, object: object, polarity: denied ? .negative : .positive,
    evidence: Evidence(
      insight: quote, document: "d", source: nil, published: published, quote: quote, start: 0,
      end: quote.utf8.count))
}

private func clash(_ a: Claim, _ b: Claim, score: Double = 0.9) -> Clash {
  Clash(label: .contradiction, kind: "antonym", score: score, why: "No.", a: a, b: b)
}

struct DisputeTests {
  let reader: StatementReader

  init() throws { reader = StatementReader(vocabulary: try Vocabulary(yaml: yaml)) }

  @Test func `claims alike in what they say are one statement, whoever is named how`() {
    let ban = reader.statement(claim("Norway", "bans", "trawlers"))
    #expect(reader.statement(claim("Oslo", "forbids", "trawlers")) == ban)
    for other in [
      claim("Norway", "allows", "trawlers"), claim("Norway", "bans", "trawlers", denied: true),
    ] {
      #expect(reader.statement(other).topic == ban.topic)
      #expect(reader.statement(other) != ban)
    }
    #expect(reader.statement(claim("Norway", "bans", "ferries")).topic != ban.topic)
  }

  @Test func `clashes of one topic, or joined by one, are one matter; the surest comes first`() {
    let ban = claim("Norway", "bans", "trawlers")
    let allow = claim("Oslo", "allows", "trawlers")
    let denial = claim("Norway", "forbids", "trawlers", denied: true)
    let bridge = claim("Norway", "allows", "big trawlers")
    let ferries = [claim("Norway", "bans", "ferries"), claim("Norway", "allows", "ferries")]
    let clashes = [
      clash(ban, allow), clash(ferries[0], ferries[1], score: 0.8),
      clash(bridge, ban, score: 0.7), clash(bridge, denial, score: 0.6),
    ]
    let disputes = reader.disputes(in: clashes)
    #expect(disputes.map(\.title) == ["Norway and Oslo: trawlers", "Norway: ferries"])
    #expect(disputes.map { $0.clashes.map(\.score) } == [[0.9, 0.7, 0.6], [0.8]])
    // Whatever order joins them, the same are together.
    for turned in [clashes.reversed(), [clashes[3], clashes[0], clashes[1], clashes[2]]] {
      let groups = reader.disputes(in: turned).map { Set($0.clashes) }
      #expect(Set(groups) == Set(disputes.map { Set($0.clashes) }))
    }
    #expect(reader.disputes(in: []) == [])
  }

  @Test func `what a source reports of a speaker is the speaker's`() {
    let own = claim("Norway", "bans", "trawlers")
    let reported = claim("Oslo", "forbids", "trawlers")
    let other = claim("Norway", "allows", "ferries")
    let comparison = VoiceComparison(
      [own, reported, other], [reported], clashes: [], reader: reader)
    #expect(comparison.lines.map(\.stance) == [.agree, .onlyFirst])
    #expect(comparison.lines.first?.first == own)
    #expect(comparison.lines.first?.second == reported)
  }

  @Test func `voices compared the other way round say the same the other way round`() {
    let claims = [
      claim("Norway", "bans", "trawlers"), claim("Norway", "allows", "trawlers"),
      claim("Norway", "bans", "ferries"), claim("Oslo", "forbids", "ferries"),
      claim("Norway", "bans", "rafts"),
    ]
    let (first, second) = ([claims[0], claims[2], claims[4]], [claims[1], claims[3]])
    let clashes = [clash(claims[0], claims[1])]
    let there = VoiceComparison(first, second, clashes: clashes, reader: reader).lines
    let back = VoiceComparison(second, first, clashes: clashes, reader: reader).lines
    #expect(there.map(\.stance) == [.differ, .agree, .onlyFirst])
    #expect(back.map(\.stance) == [.differ, .agree, .onlySecond])
    #expect(there.map(\.first) == back.map(\.second))
    #expect(there.map(\.second) == back.map(\.first))
  }
}
