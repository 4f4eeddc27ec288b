import Language

/// A place taken over: "overtook Llama as the most used family" also says who is the most used now.
struct Succession: ClaimRule {
  static let name = "succession"

  func claims(in clause: Clause) -> [Draft]? {
    guard clause.object != nil, clause.reading.words["succeed"].contains(clause.verb),
      let place = clause.rest.first(where: { $0.preposition == "as" && $0.head > clause.predicate }
      ),
      let top = RelationalNoun().claims(in: clause, at: place.head)?.first
        ?? Superlative().claim(in: clause, at: place.head)
    else { return nil }
    var bare = clause.proposition
    bare.obliques.removeAll { $0.head == place.head }
    let taken = PlainObject().claims(
      in: Clause(bare, subject: clause.subject, in: clause.reading))
    // "displaced the A100 as the most used chip": the place is what it took.
    let isRank = top.relation.hasPrefix("is most ") || top.relation.hasSuffix("est")
    return (taken ?? []).map {
      var made = $0
      if isRank, made.relation == "replaces" { made.relation = "overtakes" }
      return made
    } + [top]
  }
}
