import Claims
import Testing

@testable import Store

/// An insight that a transcript gave, with the claim read from it.
private func said(_ text: String, by speaker: String?, at time: String, in document: String = "one")
  -> (insight: Insight, claim: Claim)
{
  let insight = Insight(
    text: "So. \(text)", document: document, source: "Chips Weekly", published: "2026-01-05",
    speaker: speaker,
    marks: [TimeMark(start: 0, time: "00:00:01.000"), TimeMark(start: 4, time: time)])
  let claim = Claim(
    subject: "Peru", relation: "bans", object: "servers",
    evidence: Evidence(
      insight: insight.id, document: document, source: "Chips Weekly", published: "2026-01-05",
      quote: text, start: 4, end: 4 + text.utf8.count))
  return (insight, insight.spoken(claim))
}

@Test func `who speaks and when is kept with the evidence, and comes through a dump`() throws {
  let folder = try Folder()
  let store = try folder.store()
  let samples = [
    said("Peru bans servers.", by: "Ada", at: "00:00:02.500"),
    said("Peru bans servers.", by: nil, at: "00:00:09.000"),
  ]
  try store.ingest(samples)
  let claims = try store.allClaims()
  #expect(Set(claims) == Set(samples.map(\.claim)))
  #expect(Set(claims.map(\.evidence.timecode)) == ["00:00:02.500", "00:00:09.000"])
  #expect(Set(claims.map(\.attribution)) == ["Ada", nil])
  #expect(try store.verify() == [])
  let again = try folder.store("again.db")
  try again.load(store.dump())
  #expect(try again.dump() == store.dump())
  #expect(try again.allClaims() == claims)
}
