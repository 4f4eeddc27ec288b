/// An amount as a text puts it: "just under six million dollars", "15 to 20 percent", "half of …".
///
/// Shares in words are percentages, because "half" and "50 %" say the same; currencies are never
/// turned into one another. Read by word lists (`quantities.txt`) rather than by a grammar of
/// numbers, so that a new unit needs no code.
public struct Quantity: Sendable, Hashable {
  /// How the words before an amount limit it.
  public enum Bound: String, Codable, Sendable, CaseIterable {
    case exact, about, over, under
    case atLeast = "at_least"
    case upTo = "up_to"
    case justUnder = "just_under"
    case justOver = "just_over"
  }

  public var value: Double
  /// The upper end of a range, nil where one number is given.
  public var upper: Double?
  public var bound: Bound
  /// USD, EUR, CNY, %, percentage points, W, m, FLOP, token, year, times; nil for a plain count.
  public var unit: String?
  /// The words beside it, in their order: "of power capacity".
  public var rest: [String]

  /// The first amount in a text, nil where there is none; a date or a name's number is no amount.
  public init?(in text: String) {
    // Most phrases have none; to tell is much quicker than to read them.
    guard QuantityWords.builtIn.mayCount(in: text), let found = QuantityReader(text).first() else {
      return nil
    }
    self = found
  }

  init(value: Double, upper: Double?, bound: Bound, unit: String?, rest: [String]) {
    self.value = value
    self.upper = upper
    self.bound = bound
    self.unit = unit
    self.rest = rest
  }

  /// All that the words leave room for: "about" a sixth either way, a bare number its rounding.
  public var interval: ClosedRange<Double> {
    let top = upper ?? value
    switch bound {
    case .exact: return value * 0.9...top * 1.1
    case .about: return value * 0.85...top * 1.15
    case .over: return value...Double.infinity
    case .atLeast: return value...Double.infinity
    case .under, .upTo: return 0...top
    case .justUnder: return value * 0.85...top
    case .justOver: return value...top * 1.15
    }
  }

  /// Whether it is of a currency, which goes by three letters.
  public var isMoney: Bool { unit.map { $0.count == 3 && $0.allSatisfy(\.isUppercase) } ?? false }

  /// Whether both can be right: units that can't be compared never disagree.
  public func canAgree(with other: Quantity) -> Bool {
    unit != other.unit || interval.overlaps(other.interval)
  }
}

extension Quantity: Encodable {
  enum CodingKeys: String, CodingKey { case value, upper, bound, unit }

  // Written out, because a missing value must read `null` rather than be left out.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(value, forKey: .value)
    try c.encode(upper, forKey: .upper)
    try c.encode(bound, forKey: .bound)
    try c.encode(unit, forKey: .unit)
  }
}

extension Claim {
  /// The amount of the object, or else of the scope.
  public var quantity: Quantity? { Quantity(in: object) ?? scope.flatMap { Quantity(in: $0) } }
}
