import Testing

@testable import Language

@Suite struct ClashReaderTests {
  private static let contrary = [
    ("order over Fjordchip is lifted", "order over Fjordchip still binds the plant in Molde"),
    ("the ministry lifts the ban on night fishing", "night fishing is still forbidden"),
    ("Fjordchip is largest maker of lenses", "Orkla sells more lenses than any other firm"),
    ("not: any lens of Fjordchip reaches Japan", "Japan receives lenses from Fjordchip"),
  ]
  private static let compatible = [
    ("Norvik's staff repairs lasers in Molde", "Norvik sells lasers to Bergen"),
    ("the ministry lifts the ban on night fishing", "whaling is still forbidden"),
    ("Fjordchip is largest maker of lenses", "Orkla is largest maker of mirrors"),
    ("Japan receives lenses from Fjordchip", "Japan receives lenses from Orkla"),
  ]

  @Test(arguments: contrary)
  func `claims that can't both hold are told in whatever words`(_ pair: (String, String)) throws {
    #expect(try #require(ClashReader.shared()([pair]).first).contrary > 0.5)
  }

  @Test(arguments: compatible)
  func `claims of other matters are told apart`(_ pair: (String, String)) throws {
    #expect(try #require(ClashReader.shared()([pair]).first).contrary < 0.5)
  }

  @Test func `the answer is the same whichever comes first`() throws {
    expectNoOrder(try ClashReader.shared().callAsFunction, of: Self.contrary + Self.compatible)
  }

  @Test func `an answer depends on neither neighbours nor threads nor kernel`() throws {
    try expectEachAlone(Self.contrary[0], beside: Self.compatible) {
      try ClashReader(kernel: $0, threads: $1).callAsFunction
    }
  }
}
