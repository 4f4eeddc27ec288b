import Language

extension Tree {
  /// "shipped 23,000 robots, more than all its rivals put together": the comparison stands beside the amount.
  func withComparisonsAside() -> Tree {
    var moved = words
    for more in words.indices.dropLast(2).dropFirst()
    where ["more", "fewer", "less"].contains(words[more].form.lowercased())
      && words[more - 1].form == "," && words[more + 1].form == "than"
    {
      // "more than any rival": the parser may see one long adverb.
      let isOneAdverb = words[more + 1].relation == "fixed" && words[more + 1].head == more
      let rival = isOneAdverb ? words[more].head : words[more + 1].head
      guard rival > more + 1, ["NOUN", "PROPN"].contains(words[rival].upos) else { continue }
      var verb = isOneAdverb ? words[rival].head : words[more].head
      let summed = words[rival].head
      // "all its rivals put together", not "more than half put it first"
      let isSum =
        base(rival) == "nsubj" && summed > rival && lemma(summed) == "put"
        && words[summed].head >= 0
      if isSum { verb = words[summed].head }
      // The same with the participle tied to what is counted.
      if let put = subtree(rival).last.map({ $0 + 1 }), put + 1 < words.count,
        lemma(put) == "put", words[put + 1].form == "together", base(put) == "acl"
      {
        (moved[put].head, moved[put].relation) = (rival, "discourse")
      }
      while verb >= 0, !isPredicate(verb) { verb = words[verb].head }
      guard verb >= 0, verb < more, child(of: verb, "cop") == nil else { continue }
      if isSum { (moved[summed].head, moved[summed].relation) = (rival, "discourse") }
      if isOneAdverb { (moved[more + 1].head, moved[more + 1].relation) = (rival, "case") }
      (moved[more].head, moved[more].relation) = (verb, "dislocated:than")
      (moved[rival].head, moved[rival].relation) = (more, "obl")
    }
    return moved == words ? self : Tree(words: moved)
  }

  /// The word of a comparison that stands beside what a verb says, and who is compared.
  func comparisonAside(_ verb: Int) -> (more: Int, rival: Int)? {
    children[verb].first { words[$0].relation == "dislocated:than" }.flatMap { more in
      child(of: more, "obl").map { (more, $0) }
    }
  }
}
