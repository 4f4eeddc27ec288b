import Analysis
import Claims
import Language
import Report
import Store

/// Looks for claims that bear on a hypothesis. It proposes; only a person rates.
struct Proposer {
  let store: ClaimStore
  let engine: Engine

  typealias Found = (claim: Claim, side: Proposal.Side)

  /// The most telling first, each sentence once.
  func proposals(for hypothesis: String) throws -> [Found] {
    let given = Insight(id: "given", text: hypothesis, document: "given")
    let said = engine.extractor.claims(in: [given]).flatMap { $0 }
    var found: [Found] = try RelatedFinder(store: store, vocabulary: engine.vocabulary)
      .related(to: said).map { ($0.claim, $0.relation.isAgainst ? .against : .for) }
    // Of a hypothesis that is no claim kg can read, the words may still lead somewhere.
    let answer = try? KG.Query.answer(hypothesis, from: store, with: engine)
    if let answer, answer.answers.isEmpty {
      found += answer.claims.map { ($0, .for) } + answer.against.map { ($0, .against) }
    } else if found.isEmpty, let answer, let first = answer.answers.first {
      found += answer.claims.filter { first.claims.contains($0.id) }.map { ($0, .open) }
    }
    if found.isEmpty { found = try near(hypothesis).map { ($0, .open) } }
    var seen: Set<Evidence> = []
    return found.filter { seen.insert($0.claim.evidence).inserted }
  }

  /// The claims nearest by their meaning, of those that share words with it.
  private func near(_ hypothesis: String) throws -> [Claim] {
    let words = hypothesis.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    var seen: Set<String> = []
    let claims = try store.claims(
      resembling: words.filter { $0.count > 3 }.map { [$0] }, limit: 40
    ).filter { seen.insert($0.evidence.quote).inserted }
    let likeness = try Likeness().of(hypothesis, to: claims.map(\.evidence.quote))
    return zip(claims, likeness).filter { $1 >= Self.likeEnough }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.precedes($1.0) }.map(\.0)
  }

  private static let likeEnough = 0.5
}
