import Language

extension Tree {
  /// "drones from Viora, whose head office is in Oslo": a clause of "whose" set off behind a name is about that name.
  func withWhoseOfNames() -> Tree {
    // "Viora, the lens firm, whose head office is in Oslo": that of the name that the firm is.
    if let clause = words.indices.first(where: { i in
      guard words[i].relation == "acl:relcl", case let firm = words[i].head, firm >= 0,
        base(firm) == "appos", words[firm].upos == "NOUN", words[firm].head >= 0
      else { return false }
      return words[words[firm].head].upos == "PROPN"
        && startBehindComma(i).map { lemma($0) == "whose" } ?? false
    }) {
      var moved = words
      moved[clause].head = words[words[clause].head].head
      return Tree(words: moved)
    }
    guard
      let clause = words.indices.first(where: { i in
        words[i].relation == "acl:relcl" && words[i].head >= 0
          && ["NOUN", "PRON", "NUM"].contains(words[words[i].head].upos)
          && subtree(i).first { words[$0].upos != "PUNCT" }.map { lemma($0) == "whose" } ?? false
      }), let first = subtree(clause).first(where: { words[$0].upos != "PUNCT" }), first > 1,
      words[first - 1].form == ",", words[first - 2].upos == "PROPN"
    else { return self }
    var name = first - 2
    while ["flat", "compound"].contains(base(name)), words[name].head >= 0,
      words[words[name].head].upos == "PROPN"
    {
      name = words[name].head
    }
    guard marker(of: name) != nil, subtree(words[clause].head).contains(name) else { return self }
    var moved = words
    moved[clause].head = name
    return Tree(words: moved)
  }
}
