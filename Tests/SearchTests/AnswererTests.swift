import Claims
import Foundation
import Testing

@testable import Search

@Suite struct AnswererTests {
  @Test("who does it: the family of the relation and narrower objects answer, the nearest first")
  func subject() throws {
    let answer = try Fixture.answer(
      "Who champions rooftop solar?", "?", "champions", "rooftop solar")
    #expect(answer.form == "subject")
    #expect(answer.verdict == .answered)
    #expect(answer.answers.map(\.name) == ["France", "French firms"])
    #expect(answer.explanation.contains { $0.contains("family of champions") })
  }

  @Test("two sources for one object by two names are one answer with support two")
  func object() throws {
    let answer = try Fixture.answer("What does Spain lead in?", "Spain", "leads in", "?")
    #expect(answer.answers.map(\.name) == ["solar power"])
    #expect(answer.answers.map(\.support) == [2])
  }

  @Test("an inverse relation answers from the other side")
  func inverse() throws {
    let answer = try Fixture.answer("What belongs to Heliora?", "?", "belongs to", "Heliora")
    #expect(answer.answers.map(\.name) == ["Sunward"])
  }

  @Test("yes or no with voices on both sides is contested")
  func contested() throws {
    let answer = try Fixture.answer(
      "Does Spain lead in solar power?", "Spain", "leads in", "solar power")
    #expect(answer.verdict == .contested)
    #expect(Set(answer.claims.map(\.evidence.insight)) == ["c", "d"])
    #expect(Set(answer.against.map(\.evidence.insight)) == ["e", "f"])
    #expect(answer.note == "for: 2 sources, against: 2 sources")
  }

  @Test("a denial alone denies, and denies only what it speaks of")
  func denied() throws {
    let ban = try Fixture.answer("Does France ban cheap panels?", "France", "bans", "cheap panels")
    #expect(ban.verdict == .denied)
    let other = try Fixture.answer("Does France ban coal?", "France", "bans", "coal")
    #expect(other.verdict == .unknown)
    #expect(other.note == "the store knows nothing of coal")
  }

  @Test("nobody says so is another no than nothing known")
  func nobodySays() throws {
    let answer = try Fixture.answer(
      "Does Heliora champion nuclear power?", "Heliora", "champions", "nuclear power")
    #expect(answer.verdict == .unknown)
    #expect(answer.note?.hasPrefix("nobody says so") == true)
  }

