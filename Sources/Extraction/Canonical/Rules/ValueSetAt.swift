import Language

/// A value somebody sets: "auditors put the cost at $4 billion" gives `cost | is estimated at | $4 billion`, by their word.
struct ValueSetAt: ClaimRule {
  static let name = "value set at"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let isPassive = clause.proposition.isPassive
    let valued = isPassive ? clause.subject.head : clause.object
    guard let valued, clause.reading.words["valuing"].contains(clause.verb),
      let price = (clause.rest + clause.times).first(where: {
        $0.preposition == "at" && $0.head > clause.predicate
          && (Quantities.isAmount($0.head, in: tree) || tree.child(of: $0.head, "nummod") != nil)
      }), let thing = clause.reading.target(valued),
      let sum = clause.reading.target(price.head)
    else { return nil }
    let agent = clause.rest.first { $0.preposition == "by" }
    var made = clause.claim(
      relation(clause), from: clause.verbWords, to: sum, of: thing,
      using: [price.head] + (agent.map { [$0.head] } ?? []))
    let source = isPassive ? agent.flatMap(clause.reading.name) : clause.subject.name
    made.attribution = made.attribution ?? source
    // "the cost of the cluster" is what the cluster costs.
    if clause.reading.words["cost noun"].contains(tree.lemma(valued)),
      let whole = tree.children(of: valued, "nmod").first(where: {
        $0 > valued && tree.marker(of: $0) == "of"
      }), let owner = clause.reading.target(whole)
    {
      made.subject = owner.name
      made.subjectHead = owner.head
      made.relation = "costs"
    }
    return [made]
  }

  private func relation(_ clause: Clause) -> String {
    switch clause.verb {
    case "value": "is valued at"
    case "price": "is priced at"
    default: "is estimated at"
    }
  }
}
