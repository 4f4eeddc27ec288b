import Language

extension Tree {
  /// "was among those who signed it": it signed it.
  func withOneOfThoseWho() -> Tree {
    guard !words.isEmpty, case let i = root, child(of: i, "cop") != nil,
      let subject = child(of: i, "nsubj")
    else { return self }
    // "is one of the firms that signed"
    let many =
      lemma(i) == "one" ? children(of: i, "nmod").first { $0 > i && marker(of: $0) == "of" } : i
    guard let many, lemma(i) == "one" || marker(of: i) == "among",
      words[many].xpos == "NNS" || words[many].form.lowercased() == "those",
      child(of: many, "amod", "nmod") == nil, child(of: many, "nummod").map({ $0 < many }) ?? true,
      let deed = children(of: many, "acl").first(where: { words[$0].relation == "acl:relcl" }),
      words[deed].upos == "VERB", let who = child(of: deed, "nsubj"), who < deed,
      isRelativePronoun(who), words[deed].xpos != "VBP" || child(of: deed, "obj") != nil
    else { return self }
    var moved = words
    (moved[deed].head, moved[deed].relation) = (-1, "root")
    (moved[subject].head, moved[subject].relation) = (deed, "nsubj")
    (moved[who].relation) = "discourse"
    for k in children[i] where ![subject, many, deed].contains(k) {
      if k < i && base(k) == "advmod" || k > many { moved[k].head = deed }
    }
    (moved[i].head, moved[i].relation) = (deed, "discourse")
    return Tree(words: moved)
  }
}
