import Language

extension Tree {
  /// "About a third of the labs were founded by engineers": an amount before a verb that has no subject is one.
  func withAmountsAsSubjects() -> Tree {
    var moved = words
    for verb in words.indices
    where words[verb].upos == "VERB"
      && (["root", "ccomp", "conj"].contains(base(verb)) && child(of: verb, "mark") == nil
        // "…, while 38% support it"
        || ["advcl", "ccomp"].contains(base(verb))
          && ["while", "whereas", "that"].contains(marker(of: verb)))
      && child(of: verb, "nsubj", "csubj", "expl") == nil
      && (["VBD", "VBZ", "VBP"].contains(words[verb].xpos) || child(of: verb, "aux") != nil)
    {
      let bare = children(of: verb, "obl").filter {
        $0 < verb && marker(of: $0) == nil
          && ["NOUN", "NUM", "ADJ", "SYM"].contains(words[$0].upos)
          && (child(of: $0, "nmod") != nil || ["%", "percent"].contains(lemma($0)))
          && !TimeExpression.isTime($0, in: self)
      }
      guard bare.count == 1, let last = subtree(bare[0]).last,
        words[(last + 1)..<verb].allSatisfy({ ["AUX", "ADV", "PART"].contains($0.upos) })
      else { continue }
      moved[bare[0]].relation = isPassive(verb) ? "nsubj:pass" : "nsubj"
    }
    return moved == words ? self : Tree(words: moved)
  }
}
