import Language

extension Tree {
  /// "Samsung nor SK Hynix": the parts of a name that the parser took for two conjuncts or subjects are one.
  func withWholeNames() -> Tree {
    var moved = words
    for i in words.indices.dropFirst() {
      let k = i - 1
      guard ["conj", "nsubj"].contains(base(i)), base(k) == base(i), words[i].head == words[k].head,
        words[i].upos == "PROPN", words[k].upos == "PROPN", child(of: i, "cc", "punct") == nil
      else { continue }
      moved[k].head = i
      moved[k].relation = "compound"
      for child in children(of: k, "cc", "punct") { moved[child].head = i }
    }
    return moved == words ? self : Tree(words: moved)
  }
}
