import Claims

/// What a text names and says, whatever its grammar: names of the vocabulary, stems, years, an amount.
struct Wording: Hashable {
  /// Names that nothing else can stand for: states, companies, laws, models.
  var names: Set<String> = []
  /// The same in the order of the text, so that who does it to whom can be told.
  var inOrder: [String] = []
  /// Stems of the other words that carry meaning, in one form for all words of a sense.
  var senses: Set<String> = []
  /// Those of them that add little: "AI", "model".
  var general: Set<String> = []
  var years: Set<String> = []
  var quantity: Quantity?

  var isEmpty: Bool { names.isEmpty && senses.isEmpty }

  mutating func formUnion(_ other: Wording) {
    names.formUnion(other.names)
    senses.formUnion(other.senses)
    general.formUnion(other.general)
    years.formUnion(other.years)
  }
}

extension NameMatcher {
  /// Kinds whose names are topics: other words may say them.
  private static let topicKinds: Set<String> = ["technology", "control", "model kind"]

  /// A question's amount is compared as an amount; a passage keeps the words of its own.
  ///
  /// Kept, because a passage is looked at for each of its claims and again for each question of it.
  func wording(of text: String, withAmount: Bool = true) -> Wording {
    if let known = wordings.known[withAmount]?[text] { return known }
    let found = read(text, withAmount)
    wordings.known[withAmount, default: [:]][text] = found
    return found
  }

  private func read(_ text: String, _ withAmount: Bool) -> Wording {
    let numbersName = !withAmount && Self.numbersName(text)
    var text = text.lowercased()
    if text.contains("half a ") { text = text.replacing("half a ", with: "0.5 ") }
    var out = Wording(quantity: numbersName ? nil : Quantity(in: text))
    let beside = out.quantity.map { Set($0.rest.map { Phrase.singular($0.lowercased()) }) }
    let phrase = Phrase(text)
    let stems = Idioms.stems(phrase.words)
    var at = 0
    while at < phrase.words.count {
      if let (name, count) = name(at: at, of: phrase) {
        if out.names.insert(name).inserted { out.inOrder.append(name) }
        at += count
        continue
      }
      if let (sense, count) = idioms.sense(at: at, of: stems) {
        out.senses.insert(sense)
        at += count
        continue
      }
      let word = phrase.words[at]
      at += 1
      if word.count == 4, word.hasPrefix("19") || word.hasPrefix("20"), word.allSatisfy(\.isNumber)
      {
        out.years.insert(word)
        continue
      }
      // "does" is "doe" by the rule for plurals.
      guard
        ![word, word + "s"].contains(where: {
          WordList.has("function", $0) || WordList.has("light", $0)
        })
      else { continue }
      if !withAmount, let beside, !beside.contains(word) { continue }
      for part in Phrase.parts(of: word) {
        let sense = Stem.sense(of: Stem.of(part))
        out.senses.insert(sense)
        if WordList.has("general", word) { out.general.insert(sense) }
      }
    }
    return out
  }

  /// Whether the only number of a text is part of a name: "the Mavic 4".
  private static func numbersName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    let numbers = words.indices.filter { words[$0].contains(where: \.isNumber) }
    guard numbers.count == 1, let number = numbers.first, number > 1,
      words[number].allSatisfy(\.isNumber)
    else { return false }
    let word = words[number - 1]
    return word.first?.isUppercase == true && word.contains(where: \.isLowercase)
      && !TimeWord.months.contains(word.lowercased())
  }

  /// The longest name of the vocabulary that begins at a word, with its length.
  private func name(at start: Int, of phrase: Phrase) -> (String, Int)? {
    for count in stride(from: min(5, phrase.words.count - start), to: 0, by: -1) {
      let key = phrase.words[start..<(start + count)].joined()
      if let name = named(key), let kind = vocabulary.entities[name]?.kind,
        !Self.topicKinds.contains(kind)
      {
        return (name, count)
      }
    }
    return nil
  }
}
