/// A name reduced to what matters when names are compared: case, hyphens, spaces, plurals,
/// possessives and articles are gone.
///
/// The one place where this is done, so that "Open-source model" and "open source models" are equal
/// everywhere or nowhere.
struct Phrase: Hashable, Sendable {
  let words: [String]

  init(_ text: String) {
    words = NumberWords.joined(Phrase.split(NumberWords.withoutCommas(text)))
      .filter { !Phrase.articles.contains($0) }.map(Phrase.singular).flatMap(Phrase.parts)
  }

  private static let articles = WordList.all["article"] ?? []

  init(words: [String]) { self.words = words }

  /// Equal for names that differ only in form; "opensource" is "open source".
  var key: String { words.joined() }

  /// The words that tell this topic from its neighbours, all of them when each is general.
  var core: [String] {
    let telling = words.filter {
      !WordList.has("general", $0) && !WordList.has("preposition", $0)
    }
    return telling.isEmpty ? words : telling
  }

  /// The words before the first preposition: "leaderboards" of "leaderboards for open models".
  var headPhrase: [String] {
    let head = Array(words.prefix { !WordList.has("preposition", $0) })
    return head.isEmpty ? words : head
  }

  func contains(run: [String]) -> Bool { index(of: run) != nil }

  /// Where the words stand in a row, first place.
  func index(of run: [String]) -> Int? {
    guard !run.isEmpty, run.count <= words.count else { return nil }
    return (0...(words.count - run.count)).first { Array(words[$0..<($0 + run.count)]) == run }
  }

  /// Lower-case words; "U.S." is one, "DeepSeek's" loses its ending, "GPT-4.5" keeps its point.
  static func split(_ text: String) -> [String] {
    var out: [String] = []
    for piece in text.lowercased().split(whereSeparator: { !isOfWord($0) }) {
      var word = String(piece)
      if word.contains(where: isApostrophe) {
        if word.hasSuffix("s"), word.dropLast().last.map(isApostrophe) ?? false {
          word.removeLast(2)
        }
        word.removeAll(where: isApostrophe)
      }
      if word.contains(".") {
        let parts = word.split(separator: ".")
        if parts.count > 1, parts.allSatisfy({ $0.count == 1 && $0.first?.isLetter == true }) {
          word = parts.joined()
        }
        while word.hasSuffix(".") { word.removeLast() }
        while word.hasPrefix(".") { word.removeFirst() }
      }
      if !word.isEmpty { out.append(word) }
    }
    return out
  }

  // Every name of a store goes through here, so ASCII takes a short way.
  private static func isOfWord(_ character: Character) -> Bool {
    if let ascii = character.asciiValue {
      return (0x61...0x7a).contains(ascii) || (0x30...0x39).contains(ascii) || ascii == 0x2e
        || ascii == 0x27
    }
    return character.isLetter || character.isNumber || isApostrophe(character)
  }

  private static func isApostrophe(_ character: Character) -> Bool {
    character == "'" || character == "\u{2019}"
  }

  /// A compound of a thing and what is done to it in two words: "chipmaking" is "chip making".
  static func parts(of word: String) -> [String] {
    for end in ["making", "maker"] where word.hasSuffix(end) && word.count >= end.count + 3 {
      return [String(word.dropLast(end.count)), end]
    }
    return [word]
  }

  static func singular(_ word: String) -> String {
    guard word.utf8.last == 0x73, word.count > 3 else { return word }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    for ending in ["ss", "us", "is"] where word.hasSuffix(ending) { return word }
    for ending in ["sses", "xes", "ches", "shes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }
}
