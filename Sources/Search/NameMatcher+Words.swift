import Claims

extension NameMatcher {
  /// The words of which every name has one that may match an asked one.
  ///
  /// They let through too much rather than too little; `match` decides.
  func words(of asked: String) -> NameWords {
    let wanted = Phrase(asked)
    // "O'Neil" is kept as two words.
    let pieces = asked.lowercased().split { !$0.isLetter && !$0.isNumber }
      .filter { $0.count > 1 }.map(String.init)
    var words = NameWords()
    // "DeepSeek" may be kept as "Deep Seek".
    let least = wanted.words.count == 1 ? 4 : nil
    words.add(Phrase.split(asked) + wanted.words + pieces + [wanted.key], least: least)
    if wanted.words.allSatisfy({ $0.allSatisfy(\.isNumber) }) { words.addNumbers(wanted.words) }
    for name in entities(meantBy: wanted) { words.add(spellings(of: name)) }
    if wanted.words.allSatisfy({ WordList.has("general", $0) }) {
      words.add(Array(WordList.all["field"] ?? []))
    }
    if wanted.words.contains(where: { WordList.has("manner", $0) }) {
      words.add(Array(WordList.all["manner"] ?? []))
    }
    return words
  }

  /// Every entity of the vocabulary through which another name may be meant.
  private func entities(meantBy wanted: Phrase) -> Set<String> {
    let named = Set(
      mentions(in: wanted, adjectives: true) + [canonical(wanted.words.joined(separator: " "))])
    let kinds =
      wanted.words.count == 1
      ? WordList.kinds(meantBy: wanted.words[0]).union(
        WordList.kinds(meantBy: wanted.words[0] + "s")) : []
    var found = Set(wanted.words.flatMap(index.entities(havingWord:)))
    found.formUnion(named.filter { vocabulary.entities[$0] != nil })
    if !kinds.isEmpty {
      for entity in vocabulary.entities.values where kinds.contains(entity.kind) {
        found.insert(entity.name)
      }
    }
    return found.union(index.narrower(than: named))
  }
}

extension NameWords {
  /// Adds words in whatever form a name may have them: "policy" is found by "polic", "us" by "u.s".
  mutating func add(_ words: some Sequence<String>, least: Int? = nil) {
    for word in words where !word.isEmpty {
      // Few letters begin too many words.
      if word.count <= 3 {
        whole.formUnion([word, word + "s"])
        if word.allSatisfy(\.isLetter) {
          beginnings.insert(word.map(String.init).joined(separator: "."))
        }
      } else {
        beginnings.insert(String(word.prefix(least ?? max(4, word.count - 1))))
      }
    }
  }

  /// Adds the ways in which a number may be kept: "10000", "10,000", "ten thousand".
  fileprivate mutating func addNumbers(_ numbers: [String]) {
    whole.formUnion(WordList.all["number"] ?? [])
    for number in numbers { whole.insert(String(number.prefix((number.count - 1) % 3 + 1))) }
  }
}
