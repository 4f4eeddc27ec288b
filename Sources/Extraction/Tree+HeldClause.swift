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
        || isDenied && self.words[$0].xpos == "VBG" && marker(of: $0) == "of"
    }
  }

  /// Who will or won't do what the noun says: its owner, else the subject of the verb that holds it.
  func holder(of noun: Int, _ words: WordLists) -> Int? {
    if let owner = child(of: noun, "nmod:poss") { return owner }
    let verb = self.words[noun].head
    guard base(noun) == "obj", verb >= 0, words["noun holder"].contains(lemma(verb)),
      !isPassive(verb)
    else { return nil }
    return subject(of: verb)
  }
}
