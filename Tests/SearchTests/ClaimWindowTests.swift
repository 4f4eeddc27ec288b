import Claims
import Testing

@testable import Search

@Suite struct ClaimWindowTests {
  private func window(_ conditions: ClaimWindow.Conditions) throws -> ClaimWindow {
    ClaimWindow(InMemoryClaims([]), conditions, vocabulary: try Fixture.vocabulary())
  }

  private func claim(from: String?, to: String?, published: String?) -> Claim {
    var claim = Fixture.claim("x", "Spain", "taxes", "sunlight")
    claim.validFrom = from
    claim.validTo = to
    claim.evidence.published = published
    return claim
  }

  @Test("what was known on a day is what was published by then, whenever it held")
  func known() throws {
    let window = try window(.init(knownAt: "2024-06-01"))
    #expect(window.holds(claim(from: "2020-01-01", to: nil, published: "2024-05-31")))
    #expect(!window.holds(claim(from: "2020-01-01", to: nil, published: "2024-06-02")))
    #expect(window.holds(claim(from: nil, to: nil, published: nil)))
  }

  @Test("what held on a day is told by the text's time, else from the day of publication on")
  func valid() throws {
    let window = try window(.init(validAt: "2024-06-01"))
    #expect(window.holds(claim(from: "2024-01-01", to: "2024-12-31", published: "2025-02-01")))
    #expect(!window.holds(claim(from: "2024-01-01", to: "2024-03-31", published: "2024-02-01")))
    #expect(!window.holds(claim(from: "2024-07-01", to: nil, published: "2024-02-01")))
    #expect(window.holds(claim(from: nil, to: nil, published: "2024-02-01")))
    #expect(!window.holds(claim(from: nil, to: nil, published: "2024-08-01")))
  }

  @Test("a ban goes on after the day it was made")
  func lasting() throws {
    let yaml = """
      frames:
        - {name: control, opposes: [[ban, allow]], kind: antonym}
      relations:
        - {name: bans, frame: control, pole: ban}
      entities: []
      """
    let window = ClaimWindow(
      InMemoryClaims([]), .init(validAt: "2024-06-01"), vocabulary: try Vocabulary(yaml: yaml))
    var ban = claim(from: "2024-04-01", to: "2024-04-30", published: "2024-04-20")
    ban.relation = "bans"
    #expect(window.holds(ban))
  }

  @Test("a source and a first day narrow it too")
  func narrowed() throws {
    let day = claim(from: nil, to: nil, published: "2024-02-01")
    #expect(try window(.init(since: "2024-02-01", source: "Paper x")).holds(day))
    #expect(try !window(.init(since: "2024-02-02")).holds(day))
    #expect(try !window(.init(source: "Paper y")).holds(day))
  }
}
