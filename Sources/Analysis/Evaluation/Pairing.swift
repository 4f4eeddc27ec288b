/// One claim of the extractor beside one of the gold.
struct Pairing: Sendable {
  var made: Int
  var gold: Int
  var scores: SlotScores
}

extension [Pairing] {
  /// The pairs that pass, one to one, the best first; of equals the earlier.
  func best(by key: (SlotScores) -> Double, where passes: (SlotScores) -> Bool) -> [Pairing] {
    var made: Set<Int> = []
    var gold: Set<Int> = []
    let ranked = enumerated().filter { passes($0.element.scores) }.sorted {
      let (a, b) = (key($0.element.scores), key($1.element.scores))
      return a == b ? $0.offset < $1.offset : a > b
    }
    return ranked.map(\.element).filter {
      guard !made.contains($0.made), !gold.contains($0.gold) else { return false }
      made.insert($0.made)
      gold.insert($0.gold)
      return true
    }
  }
}
