import Claims

/// One error: where it stands, what the gold says and what was made.
public struct ErrorFinding: Sendable, Hashable {
  public var kind: ErrorKind
  /// Id of the insight.
  public var insight: String
  /// The sentence, or the passage where no sentence is known.
  public var text: String
  public var gold: GoldClaim?
  public var made: Claim?
}

/// All errors of one kind.
public struct ErrorGroup: Sendable, Hashable {
  public var kind: ErrorKind
  /// In the order of the gold.
  public var findings: [ErrorFinding]

  public var count: Int { findings.count }
  /// Claims that this kind spoils.
  public var cost: Double { kind.cost * Double(count) }

  static func groups(of findings: [ErrorFinding]) -> [ErrorGroup] {
    Dictionary(grouping: findings, by: \.kind).map { ErrorGroup(kind: $0, findings: $1) }
      .sorted { ($1.cost, $0.kind.description) < ($0.cost, $1.kind.description) }
  }
}
