import Language

/// Reads a tree's clauses for the open renderings, claims or not: what is said, asked, wished or given as a condition.
struct OpenClauses {
  let tree: Tree

  /// More conjuncts than this are a list; splitting it on both sides of a verb would square its length.
  static let longestCoordination = 32

  static let nominal: Set<String> = ["NOUN", "PROPN", "PRON", "NUM", "X", "SYM"]

  func all() -> [OpenClause] { tree.words.indices.compactMap { clause(at: $0) } }

  // MARK: Which words head a clause

  private func clause(at i: Int) -> OpenClause? {
    guard headsClause(i), !isSaidByInnerVerb(i), !isInsideAnother(i) else { return nil }
    // "The plan was to sell it": what the copula joins is a verb, and that tells the rest.
    let isCopular = tree.child(of: i, "cop") != nil && tree.words[i].upos != "VERB"
    if tree.base(i) == "xcomp", tree.words[i].upos != "VERB", !isCopular { return nil }
    var clause = OpenClause(
      predicate: i, isCopular: isCopular, chain: [i], verb: isCopular ? copula(i) : group(i),
      subject: 0)
    var head = i
    while isComplement(head) {
      head = tree.words[firstConjunct(of: head)].head
      guard head >= 0, clause.chain.count < 16 else { break }
      // "asked the firm to pay": whoever pays is the object, and the outer clause tells it whole.
      if tree.child(of: head, "obj", "iobj") != nil { return nil }
      clause.verb =
        (tree.child(of: head, "cop") == nil
          ? group(head)
          : copula(head)
            + OpenPhrase(tree).predicate(head, without: Set(clause.chain))) + clause.verb
      clause.chain.append(head)
    }
    clause.verb = Array(Set(clause.verb)).sorted()
    guard let subject = subject(of: i), !tree.isRelativePronoun(subject) else { return nil }
    clause.subject = subject
    if isCopular { clause.preposition = prepositions(of: i, "case") }
    (clause.object, clause.isObjectRelative) = object(of: i, in: clause.chain.last ?? i)
    let first = firstConjunct(of: i)
    // "what investors want" names a thing; there is no noun to say the clause of.
    if tree.words[first].relation == "acl:relcl", tree.words[first].head >= 0,
      OpenWords.free.contains(tree.lemma(tree.words[first].head))
    {
      return nil
    }
    clause.isQuestion =
      ["ccomp", "csubj"].contains(String(tree.base(first)))
      && tree.subtree(first).contains {
        let head = tree.words[$0].head
        return $0 < i && OpenWords.question.contains(tree.lemma($0)) && head >= 0
          && (head == first || tree.words[head].head == first)
      }
    clause.isImplied =
      !isCopular && ["VBN", "VBG"].contains(tree.words[i].xpos)
      && ["acl", "advcl"].contains(String(tree.base(first)))
      && tree.words[first].relation != "acl:relcl" && tree.marker(of: i) == nil
      && !clause.verb.contains { ["aux", "cop"].contains(tree.base($0)) }
    return clause
  }

  private func headsClause(_ i: Int) -> Bool {
    guard tree.isPredicate(i) else { return false }
    if tree.lemma(i) == "do", tree.words[i].upos == "AUX", tree.child(of: i, "obj") == nil {
      return false
    }
    switch String(tree.base(i)) {
    case "advcl": return !isInvertedCondition(i)
    case "root", "ccomp", "acl", "parataxis", "csubj", "conj", "xcomp": return true
    default: return tree.words[i].upos == "VERB" && tree.child(of: i, "nsubj") != nil
    }
  }

  /// "Had the offer been higher"
  private func isInvertedCondition(_ i: Int) -> Bool {
    guard tree.marker(of: i) == nil, let subject = tree.child(of: i, "nsubj"),
      let verb = tree.child(of: i, "aux", "cop")
    else { return false }
    return verb < subject
  }

  /// "plans to ban": the inner verb tells the whole.
  private func isSaidByInnerVerb(_ i: Int) -> Bool {
    tree.child(of: i, "obj", "iobj") == nil
      && tree.children(of: i, "xcomp").contains {
        tree.words[$0].upos == "VERB" || tree.child(of: $0, "cop") != nil
      }
  }

  /// Clauses that finish another: "the plan to leave", "talks on ending it", "paid to win", "won by paying".
  private func isInsideAnother(_ i: Int) -> Bool {
    let first = firstConjunct(of: i)
    let head = tree.words[first].head
    switch String(tree.base(first)) {
    case "acl": return tree.words[first].relation != "acl:relcl" && tree.marker(of: first) != nil
    case "advcl": return head >= 0 && adverbialKind(of: first, at: head) == .inside
    default: return false
    }
  }

  func adverbialKind(of clause: Int, at verb: Int) -> AdverbialKind {
    switch tree.marker(of: clause) {
    case nil: .beside
    case "to": .inside
    default: tree.words[clause].xpos == "VBG" && clause > verb ? .inside : .beside
    }
  }

