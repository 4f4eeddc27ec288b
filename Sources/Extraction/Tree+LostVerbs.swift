import Language

extension Tree {
  /// "Viora undersold Orbit": a verb between two names that the parser took for a part of them.
  func withLostVerbs() -> Tree {
    guard !words.isEmpty, case let name = root, words[name].upos == "PROPN",
      child(of: name, "nsubj", "cop") == nil,
      let verb = children(of: name, "goeswith", "flat").first(where: { k in
        k > name && words[k].form.allSatisfy(\.isLowercase)
          && (words[k].upos == "VERB" && ["VBZ", "VBD", "VBP"].contains(words[k].xpos)
            || words[k].upos == "X" && Lemmatizer.isIrregularPast(words[k].form))
      }), subtree(verb).first == verb,
      (name..<verb).allSatisfy({ $0 == name || words[$0].head < verb })
    else { return self }
    var moved = words
    moved[verb].becomeVerb(words[verb].upos == "VERB" ? words[verb].xpos : "VBD")
    (moved[verb].head, moved[verb].relation) = (-1, "root")
    (moved[name].head, moved[name].relation) = (verb, "nsubj")
    let behind = children[name].filter { $0 > verb }
    let object = child(of: verb, "obj") ?? behind.first { base($0) == "flat" }
    for k in behind {
      (moved[k].head, moved[k].relation) = (
        verb, k == object ? "obj" : base(k) == "nmod" ? "obl" : words[k].relation
      )
    }
    // The rest of a name of two words.
    if let object {
      for k in behind where base(k) == "flat" && k > object {
        (moved[k].head, moved[k].relation) = (object, "flat")
      }
    }
    return Tree(words: moved)
  }

  /// "Norway's ferry packs 400 Viora batteries": a plural between a noun and an amount that sets nothing off.
  func withPluralsAsVerbs() -> Tree {
    guard !words.isEmpty, case let verb = root, verb > 0, words[verb].xpos == "NNS",
      child(of: verb, "cop", "nsubj", "det", "case", "amod") == nil,
      words[verb].form.first?.isLowercase ?? false,
      let subject = children(of: verb, "compound").last, subject == verb - 1,
      let things = children(of: verb, "appos").first, let first = subtree(things).first,
      first == verb + 1, words[first].upos == "NUM", child(of: things, "nummod") == first
    else { return self }
    var moved = words
    moved[verb].becomeVerb("VBZ")
    (moved[subject].relation) = "nsubj"
    (moved[things].relation) = "obj"
    for k in children[verb] where k < subject { moved[k].head = subject }
    for k in children(of: verb, "nmod") where k > things { moved[k].relation = "obl" }
    return Tree(words: moved)
  }
}
