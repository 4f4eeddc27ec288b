import Claims
import Foundation
import Store

/// A folder of its own for a test, gone with it.
final class Folder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("kg-store-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String = "kg.db") -> String { path + "/" + name }

  func store(_ name: String = "kg.db") throws -> ClaimStore {
    try ClaimStore(path: file(name), mode: .create)
  }
}

/// An insight of one sentence, and the claim that the whole of it makes.
func sample(
  _ text: String, _ subject: String, _ relation: String, _ object: String,
  document: String = "Episode 1", source: String? = "The Chip Hour",
  published: String = "2025-03-01",
  polarity: Polarity = .positive, scope: String? = nil, attribution: String? = nil
) -> (insight: Insight, claim: Claim) {
  let insight = Insight(text: text, document: document, source: source, published: published)
  let claim = Claim(
    subject: subject, relation: relation, object: object,
    surface: Surface(subject: subject.lowercased(), relation: relation, object: object),
    polarity: polarity, modality: .probable, scope: scope, time: "this spring",
    validFrom: "2025-03-01", validTo: "2025-05-31", attribution: attribution, confidence: 0.75,
    evidence: Evidence(
      insight: insight.id, document: document, source: source, published: published, quote: text,
      start: 0, end: text.utf8.count))
  return (insight, claim)
}

let tulips = sample(
  "Holland is said to ship more tulips than Peru.", "Netherlands", "outsells", "Peru",
  scope: "tulips", attribution: "a grower")
let denial = sample(
  "Peru says Holland does not outsell it — “café” numbers prove it.", "Netherlands", "outsells",
  "Peru", document: "Letter 7", source: "Lima Weekly", published: "2025-04-02",
  polarity: .negative)
let rain = sample(
  "Rainfall tripled.", "rainfall", "tripled", "", document: "Letter 7", source: nil,
  published: "2025-04-02")
let samples = [tulips, denial, rain]

extension ClaimStore {
  @discardableResult
  func ingest(
    _ given: [(insight: Insight, claim: Claim)], origin: String = ""
  ) throws -> IngestCounts {
    try ingest(
      insights: given.map(\.insight), claims: given.map { [$0.claim] }, origin: origin)
  }
}
