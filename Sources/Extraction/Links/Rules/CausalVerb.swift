import Language

/// A verb of causing between two nouns that are claims themselves: "Warsaw's ban on routers forced Orange's exit".
struct CausalVerb: LinkRule {
  func links(in tree: Tree, _ words: WordLists) -> [ClauseLink] {
    tree.words.indices.compactMap { i in
      guard tree.words[i].upos == "VERB", words["driver"].contains(tree.lemma(i)),
        !Qualifiers.isNegated(i, in: tree),
        let subject = tree.child(of: i, "nsubj", "nsubj:pass")
      else { return nil }
      if tree.isPassive(i) {
        guard let agent = tree.children(of: i, "obl").first(where: { tree.marker(of: $0) == "by" })
        else { return nil }
        return ClauseLink(
          from: agent, to: subject, kind: .cause, words: [i] + tree.conjunction(of: agent))
      }
      guard
        let object = tree.child(of: i, "obj")
          ?? tree.children(of: i, "obl").first(where: {
            ["to", "in"].contains(tree.marker(of: $0))
          })
      else { return nil }
      return ClauseLink(from: subject, to: object, kind: .cause, words: [i])
    }
  }
}
