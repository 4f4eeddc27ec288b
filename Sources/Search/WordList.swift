/// The word lists of `words.txt`, by name.
enum WordList {
  static let all: [String: Set<String>] = {
    var lists: [String: Set<String>] = [:]
    // Bytes rather than characters, because every question waits for this.
    let (space, bar) = (UInt8(ascii: " "), UInt8(ascii: "|"))
    for line in PackageResources.words_txt.split(separator: UInt8(ascii: "\n"))
    where line.first != UInt8(ascii: "#") {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let rest = line[(colon + 1)...]
      // Entries of several words are divided by "|".
      let words = rest.split(separator: rest.contains(bar) ? bar : space).map {
        String(
          decoding: Array($0.split(separator: space).joined(separator: [space])), as: UTF8.self)
      }
      lists[String(decoding: line[..<colon], as: UTF8.self), default: []].formUnion(words)
    }
    return lists
  }()

  static func has(_ list: String, _ word: String) -> Bool { all[list]?.contains(word) ?? false }

  /// Whether a phrase says how it hangs on what was said before it: "for legal reasons".
  static func beginsWithPreposition(_ phrase: String) -> Bool {
    has("preposition", phrase.prefix { $0 != " " }.lowercased())
  }

  /// The phrases of a list, the longest first.
  static func longestFirst(_ list: String) -> [String] { sorted[list] ?? [] }

  private static let sorted: [String: [String]] = all.mapValues { words in
    words.sorted { a, b in
      let (x, y) = (a.utf8.count, b.utf8.count)
      return x != y ? x > y : a < b
    }
  }

  /// The kinds of the vocabulary that a category word means: "country" means state.
  static func kinds(meantBy word: String) -> Set<String> { kinds[word] ?? [] }

  private static let kinds: [String: Set<String>] = {
    var kinds: [String: Set<String>] = [:]
    for (name, words) in all where name.hasPrefix("category-") {
      for word in words { kinds[word, default: []].insert(String(name.dropFirst(9))) }
    }
    return kinds
  }()
}
