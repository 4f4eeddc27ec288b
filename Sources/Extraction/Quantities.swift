import Language

/// Amounts as the text writes them: "$40 million", "12 percent", "400 gigawatts".
enum Quantities {
  /// Whether the phrase at a word is an amount of money or of a unit, not a number of things.
  static func isAmount(_ head: Int, in tree: Tree) -> Bool {
    if ["NUM", "SYM"].contains(tree.words[head].upos) { return true }
    return tree.words[head].upos == "NOUN" && tree.child(of: head, "nummod") != nil
      && WordLists.builtIn["unit"].contains(tree.lemma(head))
  }
}
