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

  private static let alike = [
    "withdrew": "revoked", "warrant": "licence", "give": "cost", "get": "bought",
  ]

  /// Asked with a likeness for the texts that hold a word.
  private func answer(
    _ question: String, hole: Bool = true, claims: [Claim] = Self.claims,
    _ likeness: [String: Double]
  ) throws -> Answer {
    try Fixture.answer(
      question, hole ? "?" : "", hole ? "withdraws" : "", claims: claims,
      liken: { _, texts in
        texts.map { text in
          likeness.first { text.lowercased().contains($0.key) }?.value ?? 0
        }
      },
      likenWords: Self.likenWords)
  }

  private static func likenWords(_ question: [String], _ texts: [[String]]) -> [[[Double]]] {
    texts.map { text in
      question.map { word in
        text.map { $0 == word || $0 == Self.alike[word] ? 0.7 : 0.1 }
      }
    }
  }

  @Test func theNearestSentenceAnswersInOtherWords() throws {
    let answer = try answer(
      "Who withdrew the warrant of Heliora?", ["licence": 0.8, "welders": 0.5])
    #expect(answer.answers.map(\.name) == ["the Spanish regulator"])
    #expect(answer.answers.first?.widening == "said in other words")
    #expect(answer.note?.contains("meaning") == true)
  }

  @Test func aNearSentenceAnswersWhereNoneSaysTheWordsPlainly() throws {
    // "Cancelled" and "concession" are near no word of the sentence.
    let asked = "Who cancelled the concession of Heliora?"
    let near = try answer(asked, ["licence": 0.8])
    #expect(near.answers.map(\.name) == ["the Spanish regulator"])
    #expect(try answer(asked, ["licence": 0.4]).verdict == .unknown)
  }

  @Test func aKnownNameOfSeveralWordsIsSaidByItsWords() throws {
    let claims = [
      Fixture.claim(
        "x", "Sunward", "replaces", "Rooftop Solar",
        quote: "Sunward replaced Rooftop Solar in Reus.")
    ]
    let answer = try answer(
      "Who overtook Rooftop Solar?", claims: claims, ["replaced": 0.8])
    #expect(answer.answers.map(\.name) == ["Sunward"])
  }

  @Test func whatIsNotNearEnoughIsNoAnswer() throws {
    let answer = try answer("Who withdrew the warrant of Heliora?", ["licence": 0.3])
    #expect(answer.verdict == .unknown)
  }

  @Test func aSentenceWithoutTheNameAskedForIsNone() throws {
    let answer = try answer("Who withdrew the warrant of France?", ["licence": 0.9])
    #expect(answer.verdict == .unknown)
  }

  @Test func aNameNobodyKnowsIsNotAnsweredByAnother() throws {
    // "Runway" is a word like any other, but for its capital.
    let answer = try answer("Who withdrew the Runway warrant of Heliora?", ["licence": 0.9])
    #expect(answer.verdict == .unknown)
  }

  @Test func namesAloneDoNotMakeASentenceNear() throws {
    // Near with its names, far without them.
    let found = try Fixture.answer(
      "Who withdrew the warrant of Heliora?", "?", "withdraws", claims: Self.claims,
      liken: { _, texts in texts.map { $0.contains("Heliora") ? 0.8 : 0.1 } })
    #expect(found.verdict == .unknown)
  }

  @Test func aVerdictNeedsEachWordOfTheQuestionToBeSaid() throws {
    let claims = [
      Fixture.claim("t", "Heliora", "makes", "panels", quote: "Heliora makes panels in Reus.")
    ]
    let near = ["panels": 0.8]
    let all = try answer("Does Heliora make panels?", hole: false, claims: claims, near)
    #expect(all.verdict == .supported)
    let more = try answer("Does Heliora make foldable panels?", hole: false, claims: claims, near)
    #expect(more.verdict == .unknown)
  }

  @Test func nearSentencesThatContradictEachOtherLeaveItContested() throws {
    let up = Fixture.claim(
      "v", "Heliora", "lifts", "panel prices", quote: "Heliora lifts panel prices.")
    let down = Fixture.claim(
      "w", "Heliora", "cuts", "panel prices", quote: "Heliora cuts panel prices.")
    let clash = Clash(
      label: .contradiction, kind: "opposed_effect", score: 0.9, why: "up against down", a: up,
      b: down)
    func answer(_ clashes: [Clash]) throws -> Answer {
      try Fixture.answer(
        "Does Heliora make panel prices dearer?", claims: [up, down],
        clashes: { _ in clashes }, liken: { _, texts in texts.map { _ in 0.8 } },
        likenWords: Self.likenWords)
    }
    let contested = try answer([clash])
    #expect(contested.verdict == .contested)
    #expect(contested.claims.map(\.id) == [up.id] && contested.against.map(\.id) == [down.id])
    #expect(try answer([]).verdict == .unknown)
  }

  @Test func aSentenceMayLeaveTheNameToTheOneBefore() throws {
    let claims = [
      Fixture.claim(
        "u", "Heliora", "opens", "works", quote: "Heliora has opened works in Reus."),
      Fixture.claim(
        "u", "welders", "needs", "diploma", polarity: .negative,
        quote: "Its welders need no diploma."),
    ]
    let found = try answer(
      "Do welders need a diploma at Heliora?", hole: false, claims: claims, ["welders": 0.6])
    #expect(found.verdict == .denied)
  }

  @Test func whatSignsTogetherAnswersTogether() throws {
    let quote = "Heliora and Sunward put their names to the pact of Reus."
    let claims = [
      Fixture.claim("v", "Heliora", "signs", "pact of Reus", quote: quote),
      Fixture.claim("v", "Sunward", "signs", "pact of Reus", quote: quote),
    ]
    let found = try Fixture.answer(
      "Which firms signed up to the pact of Reus?", "?", "joins", "pact", claims: claims,
      liken: { _, texts in texts.map { $0.hasPrefix("Sunward") ? 0.7 : 0.8 } },
      likenWords: { question, texts in
        texts.map { text in question.map { _ in text.map { _ in 0.7 } } }
      })
    #expect(Set(found.answers.map(\.name)) == ["Heliora", "Sunward"])
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
