/// The word lists of `words.txt`, by name.
enum WordList {
  static let all: [String: Set<String>] = {
    let text = String(decoding: PackageResources.words_txt, as: UTF8.self)
    var lists: [String: Set<String>] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let rest = line[line.index(after: colon)...]
      // Entries of several words are divided by "|".
      let words = rest.split(separator: rest.contains("|") ? "|" : " ").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      lists[String(line[..<colon]), default: []].formUnion(words)
    }
    return lists
  }()

  static func has(_ list: String, _ word: String) -> Bool { all[list]?.contains(word) ?? false }

  /// The phrases of a list, the longest first.
  static func longestFirst(_ list: String) -> [String] {
    (all[list] ?? []).sorted { $0.count != $1.count ? $0.count > $1.count : $0 < $1 }
  }

  /// The kinds of the vocabulary that a category word means: "country" means state.
  static func kinds(meantBy word: String) -> Set<String> {
    Set(
      all.compactMap { name, words in
        name.hasPrefix("category-") && words.contains(word) ? String(name.dropFirst(9)) : nil
      })
  }
}
