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
          .map(Claim.init(row:)).sorted { $0.precedes($1) }
        lines.append(try line(DumpedInsight(insight, claims)))
      }
      for row in try db.rows(.retractions) {
        lines.append(
          try line([
            "retracted": row["what"] as String, "name": row["name"],
            "because": row["because"] ?? "",
          ]))
      }
      for row in try db.rows(.verdicts) {
        lines.append(
          try line([
            "verdict": row["status"] as String, "a": row["a"], "b": row["b"],
            "because": row["because"] ?? "",
          ]))
      }
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

  init(_ insight: Insight, _ claims: [Claim]) {
    id = insight.id
    title = insight.title
    text = insight.text
    document = insight.document
    source = insight.source
    published = insight.published
    self.claims = claims
  }
}
