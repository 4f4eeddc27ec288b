import Language

extension Tree {
  /// Amounts in one piece: "eight per cent", "close to half of the market", "450,000 rides a week".
  func withWholeAmounts() -> Tree {
    var moved = words
    for i in words.indices {
      // "per" is no preposition here, although it has one's tag.
      if words[i].form.lowercased() == "per", i + 1 < words.count,
        words[i + 1].form.lowercased() == "cent", words[i].head == i + 1
      {
        moved[i].relation = "compound"
        moved[i].upos = "NOUN"
      }
      if let verb = counted(i) {
        let noun = children(of: i, "obj").first ?? i
        (moved[noun].head, moved[noun].relation) = (verb, "nsubj")
        (moved[i - 1].head, moved[i - 1].relation) = (noun, "nummod")
        if words[verb].head == i {
          (moved[verb].head, moved[verb].relation) = (words[i].head, words[i].relation)
        }
        for k in children(of: i, "mark") { moved[k].head = verb }
        (moved[i].head, moved[i].relation) = (noun, "amod")
      }
      if let close = nearly(i) {
        if child(of: words[i].head, "obj") == nil, base(i) == "obl", !isPassive(words[i].head) {
          moved[i].relation = "obj"
        }
        moved[close].head = i
        moved[close + 1].head = close
        moved[close + 1].relation = "fixed"
      }
      // "lose up to $8 billion" says how much, "run up to Oslo" where to.
      if base(i) == "obl", marker(of: i) == "up to", Quantities.isAmount(i, in: self),
        words[i].head >= 0,
        child(of: words[i].head, "obj") == nil, !isPassive(words[i].head)
      {
        moved[i].relation = "obj"
        for k in children(of: i, "case") { moved[k].relation = "advmod" }
      }
      // "cost Nvidia $5 billion": whom the amount is for comes first.
      // "grants small firms relief"
      if base(i) == "obj", words[i].head >= 0,
        Quantities.isAmount(i, in: self)
          || WordLists.builtIn["handing over"].contains(lemma(words[i].head))
      {
        let others = children(of: words[i].head, "obj").filter {
          $0 < i && ["NOUN", "PROPN", "PRON"].contains(words[$0].upos)
        }
        if others.count == 1, child(of: words[i].head, "iobj") == nil {
          moved[others[0]].relation = "iobj"
        }
      }
      // "halved to 25 per cent": the preposition is the whole amount's.
      if base(i) == "nummod", words[i].head > i, base(words[i].head) == "obl",
        let mark = child(of: i, "case"), mark < i, marker(of: words[i].head) == nil
      {
        moved[mark].head = words[i].head
        moved[words[i].head].relation = "obl"
      }
      // "from 5 to 30 per cent": the unit is that of both.
      if let number = end(i) {
        for k in children(of: number, "case") { moved[k].head = i }
        (moved[number].head, moved[number].relation) = (i, "nummod")
      }
      // "nine out of ten of the world's chips"
      if i > 2, words[i].upos == "NUM", words[i - 3].upos == "NUM",
        words[i - 2].form == "out", words[i - 1].form == "of", words[i].head >= 0,
        words[i].head != i - 3, base(i) == "obl"
      {
        (moved[i].head, moved[i].relation) = (i - 3, "nmod")
      }
      if let counted = rate(i) {
        moved[i].head = counted
        moved[i].relation = "nmod:unmarked"
      }
    }
    return moved == words ? self : Tree(words: moved)
  }

  /// The number that a range ends with, hung on the one it begins with: "from 5 to 30 per cent".
  private func end(_ unit: Int) -> Int? {
    guard WordLists.builtIn["unit"].contains(lemma(unit)), base(unit) == "obl",
      marker(of: unit) == nil, child(of: unit, "nummod") == nil
    else { return nil }
    return children(of: words[unit].head, "obl").first { $0 < unit && marker(of: $0) == "from" }
      .flatMap { children(of: $0, "nmod").first }
      .flatMap {
        words[$0].upos == "NUM" && marker(of: $0) == "to" && $0 < unit && $0 > unit - 3 ? $0 : nil
      }
  }

  /// The verb behind "140,000 restricted GPUs", where the parser took the number for one who restricts GPUs.
  private func counted(_ i: Int) -> Int? {
    guard i > 0, ["VBD", "VBN"].contains(words[i].xpos), words[i - 1].upos == "NUM",
      words[i - 1].head == i, base(i - 1) == "nsubj", let noun = child(of: i, "obj"),
      let last = subtree(noun).last, last + 1 < words.count
    else { return nil }
    let verb = last + 1
    let isBeside = words[verb].head == i || words[verb].head == words[i].head
    guard words[verb].upos == "VERB", isBeside, child(of: verb, "nsubj", "nsubj:pass", "cc") == nil
    else { return nil }
    return verb
  }

  /// "close to half": the adverb before an amount whose "to" ties the amount to no verb.
  private func nearly(_ i: Int) -> Int? {
    guard ["obl", "nmod"].contains(base(i)), words[i].head >= 0, marker(of: i) == "to",
      words[i].upos == "NUM" || child(of: i, "nummod") != nil
        || WordLists.builtIn["measure"].contains(lemma(i))
    else { return nil }
    return (children(of: i, "advmod") + children(of: words[i].head, "advmod")).first {
      lemma($0) == "close" && $0 + 1 < words.count && words[$0 + 1].form == "to"
        && words[$0 + 1].head == i
    }
  }

  /// "a week" in "rides a week".
  func isRate(_ i: Int) -> Bool {
    marker(of: i) == nil && children(of: i, "det").contains { ["a", "an"].contains(lemma($0)) }
  }

  /// The counted noun that a rate right behind it belongs to: "rides a week".
  private func rate(_ i: Int) -> Int? {
    // "chips a year under the deal": the parser may hang the rate on the phrase behind it.
    let isAhead = base(i) == "nmod" && words[i].head > i && words[words[i].head].head >= 0
    let verb = isAhead ? words[words[i].head].head : words[i].head
    guard verb >= 0, base(i) == "obl" || isAhead, marker(of: i) == nil,
      TimeExpression.isUnit(i, in: self),
      let article = children[i].first, children[i].count == 1,
      ["a", "an"].contains(lemma(article)),
      article == i - 1
    else { return nil }
    return children[verb].first {
      ["obj", "obl"].contains(String(base($0))) && subtree($0).last == article - 1
        && ["NOUN", "PROPN", "SYM", "NUM"].contains(words[$0].upos)
        && (child(of: $0, "nummod") != nil || ["SYM", "NUM"].contains(words[$0].upos)
          || WordLists.builtIn["unit"].contains(lemma($0)))
    }
  }
}
