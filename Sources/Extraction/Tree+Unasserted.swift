import Language

/// Clauses that stand beside what is said without saying anything themselves.
extension Tree {
  /// "Measured by volume, Samsung leads": the participle tells what the comparison goes by.
  func isMeasuring(_ i: Int, _ lists: WordLists) -> Bool {
    ["advcl", "acl"].contains(base(i)) && words[i].xpos == "VBN"
      && lists["measuring"].contains(lemma(i))
      && marker(of: i) == nil && child(of: i, "nsubj", "aux") == nil
      && children(of: i, "obl").contains { marker(of: $0) == "by" }
  }

  /// "be it leased or owned": either may be so.
  func isEitherWay(_ i: Int) -> Bool {
    guard let be = children(of: i, "cop", "aux:pass", "aux").first,
      words[be].form.lowercased() == "be", let subject = child(of: i, "nsubj", "nsubj:pass")
    else { return false }
    return be < subject
  }
}

extension Tree {
  /// "turns out to be a copy", "is said to be a lender": the state is what is said, the verb how it is meant.
  func isRaisedState(_ i: Int, _ lists: WordLists) -> Bool {
    let verb = words[i].head
    guard base(i) == "xcomp", verb >= 0, words[i].upos != "VERB", child(of: i, "cop") != nil,
      marker(of: i) == "to", child(of: verb, "obj", "iobj") == nil
    else { return false }
    // "expects to be profitable"
    let isMeant = ["plan", "forecast", "probable"].contains { lists[$0].contains(lemma(verb)) }
    return goneOnTo(verb) == i || isMeant && !isPassive(verb)
      || ["turn", "go"].contains(lemma(verb))
      || isPassive(verb) && ["speech", "forecast"].contains { lists[$0].contains(lemma(verb)) }
  }
}
