import Language

extension Tree {
  /// "…, insists a forwarder in Rotterdam": a speaker behind the verb is its subject, and the speech stands aside.
  func withSpeakersLast(_ lists: WordLists) -> Tree {
    guard
      let verb = words.indices.first(where: {
        words[$0].upos == "VERB" && ["VBZ", "VBD"].contains(words[$0].xpos)
          && ["conj", "parataxis"].contains(String(base($0))) && words[$0].head >= 0
          && lists["speech"].contains(lemma($0)) && $0 > 0 && words[$0 - 1].form == ","
          && child(of: $0, "nsubj", "cc", "ccomp", "xcomp") == nil
      }), let speaker = child(of: verb, "obj"), speaker > verb
    else { return self }
    var moved = words
    moved[verb].relation = "parataxis"
    moved[speaker].relation = "nsubj"
    return Tree(words: moved)
  }
}
