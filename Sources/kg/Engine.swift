import Claims
import Extraction
import Language
import Search

/// What reads text: the parser, the vocabulary, the extractor over both, and what answers need of it.
///
/// Made by one thread and used by one, which may be another: that is what is unchecked.
final class Engine: @unchecked Sendable {
  let vocabulary: Vocabulary
  let extractor: ClaimExtractor
  private(set) lazy var matchers = Matchers(vocabulary: vocabulary)

  init(vocabulary: Vocabulary) throws {
    self.vocabulary = vocabulary
    extractor = ClaimExtractor(parser: try SyntaxParser.shared(), vocabulary: vocabulary)
  }

  /// That of the vocabulary that ships with `kg`, ready for a question. Another thread makes it from
  /// when it is first asked for; never let go, because to take it all apart takes as long as a parse.
  static let shipped = Coming {
    Result {
      let engine = try Engine(vocabulary: .builtIn())
      engine.matchers.prepare()
      return engine
    }
  }

  /// The claims of many insights, in batches, so that memory stays small and progress can be shown;
  /// an interruption ends it after a batch.
  func claims(
    in insights: [Insight], wholeLines: Bool = false,
    each: (ArraySlice<Insight>, [[Claim]]) throws -> Void
  ) rethrows {
    var rest = insights[...]
    while !rest.isEmpty, !Interruption.received {
      let batch = rest.prefix(Self.batch)
      let found = extractor.claims(in: Array(batch), wholeLines: wholeLines)
      try each(batch, zip(batch, found).map { insight, claims in claims.map(insight.spoken) })
      rest = rest.dropFirst(batch.count)
    }
  }

  /// Enough for the parser to sort sentences by length, few enough to keep the progress bar moving.
  static let batch = 256
}
