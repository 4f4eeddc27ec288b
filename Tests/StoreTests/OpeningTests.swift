import Claims
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

@Test func `a store whose making was cut short is made when it is next written to`() throws {
  let folder = try Folder()
  let path = folder.file("kg.db")
  do {
    // What is there after the first statement that makes a store.
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
  }
  #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count > 0)
  #expect(throws: StoreError.missing(path: path)) { try ClaimStore(path: path, mode: .readOnly) }
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

/// A store of an earlier schema with an insight, a claim and, where there were any, a clash in it.
private func oldStore(_ version: Int, at path: String) throws {
  let queue = try DatabaseQueue(path: path)
  try queue.write { db in
    for step in Schema.steps.prefix(version) { try db.execute(sql: step) }
    try db.execute(
      sql: """
        INSERT INTO text (id, value) VALUES (1, 'a.jsonl'), (2, 'Peru'), (3, 'bans'), (4, 'ships'),
          (5, 'Peru bans ships.'), (6, 'in May');
        INSERT INTO source (id, name) VALUES (1, 'Sea Letter');
        INSERT INTO document (id, name) VALUES (1, 'Letter 1');
        INSERT INTO entity (id, name) VALUES (1, 'Peru'), (2, 'ships');
        INSERT INTO relation (id, name) VALUES (1, 'bans');
        INSERT INTO insight (id, document, name, content, text, source, published)
          VALUES (1, 1, 'i1', '\(insightHash)', 'Peru bans ships.', 1, '2025-05-01');
        INSERT INTO support (insight, origin) VALUES (1, 1);
        INSERT INTO claim (name, insight, subject, relation, object, surface_subject,
          surface_relation, surface_object, polarity, modality, time, confidence, quote, start, "end")
          VALUES ('c0123456789abcdef', 1, 1, 1, 2, 2, 3, 4, 'positive', 'asserted', 6, 0.9, 5, 0, 16),
            ('c0123456789abcdee', 1, 1, 1, 2, 2, 3, 4, 'negative', 'asserted', 6, 0.9, 5, 0, 16);
        INSERT INTO contradiction (a, b, label, kind, score, why, gate_scope, gate_time,
          gate_modality, gate_entity) VALUES (1, 2, 'tension', 'negation', 0.5, 'Why.', 1, 1, 1, 1);
        """)
    // Since schema 6 not by a trigger.
    if version >= 6 {
      try db.execute(sql: "INSERT INTO insight_words (rowid, text) SELECT id, text FROM insight")
    }
    if version >= 11 {
      try db.execute(
        sql: "INSERT INTO entity_words (rowid, name) SELECT id, name FROM entity WHERE id > 0")
    }
  }
}

private let insightHash = Insight(
  id: "i1", text: "Peru bans ships.", document: "Letter 1", source: "Sea Letter",
  published: "2025-05-01"
).contentHash

@Test("a store of each schema there was is brought up to date", arguments: 1..<Schema.version)
func migrates(version: Int) throws {
  let folder = try Folder()
  try oldStore(version, at: folder.file())
  let store = try ClaimStore(path: folder.file(), mode: version % 2 == 0 ? .readOnly : .readWrite)
  #expect(try store.read { try SchemaVersion.read($0).schema } == Schema.version)
  #expect(try store.allClaims().map(\.polarity) == [.negative, .positive])
  #expect(try store.clashes().map(\.kind) == ["negation"])
  #expect(try ClaimStore(path: folder.file()).check() == [])
  #expect(try store.verify() == [])
  let fresh = try folder.store("fresh.db")
  let schema = "SELECT name, sql FROM sqlite_master ORDER BY name"
  #expect(
    try store.read { try Row.fetchAll($0, sql: schema) }
      == fresh.read { try Row.fetchAll($0, sql: schema) })

  let copy = try DatabaseQueue(path: folder.file("kg.db.schema-\(version)"))
  #expect(try copy.read { try SchemaVersion.read($0).schema } == version)
  #expect(try copy.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM claim") } == 2)
}

@Test func `a trigger that someone put into a store keeps it from being written to`() throws {
  let folder = try Folder()
  try folder.store().ingest([tulips])
  do {
    let queue = try DatabaseQueue(path: folder.file())
    try queue.write {
      try $0.execute(
        sql: "CREATE TRIGGER sly AFTER INSERT ON claim BEGIN DELETE FROM insight; END")
    }
  }
  #expect(throws: StoreError.foreign(path: folder.file(), name: "sly")) {
    try ClaimStore(path: folder.file(), mode: .readWrite)
  }
  let store = try ClaimStore(path: folder.file(), mode: .readOnly)
  let copy = try folder.store("copy.db")
  try copy.load(store.dump())
  #expect(try copy.allClaims() == [tulips.claim])
}

@Test func `a view that stands in the place of ours is made anew, others stay`() throws {
  let folder = try Folder()
  let ours = try folder.store()
  try ours.ingest([tulips])
  let claims = try ours.allClaims()
  do {
    let queue = try DatabaseQueue(path: folder.file())
    try queue.write {
      try $0.execute(
        sql: """
          DROP VIEW live_claim; CREATE VIEW live_claim AS SELECT * FROM any_claim WHERE false;
          CREATE VIEW mine AS SELECT 1;
          """)
    }
  }
  let store = try ClaimStore(path: folder.file(), mode: .readOnly)
  #expect(try store.allClaims() == claims)
  #expect(try store.sql("SELECT * FROM mine").rows == [[.integer(1)]])
}

@Test func `what is written is on the disk when a command ends`() throws {
  let store = try Folder().store()
  #expect(try store.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
}
