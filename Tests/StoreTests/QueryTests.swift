import Foundation
import GRDB
import Queries
import Testing

@testable import Store

@Test("every query prepares and begins with its question", arguments: Query.all)
func prepares(query: Query) throws {
  let folder = try Folder()
  let store = try folder.store()
  // Words are looked up in a table of the connection's own.
  if query == .termsBetween { _ = try store.words(beginningWith: "a", letters: 1...9, orAmong: []) }
  // Not in a transaction, where some settings can't be changed.
  try store.database.unsafeRead { db in _ = try db.makeStatement(sql: query.sql) }
  let first = query.sql.prefix { $0 != "\n" }
  #expect(first.hasPrefix("-- "))
  #expect(first.contains { "?.:".contains($0) })
}

@Test func `every sql file is in the list of queries`() throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Queries")
    .resolvingSymlinksInPath()
  let files =
    FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
    .compactMap { ($0 as? URL)?.lastPathComponent }.filter { $0.hasSuffix(".sql") } ?? []
  #expect(files.sorted() == Query.all.map { $0.rawValue + ".sql" }.sorted())
}

@Test(
  "look-ups use an index",
  arguments: [
    (Query.claimsBySubject, "claim_subject"), (.claimsByObject, "claim_object"),
    (.claimsByRelation, "claim_relation"), (.claimsTouching, "claim_object"),
    (.claimsTouching, "claim_subject"), (.claimsById, "claim_name"), (.findClaim, "claim_name"),
    (.claimsByRow, "INTEGER PRIMARY KEY"), (.claimsMentioning, "VIRTUAL TABLE INDEX"),
    (.claimsOfInsight, "sqlite_autoindex_claim"), (.findInsight, "sqlite_autoindex_insight"),
    (.findPassage, "sqlite_autoindex_insight"),
    (.insightsNamed, "sqlite_autoindex_insight"), (.dropUnsupported, "sqlite_autoindex_insight"),
    (.addLink, "sqlite_autoindex_claim"),
    (.linksTouching, "claim_link_to"), (.evidenceAlike, "claim_object"),
    (.linksTouching, "USING PRIMARY KEY (from_claim=?)"), (.claimsBeside, "claim_name"),
    (.entitiesHaving, "VIRTUAL TABLE INDEX"), (.relationNames, "relation_beginning"),
    (.clashesOf, "contradiction_b"), (.clashesAbout, "contradiction_b"),
    (.clashesAbout, "claim_subject"),
  ])
func usesIndex(query: Query, index: String) throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest(samples)
  let plan = try store.read { db in
    let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + query.sql)
    return try Row.fetchAll(
      statement,
      arguments: StatementArguments(
        Dictionary(
          uniqueKeysWithValues: query.parameters.map { ($0, DatabaseValue.null) })))
  }.map { $0["detail"] as String }
  #expect(plan.contains { $0.contains(index) }, "\(plan)")
  #expect(!plan.contains { $0.hasPrefix("SCAN c") && !$0.contains("INDEX") }, "\(plan)")
}

extension Query {
  /// The names after a colon, outside comments.
  fileprivate var parameters: Set<String> {
    let code = sql.split(separator: "\n").filter { !$0.hasPrefix("--") }.joined(separator: "\n")
    return Set(
      code.matches(of: #/:([a-z_]+)/#).map { String($0.output.1) })
  }
}
