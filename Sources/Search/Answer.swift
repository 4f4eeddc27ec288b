import Claims

/// What the store says to a question, with the claims behind it.
public struct Answer: Encodable, Sendable, Hashable {
  public enum Verdict: String, Codable, Sendable {
    case answered, supported, denied, contested, unknown
  }

  public struct Item: Codable, Sendable, Hashable {
    public var name: String
    /// entity, path, number, date or text.
    public var kind: String
    /// Independent sources behind it.
    public var support: Int
    /// Ids of the claims behind it.
    public var claims: [String]
    /// How the nearest claim was taken for what was asked; empty for the very words. Not in the JSON.
    public var widening: String

    public init(
      name: String, kind: String, support: Int, claims: [String], widening: String = ""
    ) {
      self.name = name
      self.kind = kind
      self.support = support
      self.claims = claims
      self.widening = widening
    }

    enum CodingKeys: String, CodingKey { case name, kind, support, claims }

    public init(from decoder: any Decoder) throws {
      let c = try decoder.container(keyedBy: CodingKeys.self)
      self.init(
        name: try c.decode(String.self, forKey: .name),
        kind: try c.decode(String.self, forKey: .kind),
        support: try c.decode(Int.self, forKey: .support),
        claims: try c.decode([String].self, forKey: .claims))
    }
  }

  public var question: String
  public var form: String
  public var verdict: Verdict
  public var answers: [Item]
  public var claims: [Claim]
  /// Claims that dispute the answer.
  public var against: [Claim]
  /// What was not found, if so.
  public var note: String?
  /// Ids of the clashes between the claims; only there where there are some.
  public var clashes: [String] = []
  /// Whether no other words are to be looked for: who was asked about says nothing of it, or the
  /// question is a pattern.
  var isSettled = false
  /// How the answer was found, a step a line; not in the JSON, because it is for `--explain`.
  public var explanation: [String] = []

  public init(
    question: String, form: String, verdict: Verdict, answers: [Item] = [], claims: [Claim] = [],
    against: [Claim] = [], note: String? = nil, explanation: [String] = []
  ) {
    self.question = question
    self.form = form
    self.verdict = verdict
    self.answers = answers
    self.claims = claims
    self.against = against
    self.note = note
    self.explanation = explanation
  }

  enum CodingKeys: String, CodingKey {
    case question, form, verdict, answers, claims, against, note, clashes
  }

  // Written out, because a missing note must read `null` rather than be left out.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(question, forKey: .question)
    try c.encode(form, forKey: .form)
    try c.encode(verdict, forKey: .verdict)
    try c.encode(answers, forKey: .answers)
    try c.encode(claims, forKey: .claims)
    try c.encode(against, forKey: .against)
    try c.encode(note, forKey: .note)
    if !clashes.isEmpty { try c.encode(clashes, forKey: .clashes) }
  }
}

extension Answer {
  /// The best answers only, with the claims behind them and what is against.
  public func limited(to most: Int?) -> Answer {
    guard let most, answers.count > most else { return self }
    var out = self
    out.answers = Array(answers.prefix(most))
    let kept = Set(out.answers.flatMap(\.claims))
    let left = Set(answers.flatMap(\.claims)).subtracting(kept)
    out.claims = claims.filter { !left.contains($0.id) }
    return out
  }

  /// What stands for an answer where nothing of the question can be read.
  public static func notUnderstood(_ question: String) -> Answer {
    Answer(
      question: question, form: "none", verdict: .unknown,
      note: "the question's words are not understood")
  }

  /// The answer to a question that was mended first, which is said.
  func read(_ question: String, as mended: String) -> Answer {
    var out = self
    out.question = question
    out.note = ([note].compactMap { $0 } + ["read as “\(mended)”"]).joined(separator: "; ")
    return out
  }
}

/// Why a question got no answer at all.
public enum SearchError: Error, Equatable {
  case notUnderstood(question: String)
}

extension SearchError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notUnderstood(let question):
      "can't make out what \"\(question)\" asks; try \"Who leads in X?\", \"Does A R B?\","
        + " \"What do we know about X?\" or \"How is A connected to B?\""
    }
  }
}
