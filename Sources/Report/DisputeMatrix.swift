import Analysis
import Claims

/// Who says what in each dispute: sources against matters.
public struct DisputeMatrix: Sendable {
  /// One source's part in one matter.
  struct Part: Sendable {
    var letter: String
    var source: String
    var claims: [Claim]
  }

  struct Matter: Sendable {
    var dispute: Dispute
    /// By the letter of the statement, then by source.
    var parts: [Part]
  }

  var matters: [Matter]
  var sources: [String] {
    Set(matters.flatMap { $0.parts.map(\.source) }).sorted()
  }

  /// `around` may hold any claims; those of a dispute's topics are its statements.
  public init(_ disputes: [Dispute], around: [Claim], reader: StatementReader) {
    let read = around.map { (claim: $0, statement: reader.statement($0)) }
    let byTopic = Dictionary(grouping: read) { $0.statement.topic }
    matters = disputes.map { dispute in
      var seen: Set<String> = []
      let said =
        (dispute.claims.map { (claim: $0, statement: reader.statement($0)) }
        + dispute.topics.sorted().flatMap { byTopic[$0] ?? [] })
        .filter { seen.insert($0.claim.id).inserted }
        .sorted { $0.claim.precedes($1.claim) }
      var known: Set<Statement> = []
      let statements = said.map(\.statement).filter { known.insert($0).inserted }
      let parts = statements.enumerated().flatMap { place, statement in
        Dictionary(grouping: said.filter { $0.statement == statement }.map(\.claim)) {
          $0.evidence.source ?? $0.evidence.document
        }.sorted { $0.key < $1.key }.map { source, claims in
          Part(letter: letter(place), source: source, claims: claims)
        }
      }
      return Matter(dispute: dispute, parts: parts)
    }
  }
}

/// A to Z, then A1 and so on.
private func letter(_ place: Int) -> String {
  let name = String(UnicodeScalar(UInt8(65 + place % 26)))
  return place < 26 ? name : name + String(place / 26)
}

/// The matrix for a person, and below it what the letters stand for.
public func text(
  of matrix: DisputeMatrix, width: Int? = nil, style: Style = Style(colours: false)
) -> String {
  let sources = matrix.sources
  let table = Rows(
    columns: ["matter"] + sources,
    rows: matrix.matters.enumerated().map { number, matter in
      [.text("\(number + 1) \(matter.dispute.title)")]
        + sources.map { source in
          .text(matter.parts.filter { $0.source == source }.map(\.letter).joined(separator: " "))
        }
    })
  var out = table.table(width: width)
  for (number, matter) in matrix.matters.enumerated() {
    out += "\n" + style.bold("\(number + 1) \(oneLine(matter.dispute.title))") + "\n"
    var shown: Set<String> = []
    for part in matter.parts where shown.insert(part.letter).inserted {
      out += "  \(part.letter)  \(part.claims.first.map { oneLine($0.sentence) } ?? "")\n"
    }
    let ids = matter.dispute.clashes.map { shortID($0.id) }
    out += style.dim("  clashes: \(ids.joined(separator: ", "))") + "\n"
  }
  return out
}

extension Rows {
  /// A row for each statement of each source in each matter.
  public init(matrix: DisputeMatrix) {
    self.init(
      columns: ["matter", "source", "stance", "statement", "claims", "since", "clashes"],
      rows: matrix.matters.flatMap { matter in
        matter.parts.map { part in
          let ids = Set(part.claims.map(\.id))
          let clashes = matter.dispute.clashes
            .filter { $0.claims.contains { ids.contains($0.id) } }.map(\.id)
          return [
            .text(matter.dispute.title), .text(part.source), .text(part.letter),
            .text(part.claims.first.map(\.sentence) ?? ""), .integer(part.claims.count),
            Cell(part.claims.compactMap(\.evidence.published).min()),
            .text(clashes.joined(separator: " ")),
          ]
        }
      })
  }
}
