import Language

/// Binary facts, each true by itself and with no fact inside it (BenchIE, Gashteovski et al. 2022).
///
/// The preposition ends the relation, and the relation keeps what its phrase needs to be true: "He sold the firm to
/// Ann in 2001" gives `He | sold | the firm`, `He | sold the firm to | Ann` and `He | sold the firm in | 2001`.
struct MinimalFacts: OpenRendering {
  var found: OpenReadings
  private var clause: OpenClause?
  private var subject: [Int] = []

  /// Phrases inside phrases inside phrases make longer relations each time; deeper ones read as riddles.
  private static let deepest = 6

  init(found: OpenReadings) { self.found = found }

  mutating func read() {
    for clause in clauses.all() { read(clause) }
  }

  private mutating func read(_ clause: OpenClause) {
    var clause = clause
    // "also", "however" tie the clause to others; the fact is the same without them.
    clause.verb.removeAll { OpenWords.connective.contains(tree.lemma($0)) }
    self.clause = clause
    let i = clause.predicate
    // "There are two churches": the place holder is what the words make the subject.
    if let there = tree.child(of: i, "expl"), let real = tree.child(of: i, "nsubj") {
      subject = [there]
      for one in clauses.conjuncts(of: real) { readArgument(one, [clause.verb], depth: 0) }
      for other in tree.children(of: i, "obl") where other > i {
        readPhrase(other, [clause.verb, phrase.bare(real)], depth: 0)
      }
      return
    }
    let first = clauses.firstConjunct(of: i)
    for one in clauses.conjuncts(of: clause.subject) where !tree.isRelativePronoun(one) {
      let relative = tree.children[one].filter { tree.words[$0].xpos == "WP$" }
      subject = phrase.bare(one, without: Set([i, first] + relative))
      if clause.isCopular {
        readPredicate(of: clause)
      } else {
        readArguments(of: i, [clause.verb], chain: clause.chain, depth: 0)
      }
    }
  }

  private mutating func add(_ relation: [[Int]], _ object: [Int]) {
    // "can see why": the question word stands for what is not told.
    let isAsked = object.count == 1 && tree.words[object[0]].xpos.hasPrefix("W")
    guard let clause, !isAsked else { return }
    found.add(
      OpenReading(
        predicate: clause.predicate, subject: subject, relation: relation, arguments: [object]))
  }

  /// A noun as object, and what its prepositional phrases add: `joined the staff of | the paper`.
  private mutating func readArgument(
    _ noun: Int, _ relation: [[Int]], without: Set<Int> = [], depth: Int
  ) {
    // What a preposition adds is told by a fact of its own; "of" tells what the noun is.
    let loose = tree.subtree(noun).filter {
      tree.base($0) == "nmod" && $0 > noun && tree.marker(of: $0).map { $0 != "of" } ?? false
    }
    add(relation, phrase.bare(noun, without: without.union(loose)))
    readInside(noun, relation, depth: depth)
  }

  private mutating func readInside(_ noun: Int, _ relation: [[Int]], depth: Int) {
    guard depth < Self.deepest else { return }
    let words = phrase.bare(noun)
    for other in tree.children(of: counted(by: noun), "nmod", "obl") where other > noun {
      guard let start = clauses.prepositions(of: other, "case", "mark").first,
        OpenClauses.nominal.contains(tree.words[other].upos),
        tree.lemma(start) != "of" || !isMeasured(noun, by: other) && !isOneName(noun, other)
      else { continue }
      readPhrase(
        other, relation + [phrase.trimmed(words.filter { $0 < start })], depth: depth + 1)
    }
    for clause in tree.children(of: noun, "acl")
    where tree.words[clause].upos == "VERB"
      && clauses.adverbialKind(of: clause, at: noun) == .inside
    {
      guard let start = tree.subtree(clause).first else { continue }
      readInfinitive(clause, relation + [words.filter { $0 < start }], depth: depth + 1)
    }
  }

  /// What a noun counts, or the noun: "one of the finest records of the decade" tells of records.
  private func counted(by noun: Int) -> Int {
    guard OpenWords.quantity.contains(tree.lemma(noun)) || tree.words[noun].upos == "NUM"
    else { return noun }
    return tree.children(of: noun, "nmod").first { tree.marker(of: $0) == "of" } ?? noun
  }

