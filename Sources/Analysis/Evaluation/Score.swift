/// How much was found, how much was made and how much there was to find.
public struct Score: Sendable, Hashable {
  public var matched = 0
  public var made = 0
  public var gold = 0

  public init(matched: Int = 0, made: Int = 0, gold: Int = 0) {
    self.matched = matched
    self.made = made
    self.gold = gold
  }

  public var precision: Double { made == 0 ? 0 : Double(matched) / Double(made) }
  public var recall: Double { gold == 0 ? 0 : Double(matched) / Double(gold) }
  public var f1: Double {
    matched == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  static func + (a: Score, b: Score) -> Score {
    Score(matched: a.matched + b.matched, made: a.made + b.made, gold: a.gold + b.gold)
  }
}

/// How often something was right.
public struct Share: Sendable, Hashable {
  public var right = 0
  public var of = 0

  public var value: Double { of == 0 ? 0 : Double(right) / Double(of) }
}
