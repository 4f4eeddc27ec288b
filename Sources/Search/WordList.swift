/// The word lists of `words.txt`, by name.
enum WordList {
  static let all: [String: Set<String>] = {
    let text = String(decoding: PackageResources.words_txt, as: UTF8.self)
    var lists: [String: Set<String>] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let words = line[line.index(after: colon)...].split(separator: " ").map(String.init)
      lists[String(line[..<colon]), default: []].formUnion(words)
    }
    return lists
  }()

  static func has(_ list: String, _ word: String) -> Bool { all[list]?.contains(word) ?? false }

  /// The kinds of the vocabulary that a category word means: "country" means state.
  static func kinds(meantBy word: String) -> Set<String> {
    Set(
      all.compactMap { name, words in
        name.hasPrefix("category-") && words.contains(word) ? String(name.dropFirst(9)) : nil
      })
  }
}
