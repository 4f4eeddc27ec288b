import Claims

/// What a rule has found in two claims, before time and modality are weighed.
struct Finding {
  var kind: String
  var base: Double
  var scope: Double
  var entity = 1.0
  /// How the two can't both hold, to follow the words of the two.
  var reason: String
  var reconciledIf: String
  /// What it is called when the two claims are of different times; nil if that is no news then.
  var updateKind: String?
}

/// One way in which two claims can exclude each other; the order of the two never matters.
protocol Rule: Sendable {
  func finding(_ a: Matter, _ b: Matter) -> Finding?
}

/// What the rules share.
struct RuleContext: Sendable {
  let vocabulary: Vocabulary
  let keys: MatchKeys
  var words: Words { keys.words }
  var scope: ScopeGate { ScopeGate(words: words) }
  var entity: EntityGate { EntityGate(words: words) }

  /// Whether the vocabulary sets the two relations against each other.
  func areOpposed(_ a: Matter, _ b: Matter) -> Bool {
    guard let frame = a.frame, frame == b.frame, let p = a.pole, let q = b.pole, p != q else {
      return false
    }
    return vocabulary.frames[frame]?.opposes?.contains { $0 == [p, q] || $0 == [q, p] } ?? false
  }

  func frameKind(_ a: Matter) -> String? { a.frame.flatMap { vocabulary.frames[$0]?.kind } }

  /// Whether the two say the same of their objects, going by relation, or by frame and pole.
  func saySame(_ a: Matter, _ b: Matter) -> Bool {
    if a.relation == b.relation { return true }
    guard let frame = a.frame, let pole = a.pole else { return false }
    return frame == b.frame && pole == b.pole
  }
}
