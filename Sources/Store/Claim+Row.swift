import Claims
import Foundation
import GRDB

/// The columns of the view `any_claim`, by place because to look one up by name takes longer than to
/// read what is in it.
enum ClaimColumn: Int {
  case row, insightRow, subjectRow, relationRow, objectRow, imported, id, subject, relation, object
  case surfaceSubject, surfaceRelation, surfaceObject, polarity, modality, scope, time, validFrom
  case validTo, attribution, confidence, insight, document, source, published, quote, start, end
  case speaker, timecode, links, grade
}

extension Row {
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: ClaimColumn)
    throws -> Value
  {
    try decode(atIndex: column.rawValue)
  }
}

extension Claim {
  /// A claim as the view `any_claim` shows it, whose columns come first in the row.
  init(row: Row) throws {
    try self.init(
      id: row.value(.id), subject: row.value(.subject), relation: row.value(.relation),
      object: row.value(.object),
      surface: Surface(
        subject: row.value(.surfaceSubject), relation: row.value(.surfaceRelation),
        object: row.value(.surfaceObject)),
      // The tables allow no other words.
      polarity: Polarity(rawValue: row.value(.polarity)) ?? .positive,
      modality: Modality(rawValue: row.value(.modality)) ?? .asserted,
      scope: row.value(.scope), time: row.value(.time), validFrom: row.value(.validFrom),
      validTo: row.value(.validTo), attribution: row.value(.attribution),
      confidence: row.value(.confidence),
      evidence: Evidence(
        insight: row.value(.insight), document: row.value(.document), source: row.value(.source),
        published: row.value(.published), quote: row.value(.quote), start: row.value(.start),
        end: row.value(.end), speaker: row.value(.speaker), timecode: row.value(.timecode)))
    links = try Self.links(row.value(.links), from: id)
    grade = (try row.value(.grade) as String?).flatMap { Grade($0) }
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
      source: row.value("source"), published: row.value("published"),
      speaker: row.value("speaker"), marks: Self.marks(row.value("marks")))
  }

  private static func marks(_ json: String?) throws -> [TimeMark] {
    guard let json else { return [] }
    return try JSONDecoder().decode([TimeMark].self, from: Data(json.utf8))
  }

  /// The marks as the table has them, null where there are none.
  var storedMarks: String? {
    guard !marks.isEmpty else { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(marks)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A hash of all that is kept of the insight.
  var contentHash: String {
    let written = [id, title ?? "", text, document, source ?? "", published ?? ""]
    let marks = storedMarks
    return Claims.contentHash(
      speaker == nil && marks == nil ? written : written + [speaker ?? "", marks ?? ""])
  }
}
