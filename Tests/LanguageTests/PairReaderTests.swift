import Testing

@testable import Language

@Suite struct PairReaderTests {
  private static let same = [
    ("orchard workers' pay", "wages of people who work in orchards"),
    ("the ministry's ban on night fishing", "night fishing ban by the ministry"),
    ("cheese makers", "producers of cheese"),
    ("the new ferry terminal at Molde", "Molde's new ferry terminal"),
  ]
  private static let different = [
    ("orchard workers' pay", "orchard workers' unions"),
    ("imports of cheese", "exports of cheese"),
    ("ferry crews", "ferry passengers"),
    ("ferries to Molde", "ferries to Bergen"),
  ]

  @Test(arguments: same)
  func `phrases of one matter are told in other words`(_ pair: (String, String)) throws {
    #expect(try #require(PairReader.shared()([pair]).first).same > 0.75)
  }

  @Test(arguments: different)
  func `phrases that share words are told apart`(_ pair: (String, String)) throws {
    #expect(try #require(PairReader.shared()([pair]).first).same < 0.5)
  }

  @Test func `a part is no whole`() throws {
    let found = try PairReader.shared()([("cheese exports", "cheese exports to Japan")])
    #expect(try #require(found.first).narrower > 0.75)
  }

  @Test func `the answer is the same whichever comes first`() throws {
    expectNoOrder(try PairReader.shared().callAsFunction, of: Self.same + Self.different)
  }

  @Test func `an answer depends on neither neighbours nor threads nor kernel`() throws {
    try expectEachAlone(Self.same[0], beside: Self.different) {
      try PairReader(kernel: $0, threads: $1).callAsFunction
    }
  }

  @Test func `empty and overlong phrases have answers too`() throws {
    let long = String(repeating: "ferries and terminals ", count: 400)
    for answer in try PairReader.shared()([("", ""), (long, "ferries")]) {
      #expect(abs(answer.same + answer.narrower + answer.different - 1) < 0.01)
    }
  }
}
