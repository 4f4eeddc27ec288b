import Claims
import Testing

@testable import Search

@Suite struct RelationMatchTests {
  private func match(_ asked: String, _ given: String) throws -> RelationMatch? {
    RelationMatcher(vocabulary: try Fixture.vocabulary()).match(asked, given)
  }

  @Test(
    "a relation in another grammar says the same",
    arguments: [
      ("takes effect", "takes effect on"), ("takes effect on", "takes effect"),
      ("is route for", "is main route for"), ("is used for", "is the only chip used for"),
      ("is refiner of", "refines"), ("is investor of", "invests in"),
    ])
  func same(_ asked: String, _ given: String) throws {
    let found = try #require(try match(asked, given))
    #expect(found.sense == .same && !found.swapped)
  }

  @Test(
    "what is done by somebody has the sides the other way round",
    arguments: [("chairs", "is chaired by"), ("runs", "is run by"), ("bans", "is banned by")])
  func passive(_ asked: String, _ given: String) throws {
    let found = try #require(try match(asked, given))
    #expect(found.sense == .same && found.swapped)
  }

  @Test(
    "who refuses to do it doesn't",
    arguments: [("signs", "declines to sign"), ("bans", "refuses to ban")])
  func refused(_ asked: String, _ given: String) throws {
    #expect(try match(asked, given)?.sense == .opposite)
  }

  @Test(
    "what was or may be isn't",
    arguments: [("is partner of", "is former partner of"), ("is host of", "is likely host of")])
  func formerly(_ asked: String, _ given: String) throws {
    #expect(try match(asked, given) == nil)
  }
}
