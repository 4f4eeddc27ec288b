import Claims
import Testing

@testable import Search

/// The sieve must lose nothing: each name asked against each, with and without it.
@Suite struct NameSieveTests {
  private static let names = [
    "France", "French firms", "the French government", "Paris", "Spain", "Spanish solar panels",
    "solar power", "photovoltaics", "rooftop solar", "rooftop-solar cooperatives", "Heliora",
    "Heliora's batteries", "Sunward", "cheap panels", "U.S. labs", "ten thousand panels",
    "10,000 panels", "opensource models", "open source models", "France's strategy",
    "France's approach", "frontier models", "AI", "best models", "all of its most advanced models",
    "policies", "policy", "companies", "chipmaking", "chip making", "Élan",
  ]

  @Test("what matches without the sieve matches with it", arguments: names)
  func losesNothing(_ asked: String) throws {
    let matcher = NameMatcher(vocabulary: try Fixture.vocabulary())
    for topic in [true, false] {
      let found = matcher.matches(asked, among: Self.names, topic: topic)
      for name in Self.names {
        #expect(
          found[name] == matcher.match(asked, name, topic: topic), "\(asked) against \(name)")
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
    let matcher = NameMatcher(vocabulary: vocabulary)
    let names =
      Self.names + vocabulary.entities.keys.sorted() + vocabulary.entityByAlias.keys.sorted()
      + ["American chip curbs", "Washington's rules", "Brussels", "DeepSeek's models", "GPT-4.5"]
    for topic in [true, false] {
      let found = matcher.matches(asked, among: names, topic: topic)
      for name in names {
        #expect(
          found[name] == matcher.match(asked, name, topic: topic), "\(asked) against \(name)")
      }
    }
  }
}
