import Claims
import Foundation
import Reading
import Report
import Search
import Store
import Testing

@testable import kg

/// Questions in people's words, to the built-in sample (`Golden/answers.txt`) and to insights of another
/// field (`Golden/cells.txt`), with the whole answers.
struct AnswerTests {
  private struct Example: CustomStringConvertible {
    var question: String
    var answer: String
    var description: String { question }
  }

  private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  private static func examples(in name: String) throws -> [Example] {
    let file = golden.appending(path: name)
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.components(separatedBy: "\n\n").dropFirst().compactMap { block in
      let parts = block.components(separatedBy: "\n----\n")
      guard parts.count == 2 else { return nil }
      return Example(
        question: parts[0], answer: parts[1].trimmingCharacters(in: .newlines))
    }
  }

  /// A store of insights and what reads questions, made once for all of them.
  private static func store(of text: String) throws -> (store: ClaimStore, engine: Engine) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kg-answers-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let engine = try Engine(vocabulary: Vocabulary.builtIn())
    let store = try ClaimStore(path: folder.appending(path: "kg.db").path(), mode: .create)
    let file = folder.appending(path: "sample.jsonl")
    try Data(text.utf8).write(to: file)
    let insights = try Reading.read(path: file.path(), format: nil, source: nil, published: nil)
      .insights
    _ = try KG.Ingest.ingest(insights, origin: "sample.jsonl", into: store, with: engine)
    try updateClashes(in: store, vocabulary: engine.vocabulary)
    return (store, engine)
  }

  @Test func `people's questions to the sample`() throws {
    try check("answers.txt", atLeast: 100, in: builtInSample)
  }

  @Test func `people's questions to insights of another field`() throws {
    let insights = try String(
      contentsOf: Self.golden.appending(path: "cells-insights.jsonl"), encoding: .utf8)
    try check("cells.txt", atLeast: 25, in: insights)
  }

  private func check(_ name: String, atLeast count: Int, in insights: String) throws {
    let (store, engine) = try Self.store(of: insights)
    let examples = try Self.examples(in: name)
    #expect(examples.count >= count)
    let texts = Dictionary(
      try store.allInsights().map { ($0.id, $0.text) }, uniquingKeysWith: { a, _ in a })
    for example in examples {
      do {
        let answer = try KG.Query.answer(example.question, from: store, with: engine)
        let shown = text(of: answer).trimmingCharacters(in: .newlines)
        #expect(shown == example.answer, "\(example.question)")
        // No answer without a claim behind it, no claim without its quote.
        let cited = Set((answer.claims + answer.against).map(\.id))
        for item in answer.answers {
          #expect(!item.claims.isEmpty && cited.isSuperset(of: item.claims), "\(example.question)")
        }
        for claim in answer.claims + answer.against {
          let bytes = Array((texts[claim.evidence.insight] ?? "").utf8)
          let span = claim.evidence.start..<claim.evidence.end
          let isThere =
            span.upperBound <= bytes.count
            && String(decoding: bytes[span], as: UTF8.self) == claim.evidence.quote
          #expect(isThere, "\(example.question): \(claim.evidence.quote)")
        }
      } catch let failure as Failure {
        #expect("kg: \(failure.message)" == example.answer, "\(example.question)")
      }
    }
  }
}
