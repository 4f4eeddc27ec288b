import Language

extension Tree {
  /// "leads in closed, costly models, rivals lead in open ones": an adjective before a comma belongs to the noun behind
  /// it, where the parser left the verb's own subject without a place.
  func withAdjectivesOfOneNoun() -> Tree {
    var moved = words
    for i in words.indices
    where words[i].upos == "ADJ" && ["obl", "obj"].contains(base(i)) && words[i].head >= 0
      && i + 2 < words.count && words[i + 1].form == "," && child(of: i, "det") == nil
    {
      guard
        let noun = words.indices.first(where: {
          $0 > i && ["NOUN", "PROPN"].contains(words[$0].upos) && base($0) == "nsubj"
            && subtree($0).first == i + 2 && words[$0].head > $0
        }), words[i + 2].upos == "ADJ", words[i + 2].head == noun
      else { continue }
      let verb = words[noun].head
      guard
        let subject = (children(of: noun, "nmod", "conj", "appos") + children(of: verb, "nsubj"))
          .first(where: { k in
            k > noun && k < verb && marker(of: k) == nil
              && subtree(k).first.map { words[$0 - 1].form == "," || base($0) == "punct" } ?? false
              && words[k + 1..<verb].allSatisfy { ["ADV", "AUX", "PART"].contains($0.upos) }
          })
      else { continue }
      (moved[noun].head, moved[noun].relation) = (words[i].head, words[i].relation)
      (moved[i].head, moved[i].relation) = (noun, "amod")
      for k in children(of: i, "case") { moved[k].head = noun }
      moved[i + 1].head = noun
      (moved[subject].head, moved[subject].relation) = (verb, "nsubj")
    }
    return moved == words ? self : Tree(words: moved)
  }

  /// "has made them the most used": the rank is the state they are put in, no part of their name.
  func withRanksAsStates() -> Tree {
    var moved = words
    for verb in words.indices where ["make", "render"].contains(lemma(verb)) {
      // "has made cheap power their main weapon": the parser may see two objects.
      let objects = children(of: verb, "obj").filter { $0 > verb }
      guard objects.count == 2, child(of: verb, "iobj") == nil,
        child(of: objects[1], "nmod:poss") != nil || child(of: objects[1], "amod") != nil,
        !WordLists.builtIn["made to somebody"].contains(lemma(objects[1]))
      else { continue }
      moved[objects[1]].relation = "xcomp"
    }
    for i in words.indices where base(i) == "acl" && words[i].xpos == "VBN" && words[i].head >= 0 {
      let noun = words[i].head
      let verb = words[noun].head
      guard verb >= 0, base(noun) == "obj", ["make", "render"].contains(lemma(verb)), i > noun,
        let most = child(of: i, "advmod"), most < i,
        ["most", "least"].contains(words[most].form.lowercased()),
        most > 0, words[most - 1].form.lowercased() == "the"
      else { continue }
      (moved[i].head, moved[i].relation, moved[i].upos) = (verb, "xcomp", "ADJ")
      for k in children(of: i, "advcl", "punct") { moved[k].head = verb }
    }
    return moved == words ? self : Tree(words: moved)
  }
}
