/// The word lists of `words.txt` by name: lemmas and forms that rules look for.
struct WordLists: Sendable {
  private let lists: [String: Set<String>]

  /// Reads lines of `name: word, two words, …`; a line that starts with `#` is a comment.
  init(lines: String) {
    var sets: [String: Set<String>] = [:]
    for line in lines.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let words = line[line.index(after: colon)...].split(separator: ",").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      sets[String(line[..<colon]), default: []].formUnion(words)
    }
    lists = sets
  }

  /// The words of a list, none for a name that is not in the file.
  subscript(_ name: String) -> Set<String> { lists[name] ?? [] }

  static let builtIn = WordLists(
    lines: String(decoding: PackageResources.words_txt, as: UTF8.self))
}
