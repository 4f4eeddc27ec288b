import Claims

/// A question of a session asked again.
public struct Replay: Sendable {
  public var then: AskedQuestion
  /// Nil when it can't be understood any more.
  public var now: AskedQuestion?

  public init(then: AskedQuestion, now: AskedQuestion?) {
    self.then = then
    self.now = now
  }

  public var isChanged: Bool {
    guard let now else { return true }
    return then.verdict != now.verdict || then.answers != now.answers
      || Set(then.claims) != Set(now.claims) || Set(then.against) != Set(now.against)
  }

  /// Whether the same is answered, only otherwise arranged.
  public var isOnlyOrder: Bool {
    isChanged && then.verdict == now?.verdict
      && [newAnswers, lostAnswers, newClaims, lostClaims].allSatisfy(\.isEmpty)
  }

  /// Answers that are new, and those that are gone.
  public var newAnswers: [String] { (now?.answers ?? []).filter { !then.answers.contains($0) } }
  public var lostAnswers: [String] { then.answers.filter { !(now?.answers ?? []).contains($0) } }
  /// Ids of claims cited now and not then, and the other way round.
  public var newClaims: [String] { Self.missing(in: then, of: now) }
  public var lostClaims: [String] { Self.missing(in: now, of: then) }

  private static func missing(in one: AskedQuestion?, of other: AskedQuestion?) -> [String] {
    let known = Set((one?.claims ?? []) + (one?.against ?? []))
    return ((other?.claims ?? []) + (other?.against ?? [])).filter { !known.contains($0) }
  }
}

extension ResearchSession {
  /// Each question once, as it was answered last, in order of first asking.
  public var lastAsked: [AskedQuestion] {
    var order: [[String]] = []
    var last: [[String]: AskedQuestion] = [:]
    for asked in asked {
      let key =
        [asked.question, asked.command == nil ? "" : "command"]
        + asked.conditions.sorted { $0.key < $1.key }.flatMap { [$0, $1] }
      if last[key] == nil { order.append(key) }
      last[key] = asked
    }
    return order.compactMap { last[$0] }
  }
}