  private func isComplement(_ i: Int) -> Bool {
    tree.base(i) == "xcomp"
      || tree.base(i) == "conj" && tree.base(firstConjunct(of: i)) == "xcomp"
        && tree.child(of: i, "nsubj") == nil
        // "chose to hide and fled": what is finite stands beside the outer verb.
        && !["VBD", "VBZ", "VBP"].contains(tree.words[i].xpos)
  }

  /// The clause that a verb of saying stands beside: "Prices, analysts believe, will rise", "Prices rose, he said".
  func saidAround(_ i: Int) -> Int? { tree.speaksAside(i, .builtIn) ? tree.words[i].head : nil }

  func firstConjunct(of i: Int) -> Int {
    var i = i
    while tree.base(i) == "conj", tree.words[i].head >= 0 { i = tree.words[i].head }
    return i
  }

  // MARK: Relation

  /// A verb with auxiliaries, negation, particles, the adverbs right before it, and "to" inside a chain.
  func group(_ i: Int) -> [Int] {
    let isInfinitive = isComplement(i) || tree.child(of: i, "cop") != nil
    let marks = isInfinitive ? infinitiveMarks(of: i) : []
    var adverbs: [Int] = []
    var k = i - 1
    while k >= 0, tree.words[k].head == i,
      ["advmod", "aux", "cop"].contains(String(tree.base(k)))
    {
      if tree.base(k) == "advmod", ["ADV", "PART"].contains(tree.words[k].upos) {
        adverbs += tree.subtree(k)
      }
      k -= 1
    }
    return sharedAuxiliaries(of: i) + marks + negations(of: i) + adverbs + [i]
      + tree.children(of: i, "compound:prt") + particle(of: i)
  }

  /// "to" of an infinitive, or that of the first of its coordination: "plans to buy and sell".
  private func infinitiveMarks(of i: Int) -> [Int] {
    let own = tree.children(of: i, "mark").filter { tree.lemma($0) == "to" }
    let first = firstConjunct(of: i)
    return own.isEmpty && first != i ? infinitiveMarks(of: first) : own
  }

  /// "buy back": right after its verb the adverb belongs to it.
  private func particle(of i: Int) -> [Int] {
    tree.children(of: i, "advmod").filter {
      $0 == i + 1 && WordLists.builtIn["particle"].contains(tree.lemma($0))
    }
  }

  /// The copula with auxiliaries, negation and the adverbs before it.
  private func copula(_ i: Int) -> [Int] {
    let copula = tree.child(of: i, "cop") ?? i
    let adverbs = tree.children(of: i, "advmod").filter {
      $0 < copula && tree.words[$0].upos == "ADV" && !tree.isRelativePronoun($0)
        && !OpenWords.place.contains(tree.lemma($0))
        && !OpenWords.connective.contains(tree.lemma($0))
    }
    let marks = tree.base(i) == "xcomp" ? tree.children(of: i, "mark") : []
    return tree.children(of: i, "cop", "aux") + negations(of: i) + adverbs + marks
  }

  func negations(of i: Int) -> [Int] {
    tree.children(of: i, "advmod").filter { OpenWords.negation.contains(tree.lemma($0)) }
  }

  /// Auxiliaries of the verb, or those it shares with the first of its coordination: "was built and sold".
  private func sharedAuxiliaries(of i: Int) -> [Int] {
    let own = tree.children(of: i, "aux", "cop")
    let head = tree.words[i].head
    guard own.isEmpty, tree.base(i) == "conj", head >= 0, tree.child(of: i, "nsubj") == nil,
      tree.words[i].upos == "VERB", tree.words[head].upos == "VERB",
      tree.words[i].xpos == tree.words[head].xpos, tree.base(head) != "xcomp",
      // "was produced by Ross and reached number four"
      tree.child(of: i, "obj") == nil || tree.child(of: head, "aux:pass") == nil
    else { return own }
    return sharedAuxiliaries(of: head)
  }

  /// The words of the prepositions before a phrase, or of other markers asked for.
  func prepositions(of i: Int, _ relations: String...) -> [Int] {
    tree.children[i].filter {
      relations.contains(String(tree.base($0))) && $0 < i
        && !OpenWords.possessive.contains(tree.words[$0].form)
    }.flatMap { tree.subtree($0) }.filter { tree.words[$0].upos != "PUNCT" }.sorted()
  }

  // MARK: Subject and object

