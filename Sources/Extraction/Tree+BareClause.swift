import Language

extension Tree {
  /// "Tutors worsen results, a study finds", "Export controls slow chip manufacturing": a finite verb that the
  /// parser hung on its own subject.
  func withClausesOffTheirSubjects() -> Tree {
    if let verb = finiteVerbOfRoot { return withClause(verb, of: words[verb].head) }
    if let verb = saidOfFirstSubject { return withClause(verb, of: words[verb].head) }
    guard
      let verb = words.indices.first(where: {
        (words[$0].relation == "acl" || words[$0].relation == "amod" && words[$0].upos == "ADJ")
          && words[$0].form == lemma($0) && $0 > 0
          && words[$0].head == $0 - 1 && child(of: $0, "mark", "aux", "nsubj", "case") == nil
          && child(of: $0, "obj") != nil
          && ["NNS", "NNPS"].contains(words[$0 - 1].xpos)
      }), case let subject = verb - 1,
      words[subject].head < 0 || ["nsubj", "ccomp"].contains(base(subject))
    else { return self }
    let above = words[subject].head
    var moved = words
    if above < 0 {
      (moved[verb].head, moved[verb].relation) = (-1, "root")
      for k in children(of: subject, "punct", "parataxis", "advcl", "obl") where k > verb {
        moved[k].head = verb
      }
    } else {
      guard above > verb, WordLists.builtIn["speech"].contains(lemma(above)),
        children(of: above, "nsubj").contains(where: { $0 > verb })
      else { return self }
      (moved[verb].head, moved[verb].relation) = (above, "ccomp")
    }
    (moved[subject].head, moved[subject].relation) = (verb, "nsubj")
    (moved[verb].upos, moved[verb].xpos) = ("VERB", "VBP")
    return Tree(words: moved)
  }

  /// "Shares in Moore Threads quintupled on their first day": a finite verb right behind all of the noun that
  /// the parser took for the sentence's head.
  private var finiteVerbOfRoot: Int? {
    words.indices.first { verb in
      let noun = words[verb].head
      guard ["acl", "parataxis"].contains(words[verb].relation), noun >= 0, noun < verb,
        words[noun].head < 0, words[noun].upos == "NOUN",
        words[verb].upos == "VERB", words[verb].feats.contains("VerbForm=Fin"),
        words[verb].xpos == "VBD"
          || words[verb].xpos == (words[noun].xpos == "NNS" ? "VBP" : "VBZ"),
        child(of: verb, "nsubj", "nsubj:pass", "mark", "aux", "expl") == nil,
        child(of: noun, "nsubj", "cop", "case") == nil
      else { return false }
      // All that stands between the two belongs to the noun, without a mark.
      return words[noun..<verb].allSatisfy { $0.upos != "PUNCT" || $0.form == "-" }
        && subtree(verb).first == verb
        && children[noun].allSatisfy { $0 < verb || $0 == verb || words[$0].upos == "PUNCT" }
    }
  }

  /// "The training cost $40 million, a report concluded": of two subjects of speech the first is none of it.
  private var saidOfFirstSubject: Int? {
    words.indices.first { verb in
      let noun = words[verb].head
      guard words[verb].relation == "acl", words[verb].upos == "VERB", noun >= 0, noun < verb,
        words[verb].xpos != "VBG", base(noun) == "nsubj", case let speech = words[noun].head,
        speech > verb, WordLists.builtIn["speech"].contains(lemma(speech)),
        child(of: speech, "ccomp") == nil,
        children(of: speech, "nsubj").contains(where: { $0 > verb })
      else { return false }
      return child(of: verb, "nsubj", "nsubj:pass", "mark", "obl:agent") == nil
        && words[noun..<verb].allSatisfy { $0.upos != "PUNCT" || $0.form == "-" }
    }
  }

  /// The verb in the place of the noun it was hung on, and that as its subject.
  private func withClause(_ verb: Int, of noun: Int) -> Tree {
    var moved = words
    let above = words[noun].head
    (moved[verb].head, moved[verb].relation) = (above, above < 0 ? "root" : "ccomp")
    (moved[noun].head, moved[noun].relation) = (verb, "nsubj")
    for mark in children(of: noun, "punct") where mark > verb { moved[mark].head = verb }
    return Tree(words: moved)
  }

  /// "Two dogs playing on the beach.": of a caption, which is but a noun and what it is doing, the
  /// participle is the verb.
  func withCaptionAsClause() -> Tree {
    guard let noun = words.indices.first(where: { words[$0].head < 0 }),
      ["NOUN", "PROPN"].contains(words[noun].upos),
      child(of: noun, "nsubj", "cop", "case", "mark", "parataxis", "appos", "conj", "acl:relcl")
        == nil,
      children(of: noun, "acl").count == 1, let verb = child(of: noun, "acl"), verb > noun,
      words[verb].xpos == "VBG", child(of: verb, "nsubj", "mark", "case", "cop") == nil,
      subtree(verb).first == verb,
      children[noun].allSatisfy({ $0 <= verb || words[$0].upos == "PUNCT" }),
      words[..<verb].allSatisfy({ $0.upos != "PUNCT" && $0.upos != "VERB" }),
      !WordLists.builtIn["naming participle"].contains(words[verb].form.lowercased())
    else { return self }
    return withClause(verb, of: noun)
  }

  /// "It is not the case that Olga sells chips": the clause is what is so or isn't, as with "true".
  func withClauseOfTheCase() -> Tree {
    guard
      let noun = words.indices.first(where: {
        lemma($0) == "case" && child(of: $0, "cop") != nil
          && child(of: $0, "nsubj", "expl").map { lemma($0) == "it" } ?? false
          && child(of: $0, "amod", "compound", "nmod") == nil
      }), let subject = child(of: noun, "nsubj", "expl"),
      let clause = child(of: noun, "acl", "csubj", "ccomp", "advcl"), clause > noun,
      let mark = subtree(clause).first, words[mark].form == "that", words[mark].head == clause,
      base(mark) != "nsubj",
      base(mark) != "obj" || children(of: clause, "obj").count > 1
    else { return self }
    var moved = words
    moved[subject].relation = "expl"
    moved[clause].relation = "csubj"
    (moved[mark].relation, moved[mark].upos) = ("mark", "SCONJ")
    return Tree(words: moved)
  }

  /// "No one" is nobody.
  func withNoOneAsNobody() -> Tree {
    guard
      let one = words.indices.dropFirst().first(where: {
        words[$0].form == "one" && words[$0 - 1].form.lowercased() == "no"
          && words[$0 - 1].head == $0 && words[$0 - 1].relation == "det"
          && words[$0].upos == "PRON"
      })
    else { return self }
    var moved = words
    moved[one].lemma = "nobody"
    moved[one - 1].relation = "fixed"
    return Tree(words: moved).withNoOneAsNobody()
  }
}
