import Claims
import Testing

@testable import Analysis

/// What claims say that a vocabulary lacks, and where it may belong.
struct VocabularySuggestionsTests {
  static let yaml = """
    frames:
      - {name: custody, opposes: [[hold, release]], kind: antonym}
    relations:
      - {name: invests in, phrases: [invest in]}
      - {name: exports, phrases: [export]}
      - {name: impounds, frame: custody, pole: hold, phrases: [impound]}
      - {name: frees, frame: custody, pole: release, phrases: [free]}
      - {name: slows, phrases: [put brake on]}
      - {name: has, phrases: [have]}
      - {name: regulates, phrases: [regulate]}
      - {name: holds up, frame: custody, pole: hold, phrases: [hang on to]}
      - {name: hangs out, frame: custody, pole: release, phrases: [hang out]}
    entities:
      - {name: World Trade Organization, kind: organisation}
      - {name: OpenAI, kind: lab}
      - {name: Norway, kind: state, demonyms: [Norwegian]}
    """

  private func claim(
    _ subject: String, _ relation: String, _ object: String, quote: String? = nil,
    polarity: Polarity = .positive
  ) -> Claim {
    let quote = quote ?? "\(subject) \(relation) \(object)."
    return Claim(
      subject: subject, relation: relation, object: object, polarity: polarity,
      evidence: Evidence(
        insight: "i-\(subject)-\(object)", document: "d", source: nil, published: nil,
        quote: quote, start: 0, end: quote.utf8.count))
  }

  /// `relation` or name, its claims, and the proposal in order.
  private func suggested(_ claims: [Claim], _ what: VocabularySuggestion.What) throws -> [String] {
    VocabularySuggestions(vocabulary: try Vocabulary(yaml: Self.yaml)).suggestions(for: claims)
      .filter { $0.what == what }
      .map { "\($0.name) \($0.claims): \($0.proposal.joined(separator: "; "))" }
  }

  @Test func `an unknown relation is proposed by its verb, never as an opposite`() throws {
    let claims = [
      claim("a", "invests at", "b"), claim("c", "invests at", "d"), claim("a", "invests in", "b"),
      claim("a", "re-exports", "b"), claim("a", "deregulates", "b"), claim("a", "has on", "b"),
      claim("a", "puts brakes across", "b"), claim("a", "hangs over", "b"),
      claim("a", "yodels", "b"),
    ]
    #expect(
      try suggested(claims, .relation) == [
        "invests at 2: invests in", "deregulates 1: ", "hangs over 1: ", "has on 1: ",
        "puts brakes across 1: slows", "re-exports 1: exports", "yodels 1: ",
      ])
  }

  @Test func `two pairs in common speak for a relation, one does not, opposites cancel out`() throws
  {
    let known = [
      claim("a", "impounds", "b"), claim("c", "impounds", "d"), claim("e", "frees", "f"),
      claim("g", "impounds", "h"), claim("g", "frees", "h"), claim("i", "impounds", "j"),
      claim("i", "frees", "j"),
    ]
    let unknown = [
      claim("a", "clamps", "b"), claim("c", "clamps", "d"), claim("e", "opens", "f"),
      claim("g", "handles", "h"), claim("i", "handles", "j"),
      claim("a", "misses", "b", polarity: .negative),
      claim("c", "misses", "d", polarity: .negative),
    ]
    #expect(
      try suggested(known + unknown, .relation) == [
        "clamps 2: impounds", "handles 2: ", "misses 2: ", "opens 1: ",
      ])
  }

  @Test func `an unknown name is proposed by spelling, initials or beginning`() throws {
    let claims = [
      claim("WTO", "fines", "Open AI"), claim("Norwegian Tidal Lab", "opens", "Norway"),
      claim("Rainfall", "grows", "cheap power"), claim("Zorro", "frees", "it"),
      claim("Rust", "eats", "Bolt", quote: "Rust eats Bolt."), claim("it", "opens on", "May 2024"),
    ]
    #expect(
      try suggested(claims, .entity) == [
        "Bolt 1: ", "Norwegian Tidal Lab 1: Norway", "Open AI 1: OpenAI",
        "WTO 1: World Trade Organization",
      ])
  }
}
