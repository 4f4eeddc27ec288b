import Language

extension Tree {
  /// "Tutors worsen results, a study finds", "Export controls slow chip manufacturing": a finite verb that the
  /// parser hung on its own subject.
  func withClausesOffTheirSubjects() -> Tree {
    guard
      let verb = words.indices.first(where: {
        (words[$0].relation == "acl" || words[$0].relation == "amod" && words[$0].upos == "ADJ")
          && words[$0].form == lemma($0) && $0 > 0
          && words[$0].head == $0 - 1 && child(of: $0, "mark", "aux", "nsubj", "case") == nil
          && child(of: $0, "obj") != nil
          && ["NNS", "NNPS"].contains(words[$0 - 1].xpos)
      }), case let subject = verb - 1,
      words[subject].head < 0 || ["nsubj", "ccomp"].contains(base(subject))
    else { return self }
    let above = words[subject].head
    var moved = words
    if above < 0 {
      (moved[verb].head, moved[verb].relation) = (-1, "root")
      for k in children(of: subject, "punct", "parataxis", "advcl", "obl") where k > verb {
        moved[k].head = verb
      }
    } else {
      guard above > verb, WordLists.builtIn["speech"].contains(lemma(above)),
        children(of: above, "nsubj").contains(where: { $0 > verb })
      else { return self }
      (moved[verb].head, moved[verb].relation) = (above, "ccomp")
    }
    (moved[subject].head, moved[subject].relation) = (verb, "nsubj")
    (moved[verb].upos, moved[verb].xpos) = ("VERB", "VBP")
    return Tree(words: moved)
  }
}
