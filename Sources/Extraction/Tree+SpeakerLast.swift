import Language

extension Tree {
  /// "…, insists a forwarder in Rotterdam": a speaker behind the verb is its subject, and the speech stands aside.
  func withSpeakersLast(_ lists: WordLists) -> Tree {
    // "…, says the company."
    if let verb = words.indices.first(where: { i in
      ["VBZ", "VBD"].contains(words[i].xpos) && lists["speech"].contains(lemma(i))
        && child(of: i, "nsubj", "aux") == nil && i > 0 && words[i - 1].form == ","
        && children(of: i, "ccomp").contains { $0 < i }
    }), let speaker = child(of: verb, "obj", "iobj"), speaker > verb {
      var moved = words
      moved[speaker].relation = "nsubj"
      return Tree(words: moved)
    }
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

extension Tree {
  /// "…, its records suggest": who is named only as the source of what was said before.
  func speaksLast(_ verb: Int, _ lists: WordLists) -> Bool {
    guard lists["speech"].contains(lemma(verb)), let speaker = child(of: verb, "nsubj") else {
      return false
    }
    return base(verb) == "parataxis" && words[verb].head >= 0 && words[verb].head < speaker
      || children(of: verb, "ccomp").contains { $0 < speaker }
  }

  /// "short of GPUs, a panel found, and …": speech between commas stands aside, whatever it was hung on.
  func withSpeechAside(_ lists: WordLists) -> Tree {
    guard
      let verb = words.indices.first(where: {
        base($0) == "acl" && ["VBZ", "VBP", "VBD"].contains(words[$0].xpos)
          && lists["speech"].contains(lemma($0)) && child(of: $0, "obj", "ccomp", "mark") == nil
          && (child(of: $0, "nsubj").map { !isRelativePronoun($0) } ?? false)
      }), case let clause = subtree(verb).filter({ words[$0].upos != "PUNCT" }),
      let first = clause.first, let last = clause.last, first > 0, words[first - 1].form == ",",
      last + 1 < words.count, [",", ".", ";"].contains(words[last + 1].form)
    else { return self }
    var above = words[verb].head
    while above >= 0, !isPredicate(above) { above = words[above].head }
    guard above >= 0 else { return self }
    var moved = words
    moved[verb].head = above
    moved[verb].relation = "parataxis"
    return Tree(words: moved)
  }
}
