import Claims

/// What a claim says, whoever says it, when and how surely.
public struct Statement: Hashable, Sendable {
  /// Subject, frame or relation, and object, whichever way round it was said.
  public let topic: String
  /// Which pole of the frame, and whether it is asserted or denied.
  public let stance: String
}

/// Reads claims as statements, with the names and frames of a vocabulary.
public struct StatementReader: Sendable {
  private let matters: MatterReader

  public init(vocabulary: Vocabulary) {
    matters = MatterReader(vocabulary: vocabulary)
  }

  func matter(of claim: Claim) -> Matter { matters.matter(of: claim) }

  /// The names that a name is a part or sort of.
  func ancestors(of token: String) -> Set<String> { matters.keys.ancestors(of: token) }

  /// "Paris bans X" and "France restricts X" are one statement where the vocabulary says so.
  public func statement(_ claim: Claim) -> Statement {
    let matter = matters.matter(of: claim)
    return Statement(
      topic: "\(matter.subject.key)|\(matter.frame ?? matter.relation)|\(matter.object.key)",
      stance: "\(matter.pole ?? matter.relation)|\(claim.polarity.rawValue)")
  }
}
