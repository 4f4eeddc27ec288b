import Claims
import Language

/// A noun that names what its owner does: "China's embrace of open models", "Oslo's withdrawal from the pact".
struct NominalPredicate {
  func claims(in reading: SentenceReading) -> [Draft] {
    reading.tree.words.indices.flatMap { claims(at: $0, in: reading) }
  }

  func claims(at i: Int, in reading: SentenceReading) -> [Draft] {
    let tree = reading.tree
    guard tree.words[i].upos == "NOUN", let owner = tree.child(of: i, "nmod:poss"),
      !tree.children(of: i, "amod").contains(where: {
        reading.words["doubted"].contains(tree.lemma($0))
      })
    else { return [] }
    for below in tree.children(of: i, "nmod", "compound")
    where below > i && tree.words[below].relation != "nmod:poss" {
      guard let preposition = tree.marker(of: below), !TimeExpression.isTime(below, in: tree),
        let relation = relation(tree.lemma(i), preposition, reading.vocabulary),
        // "lifted its restrictions": they are no more.
        tree.base(i) != "obj" || !reading.words["undoing"].contains(tree.lemma(tree.words[i].head)),
        // "uses customers' calls for training": not what they call for.
        tree.base(i) != "obj" || tree.lemma(i) != "call" || tree.words[i].xpos != "NNS"
      else { continue }
      let holder = tree.words[i].head >= 0 ? tree.words[i].head : i
      // "Oslo's shortage of chips is over": it was.
      if tree.base(i) == "nsubj", reading.words["over"].contains(tree.lemma(holder)) { continue }
      // "Oslo's deal with Viora was rejected": it came to nothing.
      if reading.words["denial"].contains(tree.lemma(holder)) { continue }
      let q = Qualifiers(of: tree.isPredicate(i) ? i : holder, in: tree)
      // "Oslo's withdrawal surprised nobody": what a subject presupposes, no denial takes back.
      guard q.isAsserted, q.polarity == .positive || tree.base(i) == "nsubj",
        let named = reading.target(owner)
      else {
        continue
      }
      var p = Proposition(rule: "nominal", predicate: i)
      p.attribution = q.attribution
      let clause = Clause(p, subject: named, in: reading)
      // "its lead over Peru in cables": the field is no part of the rival.
      let field =
        reading.vocabulary.relations[relation]?.frame == "leadership"
        ? (tree.children(of: below, "nmod") + tree.children(of: i, "nmod")).first {
          tree.marker(of: $0) == "in" && $0 > below
        } : nil
      let apart = field.map(reading.leavingOut) ?? reading
      return reading.reader.expanded(below).compactMap(apart.target).map {
        var made = clause.claim(relation, from: [i], to: $0)
        made.rule = "nominal predicate"
        if let field { made.scope = made.scope ?? reading.phrases.text(field) }
        return made
      }
    }
    return []
  }

  private func relation(_ noun: String, _ preposition: String, _ vocabulary: Vocabulary) -> String?
  {
    if let known = vocabulary.relationByNoun["\(noun) \(preposition)"] { return known }
    guard let verb = Nominals.verb(of: noun) else { return nil }
    let phrase = preposition == "of" ? verb : "\(verb) \(preposition)"
    guard
      ["of", "from", "to", "on", "in", "with", "into", "toward", "towards", "against"].contains(
        preposition)
    else { return nil }
    return vocabulary.relationByPhrase[phrase] ?? Inflection.thirdPerson(phrase: phrase)
  }
}
