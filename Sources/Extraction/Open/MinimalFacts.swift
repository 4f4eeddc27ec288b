import Language

/// Binary facts, each true by itself and with no fact inside it (BenchIE, Gashteovski et al. 2022).
///
/// The preposition ends the relation, and the relation keeps what its phrase needs to be true: "He sold the firm to
/// Ann in 2001" gives `He | sold | the firm`, `He | sold the firm to | Ann` and `He | sold the firm in | 2001`.
struct MinimalFacts {
  private let tree: Tree
  private let clauses: OpenClauses
  private let phrase: OpenPhrase
  private var found: OpenReadings
  private var clause: OpenClause?
  private var subject: [Int] = []

  /// Phrases inside phrases inside phrases make longer relations each time; deeper ones read as riddles.
  private static let deepest = 6

  private init(tree: Tree) {
    self.tree = tree
    clauses = OpenClauses(tree: tree)
    phrase = OpenPhrase(tree)
    found = OpenReadings(tree: tree)
  }

  static func all(in tree: Tree) -> [OpenReading] {
    var facts = MinimalFacts(tree: tree)
    for clause in facts.clauses.all() { facts.read(clause) }
    return facts.found.all
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
    add(relation, phrase.bare(noun, without: without))
    readInside(noun, relation, depth: depth)
  }

  private mutating func readInside(_ noun: Int, _ relation: [[Int]], depth: Int) {
    guard depth < Self.deepest else { return }
    let words = phrase.bare(noun)
    if !OpenWords.quantity.contains(tree.lemma(noun)), tree.words[noun].upos != "NUM" {
      for other in tree.children(of: noun, "nmod", "obl") where other > noun {
        let preposition = clauses.prepositions(of: other, "case", "mark")
        guard let start = preposition.first,
          OpenClauses.nominal.contains(tree.words[other].upos)
        else { continue }
        // "an area of 40 hectares", "a fine of 300 euros": the measure is no thing that stands by itself.
        if tree.lemma(start) == "of",
          tree.words[other].upos == "NUM" || tree.child(of: other, "nummod") != nil
        {
          continue
        }
        readPhrase(other, relation + [words.filter { $0 < start }], depth: depth + 1)
      }
    }
    for clause in tree.children(of: noun, "acl")
    where tree.marker(of: clause) == "to" && tree.words[clause].upos == "VERB" {
      guard let start = tree.subtree(clause).first else { continue }
      readInfinitive(clause, relation + [words.filter { $0 < start }], depth: depth + 1)
    }
  }

  /// A phrase with its preposition at the end of the relation, a fact a conjunct.
  private mutating func readPhrase(_ phrase: Int, _ relation: [[Int]], depth: Int) {
    let shared = clauses.prepositions(of: phrase, "case", "mark")
    if shared.count == 1, tree.lemma(shared[0]) == "between" {
      let words = tree.subtree(phrase).filter { !shared.contains($0) }
      return add(relation + [shared], self.phrase.trimmed(words))
    }
    for one in clauses.conjuncts(of: phrase) {
      let own = clauses.prepositions(of: one, "case", "mark")
      readArgument(one, relation + [own.isEmpty ? shared : own], depth: depth)
    }
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
      for inner in tree.children(of: one, "xcomp", "ccomp", "advcl")
      where inner > one && tree.marker(of: inner) == "to" && tree.words[inner].upos == "VERB" {
        readInfinitive(inner, relation + [phrase.bare(one)], depth: 1)
      }
    }
    for other in tree.children(of: i, "obl") where other < i && !clauses.isRelative(other) {
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
      } else {
        for one in isOuter ? [object] : clauses.conjuncts(of: object) {
          readArgument(one, whole, without: without, depth: depth)
        }
      }
      if !isOuter { whole.append(phrase.bare(object)) }
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
    for verb in chain {
      for child in tree.children[verb] + (verb == i ? clauses.sharedPhrases(of: i) : []) {
        switch String(tree.base(child)) {
        case "obl", "obj":
          guard child != object, !clauses.isRelative(child), !isSource(child),
            OpenClauses.nominal.union(["ADV"]).contains(tree.words[child].upos),
            tree.base(child) == "obl" || tree.marker(of: child) != nil
          else { continue }
          readPhrase(child, whole, depth: depth)
        case "advcl":
          if verb == i, child > i, tree.words[child].upos == "VERB",
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
    if let said = tree.child(of: i, "ccomp") {
      let further = tree.children(of: said, "conj").filter { tree.isPredicate($0) }
      for one in [said] + further {
        add(whole, phrase.said(one, without: [i]))
      }
    }
  }

  /// "according to the report" says where it is from.
  private func isSource(_ phrase: Int) -> Bool {
    clauses.prepositions(of: phrase, "case").contains {
      OpenWords.source.contains(tree.lemma($0)) || OpenWords.source.contains(tree.words[$0].form)
    }
  }
}
