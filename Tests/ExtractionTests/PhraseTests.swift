import Claims
import Language
import Testing

@testable import Extraction

/// What the vocabulary promises to read, read.
struct PhraseTests {
  /// An idiom in a plain sentence is read as its relation, or as one that stands for it.
  ///
  /// A made sentence may be no English ("keeps a secret Oslo"), so a few may fail; a rule that drops a kind of
  /// idiom costs hundreds.
  @Test func `nearly every phrase of the vocabulary is read as its relation`() throws {
    let vocabulary = try Vocabulary.builtIn()
    let extractor = ClaimExtractor(parser: try SyntaxParser(), vocabulary: vocabulary)
    var cases: [(relation: String, phrase: String)] = []
    for relation in vocabulary.relations.values.sorted(by: { $0.name < $1.name }) {
      // One in three, so that the test stays short.
      for (place, phrase) in (relation.phrases ?? []).enumerated() where place % 3 == 0 {
        if phrase.split(separator: " ").count > 2 { cases.append((relation.name, phrase)) }
      }
    }
    #expect(cases.count > 300)
    let articles = ["", "the ", "a "]
    let insights = cases.flatMap { one in
      articles.map { Insight(text: Self.sentence(one.phrase, article: $0), document: "phrases") }
    }
    let claims = extractor.claims(in: insights)
    let missed = cases.indices.filter { i in
      let relation = vocabulary.relations[cases[i].relation]
      let alike = [relation?.name, relation?.inverse, relation?.reverses, relation?.negates]
      return !claims[(i * articles.count)..<((i + 1) * articles.count)].joined().contains {
        alike.contains($0.relation)
      }
    }
    #expect(
      missed.count * 12 < cases.count,
      "\(missed.map { "\(cases[$0].relation): \(cases[$0].phrase)" })")
  }

  /// "put _ on hold" gives "Viora puts the hall on the hold."
  static func sentence(_ phrase: String, article: String) -> String {
    let words = phrase.split(separator: " ").map(String.init)
    var out = ["Viora", Inflection.thirdPerson(words[0])]
    var isOpen = true
    for word in words.dropFirst() {
      if ["_", "*"].contains(word) {
        out.append("the hall")
      } else {
        let isSmall = prepositions.contains(word)
        out.append((isSmall || !isOpen ? "" : article) + word)
        isOpen = isSmall
        continue
      }
      isOpen = false
    }
    if !words.contains("_"), !words.contains("*") { out.append("Orbit") }
    return out.joined(separator: " ") + "."
  }

  private static let prepositions: Set<String> = [
    "in", "on", "of", "to", "for", "from", "with", "by", "at", "over", "into", "against", "about",
    "through", "behind", "under", "above", "out", "up", "off", "down", "away", "back", "as",
    "ahead", "between", "outside", "beyond",
  ]
}
