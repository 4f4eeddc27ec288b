import Language

extension Tree {
  /// A cleft put as the plain statement that it stresses a part of.
  ///
  /// "It is Samsung that supplies the memory" hangs as "Samsung supplies the memory"; other trees stay as they are.
  /// Where the sentence opens its text, "it" stands for nothing said before.
  func withoutCleft(opensText: Bool) -> Tree {
    let stressed = { (clause: Int) in
      self.stressed(by: clause)
        ?? (opensText && self.opensWithStress(self.words[clause].head)
          ? self.words[clause].head : nil)
    }
    guard
      let clause = words.indices.first(where: {
        ["advcl:relcl", "acl:relcl"].contains(words[$0].relation) && words[$0].head >= 0
          && (words[$0].upos == "VERB" || child(of: $0, "cop") != nil) && stressed($0) != nil
      }), let stressed = stressed(clause), let role = role(of: stressed, in: clause)
    else { return self }
    var moved = words
    // "It was not Samsung but SK Hynix that": only who it was is of interest.
    if let other = children(of: stressed, "conj").first(where: {
      children(of: $0, "cc").contains { lemma($0) == "but" }
    }), children(of: stressed, "advmod").contains(where: { lemma($0) == "not" }) {
      moved[clause].head = words[stressed].head
      moved[clause].relation = words[stressed].relation
      moved[other].head = clause
      moved[other].relation = role
      for i in [stressed] + children(of: stressed, "punct") {
        moved[i].head = clause
        moved[i].relation = i == stressed ? "dep" : "punct"
      }
      for i in children[clause] where isLink(i) { moved[i].relation = "dep" }
      return Tree(words: moved)
    }
    moved[clause].head = words[stressed].head
    moved[clause].relation = words[stressed].relation
    moved[stressed].head = clause
    moved[stressed].relation = role
    for i in children[stressed] where i != clause {
      switch String(base(i)) {
      case "expl", "cop", "nsubj":
        moved[i].head = clause
        moved[i].relation = "dep"
      case "advmod" where WordLists.builtIn["negator"].contains(lemma(i)): moved[i].head = clause
      // "Micron, of all firms"
      case "obl" where isOfAll(i), "nmod" where isOfAll(i): moved[i].relation = "discourse"
      case "obl", "advcl", "parataxis", "punct", "mark": moved[i].head = clause
      default: break
      }
    }
    for i in children[clause] where isLink(i) { moved[i].relation = "dep" }
    return Tree(words: moved)
  }

  /// The phrase that a clause says more of: "it was Micron that", "it was Micron, of all firms, that".
  private func stressed(by clause: Int) -> Int? {
    let head = words[clause].head
    if stresses(head, isMarked: words[clause].relation == "advcl:relcl") { return head }
    let whole = words[head].head
    guard base(head) == "obl", whole >= 0, isOfAll(head), stresses(whole, isMarked: false)
    else { return nil }
    return whole
  }

  /// "It is X": the pronoun stands for nothing, as the parser says by its own tag or that of the clause.
  ///
  /// "It is not the first case that Olga won": that a thing has not this rank stresses nothing.
  private func stresses(_ i: Int, isMarked: Bool) -> Bool {
    child(of: i, "cop") != nil && !(isRanked(i) && Qualifiers.isNegated(i, in: self))
      && (children(of: i, "expl") + (isMarked ? children(of: i, "nsubj") : [])).contains {
        lemma($0) == "it" && $0 < i
      }
  }

  /// "It was the tax break that drew the servers", with nothing that it is the first or only one of.
  private func opensWithStress(_ i: Int) -> Bool {
    child(of: i, "cop") != nil && children(of: i, "nsubj").contains { $0 == 0 && lemma($0) == "it" }
      && children(of: i, "det").contains { lemma($0) == "the" }
      && !isRanked(i)
  }

  /// "the first case", "the largest lab"
  private func isRanked(_ i: Int) -> Bool {
    children(of: i, "amod", "advmod", "nummod").contains {
      words[$0].xpos == "JJS" || WordLists.builtIn["ordinal"].contains(lemma($0))
    }
  }

  /// "of all firms"
  private func isOfAll(_ i: Int) -> Bool {
    marker(of: i) == "of" && children(of: i, "det").contains { lemma($0) == "all" }
  }

  private func isLink(_ i: Int) -> Bool {
    ["that", "who", "which", "whom"].contains(words[i].form.lowercased())
      && ["PRON", "SCONJ"].contains(words[i].upos)
  }

  /// What the stressed phrase is to the verb: with a preposition an oblique, else what the pronoun is.
  private func role(of stressed: Int, in clause: Int) -> String? {
    if child(of: stressed, "case") != nil { return "obl:cleft" }
    guard ["NOUN", "PROPN"].contains(words[stressed].upos),
      let link = children[clause].first(where: isLink)
    else { return nil }
    // "It was the statement that Oslo refused"
    if words[link].relation == "obl:unmarked" || words[link].relation == "mark",
      child(of: clause, "obj", "ccomp", "xcomp", "cop") == nil, child(of: clause, "nsubj") != nil,
      !TimeExpression.isTime(stressed, in: self), !children[clause].contains(where: { $0 > clause })
    {
      return "obj"
    }
    let role = String(base(link))
    return ["nsubj", "obj"].contains(role) ? words[link].relation : nil
  }
}
