import Claims
import Extraction
import Language
import Search

/// A few claims to ask about.
final class World: Sendable {
  static let shared = World()

  let quotes: Set<String>
  private let source: InMemoryClaims
  let parser: SyntaxParser
  private let extractor: ClaimExtractor
  private let vocabulary: Vocabulary

  private init() {
    do {
      vocabulary = try Vocabulary.builtIn()
      parser = try SyntaxParser.shared()
      extractor = ClaimExtractor(parser: parser, vocabulary: vocabulary)
      let insights = [
        "China leads the US in open-source models, an analyst says.", "Peru bans H20 chips.",
        "The EU spent $4 billion on chips in 2025 because demand grew.",
      ].enumerated().map {
        Insight(id: "i\($0)", text: $1, document: "d", source: "Ada", published: "2026-01-05")
      }
      let claims = extractor.claims(in: insights).flatMap { $0 }
      quotes = Set(claims.map(\.evidence.quote))
      source = InMemoryClaims(claims)
    } catch {
      fatalError("\(error)")
    }
  }

  var answerer: Answerer {
    Answerer(source: source, vocabulary: vocabulary) { [extractor] in
      extractor.questionClaims($0)
    }
  }
}
