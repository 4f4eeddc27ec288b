import Claims
import Extraction
import Language
import Search

/// What reads text: the parser, the vocabulary, the extractor over both, and what answers need of it.
final class Engine {
  let vocabulary: Vocabulary
  let extractor: ClaimExtractor
  private(set) lazy var matchers = Matchers(vocabulary: vocabulary)

  init(vocabulary: Vocabulary) throws {
    self.vocabulary = vocabulary
    extractor = ClaimExtractor(parser: try SyntaxParser.shared(), vocabulary: vocabulary)
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
