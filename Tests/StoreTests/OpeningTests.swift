import Foundation
import GRDB
import Schema
import Testing

@testable import Store

@Test func `a missing store is made only when that was meant`() throws {
  let folder = try Folder()
  let path = folder.file("deep/in/kg.db")
  #expect(throws: StoreError.missing(path: path)) { try ClaimStore(path: path, mode: .readOnly) }
  #expect(throws: StoreError.missing(path: path)) { try ClaimStore(path: path, mode: .readWrite) }
  #expect(try ClaimStore(path: path, mode: .create).allClaims().isEmpty)
  #expect(try ClaimStore(path: path, mode: .readOnly).allClaims().isEmpty)
}

@Test("a file that is no store is left as it is", arguments: [ClaimStore.Mode.readOnly, .create])
func notAStore(mode: ClaimStore.Mode) throws {
  let folder = try Folder()
  let text = folder.file("notes.txt")
  let words = Data("These are notes, long enough to be no header of a database file.\n".utf8)
  try words.write(to: URL(fileURLWithPath: text))
  #expect(throws: StoreError.notAStore(path: text)) { try ClaimStore(path: text, mode: mode) }
  #expect(try Data(contentsOf: URL(fileURLWithPath: text)) == words)

  let other = folder.file("other.db")
  do {
    let queue = try DatabaseQueue(path: other)
    try queue.write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
  }
  let bytes = try Data(contentsOf: URL(fileURLWithPath: other))
  #expect(throws: StoreError.notAStore(path: other)) { try ClaimStore(path: other, mode: mode) }
  #expect(try Data(contentsOf: URL(fileURLWithPath: other)) == bytes)
  #expect(throws: StoreError.cannotOpen(path: folder.path)) {
    try ClaimStore(path: folder.path, mode: mode)
  }
}

@Test func `a store of a newer schema is refused`() throws {
  let folder = try Folder()
  let newer = Schema.version + 1
  try folder.store().write { try $0.execute(sql: "PRAGMA user_version = \(newer)") }
  let expected = StoreError.newerSchema(path: folder.file(), found: newer, known: Schema.version)
  #expect(throws: expected) { try ClaimStore(path: folder.file(), mode: .readWrite) }
  #expect(
    expected.description.hasSuffix(
      "the database has schema \(newer), this kg knows \(Schema.version); update kg or name another file"
    ))
}

@Test func `a store that another is writing to is told as locked, and can still be read`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest([tulips])
  let other = try ClaimStore(path: folder.file(), timeout: 0.05)
  try store.write { _ throws in
    #expect(throws: StoreError.locked(path: folder.file())) { try other.ingest([rain]) }
    #expect(try other.allClaims() == [tulips.claim])
  }
  try other.ingest([rain])
  #expect(try store.allClaims().count == 2)
}

@Test func `a full disk leaves the store as it was`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest([tulips])
  let before = try store.dump()
  try store.write { try $0.execute(sql: "PRAGMA max_page_count = 1") }
  let many = (0..<500).map { sample("Ship \($0) sails.", "ship \($0)", "sails", "") }
  #expect(throws: StoreError.full(path: folder.file())) { try store.ingest(many) }
  #expect(try store.dump() == before)
}

@Test func `a store opened for reading is not written to`() throws {
  let folder = try Folder()
  try folder.store().ingest([tulips])
  let store = try ClaimStore(path: folder.file(), mode: .readOnly)
  #expect(throws: StoreError.readOnly(path: folder.file())) { try store.ingest([rain]) }
}

@Test func `every store holds the schema this kg knows`() {
  #expect(Schema.steps.count == Schema.version)
}
