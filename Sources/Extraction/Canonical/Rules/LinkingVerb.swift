import Language

/// A verb that joins a state to its subject: "remains ahead of Intel" gives `leads | Intel`.
struct LinkingVerb: ClaimRule {
  static let name = "linking verb"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let i = clause.predicate
    // "went public in Shanghai"
    if clause.verb == "go", clause.object == nil,
      let state = tree.children(of: i, "xcomp").first(where: {
        $0 == i + 1 && tree.words[$0].upos == "ADJ"
          && tree.children[$0].allSatisfy { tree.base($0) == "obl" }
      })
    {
      return [
        clause.adding(clause.reading.reader.obliques(of: state)).claim(
          clause.relation("go \(tree.lemma(state))"), from: clause.verbWords + [state], to: nil)
      ]
    }
    // "is inching closer to Intel": the vocabulary knows the verb with its adverb.
    if clause.object == nil,
      let state = tree.children(of: i, "xcomp", "advmod").first(where: {
        $0 > i && $0 <= i + 2 && ["ADJ", "ADV"].contains(tree.words[$0].upos)
      })
    {
      let way = "\(clause.verb) \(tree.words[state].form.lowercased())"
      for phrase in clause.reading.reader.obliques(of: state) + clause.rest
      where phrase.head > state {
        guard let relation = clause.known("\(way) \(phrase.preposition)") else { continue }
        return clause.adding(clause.reading.reader.obliques(of: state)).claims(
          relation, from: clause.verbWords + [state], to: phrase)
      }
    }
    let isPlaced =
      clause.reading.words["place verb"].contains(clause.verb)
      && tree.children(of: i, "advmod", "xcomp").contains {
        ["ahead", "behind", "level", "first"].contains(tree.lemma($0))
      }
    guard isPlaced || clause.reading.words["copula"].contains(clause.verb), clause.object == nil,
      let state = tree.children(of: i, "xcomp", "advmod", "obl").first(where: {
        ["ADJ", "ADV", "NOUN", "PROPN"].contains(tree.words[$0].upos) && $0 > i
          && (tree.base($0) != "obl" || isDistance($0, in: clause))
          // "stands silently" says how, not what it is.
          && !(tree.words[$0].upos == "ADV" && tree.lemma($0).hasSuffix("ly"))
      })
    else { return nil }
    let below =
      clause.reading.reader.obliques(of: state)
      + tree.children(of: state, "nmod", "obl").map {
        Oblique(head: $0, preposition: tree.marker(of: $0) ?? "")
      }
    let inner = Array(Set(below.filter { $0.head > state })).sorted { $0.head < $1.head }
    let whole = clause.adding(inner)
    let phrases = whole.rest.sorted {
      ($0.head < state ? 1 : 0, $0.head) < ($1.head < state ? 1 : 0, $1.head)
    }
    for target in phrases {
      for verb in [clause.verb, "be"] {
        guard let relation = clause.known("\(verb) \(tree.lemma(state)) \(target.preposition)")
        else { continue }
        return whole.claims(relation, from: [i, state], to: target)
      }
    }
    for time in clause.times {
      guard let relation = clause.known("\(clause.verb) \(tree.lemma(state)) \(time.preposition)")
      else { continue }
      return [
        clause.claim(
          relation, from: [i, state],
          to: Target(head: time.head, name: clause.reading.phrases.text(time.head)))
      ]
    }
    let copula = clause.verb == "become" ? "becomes" : "is"
    if ["NOUN", "PROPN"].contains(tree.words[state].upos) {
      if let distance = AheadBy().claims(in: whole, at: state) { return distance }
      if let relational = RelationalNoun().claims(in: whole, at: state) { return relational }
      if let top = Superlative().claim(in: clause, at: state) { return [top] }
      return [
        whole.claim(
          copula, from: [i], to: Target(head: state, name: clause.reading.phrases.text(state)),
          using: inner.map(\.head))
      ]
    }
    if let target = phrases.first(where: { $0.head > state }), !target.preposition.isEmpty {
      return whole.claims(
        "\(copula) \(tree.lemma(state)) \(target.preposition)", from: [i, state], to: target)
    }
    return [
      whole.claim(
        copula, from: [i], to: Target(head: state, name: clause.reading.phrases.text(state)))
    ]
  }

  /// "remain a full year behind": the parser may take the distance for a time.
  private func isDistance(_ i: Int, in clause: Clause) -> Bool {
    clause.tree.marker(of: i) == nil && AheadBy().claims(in: clause, at: i) != nil
  }
}
