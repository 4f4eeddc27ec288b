import Language

/// A clause that gives the reason: "because the buyer ships chips to Moscow".
///
/// "Since" is a reason only where it can't be a time: "since Peru has no foundry", not "since Peru banned exports".
struct ReasonClause: LinkRule {
  func links(in tree: Tree, _ words: WordLists) -> [ClauseLink] {
    tree.words.indices.flatMap { i -> [ClauseLink] in
      guard ["advcl", "conj"].contains(String(tree.base(i))), tree.words[i].head >= 0 else {
        return []
      }
      guard Self.isReason(i, in: tree, words) else { return [] }
      let opening = tree.conjunction(of: i)
      var effect = tree.words[i].head
      // "because A and because B": both are reasons of one thing.
      if tree.base(i) == "conj", tree.base(effect) == "advcl", tree.words[effect].head >= 0 {
        effect = tree.words[effect].head
      }
      if Self.isAside(effect, in: tree, words) { effect = tree.words[effect].head }
      return ([i] + tree.coordinated(with: i)).map {
        ClauseLink(from: $0, to: effect, kind: .cause, words: opening)
      }
    }
  }

  /// Whether the clause at a predicate gives a reason for the one above it.
  static func isReason(_ i: Int, in tree: Tree, _ words: WordLists) -> Bool {
    let opening = tree.conjunction(of: i)
    guard let first = opening.first,
      words["cause mark"].contains(tree.key(opening)) || isReasonSince(i, in: tree)
    else { return false }
    // "not because it feared sanctions" says what was no reason.
    return first == 0 || !["not", "n't", "than"].contains(tree.lemma(first - 1))
  }

  /// Whether a verb of speech stands beside what is said: in "prices rose, she argued, because costs did" the
  /// reason hangs on it, but explains what she said.
  static func isAside(_ i: Int, in tree: Tree, _ words: WordLists) -> Bool {
    tree.base(i) == "parataxis" && tree.words[i].head >= 0 && tree.child(of: i, "ccomp") == nil
      && words["speech"].contains(tree.lemma(i))
  }

  /// Whether a since-clause tells a state that lasts, so that it can't say from when.
  static func isReasonSince(_ i: Int, in tree: Tree) -> Bool {
    guard tree.key(tree.conjunction(of: i)) == "since" else { return false }
    let finite = tree.children(of: i, "aux", "cop").first ?? i
    return ["VBZ", "VBP", "MD"].contains(tree.words[finite].xpos)
  }
}

extension Tree {
  /// Clauses joined to one by "and" that have no conjunction of their own.
  func coordinated(with i: Int) -> [Int] {
    children(of: i, "conj").filter {
      isPredicate($0) && conjunction(of: $0).isEmpty
        && !children(of: $0, "cc").contains { lemma($0) != "and" }
    }
  }
}
