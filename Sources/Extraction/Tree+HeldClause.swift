import Language

extension Tree {
  /// The infinitive that a noun says of its owner: "gave an undertaking to delete", "Oslo's refusal to sign".
  ///
  /// Nil where the noun neither is held by a light verb nor has an owner, or says nothing of what is done.
  func heldClause(_ noun: Int, _ words: WordLists) -> Int? {
    guard self.words[noun].upos == "NOUN", holder(of: noun, words) != nil else { return nil }
    let isMeant = ["commitment noun", "failure noun"].contains { words[$0].contains(lemma(noun)) }
    let isDenied =
      words["sign noun"].contains(lemma(noun))
      && children(of: noun, "det").contains { ["no", "any"].contains(lemma($0)) }
    return children(of: noun, "acl").first {
      guard self.words[$0].upos == "VERB", self.words[$0].relation == "acl" else { return false }
      return isMeant && self.words[$0].xpos == "VB" && marker(of: $0) == "to"
        || isMeant && self.words[$0].xpos == "VBG" && marker(of: $0) == "of"
        || isDenied && self.words[$0].xpos == "VBG" && marker(of: $0) == "of"
    }
  }

  /// Who will or won't do what the noun says: its owner, else the subject of the verb that holds it.
  func holder(of noun: Int, _ words: WordLists) -> Int? {
    if let owner = child(of: noun, "nmod:poss") { return owner }
    let verb = self.words[noun].head
    guard base(noun) == "obj", verb >= 0,
      ["noun holder", "noun maker"].contains(where: { words[$0].contains(lemma(verb)) }),
      !isPassive(verb)
    else { return nil }
    return subject(of: verb)
  }

  /// The infinitive of "did nothing to slow it", "has done little to help": it is denied.
  func doesNothing(_ verb: Int) -> Int? {
    guard lemma(verb) == "do",
      let o = child(of: verb, "obj"), ["nothing", "little"].contains(lemma(o))
    else { return nil }
    return (children(of: verb, "advcl", "xcomp") + children(of: o, "acl", "advcl")).first {
      words[$0].xpos == "VB" && marker(of: $0) == "to"
    }
  }

  /// The verb of doing that an infinitive is denied by, nil where it stands by itself.
  func doneFor(_ infinitive: Int) -> Int? {
    var verb = words[infinitive].head
    if verb >= 0, words[verb].upos != "VERB" { verb = words[verb].head }
    return verb >= 0 && doesNothing(verb) == infinitive ? verb : nil
  }
}
