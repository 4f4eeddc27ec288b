import Claims
import Language

/// The links between the claims of one insight, read sentence by sentence.
struct InsightLinks {
  static let rules: [any LinkRule] = [
    ReasonClause(), ArgumentClause(), ReasonPhrase(), HinderedClause(), PurposeClause(),
    ResultClause(),
    ResultParticiple(), WhichLets(), ThatIsWhy(), ThisMoveForces(), ResultAdverb(), CausalVerb(),
  ]

  var words = WordLists.builtIn
  private var links: [ClaimLink] = []
  /// What the main clause of the sentence before claims.
  private var before: [String] = []

  /// Takes in a sentence with the ids of its claims by the word of their predicate.
  mutating func read(_ tree: Tree, claims: [Int: [String]]) {
    for rule in Self.rules {
      for link in rule.links(in: tree, words) {
        let causes = link.from.map { ids(at: $0, tree, claims) } ?? before
        for from in causes {
          for to in ids(at: link.to, tree, claims) {
            add(ClaimLink(from: from, to: to, kind: link.kind, words: tree.text(link.words)))
          }
        }
      }
    }
    before = ids(at: tree.root, tree, claims)
  }

  /// The links that start at a claim, in canonical order.
  func links(from claim: String) -> [ClaimLink] {
    links.filter { $0.from == claim }.sorted { $0.precedes($1) }
  }

  /// The claims of a clause: its own, else those of the clause that finishes it ("hopes to …", "said that …").
  private func ids(at i: Int, _ tree: Tree, _ claims: [Int: [String]], depth: Int = 0) -> [String] {
    if let own = claims[i], !own.isEmpty { return own }
    guard depth < 4 else { return [] }
    for inner in tree.children(of: i, "xcomp", "ccomp") {
      let found = ids(at: inner, tree, claims, depth: depth + 1)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The first words to tie two claims stay; a claim is never its own reason, nor its effect's effect.
  private mutating func add(_ link: ClaimLink) {
    guard link.from != link.to,
      !links.contains(where: {
        $0.from == link.from && $0.to == link.to || $0.from == link.to && $0.to == link.from
      })
    else { return }
    links.append(link)
  }
}
