/// How a claim bears on a hypothesis, as a person sees it.
public enum Rating: String, Codable, Sendable, CaseIterable {
  case veryConsistent = "CC"
  case consistent = "C"
  case neutral = "N"
  case inconsistent = "I"
  case veryInconsistent = "II"
  case notApplicable = "NA"

  /// From 2 for to 2 against; nil where the claim says nothing of it.
  public var value: Int? {
    switch self {
    case .veryConsistent: 2
    case .consistent: 1
    case .neutral: 0
    case .inconsistent: -1
    case .veryInconsistent: -2
    case .notApplicable: nil
    }
  }

  /// What it adds against the hypothesis: what fits it counts nothing, because it may fit others too.
  public var inconsistency: Int { max(0, -(value ?? 0)) }
}

/// A claim that bears on a hypothesis, as `kg` sees it.
public struct Proposal: Codable, Hashable, Sendable {
  public enum Side: String, Codable, Sendable {
    case `for`, against, open
  }

  /// Its id.
  public var claim: String
  public var side: Side

  public init(_ claim: String, _ side: Side) {
    self.claim = claim
    self.side = side
  }
}

/// The seven terms of ICD 203 for how likely something is, each for a range of chances.
public enum Likelihood: String, Codable, Sendable, CaseIterable {
  case almostNoChance = "almost no chance"
  case veryUnlikely = "very unlikely"
  case unlikely
  case roughlyEvenChance = "roughly even chance"
  case likely
  case veryLikely = "very likely"
  case almostCertain = "almost certain"

  /// In percent.
  public var range: String {
    switch self {
    case .almostNoChance: "1–5 %"
    case .veryUnlikely: "5–20 %"
    case .unlikely: "20–45 %"
    case .roughlyEvenChance: "45–55 %"
    case .likely: "55–80 %"
    case .veryLikely: "80–95 %"
    case .almostCertain: "95–99 %"
    }
  }
}

/// How well founded a judgment is, apart from how likely it says something is.
public enum Confidence: String, Codable, Sendable, CaseIterable {
  case low, moderate, high
}

/// What an analyst thinks of a hypothesis on a day, and what that rests on.
public struct Judgment: Codable, Hashable, Sendable {
  /// `H1`.
  public var hypothesis: String
  public var likelihood: Likelihood
  public var confidence: Confidence
  /// The claims, as they stood then.
  public var because: [Footing]
  /// `A1` and so on.
  public var assumptions: [String]
  public var note: String?

  public init(
    _ hypothesis: String, _ likelihood: Likelihood, _ confidence: Confidence,
    because: [Footing], assumptions: [String], note: String?
  ) {
    self.hypothesis = hypothesis
    self.likelihood = likelihood
    self.confidence = confidence
    self.because = because
    self.assumptions = assumptions
    self.note = note
  }
}
