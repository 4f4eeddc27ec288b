import Language

/// A relative clause about a whole clause: "…, which lets carriers raise prices", "…, which has led to a boom".
///
/// Parsers hang it on the last noun; it is about the clause where the verb's number doesn't fit that noun, or
/// where only what happens can do such a thing.
struct WhichLets: LinkRule {
  func links(in tree: Tree, _ words: WordLists) -> [ClauseLink] {
    tree.words.indices.compactMap { i in
      let head = tree.words[i].head
      guard ["acl:relcl", "advcl:relcl"].contains(tree.words[i].relation), head >= 0,
        let which = tree.child(of: i, "nsubj"), tree.lemma(which) == "which", tree.isAfterComma(i),
        let cause = tree.isPredicate(head) ? head : tree.clause(around: head)
      else { return nil }
      let finite = tree.children(of: i, "aux", "cop").first ?? i
      let isOne = tree.words[finite].xpos == "VBZ"
      let isMany = ["NNS", "NNPS"].contains(tree.words[head].xpos)
      let verb = tree.lemma(i)
      guard
        words["event verb"].contains(verb)
          || words["result verb"].contains(verb) && (tree.isPredicate(head) || isOne && isMany)
      else { return nil }
      return ClauseLink(from: cause, to: i, kind: .cause, words: [which, i])
    }
  }
}
