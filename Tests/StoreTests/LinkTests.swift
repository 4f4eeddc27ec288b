import Claims
import Foundation
import GRDB
import Schema
import Testing

@testable import Store

/// One passage of three claims: two causes of one effect, which is done for a purpose.
private let passage: (insight: Insight, claims: [Claim]) = {
  let text =
    "Peru taxes tea, because frost killed the harvest and funds ran dry, to fill its chest."
  let insight = Insight(text: text, document: "Letter 9", source: "Lima Weekly")
  func claim(_ subject: String, _ relation: String, _ object: String) -> Claim {
    Claim(
      subject: subject, relation: relation, object: object,
      evidence: Evidence(
        insight: insight.id, document: "Letter 9", source: "Lima Weekly", published: nil,
        quote: text, start: 0, end: text.utf8.count))
  }
  var frost = claim("frost", "kills", "harvest")
  var funds = claim("funds", "runs dry", "")
  var tax = claim("Peru", "taxes", "tea")
  let chest = claim("Peru", "fills", "chest")
  frost.links = [ClaimLink(from: frost.id, to: tax.id, kind: .cause, words: "because")]
  funds.links = [ClaimLink(from: funds.id, to: tax.id, kind: .cause, words: "because")]
  tax.links = [ClaimLink(from: tax.id, to: chest.id, kind: .purpose, words: "to")]
  return (insight, [frost, funds, tax, chest])
}()

private func ingest(_ claims: [Claim], into store: ClaimStore) throws {
  try store.ingest(insights: [passage.insight], claims: [claims])
}

@Test func `links are read back with their claims, and from either end`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try ingest(passage.claims, into: store)
  let array = InMemoryClaims(passage.claims)
  let (frost, funds, tax, chest) = (
    passage.claims[0], passage.claims[1], passage.claims[2], passage.claims[3]
  )
  #expect(try store.allClaims() == array.allClaims())
  for claim in passage.claims {
    #expect(try store.links(touching: [claim.id]) == array.links(touching: [claim.id]))
  }
  #expect(Set(try store.causes(of: tax.id)) == [frost, funds])
  #expect(try store.effects(of: frost.id) == [tax])
  #expect(try store.effects(of: tax.id) == [])
  #expect(try store.purposes(of: tax.id) == [chest])
  #expect(try store.check() == [])
}

@Test func `links are ingested once, and the same in whatever order the claims come`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try ingest(passage.claims, into: store)
  let before = try store.dump()
  #expect(before.joined().contains("\"links\":[{\"kind\":\"purpose\""))
  try ingest(passage.claims, into: store)
  #expect(try store.dump() == before)
  let other = try folder.store("other.db")
  try ingest(passage.claims.reversed(), into: other)
  #expect(try other.dump() == before)
  let rows = "SELECT * FROM claim_link"
  #expect(try other.sql(rows).rows == store.sql(rows).rows)
}

@Test func `a claim read anew keeps the links to it, and a link that is no longer read goes`()
  throws
{
  let folder = try Folder()
  let store = try folder.store()
  try ingest(passage.claims, into: store)
  var again = passage.claims
  again[2].confidence = 0.5
  again[0].links = []
  try ingest(again, into: store)
  #expect(try store.allClaims() == InMemoryClaims(again).allClaims())
  try ingest(Array(again.dropLast()), into: store)
  #expect(try store.links(touching: [again[2].id]).map(\.kind) == [.cause])
  try ingest([], into: store)
  #expect(try store.sql("SELECT * FROM claim_link").rows.isEmpty)
}

@Test
func `an imported claim keeps its own links, and those that were read stay when it comes again`()
  throws
{
  let folder = try Folder()
  let store = try folder.store()
  let (frost, tax) = (passage.claims[0], passage.claims[2])
  var imported = tax
  imported.links = []
  try ingest(passage.claims, into: store)
  for _ in 0..<2 {
    try store.importClaims([imported])
    #expect(try store.effects(of: frost.id) == [imported])
    #expect(try store.purposes(of: tax.id) == [])
    try ingest(passage.claims, into: store)
  }
  #expect(try store.purposes(of: tax.id) == [])
}

@Test func `a link to a claim that isn't there is none`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try ingest([passage.claims[0]], into: store)
  #expect(try store.allClaims().map(\.links) == [[]])
}

@Test func `what is retracted has no links`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try ingest(passage.claims, into: store)
  let links = "SELECT kind, words FROM links ORDER BY kind, words"
  #expect(try store.sql(links).rows.count == 3)
  try store.retract("Letter 9")
  #expect(try store.sql(links).rows.isEmpty)
  #expect(try store.links(touching: Set(passage.claims.map(\.id))) == [])
  #expect(try store.causes(of: passage.claims[2].id) == [])
  try store.restore("Letter 9")
  #expect(try store.sql(links).rows.count == 3)
}

@Test func `check names a link that joins two insights, or a claim with itself`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try ingest([passage.claims[0]], into: store)
  try store.ingest([tulips])
  let ids = [passage.claims[0].id, tulips.claim.id]
  try store.write { db in
    try db.execute(
      sql: """
        INSERT INTO claim_link (from_claim, to_claim, kind, words)
        SELECT a.id, b.id, 'cause', a.quote FROM claim AS a JOIN claim AS b
        WHERE a.name = ?
        """, arguments: [ids[0]])
  }
  #expect(
    Set(try store.check()) == [
      "claim \(ids[0]) is linked to itself",
      "the link from claim \(ids[0]) to claim \(ids[1]) joins two insights",
    ])
}

@Test func `a store of the first schema is brought up to date with its claims`() throws {
  let folder = try Folder()
  do {
    let old = try DatabaseQueue(path: folder.file())
    try old.write { db in
      try db.execute(sql: Schema.steps[0])
      // A view as the first schema had it, which knows no links.
      try db.execute(sql: "CREATE VIEW live_claim AS SELECT name AS id FROM claim")
    }
  }
  #expect(try ClaimStore(path: folder.file(), mode: .readOnly).allClaims().isEmpty)
  let store = try ClaimStore(path: folder.file())
  try ingest(passage.claims, into: store)
  #expect(try store.allClaims() == InMemoryClaims(passage.claims).allClaims())
  #expect(try ClaimStore(path: folder.file(), mode: .readOnly).allClaims().count == 4)
}
