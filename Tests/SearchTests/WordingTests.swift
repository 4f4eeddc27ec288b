import Claims
import Testing

@testable import Search

@Suite struct WordingTests {
  @Test(
    "words of one sense have one stem, whatever their ending",
    arguments: [
      ("exempts", "exemption"), ("applies", "applying"), ("obligations", "obligation"),
      ("banned", "ban"), ("sold", "sale"), ("training", "train"), ("depends", "dependence"),
    ])
  func stems(_ a: String, _ b: String) { #expect(Stem.of(a) == Stem.of(b)) }

  @Test(
    "other words keep other stems",
    arguments: [("open", "openai"), ("china", "chip"), ("lead", "leak"), ("model", "mode")])
  func others(_ a: String, _ b: String) { #expect(Stem.of(a) != Stem.of(b)) }

  @Test("a text is taken apart into names, senses, years and an amount")
  func parts() throws {
    let names = NameMatcher(vocabulary: try Fixture.vocabulary())
    let asked = names.wording(
      of: "How much did French firms spend in 2024, above half a million dollars?",
      withAmount: false)
    #expect(asked.inOrder == ["France"])
    #expect(asked.years == ["2024"])
    #expect(asked.senses == ["alike-company", "spend"])
    #expect(asked.quantity?.value == 500_000)
  }

  @Test(
    "the reason is found in the claim's own sentence",
    arguments: [
      ("Spain pays firms because sunlight is cheap.", "sunlight is cheap"),
      ("Because sunlight is cheap, Spain pays firms.", "sunlight is cheap"),
      ("Unable to buy coal, Spain pays firms.", "Unable to buy coal"),
      ("Spain pays firms due to high costs; France doesn't.", "high costs"),
      ("Spain pays firms to build roofs.", "to build roofs"),
    ])
  func reasons(_ quote: String, _ reason: String) {
    let claim = Fixture.claim("x", "Spain", "pays", "firms", quote: quote)
    #expect(StatedReason.reasons(in: claim) { $0 == "build" } == [reason])
  }

  @Test("a goal or a time is no reason")
  func noReason() {
    for quote in ["Spain pays firms to Chile.", "Spain pays firms in May."] {
      let claim = Fixture.claim("x", "Spain", "pays", "firms", quote: quote)
      #expect(StatedReason.reasons(in: claim) { _ in false }.isEmpty)
    }
  }

  @Test(
    "days of a question's words",
    arguments: [
      ("as of 2024", nil, "2024-12-31"), ("after May 2024", "2024-06-01", nil),
      ("before 1 March 2024", nil, "2024-02-29"), ("in 2023", "2023-01-01", "2023-12-31"),
      ("since 2024-12-31", "2024-12-31", nil),
      ("between 2021 and 2023", "2021-01-01", "2023-12-31"),
      ("by the end of February 2023", nil, "2023-02-28"),
      ("after 31 December 2024", "2025-01-01", nil),
    ] as [(String, String?, String?)])
  func days(_ words: String, _ from: String?, _ to: String?) {
    let found = QuestionReader.days(in: "who led \(words)")
    #expect(found?.from == from)
    #expect(found?.to == to)
  }

  @Test("a question without a date has no days")
  func noDays() { #expect(QuestionReader.days(in: "who led in chips before the ban") == nil) }
}
