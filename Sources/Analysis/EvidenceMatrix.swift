import Claims

/// Hypotheses against evidence (Heuer): the one with least against it stands best.
///
/// What fits a hypothesis counts nothing, because it may fit the others as well. Claims that repeat
/// one origin count once.
public struct EvidenceMatrix: Sendable {
  public struct Row: Sendable, Hashable {
    public var claim: Claim
    /// By the name of the hypothesis; those not rated are left out.
    public var ratings: [String: Rating]
    /// How far apart its ratings are, 0 to 4; nil while fewer than two hypotheses are rated.
    public var diagnosticity: Int?
    /// Id of the claim whose origin it repeats, so that it does not count again.
    public var repeats: String?
    /// Withdrawn or gone: it does not count.
    public var isWithdrawn = false
  }

  /// An order of hypotheses that would be another without some evidence.
  public struct Sensitivity: Sendable, Hashable {
    /// Id of the claim, or name of the source.
    public var without: String
    public var isSource: Bool
    /// What stands best comes first; those that are level share a place.
    public var order: [[String]]
  }

  public var hypotheses: [String]
  /// What tells hypotheses apart most comes first.
  public var rows: [Row]
  /// What stands against each hypothesis.
  public var totals: [String: Int]
  public var order: [[String]]
  public var sensitivity: [Sensitivity]
  /// Independent origins among the rows that count.
  public var origins: Int

  public init(
    hypotheses: [String], evidence: [(claim: Claim, ratings: [String: Rating], isWithdrawn: Bool)]
  ) {
    self.hypotheses = hypotheses
    var rows = evidence.map { item in
      let ratings = item.ratings.filter { hypotheses.contains($0.key) }
      let values = ratings.values.compactMap(\.value)
      let spread = values.count > 1 ? (values.max() ?? 0) - (values.min() ?? 0) : nil
      return Row(
        claim: item.claim, ratings: ratings, diagnosticity: spread, isWithdrawn: item.isWithdrawn)
    }
    let counted = rows.filter { !$0.isWithdrawn }.map(\.claim)
    let repeated = Self.repeats(among: counted)
    for place in rows.indices where !rows[place].isWithdrawn {
      rows[place].repeats = repeated[rows[place].claim.id]
    }
    self.rows = rows.enumerated().sorted { x, y in
      let (a, b) = (x.element.diagnosticity ?? -1, y.element.diagnosticity ?? -1)
      return a != b ? a > b : x.offset < y.offset
    }.map(\.element)
    totals = Self.totals(of: rows, hypotheses)
    order = Self.order(of: totals, hypotheses)
    origins = counted.count - repeated.count
    sensitivity = []
    for row in self.rows where !row.isWithdrawn {
      let rest = rows.filter { $0.claim.id != row.claim.id }
      note(row.claim.id, isSource: false, without: rest)
    }
    var sources = Set(counted.compactMap(\.evidence.source))
    // What one claim changes, its source need not be named for again.
    for row in rows where sensitivity.contains(where: { $0.without == row.claim.id }) {
      if let source = row.claim.evidence.source,
        counted.filter({ $0.evidence.source == source }).count == 1
      {
        sources.remove(source)
      }
    }
    for source in sources.sorted() {
      note(source, isSource: true, without: rows.filter { $0.claim.evidence.source != source })
    }
  }

  private mutating func note(_ name: String, isSource: Bool, without rest: [Row]) {
    let counted = rest.filter { !$0.isWithdrawn }.map(\.claim)
    let repeated = Self.repeats(among: counted)
    let rows = rest.map { row in
      var row = row
      row.repeats = repeated[row.claim.id]
      return row
    }
    let order = Self.order(of: Self.totals(of: rows, hypotheses), hypotheses)
    if order != self.order {
      sensitivity.append(Sensitivity(without: name, isSource: isSource, order: order))
    }
  }

  /// For each claim that says what an earlier one of the same origin says, the id of that one.
  private static func repeats(among claims: [Claim]) -> [String: String] {
    func says(_ claim: Claim) -> [String] {
      [claim.subject, claim.relation, claim.object, claim.polarity.rawValue]
    }
    var repeats: [String: String] = [:]
    for alike in Dictionary(grouping: claims, by: says).values where alike.count > 1 {
      for origin in Origins(of: alike).all {
        for claim in origin.claims.dropFirst() { repeats[claim.id] = origin.claims[0].id }
      }
    }
    return repeats
  }

  private static func totals(of rows: [Row], _ hypotheses: [String]) -> [String: Int] {
    // Of one origin's claims the strongest counts.
    let groups = Dictionary(grouping: rows.filter { !$0.isWithdrawn }) { $0.repeats ?? $0.claim.id }
    return Dictionary(
      uniqueKeysWithValues: hypotheses.map { hypothesis in
        let against = groups.values.map { rows in
          rows.map { $0.ratings[hypothesis]?.inconsistency ?? 0 }.max() ?? 0
        }
        return (hypothesis, against.reduce(0, +))
      })
  }

  private static func order(of totals: [String: Int], _ hypotheses: [String]) -> [[String]] {
    Dictionary(grouping: hypotheses) { totals[$0] ?? 0 }.sorted { $0.key < $1.key }.map(\.value)
  }
}
