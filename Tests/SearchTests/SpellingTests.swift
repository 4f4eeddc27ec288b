import Claims
import Testing

@testable import Search

/// A source that remembers what it was asked: mending a word must not read the whole store.
private final class Watched: ClaimSource {
  let source = InMemoryClaims(Fixture.claims)
  nonisolated(unsafe) var asked: [String] = []

  func claims(subjects: Set<String>?, relations: Set<String>?, objects: Set<String>?) -> [Claim] {
    asked.append("claims")
    return source.claims(subjects: subjects, relations: relations, objects: objects)
  }
  func entityNames() -> [String] {
    asked.append("names")
    return source.entityNames()
  }
  func relationNames() -> [(name: String, claims: Int)] {
    asked.append("names")
    return source.relationNames()
  }
  func claims(mentioning words: [String], limit: Int) -> [Claim] {
    source.claims(mentioning: words, limit: limit)
  }
  func claims(resembling beginnings: [String], limit: Int) -> [Claim] {
    source.claims(resembling: beginnings, limit: limit)
  }
  func words(beginningWith start: String, letters: ClosedRange<Int>) -> [String] {
    asked.append("\(start) \(letters)")
    return source.words(beginningWith: start, letters: letters)
  }
  func allClaims() -> [Claim] { source.allClaims() }
  func claims(ids: some Sequence<String>) -> [Claim] { source.claims(ids: ids) }
  func links(touching claims: Set<String>) -> [ClaimLink] { source.links(touching: claims) }
}

@Suite struct SpellingTests {
  @Test(
    "a word one slip away is mended",
    arguments: [
      ("who chmpions rooftop solar", "who champions rooftop solar"),
      ("does france ban cheap pannels", "does france ban cheap panels"),
      ("what does helioar own", "what does heliora own"),
    ])
  func mended(_ question: String, _ expected: String) throws {
    let spelling = Spelling(
      source: InMemoryClaims(Fixture.claims), vocabulary: try Fixture.vocabulary())
    #expect(try spelling.mended(question) == expected)
  }

  @Test("what is known or like nothing stays", arguments: ["who leads in rooftop solar", "zzyzx"])
  func kept(_ question: String) throws {
    let spelling = Spelling(
      source: InMemoryClaims(Fixture.claims), vocabulary: try Fixture.vocabulary())
    #expect(try spelling.mended(question) == nil)
  }

  @Test("the store is asked for words that begin alike, never for all its names")
  func bounded() throws {
    let source = Watched()
    let spelling = Spelling(source: source, vocabulary: try Fixture.vocabulary())
    _ = try spelling.mended("does france ban cheap pannels")
    #expect(source.asked == ["c 4...6", "p 6...8"])
  }
}
