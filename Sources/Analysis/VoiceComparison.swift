import Claims

/// Where two voices agree, where they differ, and what only one of them speaks of.
public struct VoiceComparison: Sendable {
  public enum Stance: String, Sendable, CaseIterable {
    case differ, agree, onlyFirst, onlySecond
  }

  /// One statement, or one clash, with a claim of each voice that has one.
  public struct Line: Sendable {
    public var stance: Stance
    public var first: Claim?
    public var second: Claim?
    public var clash: Clash?
  }

  public var lines: [Line] = []

  /// Lines in the order of stances; clashes surest first, the rest in canonical order.
  ///
  /// What one voice reports of the other belongs to the other: a source that quotes a minister
  /// doesn't thereby agree with her.
  public init(
    _ first: [Claim], _ second: [Claim], clashes: [Clash], reader: StatementReader
  ) {
    let shared = Set(first.map(\.id)).intersection(second.map(\.id))
    let firstIsWider = first.count > second.count
    let first = first.filter { !firstIsWider || !shared.contains($0.id) }
    let second = second.filter { firstIsWider || !shared.contains($0.id) }
    let (ofFirst, ofSecond) = (Set(first.map(\.id)), Set(second.map(\.id)))
    var differing: Set<String> = []
    for clash in clashes where clash.chain.isEmpty {
      let line: Line
      if ofFirst.contains(clash.a.id), ofSecond.contains(clash.b.id) {
        line = Line(stance: .differ, first: clash.a, second: clash.b, clash: clash)
      } else if ofFirst.contains(clash.b.id), ofSecond.contains(clash.a.id) {
        line = Line(stance: .differ, first: clash.b, second: clash.a, clash: clash)
      } else {
        continue
      }
      differing.formUnion([clash.a.id, clash.b.id])
      lines.append(line)
    }
    let (a, b) = (Self.byStatement(first, reader), Self.byStatement(second, reader))
    for (statement, claim) in a.ordered {
      if let other = b.claims[statement] {
        lines.append(Line(stance: .agree, first: claim, second: other))
      }
    }
    for (statement, claim) in a.ordered
    where b.claims[statement] == nil && !differing.contains(claim.id) {
      lines.append(Line(stance: .onlyFirst, first: claim))
    }
    for (statement, claim) in b.ordered
    where a.claims[statement] == nil && !differing.contains(claim.id) {
      lines.append(Line(stance: .onlySecond, second: claim))
    }
  }

  /// The earliest claim of each statement.
  private static func byStatement(_ claims: [Claim], _ reader: StatementReader) -> (
    ordered: [(Statement, Claim)], claims: [Statement: Claim]
  ) {
    var ordered: [(Statement, Claim)] = []
    var found: [Statement: Claim] = [:]
    for claim in claims.sorted(by: { $0.precedes($1) }) {
      let statement = reader.statement(claim)
      guard found[statement] == nil else { continue }
      found[statement] = claim
      ordered.append((statement, claim))
    }
    return (ordered, found)
  }
}
