import Claims

/// How many of a group a phrase speaks of, as the share of it for which the claim holds.
struct Quantifier: Sendable, Hashable {
  var share: ClosedRange<Double>
  /// The phrase without its quantifier.
  var rest: String
  /// Whether an amount says so, rather than a word.
  var isAmount = false

  private static let least = 1e-6
  /// At least one, and not every one: what a bare name and its denial leave sure.
  static let some: ClosedRange<Double> = least...1
  static let notAll: ClosedRange<Double> = 0...(1 - least)
  private static let shares: [(name: String, share: ClosedRange<Double>)] = [
    ("none", 0...0), ("notall", 0...(1 - least)), ("all", 1...1), ("nearly", 0.85...1),
    ("most", (0.5 + least)...1), ("few", least...(0.5 - least)), ("some", least...1),
  ]

  /// The word classes that have a share.
  static var classes: [String] { shares.map(\.name) }

  init(share: ClosedRange<Double>, rest: String) {
    self.share = share
    self.rest = rest
  }

  /// Nil for a bare name: "chips" may be all of them or some.
  init?(_ phrase: String, words: Words) {
    let parts = phrase.spaced
    // "Weights of every model" is as much of all as "every model's weights".
    let starts = parts.indices.filter { $0 == 0 || Self.joins.contains(parts[$0 - 1].lowercased()) }
    for start in starts where words.quantifierStarts.contains(parts[start].lowercased()) {
      for length in stride(from: min(4, parts.count - start), through: 1, by: -1) {
        let said = parts[start..<start + length].joined(separator: " ").lowercased()
        guard let found = Self.shares.first(where: { words.phrase(said, isIn: $0.name) }) else {
          continue
        }
        // "No more than 30 megawatts" is an amount, not none.
        let next = parts[(start + length)...].first?.lowercased() ?? ""
        if found.name == "none", ["more", "less", "fewer"].contains(next) { continue }
        share = found.share
        var rest = parts[(start + length)...]
        // "Every lens it made" is of its lenses.
        if let clause = rest.dropFirst().firstIndex(where: { Self.persons.contains($0) }) {
          rest = rest[..<clause]
        }
        self.rest = (parts[..<start] + rest).joined(separator: " ")
        return
      }
    }
    guard let amount = Quantity(in: phrase), let next = amount.rest.first else { return nil }
    // "Two labs" are some; the first number of "Three Gorges" is a name's.
    if amount.unit == nil, next.first?.isLowercase ?? false, amount.value > 0,
      phrase.hasSuffix(amount.rest.drop { $0.lowercased() == "the" }.joined(separator: " "))
    {
      share = Self.some
      rest = amount.rest.joined(separator: " ")
      return
    }
    guard amount.unit == "%", next == "of" else { return nil }
    let interval = amount.interval
    share = max(0, min(1, interval.lowerBound / 100))...max(0, min(1, interval.upperBound / 100))
    rest = amount.rest.joined(separator: " ")
    isAmount = true
  }

  private static let persons: Set<String> = ["it", "they", "he", "she", "we"]
  private static let joins: Set<String> = ["of", "for", "on", "from"]

  /// After a denial "any" is none.
  static func isAny(_ phrase: String) -> Bool {
    phrase.lowercased().hasPrefix("any ")
  }

  /// What of which there is not a single one: "single visa" of a denial is any visa.
  static func single(_ phrase: String) -> String? {
    let start = ["a single ", "single "].first { phrase.lowercased().hasPrefix($0) }
    return start.map { String(phrase.dropFirst($0.count)) }
  }

  /// The same said not to hold: "all … not" leaves room for some, so only the outer ends are sure.
  var denied: Quantifier {
    var other = self
    switch share {
    case 1...1: other.share = 0...(1 - Self.least)
    case 0...0: other.share = 0...0
    default:
      other.share = max(0, 1 - share.upperBound)...min(1, 1 - share.lowerBound)
    }
    return other
  }
}
