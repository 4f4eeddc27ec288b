import Analysis
import Claims
import Foundation
import Testing

@testable import Extraction

/// The gold reports keep the scores they had: floors a little below them, so that a regression shows.
struct GoldTests {
  struct Floor: CustomTestStringConvertible {
    var file: String
    var precision: Double
    var f1: Double
    var polarity: Double
    var testDescription: String { file }
  }

  @Test(arguments: [
    Floor(file: "reports-a.jsonl", precision: 0.78, f1: 0.70, polarity: 0.96),
    Floor(file: "reports-b.jsonl", precision: 0.76, f1: 0.70, polarity: 0.96),
    Floor(file: "reports-c.jsonl", precision: 0.71, f1: 0.67, polarity: 0.96),
    Floor(file: "reports-d.jsonl", precision: 0.79, f1: 0.74, polarity: 0.94),
  ])
  func `claims are those an analyst would write`(_ floor: Floor) throws {
    let extractor = try GoldenTests.extractor.get()
    let gold = try Self.gold(floor.file)
    let insights = gold.map {
      Insight(
        id: $0.id, text: $0.text, document: "gold", source: $0.source, published: $0.published)
    }
    let made = extractor.claims(in: insights).map { claims in
      Extracted(made: claims.map { Extracted.Made(claim: $0, rule: "") })
    }
    let evaluation = Evaluator(vocabulary: extractor.vocabulary)
      .evaluation(of: Array(zip(gold, made)))
    #expect(evaluation.lenient.precision >= floor.precision)
    #expect(evaluation.lenient.f1 >= floor.f1)
    #expect(evaluation.polarity.value >= floor.polarity)
  }

  @Test func `an explanation claims what extraction claims`() throws {
    let extractor = try GoldenTests.extractor.get()
    let insights = try Self.gold("reports-a.jsonl").map {
      Insight(id: $0.id, text: $0.text, document: "gold")
    }
    let explained = extractor.explanations(of: insights).map { $0.flatMap(\.claims) }
    #expect(explained == extractor.claims(in: insights))
    #expect(!explained.isEmpty)
  }

  @Test func `a clause makes claims or says why not`() throws {
    let extractor = try GoldenTests.extractor.get()
    let insights = try Self.gold("reports-a.jsonl").map {
      Insight(id: $0.id, text: $0.text, document: "gold")
    }
    for clause in extractor.explanations(of: insights).flatMap({ $0 }).flatMap(\.clauses) {
      #expect(clause.made.isEmpty == (clause.silence != nil))
      #expect(
        clause.made.allSatisfy { !$0.rule.isEmpty && ($0.claim == nil) == ($0.dropped != nil) })
    }
  }

  private static func gold(_ file: String) throws -> [GoldInsight] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Gold")
    let text = try String(contentsOf: path.appending(path: file), encoding: .utf8)
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(GoldInsight.self, from: Data($0.utf8))
    }
  }
}
