import Language

/// "This move forces operators to …", "This has led to …": the sentence before is the cause.
struct ThisMoveForces: LinkRule {
  func links(in tree: Tree, _ words: WordLists) -> [ClauseLink] {
    let verb = tree.root
    guard !tree.words.isEmpty, let subject = tree.child(of: verb, "nsubj"),
      words["result verb"].contains(tree.lemma(verb))
        || words["event verb"].contains(tree.lemma(verb)),
      !tree.isPassive(verb), !Qualifiers.isNegated(verb, in: tree)
    else { return [] }
    let this =
      ["this", "that"].contains(tree.lemma(subject))
      ? subject
      : WordLists.builtIn["course"].contains(tree.lemma(subject))
        ? tree.children(of: subject, "det").first { ["this", "that"].contains(tree.lemma($0)) }
        : nil
    guard let this else { return [] }
    return [
      ClauseLink(
        from: nil, to: verb, kind: .cause, words: Array(Set([this, subject, verb])).sorted())
    ]
  }
}
