import Claims
import Testing

@testable import Search

/// One passage: sun taxes are the cause of a ban, which is made for a purpose.
private let passage: [Claim] = {
  var tax = Fixture.claim("w", "Spain", "taxes", "sunlight", source: "Paper w")
  var ban = Fixture.claim("w", "France", "bans", "Spanish panels", source: "Paper w")
  let aim = Fixture.claim("w", "France", "protects", "French firms", modality: .planned)
  tax.links = [ClaimLink(from: tax.id, to: ban.id, kind: .cause, words: "because")]
  ban.links = [ClaimLink(from: ban.id, to: aim.id, kind: .purpose, words: "in order to")]
  return [tax, ban, aim, Fixture.claim("v", "Heliora", "owns", "Sunward", scope: "Spain")]
}()

@Suite struct WhyTests {
  @Test(
    "why, how come and what for are answered by the causes and purposes linked to the claim",
    arguments: [
      "Why does France ban Spanish panels?", "How come France bans Spanish panels?",
      "What does France ban Spanish panels for?",
      "For what purpose does France ban Spanish panels?",
    ])
  func linked(_ question: String) throws {
    let answer = try Fixture.answer(question, "France", "bans", "Spanish panels", claims: passage)
    #expect(answer.form == "why")
    #expect(answer.verdict == .answered)
    #expect(
      Set(answer.answers.map(\.name)) == ["Spain taxes sunlight", "France protects French firms"])
    #expect(Set(answer.claims.map(\.id)) == [passage[0].id, passage[2].id])
    #expect(answer.explanation.contains("cause (because): Spain taxes sunlight"))
    #expect(answer.explanation.contains("purpose (in order to): France protects French firms"))
  }

  @Test("an effect is no reason of its cause, nor an action of its purpose")
  func direction() throws {
    for (subject, relation, object) in [
      ("Spain", "taxes", "sunlight"), ("France", "protects", "French firms"),
    ] {
      let answer = try Fixture.answer(
        "Why does \(subject) do so?", subject, relation, object, claims: passage)
      #expect(answer.verdict == .unknown)
      #expect(answer.note == "it is said, but nobody says why")
    }
  }

  @Test("what is asked with a verb and its preposition stays a question for an object")
  func objectOfFor() throws {
    let answer = try Fixture.answer(
      "What does Heliora pay for?", "Heliora", "owns", "?", claims: passage)
    #expect(answer.form == "object")
    #expect(answer.answers.map(\.name) == ["Sunward"])
  }
}