  /// "an area of 40 hectares", "a fine of 300 euros": the measure is no thing that stands by itself.
  private func isMeasured(_ noun: Int, by other: Int) -> Bool {
    ["NUM", "SYM"].contains(tree.words[other].upos)
      || OpenWords.measured.contains(tree.lemma(noun)) && tree.child(of: other, "nummod") != nil
  }

  /// "the University of Geneva", but not "President of France".
  private func isOneName(_ noun: Int, _ other: Int) -> Bool {
    tree.words[noun].upos == "PROPN" && tree.words[other].upos == "PROPN" && !isOffice(noun)
  }

  /// "became Master of the Rolls", "served as the first Prime Minister".
  private func isOffice(_ noun: Int) -> Bool {
    ["person title", "person noun"].contains {
      WordLists.builtIn[$0].contains(tree.lemma(noun))
    }
      || tree.child(of: noun, "det") == nil
        && (tree.marker(of: noun) == "as" || tree.child(of: noun, "cop") != nil
          || tree.base(noun) == "xcomp")
  }

  /// A phrase with its preposition at the end of the relation, a fact a conjunct.
  private mutating func readPhrase(_ phrase: Int, _ relation: [[Int]], depth: Int) {
    let idle = WordLists.builtIn["idle phrase"]
    guard !idle.contains(tree.text(tree.subtree(phrase)).lowercased()) else { return }
    let shared = clauses.prepositions(of: phrase, "case", "mark")
    if shared.count == 1, tree.lemma(shared[0]) == "between" {
      // "between what they say and do" has no noun to be cut down to.
      let isFree = OpenWords.free.contains(tree.lemma(phrase))
      let words = tree.subtree(phrase).filter { !shared.contains($0) }
      return add(
        relation + [shared],
        isFree ? self.phrase.trimmed(words) : self.phrase.noun(phrase, withConjuncts: true))
    }
    for one in clauses.conjuncts(of: phrase) {
      let own = clauses.prepositions(of: one, "case", "mark")
      let whole = relation + [own.isEmpty ? shared : own]
      if isHollow(one) {
        readInside(one, whole, depth: depth)
      } else {
        readArgument(one, whole, depth: depth)
      }
    }
  }

  /// "in exchange for": the noun is part of a preposition.
  private func isHollow(_ noun: Int) -> Bool {
    OpenWords.hollow.contains(tree.words[noun].form.lowercased())
      && tree.child(of: noun, "det", "amod", "nmod:poss") == nil
      && tree.children(of: noun, "nmod").contains { $0 > noun && tree.marker(of: $0) != nil }
  }

  /// `has the votes to pass | the bill`.
  private mutating func readInfinitive(_ verb: Int, _ relation: [[Int]], depth: Int) {
    guard depth < Self.deepest else { return }
    let words = Set(clauses.prepositions(of: verb, "mark") + clauses.group(verb)).sorted()
    readArguments(of: verb, relation + [words], chain: [verb], depth: depth + 1)
  }

  private mutating func readPredicate(of clause: OpenClause) {
    let i = clause.predicate
    for one in [i] + clauses.furtherPredicates(of: clause) {
      let own = clauses.prepositions(of: one, "case")
      let relation = [clause.verb + (own.isEmpty ? clause.preposition : own)]
      readArgument(one, relation, depth: 0)
      for inner in tree.children(of: one, "xcomp", "ccomp", "advcl", "acl")
      where inner > one && clauses.adverbialKind(of: inner, at: one) == .inside
        && tree.words[inner].upos == "VERB"
      {
        readInfinitive(inner, relation + [phrase.bare(one)], depth: 1)
      }
    }
    let copula = tree.child(of: i, "cop") ?? i
    for other in tree.children(of: i, "obl") where other < copula && !clauses.isRelative(other) {
      readPhrase(other, [clause.verb + clause.preposition, phrase.bare(i)], depth: 0)
    }
  }

