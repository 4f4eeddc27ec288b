/// The word lists of `words.txt` by name: lemmas and forms that rules look for.
struct WordLists: Sendable {
  private let lists: [String: Set<String>]

  /// Reads lines of `name: word, two words, …`; a line that starts with `#` is a comment.
  init(lines: String) {
    var sets: [String: Set<String>] = [:]
    // Bytes rather than characters, because every short command waits for this.
    let space = UInt8(ascii: " ")
    for line in lines.utf8.split(separator: UInt8(ascii: "\n"))
    where line.first != UInt8(ascii: "#") {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let words = line[colon...].dropFirst().split(separator: UInt8(ascii: ",")).map {
        String(
          decoding: Array($0.split(separator: space).joined(separator: [space])), as: UTF8.self)
      }
      sets[String(decoding: line[..<colon], as: UTF8.self), default: []].formUnion(words)
    }
    lists = sets
  }

  /// The words of a list, none for a name that is not in the file.
  subscript(_ name: String) -> Set<String> { lists[name] ?? [] }

  static let builtIn = WordLists(
    lines: String(decoding: PackageResources.words_txt, as: UTF8.self))
}
