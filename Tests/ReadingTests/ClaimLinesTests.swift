import Claims
import Foundation
import Reading
import Testing

struct ClaimLinesTests {
  private func read(_ lines: String) -> ClaimReadingResult {
    readClaims(bytes: Array(lines.utf8), name: "claims.jsonl")
  }

  @Test func `claims keep their ids and may stand alone or in an insight`() {
    let result = read(
      """
      {"id": "a#1", "subject": "Peru", "relation": "bans", "object": "servers", "published": "2025-02-01"}\r
      {"id": "n1", "text": "Chile allows servers.", "claims": [{"id": "n1#1", "subject": "Chile", "relation": "allows", "object": "servers"}]}
      """)
    #expect(result.failures.isEmpty)
    #expect(result.claims.map(\.id) == ["a#1", "n1#1"])
    #expect(result.claims.map(\.evidence.insight).last == "n1")
    #expect(result.claims.map(\.evidence.quote) == ["Peru bans servers.", "Chile allows servers."])
    #expect(result.claims.first?.evidence.published == "2025-02-01")
    #expect(
      result.batch.insights.map(\.insight.text) == ["Peru bans servers.", "Chile allows servers."])
  }

  @Test func `links are read with the claims they start at`() {
    let result = read(
      #"{"id": "n1", "text": "Peru bans servers because chips are dear.", "claims": [{"id": "n1#1", "subject": "chips", "relation": "is", "object": "dear", "links": [{"kind": "cause", "to": "n1#2", "words": "because"}]}, {"id": "n1#2", "subject": "Peru", "relation": "bans", "object": "servers"}]}"#
    )
    let link = ClaimLink(from: "n1#1", to: "n1#2", kind: .cause, words: "because")
    #expect(result.claims.map(\.links) == [[link], []])
  }

  @Test func `claims without a text are quoted by sentences made of them`() {
    let result = read(
      #"{"id": "n1", "claims": [{"subject": "Peru", "relation": "bans", "object": "servers"}, {"subject": "Peru", "relation": "bans", "object": "chips", "polarity": -1}, {"subject": "output", "relation": "triples"}]}"#
    )
    let text = "Peru bans servers. It is not so that Peru bans chips. output triples."
    #expect(result.batch.insights.map(\.insight.text) == [text])
    #expect(
      result.claims.map(\.evidence.quote) == [
        "Peru bans servers.", "It is not so that Peru bans chips.", "output triples.",
      ])
    for claim in result.claims {
      #expect(
        String(decoding: text.utf8.dropFirst(claim.evidence.start), as: UTF8.self)
          .hasPrefix(claim.evidence.quote))
    }
  }

  @Test func `a claim without a quote is of the sentence that alone has its words`() {
    let text =
      "Peru bans Chilean servers. Dr. Ortiz opened a mine in Tacna on 3 May! Nobody knows why."
    let result = read(
      """
      {"id": "n1", "text": "\(text)", "claims": [{"subject": "Ortiz", "relation": "opens", "object": "mine in Tacna"}, {"subject": "Peru", "relation": "bans", "object": "servers"}, {"subject": "Peru", "relation": "opens", "object": "mine"}]}
      """)
    #expect(
      result.claims.map(\.evidence.quote) == [
        "Dr. Ortiz opened a mine in Tacna on 3 May!", "Peru bans Chilean servers.", text,
      ])
    for claim in result.claims {
      #expect(
        String(decoding: text.utf8.dropFirst(claim.evidence.start), as: UTF8.self)
          .hasPrefix(claim.evidence.quote))
    }
  }

  @Test(arguments: [
    ("1", Polarity.positive), ("-1", .negative), ("true", .positive), ("false", .negative),
    ("\"negative\"", .negative), ("\"Positive\"", .positive), ("null", .positive),
  ])
  func `polarity is a word, a sign or a truth value`(_ value: String, _ polarity: Polarity) {
    let result = read(
      #"{"subject": "Peru", "relation": "bans", "object": "servers", "polarity": \#(value)}"#)
    #expect(result.claims.map(\.polarity) == [polarity])
  }

  @Test func `values that make no sense are failures, not guesses`() {
    let result = read(
      """
      {"subject": "Peru", "relation": "bans", "polarity": "maybe"}
      {"subject": "Peru", "relation": "bans", "modality": "hoped"}
      {"subject": "Peru", "relation": "bans", "confidence": 7}
      {"subject": "Peru", "relation": ["bans"]}
      {"subject": "Peru"}
      nonsense
      {"text": "Peru waits.", "claims": [{"subject": "Peru"}, 5, {"subject": "Peru", "relation": "waits"}]}
      """)
    #expect(
      result.failures.map(\.description) == [
        "claims.jsonl:1: \"polarity\" is \"maybe\"; it is positive or negative",
        "claims.jsonl:2: \"modality\" is \"hoped\"; it is one of asserted, probable, possible, planned, conditional",
        "claims.jsonl:3: \"confidence\" is 7.0; it is from 0 to 1",
        "claims.jsonl:4: \"relation\" has a value of the wrong kind; see `kg --help` for the keys",
        "claims.jsonl:5: a claim needs \"subject\" and \"relation\"; add them",
        "claims.jsonl:6: no JSON object; write one claim a line",
        "claims.jsonl:7: a claim is no JSON object",
        "claims.jsonl:7: a claim needs \"subject\" and \"relation\"; add them",
      ])
    #expect(result.claims.map(\.relation) == ["waits"])
  }

  @Test func `a claim written out is read back the same`() throws {
    let claim = Claim(
      subject: "Peru", relation: "bans", object: "servers",
      surface: Surface(subject: "Lima", relation: "has banned", object: "the servers"),
      polarity: .negative, modality: .probable, scope: "schools", time: "in May 2025",
      validFrom: "2025-05-01", validTo: "2025-05-31", attribution: "Ana Torres", confidence: 0.75,
      evidence: Evidence(
        insight: "i1", document: "d1", source: "Andes Wire", published: "2025-06-01",
        quote: "Lima has hardly banned the servers.", start: 12, end: 47))
    let line = try JSONEncoder().encode(claim)
    #expect(readClaims(bytes: Array(line), name: "claims.jsonl").claims == [claim])
  }
}
