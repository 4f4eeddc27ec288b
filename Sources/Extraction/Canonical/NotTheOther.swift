import Language

/// What a claim is denied of: "is the property of Oslo, not of Viora", "The largest is Inti, and not Ayni".
struct NotTheOther {
  func claims(beside draft: Draft, in reading: SentenceReading) -> [Draft] {
    guard let o = draft.objectHead else { return [] }
    let tree = reading.tree
    // A state is one of two: whose place it is may stand in it.
    let isHolder = draft.subjectHead == draft.predicate
    let other = isHolder ? draft.predicate : o
    let beside =
      tree.children(of: other, "conj", "nmod", "obl", "appos")
      + (tree.words[other].head >= 0
        ? tree.children(of: tree.words[other].head, "nmod", "obl") : [])
    guard
      let denied = beside.first(where: {
        $0 > other && tree.marker(of: $0) == tree.marker(of: other)
          && ["NOUN", "PROPN"].contains(tree.words[$0].upos)
          && tree.child(of: $0, "nsubj", "cop") == nil
          // "not on Italy's": what of Italy's, is left out.
          && !tree.children(of: $0, "case").contains { tree.words[$0].xpos == "POS" }
          && tree.children(of: $0, "advmod").contains { tree.lemma($0) == "not" }
      }), let named = reading.target(denied)
    else { return [] }
    var made = draft
    made.rule = "not the other"
    made.polarity = draft.polarity.opposite
    if isHolder {
      (made.subject, made.subjectHead) = (named.name, denied)
    } else {
      (made.object, made.objectHead) = (named.name, denied)
    }
    let words = tree.text(reading.phrases.naming(denied))
    if isHolder { made.surface.subject = words } else { made.surface.object = words }
    return [made]
  }
}
