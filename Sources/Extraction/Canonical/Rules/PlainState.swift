/// What something is: "Zhipu is a lab".
struct PlainState: ClaimRule {
  static let name = "state"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    // "A key divergence is China's embrace of open models": the embrace is a claim by itself.
    // "are on it": nobody is sure what that is.
    if tree.words[clause.predicate].upos == "PRON", !clause.reading.keepsQuestionWords,
      !clause.reading.words["any thing"].contains(tree.lemma(clause.predicate))
    {
      return []
    }
    // "The idea that it works is a fantasy": the clause says it.
    if clause.reading.words["content noun"].contains(tree.lemma(clause.subject.head)),
      tree.children(of: clause.subject.head, "acl").contains(where: {
        tree.marker(of: $0) == "that"
      })
    {
      return []
    }
    if !NominalPredicate().claims(at: clause.predicate, in: clause.reading).isEmpty { return [] }
    let inside = clause.rest.map(\.head).filter { tree.base($0) == "nmod" }
    // "is not a philosophy but a weapon"
    let instead = tree.children(of: clause.predicate, "conj").filter { state in
      clause.proposition.polarity == .negative
        && tree.child(of: state, "nsubj", "cop", "obj") == nil
        && ["NOUN", "PROPN"].contains(tree.words[state].upos)
        && tree.children(of: state, "cc").contains { tree.lemma($0) == "but" }
    }
    let states = clause.reading.reader.expanded(clause.predicate).filter { !instead.contains($0) }
    return (states + instead).map { state in
      // "will be 50 percent from 2025"
      let dates = clause.times.map(\.head).filter {
        tree.words[$0].head == state && tree.marker(of: $0) != "of"
      }
      var made = clause.claim(
        "is", from: clause.copulaWords,
        to: Target(
          head: state,
          name: clause.reading.naming.name(clause.reading.phrases.text(state, without: dates))),
        using: inside)
      if instead.contains(state) { made.polarity = .positive }
      return made
    }
  }
}
