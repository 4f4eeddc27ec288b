/// How surely two phrases name the same thing.
struct EntityGate {
  static let alias = 0.95

  let words: Words

  /// Same subject or nothing: 1, or nil.
  func subject(_ a: MatchKey, _ b: MatchKey) -> Double? {
    !a.isEmpty && a.words == b.words ? 1 : nil
  }

  /// The same matter in more or fewer words, as long as both name the same product, law or firm.
  func matter(_ a: MatchKey, _ b: MatchKey) -> Double? {
    let x = content(a)
    let y = content(b)
    if a.words == b.words { return 1 }
    guard a.identifiers == b.identifiers, isOneState(a, b) else { return nil }
    if x == y, !x.isEmpty { return 1 }
    guard !a.identifiers.isEmpty else {
      return coversSpecific(x, y) ? 0.6 : nil
    }
    if x.isSubset(of: y) || y.isSubset(of: x) { return Self.alias }
    let shared = x.intersection(y).subtracting(a.identifiers).subtracting(words["general"])
    return !shared.isEmpty && Double(x.intersection(y).count) >= 0.5 * Double(x.union(y).count)
      ? Self.alias : nil
  }

  /// Whether a denial of `general` denies `instance`: no open model, hence not this one.
  func denial(of general: MatchKey, covers instance: MatchKey) -> Double? {
    if general.words == instance.words { return 1 }
    let x = content(general).subtracting(["model"])
    let y = content(instance).subtracting(["model"])
    guard general.identifiers.isSubset(of: instance.identifiers) else { return nil }
    if x.isEmpty { return x == y ? 1 : nil }
    if x == y { return 1 }
    return x.isSubset(of: y) && !x.isSubset(of: words["general"]) ? Self.alias : nil
  }

  private func isOneState(_ a: MatchKey, _ b: MatchKey) -> Bool {
    a.states.isSubset(of: b.states) || b.states.isSubset(of: a.states)
  }

  private func coversSpecific(_ x: Set<String>, _ y: Set<String>) -> Bool {
    let small = x.count <= y.count ? x : y
    let large = x.count <= y.count ? y : x
    return small.isSubset(of: large) && !small.isSubset(of: words["general"])
  }

  private func content(_ key: MatchKey) -> Set<String> {
    key.words.filter { !words["grade"].contains($0) && !words["universal"].contains($0) }
  }
}
