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
  func entityNames(having words: NameWords) -> [String] {
    asked.append("names")
    return source.entityNames(having: words)
  }
  func entityNames(beside names: Set<String>) -> [String] {
    asked.append("names")
    return source.entityNames(beside: names)
  }
  func relationNames(among names: Set<String>, beginnings: Set<String>) -> [String] {
    asked.append("names")
    return source.relationNames(among: names, beginnings: beginnings)
  }
  func claims(mentioning words: [String], limit: Int) -> [Claim] {
    source.claims(mentioning: words, limit: limit)
  }
  func claims(resembling things: [[String]], limit: Int) -> [Claim] {
    source.claims(resembling: things, limit: limit)
  }
  func words(
    beginningWith start: String, letters: ClosedRange<Int>, orAmong spellings: Set<String>
  ) -> [String] {
    asked.append("\(start) \(letters)")
    return source.words(beginningWith: start, letters: letters, orAmong: spellings)
  }
  func allClaims() -> [Claim] { source.allClaims() }
  func claims(ids: some Sequence<String>) -> [Claim] { source.claims(ids: ids) }
  func claims(besideIDs ids: Set<String>) -> [Claim] { source.claims(besideIDs: ids) }
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

  @Test("all slips at some letters, and no others")
  func slips() {
    let slips = Spelling.slips(of: "panels", in: 1..<2)
    #expect(slips.count == 54 && slips.isSuperset(of: ["pnels", "pnaels", "pinels", "paanels"]))
    #expect(slips.allSatisfy { $0 == "panels" || Spelling.isOneSlip(Array("panels"), Array($0)) })
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
    #expect(source.asked == ["ch 4...6", "pa 6...8"])
  }
}
