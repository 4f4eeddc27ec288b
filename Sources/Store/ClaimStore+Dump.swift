import Claims
import Foundation
import GRDB
import Queries

extension ClaimStore {
  /// The whole store as canonical JSON lines: the same for the same inputs, whatever their order.
  ///
  /// Without times of change and inner ids, because those differ between two such stores.
  public func dump() throws -> [String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func line(_ value: some Encodable) throws -> String {
      String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    return try read { db in
      var lines: [String] = []
      for row in try db.rows(.everyInsight) {
        let insight = Insight(row: row)
        let claims = try db.rows(.claimsOfInsight, ["insight": row["row"] as Int64])
          .map(KeptClaim.init(row:)).sorted { $0.claim.precedes($1.claim) }
        lines.append(try line(DumpedInsight(insight, claims)))
      }
      for row in try db.rows(.retractions) {
        lines.append(
          try line([
            "retracted": row["what"] as String, "name": row["name"],
            "because": row["because"] ?? "",
          ]))
      }
      lines += try db.verdicts().map { try line(["verdict": $0]) }
      let vocabulary = try Vocabulary.Entries(db: db)
      lines += try vocabulary.frames.map { try line(["frame": $0]) }
      lines += try vocabulary.relations.map { try line(["relation": $0]) }
      lines += try vocabulary.entities.map { try line(["entity": $0]) }
      return lines
    }
  }
}

/// An insight and its claims, in the shape that `kg import` reads.
private struct DumpedInsight: Encodable {
  var id: String
  var title: String?
  var text: String
  var document: String
  var source: String?
  var published: String?
  var claims: [Claim]
  /// Ids of the claims that someone else made.
  var imported: [String]

  init(_ insight: Insight, _ claims: [KeptClaim]) {
    id = insight.id
    title = insight.title
    text = insight.text
    document = insight.document
    source = insight.source
    published = insight.published
    self.claims = claims.map(\.claim)
    imported = claims.filter(\.imported).map(\.claim.id)
  }
}
