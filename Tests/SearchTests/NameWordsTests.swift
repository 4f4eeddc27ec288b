import Claims
import Testing

@testable import Search

/// The words that names are found by must lose nothing: each name asked against each.
@Suite struct NameWordsTests {
  private static let names = [
    "France", "French firms", "the French government", "Paris", "Spain", "Spanish solar panels",
    "solar power", "photovoltaics", "rooftop solar", "rooftop-solar cooperatives", "Heliora",
    "Heliora's batteries", "Sunward", "cheap panels", "U.S. labs", "ten thousand panels",
    "10,000 panels", "opensource models", "open source models", "France's strategy",
    "France's approach", "frontier models", "AI", "best models", "all of its most advanced models",
    "policies", "policy", "companies", "chipmaking", "chip making", "Élan",
  ]

  /// Each of the names as the subject of a claim.
  private static func ground(_ names: [String], _ vocabulary: Vocabulary) -> Ground {
    Ground(
      source: InMemoryClaims(names.map { Fixture.claim("a", $0, "grows", "") }),
      names: NameMatcher(vocabulary: vocabulary),
      relations: RelationMatcher(vocabulary: vocabulary))
  }

  @Test("what matches is found by its words", arguments: names)
  func losesNothing(_ asked: String) throws {
    let ground = Self.ground(Self.names, try Fixture.vocabulary())
    for topic in [true, false] {
      let found = try ground.matches(asked, topic: topic)
      for name in Self.names {
        #expect(
          found[name] == ground.names.match(asked, name, topic: topic), "\(asked) against \(name)")
      }
    }
  }

  @Test(
    "with the vocabulary that ships too",
    arguments: names + [
      "Chinese labs", "models", "US export controls", "chips", "countries", "European rules",
      "EU AI Act",
    ])
  func losesNothingBuiltIn(_ asked: String) throws {
    let vocabulary = try Vocabulary.builtIn()
    let names =
      Self.names + vocabulary.entities.keys.sorted() + vocabulary.entityByAlias.keys.sorted()
      + ["American chip curbs", "Washington's rules", "Brussels", "DeepSeek's models", "GPT-4.5"]
    let ground = Self.ground(names, vocabulary)
    for topic in [true, false] {
      let found = try ground.matches(asked, topic: topic)
      for name in names {
        #expect(
          found[name] == ground.names.match(asked, name, topic: topic), "\(asked) against \(name)")
      }
    }
  }

  @Test("no name that ships is a word that every question has")
  func namesNoSmallWords() throws {
    let names = NameMatcher(vocabulary: try Vocabulary.builtIn())
    for word in QuestionReader.auxiliaries.union(WordList.all["preposition"] ?? []).sorted() {
      #expect(names.wording(of: word).names.isEmpty, "\(word)")
    }
  }

  @Test(
    "so are relations",
    arguments: [
      "bans", "is banned", "leads in", "is ahead in", "tests", "is used", "is used for",
      "is cited more than", "is most used", "studies", "is leader in", "funds", "co-leads with",
      "chairs", "runs", "holds", "signs", "takes effect", "is route for",
      "is tester of", "is user of",
    ])
  func losesNoRelation(_ asked: String) throws {
    let vocabulary = try Vocabulary.builtIn()
    let relations = RelationMatcher(vocabulary: vocabulary)
    let names =
      vocabulary.relations.keys.sorted() + vocabulary.relationByPhrase.keys.sorted() + [
        "Bans", "banned", "is banned", "are ahead in", "has edge in", "keeps lead in", "test",
        "tests on", "is the only chip used for", "is a leader in", "is used in", "study",
        "study of",
        "is cited more often than", "is the most used", "funding", "is funded", "relies on",
        "is chaired by", "is run by", "is held by", "declines to sign", "refuses to ban",
        "fails to test", "takes effect on", "is main route for", "is former route for",
        "uses", "tests against",
      ]
    let source = InMemoryClaims(names.map { Fixture.claim("a", "France", $0, "") })
    let ground = Ground(
      source: source, names: NameMatcher(vocabulary: vocabulary), relations: relations)
    let found = try ground.verbs(asked)
    for name in names { #expect(found[name] == relations.match(asked, name), "\(name)") }
  }
}
