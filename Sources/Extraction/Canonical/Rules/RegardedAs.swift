import Language

/// What somebody says a thing is: "regards the act as a burden" gives `act | is | burden`, said by who regards.
struct RegardedAs: ClaimRule {
  static let name = "regarded as"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard let o = clause.object, clause.reading.words["regard"].contains(clause.verb),
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
    let bare = tree.children(of: clause.predicate, "xcomp").first {
      ["NOUN", "PROPN", "ADJ"].contains(tree.words[$0].upos) && $0 > o
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
}
