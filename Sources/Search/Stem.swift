/// What a word is without its endings: "exempts", "exempting" and "exemption" have one stem.
///
/// Coarser than lemmas on purpose: a question and a passage seldom use one word class for one thing.
enum Stem {
  static func of(_ word: String) -> String {
    if let base = forms[word] { return trimmed(base) }
    guard word.utf8.allSatisfy({ (0x61...0x7a).contains($0) }) else { return word }
    let ending =
      endings.first { word.hasSuffix($0) && word.utf8.count - $0.utf8.count >= 4 }
      ?? endings.first { word.hasSuffix($0) && word.utf8.count - $0.utf8.count == 3 }
    return trimmed(ending.map { String(word.dropLast($0.utf8.count)) } ?? word)
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

  // "manufacture" and "manufactur-ing", "ban" and "bann-ed".
  private static func trimmed(_ stem: String) -> String {
    var stem = stem
    // "applies" and "applying", "release" and "releasing".
    if stem.count > 3, let last = stem.last, "eyi".contains(last) { stem.removeLast() }
    let last = stem.suffix(2)
    if stem.count > 3, last.first == last.last, !["l", "s"].contains(last.last) {
      stem.removeLast()
    }
    return stem
  }

  private static let endings: [String] = (WordList.all["ending"] ?? []).sorted {
    $0.count != $1.count ? $0.count > $1.count : $0 < $1
  }

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
