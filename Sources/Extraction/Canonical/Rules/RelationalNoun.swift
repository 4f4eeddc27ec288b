import Language

/// A noun that stands in a relation to another: "is the largest supplier of gas" gives `is largest supplier of | gas`.
struct RelationalNoun: ClaimRule {
  static let name = "relational noun"

  func claims(in clause: Clause) -> [Draft]? { claims(in: clause, at: clause.predicate) }

  /// The relation that the noun at a word stands for: "remains the main driver of growth".
  func claims(in clause: Clause, at state: Int) -> [Draft]? {
    let tree = clause.tree
    let noun = tree.lemma(state)
    guard noun != "nowhere" else { return nil }
    let words = clause.reading.words
    // "is better at coding than Gemini" does not say that it is good at it.
    let isCompared =
      tree.words[state].xpos == "JJR" && clause.rest.contains { $0.preposition == "than" }
    // "is home to seven clusters" hosts them.
    let isDenied = tree.children(of: state, "det").contains { tree.lemma($0) == "no" }
    let isRanked = isRanked(state, in: tree)
    for phrase in clause.rest where phrase.head > state && !isCompared && !isRanked {
      // "is no match for Orbit" says more than that it does not match it.
      if isDenied, let relation = clause.known("be no \(noun) \(phrase.preposition)") {
        return clause.claims(relation, from: clause.copulaWords + [state], to: phrase).map {
          var made = $0
          made.polarity = made.polarity.opposite
          return made
        }
      }
      let whole = ([state] + tree.children(of: state, "flat")).map(tree.lemma).joined(
        separator: " ")
      // "is neck and neck with Orbit"
      let twice = tree.children(of: state, "conj").contains { tree.lemma($0) == noun }
      if let relation = clause.known(state, in: { "be \($0) \(phrase.preposition)" })
        ?? clause.known("be \(whole) \(phrase.preposition)")
        ?? (twice ? clause.known("be \(noun) and \(noun) \(phrase.preposition)") : nil)
      {
        // "was not a founding member of it": a member it may be.
        let kind = tree.children(of: state, "amod", "compound").filter { $0 < state }
        if clause.proposition.polarity == .negative, !isDenied, !kind.isEmpty {
          let label = tree.text((kind.flatMap { tree.subtree($0) } + [state]).sorted())
          return clause.claims(
            "is \(label) \(phrase.preposition)", from: clause.copulaWords + [state], to: phrase)
        }
        return clause.claims(relation, from: clause.copulaWords + [state], to: phrase)
      }
    }
    if let party = party(in: clause, at: state) { return [party] }
    // "is the default model in Norbyte"
    let isDefault = tree.children(of: state, "amod", "compound").contains {
      tree.lemma($0) == "default"
    }
    guard tree.words[state].upos == "NOUN",
      isDefault || words["relational noun"].contains(noun)
        || ["er", "or", "ist"].contains(where: { noun.count > 4 && noun.hasSuffix($0) })
          && !words["no agent"].contains(noun),
      let other = tree.children(of: state, "nmod").first(where: {
        $0 > state
          && (["of", "to", "for", "behind"].contains(tree.marker(of: $0) ?? "")
            || (isDefault || words["owner noun"].contains(noun)) && tree.marker(of: $0) == "in")
      }),
      let target = clause.reading.target(other), let mark = tree.marker(of: other)
    else { return nil }
    // "the largest maker of servers in the world", "the world's largest maker of servers"
    if isRanked,
      let world = tree.children(of: other, "nmod").first(where: {
        tree.lemma($0) == "world" && tree.marker(of: $0) == "in"
      }) ?? tree.child(of: state, "nmod:poss").flatMap({ tree.lemma($0) == "world" ? $0 : nil })
    {
      let apart = RelationalNoun().claims(
        in: Clause(
          clause.proposition, subject: clause.subject, in: clause.reading.leavingOut(world)),
        at: state)
      return apart?.map {
        var made = $0
        made.scope = made.scope ?? "world"
        return made
      }
    }
    // "shareholder in Viora" is one of Viora.
    let preposition = mark == "in" && !isDefault ? "of" : mark
    let modifiers = tree.children(of: state, "amod", "compound").filter { $0 < state }.flatMap {
      tree.subtree($0)
    }
    let label = tree.text((modifiers + [state]).sorted())
    return [
      clause.claim(
        "is \(label) \(preposition)", from: clause.copulaWords + [state], to: target,
        using: clause.rest.map(\.head).filter { tree.base($0) == "nmod" })
    ]
  }

  /// "the only maker of lenses", "its largest owner": the rank is what is said.
  private func isRanked(_ state: Int, in tree: Tree) -> Bool {
    tree.children(of: state, "amod").contains {
      ["only", "sole", "first", "second", "third", "leading"].contains(tree.lemma($0))
        || tree.words[$0].xpos == "JJS"
    }
  }

  /// "is Nvidia's main supplier of memory", "is Viora's largest backer": what somebody is to a named owner.
  private func party(in clause: Clause, at state: Int) -> Draft? {
    let tree = clause.tree
    guard tree.words[state].upos == "NOUN", tree.words[state].xpos == "NN",
      ["party noun", "office"].contains(where: {
        clause.reading.words[$0].contains(tree.lemma(state))
      }) || tree.lemma(state) == "executive",
      let owner = tree.child(of: state, "nmod:poss") ?? supplied(clause, state)
        ?? (tree.lemma(state) == "executive" ? tree.owner(of: state) : nil),
      tree.words[owner].upos == "PROPN"
        || clause.reading.resolve(owner)?.first?.isUppercase ?? false,
      let owned = clause.reading.target(owner),
      // "is Europe's largest data-centre market": one of those in Europe.
      tree.lemma(state) != "market" || tree.child(of: state, "compound") == nil
        || !isRanked(state, in: tree)
    else { return nil }
    let modifiers = tree.children(of: state, "amod", "compound").filter { $0 < state }.flatMap {
      tree.subtree($0)
    }
    let label = tree.text((modifiers + [state]).sorted())
    if modifiers.isEmpty, let relation = clause.known("be \(tree.lemma(state)) of") {
      return clause.claim(
        relation, from: clause.copulaWords + [state], to: owned,
        using: clause.rest.map(\.head).filter { tree.base($0) == "nmod" || $0 == owner })
    }
    let goods = tree.children(of: state, "nmod").first {
      $0 > state && $0 != owner && tree.marker(of: $0) == "of"
    }
    var made = clause.claim(
      "is \(label) of", from: clause.copulaWords + [state], to: owned,
      using: clause.rest.map(\.head).filter { tree.base($0) == "nmod" || $0 == owner })
    made.scope = goods.map { clause.reading.phrases.text($0) } ?? made.scope
    return made
  }

  /// "the main supplier of memory to Nvidia"
  private func supplied(_ clause: Clause, _ state: Int) -> Int? {
    guard ["supplier", "provider"].contains(clause.tree.lemma(state)) else { return nil }
    return clause.tree.children(of: state, "nmod").first { clause.tree.marker(of: $0) == "to" }
      ?? clause.rest.first { $0.preposition == "to" && $0.head > state }?.head
  }
}
