import Language

/// "As a result, …", "therefore": what stands before is the cause, in the same sentence or the one before.
struct ResultAdverb: LinkRule {
  func links(in tree: Tree, _ words: WordLists) -> [ClauseLink] {
    tree.words.indices.flatMap { i -> [ClauseLink] in
      let effect = tree.words[i].head
      guard ["advmod", "obl"].contains(String(tree.base(i))), effect >= 0,
        tree.isPredicate(effect)
      else { return [] }
      let phrase = tree.subtree(i).filter { tree.words[$0].upos != "PUNCT" }
      guard words["result adverb"].contains(tree.key(phrase)) else { return [] }
      // At the head of a sentence it speaks of all that follows: "As a result, A leads and B lags."
      let effects = [effect] + (phrase.first == 0 ? tree.coordinated(with: effect) : [])
      let links = { (cause: Int?) in
        effects.map { ClauseLink(from: cause, to: $0, kind: .cause, words: phrase) }
      }
      switch String(tree.base(effect)) {
      case "root": return links(nil)
      case "conj", "parataxis":
        let cause = tree.words[effect].head
        return tree.isPredicate(cause) && cause < i ? links(cause) : []
      default: return []
      }
    }
  }
}
