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
