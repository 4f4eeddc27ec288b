/// A name reduced to what matters when names are compared: case, hyphens, spaces, plurals,
/// possessives and articles are gone.
///
/// The one place where this is done, so that "Open-source model" and "open source models" are equal
/// everywhere or nowhere.
struct Phrase: Hashable, Sendable {
  let words: [String]

  init(_ text: String) {
    let all = NumberWords.joined(Phrase.split(NumberWords.withoutCommas(text)))
    var words: [String] = []
    words.reserveCapacity(all.count)
    for word in all where !Phrase.articles.contains(word) {
      words += Phrase.parts(of: Phrase.singular(word))
    }
    self.words = words
  }

  static let articles = WordList.all["article"] ?? []

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
    var text = text
    if let words = text.withUTF8(plainWords) { return words }
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

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "." || isApostrophe(character)
  }

  /// The same for a text of ASCII only, nil for another: names and passages by the thousand go through
  /// here.
  private static func plainWords(_ text: UnsafeBufferPointer<UInt8>) -> [String]? {
    var out: [String] = []
    var word: [UInt8] = []
    for place in 0...text.count {
      let byte = place < text.count ? text[place] : 0
      if byte >= 0x80 { return nil }
      switch byte {
      case 0x61...0x7a, 0x30...0x39, 0x2e, 0x27: word.append(byte)
      case 0x41...0x5a: word.append(byte | 0x20)
      default:
        if word.isEmpty { continue }
        if let plain = plain(word) { out.append(plain) }
        word.removeAll(keepingCapacity: true)
      }
    }
    return out
  }

  private static func plain(_ piece: [UInt8]) -> String? {
    guard piece.contains(where: { $0 == 0x2e || $0 == 0x27 }) else {
      return String(decoding: piece, as: UTF8.self)
    }
    var word = piece
    if word.suffix(2) == [0x27, 0x73] { word.removeLast(2) }
    word.removeAll { $0 == 0x27 }
    if word.contains(0x2e) {
      let parts = word.split(separator: 0x2e)
      if parts.count > 1, parts.allSatisfy({ $0.count == 1 && $0[$0.startIndex] >= 0x61 }) {
        word = Array(parts.joined())
      }
      while word.last == 0x2e { word.removeLast() }
      while word.first == 0x2e { word.removeFirst() }
    }
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }

  private static func isApostrophe(_ character: Character) -> Bool {
    character == "'" || character == "\u{2019}"
  }

  /// A compound of a thing and what is done to it in two words: "chipmaking" is "chip making".
  static func parts(of word: String) -> [String] {
    // Hardly any word ends so, and every name of the vocabulary comes by here at every start.
    guard let last = word.utf8.last, last == UInt8(ascii: "g") || last == UInt8(ascii: "r") else {
      return [word]
    }
    for end in ["making", "maker"] where word.hasSuffix(end) && word.count >= end.count + 3 {
      return [String(word.dropLast(end.count)), end]
    }
    return [word]
  }

  static func singular(_ word: String) -> String {
    guard word.utf8.last == 0x73, word.count > 3 else { return word }
    // Most lose their ending and no more.
    guard "esui".utf8.contains(word.utf8[word.utf8.index(word.utf8.endIndex, offsetBy: -2)]) else {
      return String(word.dropLast())
    }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    // GPUs, but no campus.
    let isPlural = word.count == 4 && word.lowercased().hasSuffix("pus")
    for ending in ["ss", "us", "is"] where word.hasSuffix(ending) && !isPlural { return word }
    for ending in ["sses", "xes", "ches", "shes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    // Vetoes, embargoes and goes, but no shoes, toes or foes.
    let isOfO = word.hasSuffix("oes") && (word.count > 4 || word == "goes")
    return String(word.dropLast(isOfO && !word.hasSuffix("shoes") && word != "canoes" ? 2 : 1))
  }
}
