import Foundation
import Testing

@testable import Store

@Test func `sql reads the views`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest(samples)
  let found = try store.sql(
    "SELECT subject, start, scope FROM claims WHERE object = 'Peru' ORDER BY published;")
  #expect(found.columns == ["subject", "start", "scope"])
  #expect(
    found.rows == [
      [.text("Netherlands"), .integer(0), .text("tulips")],
      [.text("Netherlands"), .integer(0), .null],
    ])
  let words = try store.sql("SELECT count(*) FROM insight_words WHERE insight_words MATCH 'peru'")
  #expect(words.rows == [[.integer(2)]])
}

@Test(
  "sql refuses what writes",
  arguments: [
    "DELETE FROM claim", "INSERT INTO text (value) VALUES ('x')", "UPDATE insight SET text = ''",
    "DROP TABLE claim", "CREATE TEMP TABLE x (y)", "ATTACH 'other.db' AS other", "VACUUM",
    "PRAGMA user_version = 7", "PRAGMA journal_mode = DELETE", "PRAGMA writable_schema = 1",
    "BEGIN IMMEDIATE", "WITH x AS (SELECT 1) DELETE FROM claim", "VACUUM INTO 'copy.db'",
    "SELECT load_extension('x')", "SELECT 1; DELETE FROM claim",
  ])
func refuses(statement: String) throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest(samples)
  let before = try store.dump()
  #expect(throws: StoreError.self) { try store.sql(statement) }
  #expect(try store.dump() == before)
}

@Test func `a statement with a slip is told as SQLite tells it`() throws {
  let folder = try Folder()
  let store = try folder.store()
  #expect(throws: StoreError.badStatement(detail: "no such table: claimz")) {
    try store.sql("SELECT * FROM claimz")
  }
}
