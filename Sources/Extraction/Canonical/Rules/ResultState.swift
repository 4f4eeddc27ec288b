import Language

/// A state that a verb puts its object in: "keeps the plant alive", "made Qwen the most used family".
struct ResultState: ClaimRule {
  static let name = "result state"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    if let loose = looseState(clause) { return [loose] }
    guard let o = clause.object,
      let state = tree.children(of: clause.predicate, "xcomp", "advmod").first(where: {
        (tree.base($0) == "xcomp" && ["ADJ", "NOUN", "ADV"].contains(tree.words[$0].upos)
          || clause.reading.words["result adverbial"].contains(tree.lemma($0)))
          && $0 > o && tree.marker(of: $0) == nil
      }),
      let target = clause.reading.target(o)
    else { return nil }
    if clause.verb == "make" || clause.verb == "render" || clause.verb == "leave",
      let top = Superlative().claim(in: clause, at: state, of: target)
    {
      return [top]
    }
    // "has made Manila a winner"
    if ["make", "render"].contains(clause.verb), tree.words[state].upos == "NOUN",
      clause.control == nil
    {
      let whole = Clause(clause.proposition, subject: target, in: clause.reading)
      return RelationalNoun().claims(in: whole, at: state)
        ?? [
          clause.claim(
            "is", from: clause.verbWords,
            to: Target(head: state, name: clause.reading.phrases.text(state)), of: target)
        ]
    }
    // "drives prices higher"
    let held =
      clause.known("\(clause.base) _ \(tree.words[state].form.lowercased())")
      ?? clause.known("\(clause.base) _ \(tree.lemma(state))")
    if let held, tree.words[state].xpos == "JJR" {
      return [clause.claim(held, from: clause.verbWords + [state], to: target)]
    }
    guard
      tree.words[state].upos == "ADJ" || clause.known("\(clause.base) \(tree.lemma(state))") != nil,
      tree.words[state].xpos != "JJR"
    else { return nil }
    let phrase = "\(clause.base) \(tree.lemma(state))"
    // "makes 900 chips available": so many are to be had.
    let isSupply = phrase == "make available" && Quantities.isAmount(o, in: tree)
    let relation = isSupply ? clause.relation("supply") : held ?? clause.relation(phrase)
    return [clause.claim(relation, from: clause.verbWords + [state], to: target)]
  }

  /// "made the weights of Nova available to everyone": the parser may tie the state to a name before it.
  private func looseState(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    guard let o = clause.object,
      let (state, relation) = tree.subtree(o).lazy.compactMap({ i in
        i > o && tree.base(i) == "amod" && tree.words[i].head < i && tree.words[i].upos == "ADJ"
          ? clause.known("\(clause.base) \(tree.lemma(i))").map { (i, $0) } : nil
      }).first
    else { return nil }
    let name = clause.reading.phrases.text(o, without: [state])
    return clause.claim(
      relation, from: clause.verbWords + [state],
      to: Target(head: o, name: clause.reading.naming.name(name)))
  }
}
