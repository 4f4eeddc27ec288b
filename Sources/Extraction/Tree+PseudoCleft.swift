import Language

extension Tree {
  /// A cleft with "what" put as the plain statement: "What drew the servers was cheap gas" reads as "cheap gas drew
  /// the servers", "Chips are what China needs" as "China needs chips".
  func withoutPseudoCleft() -> Tree {
    guard
      let what = words.indices.first(where: {
        words[$0].form.lowercased() == "what" && words[$0].upos == "PRON"
          && children(of: $0, "acl:relcl").contains { words[$0].upos == "VERB" }
          && (child(of: $0, "cop") != nil
            || base($0) == "nsubj" && words[$0].head > $0
              && child(of: words[$0].head, "cop") != nil)
      }), let verb = children(of: what, "acl:relcl").first, verb > what,
      words.last?.form != "?"
    else { return self }
    let isState = child(of: what, "cop") != nil
    let top = isState ? what : words[what].head
    guard
      let said = isState ? child(of: what, "nsubj") : top,
      ["NOUN", "PROPN"].contains(words[said].upos), marker(of: said) == nil
    else { return self }
    let subjects = children(of: verb, "nsubj", "nsubj:pass")
    let doer = subjects.first { $0 < verb }
    guard doer == nil || child(of: verb, "obj", "ccomp", "xcomp") == nil else { return self }
    var moved = words
    // "What worries Oslo is": who stands behind the verb has it done to them.
    for i in subjects where i > verb { moved[i].relation = "obj" }
    moved[verb].head = words[top].head
    moved[verb].relation = words[top].relation
    for i in children[top] where i != said && i != what {
      switch String(base(i)) {
      case "cop": (moved[i].head, moved[i].relation) = (verb, "dep")
      case "punct", "advmod", "obl", "advcl", "parataxis", "conj", "cc", "mark", "aux":
        if isState || base(i) != "obl" && base(i) != "conj" && base(i) != "cc" {
          moved[i].head = verb
        }
      default: break
      }
    }
    moved[said].head = verb
    moved[said].relation = doer == nil ? "nsubj" : "obj"
    moved[what].head = verb
    moved[what].relation = "dep"
    return Tree(words: moved)
  }
}
