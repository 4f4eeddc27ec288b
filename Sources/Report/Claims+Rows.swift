import Claims
import Foundation

extension Rows {
  /// Claims as rows, a column for each field that CONTRACT names, evidence spread out.
  public init(claims: [Claim]) {
    self.init(
      columns: [
        "id", "subject", "relation", "object", "polarity", "modality", "scope", "time",
        "valid_from", "valid_to", "attribution", "confidence", "insight", "document", "source",
        "published", "quote",
      ],
      rows: claims.map { claim in
        [
          .text(claim.id), .text(claim.subject), .text(claim.relation), .text(claim.object),
          .text(claim.polarity.rawValue), .text(claim.modality.rawValue), Cell(claim.scope),
          Cell(claim.time), Cell(claim.validFrom), Cell(claim.validTo), Cell(claim.attribution),
          .real(claim.confidence), .text(claim.evidence.insight), .text(claim.evidence.document),
          Cell(claim.evidence.source), Cell(claim.evidence.published), .text(claim.evidence.quote),
        ]
      })
  }

  /// The fields a person looks at first, for a terminal.
  public init(claimsInShort claims: [Claim]) {
    self.init(
      columns: ["subject", "relation", "object", "qualified", "quote"],
      rows: claims.map { claim in
        [
          .text(claim.subject), .text(claim.relation), .text(claim.object),
          .text(qualifiers(of: claim)), .text(claim.evidence.quote),
        ]
      })
  }
}

extension Rows {
  /// Adds a column with the grade of each row's claim, once anything is graded.
  mutating func addGrades(of claims: [Claim?], as column: String = "grade") {
    guard claims.contains(where: { $0?.grade != nil }) else { return }
    columns.append(column)
    for (place, claim) in claims.enumerated() {
      rows[place].append(Cell(claim?.grade.map { "\($0)" }))
    }
  }
}

/// What qualifies a claim, in words: `denied, possible, in chips, 2027, says SIA`.
public func qualifiers(of claim: Claim) -> String {
  var parts: [String] = []
  if claim.polarity == .negative { parts.append("denied") }
  if claim.modality != .asserted { parts.append(claim.modality.rawValue) }
  if let scope = claim.scope { parts.append(scope) }
  if let time = claim.time { parts.append(time) }
  if let attribution = claim.attribution { parts.append("says \(attribution)") }
  return parts.joined(separator: ", ")
}

/// Values as JSON with keys in a fixed order: an array, or a value a line.
public func json<Value: Encodable>(_ value: Value, pretty: Bool = true) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
  return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
}

/// One JSON value a line.
public func jsonLines<Value: Encodable>(_ values: [Value]) throws -> String {
  try values.map { try json($0, pretty: false) }.joined()
}
