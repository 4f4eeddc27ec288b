import Claims

/// Several words that say what one word says: "put off" is "delay", "ahead of" is "lead".
///
/// From the vocabulary's phrases, so that a phrase added there is understood in questions and
/// passages too. A sense of the vocabulary is its relation's name behind "=".
struct Idioms {
  private let senses: [String: String]
  private let longest: Int

  init(_ vocabulary: Vocabulary) {
    var senses: [String: String] = [:]
    for (phrase, relation) in vocabulary.relationByPhrase.sorted(by: { $0.key < $1.key })
    where phrase.contains(" ") && !phrase.contains("_") {
      var words = Phrase.split(phrase)
      if words.first == "be" { words.removeFirst() }
      guard words.count > 1,
        words.contains(where: { !WordList.has("function", $0) }),
        // "exports to" would take the noun of "exports to Japan" for the verb.
        !(words.count == 2 && WordList.has("preposition", words[1])
          && Phrase.split(phrase) == words)
      else { continue }
      senses[Self.key(Phrase(words: words).words)] = "=" + relation
    }
    for (name, phrases) in WordList.all.sorted(by: { $0.key < $1.key })
    where name.hasPrefix("alike-") {
      for phrase in phrases where phrase.contains(" ") {
        senses[Self.key(Phrase(phrase).words)] = name
      }
    }
    self.senses = senses
    longest = senses.keys.map { $0.utf8.count { $0 == 0x20 } + 1 }.max() ?? 0
  }

  /// The longest that begins at a word, with its length.
  func sense(at start: Int, of words: [String]) -> (String, Int)? {
    guard longest > 1 else { return nil }
    for count in stride(from: min(longest, words.count - start), to: 1, by: -1) {
      if let sense = senses[Self.key(Array(words[start..<(start + count)]))] {
        return (sense, count)
      }
    }
    return nil
  }

  private static func key(_ words: [String]) -> String {
    words.map { Stem.of(Phrase.singular($0)) }.joined(separator: " ")
  }
}
