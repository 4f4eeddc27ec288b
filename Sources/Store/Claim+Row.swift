import Claims
import Foundation
import GRDB

extension Claim {
  /// A claim as the view `claims` shows it.
  init(row: Row) throws {
    try self.init(
      id: row.value("id"), subject: row.value("subject"), relation: row.value("relation"),
      object: row.value("object"),
      surface: Surface(
        subject: row.value("surface_subject"), relation: row.value("surface_relation"),
        object: row.value("surface_object")),
      // The tables allow no other words.
      polarity: Polarity(rawValue: row.value("polarity")) ?? .positive,
      modality: Modality(rawValue: row.value("modality")) ?? .asserted,
      scope: row.value("scope"), time: row.value("time"), validFrom: row.value("valid_from"),
      validTo: row.value("valid_to"), attribution: row.value("attribution"),
      confidence: row.value("confidence"),
      evidence: Evidence(
        insight: row.value("insight"), document: row.value("document"), source: row.value("source"),
        published: row.value("published"), quote: row.value("quote"), start: row.value("start"),
        end: row.value("end")))
    links = try Self.links(row.value("links"), from: id)
    grade = (try row.value("grade") as String?).flatMap { Grade($0) }
  }

  private static func links(_ json: String, from claim: String) -> [ClaimLink] {
    // Most claims have none, and a decoder for each would be felt.
    guard json != "[]" else { return [] }
    let written = try? JSONDecoder().decode([ClaimLink].self, from: Data(json.utf8))
    return (written ?? []).map { $0.starting(at: claim) }.sorted { $0.precedes($1) }
  }
}

extension Insight {
  init(row: Row) throws {
    try self.init(
      id: row.value("id"), title: row.value("title"), text: row.value("text"),
      document: row.value("document"),
      source: row.value("source"), published: row.value("published"))
  }

  /// A hash of all that is kept of the insight.
  var contentHash: String {
    Claims.contentHash([id, title ?? "", text, document, source ?? "", published ?? ""])
  }
}
