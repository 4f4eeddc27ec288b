import Language

extension Tree {
  /// "Whatever the press writes, Oslo leads": what is conceded is neither subject nor object of what is said.
  func withConcessionsAside() -> Tree {
    if let i = words.indices.first(where: {
      ["whatever", "whichever", "whoever"].contains(lemma($0)) && child(of: $0, "acl") != nil
        && $0 > 0 && words[$0 - 1].form == "," && words[$0].head >= 0 && words[$0].head < $0
    }),
      words.indices.allSatisfy({
        $0 < i - 1 || words[$0].upos == "PUNCT" || subtree(i).contains($0)
      })
    {
      var moved = words
      (moved[i].head, moved[i].relation) = (root, "dislocated")
      return Tree(words: moved)
    }
    guard
      let i = words.indices.first(where: {
        ["whatever", "whichever", "whoever"].contains(lemma($0)) && words[$0].head > $0
          && child(of: $0, "acl") != nil
      }), ["nsubj", "obj"].contains(base(i)), child(of: words[i].head, String(base(i))) == i,
      children(of: words[i].head, String(base(i))).count > 1,
      let first = subtree(i).first, first == 0 || words[first - 1].form == ",",
      let last = subtree(i).last(where: { words[$0].upos != "PUNCT" }), last + 1 < words.count,
      words[last + 1].form == ","
    else { return self }
    var moved = words
    moved[i].relation = "dislocated"
    return Tree(words: moved)
  }
}
