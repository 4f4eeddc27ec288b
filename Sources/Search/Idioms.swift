import Claims

/// Several words that say what one word says: "put off" is "delay", "ahead of" is "lead".
///
/// From the vocabulary's phrases, so that a phrase added there is understood in questions and
/// passages too. A sense of the vocabulary is its relation's name behind "=".
struct Idioms {
  private let senses: [String: String]
  /// The stems that one begins with, because few words do.
  private let beginnings: Set<String>
  private let longest: Int

  init(_ vocabulary: Vocabulary) {
    var senses: [String: (phrase: String, sense: String)] = [:]
    for (phrase, relation) in vocabulary.relationByPhrase
    where phrase.utf8.contains(0x20) && !phrase.utf8.contains(UInt8(ascii: "_")) {
      var words = Phrase.split(phrase)
      let isCopula = words.first == "be"
      if isCopula { words.removeFirst() }
      guard words.count > 1,
        words.contains(where: { !WordList.has("function", $0) }),
        // "exports to" would take the noun of "exports to Japan" for the verb.
        isCopula || words.count > 2 || !WordList.has("preposition", words[1])
      else { continue }
      // Of two phrases that differ in endings alone one has to be taken, whatever the order.
      let key = Self.key(words)
      if let known = senses[key], known.phrase > phrase { continue }
      senses[key] = (phrase, "=" + relation)
    }
    var all = senses.mapValues(\.sense)
    for (name, phrases) in WordList.all.sorted(by: { $0.key < $1.key })
    where name.hasPrefix("alike-") {
      for phrase in phrases where phrase.utf8.contains(0x20) {
        all[Self.key(Phrase(phrase).words)] = name
      }
    }
    self.senses = all
    beginnings = Set(all.keys.map { String($0.prefix { $0 != " " }) })
    longest = all.keys.map { $0.utf8.count { $0 == 0x20 } + 1 }.max() ?? 0
  }

  /// The longest that begins at a word, by the stems of all words, with its length.
  func sense(at start: Int, of stems: [String]) -> (String, Int)? {
    guard longest > 1, beginnings.contains(stems[start]) else { return nil }
    for count in stride(from: min(longest, stems.count - start), to: 1, by: -1) {
      if let sense = senses[stems[start..<(start + count)].joined(separator: " ")] {
        return (sense, count)
      }
    }
    return nil
  }

  static func stems(_ words: [String]) -> [String] { words.map { Stem.of(Phrase.singular($0)) } }

  private static func key(_ words: [String]) -> String {
    stems(words).joined(separator: " ")
  }
}
