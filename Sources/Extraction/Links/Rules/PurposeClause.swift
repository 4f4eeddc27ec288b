import Language

/// What something is said to be done for: "in order to fund a laboratory", "so that local firms can supply carmakers".
///
/// A bare "to" is no claim and so no link: it often hangs on the wrong verb, or tells whom somebody is made to
/// do something ("tapped a firm to screen payments").
struct PurposeClause: LinkRule {
  func links(in tree: Tree, _ words: WordLists) -> [ClauseLink] {
    tree.words.indices.flatMap { i -> [ClauseLink] in
      guard Self.isPurpose(i, in: tree, words) else { return [] }
      return ([i] + tree.coordinated(with: i)).map {
        ClauseLink(
          from: tree.words[i].head, to: $0, kind: .purpose, words: tree.conjunction(of: i))
      }
    }
  }

  /// Whether the clause at a predicate tells the aim of the verb above it, so that it is planned at most.
  static func isPurpose(_ i: Int, in tree: Tree, _ words: WordLists) -> Bool {
    let action = tree.words[i].head
    guard tree.base(i) == "advcl", action >= 0, tree.words[action].upos == "VERB" else {
      return false
    }
    let opening = tree.key(tree.conjunction(of: i))
    if tree.words[i].xpos == "VB", words["purpose mark"].contains(opening) {
      // Who aims at what was done to something is left open: "routers were banned in order to protect Nokia".
      return (!tree.isPassive(action) || tree.child(of: i, "nsubj") != nil)
        && !Qualifiers.isNegated(action, in: tree)
    }
    return words["purpose conjunction"].contains(opening)
      && tree.children(of: i, "aux").contains { tree.words[$0].xpos == "MD" }
  }
}