  @Test("a question of no known word is not understood")
  func notUnderstood() throws {
    #expect(throws: SearchError.notUnderstood(question: "blorp?")) {
      try Fixture.answer("blorp?")
    }
  }

  @Test("words about a known name that ask nothing readable say what the store has")
  func unread() throws {
    let answer = try Fixture.answer("Heliora whither?")
    #expect(answer.verdict == .unknown)
    #expect(answer.note?.contains("of Heliora the store has 2 claims") == true)
  }

  @Test("a path goes over claims in both directions")
  func path() throws {
    let answer = try Fixture.answer("How is Heliora connected to Spain?")
    #expect(answer.form == "path")
    #expect(
      answer.answers.first?.name
        == "Heliora —owns→ Sunward —sells panels to→ the Spanish grid operator")
    #expect(answer.answers.first?.claims.count == 2)
  }

  @Test("a path joins a name with the same name said at more length, and says so")
  func pathJoins() throws {
    let answer = try Fixture.answer("How are France and cheap power connected?")
    #expect(
      answer.answers.first?.name
        == "France —subsidises→ large wind farm auctions —leads to→ cheap power")
    #expect(answer.explanation.contains("large wind farm auctions joined with wind farm auctions"))
  }

  @Test("an end of a path that the store lacks is named")
  func pathUnknown() throws {
    let answer = try Fixture.answer("What links Heliora and Portugal?")
    #expect(answer.note == "the store knows nothing of Portugal")
  }

  @Test(
    "a profile, asked in words or by the bare name",
    arguments: [
      "What do we know about Heliora?", "Heliora", "what is said of heliora",
    ])
  func profile(_ question: String) throws {
    let answer = try Fixture.answer(question)
    #expect(answer.form == "profile")
    #expect(Set(answer.claims.map(\.evidence.insight)) == ["g", "j"])
  }

  @Test("how much and when answer in the text's words")
  func numberAndDate() throws {
    let much = try Fixture.answer("How much does Heliora spend?", "Heliora", "spends", "?")
    #expect(much.answers.map(\.name) == ["$40 million"])
    #expect(much.answers.map(\.kind) == ["number"])
    let when = try Fixture.answer("When did Heliora spend it?", "Heliora", "spends", "")
    #expect(when.answers.map(\.name) == ["in 2024"])
  }

  @Test("who says it names the one the text names")
  func whoSays() throws {
    let answer = try Fixture.answer(
      "Who says that Heliora spends $40 million?", "Heliora", "spends", "$40 million")
    #expect(answer.form == "source")
    #expect(answer.answers.map(\.name) == ["an auditor"])
  }

  @Test("the kind asked for comes first")
  func category() throws {
    let answer = try Fixture.answer(
      "Which companies champion rooftop solar?", "?", "champions", "rooftop solar",
      category: "which companies")
    #expect(answer.answers.first?.name == "French firms")
  }

  @Test("each clash is an answer of two claims")
  func disagreement() throws {
    let a = Fixture.claims[2]
    let b = Fixture.claims[4]
    let clash = Clash(
      label: .tension, kind: "ordering", score: 0.5, why: "ahead against behind", a: a, b: b)
    let answer = try Fixture.answer(
      "What do sources disagree on about Spain?",
      clashes: { scope in
        if case .about(["Spain"]) = scope { [clash] } else { [] }
      })
    #expect(answer.answers.map(\.claims) == [[a.id, b.id]])
  }

  @Test("a denial that another claim contradicts leaves it contested")
  func deniedButContradicted() throws {
    let denial = Fixture.claims[8]
    let other = Fixture.claim(
      "n", "Paris customs", "turns back", "cheap panels from France's ports")
    let clash = Clash(
      label: .contradiction, kind: "negation", score: 0.9, why: "one denies it", a: denial,
      b: other)
    func answer(_ clashes: [Clash]) throws -> Answer {
      try Fixture.answer(
        "Does France ban cheap panels?", "France", "bans", "cheap panels",
        claims: Fixture.claims + [other], clashes: { _ in clashes })
    }
    #expect(try answer([]).verdict == .denied)
    let contested = try answer([clash])
    #expect(contested.verdict == .contested)
    #expect(contested.claims.map(\.id) == [other.id])
  }

  @Test("amounts of different things add up where a total is asked for")
  func totals() throws {
    let question = "How much does Heliora spend altogether?"
    func answer(_ objects: [String]) throws -> Answer {
      let claims = objects.enumerated().map { i, object in
        Fixture.claim("t\(i)", "Heliora", "spends", object)
      }
      return try Fixture.answer(question, "Heliora", "spends", "?", claims: claims)
    }
    let added = try answer(["$40 million on panels", "$1.2 billion on ships", "$3 million on ink"])
    #expect(added.answers.first?.name == "1.243 billion USD")
    #expect(added.answers.first?.claims.count == 3)
    #expect(added.answers.first?.widening == "added up from 3 amounts")
    #expect(added.answers.count == 4 && added.against.isEmpty)
    // Other currencies, shares, limits, and two amounts for one thing don't.
    for others in [
      ["$40 million on panels", "€2 million on ships"], ["40 % of sales", "10 % of profit"],
      ["$40 million on panels", "over $2 million on ships"],
      ["$40 million on panels", "$50 million on panels"],
    ] {
      #expect(try answer(others).answers.allSatisfy { !$0.widening.contains("added up") })
    }
  }

  @Test("who is the only supplier of a thing supplies it")
  func doer() throws {
    let answer = try Fixture.answer(
      "Who supplies hawsers?", "?", "supplies", "hawsers",
      claims: [Fixture.claim("x", "Sunward", "is only supplier of", "hawsers")])
    #expect(answer.answers.map(\.name) == ["Sunward"])
    #expect(answer.answers.first?.widening == "is only supplier of says supplies")
  }

  @Test("a part of a company is owned by who owns a tenth of it")
  func stake() throws {
    let claims = [Fixture.claim("x", "Spain", "owns", "just under a tenth of Heliora")]
    let answer = try Fixture.answer(
      "Does Spain own part of Heliora?", "Spain", "owns", "part of Heliora", claims: claims)
    #expect(answer.verdict == .supported)
    let other = try Fixture.answer(
      "Does Spain own part of Sunward?", "Spain", "owns", "part of Sunward", claims: claims)
    #expect(other.verdict == .unknown)
  }

  @Test("who halts exports of a thing exports none")
  func halted() throws {
    let claims = [Fixture.claim("x", "Spain", "halts", "exports of solar cells to Chile")]
    let answer = try Fixture.answer(
      "Does Spain ship solar cells?", "Spain", "ships", "solar cells", claims: claims)
    #expect(answer.verdict == .denied)
    #expect(answer.explanation.contains { $0.contains("halts exports goes against ships") })
  }

  @Test("a head office in a place says where one is headquartered")
  func seat() throws {
    let claims = [Fixture.claim("x", "Heliora", "has", "head office in Reus")]
    let asked = try Fixture.answer("Where is Heliora based?", claims: claims)
    #expect(asked.answers.map(\.name) == ["Reus"])
  }

  @Test("the JSON has the contract's keys and no explanation")
  func json() throws {
    let answer = try Fixture.answer("Heliora")
    let data = try JSONEncoder().encode(answer)
    let keys = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    #expect(
      Set(keys?.keys.map(\.self) ?? [])
        == ["question", "form", "verdict", "answers", "claims", "against", "note"])
  }

  @Test("answers are the same in whatever order the claims were stored")
  func order() throws {
    let reading = Fixture.claim("q", "?", "champions", "rooftop solar")
    let vocabulary = try Fixture.vocabulary()
    let question = "Who champions rooftop solar?"
    let both = try [Fixture.claims, Fixture.claims.reversed()].map { claims in
      try Answerer(
        source: InMemoryClaims(claims), vocabulary: vocabulary, read: { _ in [reading] }
      ).answer(question)
    }
    #expect(both[0] == both[1])
  }
}
