import Claims

/// Mends words that are one slip away from a word the store or the vocabulary knows.
///
/// Only asked when a question found nothing, because a word may be new rather than wrong. The store
/// is asked for the words that begin alike and for those that a slip in the second letter leads to,
/// rather than for all it has: a slip in the first letter is rare, and a store may hold a million words.
struct Spelling {
  let source: any ClaimSource
  let vocabulary: Vocabulary

  /// The text with such words replaced, nil where nothing had to be.
  func mended(_ text: String) throws -> String? {
    var changed = false
    let out = try text.split(separator: " ").enumerated().map { i, piece -> String in
      let word = piece.lowercased().filter { $0.isLetter || $0 == "-" }
      let isName = i > 0 && piece.first?.isUppercase == true
      guard word.count >= 4, !word.contains("-"),
        let near = try neighbour(of: word, isName: isName),
        // "Peru" is no slip for "per".
        !(isName && Self.isGrammar(near))
      else {
        return String(piece)
      }
      changed = true
      return String(piece).lowercased().replacing(word, with: near)
    }
    return changed ? out.joined(separator: " ") : nil
  }

  /// The text with the word it was to begin with, nil where nothing had to be mended: "when did" for
  /// "wen did".
  static func opened(_ text: String) -> String? {
    let words = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count > 2, QuestionReader.auxiliaries.contains(words[1].lowercased()) else {
      return nil
    }
    let first = words[0].lowercased()
    guard first.count > 2, words[0].dropFirst().allSatisfy(\.isLowercase), !isGrammar(first) else {
      return nil
    }
    let near = (WordList.all["interrogative"] ?? []).filter { isOneSlip(Array(first), Array($0)) }
    return near.count == 1 ? ([near.first ?? ""] + words.dropFirst()).joined(separator: " ") : nil
  }

  private static func isGrammar(_ word: String) -> Bool {
    WordList.has("function", word) || WordList.has("question word", word)
  }

  /// The words of the vocabulary, and those that questions are made of, which begin with a letter.
  ///
  /// Not all of them, because to take apart every name takes longer than the rest of the mending.
  private func lexicon(of letter: String) -> Set<String> {
    var words = Set(
      ["question word", "function"].flatMap { WordList.all[$0] ?? [] }
        .filter { $0.hasPrefix(letter) })
    for names in [
      vocabulary.relationByPhrase, vocabulary.entityByAlias, vocabulary.entityByDemonym,
      vocabulary.entityByMetonym,
    ] {
      for name in names.keys where Self.mayHaveWord(of: letter, name) {
        for word in Phrase.split(name) where word.hasPrefix(letter) { words.insert(word) }
      }
    }
    return words
  }

  /// Whether a letter stands where a word of a name may begin.
  private static func mayHaveWord(of letter: String, _ name: String) -> Bool {
    guard letter.utf8.count == 1, let letter = letter.utf8.first else { return true }
    var isInWord = false
    for byte in name.utf8 {
      if byte >= 0x80 || !isInWord && byte | 0x20 == letter { return true }
      isInWord = (0x61...0x7a).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
    return false
  }

  /// A word at distance one, by letters left out, added, changed or swapped: the one that most slips
  /// lead to, nil where the word is known or several are as near.
  private func neighbour(of word: String, isName: Bool) throws -> String? {
    let start = String(word.prefix(1))
    let known = lexicon(of: start)
    func isKnown(_ other: String) -> Bool {
      [other, Phrase.singular(other), other + "s"].contains { known.contains($0) }
    }
    guard !isKnown(word) else { return nil }
    let letters = (word.count - 1)...(word.count + 1)
    let stored = try source.words(
      beginningWith: String(word.prefix(2)), letters: letters,
      orAmong: Self.slips(of: word, in: 1..<2))
    guard !stored.contains(word), !stored.contains(word + "s") else { return nil }
    let near =
      (stored + known.filter { letters.contains($0.count) }.sorted())
      .filter { Self.isOneSlip(Array(word), Array($0)) }
    guard let first = near.first else { return nil }
    let stems = Set(near.map(Stem.of))
    if stems.count == 1 { return first }
    // What is written as a name was to be one: "Aple" is Apple before it is "able".
    let names = isName ? Set(near.filter(isNamed)) : []
    if names.count == 1 { return names.first }
    // Vowels are mixed up more than consonants are: "depand" is "depend" before it is "demand".
    let likely = near.filter { Self.consonants($0) == Self.consonants(word) }
    return Set(likely.map(Stem.of)).count == 1 ? likely.first : nil
  }

  private func isNamed(_ word: String) -> Bool {
    vocabulary.entityByAlias.keys.contains { $0.lowercased() == word }
  }

  private static func consonants(_ word: String) -> String {
    word.filter { !"aeiouy".contains($0) }
  }

  /// The spellings that one slip at some of the letters makes of a word.
  static func slips(of word: String, in places: Range<Int>) -> Set<String> {
    let letters = Array(word)
    var out: Set<String> = []
    for at in places where at < letters.count {
      let (head, tail) = (String(letters[..<at]), String(letters[(at + 1)...]))
      out.insert(head + tail)
      for letter in "abcdefghijklmnopqrstuvwxyz" {
        out.insert("\(head)\(letter)\(tail)")
        out.insert("\(head)\(letter)\(letters[at])\(tail)")
      }
      if at + 1 < letters.count {
        out.insert("\(head)\(letters[at + 1])\(letters[at])\(tail.dropFirst())")
      }
    }
    return out
  }

  static func isOneSlip(_ a: [Character], _ b: [Character]) -> Bool {
    let prefix = zip(a, b).prefix { $0 == $1 }.count
    let restA = Array(a[prefix...])
    let restB = Array(b[prefix...])
    if restA.count == restB.count {
      if restA.dropFirst() == restB.dropFirst() { return true }
      return restA.count >= 2 && restA[0] == restB[1] && restA[1] == restB[0]
        && restA.dropFirst(2) == restB.dropFirst(2)
    }
    return restA.count + 1 == restB.count
      ? restA[...] == restB.dropFirst()
      : restB.count + 1 == restA.count && restB[...] == restA.dropFirst()
  }
}
