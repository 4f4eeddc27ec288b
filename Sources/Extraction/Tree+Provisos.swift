import Language

extension Tree {
  /// "may export as long as they pay the duty", "provided that home orders are filled": what makes a clause a proviso is one
  /// conjunction, and the clause hangs on what it limits.
  func withProvisosJoined() -> Tree {
    var moved = words
    func join(_ parts: [Int], to clause: Int, of main: Int) {
      (moved[clause].head, moved[clause].relation) = (main, "advcl")
      (moved[parts[0]].head, moved[parts[0]].relation) = (clause, "mark")
      for part in parts.dropFirst() {
        (moved[part].head, moved[part].relation) = (parts[0], "fixed")
      }
    }
    for i in words.indices where words[i].head >= 0 && isPredicate(words[i].head) {
      let main = words[i].head
      if lemma(i) == "long", base(i) == "advmod", i > 0, i + 1 < words.count,
        ["as", "so"].contains(lemma(i - 1)), lemma(i + 1) == "as",
        let clause = children(of: i, "advcl").first(where: { words[i + 1].head == $0 }),
        // "as long as he could" tells a time.
        child(of: clause, "nsubj", "nsubj:pass", "expl") != nil, words[clause].upos != "AUX"
      {
        join([i - 1, i, i + 1], to: clause, of: main)
      } else if ["provided", "providing"].contains(words[i].form.lowercased()), base(i) == "advcl",
        children(of: i, "nsubj", "obj").isEmpty,
        let clause = child(of: i, "ccomp"), clause > i
      {
        let that = children(of: clause, "mark").first { $0 == i + 1 && lemma($0) == "that" }
        join([i] + (that.map { [$0] } ?? []), to: clause, of: main)
      }
    }
    return moved == words ? self : Tree(words: moved)
  }

  static let provisos: Set<String> = [
    "as long as", "so long as", "provided", "provided that", "providing", "providing that",
  ]
}
