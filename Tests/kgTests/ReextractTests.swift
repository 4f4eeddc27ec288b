import Claims
import Foundation
import Store
import Testing

@testable import kg

/// Reading again gives what a fresh ingest of the same texts gives, byte for byte.
struct ReextractTests {
  static let own = """
    relations:
      - {name: impounds, frame: control, pole: ban, phrases: [seize, impound]}
    entities:
      - {name: Larvik Port, kind: port, aliases: [Larvik harbour]}
    """
  static let insights = [
    Insight(text: "Larvik harbour seized the trawler. Norway bans trawlers.", document: "one"),
    Insight(
      text: "Larvik Port will seize the ferry this year.", document: "one", source: "Tea Letter",
      published: "2025-03-04"),
    Insight(text: "Norway allows trawlers. The minister seized the day.", document: "two"),
  ]

  private func store(in folder: URL, _ name: String) throws -> ClaimStore {
    try ClaimStore(path: folder.appendingPathComponent(name).path, mode: .create)
  }

  private func fill(_ store: ClaimStore, with engine: Engine) throws {
    _ = try KG.Ingest.ingest(Self.insights, origin: "a.txt", into: store, with: engine)
    _ = try KG.Ingest.ingest(
      [Self.insights[2]], origin: "b.txt", wholeLines: true, into: store, with: engine)
    let mine = Claim(
      id: "mine-1", subject: "Norway", relation: "seizes", object: "trawlers",
      evidence: Evidence(
        insight: Self.insights[0].id, document: "one", source: nil, published: nil,
        quote: "Norway bans trawlers.", start: 35, end: 56))
    try store.importClaims([mine])
    try updateClashes(in: store, vocabulary: engine.vocabulary)
  }

  @Test func `the store is then as if it had been ingested anew`() throws {
    let tool = try Tool()
    let entries = try Vocabulary.Entries(yaml: Self.own)
    let before = try Engine(vocabulary: .builtIn())
    let after = try Engine(vocabulary: .builtIn(own: entries))

    let old = try store(in: tool.folder, "old.db")
    try fill(old, with: before)
    try old.changeVocabulary { _ in entries }
    let fresh = try store(in: tool.folder, "fresh.db")
    try fresh.changeVocabulary { _ in entries }
    try fill(fresh, with: after)
    #expect(try old.dump() != fresh.dump())

    // A verdict is of passages, so it holds however they are read.
    let judged = try #require(try old.clashes().first)
    for store in [old, fresh] { try store.judge(judged, .dismissed) }
    for turn in 1...2 {
      let insights = try old.readInsights()
      #expect(insights.count == 3)
      let result = try KG.Reextract.reread(insights, in: old, with: after)
      try updateClashes(in: old, vocabulary: after.vocabulary)
      #expect(result.changes.isEmpty == (turn == 2))
      #expect(try old.dump() == fresh.dump())
      #expect(try old.clashes() == fresh.clashes())
      #expect(try old.entityKinds() == fresh.entityKinds())
      #expect(try old.aliases() == fresh.aliases())
    }
    #expect(try old.clashes().contains { $0.status == .dismissed })
    #expect(try old.check() == [])
    #expect(try old.verify() == [])
    #expect(try old.claims(ids: ["mine-1"]).map(\.relation) == ["seizes"])

    _ = try KG.Reextract.reread(try old.readInsights(), in: old, with: before)
    try old.changeVocabulary { _ in Vocabulary.Entries() }
    let first = try store(in: tool.folder, "first.db")
    try fill(first, with: before)
    try first.judge(judged, .dismissed)
    #expect(try old.dump() == first.dump())
  }

  @Test func `only the source or document asked for is read again`() throws {
    let tool = try Tool()
    let engine = try Engine(vocabulary: .builtIn())
    let store = try store(in: tool.folder, "kg.db")
    try fill(store, with: engine)
    #expect(try store.readInsights(source: "Tea Letter").map(\.insight) == [Self.insights[1]])
    #expect(try store.readInsights(document: "two").map(\.insight) == [Self.insights[2]])
    #expect(
      try store.readInsights(document: "two").map(\.readings) == [[.line, .sentences]])
  }
}
