import Language

extension Tree {
  /// Infinitives that a verb wants hang on it as its complements, also with something in between.
  ///
  /// "agreed on Sunday to buy the lab" reads as "agreed to buy the lab"; a parser takes it for a purpose.
  func withWantedInfinitives(_ lists: WordLists) -> Tree {
    var moved = words
    // "is yet to publish", "is to publish": the copula is a helping verb.
    for i in words.indices where words[i].xpos == "VB" && marker(of: i) == "to" {
      for k in children(of: i, "cop") { moved[k].relation = "aux" }
      for k in children[i] where words[k].relation == "nsubj:outer" { moved[k].relation = "nsubj" }
    }
    // "is to be the seat"
    for i in words.indices where marker(of: i) == "to" {
      let copulas = children(of: i, "cop")
      guard copulas.count == 2, words[copulas[1]].form.lowercased() == "be" else { continue }
      moved[copulas[0]].relation = "aux"
    }
    // "which had tripled": "had" only helps.
    for i in words.indices where words[i].xpos == "VBN" && base(i) == "xcomp" {
      let have = words[i].head
      guard have >= 0, lemma(have) == "have", marker(of: i) == nil, have < i, i <= have + 2,
        child(of: have, "obj", "iobj") == nil
      else { continue }
      (moved[i].head, moved[i].relation) = (words[have].head, words[have].relation)
      for k in children[have] where k != i { moved[k].head = i }
      (moved[have].head, moved[have].relation, moved[have].upos) = (i, "aux", "AUX")
    }
    // "Having lost access": what one has is not a lost thing.
    for have in words.indices
    where words[have].xpos == "VBG" && lemma(have) == "have" && have + 1 < words.count {
      let done = have + 1
      guard words[done].xpos == "VBN", base(done) == "amod", let thing = child(of: have, "obj"),
        words[done].head == thing, words[have].head >= 0
      else { continue }
      (moved[done].head, moved[done].relation) = (words[have].head, words[have].relation)
      moved[done].upos = "VERB"
      moved[thing].head = done
      for k in children[have] where k != thing { moved[k].head = done }
      (moved[have].head, moved[have].relation, moved[have].upos) = (done, "aux", "AUX")
    }
    // "It cost Oslo a million to train the crews": the training cost it.
    for i in words.indices where lemma(i) == "cost" && child(of: i, "csubj") != nil {
      for k in children(of: i, "nsubj") where lemma(k) == "it" { moved[k].relation = "expl" }
    }
    // "breaks even in 2028": the adverb is the verb's.
    for i in words.indices.dropLast()
    where words[i].upos == "VERB" && lemma(i) == "break" && words[i + 1].form == "even" {
      (moved[i + 1].head, moved[i + 1].relation) = (i, "advmod")
    }
    // "makes do with old tools": the two verbs are one.
    for i in words.indices.dropFirst()
    where lemma(i) == "do" && lemma(i - 1) == "make" && words[i].head == i - 1
      && children[i].allSatisfy({ words[$0].relation != "obj" && base($0) != "mark" })
    {
      moved[i].relation = "compound:prt"
      for k in children[i] { moved[k].head = i - 1 }
    }
    // "goes on hiring" hires.
    for i in words.indices where base(i) == "advcl" && words[i].xpos == "VBG" {
      let verb = words[i].head
      guard verb >= 0, verb < i, ["go", "keep", "carry"].contains(lemma(verb)),
        child(of: verb, "obj") == nil,
        let on = (children(of: i, "mark", "case") + children(of: verb, "compound", "advmod")).first(
          where: { lemma($0) == "on" && $0 == verb + 1 && $0 < i })
      else { continue }
      moved[i].relation = "xcomp"
      (moved[on].head, moved[on].relation) = (verb, "dep")
    }
    // The same with the object tied to the verb before it.
    for i in words.indices where base(i) == "xcomp" && words[i].xpos == "VBG" {
      let verb = words[i].head
      guard verb >= 0, verb < i, ["go", "keep", "carry"].contains(lemma(verb)),
        child(of: verb, "compound:prt").map({ lemma($0) == "on" && $0 == i - 1 }) ?? false,
        child(of: i, "obj") == nil
      else { continue }
      for k in children(of: verb, "obj", "obl") where k > i { moved[k].head = i }
      if let on = child(of: verb, "compound:prt") { moved[on].relation = "dep" }
    }
    // "stopped short of banning it" did not ban it.
    for i in words.indices where base(i) == "advcl" && words[i].xpos == "VBG" {
      let short = words[i].head
      let verb = short >= 0 && lemma(short) == "short" ? words[short].head : short
      guard verb >= 0, lemma(verb) == "stop", marker(of: i) == "of",
        children(of: verb, "advmod", "xcomp").contains(where: {
          lemma($0) == "short" && $0 == verb + 1
        })
      else { continue }
      (moved[i].head, moved[i].relation) = (verb, "xcomp")
      for k in children(of: i, "mark") { moved[k].relation = "dep" }
    }
    // "overtook Orbit to become the largest": who overtook it became that.
    for i in words.indices where ["acl", "xcomp"].contains(base(i)) && words[i].head >= 0 {
      let rival = base(i) == "acl" ? words[i].head : child(of: words[i].head, "obj")
      guard marker(of: i) == "to", words[i].xpos == "VB", let rival, rival < i,
        words[rival].upos == "PROPN", base(rival) == "obj",
        lists["coming to be"].contains(lemma(words[rival].head))
      else { continue }
      (moved[i].head, moved[i].relation) = (words[rival].head, "advcl")
    }
    // "refused to sign because it objects": what it refused for is no part of what it refused.
    for i in words.indices where base(i) == "advcl" && child(of: i, "nsubj", "nsubj:pass") != nil {
      let inner = words[i].head
      guard inner >= 0, inner < i, base(inner) == "xcomp", case let verb = words[inner].head,
        lists["failure"].contains(lemma(verb)),
        ["because", "since", "as", "although", "though", "while", "whereas"].contains(
          marker(of: i) ?? "")
      else { continue }
      moved[i].head = verb
    }
    for i in words.indices where base(i) == "advcl" && words[i].xpos == "VB" {
      let verb = words[i].head
      // "voted 171 to 98 to delay the act"
      if verb >= 0, verb < i, marker(of: i) == "to", lemma(verb) == "vote",
        let count = child(of: verb, "obj"), words[count].upos == "NUM"
      {
        moved[count].relation = "dep"
        moved[i].relation = "xcomp"
        continue
      }
      // "won the contract to build the port": what it is for is part of it.
      if verb >= 0, let thing = child(of: verb, "obj"), thing > verb,
        lists["thing to do"].contains(lemma(thing)), let mark = child(of: i, "mark"),
        lemma(mark) == "to", subtree(thing).last == mark - 1
      {
        (moved[i].head, moved[i].relation) = (thing, "acl")
        continue
      }
      guard verb >= 0, verb < i, marker(of: i) == "to",
        child(of: verb, "obj", "xcomp", "ccomp") == nil
      else { continue }
      if words[verb].upos == "ADJ", lists["free to"].contains(lemma(verb)) {
        moved[i].relation = "xcomp"
        continue
      }
      let list = isPassive(verb) ? "told to" : "wants infinitive"
      // "chips used to train models" are a kind of chips.
      if lemma(verb) == "use", base(verb) == "acl" { continue }
      if lists[list].contains(lemma(verb)) { moved[i].relation = "xcomp" }
    }
    return moved == words ? self : Tree(words: moved)
  }

  /// "overtook Oslo to become the largest": what it became, it is.
  func hasComeTo(_ state: Int, _ lists: WordLists) -> Bool {
    let verb = words[state].head
    let become = child(of: state, "cop") ?? state
    return verb >= 0 && verb < state && isPast(verb) && lists["coming to be"].contains(lemma(verb))
      && ["become", "be", "lead", "top"].contains(lemma(become))
  }
}
