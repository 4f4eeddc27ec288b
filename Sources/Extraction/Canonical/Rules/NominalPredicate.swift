import Language

/// "China's embrace of open models" gives a claim wherever it stands.
struct NominalPredicate {
  func claims(in reading: SentenceReading) -> [Draft] {
    let tree = reading.tree
    var out: [Draft] = []
    for i in tree.words.indices where tree.words[i].upos == "NOUN" {
      guard let owner = tree.child(of: i, "nmod:poss"),
        !tree.children(of: i, "amod").contains(where: {
          reading.words["doubted"].contains(tree.lemma($0))
        })
      else { continue }
      for below in tree.children(of: i, "nmod") where tree.words[below].relation != "nmod:poss" {
        guard let preposition = tree.marker(of: below),
          let relation = reading.vocabulary.relationByNoun["\(tree.lemma(i)) \(preposition)"]
        else { continue }
        let holder = tree.words[i].head >= 0 ? tree.words[i].head : i
        let q = Qualifiers(of: tree.isPredicate(i) ? i : holder, in: tree)
        guard q.isAsserted, q.polarity == .positive, let named = reading.target(owner) else {
          continue
        }
        var p = Proposition(rule: "nominal", predicate: i)
        p.attribution = q.attribution
        let clause = Clause(p, subject: named, in: reading)
        for target in reading.reader.expanded(below).compactMap(reading.target) {
          var made = clause.claim(relation, from: [i], to: target, factor: 0.9)
          made.rule = "nominal predicate"
          out.append(made)
        }
      }
    }
    return out
  }
}
