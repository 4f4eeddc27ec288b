/// One line of a research session's log: never edited, only followed by others.
///
/// All that is known of a session is read from its log, because then nothing an analyst once thought
/// can get lost, and what holds now is always the latest that was said.
public struct LogEntry: Codable, Hashable, Sendable {
  public var session: Int
  /// When, in ISO 8601.
  public var at: String
  public var act: Act

  public init(session: Int, at: String, _ act: Act) {
    self.session = session
    self.at = at
    self.act = act
  }

  /// The day of it.
  public var day: String { String(at.prefix(10)) }
}

/// What an analyst did.
public enum Act: Codable, Hashable, Sendable {
  /// A session begins, with the question it is to answer.
  case opened(question: String)
  case resumed
  case closed(because: String?)
  case asked(what: AskedQuestion)
  case pinned(claim: Footing, note: String?)
  case noted(text: String, on: Footing?)
  /// What else was done to the store, in words: a verdict, a grade, a withdrawal.
  case did(text: String, because: String?)
  /// A hypothesis, named `H1` and so on in the order of the log, and the ids of the claims that bore
  /// on it then; nil in lines of an older log.
  case supposed(hypothesis: String, claims: [String]?)
  /// Claims that bear on a hypothesis and did not before.
  case proposed(hypothesis: String, claims: [Proposal])
  case rated(claim: Footing, hypothesis: String, rating: Rating, why: String?)
  case judged(what: Judgment)
  /// An assumption, `A1`, `A2`…
  case assumed(what: String)
  /// A gap, `G1`, `G2`…: something that would have to be known.
  case missed(what: String)
  /// A watch, `W1`, `W2`…: a question, and the ids of the claims that answered it then.
  case watched(question: String, claims: [String])
  /// Claims that answer a watch and did not before.
  case hit(watch: String, claims: [String])
  /// A hypothesis, assumption, gap or watch that is done with.
  case ended(item: String, because: String?)
}

/// A question as it was asked, and what was answered then.
public struct AskedQuestion: Codable, Hashable, Sendable {
  /// In words, or as the command was typed.
  public var question: String
  /// Its arguments, where it was a command: `related silicon-ledger-1-3`.
  public var command: [String]?
  /// `valid-at` and such, by name.
  public var conditions: [String: String]
  public var verdict: String
  public var answers: [String]
  public var claims: [String]
  public var against: [String]

  public init(
    question: String, conditions: [String: String], verdict: String, answers: [String],
    claims: [String], against: [String]
  ) {
    self.question = question
    self.conditions = conditions
    self.verdict = verdict
    self.answers = answers
    self.claims = claims
    self.against = against
  }

  /// A command that asks, and what it found, a line a finding.
  public init(command: [String], as line: String, found: [String]) {
    let rest = found.dropFirst(Self.kept)
    // A statement may find a million rows: of all but the first it is enough to know them again.
    let more = rest.isEmpty ? [] : ["\(rest.count) more: \(contentHash(Array(rest)))"]
    self.init(
      question: line, conditions: [:], verdict: counted(found.count, "finding"),
      answers: found.prefix(Self.kept) + more, claims: [], against: [])
    self.command = command
  }

  private static let kept = 100
}

/// A claim as it stood at one moment, with what stood around it: what a judgment rests on.
public struct Footing: Codable, Hashable, Sendable {
  public var claim: Claim
  /// Whether it was withdrawn, and why: nil while it holds.
  public var withdrawn: String?
  /// Ids of other claims that say the same.
  public var alike: [String]
  /// Ids of the contradictions and tensions it is in.
  public var clashes: [String]
  /// Ids of the updates by which a later claim takes its place; nil in lines of an older log.
  public var updates: [String]?

  public init(
    _ claim: Claim, withdrawn: String? = nil, alike: [String] = [], clashes: [String] = [],
    updates: [String]? = nil
  ) {
    self.claim = claim
    self.withdrawn = withdrawn
    self.alike = alike
    self.clashes = clashes
    self.updates = updates
  }
}
