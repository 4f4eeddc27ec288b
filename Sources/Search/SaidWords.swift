import Claims

/// The sentences of one insight that have claims, in their order.
struct Passage {
  var sentences: [String]
  var claims: [Claim]

  var text: String { sentences.joined(separator: " ") }

  /// The passages of some claims, in the order of their first claims.
  static func all(of claims: [Claim]) -> [Passage] {
    var order: [String] = []
    var byInsight: [String: [Claim]] = [:]
    for claim in claims {
      if byInsight[claim.evidence.insight] == nil { order.append(claim.evidence.insight) }
      byInsight[claim.evidence.insight, default: []].append(claim)
    }
    return order.map { insight in
      let claims = byInsight[insight] ?? []
      var sentences: [String] = []
      for claim in claims.sorted(by: { $0.evidence.start < $1.evidence.start })
      where !sentences.contains(claim.evidence.quote) {
        sentences.append(claim.evidence.quote)
      }
      return Passage(sentences: sentences, claims: claims)
    }
  }
}

/// How far each telling word of a question is said in passages: by its stem, by a verb of the same
/// family, or by a word that means nearly the same there.
struct SaidWords {
  let words: [String]
  private let isName: [Bool]
  /// Whether each passage has the names that the vocabulary doesn't know.
  private let hasNames: [Bool]
  /// By passage, by sentence, by word of the question.
  private let said: [[[Double]]]

  // Half way between words for one thing and words of one field, on questions of our own.
  private static let least = 0.45
  private static let leastHint = 0.4

  init(
    of question: String, in passages: [Passage], names: NameMatcher, _ search: PassageSearch,
    _ liken: WordLikening?
  ) throws {
    let asked = question.split(separator: " ").map(String.init)
    let kind = Self.kindAskedFor(asked)
    let telling = asked.indices.filter { place in
      let said = names.wording(of: asked[place])
      // "the Japanese government" is Japan, "AI" tells little, "5 nm" is an amount.
      let isOrgan =
        place > 0
        && (WordList.has("state organ", asked[place].lowercased()) || asked[place] == "state")
        && !names.wording(of: asked[place - 1]).names.isEmpty
      let isUnit = place > 0 && asked[place - 1].allSatisfy(\.isNumber)
      return !kind.contains(place) && !isOrgan && !isUnit
        && !said.senses.subtracting(said.general).isEmpty
    }
    let unknownNames = telling.filter { $0 > 0 && Self.isName(asked[$0]) }
    let places =
      telling.isEmpty
      ? asked.indices.filter { !names.wording(of: asked[$0]).senses.isEmpty } : telling
    words = places.map { asked[$0] }
    isName = places.map(unknownNames.contains)
    // The question's words one by one too, because a known name of several words is none of them.
    let spelled = Set(Phrase.split(question))
    func senses(_ text: String) -> Set<String> {
      spelled.intersection(Phrase.split(text)).reduce(into: names.wording(of: text).senses) {
        $0.formUnion(names.wording(of: $1).senses)
      }
    }
    hasNames = passages.map { passage in
      let said = senses(passage.text)
      return unknownNames.allSatisfy {
        names.wording(of: asked[$0]).senses.isSubset(of: said)
      }
    }
    let texts = passages.map { $0.sentences.map { $0.split(separator: " ").map(String.init) } }
    let likeness = try liken?(asked, texts.map { Array($0.joined()) })
    said = passages.indices.map { i in
      var first = 0
      return passages[i].sentences.indices.map { j in
        let range = first..<(first + texts[i][j].count)
        first = range.upperBound
        let own = senses(passages[i].sentences[j])
        let claims = passages[i].claims.filter { $0.evidence.quote == passages[i].sentences[j] }
        return places.map { place in
          let senses = names.wording(of: asked[place]).senses
          if senses.allSatisfy({ sense in
            own.contains(sense)
              || claims.contains { search.isSaid(sense, by: $0.relation) }
          }) {
            return 1
          }
          let row = likeness?[i][place] ?? []
          return row[range.clamped(to: row.indices)].max() ?? 0
        }
      }
    }
  }

  /// Whether a sentence says most of its passage.
  func isFullest(_ sentence: Int, of passage: Int) -> Bool {
    let sums = said[passage].map { $0.reduce(0, +) }
    return sums[sentence] == sums.max()
  }

  /// Whether nothing in a sentence comes near one of the words.
  func lacksOne(_ sentence: Int, of passage: Int) -> Bool {
    said[passage][sentence].contains { $0 < Self.leastHint }
  }

  /// How far the words are said on average in a sentence or, if nil, in the whole passage, whether
  /// most are hinted at, and those that aren't said.
  func sentence(_ sentence: Int?, of passage: Int)
    -> (mean: Double, isHinted: Bool, missing: [String])
  {
    // Names alone ask nothing that a sentence could say; and they are said or not.
    guard !words.isEmpty, hasNames[passage] else { return (0, false, words) }
    let best = words.indices.map { word in
      sentence.map { said[passage][$0][word] } ?? said[passage].map { $0[word] }.max() ?? 0
    }
    let missing = zip(words, best).filter { $0.1 < Self.least }.map(\.0)
    let isHinted = best.map { $0 >= Self.leastHint }
    // Of whom it is asked doesn't tell what.
    let others = zip(isHinted, isName).filter { !$0.1 }
    return (
      best.reduce(0, +) / Double(words.count),
      2 * isHinted.count { $0 } > words.count && (others.isEmpty || others.contains { $0.0 }),
      missing
    )
  }

  /// A word with a capital that is no abbreviation.
  private static func isName(_ word: String) -> Bool {
    word.first?.isUppercase == true && word.dropFirst().contains(where: \.isLowercase)
      && word.dropFirst().filter(\.isLetter).allSatisfy(\.isLowercase)
  }

  /// "countries" of "which countries signed": no passage has to say it.
  private static func kindAskedFor(_ words: [String]) -> Range<Int> {
    guard
      let first = words.firstIndex(where: { ["which", "what", "whose"].contains($0.lowercased()) }),
      first <= 1, first + 1 < words.count
    else { return 0..<0 }
    let end = words.indices.first {
      $0 > first && QuestionReader.auxiliaries.contains(words[$0].lowercased())
    }
    return first + 1..<min(end ?? words.count, first + (end == nil ? 2 : 4))
  }
}
