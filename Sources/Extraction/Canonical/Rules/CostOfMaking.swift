import Language

/// What making something took: "trained the model for $6 million" gives `model | costs | $6 million`.
struct CostOfMaking: ClaimRule {
  static let name = "cost of making"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let made = clause.proposition.isPassive ? clause.subject.head : clause.object
    guard let made, clause.reading.words["making"].contains(clause.verb),
      let price = clause.rest.first(where: {
        ["for", "at"].contains($0.preposition) && $0.head > clause.predicate
          && tree.subtree($0.head).contains { ["$", "€", "£", "¥"].contains(tree.words[$0].form) }
      }),
      let thing = clause.reading.target(made), let sum = clause.reading.target(price.head)
    else { return nil }
    var cost = clause.claim("costs", from: clause.verbWords, to: sum, of: thing)
    cost.scope = cost.scope ?? "to \(clause.verb)"
    return [cost]
  }
}
