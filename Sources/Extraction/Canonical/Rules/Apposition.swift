import Claims
import Language

/// What a name is said to be beside it: "Viora, a maker of headsets, …" gives `Viora | is maker of | headsets`.
struct Apposition {
  func claims(in reading: SentenceReading) -> [Draft] {
    let tree = reading.tree
    return tree.words.indices.flatMap { i -> [Draft] in
      let head = tree.words[i].head
      if let named = reading.setOffName(i) {
        return described(by: i, as: named, in: reading)
      }
      guard tree.base(i) == "appos", tree.words[i].upos == "NOUN", head >= 0,
        tree.words[head].upos == "PROPN"
          || tree.children(of: head, "flat").contains(where: { tree.words[$0].upos == "NUM" }),
        !TimeExpression.isTime(head, in: tree),
        tree.children(of: head, "conj").isEmpty,
        tree.children(of: i, "det").contains(where: { ["a", "an", "the"].contains(tree.lemma($0)) })
          || tree.child(of: i, "nmod:poss") != nil || isOffice(i, in: reading),
        let subject = reading.target(head)
      else { return [] }
      // "a maker of headsets" describes, "the maker of the headset" is a place only one has.
      let isDefinite =
        tree.children(of: i, "det").contains { tree.lemma($0) == "the" }
        || isOffice(i, in: reading)
      let clause = Clause(
        Proposition(rule: "apposition", predicate: i), subject: subject, in: reading)
      return claims(in: clause, onlyOne: isDefinite)
    }
  }

  /// "Viora's chief executive", "chief executive of Viora": one person's place, without an article.
  private func isOffice(_ i: Int, in reading: SentenceReading) -> Bool {
    let tree = reading.tree
    // "Viora's chairman and chief executive" has two places.
    return tree.words[i].xpos == "NN" && tree.child(of: i, "det", "conj") == nil
      && (reading.words["office"].contains(tree.lemma(i)) || tree.lemma(i) == "executive")
      && tree.owner(of: i).map { tree.words[$0].upos == "PROPN" } ?? false
  }

  /// "The agency's chief, Anna Berg, resigned": the description comes first.
  private func described(by i: Int, as named: Int, in reading: SentenceReading) -> [Draft] {
    guard let subject = reading.target(named) else { return [] }
    let clause = Clause(
      Proposition(rule: "apposition", predicate: i), subject: subject, in: reading)
    return claims(in: clause, onlyOne: true)
  }

  private func claims(in clause: Clause, onlyOne: Bool) -> [Draft] {
    let named = onlyOne ? RelationalNoun().claims(in: clause) : nil
    // "the founder, Anna Berg", "its rival, Orbit": whose, the text leaves open.
    let tree = clause.tree
    if named == nil, tree.child(of: clause.predicate, "amod", "compound", "acl") == nil,
      tree.children(of: clause.predicate, "nmod").allSatisfy({ tree.words[$0].upos == "PRON" }),
      onlyOne
    {
      return []
    }
    return (named ?? Superlative().claims(in: clause) ?? PlainState().claims(in: clause) ?? []).map
    {
      var made = $0
      made.rule = "apposition"
      made.surface.relation = ""
      return made
    }
  }
}
