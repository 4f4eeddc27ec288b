import Language

extension Tree {
  /// "trained on nothing but public data": on only that, and nothing is denied.
  func withNothingButAsOnly() -> Tree {
    var moved = words
    for i in words.indices
    where lemma(i) == "nothing" && words[i].upos == "PRON" && i + 1 < words.count
      && words[i + 1].form == "but"
    {
      guard let thing = children(of: i, "nmod", "obl").first(where: { words[i + 1].head == $0 }),
        ["NOUN", "PROPN"].contains(words[thing].upos)
      else { continue }
      (moved[thing].head, moved[thing].relation) = (words[i].head, words[i].relation)
      for k in children[i] where k != thing { moved[k].head = thing }
      (moved[i].head, moved[i].relation, moved[i].upos) = (thing, "advmod", "ADV")
      (moved[i].form, moved[i].lemma) = ("only", "only")
      moved[i + 1].relation = "discourse"
    }
    return moved == words ? self : Tree(words: moved)
  }
}
