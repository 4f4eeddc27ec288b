import Claims
import Testing

@testable import Extraction

/// Whom "we" means by the source of an insight.
struct ReferenceTests {
  @Test(arguments: [
    ("Quayside Research", "Quayside Research"),
    ("Q1 2025 earnings call, Marlowe Photonics (invented)", "Marlowe Photonics"),
    ("Signal Room, interview with Rosa Delacroix", "Rosa Delacroix"),
  ])
  func `a source says who its "we" are`(_ source: String, _ author: String) {
    #expect(Reference.author(of: source) == author)
  }

  @Test func `a journal's writers go unnamed`() {
    #expect(Reference.author(of: "Annals of Technical Standards") == nil)
  }

  @Test func `what a source says of itself is said by nobody else`() throws {
    let extractor = try GoldenTests.extractor.get()
    let claims = extractor.claims(in: [
      Insight(
        text: "We expect chip prices to fall. We cut our forecast in May.", document: "d",
        source: "Quayside Research", published: "2025-06-15")
    ]).flatMap(\.self)
    #expect(
      claims.map { "\($0.subject) | \($0.relation)" } == [
        "chip prices | falls", "Quayside Research | cuts",
      ])
    #expect(claims.allSatisfy { $0.attribution == nil })
  }
}
