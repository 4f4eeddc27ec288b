/// A verb whose preposition belongs to the relation: "relies on imports".
struct PrepositionalVerb: ClaimRule {
  static let name = "verb with preposition"

  func claims(in clause: Clause) -> [Draft]? {
    let after = clause.rest.filter { clause.follows($0) && !$0.preposition.isEmpty }
    // "came into force"
    for phrase in after where clause.tree.children[phrase.head].count == 1 {
      if let relation = clause.known(
        phrase.head, in: { "\(clause.base) \(phrase.preposition) \($0)" })
      {
        return [
          clause.claim(
            relation, from: clause.verbWords + [phrase.head], to: nil, using: [phrase.head])
        ]
      }
    }
    // "take three years in Ohio": with something in between the preposition is not the verb's.
    let known =
      clause.proposition.object != nil
      ? nil : after.first { clause.known("\(clause.base) \($0.preposition)") != nil }
    guard
      let chosen = known
        // "docked with the station at noon"
        ?? after.first(where: {
          $0.preposition == "with"
            && clause.tree.subtree($0.head).first == clause.predicate + 1
            && clause.proposition.object == nil
        })
        ?? after.first(where: { !clause.reading.words["beside"].contains($0.preposition) })
        ?? after.first(where: {
          $0.head <= clause.predicate + 4 && ["with", "without"].contains($0.preposition)
        })
    else { return nil }
    // "has grown into the region's largest hub" is it now.
    if clause.known("\(clause.base) \(chosen.preposition)") == "becomes",
      let top = Superlative().claim(in: clause, at: chosen.head)
    {
      return [top]
    }
    // "are to blame for"
    if clause.tree.isToDo(clause.predicate),
      let relation = clause.known("be to \(clause.base) \(chosen.preposition)")
    {
      return clause.claims(relation, from: clause.verbWords, to: chosen).map {
        var made = $0
        made.modality = .asserted
        return made
      }
    }
    // "slipped from fourth to ninth": where it got to says more than where it was.
    let end = chosen.preposition == "from" ? after.first { $0.preposition == "to" } : nil
    // "wages have fallen from Manila to Dublin": everywhere between them.
    if let end, clause.reading.words["change verb"].contains(clause.verb),
      [end, chosen].allSatisfy({ clause.tree.words[$0.head].upos == "PROPN" })
    {
      return nil
    }
    if let end, known == nil {
      return clause.claims(
        clause.relation("\(clause.base) to"), from: clause.verbWords, to: end)
    }
    // "is catching up with" has not caught up: the vocabulary may tell the two apart.
    let going =
      clause.tree.words[clause.predicate].xpos == "VBG"
        && clause.tree.children(of: clause.predicate, "aux").contains {
          clause.tree.lemma($0) == "be"
        }
      ? clause.known(
        "be \(clause.tree.words[clause.predicate].form.lowercased()) \(clause.base.split(separator: " ").dropFirst().joined(separator: " ")) \(chosen.preposition)"
      )
      : nil
    // "22 countries belong to the pact", "Oslo stays in the pact"; graduates who stay in Norway are no members.
    let isUnion = clause.reading.words["union of many"].contains(clause.tree.lemma(chosen.head))
    let isInUnion =
      switch (clause.base, chosen.preposition) {
      case ("belong", "to"): isUnion || clause.tree.words[clause.subject.head].xpos == "NNS"
      case ("stay", "in"), ("remain", "in"):
        isUnion
          || ["bloc", "organisation", "law"].contains(
            clause.reading.name(chosen).flatMap { clause.vocabulary.entities[$0]?.kind })
      default: false
      }
    if isInUnion, clause.control == nil {
      return clause.claims("is member of", from: clause.verbWords, to: chosen)
    }
    // "runs on classified networks" does not hang on them.
    let isPlatform =
      clause.base == "run" && chosen.preposition == "on" && clause.control == nil
      && clause.reading.words["platform"].contains(clause.tree.lemma(chosen.head))
    return clause.claims(
      isPlatform
        ? "runs on" : going ?? clause.relation("\(clause.base) \(chosen.preposition)"),
      from: clause.verbWords, to: chosen)
  }
}
