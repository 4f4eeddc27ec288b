import Claims
import Foundation
import Report
import Store
import Testing

@testable import kg

/// Leads that go round, as claims come and go.
struct ChainUpdateTests {
  private func claim(_ n: Int, _ subject: String, _ object: String, in field: String = "sensors")
    -> Claim
  {
    let text = "\(subject) leads \(object) in \(field)."
    var claim = Claim(
      subject: subject, relation: "leads", object: object,
      evidence: Evidence(
        insight: "i\(n)", document: "d\(n)", source: "Letter \(n % 3)", published: nil, quote: text,
        start: 0, end: text.utf8.count))
    claim.scope = field
    return claim
  }

  private var round: [Claim] {
    [claim(1, "Arm", "Bosch"), claim(2, "Bosch", "Canon"), claim(3, "Canon", "Arm")]
  }

  private func store() throws -> ClaimStore {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).db").path
    return try ClaimStore(path: path, mode: .create)
  }

  private func insight(_ claim: Claim) -> Insight {
    Insight(
      id: claim.evidence.insight, text: claim.evidence.quote, document: claim.evidence.document,
      source: claim.evidence.source, published: claim.evidence.published)
  }

  private func keep(_ claims: [Claim], in store: ClaimStore) throws {
    for claim in claims {
      try store.ingest(insights: [insight(claim)], claims: [[claim]], origin: "file")
    }
  }

  private func drop(_ claim: Claim, from store: ClaimStore) throws {
    try store.ingest(insights: [insight(claim)], claims: [[]], origin: "file")
  }

  private func listed(_ store: ClaimStore) throws -> [String] {
    try store.clashes().filter { !$0.chain.isEmpty }
      .map { $0.claims.map(\.evidence.insight).joined(separator: " ") }.sorted()
  }

  @Test func `each link that is withdrawn or goes takes the chain with it`() throws {
    let vocabulary = try Vocabulary.builtIn()
    for link in round {
      let store = try store()
      try keep(round, in: store)
      #expect(try updateClashes(in: store, vocabulary: vocabulary) == [.contradiction: 1])
      #expect(try listed(store) == ["i1 i2 i3"])
      try store.retract(link.evidence.document)
      #expect(try listed(store) == [])
      try store.restore(link.evidence.document)
      #expect(try listed(store) == ["i1 i2 i3"])
      try drop(link, from: store)
      #expect(try listed(store) == [])
      #expect(try store.check().isEmpty)
      try keep([link], in: store)
      // Found again it is no news.
      #expect(try updateClashes(in: store, vocabulary: vocabulary) == [:])
      #expect(try listed(store) == ["i1 i2 i3"])
    }
  }

  @Test func `where a link goes, another that says so takes its place`() throws {
    let vocabulary = try Vocabulary.builtIn()
    let store = try store()
    try keep(round + [claim(4, "Bosch", "Canon")], in: store)
    try updateClashes(in: store, vocabulary: vocabulary)
    #expect(try listed(store) == ["i1 i2 i3"])
    #expect(try store.clashes().map(\.mentions) == [Clash.Counts([1, 2, 1])])
    // Word for word the same.
    #expect(try store.clashes().map(\.origins) == [Clash.Counts([1, 1, 1])])
    try store.retract("d2")
    try updateChains(in: store, vocabulary: vocabulary)
    #expect(try listed(store) == ["i1 i4 i3"])
    try store.restore("d2")
    try updateChains(in: store, vocabulary: vocabulary)
    #expect(try listed(store) == ["i1 i2 i3"])
    // A search for whatever came in finds it as well.
    try store.retract("Letter 2")
    try updateClashes(in: store, vocabulary: vocabulary)
    #expect(try listed(store) == ["i1 i4 i3"])
  }

  @Test func `a verdict holds for all sentences of a chain, here and in another store`() throws {
    let vocabulary = try Vocabulary.builtIn()
    let store = try store()
    try keep(round, in: store)
    try updateClashes(in: store, vocabulary: vocabulary)
    let chain = try #require(try store.clashes().first)
    try store.judge(chain, .dismissed, because: "by other measures")
    try updateClashes(in: store, vocabulary: vocabulary)
    #expect(try store.clashes().map(\.status) == [.dismissed])
    #expect(try store.clashes().map(\.isInSight) == [false])
    let verdict = try #require(try store.verdicts().first)
    #expect(verdict.clash == chain.id && verdict.isSound && verdict.chain?.count == 3)

    let other = try self.store()
    try other.load(store.dump())
    try updateClashes(in: other, vocabulary: vocabulary)
    #expect(try other.clashes().map(\.status) == [.dismissed])
    // News for any link.
    try keep([claim(4, "Canon", "Arm")], in: other)
    try updateClashes(in: other, vocabulary: vocabulary)
    #expect(try other.clashes().map(\.hasNewEvidence) == [true])
  }

  @Test func `a chain is found by each of its names and dates`() throws {
    let vocabulary = try Vocabulary.builtIn()
    let store = try store()
    var claims = round
    claims[1].evidence.published = "2026-01-05"
    try keep(claims, in: store)
    try updateClashes(in: store, vocabulary: vocabulary)
    for name in ["Arm", "Bosch", "Canon"] {
      #expect(try store.clashes(about: name).count == 1)
    }
    #expect(try store.clashes(about: "Delta").isEmpty)
    #expect(try store.clashes(since: "2026-01-01").count == 1)
    #expect(try store.clashes(since: "2026-01-06").isEmpty)
    #expect(
      try store.sql("SELECT json_array_length(chain) AS links FROM contradictions").rows
        == [[.integer(3)]])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `in whatever parts and order claims come and go, the same chains are listed`(_ seed: UInt64)
    throws
  {
    var source = SplitMix(state: seed)
    let vocabulary = try Vocabulary.builtIn()
    let names = ["Arm", "Bosch", "Canon", "Delta", "Epson"]
    let claims = (0..<30).map { n in
      let (leader, step) = (Int.random(in: 0..<5, using: &source), n % 7 == 0 ? 3 : 1 + n % 2)
      var claim = claim(
        n, names[leader], names[(leader + step) % 5], in: n % 3 == 0 ? "valves" : "sensors")
      claim.evidence.published = ["2024-01-05", "2024-03-05", "2025-01-05"]
        .randomElement(using: &source)
      return claim
    }
    let (gone, stay) = (claims.prefix(10), claims.dropFirst(10))
    let atOnce = try store()
    try keep(Array(stay), in: atOnce)
    try updateClashes(in: atOnce, vocabulary: vocabulary)
    #expect(try !listed(atOnce).isEmpty)
    let parts = try store()
    for claim in claims.shuffled(using: &source) {
      try keep([claim], in: parts)
      if Int.random(in: 0..<6, using: &source) == 0 {
        try updateClashes(in: parts, vocabulary: vocabulary)
      }
    }
    for claim in gone {
      try drop(claim, from: parts)
      if Bool.random(using: &source) { try updateClashes(in: parts, vocabulary: vocabulary) }
    }
    try updateClashes(in: parts, vocabulary: vocabulary)
    #expect(try jsonLines(parts.clashes()) == jsonLines(atOnce.clashes()))
  }
}
