import Language

/// What stands in the way explains what follows: "Cut off from foreign tools, the lab builds its own."
struct HinderedClause: LinkRule {
  func links(in tree: Tree, _ words: WordLists) -> [ClauseLink] {
    tree.words.indices.compactMap { i in
      let main = tree.words[i].head
      guard tree.base(i) == "advcl", main > i, tree.conjunction(of: i).isEmpty,
        tree.words[i].xpos == "VBN" && tree.isPassive(i) || tree.words[i].upos == "ADJ",
        words["hindrance"].contains(tree.lemma(i))
      else { return nil }
      return ClauseLink(
        from: i, to: main, kind: .cause, words: [i] + tree.children(of: i, "compound:prt"))
    }
  }
}
