import Claims

/// Several words that say what one word says: "put off" is "delay", "ahead of" is "lead".
///
/// From the vocabulary's phrases, so that a phrase added there is understood in questions and
/// passages too. A sense of the vocabulary is its relation's name behind "=".
///
/// Phrases are taken apart only when a text has the word they begin with: most are never asked for.
final class Idioms {
  /// The vocabulary's phrases not taken apart yet, by the stem they begin with.
  private var waiting: [String: [(phrase: String, relation: String)]] = [:]
  /// Senses by the stem that a phrase begins with, then by all its stems.
  private var senses: [String: [String: String]] = [:]
  private var longest = 0

  init(_ vocabulary: Vocabulary) {
    var stems: [Substring: String] = [:]
    for (phrase, relation) in vocabulary.relationByPhrase
    where phrase.utf8.contains(0x20) && !phrase.utf8.contains(UInt8(ascii: "_")) {
      guard let first = Self.firstWord(phrase) else { continue }
      let stem = stems[first] ?? Self.stem(String(first))
      stems[first] = stem
      waiting[stem, default: []].append((phrase, relation))
    }
    for (name, phrases) in WordList.all.sorted(by: { $0.key < $1.key })
    where name.hasPrefix("alike-") {
      for phrase in phrases where phrase.utf8.contains(0x20) {
        add(Phrase(phrase).words, name)
      }
    }
  }

  /// The longest that begins at a word, by the stems of all words, with its length.
  func sense(at start: Int, of stems: [String]) -> (String, Int)? {
    take(stems[start])
    guard let senses = senses[stems[start]] else { return nil }
    for count in stride(from: min(longest, stems.count - start), to: 1, by: -1) {
      if let sense = senses[stems[start..<(start + count)].joined(separator: " ")] {
        return (sense, count)
      }
    }
    return nil
  }

  /// Takes apart the phrases that begin with a stem.
  private func take(_ stem: String) {
    guard let phrases = waiting.removeValue(forKey: stem) else { return }
    let listed = senses[stem] ?? [:]
    // Of two phrases that differ in endings alone one has to be taken, whatever the order.
    for (phrase, relation) in phrases.sorted(by: { $0.phrase < $1.phrase }) {
      if let words = Self.words(phrase) { add(words, "=" + relation) }
    }
    senses[stem]?.merge(listed) { _, listed in listed }
  }

  private func add(_ words: [String], _ sense: String) {
    let stems = Self.stems(words)
    guard let first = stems.first else { return }
    senses[first, default: [:]][stems.joined(separator: " ")] = sense
    longest = max(longest, stems.count)
  }

  /// The words that tell a phrase from others, nil where it is too plain.
  private static func words(_ phrase: String) -> [String]? {
    var words = Phrase.split(phrase)
    let isCopula = words.first == "be"
    if isCopula { words.removeFirst() }
    guard words.count > 1,
      words.contains(where: { !WordList.has("function", $0) }),
      // "exports to" would take the noun of "exports to Japan" for the verb.
      isCopula || words.count > 2 || !WordList.has("preposition", words[1])
    else { return nil }
    return words
  }

  /// The first of those words, without taking the others apart.
  private static func firstWord(_ phrase: String) -> Substring? {
    let rest = phrase.utf8.starts(with: "be ".utf8) ? phrase.dropFirst(3) : phrase[...]
    let first = rest.prefix { $0 != " " }
    let isPlain = first.utf8.allSatisfy { (0x61...0x7a).contains($0) } && !first.isEmpty
    return isPlain ? first : words(phrase)?.first.map { $0[...] }
  }

  static func stems(_ words: [String]) -> [String] { words.map(stem) }

  private static func stem(_ word: String) -> String { Stem.of(Phrase.singular(word)) }
}
