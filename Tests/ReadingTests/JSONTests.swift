import Foundation
import Testing

@testable import Reading

struct JSONTests {
  @Test func `values of every kind`() throws {
    let object = try #require(
      JSON(#" {"a": "x", "b": -1.5e2, "c": [1, {"d": null}], "e": true, "f": {}, "a": "y"} "#)?
        .object)
    #expect(object["a"] == .string("x"))
    #expect(object["b"] == .number("-1.5e2"))
    #expect(
      object["c"]
        == .array([.number("1"), .object(JSONObject(members: [.init(key: "d", value: .null)]))]))
    #expect(object["e"] == .bool(true))
    #expect(object["f"] == .object(JSONObject()))
    #expect(object["g"] == nil)
    #expect(try object.double("b") == -150)
  }

  @Test(arguments: [
    (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{c}\n\r\tz"), (#""\u00e9\uD83D\ude00""#, "é😀"),
    (#""caf\u0065\u0301""#, "cafe\u{301}"), (#""""#, ""), (#""\u0000""#, "\u{fffd}"),
  ])
  func `escapes are read`(_ json: String, _ text: String) { #expect(JSON(json) == .string(text)) }

  @Test(arguments: [
    "", "{", "{\"a\"}", "{\"a\": }", "[1 2]", "01", "1.", "-", "+1", "tru", "\"a", "\"\\x\"",
    "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\u{1}\"", "{} {}", "{a: 1}", "nan", "[,]",
    String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000),
  ])
  func `what is no JSON is nil`(_ text: String) { #expect(JSON(text) == nil) }

  @Test(arguments: 1...200)
  func `whatever Foundation reads, this reads the same`(_ seed: UInt64) throws {
    var state = seed &* 0x9e37_79b9_7f4a_7c15
    func some(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let pieces = [
      "{", "}", "[", "]", "\"", ",", ":", "\"a\"", "\"é\\n\"", "\\", "1", "-0.5", "2e3", "null",
      "true", " ", "u00e9",
    ]
    for _ in 0..<50 {
      let text =
        some(2) == 0
        ? (0..<some(12)).map { _ in pieces[some(pieces.count)] }.joined()
        : "{\"a\": [" + (0..<some(6)).map { _ in pieces[some(pieces.count)] }.joined(separator: ",")
          + "]}"
      let theirs = try? JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed)
      if theirs == nil {
        // A comma too many is all that is read beyond it.
        #expect(JSON(text) == nil || text.contains(",]") || text.contains(",}"), "\(text)")
      } else {
        #expect(JSON(text) != nil, "\(text)")
      }
    }
  }
}
