/// A passive that names who did it: "The plant was built by TSMC" gives `TSMC | builds | plant`.
struct PassiveWithAgent: ClaimRule {
  static let name = "passive with agent"

  func claims(in clause: Clause) -> [Draft]? {
    guard
      let agent = clause.rest.first(where: {
        $0.preposition == "by" && !$0.isGerund && $0.head > clause.predicate
          && clause.tree.words[$0.head].upos != "ADV"
          && !clause.reading.words["no doer"].contains(clause.tree.lemma($0.head))
      })
    else { return nil }
    // "was told by Oslo that …": what was told says it.
    if let said = clause.proposition.complement, clause.tree.base(said) == "ccomp",
      clause.reading.words["speech"].contains(clause.verb)
    {
      return []
    }
    return clause.reading.targets(agent).map {
      clause.claim(
        clause.relation(clause.base), from: clause.verbWords, to: clause.subject, of: $0,
        using: [agent.head])
    }
  }
}
