/// What a word is without its endings: "exempts", "exempting" and "exemption" have one stem.
///
/// Coarser than lemmas on purpose: a question and a passage seldom use one word class for one thing.
enum Stem {
  static func of(_ word: String) -> String {
    if let base = forms[word] { return trimmed(base) }
    var word = word
    let length = word.withUTF8 { letters -> Int? in
      guard letters.allSatisfy({ (0x61...0x7a).contains($0) }) else { return nil }
      func ends(_ ending: [UInt8]) -> Bool {
        zip(letters.reversed(), ending.reversed()).allSatisfy { $0 == $1 }
      }
      let fitting = endings.filter { letters.count - $0.count >= 3 && ends($0) }
      let ending = fitting.first { letters.count - $0.count >= 4 } ?? fitting.first
      return letters.count - (ending?.count ?? 0)
    }
    guard let length else { return word }
    return trimmed(length == word.utf8.count ? word : String(word.prefix(length)))
  }

  /// The sense that a stem shares with others, where a list knows one; else the stem itself.
  static func sense(of stem: String) -> String { senses[stem] ?? stem }

  /// How the words of a sense begin.
  static func beginnings(of sense: String) -> [String] {
    let words =
      sense.hasPrefix("alike-")
      ? (WordList.all[sense] ?? []).flatMap(Phrase.split).map(of)
      : sense.hasPrefix("=") ? Phrase.split(sense).map(of).filter { $0.count > 2 } : [sense]
    let others = forms.filter { words.contains(of($0.value)) }.map(\.key)
    return Array(Set(words + others)).sorted()
  }

  // "manufacture" and "manufactur-ing", "ban" and "bann-ed", but "fall" and "fall-ing".
  private static func trimmed(_ stem: String) -> String {
    var stem = stem
    // "applies" and "applying", "release" and "releasing".
    if stem.count > 3, let last = stem.last, "eyi".contains(last) { stem.removeLast() }
    let last = stem.suffix(2)
    if stem.count > 3, last.first == last.last, last.last != "s", last.last != "l" || stem.count > 5
    {
      stem.removeLast()
    }
    return stem
  }

  private static let endings = WordList.longestFirst("ending").map { Array($0.utf8) }

  private static let forms: [String: String] = {
    var forms: [String: String] = [:]
    for pair in WordList.all["form"] ?? [] {
      let sides = pair.split(separator: "=").map(String.init)
      if sides.count == 2 { forms[sides[0]] = sides[1] }
    }
    return forms
  }()

  private static let senses: [String: String] = {
    var senses: [String: String] = [:]
    for (name, words) in WordList.all.sorted(by: { $0.key < $1.key })
    where name.hasPrefix("alike-") {
      for word in words where !word.contains(" ") { senses[of(word)] = senses[of(word)] ?? name }
    }
    return senses
  }()
}
