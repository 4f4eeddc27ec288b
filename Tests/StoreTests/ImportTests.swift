import Claims
import GRDB
import Testing

@testable import Store

/// Sixty claims of twenty documents, some insights with two.
private func batches(of size: Int) -> [ClaimBatch] {
  let all = (0..<60).map { number in
    sample(
      "Ship \(number / 2) sails to port \(number % 7).", "ship \(number / 2)", "sails to",
      "port \(number % 7)", document: "Log \(number / 3)")
  }
  return stride(from: 0, to: all.count, by: size).map { start in
    var batch = ClaimBatch()
    batch.insights = all[start..<min(all.count, start + size)].map { ($0.insight, [$0.claim]) }
    batch.endsDocuments = size % 3 == 0
    return batch
  }
}

private func schema(_ store: ClaimStore) throws -> [String] {
  try store.read { db in
    try String.fetchAll(
      db, sql: "SELECT name || coalesce(sql, '') FROM sqlite_master ORDER BY name")
  }
}

@Test(
  "an import is the same in parts of any size, into an empty store or not",
  arguments: [1, 3, 7, 60])
func importsParts(size: Int) throws {
  let folder = try Folder()
  let whole = try folder.store("whole.db")
  let counts = try whole.importClaims(batches(of: 60), origin: "ships")
  #expect(counts == IngestCounts(insights: 60, newInsights: 60, claims: 60, newClaims: 60))

  let store = try folder.store("parts.db")
  #expect(try store.importClaims(batches(of: size), origin: "ships") == counts)
  #expect(try store.dump() == whole.dump())
  #expect(try store.importClaims(batches(of: size), origin: "ships").newClaims == 0)

  let other = try folder.store("other.db")
  try other.ingest([tulips])
  try other.importClaims(batches(of: size), origin: "ships")
  #expect(try other.check() == [])
  try whole.ingest([tulips])
  #expect(try other.dump() == whole.dump())
}

@Test func `an import into an empty store leaves it with all its indexes`() throws {
  let folder = try Folder()
  let before = try schema(folder.store("empty.db"))
  let store = try folder.store()
  try store.importClaims(batches(of: 60), origin: "ships")
  #expect(try schema(store) == before)
  let copy = try folder.store("copy.db")
  try copy.load(store.dump())
  #expect(try schema(copy) == before)
}

@Test func `an import that is stopped keeps what it has, with all its indexes`() throws {
  let folder = try Folder()
  let store = try folder.store()
  var asked = 0
  let counts = try store.importClaims(batches(of: 3), origin: "ships") {
    asked += 1
    return asked > 4
  }
  #expect(counts.insights > 0 && counts.insights < 60)
  #expect(counts.insights % 3 == 0)
  #expect(try schema(store) == schema(folder.store("empty.db")))
  #expect(try store.check() == [])
}

@Test func `a quote finds its insight among those of the same file`() throws {
  let folder = try Folder()
  let store = try folder.store()
  var batch = ClaimBatch()
  batch.insights = [(tulips.insight, [])]
  var mine = tulips.claim
  mine.id = "mine"
  var astray = mine
  astray.id = "astray"
  astray.evidence.quote = "Holland sells bulbs."
  batch.quoted = [mine, astray]
  try store.importClaims([batch], origin: "notes")
  #expect(
    try store.allInsights().map(\.text).sorted() == [tulips.insight.text, "Holland sells bulbs."])
  #expect(try store.verify() == [])
}
