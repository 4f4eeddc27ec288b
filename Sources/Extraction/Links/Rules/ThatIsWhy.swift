import Language

/// "That is why Nokia supplies the army", "…, which is why …": what was said before is the reason.
struct ThatIsWhy: LinkRule {
  func links(in tree: Tree, _ words: WordLists) -> [ClauseLink] {
    tree.words.indices.compactMap { i in
      guard tree.lemma(i) == "why", let be = tree.child(of: i, "cop"),
        let what = tree.child(of: i, "nsubj"),
        ["this", "that", "which"].contains(tree.lemma(what)),
        let effect = tree.child(of: i, "advcl", "acl", "ccomp"), effect > i
      else { return nil }
      let link = { ClauseLink(from: $0, to: effect, kind: .cause, words: [what, be, i]) }
      if tree.words[i].head < 0 { return link(nil) }
      return tree.clause(around: i).map(link)
    }
  }
}
