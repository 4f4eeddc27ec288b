/// A passive that names who did it: "The plant was built by TSMC" gives `TSMC | builds | plant`.
struct PassiveWithAgent: ClaimRule {
  static let name = "passive with agent"

  func claims(in clause: Clause) -> [Draft]? {
    let held = clause.held(by: clause.rest.filter(clause.follows))
    // "was put on hold by Oslo": the parser ties who did it to the phrase's noun.
    // "was left untouched by Oslo": or to the state.
    let inside =
      ((held.map { clause.tree.children(of: $0.phrase.head, "nmod") } ?? [])
      + clause.tree.children(of: clause.predicate, "xcomp").filter {
        clause.tree.words[$0].upos == "ADJ" && $0 == clause.predicate + 1
      }.flatMap { clause.tree.children(of: $0, "obl") }).filter {
        clause.tree.marker(of: $0) == "by"
      }.map { Oblique(head: $0, preposition: "by") }
    guard
      let agent = (clause.rest + inside.prefix(1)).first(where: {
        $0.preposition == "by" && !$0.isGerund && $0.head > clause.predicate
          && clause.tree.words[$0.head].upos != "ADV"
          // "by the reckoning of the agency"
          && !clause.reading.words["count noun"].contains(clause.tree.lemma($0.head))
          // "by law", but "by the AI Law"
          && (!clause.reading.words["no doer"].contains(clause.tree.lemma($0.head))
            || clause.tree.words[$0.head].form.first?.isUppercase ?? false)
      })
    else { return nil }
    // "was told by Oslo that …": what was told says it.
    if let said = clause.proposition.complement, clause.tree.base(said) == "ccomp",
      clause.reading.words["speech"].contains(clause.verb)
    {
      return []
    }
    // "raised two billion, led by Orbit": what Orbit led is the round.
    if ["lead", "back"].contains(clause.verb),
      ["advcl", "acl", "discourse"].contains(clause.tree.base(clause.predicate)),
      case let outer = clause.tree.words[clause.predicate].head,
      outer == clause.subject.head
        || clause.tree.child(of: outer, "obj").map({ Quantities.isAmount($0, in: clause.tree) })
          ?? false,
      Quantities.isAmount(outer, in: clause.tree) || clause.tree.words[outer].upos == "VERB"
    {
      return []
    }
    // "was left untouched by Oslo"
    let state = clause.tree.children(of: clause.predicate, "xcomp").first {
      clause.tree.words[$0].upos == "ADJ" && $0 == clause.predicate + 1
    }.flatMap { clause.known("\(clause.base) \(clause.tree.lemma($0))") }
    return clause.reading.targets(agent).map {
      clause.claim(
        held?.relation ?? state ?? clause.relation(clause.base), from: clause.verbWords,
        to: clause.subject, of: $0, using: [agent.head, held?.phrase.head].compactMap(\.self))
    }
  }
}
