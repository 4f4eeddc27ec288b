import Language

extension Tree {
  /// "…, insists a forwarder in Rotterdam": a speaker behind the verb is its subject, and the speech stands aside.
  func withSpeakersLast(_ lists: WordLists) -> Tree {
    if let named = withSpeakersInOneName(lists) { return named.withSpeakersLast(lists) }
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

extension Tree {
  /// ", the Geological Survey reckons.", ", an adviser to the president claims.": what closes the sentence is who says it.
  private func withSpeakersInOneName(_ lists: WordLists) -> Tree? {
    guard let end = words.indices.last(where: { words[$0].upos != "PUNCT" }), end > 2,
      words[end].head >= 0, child(of: end, "ccomp", "nsubj", "mark", "case") == nil,
      words[end].xpos == "NNS" || ["VBZ", "VBD"].contains(words[end].xpos)
    else { return nil }
    var moved = words
    if words[end].xpos == "NNS" {
      guard lists["speech"].contains(lemma(end)), let first = subtree(end).first, first > 0,
        words[first - 1].form == ",", words[end - 1].head == end,
        ["compound", "amod"].contains(base(end - 1)),
        ["PROPN", "NOUN"].contains(words[end - 1].upos), base(end) != "conj"
      else { return nil }
      for k in children[end] where k < end - 1 { moved[k].head = end - 1 }
      (moved[end].upos, moved[end].xpos) = ("VERB", "VBZ")
      (moved[end - 1].head, moved[end - 1].relation) = (end, "nsubj")
      var above = words[end].head
      while words[above].head >= 0, !isPredicate(above) { above = words[above].head }
      moved[end].head = above
    } else {
      guard lists["speech"].contains(lemma(end)), base(end) == "parataxis",
        let speaker = words.indices.first(where: {
          base($0) == "appos" && subtree($0).last == end - 1 && words[$0].head >= 0
        }), let first = subtree(speaker).first(where: { words[$0].upos != "PUNCT" }),
        first > 0, words[first - 1].form == ","
      else { return nil }
      (moved[speaker].head, moved[speaker].relation) = (end, "nsubj")
    }
    moved[end].relation = "parataxis"
    return Tree(words: moved)
  }
}
