/// "Is faster than", "is less open than", "is as cheap as": by which quality, and who has more of it.
struct Comparison: Sendable, Hashable {
  enum Order: Sendable { case more, less, equal }

  var quality: String
  var order: Order

  /// Of the raw words of a relation.
  init?(_ words: [String]) {
    guard words.count > 2, words.first == "is" else { return nil }
    let said = Array(words[1..<words.count - 1].drop { ["far", "much", "even"].contains($0) })
    switch words.last {
    case "than":
      if said.count > 1, said[0] == "more" || said[0] == "less" {
        quality = said.dropFirst().joined(separator: " ")
        order = said[0] == "more" ? .more : .less
      } else if said.count == 1, let base = Self.positive(of: said[0]) {
        quality = base
        order = .more
      } else {
        return nil
      }
    case "as" where said.count > (said.first == "as" ? 1 : 0):
      quality = said.drop { $0 == "as" }.joined(separator: " ")
      order = .equal
    default: return nil
    }
    // Slower is less fast.
    let common = Opposites.builtIn.first(of: stem(quality))
    if common != stem(quality), order != .equal { order = order == .more ? .less : .more }
    quality = common
  }

  /// The adjective of a comparative: "cheaper" and "bigger" without their ending.
  private static func positive(of word: String) -> String? {
    guard word.hasSuffix("er"), word.count > 4 else { return nil }
    var base = String(word.dropLast(2))
    if base.hasSuffix("i") { return base.dropLast() + "y" }
    if base.count > 3, base.last == base.dropLast().last, base.last != "l" { base.removeLast() }
    return base
  }

  /// "Dexterity" is the measure of "dexterous": they begin with the same five letters.
  func isMeasured(by noun: String) -> Bool { start.map(noun.hasPrefix) ?? false }

  /// What the names of its measure begin with; nil where it is too short to tell.
  var start: String? { quality.utf8.count < 5 ? nil : String(quality.prefix(5)) }

  /// Whether both can hold of the same two, the second's turned round when they are named so.
  func excludes(_ other: Comparison, swapped: Bool) -> Bool {
    // "As fast as" says the same both ways.
    if order == .equal || other.order == .equal { return order != other.order }
    return (order == other.order) == swapped
  }
}
