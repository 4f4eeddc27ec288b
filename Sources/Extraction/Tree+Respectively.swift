import Language

/// "Oslo and Bergen hold 60% and 12%, respectively": the first has the first, the second the second.
extension Tree {
  /// The sentence told once for each in its lists, with only that one left in every list; else the sentence itself.
  ///
  /// Each has the words of the whole, so that what is read from it keeps its place in the text.
  func toldRespectively() -> [Tree] {
    guard let word = words.indices.first(where: { lemma($0) == "respectively" }),
      case let lists = respectiveLists(word), let count = lists.first?.count, lists.count > 1
    else { return [self] }
    let told = (0..<count).map { place in
      var apart = words
      apart[word].relation = "discourse"
      for list in lists { leave(list[place], of: list, in: &apart) }
      return Tree(words: apart)
    }
    return told.allSatisfy(\.isSound) ? told : [self]
  }

  /// The lists of equal length in the clause of the word: its subject and its object, or a phrase.
  private func respectiveLists(_ word: Int) -> [[Int]] {
    var clause = words[word].head
    while clause >= 0, !isPredicate(clause) { clause = words[clause].head }
    guard clause >= 0 else { return [] }
    var parts = children[clause].filter {
      ["nsubj", "obj", "iobj", "obl", "xcomp"].contains(base($0))
    }
    // "have pleaded guilty and were fined $3m and $5m"
    if !parts.contains(where: { base($0) == "nsubj" }), let shared = subject(of: clause) {
      parts.insert(shared, at: 0)
    }
    let lists = (parts + parts.flatMap { children(of: $0, "nmod") }).map { part -> [Int] in
      let listed = [part] + children(of: part, "conj")
      // "The two firms, Viora and Orbit"
      return listed.count == 1
        ? children(of: part, "appos").first.map { [$0] + children(of: $0, "conj") } ?? listed
        : listed
    }.filter { $0.count > 1 }
    guard let first = lists.first else { return [] }
    return lists.filter { $0.count == first.count }
  }

  /// Takes all but one out of a list; what the list shares stays with it: "in Oslo and Bergen", "60% and 12% of the
  /// market", "Viora's profit and revenue".
  private func leave(_ kept: Int, of list: [Int], in apart: inout [Word]) {
    let first = list[0]
    let last = list[list.count - 1]
    // The names stand in for "the two firms".
    let whole = words[first].relation == "appos" ? words[first].head : first
    for other in list + [whole] where other != kept { apart[other].relation = "discourse" }
    for other in list { for k in children(of: other, "cc") { apart[k].relation = "discourse" } }
    if kept != whole {
      (apart[kept].head, apart[kept].relation) = (words[whole].head, words[whole].relation)
      apart[whole].head = kept
    }
    let shared = children(of: whole, "case", "nmod:poss").filter { k in
      !children[kept].contains { words[$0].relation == words[k].relation }
    }
    let after = children(of: first, "nmod") + children(of: last, "nmod")
    let hasOwn = list.dropLast().contains { child in
      children(of: child, "nmod").contains { $0 < last }
    }
    for k in shared { apart[k].head = kept }
    for k in after where k > last && !hasOwn { apart[k].head = kept }
  }
}
