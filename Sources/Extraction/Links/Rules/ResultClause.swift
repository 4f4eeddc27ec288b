import Language

/// A clause that tells what came of the one before: ", so startups rent clouds", "so that prices fell".
struct ResultClause: LinkRule {
  func links(in tree: Tree, _ words: WordLists) -> [ClauseLink] {
    tree.words.indices.compactMap { i in
      let cause = tree.words[i].head
      guard cause >= 0, cause < i, ["advcl", "conj", "parataxis"].contains(String(tree.base(i))),
        tree.isPredicate(cause), tree.child(of: i, "nsubj", "nsubj:pass") != nil
      else { return nil }
      var opening = tree.conjunction(of: i)
      if opening.isEmpty {
        opening = tree.children(of: i, "advmod", "cc").filter { tree.lemma($0) == "so" && $0 < i }
      }
      guard let first = opening.first, first > 0 else { return nil }
      let isSo =
        tree.key(opening) == "so" && [",", ";", "and", "—"].contains(tree.words[first - 1].form)
      let isSoThat =
        words["purpose conjunction"].contains(tree.key(opening))
        && !tree.children(of: i, "aux").contains { tree.words[$0].xpos == "MD" }
      return isSo || isSoThat ? ClauseLink(from: cause, to: i, kind: .cause, words: opening) : nil
    }
  }
}
