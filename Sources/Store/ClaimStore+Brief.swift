import Claims
import GRDB
import Queries

/// An insight that a brief told on a day.
struct Briefed: Codable {
  var document: String
  var insight: String
  var at: String
}

extension ClaimStore {
  /// The claims of the latest insights that no brief has told; of more than so many nobody reads.
  public func claimsNotBriefed(since: String?, limit: Int = 500) throws -> [Claim] {
    try claims(.notBriefed, ["since": since, "limit": limit])
  }

  /// Documents and insights that briefs have told.
  public func briefedInsights() throws -> Set<[String]> {
    Set(try read { try $0.briefed() }.map { [$0.document, $0.insight] })
  }

  /// Notes that a brief told the insights of these quotes.
  public func noteBriefed(_ told: [Evidence], at: String) throws {
    try write { db in
      for evidence in told {
        try db.add(Briefed(document: evidence.document, insight: evidence.insight, at: at))
      }
    }
  }
}

extension Database {
  func add(_ briefed: Briefed) throws {
    try run(
      .addBriefed,
      ["document": briefed.document, "insight": briefed.insight, "at": briefed.at])
  }

  func briefed() throws -> [Briefed] {
    try rows(.briefed).map {
      Briefed(
        document: try $0.value("document"), insight: try $0.value("insight"), at: try $0.value("at")
      )
    }
  }
}
