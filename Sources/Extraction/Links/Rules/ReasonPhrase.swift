import Language

/// A phrase that gives the reason, where what it names is a claim: "because of Warsaw's ban on routers".
///
/// "Because of high costs" names no claim, so that it gives no link.
struct ReasonPhrase: LinkRule {
  func links(in tree: Tree, _ words: WordLists) -> [ClauseLink] {
    tree.words.indices.flatMap { i -> [ClauseLink] in
      let head = tree.words[i].head
      guard head >= 0 else { return [] }
      switch String(tree.base(i)) {
      case "obl", "nmod", "advcl":
        let opening = tree.conjunction(of: i)
        guard words["cause preposition"].contains(tree.key(opening)) else { break }
        return links(of: i, to: head, opening, tree)
      default: break
      }
      // "as a result of Warsaw's ban"
      if tree.base(i) == "nmod", tree.marker(of: i) == "of",
        words["result noun"].contains(tree.lemma(head)),
        ["as", "in"].contains(tree.marker(of: head) ?? ""), tree.words[head].head >= 0
      {
        let opening = tree.subtree(head) { $0 == i } + tree.conjunction(of: i)
        return links(of: i, to: tree.words[head].head, opening, tree)
      }
      // "driven by Berlin's embrace of open models"
      if tree.base(i) == "obl", tree.marker(of: i) == "by", tree.base(head) == "advcl",
        tree.words[head].xpos == "VBN", words["driver"].contains(tree.lemma(head)),
        tree.words[head].head >= 0
      {
        return links(of: i, to: tree.words[head].head, [head] + tree.conjunction(of: i), tree)
      }
      return []
    }
  }

  private func links(of i: Int, to effect: Int, _ opening: [Int], _ tree: Tree) -> [ClauseLink] {
    ([i] + tree.children(of: i, "conj")).map {
      ClauseLink(from: $0, to: effect, kind: .cause, words: opening)
    }
  }
}
