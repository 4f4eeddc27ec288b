import Language

extension Tree {
  /// Whose or of what a noun is: "the agency's count", "the seat of the lab".
  func owner(of noun: Int) -> Int? {
    child(of: noun, "nmod:poss") ?? children(of: noun, "nmod").first { marker(of: $0) == "of" }
  }

  /// "exceeded those from Korea": a phrase right behind "those" is that pronoun's, not the verb's.
  func withPhrasesOfPronouns() -> Tree {
    var moved = words
    for i in words.indices
    where words[i].form.lowercased() == "those" && words[i].upos == "PRON"
      && ["obj", "obl", "nsubj"].contains(base(i)) && words[i].head >= 0
      && child(of: i, "nmod", "acl") == nil
    {
      guard
        let own = children(of: words[i].head, "obl").first(where: {
          $0 > i && subtree($0).first == i + 1 && marker(of: $0) != nil
        })
      else { continue }
      (moved[own].head, moved[own].relation) = (i, "nmod")
    }
    return moved == words ? self : Tree(words: moved)
  }

  /// "Thanks to subsidies prices have fallen": what opens the sentence is the reason.
  func withThanksAside() -> Tree {
    guard words.count > 3, words[0].form == "Thanks", words[1].form.lowercased() == "to",
      let verb = Optional(words[0].head), verb > 1,
      base(0) == "obl" || base(0) == "nsubj" && children(of: verb, "nsubj").count > 1,
      let reason = child(of: 0, "nmod")
    else { return self }
    var moved = words
    (moved[reason].head, moved[reason].relation) = (verb, "obl")
    (moved[0].head, moved[0].relation, moved[0].upos) = (reason, "case", "ADP")
    (moved[1].head, moved[1].relation) = (0, "fixed")
    return Tree(words: moved)
  }

  /// "Samsung nor SK Hynix": the parts of a name that the parser took for two conjuncts or subjects are one.
  func withWholeNames() -> Tree {
    var moved = words
    for i in words.indices.dropFirst() {
      let k = i - 1
      // "against Stability AI": a capital before "AI" makes a name.
      if words[i].form == "AI", words[i].head == k, k > 0, children[i].isEmpty,
        ["NOUN", "ADJ"].contains(words[k].upos), words[k].form.first?.isUppercase ?? false,
        ["conj", "appos", "flat", "dep"].contains(base(i))
      {
        moved[i].relation = "flat"
        (moved[k].upos, moved[i].upos) = ("PROPN", "PROPN")
        continue
      }
      // "Pulse 3 and Orbit Sonnet 4": a part of a name is the name's before it.
      if base(i) == "flat", words[k].upos == "PROPN", base(k) == "conj",
        words[k].head == words[i].head
      {
        moved[i].head = k
      }
      // "Sorvik AI, a Tokyo lab": what a name is called is said of the whole.
      if base(i) == "appos", base(words[i].head) == "flat", words[i].head < i {
        moved[i].head = words[words[i].head].head
      }
      // "home to Aleph Alpha": the preposition is the whole name's.
      if base(i) == "flat", let mark = child(of: i, "case"), mark < i, words[i].head < i,
        words[i].head > mark
      {
        moved[mark].head = words[i].head
      }
      // "beat Moore Threads to it": two objects in a row, both written as names, are one.
      if base(i) == "obj", base(k) == "obj", words[i].head == words[k].head,
        words[k].upos == "PROPN", words[i].upos == "NOUN", children[k].isEmpty,
        words[i].form.first?.isUppercase ?? false, child(of: i, "det", "amod", "compound") == nil
      {
        (moved[k].head, moved[k].relation, moved[i].upos) = (i, "compound", "PROPN")
        continue
      }
      // "Command A", one of two objects
      if base(i) == "obj", base(k) == "obj", words[i].head == words[k].head,
        words[i].form.count == 1, words[i].form.first?.isUppercase ?? false,
        words[k].form.first?.isUppercase ?? false, children[i].isEmpty
      {
        (moved[i].head, moved[i].relation) = (k, "flat")
        (moved[k].upos, moved[i].upos) = ("PROPN", "PROPN")
        continue
      }
      // "Command A"
      if words[i].upos == "X", words[i].form.count == 1, words[i].form.first?.isUppercase ?? false,
        base(i) == "flat", words[k].form.first?.isUppercase ?? false
      {
        (moved[k].upos, moved[i].upos) = ("PROPN", "PROPN")
        for below in children(of: i, "nmod") { moved[below].head = k }
        continue
      }
      guard ["conj", "nsubj", "appos", "obj"].contains(base(i)), base(k) == base(i),
        words[i].head == words[k].head,
        words[i].upos == "PROPN", words[k].upos == "PROPN", child(of: i, "cc", "punct") == nil
      else { continue }
      moved[k].head = i
      moved[k].relation = "compound"
      for child in children(of: k, "cc", "punct", "conj") where child != i { moved[child].head = i }
    }
    return moved == words ? self : Tree(words: moved)
  }
}
