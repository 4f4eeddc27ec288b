import Claims
import Foundation
import GRDB

extension Claim {
  /// A claim as the view `claims` shows it.
  init(row: Row) {
    self.init(
      id: row["id"], subject: row["subject"], relation: row["relation"], object: row["object"],
      surface: Surface(
        subject: row["surface_subject"], relation: row["surface_relation"],
        object: row["surface_object"]),
      // The tables allow no other words.
      polarity: Polarity(rawValue: row["polarity"]) ?? .positive,
      modality: Modality(rawValue: row["modality"]) ?? .asserted,
      scope: row["scope"], time: row["time"], validFrom: row["valid_from"],
      validTo: row["valid_to"], attribution: row["attribution"], confidence: row["confidence"],
      evidence: Evidence(
        insight: row["insight"], document: row["document"], source: row["source"],
        published: row["published"], quote: row["quote"], start: row["start"], end: row["end"]))
    links = Self.links(row["links"], from: id)
    grade = (row["grade"] as String?).flatMap { Grade($0) }
  }

  private static func links(_ json: String, from claim: String) -> [ClaimLink] {
    // Most claims have none, and a decoder for each would be felt.
    guard json != "[]" else { return [] }
    let written = try? JSONDecoder().decode([ClaimLink].self, from: Data(json.utf8))
    return (written ?? []).map { $0.starting(at: claim) }.sorted { $0.precedes($1) }
  }
}

extension Insight {
  init(row: Row) {
    self.init(
      id: row["id"], title: row["title"], text: row["text"], document: row["document"],
      source: row["source"], published: row["published"])
  }

  /// A hash of all that is kept of the insight.
  var contentHash: String {
    Claims.contentHash([id, title ?? "", text, document, source ?? "", published ?? ""])
  }
}
