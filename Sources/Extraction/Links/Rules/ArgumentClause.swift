import Language

/// The argument that somebody gives for what they do: "opposes the bill, arguing that it would raise costs".
struct ArgumentClause: LinkRule {
  func links(in tree: Tree, _ words: WordLists) -> [ClauseLink] {
    tree.words.indices.compactMap { i in
      guard tree.base(i) == "advcl", tree.words[i].xpos == "VBG",
        words["arguing"].contains(tree.lemma(i)), let argument = tree.child(of: i, "ccomp"),
        tree.words[i].head >= 0
      else { return nil }
      return ClauseLink(from: argument, to: tree.words[i].head, kind: .cause, words: [i])
    }
  }
}