  private mutating func readArguments(
    of i: Int, _ relation: [[Int]], chain: [Int], depth: Int
  ) {
    let before = found.all.count
    let own = clause?.predicate == i ? clause : nil
    let first = clauses.firstConjunct(of: i)
    let object =
      own.map(\.object)
      ?? tree.children(of: i, "obj").first { clauses.prepositions(of: $0, "case").isEmpty }
      ?? tree.child(of: i, "iobj")
    var whole = relation
    if let receiver = tree.child(of: i, "iobj"), receiver != object {
      whole.append(phrase.bare(receiver))
    }
    if let object {
      let isOuter = own?.isObjectRelative ?? false
      let without: Set<Int> = isOuter ? [i, first] : []
      let told = tree.children(of: i, "xcomp").first {
        tree.words[$0].xpos == "VB" && tree.words[$0].upos == "VERB" && $0 > object
          && !chain.contains($0)
      }
      if let told {
        // "wants the state to pay": that it wants the state is not what is said.
        let words = tree.subtree(told) { tree.words[$0].relation == "acl:relcl" }
        add(whole, phrase.trimmed(Array(Set(phrase.bare(object) + words)).sorted()))
      } else if !isNamed(object, by: i), !isPartOfVerb(object) {
        for one in isOuter ? [object] : clauses.conjuncts(of: object) {
          readArgument(one, whole, without: without, depth: depth)
        }
      }
      whole.append(phrase.bare(object, without: without))
    }
    for complement in tree.children(of: i, "xcomp") where !chain.contains(complement) {
      if tree.child(of: complement, "cop") != nil {
        let verb =
          clauses.prepositions(of: complement, "mark")
          + tree.children(of: complement, "cop", "aux")
        add(whole + [verb.sorted()], phrase.bare(complement))
      } else if tree.words[complement].upos == "VERB" {
        readInfinitive(complement, whole, depth: depth + 1)
      } else {
        // "elected Tamm president", "remained the tallest tower".
        let isNoun = OpenClauses.nominal.contains(tree.words[complement].upos)
        for one in isNoun ? clauses.conjuncts(of: complement) : [complement] {
          readArgument(
            one, whole + [isNoun ? clauses.prepositions(of: one, "case") : []], depth: depth)
        }
        whole.append(
          (isNoun ? clauses.prepositions(of: complement, "case") : []) + phrase.bare(complement))
      }
    }
    let inRelation = Set(relation.flatMap { $0 })
    for verb in chain {
      for child in tree.children[verb] {
        switch String(tree.base(child)) {
        case "obl", "obj":
          guard child != object, !clauses.isRelative(child), !isSource(child),
            OpenClauses.nominal.union(["ADV"]).contains(tree.words[child].upos),
            tree.base(child) == "obl" || tree.marker(of: child) != nil
          else { continue }
          readPhrase(child, whole, depth: depth)
        case "advmod" where child > verb:
          // "sorts letters faster than humans", "lies east of the river"
          for other in tree.children(of: child, "obl", "nmod") where other > child {
            guard let start = clauses.prepositions(of: other, "case").first,
              OpenClauses.nominal.contains(tree.words[other].upos)
            else { continue }
            let adverb = tree.subtree(child).filter { $0 < start && !inRelation.contains($0) }
            readPhrase(other, whole + [adverb], depth: depth)
          }
        case "advcl":
          if verb == i, child > i || tree.marker(of: child) == "to",
            tree.words[child].upos == "VERB",
            clauses.adverbialKind(of: child, at: i) == .inside
          {
            readInfinitive(child, whole, depth: depth + 1)
          }
        default: break
        }
      }
    }
    if chain.count > 1, found.all.count == before, tree.child(of: i, "ccomp") == nil {
      // "refused to surrender"
      let last = Set(tree.children(of: i, "mark") + [i])
      if let start = last.min() {
        add([relation.flatMap { $0 }.filter { $0 < start }], last.sorted())
      }
    }
    if let said = tree.child(of: i, "ccomp") ?? clauses.saidAround(i) {
      let further = tree.children(of: said, "conj").filter {
        tree.isPredicate($0) && tree.child(of: $0, "nsubj") != nil
      }
      for one in [said] + further {
        add(whole, phrase.said(one, without: [i]))
      }
    }
  }

  /// "found the search illegal": that they found the search is not what is said.
  private func isNamed(_ object: Int, by verb: Int) -> Bool {
    tree.children(of: verb, "xcomp").contains { $0 > object && tree.words[$0].upos != "VERB" }
  }

  /// "took place in May": the noun says with its verb what another verb says alone.
  private func isPartOfVerb(_ object: Int) -> Bool {
    tree.children[object].isEmpty
      && OpenWords.partOfVerb.contains(tree.words[object].form.lowercased())
  }

  /// "according to the report" says where it is from.
  private func isSource(_ phrase: Int) -> Bool {
    clauses.prepositions(of: phrase, "case").contains {
      OpenWords.source.contains(tree.lemma($0)) || OpenWords.source.contains(tree.words[$0].form)
    }
  }
}
