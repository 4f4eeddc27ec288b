import Claims

/// How far two claims hold of the same segment, measure and place.
struct ScopeGate {
  static let unstated = 0.6
  static let narrower = 0.6
  static let narrowerField = 0.3

  let words: Words

  /// 1 for one scope, 0.6 where one states none or a narrower one, 0 where they differ.
  func value(_ a: MatchKey?, _ b: MatchKey?) -> Double {
    let a = content(a)
    let b = content(b)
    if a == b { return 1 }
    if a.isEmpty || b.isEmpty { return Self.unstated }
    return a.isSubset(of: b) || b.isSubset(of: a) ? Self.narrower : 0
  }

  /// The same for the fields of a lead, where a narrower field says little of the wider one.
  func value(_ a: Field?, _ b: Field?) -> Double {
    guard let a, let b else { return a == nil && b == nil ? 1 : Self.unstated }
    if a.isVague || b.isVague { return Self.narrowerField }
    if a.specific == b.specific {
      // "AI" and "frontier models" both mean the whole, but not in the same words.
      return !a.specific.isEmpty || a.all == b.all ? 1 : Self.unstated
    }
    return a.specific.isSubset(of: b.specific) || b.specific.isSubset(of: a.specific)
      ? Self.narrowerField : 0
  }

  /// What a scope names, without what leaves it as wide as it was.
  func content(_ key: MatchKey?) -> Set<String> {
    (key?.words ?? []).filter {
      !words["worldwide"].contains($0) && !words["universal"].contains($0)
        && !words["idle scope"].contains($0)
    }
  }
}

/// By what measure, or on what condition, a claim holds as its scope says: "by value", "per head", "when idle".
///
/// Whoever is ahead by value may be behind by units, and before a deal one holds another share than after it.
struct Basis: Hashable {
  private let words: Set<String>

  private static let measures: Set<String> = [
    "by", "per", "when", "before", "after", "measured", "counted", "counting", "judged", "judging",
    "weighed", "ranked", "rated", "adjusted", "compared",
  ]
  private static let distances = Set(
    ["year", "month", "week", "day", "hour", "decade", "generation", "point", "percent", "margin"]
      .map(stem))
  private static let phrases: Set<String> = [
    "in total", "in dollars", "in euros", "in yuan", "in units", "in absolute", "in aggregate",
    "as a share", "as a proportion",
  ]

  init(scope: String?) {
    guard let scope else {
      words = []
      return
    }
    let parts = scope.lowercased().replacing(", ", with: ";").split(separator: ";")
    words = parts.reduce(into: []) { found, part in
      let said = String(part).spaced
      guard said.count > 1,
        Self.measures.contains(said[0])
          || Self.phrases.contains(said.prefix(2).joined(separator: " "))
          || Self.phrases.contains(said.prefix(3).joined(separator: " ")),
        // "By a third", "by several months", "by 2027" is how far, or when.
        !["a", "an", "far", "wide", "some"].contains(said[1]), Quantity(in: String(part)) == nil,
        !said.contains(where: { Self.distances.contains(stem($0)) }),
        Interval.stated(String(part)) == nil
      else { return }
      found.formUnion(said.map(stem))
    }
  }

  /// 1 for one basis, 0.6 where only one states it or states it more nearly, 0 for two.
  func value(_ other: Basis) -> Double {
    if words == other.words { return 1 }
    return words.isSubset(of: other.words) || other.words.isSubset(of: words)
      ? ScopeGate.unstated : 0
  }
}
