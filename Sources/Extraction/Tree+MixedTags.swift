import Language

extension Tree {
  /// Arcs that contradict the tags of their words, set right by the surer of the two: a gerund that is no adjective, an
  /// adjective that is no passive, an "it" that stands for something.
  func withTagsAndArcsAgreeing() -> Tree {
    var moved = words
    for i in words.indices where words[i].head >= 0 {
      let above = words[i].head
      // "cuts costs by closing branches": what has a conjunction is a deed, and what stands behind it is its object.
      if base(i) == "amod", words[i].xpos == "VBG", i < above, child(of: i, "mark") == i - 1,
        base(above) == "obl", words[above].head >= 0, child(of: above, "case", "det") == nil
      {
        (moved[i].head, moved[i].relation) = (words[above].head, "advcl")
        (moved[above].head, moved[above].relation) = (i, "obj")
      }
      // "and is closely related to Arun": a state, as with "is close to".
      if words[i].relation == "aux:pass", words[above].upos == "ADJ", lemma(i) == "be",
        child(of: above, "cop", "obj", "obl:agent") == nil
      {
        moved[i].relation = "cop"
        for k in children(of: above, "nsubj:pass") { moved[k].relation = "nsubj" }
      }
      // "fear it could leak into the lake": with nothing behind the verb to stand for, it is what leaks.
      if words[i].relation == "expl", lemma(i) == "it", i < above, words[above].upos == "VERB",
        child(of: above, "nsubj", "csubj", "ccomp", "xcomp", "advcl", "acl", "cop") == nil,
        !isPassive(above), children(of: above, "obl").contains(where: { marker(of: $0) != nil })
      {
        moved[i].relation = "nsubj"
      }
    }
    return moved == words ? self : Tree(words: moved)
  }
}
