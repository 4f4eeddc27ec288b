/// Mends words that are one slip away from a word the store or the vocabulary knows.
///
/// Only asked when a question found nothing, because a word may be new rather than wrong.
struct Spelling {
  private let words: Set<String>
  private let byLength: [Int: [String]]

  init(names: some Sequence<String>) {
    var words = Set<String>()
    for name in names {
      for word in Phrase.split(name) where word.count >= 4 { words.insert(word) }
    }
    self.words = words
    byLength = Dictionary(grouping: words.sorted(), by: \.count)
  }

  /// The text with such words replaced, nil where nothing had to be.
  func mended(_ text: String) -> String? {
    var changed = false
    let out = text.split(separator: " ").map { piece -> String in
      let word = piece.lowercased().filter { $0.isLetter || $0 == "-" }
      guard word.count >= 5, !knows(word), let near = neighbour(of: word) else {
        return String(piece)
      }
      changed = true
      return String(piece).lowercased().replacing(word, with: near)
    }
    return changed ? out.joined(separator: " ") : nil
  }

  private func knows(_ word: String) -> Bool {
    words.contains(word) || words.contains(Phrase.singular(word)) || words.contains(word + "s")
  }

  /// The only word at distance one, by letters left out, added, changed or swapped.
  private func neighbour(of word: String) -> String? {
    let near = (word.count - 1...word.count + 1).flatMap { byLength[$0] ?? [] }.filter {
      Self.isOneSlip(Array(word), Array($0))
    }
    let stems = Set(near.map(Phrase.singular))
    return stems.count == 1 ? near.first : nil
  }

  static func isOneSlip(_ a: [Character], _ b: [Character]) -> Bool {
    let prefix = zip(a, b).prefix { $0 == $1 }.count
    let restA = Array(a[prefix...])
    let restB = Array(b[prefix...])
    if restA.count == restB.count {
      if restA.dropFirst() == restB.dropFirst() { return true }
      return restA.count >= 2 && restA[0] == restB[1] && restA[1] == restB[0]
        && restA.dropFirst(2) == restB.dropFirst(2)
    }
    return restA.count + 1 == restB.count
      ? restA[...] == restB.dropFirst()
      : restB.count + 1 == restA.count && restB[...] == restA.dropFirst()
  }
}
