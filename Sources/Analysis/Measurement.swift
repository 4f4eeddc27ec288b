import Claims

/// An amount with the senses of all the words that say of what, wherever in the claim they stand.
///
/// "Fjordchip | delivers | 500 lenses" and "Fjordchip's lens deliveries | come to | 400" measure one
/// thing in two grammars, so that comparing subject with subject would tell nothing.
struct Measurement: Sendable {
  var quantity: Quantity
  /// The known names in it.
  var names: Set<String>
  /// The other words, each as the sense that stands for all of its kind.
  var senses: Set<String>
  /// Words written like names, whether known or not.
  var capitals: Set<String>
  /// Of the names those of firms.
  var firms: Set<String>
  /// Whether it is said to be of the whole.
  var isTotal = false

  /// That of the object, and that of the subject; none where a claim counts nothing.
  static func all(in matter: Matter, keys: MatchKeys) -> [Measurement] {
    guard matter.isPositive else { return [] }
    var found: [Measurement] = []
    func add(_ quantity: Quantity, beside other: MatchKey) {
      let own = keys.key(quantity.rest.joined(separator: " "))
      let parts = [own, other] + [matter.scope].compactMap(\.self)
      found.append(
        Measurement(
          quantity, parts, of: matter.relationWords, unit: quantity.unit, keys: keys,
          product: matter.claim.scope))
    }
    if let amount = matter.amount { add(amount, beside: matter.subject) }
    if let count = Quantity(in: matter.claim.subject) { add(count, beside: matter.object) }
    return found
  }

  private init(
    _ quantity: Quantity, _ parts: [MatchKey], of relation: [String], unit: String?,
    keys: MatchKeys, product: String?
  ) {
    let words = keys.words
    self.quantity = quantity
    names = parts.reduce(into: []) { $0.formUnion($1.identifiers.union($1.states)) }
    capitals = parts.reduce(into: []) { $0.formUnion($1.capitals) }
    // A scope doesn't begin a sentence, so that its capital is a name's.
    if let first = product?.split(separator: " ").first, first.startsWithCapital {
      capitals.formUnion(rawWords(String(first)).map(stem))
    }
    firms = names.filter { words["firmlike"].contains(keys.kind(of: $0) ?? "") }
    let said = relation.filter { !words["stop"].contains($0) }.map(stem)
    var senses: Set<String> = []
    for token in parts.flatMap(\.tokens) + said where !names.contains(token) {
      guard Int(token) == nil, !words["month"].contains(token) else { continue }
      if let sense = words.sense(token, of: unit) {
        senses.insert(sense)
      } else if !Self.idle.contains(where: { words[$0].contains(token) }) {
        senses.insert(token)
      }
    }
    self.senses = senses.subtracting([Words.noSense])
    isTotal = parts.contains { $0.tokens.contains { words["widening"].contains($0) } }
  }

  /// Words that an amount is the same without.
  private static let idle = [
    "container", "grade", "worldwide", "universal", "general", "widening", "light", "idle measure",
  ]

  /// Names of things that the vocabulary doesn't know.
  var products: Set<String> { capitals.intersection(senses) }

  /// Whether both name the same, or the same product and one of them its maker too.
  private func areOfOneName(_ other: Measurement) -> Bool {
    let apart = names.symmetricDifference(other.names)
    let products = capitals.union(other.capitals).intersection(senses).intersection(other.senses)
    let known = names.intersection(other.names).subtracting(firms)
    return apart.isEmpty
      || !(products.isEmpty && known.isEmpty) && apart.isSubset(of: firms.union(other.firms))
  }

  /// How surely the two measure one thing; nil where they don't, or may not.
  func sameness(_ other: Measurement) -> Double? {
    guard quantity.unit == other.quantity.unit, areOfOneName(other), !senses.isEmpty else {
      return nil
    }
    // The whole may be more than what is counted elsewhere, but not less.
    if isTotal != other.isTotal {
      let (whole, part) = isTotal ? (self, other) : (other, self)
      guard whole.quantity.interval.upperBound < part.quantity.interval.lowerBound else {
        return nil
      }
    }
    if senses == other.senses { return names.isEmpty && senses.count < 2 ? nil : 1 }
    // Of shares, one word more says which; of amounts it may say of which part.
    let apart = senses.symmetricDifference(other.senses)
    guard quantity.unit == "%", apart.count == 1, senses.intersection(other.senses).count > 1,
      apart.isDisjoint(with: capitals.union(other.capitals))
    else { return nil }
    return EntityGate.overlap
  }
}
