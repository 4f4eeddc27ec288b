import Language

/// By what somebody else found out something is so: "…, going by the measurements of Kentik".
extension Tree {
  /// The phrase that a clause "judging by …" goes by, nil where it is none.
  func judgesBy(_ verb: Int, _ words: WordLists) -> Int? {
    guard base(verb) == "advcl", words["judging"].contains(lemma(verb)),
      isGerund(verb) || marker(of: verb) == "to"
    else {
      return nil
    }
    return children(of: verb, "obl").first {
      $0 > verb && ["by", "from"].contains(marker(of: $0) ?? "")
    }
  }

  /// Whose measurements a predicate is judged by.
  func judge(of predicate: Int, _ words: WordLists) -> Int? {
    guard
      let ground = children(of: predicate, "advcl").lazy.compactMap({ judgesBy($0, words) }).first
    else { return nil }
    return child(of: ground, "nmod:poss")
      ?? children(of: ground, "nmod").first { ["of", "by", "from"].contains(marker(of: $0) ?? "") }
      ?? (self.words[ground].upos == "PROPN" ? ground : nil)
  }
}
