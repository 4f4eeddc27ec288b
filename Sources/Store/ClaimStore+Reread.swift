import Claims
import GRDB
import Queries

/// An insight that `kg` read its claims from, and how.
public struct ReadInsight: Sendable, Hashable {
  public var insight: Insight
  /// More than one where files gave it to be read in different ways.
  public var readings: [InsightReading]
}

/// What reading an insight again did to one claim.
public struct ClaimChange: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case added, gone
    /// The same assertion, said with other words, dates or confidence.
    case changed
  }

  public var kind: Kind
  public var claim: Claim
}

/// What reading insights again did to their claims.
public struct RereadResult: Sendable, Hashable {
  public var changes: [ClaimChange] = []
  /// How many claims are as they were.
  public var same = 0

  public init() {}

  public static func += (sum: inout RereadResult, more: RereadResult) {
    sum.changes += more.changes
    sum.same += more.same
  }
}

extension ClaimStore {
  /// The insights that `kg` reads itself, withdrawn ones too, in order of document and id.
  ///
  /// What only imports gave is not among them.
  public func readInsights(source: String? = nil, document: String? = nil) throws -> [ReadInsight] {
    try read { db in
      try db.rows(.readInsights, ["source": source, "document": document]).map { row in
        ReadInsight(
          insight: try Insight(row: row),
          readings: (try row.value("readings") as String).split(separator: ",").sorted()
            .compactMap { InsightReading(rawValue: String($0)) })
      }
    }
  }

  /// Keeps the claims of insights read again in place of those read before; all in one transaction.
  ///
  /// Imported claims and verdicts stay. An insight that has left the store meanwhile is passed over.
  public func reread(_ insights: [Insight], claims: [[Claim]]) throws -> RereadResult {
    try write { db in
      let writer = try ClaimWriter(db: db)
      var result = RereadResult()
      for (insight, claims) in zip(insights, claims) {
        let document = try writer.documents.id(insight.document)
        let key: StatementArguments = [
          "document": document, "name": insight.id, "content": insight.contentHash,
        ]
        guard let row = try db.id(.findInsight, key) else { continue }
        result += Self.compared(try writer.kept(of: row), with: claims)
        _ = try writer.keep(claims, of: row, imported: false, replacing: true)
      }
      return result
    }
  }

  private static func compared(_ old: [String: KeptClaim], with new: [Claim]) -> RereadResult {
    let new = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var result = RereadResult()
    for kept in old.values where !kept.imported && new[kept.claim.id] == nil {
      result.changes.append(ClaimChange(kind: .gone, claim: kept.claim))
    }
    for claim in new.values {
      if let kept = old[claim.id] {
        if kept.imported || kept.claim == claim {
          result.same += 1
        } else {
          result.changes.append(ClaimChange(kind: .changed, claim: claim))
        }
      } else {
        result.changes.append(ClaimChange(kind: .added, claim: claim))
      }
    }
    result.changes.sort { $0.claim.precedes($1.claim) }
    return result
  }
}
