/// Verbs that can't be said of one thing at a time, with all that mean the same as either.
///
/// Lines of senses rather than pairs of words, because a text that denies another seldom takes the
/// very opposite of its word: who "admits" is set against who "turns away" and who "shuts out".
struct Contraries: Sendable {
  /// One of the two senses that a line sets against each other.
  struct Side: Sendable, Hashable {
    var line: Int
    var isSecond: Bool

    var opposite: Side { Side(line: line, isSecond: !isSecond) }
    var name: String { "\(line)" + (isSecond ? "b" : "a") }
  }

  private var sides: [String: Set<Side>] = [:]

  static let builtIn = Contraries(
    String(decoding: PackageResources.contraries_txt, as: UTF8.self))

  init(_ text: String) {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    for (n, line) in lines.enumerated() {
      for (place, part) in line.split(separator: "|").enumerated() {
        for phrase in part.split(separator: ";") {
          sides[Self.key(String(phrase)), default: []]
            .insert(Side(line: n, isSecond: place == 1))
        }
      }
    }
  }

  /// The senses of a relation: "turns away" is in the line of those that exclude.
  func sides(of relation: String) -> Set<Side> { sides[Self.key(relation)] ?? [] }

  private static let irregular = [
    "is": "be", "are": "be", "has": "have", "does": "do", "goes": "go",
  ]

  private static func key(_ phrase: String) -> String {
    var words = rawWords(phrase)
    if let first = words.first, let base = irregular[first] { words[0] = base }
    return words.map(stem).joined(separator: " ")
  }
}
