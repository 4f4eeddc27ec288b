import Foundation
import GRDB
import Testing

@testable import Store

/// Bits flipped in a store, wherever the seed says.
private func damaged(_ bytes: Data, seed: UInt64) -> Data {
  var state = seed
  func some(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }
  var bytes = bytes
  if some(5) == 0 { return bytes.prefix(some(bytes.count)) }
  for _ in 0...some(40) { bytes[some(bytes.count)] ^= UInt8(1 << some(8)) }
  return bytes
}

@Test("damage is told, and what is saved is sound and as it was", arguments: 70...110)
func damages(seed: Int) throws {
  let folder = try Folder()
  let whole = try folder.store("whole.db")
  try whole.ingest(
    (0..<80).map { sample("Ship \($0) sails.", "ship \($0)", "sails", "", document: "Log \($0)") }
      + samples)
  let insights = Set(try whole.allInsights())
  let claims = Set(try whole.allClaims())
  try whole.backup(to: folder.file())
  let url = URL(fileURLWithPath: folder.file())
  try damaged(Data(contentsOf: url), seed: UInt64(seed)).write(to: url)

  var saved: [String] = []
  do {
    let store = try ClaimStore(path: folder.file(), mode: .readOnly)
    for body in [
      { _ = try store.allClaims() }, { _ = try store.check() }, { _ = try store.verify() },
      { _ = try store.dump() }, { _ = try store.clashes() }, { _ = try store.stats() },
    ] as [() throws -> Void] {
      do { try body() } catch is StoreError {}
    }
    _ = try store.salvage { saved.append($0) }
  } catch is StoreError {}

  let copy = try folder.store("copy.db")
  try copy.load(saved)
  let problems = try copy.check()
  #expect(problems == [], "seed \(seed)")
  #expect(insights.isSuperset(of: try copy.allInsights()), "seed \(seed)")
  #expect(Set(claims.map(\.evidence)).isSuperset(of: try copy.allClaims().map(\.evidence)))
}

@Test func `a value of another kind than its column's is told as damage`() throws {
  let folder = try Folder()
  try folder.store().ingest(samples)
  try DatabaseQueue(path: folder.file()).writeWithoutTransaction { db in
    try db.execute(
      sql: """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'entity';
        PRAGMA writable_schema = RESET;
        UPDATE entity SET name = x'ff', kind = x'ff' WHERE name = 'Peru';
        """)
  }
  let store = try ClaimStore(path: folder.file(), mode: .readOnly, staysOpen: true)
  #expect(throws: StoreError.self) { try store.entityKinds() }
  #expect(throws: StoreError.self) { try store.entityCounts() }
  #expect(throws: StoreError.self) { try store.entityNames() }
  #expect(try store.neighbours(of: "Netherlands", steps: 3, .both) == [["\u{FFFD}"]])
}

@Test func `of a sound store everything is saved`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest(samples, origin: "a.jsonl")
  try store.retract("Letter 7", because: "a hoax")
  var saved: [String] = []
  #expect(try store.salvage { saved.append($0) }.isWhole)
  #expect(try Set(saved) == Set(store.dump()))
}
