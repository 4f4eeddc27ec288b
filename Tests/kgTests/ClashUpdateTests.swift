import Claims
import Foundation
import Report
import Store
import Testing

@testable import kg

/// Clashes found as claims come in must be those that all claims together give.
struct ClashUpdateTests {
  private func claim(_ n: Int, _ subject: String, _ relation: String, _ object: String) -> Claim {
    let text = "\(subject) \(relation) \(object)."
    return Claim(
      subject: subject, relation: relation, object: object,
      evidence: Evidence(
        insight: "i\(n)", document: "d\(n)", source: nil, published: nil, quote: text, start: 0,
        end: text.utf8.count))
  }

  private var claims: [Claim] {
    [
      claim(1, "Japan", "bans", "H20"), claim(2, "Tokyo", "allows", "H20"),
      claim(3, "Nikon", "leads in", "lenses"), claim(4, "Canon", "leads in", "lenses"),
      claim(5, "Japan", "lifts", "ban on H20"), claim(6, "Norway", "supports", "AI Act"),
      claim(7, "Norway", "opposes", "AI Act"), claim(8, "Japan", "bans", "B200"),
    ]
  }

  private func store() throws -> ClaimStore {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).db").path
    return try ClaimStore(path: path, mode: .create)
  }

  private func keep(_ claims: [Claim], in store: ClaimStore, _ vocabulary: Vocabulary) throws
    -> Int
  {
    try store.importClaims(claims)
    return try updateClashes(in: store, vocabulary: vocabulary).values.reduce(0, +)
  }

  private func listed(_ store: ClaimStore) throws -> [String] {
    try store.clashes().map { "\($0.a.id) \($0.b.id) \($0.kind) \($0.score)" }.sorted()
  }

  @Test func `claims that come one by one clash as they do all at once`() throws {
    let vocabulary = try Vocabulary.builtIn()
    let whole = try store()
    _ = try keep(claims, in: whole, vocabulary)
    let found = try listed(whole)
    #expect(found.count >= 3)
    for order in [claims, claims.reversed()] {
      let piecemeal = try store()
      var news = 0
      for claim in order { news += try keep([claim], in: piecemeal, vocabulary) }
      #expect(try listed(piecemeal) == found)
      #expect(news == found.count)
    }
  }

  /// Any claims of a few names, so that many of them meet; the same for the same seed.
  private func drawn(_ count: Int, with source: inout SplitMix) -> [Claim] {
    let names = ["Japan", "Tokyo", "Norway", "Nikon", "no lab", "most labs"]
    let relations = [
      "bans", "allows", "lifts", "leads", "leads in", "lags behind", "co-leads with", "costs",
      "is most downloaded", "is the only maker of", "closes gap with",
    ]
    let objects = [
      "H20", "export of H20", "Norway", "Japan", "lenses", "$5 million", "$60 million",
    ]
    return (0..<count).map { n in
      var claim = claim(
        n, names.randomElement(using: &source) ?? "", relations.randomElement(using: &source) ?? "",
        objects.randomElement(using: &source) ?? "")
      claim.polarity = Int.random(in: 0..<4, using: &source) == 0 ? .negative : .positive
      claim.scope = [nil, nil, "in Japan", "at sea"].randomElement(using: &source) ?? nil
      claim.evidence.published = ["2024-01-05", "2024-03-01", "2025-06-01"]
        .randomElement(using: &source)
      // Some documents carry the same insight, and some claims come with an id of their own.
      claim.evidence.insight = "i\(n / 3)"
      claim.evidence.document = "d\(n % 7)"
      claim.id = n % 5 == 0 ? "x\(n % 20)" : claim.contentID
      return claim
    }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `in whatever parts and order claims come, the same clashes are listed`(_ seed: UInt64) throws
  {
    var source = SplitMix(state: seed)
    let vocabulary = try Vocabulary.builtIn()
    let claims = drawn(120, with: &source)
    let atOnce = try store()
    _ = try keep(claims, in: atOnce, vocabulary)
    let found = try jsonLines(atOnce.clashes())
    #expect(try atOnce.clashes().count > 20)
    let parts = try store()
    var rest = claims.shuffled(using: &source)[...]
    while !rest.isEmpty {
      let part = rest.prefix(Int.random(in: 10...40, using: &source))
      rest = rest.dropFirst(part.count)
      try parts.importClaims(Array(part))
      // Not after each import: an interrupted one leaves its claims to the next.
      if Bool.random(using: &source) {
        _ = try updateClashes(in: parts, vocabulary: vocabulary)
        // What is withdrawn for a while takes part.
        let document = part.first?.evidence.document ?? ""
        try parts.retract(document)
        _ = try updateClashes(in: parts, vocabulary: vocabulary)
        try parts.restore(document)
      }
    }
    _ = try updateClashes(in: parts, vocabulary: vocabulary)
    #expect(try jsonLines(parts.clashes()) == found)
  }

  @Test func `claims seen before are nothing new`() throws {
    let vocabulary = try Vocabulary.builtIn()
    let store = try store()
    #expect(try keep(claims, in: store, vocabulary) > 0)
    let before = try listed(store)
    #expect(try keep(claims, in: store, vocabulary) == 0)
    #expect(try listed(store) == before)
    #expect(try store.clashes(new: true).isEmpty)
  }

  @Test func `with another vocabulary all claims are compared anew`() throws {
    let store = try store()
    let odd = [claim(1, "Nils", "glorps", "Olga"), claim(2, "Nils", "frindles", "Olga")]
    #expect(try keep(odd, in: store, try Vocabulary.builtIn()) == 0)
    let own = try Vocabulary.Entries(
      yaml: """
        frames:
          - {name: glorping, opposes: [[on, off]], kind: antonym}
        relations:
          - {name: glorps, frame: glorping, pole: on}
          - {name: frindles, frame: glorping, pole: off}
        """)
    let found = try updateClashes(in: store, vocabulary: Vocabulary.builtIn(own: own))
    #expect(found == [.contradiction: 1])
    #expect(try store.clashes().map(\.kind) == ["antonym"])
    #expect(try updateClashes(in: store, vocabulary: Vocabulary.builtIn()).isEmpty)
    #expect(try store.clashes().isEmpty)
  }
}
