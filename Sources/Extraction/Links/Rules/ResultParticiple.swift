import Language

/// A participle after the main clause that tells what came of it: "…, creating a dependency".
struct ResultParticiple: LinkRule {
  func links(in tree: Tree, _ words: WordLists) -> [ClauseLink] {
    tree.words.indices.flatMap { i -> [ClauseLink] in
      let cause = tree.words[i].head
      guard tree.base(i) == "advcl", cause >= 0, cause < i, tree.words[i].xpos == "VBG",
        tree.conjunction(of: i).isEmpty, tree.isAfterComma(i)
      else { return [] }
      let thus = tree.children(of: i, "advmod").filter {
        words["result adverb"].contains(tree.lemma($0))
      }
      guard !thus.isEmpty || words["result verb"].contains(tree.lemma(i)) else { return [] }
      return ([i] + tree.coordinated(with: i)).map {
        ClauseLink(from: cause, to: $0, kind: .cause, words: thus + [i])
      }
    }
  }
}
