/// How far a source and one of its claims are trusted, in the Admiralty code: `B2`.
///
/// A letter and a digit that are judged apart, because a reliable source can be wrong and a poor one right.
public struct Grade: Codable, Hashable, Sendable, CustomStringConvertible {
  /// `A` reliable to `E` unreliable; `F` not judged.
  public var source: String
  /// `1` confirmed to `5` improbable; `6` not judged.
  public var claim: String

  public static let unjudged = Grade(source: "F", claim: "6")

  public init(source: String, claim: String) {
    self.source = source
    self.claim = claim
  }

  /// `B2`; nil for anything else.
  public init?(_ code: String) {
    guard code.count == 2, let letter = What.source.grade(String(code.prefix(1))),
      let digit = What.claim.grade(String(code.suffix(1)))
    else { return nil }
    self.init(source: letter, claim: digit)
  }

  /// What is graded: a source as a whole, or one claim.
  public enum What: String, Codable, Sendable, CaseIterable {
    case source, claim

    /// The grades there are, the best first, with what each means.
    public var scale: [(grade: String, means: String)] {
      switch self {
      case .source:
        [
          ("A", "reliable"), ("B", "usually reliable"), ("C", "fairly reliable"),
          ("D", "not usually reliable"), ("E", "unreliable"), ("F", "not judged"),
        ]
      case .claim:
        [
          ("1", "confirmed"), ("2", "probably true"), ("3", "possibly true"), ("4", "doubtful"),
          ("5", "improbable"), ("6", "not judged"),
        ]
      }
    }

    /// The grade as it is kept: `b` is `B`.
    public func grade(_ text: String) -> String? {
      let text = text.uppercased()
      return scale.contains { $0.grade == text } ? text : nil
    }
  }

  /// `usually reliable source, probably true`.
  public var words: String {
    func means(_ what: What, _ grade: String) -> String {
      what.scale.first { $0.grade == grade }?.means ?? ""
    }
    let source = means(.source, source) + " source"
    return (source.hasPrefix("not judged") ? "source not judged" : source) + ", "
      + means(.claim, claim)
  }

  /// From 0 to 1, for ranking; what is not judged stands in the middle.
  public var weight: Double {
    func weight(_ what: What, _ grade: String) -> Double {
      let place = what.scale.firstIndex { $0.grade == grade } ?? 5
      return [1, 0.9, 0.75, 0.4, 0.1, 0.65][place]
    }
    return weight(.source, source) * weight(.claim, claim)
  }

  public var description: String { source + claim }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let grade = Grade(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no grade")
    }
    self = grade
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// What a person said of a source or claim on a day; a later one of the same takes its place.
public struct Grading: Codable, Hashable, Sendable {
  public var what: Grade.What
  /// Name of the source, or id of the claim.
  public var name: String
  public var grade: String
  public var because: String?
  public var at: String

  public init(_ what: Grade.What, _ name: String, _ grade: String, because: String?, at: String) {
    self.what = what
    self.name = name
    self.grade = grade
    self.because = because
    self.at = at
  }
}
