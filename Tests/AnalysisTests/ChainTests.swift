import Claims
import Foundation
import Testing

@testable import Analysis

/// Leads that go round, over three claims and more.
struct ChainTests {
  let detector: ContradictionDetector

  init() throws { detector = ContradictionDetector(vocabulary: try Vocabulary.builtIn()) }

  /// The cases of the golden file: claims with their numbers as ids, and what is expected.
  private func cases() throws -> [(place: Int, claims: [Claim], expected: [String])] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/chain.txt")
    let lines = try String(contentsOf: path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var cases: [(place: Int, claims: [Claim], expected: [String])] = []
    var claims: [Claim] = []
    var isExpected = false
    for (place, line) in lines.enumerated() where !line.hasPrefix("#") {
      if line == "----" {
        cases.append((place, claims, []))
        isExpected = true
      } else if line.isEmpty {
        claims = []
        isExpected = false
      } else if isExpected {
        cases[cases.count - 1].expected.append(String(line))
      } else {
        claims.append(goldenClaim(String(line), id: "\(claims.count + 1)"))
      }
    }
    return cases
  }

  private func listed(_ clashes: [Clash]) -> [String] {
    clashes.map { clash in
      "\(clash.label.rawValue) \(clash.kind) \(clash.score): "
        + clash.claims.map(\.id).joined(separator: " ")
    }.sorted()
  }

  @Test func `golden`() throws {
    let cases = try cases()
    #expect(cases.count > 20)
    for (place, claims, expected) in cases {
      let found = detector.clashes(among: claims)
      #expect(listed(found) == expected, "line \(place + 1)")
      #expect(detector.clashes(among: claims.reversed()) == found, "line \(place + 1), reversed")
      #expect(
        found.allSatisfy { $0.a == $0.claims.first && $0.b == $0.claims.last }, "line \(place + 1)")
    }
  }

  @Test func `only what may go round is looked at`() throws {
    for (place, claims, expected) in try cases() {
      let probe = detector.probe(claims)
      let ranked = claims.indices.filter { probe.ranks[$0] != nil }
      let tangled = ContradictionDetector.tangled(ranked.compactMap { probe.ranks[$0] })
        .map { claims[ranked[$0]] }
      #expect(detector.chains(among: tangled) == detector.chains(among: claims), "\(place + 1)")
      if expected.isEmpty { continue }
      for chain in detector.chains(among: claims) {
        #expect(Set(chain.chain).isSubset(of: tangled), "line \(place + 1)")
      }
    }
    // A long way without a way round, and one through all of it.
    let line = (0..<5000).map { (above: Int64($0), below: Int64($0 + 1)) }
    #expect(ContradictionDetector.tangled(line) == [])
    let latest = (5001 - ContradictionDetector.tangle)...5000
    #expect(ContradictionDetector.tangled(line + [(5000, 0)]) == Array(latest))
  }

  @Test func `a chain tells its claims in order, and what would save them all`() throws {
    let claims = [
      goldenClaim("Kimi | is faster than | Claude", id: "a"),
      goldenClaim("Claude | is faster than | Gemini", id: "b"),
      goldenClaim("Gemini | is faster than | Kimi", id: "c"),
    ]
    let clash = try #require(detector.clashes(among: claims).first)
    #expect(
      clash.why
        == "“Kimi is faster than Claude”, “Claude is faster than Gemini” and “Gemini is faster than "
        + "Kimi”: each is ahead of the next, and the last of the first.")
    #expect(clash.chain == claims)
    var turned = clash
    turned.chain = Array(claims.reversed())
    #expect(turned.id == clash.id)
  }

  /// Any rankings of a few names, against a search through all of them.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a shortest way round is told once, and no other`(_ seed: UInt64) throws {
    var source = SplitMix(state: seed)
    for _ in 0..<40 {
      let names = ["Arm", "Bosch", "Canon", "Delta", "Epson"]
      let claims = (0..<Int.random(in: 3...12, using: &source)).map { n in
        let pair = names.shuffled(using: &source)
        var claim = goldenClaim("\(pair[0]) | leads | \(pair[1]) | (sensors)", id: "\(n)")
        claim.evidence.published = ["2024-01-05", "2024-05-05", "2024-09-05"]
          .randomElement(using: &source)
        return claim
      }
      let found = detector.chains(among: claims)
      #expect(detector.chains(among: claims.shuffled(using: &source)) == found)
      #expect(Set(found.map(parties)).count == found.count)
      for clash in found {
        for (claim, next) in zip(clash.chain, clash.chain.dropFirst() + clash.chain.prefix(1)) {
          #expect(claim.object == next.subject)
        }
        for claim in clash.chain {
          #expect(clash.chain.allSatisfy { areOfOneTime($0, claim) })
        }
      }
      let rounds = claims.contains { goesRound([$0], claims) }
      let pairs = claims.contains { goesRound([$0], claims, only: 2) }
      #expect(rounds == (pairs || !found.isEmpty), "seed \(seed)")
    }
  }

  private func parties(_ clash: Clash) -> Set<String> { Set(clash.chain.map(\.subject)) }

  private func areOfOneTime(_ a: Claim, _ b: Claim) -> Bool {
    if case .same = TimeGate(Interval(of: a), Interval(of: b)) { true } else { false }
  }

  /// Whether claims, each ahead of the next, can be led back to the first.
  private func goesRound(_ way: [Claim], _ claims: [Claim], only length: Int = 6) -> Bool {
    guard let first = way.first, let last = way.last else { return false }
    guard zip(way, way.dropFirst()).allSatisfy({ $0.object == $1.subject }),
      way.allSatisfy({ areOfOneTime($0, last) }), Set(way.map(\.subject)).count == way.count
    else { return false }
    if last.object == first.subject { return true }
    return way.count < length && claims.contains { goesRound(way + [$0], claims, only: length) }
  }
}

/// The random numbers of a seed (SplitMix64).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
