import Language

extension Tree {
  /// "has no fab, let alone a scanner": what would be more still is no part of what is said.
  func withLetAloneAside() -> Tree {
    var moved = words
    for i in words.indices.dropLast() where lemma(i) == "let" && lemma(i + 1) == "alone" && i > 0 {
      let isBeforeHead = words[i].head > i
      moved[isBeforeHead ? words[i].head : i].relation = "discourse"
    }
    return moved == words ? self : Tree(words: moved)
  }
}
