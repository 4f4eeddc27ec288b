import Analysis
import Claims
import Extraction
import Foundation

/// The gold of a file of JSON lines, or of the `insights.jsonl` in a folder.
func goldInsights(in path: String) throws -> [GoldInsight] {
  var isFolder: ObjCBool = false
  let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
  let file = isThere && isFolder.boolValue ? path + "/insights.jsonl" : path
  let decoder = JSONDecoder()
  let lines = try readText(file).split(separator: "\n", omittingEmptySubsequences: false)
  let gold = try lines.enumerated().compactMap { number, line -> GoldInsight? in
    guard !line.allSatisfy(\.isWhitespace) else { return nil }
    do {
      return try decoder.decode(GoldInsight.self, from: Data(line.utf8))
    } catch {
      throw Failure(
        .inputUnreadable,
        "\(file):\(number + 1): no gold insight; see kg extract --help for its keys")
    }
  }
  if gold.isEmpty { throw Failure(.inputUnreadable, "\(file): holds no gold insights") }
  return gold
}

extension Engine {
  /// Extracts from the texts of the gold and compares.
  func evaluation(on gold: [GoldInsight]) -> Evaluation {
    let insights = gold.map {
      Insight(
        id: $0.id, text: $0.text, document: "gold", source: $0.source, published: $0.published)
    }
    let read = extractor.explanations(of: insights).map(Extracted.init)
    return Evaluator(vocabulary: vocabulary).evaluation(of: Array(zip(gold, read)))
  }
}

extension Extracted {
  /// What the evaluation wants to know of an insight's sentences.
  init(_ sentences: [Explanation]) {
    self.init(
      sentences: sentences.map(\.text),
      clauses: sentences.flatMap { sentence in
        sentence.clauses.map { clause in
          let word = sentence.tree.words[clause.predicate]
          let made = clause.made.contains { $0.claim != nil }
          let dropped = clause.made.lazy.compactMap(\.dropped).first
          return Clause(
            words: [word.form, word.lemma],
            silence: made ? nil : clause.silenceKind ?? dropped)
        }
      },
      made: sentences.flatMap(\.clauses).flatMap(\.made).compactMap { made in
        made.claim.map { Made(claim: $0, rule: made.rule, features: made.features) }
      })
  }
}
