import Language

extension Tree {
  /// "persuaded Viora to abandon its plant": who was brought to do something did it.
  func isMadeTo(_ deed: Int, _ lists: WordLists) -> Bool {
    let outer = words[deed].head
    guard base(deed) == "xcomp", outer >= 0, outer < deed, words[deed].xpos == "VB",
      marker(of: deed) == "to", lists["made to"].contains(lemma(outer)), !isPassive(outer),
      let whom = child(of: outer, "obj", "iobj"), whom < deed, words[whom].upos != "PRON"
    else { return false }
    // "Oslo pushed Viora to sell" only asked, "losses pushed Viora to sell" did it.
    if ["push", "nudge", "goad"].contains(lemma(outer)),
      child(of: outer, "nsubj").map({ words[$0].upos != "NOUN" }) ?? true
    {
      return false
    }
    let helpers = children(of: outer, "aux")
    let isDone =
      words[outer].xpos == "VBD"
      || helpers.contains { lemma($0) == "have" } && words[outer].xpos == "VBN"
    return isDone && helpers.allSatisfy { lemma($0) == "have" }
      && !Qualifiers.isNegated(outer, in: self) && !Qualifiers.isNegated(deed, in: self)
  }
}
