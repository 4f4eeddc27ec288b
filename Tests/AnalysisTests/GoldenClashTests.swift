import Claims
import Foundation
import Testing

@testable import Analysis

/// Two claims in a golden file and what is found in them; the files say how a line is written.
struct GoldenPair: Sendable, CustomTestStringConvertible {
  var a: Claim
  var b: Claim
  var expected: String
  var testDescription: String { "\(a.id) \(a.subject) \(a.relation) \(a.object)" }

  static let files = [
    "negation", "antonym", "functional", "ordering", "superlative", "numeric", "quantifier",
    "trend_state", "opposed_effect", "other_words", "side_by_side", "update", "compatible",
    "entailment",
  ]

  static func all(in file: String) -> [GoldenPair] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(file).txt")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated().filter { !$0.element.hasPrefix("#") }[...]
    var pairs: [GoldenPair] = []
    while let end = lines.firstIndex(where: { $0.element == "----" }) {
      let claims = lines[..<end].filter { !$0.element.isEmpty }
      lines = lines[(end + 1)...]
      let verdict = lines.prefix { !$0.element.isEmpty }.first.map { String($0.element) } ?? ""
      if !verdict.isEmpty { lines = lines.dropFirst() }
      guard claims.count == 2 else { return [] }
      let read = claims.map {
        goldenClaim(String($0.element), id: "\(file):\($0.offset + 1)")
      }
      pairs.append(GoldenPair(a: read[0], b: read[1], expected: verdict))
    }
    return pairs
  }
}

func goldenClaim(_ line: String, id: String) -> Claim {
  let parts = line.split(separator: "|", omittingEmptySubsequences: false)
    .map { $0.split(separator: " ").joined(separator: " ") }
  var claim = Claim(
    id: id, subject: parts[0], relation: parts[1], object: parts.count > 2 ? parts[2] : "",
    evidence: Evidence(
      insight: id, document: id, source: nil, published: nil, quote: "", start: 0, end: 0))
  for extra in parts.dropFirst(3) {
    switch extra.first {
    case "!": claim.polarity = .negative
    case "?": claim.modality = Modality(rawValue: String(extra.dropFirst())) ?? .asserted
    case "(": claim.scope = String(extra.dropFirst().dropLast())
    case "@": claim.time = String(extra.dropFirst())
    case "=": claim.evidence.published = String(extra.dropFirst())
    case "s" where extra.hasPrefix("says: "): claim.attribution = String(extra.dropFirst(6))
    case "~": claim.evidence.source = String(extra.dropFirst())
    case "\"": claim.evidence.quote = String(extra.dropFirst().dropLast())
    default: break
    }
  }
  return claim
}

struct GoldenClashTests {
  static let detector = (try? Vocabulary.builtIn()).map(ContradictionDetector.init(vocabulary:))

  @Test("pairs of each kind", arguments: GoldenPair.files)
  func golden(_ file: String) throws {
    let detector = try #require(Self.detector)
    let pairs = GoldenPair.all(in: file)
    #expect(!pairs.isEmpty)
    for pair in pairs {
      let clash = detector.clashes(among: [pair.a, pair.b]).first
      let found = clash.map { "\($0.label.rawValue) \($0.kind)" } ?? ""
      #expect(
        found == pair.expected, "\(pair.a.id) \(clash.map { "\($0.score) \($0.gates)" } ?? "")")
      #expect(
        detector.clashes(among: [pair.b, pair.a]) == (clash.map { [$0] } ?? []),
        "\(pair.a.id), turned round")
      let judged = detector.judge(pair.a, pair.b)
      #expect(detector.judge(pair.b, pair.a) == judged, "\(pair.a.id), judged the other way")
      // Who reads the phrases may find one where the rules don't, and none where they do.
      if judged != nil, !pair.expected.isEmpty {
        #expect(judged == clash, "\(pair.a.id), put into blocks")
      }
    }
  }
}
