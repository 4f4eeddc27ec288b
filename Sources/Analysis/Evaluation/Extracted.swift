import Claims

/// What an extractor made of one passage, with what is needed to say why a claim went wrong.
public struct Extracted: Sendable {
  /// A claim and the rule that made it.
  public struct Made: Sendable {
    public var claim: Claim
    public var rule: String
    /// What the claim's confidence was reckoned from, by name.
    public var features: [String: Double]

    public init(claim: Claim, rule: String, features: [String: Double] = [:]) {
      self.claim = claim
      self.rule = rule
      self.features = features
    }
  }

  /// A clause that was found, by its predicate.
  public struct Clause: Sendable {
    /// The predicate as it stands and its lemma.
    public var words: [String]
    /// Why it made no claim; nil where it made one.
    public var silence: String?

    public init(words: [String], silence: String?) {
      self.words = words
      self.silence = silence
    }
  }

  /// The passage's sentences, verbatim.
  public var sentences: [String]
  public var clauses: [Clause]
  public var made: [Made]

  public init(sentences: [String] = [], clauses: [Clause] = [], made: [Made]) {
    self.sentences = sentences
    self.clauses = clauses
    self.made = made
  }
}