  /// The subject of a predicate, looked up through coordination, control, participles and relative clauses.
  func subject(of i: Int, depth: Int = 0) -> Int? {
    guard depth < 8 else { return nil }
    if let own = tree.child(of: i, "nsubj", "csubj") {
      // "It is unclear whether …": the place holder is what the sentence says it of.
      if tree.base(own) == "csubj", let holder = tree.child(of: i, "expl") { return holder }
      let first = firstConjunct(of: i)
      if tree.isRelativePronoun(own), tree.words[first].relation == "acl:relcl",
        tree.words[first].head >= 0
      {
        return tree.words[first].head
      }
      return own
    }
    let head = tree.words[i].head
    guard head >= 0 else { return nil }
    switch String(tree.base(i)) {
    case "conj", "advcl":
      return tree.isPredicate(head) ? subject(of: head, depth: depth + 1) : nil
    case "xcomp":
      return tree.child(of: head, "obj", "iobj") ?? subject(of: head, depth: depth + 1)
    case "acl":
      let tag = tree.words[i].xpos
      if tree.words[i].relation == "acl:relcl" { return tag == "VB" ? nil : head }
      return tag == "VBG" || tag == "VBN" ? head : nil
    default:
      return nil
    }
  }

  /// The object, and whether it is the noun outside a relative clause.
  ///
  /// "mines that the firm hopes to sell": `outermost` is the verb of the chain that the clause hangs by.
  private func object(of i: Int, in outermost: Int) -> (Int?, Bool) {
    let outer = tree.words[firstConjunct(of: outermost)].head
    let own =
      tree.children(of: i, "obj").first { prepositions(of: $0, "case").isEmpty }
      ?? tree.child(of: i, "iobj") ?? sharedObject(of: i)
    if let own {
      return outer >= 0 && tree.isRelativePronoun(own) ? (outer, true) : (own, false)
    }
    guard tree.words[outermost].relation == "acl:relcl",
      let subject = tree.child(of: outermost, "nsubj"),
      !tree.isRelativePronoun(subject),
      // "whose owner lives abroad"
      !tree.children[subject].contains(where: { tree.words[$0].xpos == "WP$" }),
      !tree.isPassive(i), tree.child(of: i, "cop", "ccomp") == nil,
      !tree.children(of: outermost, "advmod").contains(where: {
        OpenWords.place.contains(tree.lemma($0))
      })
    else { return (nil, false) }
    return (outer, true)
  }

  /// "buy and sell ships": the object behind both verbs hangs on either.
  private func sharedObject(of i: Int) -> Int? {
    if let next = tree.children(of: i, "conj").first, next == i + 2, tree.words[i].upos == "VERB",
      tree.words[i].xpos == tree.words[next].xpos, tree.words[i + 1].relation == "cc",
      tree.words[i + 1].head == next, tree.child(of: next, "nsubj", "ccomp", "xcomp") == nil,
      !tree.children[i].contains(where: { $0 > i && $0 != next && tree.words[$0].upos != "PUNCT" }),
      !OpenWords.objectless.contains(tree.lemma(i))
    {
      return tree.children(of: next, "obj").first { prepositions(of: $0, "case").isEmpty }
    }
    guard tree.base(i) == "conj", tree.words[i].upos == "VERB", tree.words[i].head >= 0,
      let object = tree.child(of: tree.words[i].head, "obj"), object > i,
      !tree.children[i].contains(where: { $0 > i && tree.words[$0].upos != "PUNCT" })
    else { return nil }
    return object
  }

  /// The conjuncts of a noun phrase, where the coordination distributes.
  func conjuncts(of head: Int) -> [Int] {
    // "the Swedish and Danish states": two nations, one noun.
    let sharesNoun = tree.children(of: head, "amod").contains {
      tree.child(of: $0, "conj").map { tree.words[$0].upos == "PROPN" } ?? false
    }
    guard !sharesNoun, !OpenPhrase(tree).isNeither(head), tree.base(head) != "root"
    else { return [head] }
    let joined = tree.children(of: head, "conj").filter {
      Self.nominal.contains(tree.words[$0].upos) && !tree.isPredicate($0)
    }
    return joined.count < Self.longestCoordination ? [head] + joined : [head]
  }

  /// Further predicates of one copula: "is rare and endangered".
  func furtherPredicates(of clause: OpenClause) -> [Int] {
    guard clause.isCopular else { return [] }
    let found = tree.children(of: clause.predicate, "conj").filter {
      (Self.nominal.contains(tree.words[$0].upos) || tree.words[$0].upos == "ADJ")
        && tree.child(of: $0, "cop", "nsubj") == nil
    }
    return found.count < Self.longestCoordination ? found : []
  }

  /// Whether a phrase is a relative pronoun or stands with one: "in which", "whose chips".
  func isRelative(_ i: Int) -> Bool {
    tree.isRelativePronoun(i) || tree.children[i].contains { tree.isRelativePronoun($0) }
  }

  /// Phrases before the subject that a later verb of the coordination shares: "In May they bought A and sold B".
  func sharedPhrases(of i: Int) -> [Int] {
    guard tree.base(i) == "conj", tree.child(of: i, "nsubj") == nil else { return [] }
    let first = firstConjunct(of: i)
    guard let subject = tree.child(of: first, "nsubj") else { return [] }
    return tree.children(of: first, "obl").filter { $0 < subject }
  }
}
