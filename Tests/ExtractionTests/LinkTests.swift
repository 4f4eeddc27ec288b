import Claims
import Foundation
import Testing

@testable import Extraction

/// Sentences and the links between their claims: `from -> to`, the kind and the words that join them.
struct LinkTests {
  @Test("golden", arguments: Golden.all(in: "Links"))
  func golden(_ golden: Golden) throws {
    let claims = try claims(golden.example.text)
    let names = Dictionary(uniqueKeysWithValues: claims.map { ($0.id, Self.name($0)) })
    let found = claims.flatMap(\.links).map { link in
      "\(names[link.from] ?? "?") -> \(names[link.to] ?? "?") | \(link.kind.rawValue): \(link.words)"
    }
    #expect(found.sorted() == golden.example.expected.sorted(), "\(golden.testDescription)")
  }

  @Test func `links are no part of a claim's id, and start at the claim they stand in`() throws {
    let linked = try claims("Oslo blocked the sale because the buyer ships chips to Moscow.")
    for claim in linked { #expect(claim.id == claim.contentID) }
    let links = linked.flatMap { claim in claim.links.map { (claim.id, $0) } }
    #expect(links.count == 1)
    #expect(links.allSatisfy { $0 == $1.from })
  }

  @Test func `a link is written inside its claim, and only where there is one`() throws {
    let linked = try claims("Oslo blocked the sale because the buyer ships chips to Moscow.")
    let written = try linked.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
    #expect(written.map { $0.contains("\"links\"") } == linked.map { !$0.links.isEmpty })
    let read = try written.map { try JSONDecoder().decode(Claim.self, from: Data($0.utf8)) }
    #expect(read == linked)
  }

  private func claims(_ text: String) throws -> [Claim] {
    let insight = Insight(text: text, document: "golden", published: "2025-06-15")
    return try GoldenTests.extractor.get().claims(in: [insight])[0]
  }

  private static func name(_ claim: Claim) -> String {
    [claim.subject, claim.relation, claim.object].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
