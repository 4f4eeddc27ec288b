import Claims
import GRDB
import Queries

/// A claim or insight that no longer says what it said when it was read.
public struct VerifyFinding: Codable, Sendable, Hashable {
  /// Nil when the insight's text as a whole has changed.
  public var claim: String?
  public var insight: String
  public var document: String
  public var problem: String

  public init(claim: String?, insight: String, document: String, problem: String) {
    self.claim = claim
    self.insight = insight
    self.document = document
    self.problem = problem
  }
}

extension ClaimStore {
  /// Reads every quote again at its place in the stored insight; empty when all is as it was.
  public func verify() throws -> [VerifyFinding] {
    try read { db in
      var findings: [VerifyFinding] = []
      for row in try db.rows(.everyInsight) {
        let insight = try Insight(row: row)
        if try insight.contentHash != row.value("content") {
          findings.append(
            VerifyFinding(
              claim: nil, insight: insight.id, document: insight.document,
              problem: "the insight is not what was ingested"))
        }
      }
      for row in try db.rows(.wrongQuotes, ["ids": nil]) {
        let quote: String = try row.value("quote")
        let found: String = try row.value("found") ?? ""
        findings.append(
          VerifyFinding(
            claim: try row.value("claim"), insight: try row.value("insight"),
            document: try row.value("document"),
            problem: "the quote is \"\(quote)\", the insight has \"\(found)\" there"))
      }
      return findings
    }
  }

  /// What is wrong with the file, its references or our own rules; empty when nothing is.
  public func check() throws -> [String] {
    let problems = try read { db in
      try [.integrity, .foreignKeys, .invariants].flatMap { query in
        try String.fetchAll(db, sql: (query as Query).sql)
      }
    }
    return try problems.filter { $0 != "ok" } + checkWords()
  }

  private func checkWords() throws -> [String] {
    // FTS5 checks by a statement that counts as writing, though it writes nothing.
    guard !database.configuration.readonly else { return [] }
    return try [
      (Query.checkWords, "the word index doesn't hold the words of the insights"),
      (.checkEntityWords, "the index of names doesn't hold the names of the entities"),
    ].compactMap { query, problem in
      do {
        try write { try $0.run(query) }
        return nil
      } catch StoreError.damaged {
        return problem
      }
    }
  }

  /// How much the store holds, by name.
  public func stats() throws -> [(name: String, count: Int)] {
    try read {
      try $0.rows(.counts).map { (name: try $0.value("name"), count: try $0.value("count")) }
    }
  }
}
