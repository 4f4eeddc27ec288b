import Claims
import Testing

@testable import Search

/// Questions whose words no claim has; likeness is given for a word of each sentence.
@Suite struct MeaningTests {
  private static let claims = [
    Fixture.claim(
      "p", "the Spanish regulator", "revokes", "Heliora's licence", attribution: "Paper Nine",
      quote: "The Spanish regulator revoked the licence under which Heliora serviced panels."),
    Fixture.claim(
      "q", "Heliora", "pays", "$40 million for Sunward",
      quote: "Heliora bought Sunward for $40 million."),
    Fixture.claim(
      "r", "Heliora", "spends", "$25 million on Sunward",
      quote: "Sunward cost Heliora $25 million, an auditor found."),
    Fixture.claim(
      "s", "Heliora", "hires", "nine welders", quote: "Heliora hired nine welders."),
  ]

  /// Asked with a likeness for the texts that hold a word.
  private func answer(_ question: String, hole: Bool = true, _ likeness: [String: Double]) throws
    -> Answer
  {
    try Fixture.answer(
      question, hole ? "?" : "", hole ? "withdraws" : "", claims: Self.claims,
      liken: { _, texts in
        texts.map { text in
          likeness.first { text.lowercased().contains($0.key) }?.value ?? 0
        }
      })
  }

  @Test func theNearestSentenceAnswersInOtherWords() throws {
    let answer = try answer(
      "Who withdrew the permit of Heliora?", ["licence": 0.8, "welders": 0.5])
    #expect(answer.answers.map(\.name) == ["the Spanish regulator"])
    #expect(answer.answers.first?.widening == "said in other words")
    #expect(answer.note?.contains("meaning") == true)
  }

  @Test func whatIsNotNearEnoughIsNoAnswer() throws {
    let answer = try answer("Who withdrew the permit of Heliora?", ["licence": 0.4])
    #expect(answer.verdict == .unknown)
  }

  @Test func aSentenceWithoutTheNameAskedForIsNone() throws {
    let answer = try answer("Who withdrew the permit of France?", ["licence": 0.9])
    #expect(answer.verdict == .unknown)
  }

  @Test func namesAloneDoNotMakeASentenceNear() throws {
    // Near with its names, far without them.
    let found = try Fixture.answer(
      "Who withdrew the permit of Heliora?", "?", "withdraws", claims: Self.claims,
      liken: { _, texts in texts.map { $0.contains("Heliora") ? 0.8 : 0.1 } })
    #expect(found.verdict == .unknown)
  }

  @Test func amountsOfOneMatterAreRivals() throws {
    let answer = try answer(
      "How much did Heliora give to get Sunward?", hole: false, ["bought": 0.8, "cost": 0.75])
    #expect(answer.answers.map(\.name) == ["$40 million for Sunward", "$25 million on Sunward"])
    #expect(answer.against.map(\.evidence.insight) == ["r"])
  }

  @Test(
    "each asks for grounds",
    arguments: [
      "What is Heliora's objection to the act?", "On what grounds did Spain leave?",
      "What prompted Heliora to sell?",
    ])
  func grounds(question: String) {
    #expect(QuestionReader.openingForm(QuestionReader.plain(question)) == .why)
  }
}
