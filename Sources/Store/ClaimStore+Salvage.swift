import Claims
import GRDB
import Queries

/// How much of a damaged store could be read.
public struct Salvaged: Sendable, Hashable {
  public var insights = 0
  public var lostInsights = 0
  /// Insights that were saved without some of their claims.
  public var insightsLosingClaims = 0
  /// Kinds of records beside insights: withdrawals, verdicts and the like.
  public var lostKinds = 0

  public var isWhole: Bool { lostInsights + insightsLosingClaims + lostKinds == 0 }
}

extension ClaimStore {
  /// What can still be read of a damaged store, as the lines of a dump; what can't is left out.
  ///
  /// Row by row, because one bad page would end a reading of all. Insights and quotes that are no
  /// longer what was stored are left out too.
  public func salvage(to write: (String) throws -> Void) throws -> Salvaged {
    try withoutActuallyEscaping(write) { write in
      try read { db in try Salvage(db: db, writer: DumpWriter(write: write)).all() }
    }
  }
}

private struct Salvage {
  let db: Database
  let writer: DumpWriter

  /// So many rows that can't be read one after the other are taken for the end, where that isn't known.
  private static let patience = 10_000

  func all() throws -> Salvaged {
    var saved = Salvaged()
    let ends = try? db.first(.insightIDs)
    let known = ends.flatMap { try? $0.value("last") as Int64 }
    var row = ends.flatMap { try? $0.value("first") as Int64 } ?? 1
    var misses = 0
    var seen: Set<String> = []
    while row <= known ?? .max, known != nil || misses < Self.patience {
      misses += 1
      do {
        if let found = try db.first(.insightByRow, ["row": row]) {
          if let insight = try sound(found), seen.insert(insight.key).inserted {
            try writer.line(saving(insight, row: row, &saved))
            saved.insights += 1
            misses = 0
          } else {
            saved.lostInsights += 1
          }
        }
      } catch is DatabaseError {
        if known != nil { saved.lostInsights += 1 }
      } catch is RowDecodingError {
        saved.lostInsights += 1
      }
      row += 1
    }
    for part in writer.parts(beside: db) {
      do {
        try part()
      } catch is DatabaseError {
        saved.lostKinds += 1
      } catch is RowDecodingError {
        saved.lostKinds += 1
      }
    }
    return saved
  }

  /// The insight, if it is what was stored.
  private func sound(_ row: Row) throws -> Insight? {
    let insight = try Insight(row: row)
    return try insight.contentHash == row.value("content") ? insight : nil
  }

  private func saving(_ insight: Insight, row: Int64, _ saved: inout Salvaged) -> DumpedInsight {
    let key: StatementArguments = ["insight": row]
    let rows = (try? db.rows(.claimsOfInsight, key)) ?? []
    let kept = rows.compactMap { try? KeptClaim(row: $0) }
    let standing = kept.filter { insight.holds($0.claim.evidence) && $0.claim.isPossible }
    let expected = (try? db.first(.countClaimsOfInsight, key)).flatMap {
      try? $0.value("count") as Int
    }
    if expected != standing.count { saved.insightsLosingClaims += 1 }
    let origins = ((try? db.rows(.originsOfInsight, key)) ?? []).compactMap { row in
      (try? row.value("file") as String).map { file in
        DumpedInsight.Origin(
          file: file,
          reading: (try? row.value("reading")).flatMap(InsightReading.init(rawValue:)) ?? .sentences
        )
      }
    }
    return DumpedInsight(
      insight, standing.sorted { $0.claim.precedes($1.claim) },
      // An insight must have come from somewhere.
      origins.isEmpty ? [DumpedInsight.Origin(file: "salvaged", reading: .imported)] : origins)
  }
}

extension Insight {
  fileprivate var key: String { "\(document)\u{1f}\(id)\u{1f}\(contentHash)" }

  /// Whether the quote stands where the evidence says.
  func holds(_ evidence: Evidence) -> Bool {
    evidence.start >= 0 && evidence.end >= evidence.start
      && text.utf8.dropFirst(evidence.start).prefix(evidence.end - evidence.start)
        .elementsEqual(evidence.quote.utf8)
  }
}

extension Claim {
  /// Whether it breaks none of the rules that `kg check` knows.
  fileprivate var isPossible: Bool {
    let isInOrder = validFrom.map { from in validTo.map { from <= $0 } ?? true } ?? true
    return !subject.isEmpty && (0...1).contains(confidence) && isInOrder
  }
}
