import Language

/// What somebody says a thing is: "regards the act as a burden" gives `act | is | burden`, said by who regards.
struct RegardedAs: ClaimRule {
  static let name = "regarded as"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    if clause.proposition.isPassive { return passive(clause).map { [$0] } }
    // "is considering Oslo as a site" has not made up its mind.
    if ["consider", "weigh"].contains(clause.verb), tree.words[clause.predicate].xpos == "VBG" {
      return nil
    }
    guard let o = clause.object, clause.reading.words["regard"].contains(clause.base),
      let named = clause.reading.target(o)
    else { return nil }
    // "Critics call it a retreat" is said of what happened, which has no name.
    if ["it", "this", "that"].contains(tree.words[o].form.lowercased()),
      !tree.words.indices.contains(where: {
        $0 < clause.subject.head && tree.base($0) == "nsubj" && tree.words[$0].upos != "PRON"
      })
    {
      return []
    }
    // "which it calls a bargain": the parser may see two objects.
    let bare = tree.children(of: clause.predicate, "xcomp", "obj").first {
      ["NOUN", "PROPN", "ADJ"].contains(tree.words[$0].upos) && $0 > o && $0 > clause.predicate
        && (tree.base($0) != "obj" || o < clause.predicate)
    }
    let state = clause.rest.first { $0.preposition == "as" && $0.head > o }?.head ?? bare
    guard let state else { return nil }
    // "the ban on apps, which it sees as a shield": one thing, so the ban.
    let above = tree.words[o].head
    let isOne = tree.children(of: state, "det").contains { ["a", "an"].contains(tree.lemma($0)) }
    let whole =
      isOne && o < clause.predicate && tree.words[o].xpos == "NNS" && tree.base(o) == "nmod"
        && above >= 0 && tree.words[above].xpos == "NN" ? clause.reading.target(above) : nil
    let thing = whole ?? named
    var made =
      Superlative().claim(in: clause, at: state, of: thing)
      ?? clause.claim(
        "is", from: clause.verbWords,
        to: Target(head: state, name: clause.reading.phrases.text(state)), of: thing,
        using: [state])
    made.attribution = made.attribution ?? clause.subject.name
    return [made]
  }

  /// "has been called a burden by its critics"
  private func passive(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    guard clause.reading.words["regard"].contains(clause.verb),
      let agent = clause.rest.first(where: { $0.preposition == "by" && $0.head > clause.predicate }
      ),
      let source = clause.reading.name(agent),
      let state = tree.children(of: clause.predicate, "xcomp").first(where: {
        ["NOUN", "PROPN", "ADJ"].contains(tree.words[$0].upos) && $0 > clause.predicate
      }) ?? clause.rest.first(where: { $0.preposition == "as" })?.head
    else { return nil }
    var made =
      Superlative().claim(in: clause, at: state, of: clause.subject)
      ?? clause.claim(
        "is", from: clause.verbWords,
        to: Target(head: state, name: clause.reading.phrases.text(state)),
        using: [state, agent.head])
    made.attribution = made.attribution ?? source
    return made
  }
}
