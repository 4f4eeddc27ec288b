import Claims
import Foundation
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
    -> [Clash]
  {
    try store.importClaims(claims)
    return try updateClashes(in: store, vocabulary: vocabulary)
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
      for claim in order { news += try keep([claim], in: piecemeal, vocabulary).count }
      #expect(try listed(piecemeal) == found)
      #expect(news == found.count)
    }
  }

  @Test func `claims seen before are nothing new`() throws {
    let vocabulary = try Vocabulary.builtIn()
    let store = try store()
    #expect(try !keep(claims, in: store, vocabulary).isEmpty)
    let before = try listed(store)
    #expect(try keep(claims, in: store, vocabulary).isEmpty)
    #expect(try listed(store) == before)
    #expect(try store.clashes(new: true).isEmpty)
  }

  @Test func `with another vocabulary all claims are compared anew`() throws {
    let store = try store()
    let odd = [claim(1, "Nils", "glorps", "Olga"), claim(2, "Nils", "frindles", "Olga")]
    #expect(try keep(odd, in: store, try Vocabulary.builtIn()).isEmpty)
    let own = try Vocabulary.Entries(
      yaml: """
        frames:
          - {name: glorping, opposes: [[on, off]], kind: antonym}
        relations:
          - {name: glorps, frame: glorping, pole: on}
          - {name: frindles, frame: glorping, pole: off}
        """)
    let found = try updateClashes(in: store, vocabulary: Vocabulary.builtIn(own: own))
    #expect(found.map(\.kind) == ["antonym"])
    #expect(try updateClashes(in: store, vocabulary: Vocabulary.builtIn()).isEmpty)
    #expect(try store.clashes().isEmpty)
  }
}
