import Language

/// Clauses and words that hang in a part of the sentence that they can't be of.
extension Tree {
  /// "Viora has had its permit; no law bound Orbit": a finite clause behind a semicolon or colon is of no noun before
  /// it.
  func withClausesApart() -> Tree {
    guard let root = words.firstIndex(where: { $0.relation == "root" }) else { return self }
    for mark in words.indices where [";", ":"].contains(words[mark].form) && mark > root {
      guard
        let clause = words.indices.first(where: { i in
          i > mark && words[i].head >= 0 && words[i].head < mark
            && ["acl", "obl", "advcl", "nmod", "dep"].contains(String(base(i)))
            && children(of: i, "nsubj").contains { $0 > mark } && isFinite(i)
        }), marker(of: clause) == nil || child(of: clause, "cop") != nil
      else { continue }
      var moved = words
      (moved[clause].head, moved[clause].relation) = (root, "parataxis")
      return Tree(words: moved).withClausesApart()
    }
    return self
  }

  private func isFinite(_ i: Int) -> Bool {
    let verbs = [i] + children(of: i, "aux", "aux:pass", "cop")
    return verbs.contains { ["VBD", "VBZ", "VBP", "MD"].contains(words[$0].xpos) }
  }

  /// "An audit tells another tale: Viora lost a third", "the bureau sees the opposite: …": it says what follows.
  func withOtherTalesTold() -> Tree {
    let lists = WordLists.builtIn
    guard let verb = words.firstIndex(where: { $0.relation == "root" }),
      child(of: verb, "nsubj") != nil,
      let tale = child(of: verb, "obj"), tale > verb,
      lists["seeing otherwise"].contains(lemma(verb)),
      lists["other tale"].contains(lemma(tale))
        || lists["tale"].contains(lemma(tale))
          && children(of: tale, "det", "amod").contains { lists["other"].contains(lemma($0)) },
      let end = subtree(tale).last, end + 1 < words.count,
      let colon = (end + 1..<words.count).first(where: { words[$0].form == ":" }), colon <= end + 2,
      let clause = children[verb].last(where: { $0 > colon && base($0) == "parataxis" })
    else { return self }
    var moved = words
    moved[clause].relation = "ccomp"
    // "thanks to robots, plants have added staff"
    for i in children[verb] where i > colon && i < clause && base(i) != "punct" {
      (moved[i].head, moved[i].relation) = (clause, "obl")
    }
    moved[verb].lemma = "say"
    moved[tale].relation = "discourse"
    return Tree(words: moved)
  }

  /// "recyclers in Europe and America, who live off scrap": places live off nothing.
  func withWhoOfPersons() -> Tree {
    guard
      let clause = words.indices.first(where: { i in
        guard words[i].relation == "acl:relcl", case let place = words[i].head, place > 0,
          words[place].upos == "PROPN", words[place].xpos == "NNP",
          let who = child(of: i, "nsubj"), lemma(who) == "who",
          ["in", "across", "around", "of", "from", nil].contains(marker(of: place)),
          base(place) == "nmod" || base(place) == "conj",
          ([i] + children(of: i, "aux", "cop")).contains(where: { words[$0].xpos == "VBP" })
        else { return false }
        return true
      })
    else { return self }
    var place = words[clause].head
    while base(place) == "conj", words[place].head >= 0 { place = words[place].head }
    let people = words[place].head
    guard base(place) == "nmod", people >= 0, words[people].xpos == "NNS" else { return self }
    var moved = words
    for other in words.indices
    where words[other].relation == "acl:relcl" && subtree(people).contains(words[other].head)
      && child(of: other, "nsubj") == child(of: clause, "nsubj")
    {
      moved[other].head = people
    }
    return Tree(words: moved)
  }

  /// "asks for no permit whatever": it only stresses that there is none. "Hasn't got a plan": has none.
  func withStressAside() -> Tree {
    var moved = words
    for i in words.indices {
      let form = words[i].form.lowercased()
      if ["whatever", "whatsoever"].contains(form), i > 1, isDenied(i - 1),
        words[i].head >= 0
      {
        for k in children[i] {
          (moved[k].head, moved[k].relation) = (words[i].head, k < i ? "obl" : "advcl")
        }
        (moved[i].head, moved[i].relation) = (i - 1, "discourse")
      }
      if form == "got", lemma(i) == "get", child(of: i, "obj") != nil,
        children(of: i, "aux").contains(where: { lemma($0) == "have" })
      {
        moved[i].lemma = "have"
      }
      // "They are to blame", which is no plan of theirs.
      if lemma(i) == "blame", marker(of: i) == "to", child(of: i, "cop") != nil,
        child(of: i, "obj") == nil,
        !children(of: i, "obl").contains(where: { marker(of: $0) == "for" })
      {
        (moved[i].upos, moved[i].xpos) = ("ADJ", "JJ")
        for k in children(of: i, "nsubj:outer") { moved[k].relation = "nsubj" }
        for k in children(of: i, "mark") { moved[k].relation = "advmod" }
      }
    }
    return moved == words ? self : Tree(words: moved)
  }
}
