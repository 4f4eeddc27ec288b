import Language

/// A clause a tuple, with all its arguments: "He sold the firm to Ann" gives `He | sold | the firm | to Ann`.
///
/// A clause that is a statement of its own is not repeated as an argument of the one it stands beside.
struct NaryTuples: OpenRendering {
  var found: OpenReadings

  mutating func read() {
    for clause in clauses.all() where !clause.isQuestion { read(clause) }
    readAppositions()
  }

  private mutating func read(_ clause: OpenClause) {
    let i = clause.predicate
    let subject = subjectWords(of: clause)
    var verb = clause.verb + clause.preposition
    var arguments: [[Int]] = []
    let others = adverbials(of: clause)
    if clause.isCopular {
      let predicate = phrase.predicate(i)
      let (more, rest) = splitAtPreposition(predicate, of: i)
      arguments.append(rest)
      verb += more
    }
    // Phrases of the conjuncts when the verb's own preposition takes several: "leads in chips and in models".
    var led: [(preposition: [Int], phrase: [Int])] = []
    for other in others {
      let words = phrase.whole(other)
      guard arguments.isEmpty, clause.object == nil, other > i,
        let marks = leadingMarks(of: other)
      else {
        arguments.append(words)
        continue
      }
      if tree.base(other) == "obl" {
        led = clauses.conjuncts(of: other).map { conjunct in
          let own = clauses.prepositions(of: conjunct, "case", "mark")
          return (own.isEmpty ? marks : own, phrase.noun(conjunct))
        }
      }
      if led.count < 2 { led = [(marks, phrase.trimmed(words.filter { !marks.contains($0) }))] }
      arguments.append([])
    }
    var readings: [(verb: [Int], first: [Int]?)] = [(verb, nil)]
    if let object = clause.object {
      let without: Set<Int> = [i, clauses.firstConjunct(of: i)]
      readings = clauses.conjuncts(of: object).filter { $0 != clause.subject }.map {
        (verb, phrase.noun($0, without: clause.isObjectRelative ? without : []))
      }
    } else if !led.isEmpty {
      readings = led.map { (verb + $0.preposition, $0.phrase) }
      arguments.removeFirst()
    }
    for reading in readings {
      found.add(
        OpenReading(
          predicate: i, subject: subject, relation: [Array(Set(reading.verb)).sorted()],
          arguments: (reading.first.map { [$0] } ?? []) + arguments,
          isImplied: clause.isImplied))
    }
    readFurtherPredicates(of: clause, subject, before: others.filter { $0 < i })
  }

  private func subjectWords(of clause: OpenClause) -> [Int] {
    var without: Set<Int> = [
      clause.predicate, clauses.firstConjunct(of: clause.predicate),
    ]
    without.formUnion(tree.children[clause.subject].filter { tree.words[$0].xpos == "WP$" })
    return phrase.noun(clause.subject, without: without, withConjuncts: true)
  }

  /// Phrases and clauses of a clause's verbs: those after its predicate first, because the nearest preposition
  /// belongs to the relation.
  private func adverbials(of clause: OpenClause) -> [Int] {
    let i = clause.predicate
    var out: [Int] = []
    for verb in clause.chain {
      let shared = verb == i ? clauses.sharedPhrases(of: verb) : []
      let around = verb == i ? clauses.saidAround(i) : nil
      for child in tree.children[verb] + shared + [around].compactMap(\.self)
      where !clause.chain.contains(child) {
        guard child != clause.object, !clause.verb.contains(child) else { continue }
        // What follows a copula's noun or adjective is part of it.
        if clause.isCopular, child > i, verb == i, tree.base(child) != "csubj" { continue }
        let isArgument: Bool
        switch String(tree.base(child)) {
        case _ where child == around: isArgument = true
        case "obj": isArgument = !tree.isRelativePronoun(child)
        case "iobj", "obl": isArgument = !clauses.isRelative(child)
        case "nmod": isArgument = clause.isCopular && verb != i && !clauses.isRelative(child)
        case "advmod":
          isArgument =
            !(clause.isCopular && verb == i) && !tree.isRelativePronoun(child)
            && !OpenWords.place.contains(tree.lemma(child))
            && !OpenWords.connective.contains(tree.lemma(child))
        case "ccomp", "xcomp": isArgument = verb == i
        case "csubj": isArgument = tree.child(of: i, "nsubj", "expl") != nil
        case "advcl": isArgument = clauses.adverbialKind(of: child, at: verb) == .inside
        default: isArgument = false
        }
        if isArgument { out.append(child) }
      }
    }
    return out.sorted { ($0 < i ? 1 : 0, $0) < ($1 < i ? 1 : 0, $1) }
  }

  /// The words of a first argument that go to the relation, nil when it is no argument of the verb's own.
  private func leadingMarks(of argument: Int) -> [Int]? {
    switch String(tree.base(argument)) {
    case "obl": clauses.prepositions(of: argument, "case", "mark")
    case "ccomp": clauses.prepositions(of: argument, "mark").filter { tree.lemma($0) == "that" }
    case "advcl" where tree.words[argument].xpos == "VBG":
      clauses.prepositions(of: argument, "case", "mark")
    default: nil
    }
  }

  /// "distinct from its neighbours" after a copula: `is distinct from | its neighbours`.
  private func splitAtPreposition(_ predicate: [Int], of i: Int) -> (verb: [Int], rest: [Int]) {
    guard tree.words[i].upos == "ADJ",
      let phrase = tree.children(of: i, "obl", "nmod").first(where: {
        $0 > i && tree.marker(of: $0) != nil
      }), let start = tree.subtree(phrase).first
    else { return ([], predicate) }
    let marks = clauses.prepositions(of: phrase, "case", "mark")
    let before = predicate.filter { $0 < start }
    guard !before.isEmpty else { return ([], predicate) }
    return (
      before + marks, self.phrase.trimmed(predicate.filter { $0 >= start && !marks.contains($0) })
    )
  }

  private mutating func readFurtherPredicates(
    of clause: OpenClause, _ subject: [Int], before: [Int]
  ) {
    for other in clauses.furtherPredicates(of: clause) {
      let own = clauses.prepositions(of: other, "case")
      let verb = clause.verb + (own.isEmpty ? clause.preposition : own)
      found.add(
        OpenReading(
          predicate: other, subject: subject, relation: [Array(Set(verb)).sorted()],
          arguments: [phrase.predicate(other)] + before.map { phrase.whole($0) }))
    }
  }

  /// "Zhipu, a Beijing lab" gives `Zhipu | be | a Beijing lab`, and so does "a Beijing lab, Zhipu": the name is what is told of.
  private mutating func readAppositions() {
    let nouns: Set<String> = ["NOUN", "PROPN"]
    for i in tree.words.indices where tree.base(i) == "appos" && nouns.contains(tree.words[i].upos)
    {
      let head = tree.words[i].head
      guard head >= 0, nouns.contains(tree.words[head].upos) else { continue }
      let isNameLast = tree.words[i].upos == "PROPN" && tree.words[head].upos == "NOUN"
      let (name, told) = isNameLast ? (i, head) : (head, i)
      found.add(
        OpenReading(
          predicate: i, subject: phrase.noun(name), relation: [],
          arguments: [phrase.noun(told)], isImplied: true))
    }
  }
}
