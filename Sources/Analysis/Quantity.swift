/// A quantity in words or figures: "just under six million dollars", "half of the world's …".
struct Quantity: Sendable, Hashable {
  var low: Double
  var high: Double
  /// "$", "%", "gigawatt", "fraction"; empty for a plain count.
  var unit: String
  /// The words that aren't part of the quantity.
  var rest: String

  func overlaps(_ other: Quantity) -> Bool { low <= other.high && other.low <= high }

  private static let figures: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "twenty": 20, "fifty": 50, "hundred": 100,
  ]
  private static let factors: [String: Double] = [
    "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "bn": 1e9, "billion": 1e9, "b": 1e9,
    "trillion": 1e12,
  ]
  private static let fractions: [String: Double] = [
    "half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1,
  ]
  private static let units: [String: String] = [
    "dollar": "$", "usd": "$", "euro": "€", "percent": "%", "gigawatt": "gigawatt",
    "gw": "gigawatt", "megawatt": "megawatt", "token": "token", "parameter": "parameter",
    "year": "year", "month": "month", "day": "day", "nanometre": "nm", "nm": "nm",
  ]
  private static let hedges: Set<String> = [
    "just", "over", "more", "than", "under", "fewer", "less", "nearly", "almost", "about",
    "roughly", "around", "approximately", "least", "most", "at", "up", "some", "below", "above",
  ]

  init?(_ text: String) {
    let words = rawWords(text)
    var value: Double?
    var unit = text.contains("$") ? "$" : text.contains("€") ? "€" : text.contains("%") ? "%" : ""
    var hedged: Set<String> = []
    var rest: [String] = []
    for word in words {
      if value == nil, let number = Self.number(word) {
        value = number
      } else if let factor = Self.factors[word], let number = value {
        value = number * factor
      } else if let fraction = Self.fractions[word], value == nil || value == 1 {
        value = fraction
        unit = "fraction"
      } else if let name = Self.units[word] ?? Self.units[stem(word)], value != nil {
        unit = name
      } else if Self.hedges.contains(word), rest.isEmpty {
        hedged.insert(word)
      } else {
        rest.append(word)
      }
    }
    guard let value, !rest.contains(where: Self.isYearWord) else { return nil }
    self.unit = unit
    self.rest = rest.joined(separator: " ")
    let near = hedged.contains("just")
    if !hedged.isDisjoint(with: ["under", "fewer", "less", "below"]) {
      (low, high) = (near ? value * 0.85 : 0, value)
    } else if hedged.contains("nearly") || hedged.contains("almost") {
      (low, high) = (value * 0.85, value)
    } else if !hedged.isDisjoint(with: ["over", "more", "above"])
      || hedged.isSuperset(of: ["at", "least"])
    {
      (low, high) = (value, near ? value * 1.15 : .infinity)
    } else {
      (low, high) = (value * 0.9, value * 1.1)
    }
  }

  private static func number(_ word: String) -> Double? {
    if let plain = Double(word) ?? figures[word] { return plain }
    // "5.6m" and "400k" carry their factor.
    guard let last = word.last, let number = Double(word.dropLast()) else { return nil }
    return factors[String(last)].map { number * $0 }
  }

  private static func isYearWord(_ word: String) -> Bool {
    [
      "january", "february", "march", "april", "june", "july", "august", "september", "october",
      "november", "december",
    ].contains(word)
  }
}
