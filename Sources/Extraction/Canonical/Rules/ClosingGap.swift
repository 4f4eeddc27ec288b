import Language

/// "The gap between A and B has closed": B, the later one, closes it with A.
///
/// "A's lead over B has shrunk": B narrows the gap with A.
struct ClosingGap {
  func claim(_ p: Proposition, _ subject: Int, in reading: SentenceReading) -> Draft? {
    lead(p, subject, in: reading) ?? gap(p, subject, in: reading)
      ?? separated(p, subject, in: reading) ?? divides(p, subject, in: reading)
  }

  private func lead(_ p: Proposition, _ subject: Int, in reading: SentenceReading) -> Draft? {
    let tree = reading.tree
    guard
      let relation = reading.vocabulary.relationByPhrase[
        "\(tree.lemma(subject)) \(tree.lemma(p.predicate))"],
      reading.words["lead"].contains(tree.lemma(subject)),
      let owner = tree.owner(of: subject),
      let below =
        (tree.children(of: subject, "nmod") + tree.children(of: owner, "nmod")
        + tree.children(of: p.predicate, "obl")).first(where: {
          ["over", "on"].contains(tree.marker(of: $0) ?? "")
        })
    else { return nil }
    // "the lead of American labs over Chinese ones": whom it is over is no part of the leader's name.
    let fields = (tree.children(of: subject, "nmod") + tree.children(of: below, "nmod")).filter {
      tree.marker(of: $0) == "in"
    }
    let apart = reading.leavingOut(below)
    let named = fields.first.map(reading.leavingOut) ?? apart
    guard let leader = apart.target(owner), let follower = named.target(below) else { return nil }
    let clause = Clause(p, subject: follower, in: reading)
    var made = clause.claim(relation, from: [p.predicate], to: leader)
    made.rule = "closing gap"
    if let field = fields.first { made.scope = reading.phrases.text(field) }
    return made
  }

  /// What becomes of a gap: the relation of "the gap closes", "the gap is gone".
  private func relation(of subject: Int, _ p: Proposition, in reading: SentenceReading) -> String? {
    guard reading.words["gap"].contains(reading.tree.lemma(subject)) else { return nil }
    let deed = reading.tree.lemma(p.predicate)
    return reading.vocabulary.relationByPhrase["gap \(deed)"]
      ?? reading.vocabulary.relationByPhrase["gap be \(deed)"]
  }

  /// "The gap that separated A from B is gone"
  private func separated(_ p: Proposition, _ subject: Int, in reading: SentenceReading) -> Draft? {
    let tree = reading.tree
    guard let relation = relation(of: subject, p, in: reading),
      let clause = tree.subtree(subject).first(where: {
        tree.base($0) == "acl" && ["separate", "divide"].contains(tree.lemma($0))
      }), let behind = tree.child(of: clause, "obj"), let follower = reading.target(behind),
      let ahead = tree.children(of: clause, "obl").first(where: { tree.marker(of: $0) == "from" }),
      let leader = reading.target(ahead)
    else { return nil }
    let whole = Clause(p, subject: follower, in: reading)
    var made = whole.claim(relation, from: [p.predicate], to: leader)
    made.rule = "closing gap"
    let field = tree.children(of: subject, "nmod").first { tree.marker(of: $0) == "in" }
    made.scope = field.map { reading.phrases.text($0, without: [clause]) } ?? made.scope
    made.subjectHead = nil
    return made
  }

  /// "A gulf divides A from B": A, the first named, is behind.
  private func divides(_ p: Proposition, _ subject: Int, in reading: SentenceReading) -> Draft? {
    let tree = reading.tree
    // "Nothing separates A from B": they are level.
    let isNothing = ["nothing", "little"].contains(tree.lemma(subject))
    guard isNothing || reading.words["distance noun"].contains(tree.lemma(subject)),
      ["separate", "divide"].contains(tree.lemma(p.predicate)), !p.isPassive,
      let relation = reading.vocabulary.relationByPhrase[
        isNothing ? "be level with" : "lag behind"],
      let behind = p.object, let follower = reading.target(behind),
      let ahead = p.obliques.first(where: { $0.preposition == "from" }),
      case let within = tree.children(of: ahead.head, "nmod").first(where: {
        tree.marker(of: $0) == "in"
      }), let leader = (within.map(reading.leavingOut) ?? reading).target(ahead.head)
    else { return nil }
    let whole = Clause(p, subject: follower, in: reading)
    var made = whole.claim(relation, from: [p.predicate], to: leader, using: [ahead.head])
    made.rule = "closing gap"
    made.subjectHead = nil
    if isNothing { made.polarity = made.polarity.opposite }
    let size = tree.children(of: subject, "nmod").first { tree.marker(of: $0) == "of" }
    let field =
      within ?? tree.children(of: subject, "nmod").first { tree.marker(of: $0) == "in" }
    let parts = [
      made.scope ?? field.map { reading.phrases.text($0) },
      size.map { "by \(reading.phrases.text($0))" },
    ]
    let scope = parts.compactMap(\.self).joined(separator: ", ")
    made.scope = scope.isEmpty ? nil : scope
    return made
  }

  /// "The gap between open and closed models": whoever is behind is mostly named first.
  private func gap(
    between: Int, relation: String, _ p: Proposition, _ subject: Int, in reading: SentenceReading
  ) -> Draft? {
    let tree = reading.tree
    let sides: [(head: Int, name: String?)]
    if let other = tree.child(of: between, "conj"),
      ["NOUN", "PROPN"].contains(tree.words[other].upos)
    {
      sides = [
        (between, tree.text(reading.phrases.naming(between).filter { tree.base($0) != "conj" })),
        (other, reading.name(other)),
      ]
    } else if let kind = tree.children(of: between, "amod").first(where: {
      tree.child(of: $0, "conj") != nil
    }), let other = tree.child(of: kind, "conj") {
      let noun = tree.text(reading.phrases.naming(between).filter { $0 > other })
      sides = [kind, other].map { (between, "\(tree.words[$0].form) \(noun)") }
    } else {
      return nil
    }
    guard let first = sides[0].name, let second = sides[1].name, first != second else { return nil }
    let place = { (i: Int) in tree.children(of: i, "nmod").filter { tree.marker(of: $0) == "in" } }
    let field = (place(subject) + place(between) + place(sides[1].head)).first
    let gone = Set(field.map { tree.subtree($0) } ?? [])
    let named = sides.map { side in
      let own = reading.phrases.naming(side.head)
      return gone.isDisjoint(with: own) || side.name == nil
        ? reading.naming.name(side.name ?? "")
        : reading.naming.name(
          tree.text(own.filter { !gone.contains($0) && tree.base($0) != "conj" }))
    }
    let clause = Clause(p, subject: Target(head: sides[0].head, name: named[0]), in: reading)
    var made = clause.claim(
      relation, from: [p.predicate], to: Target(head: sides[1].head, name: named[1]))
    made.rule = "closing gap"
    made.scope = field.map { reading.phrases.text($0) } ?? made.scope
    made.subjectHead = nil
    return made
  }

  private func gap(_ p: Proposition, _ subject: Int, in reading: SentenceReading) -> Draft? {
    let tree = reading.tree
    guard let relation = relation(of: subject, p, in: reading),
      let between = tree.subtree(subject).first(where: {
        tree.base($0) == "nmod" && tree.marker(of: $0) == "between"
      })
    else { return nil }
    var states: [Target] = []
    var field: [Int] = []
    for w in tree.subtree(between) {
      if w > 0, let state = reading.naming.state("\(tree.words[w - 1].form) \(tree.words[w].form)")
      {
        field.removeAll { $0 == w - 1 }
        states.append(Target(head: w, name: state))
      } else if let state = reading.naming.state(tree.words[w].form) {
        if !states.contains(where: { $0.name == state }) {
          states.append(Target(head: w, name: state))
        }
      } else if !["DET", "CCONJ", "PUNCT"].contains(tree.words[w].upos),
        tree.words[w].upos != "ADP" || w > between
      {
        field.append(w)
      }
    }
    guard states.count == 2 else {
      return gap(between: between, relation: relation, p, subject, in: reading)
    }
    // "the gap in installed robots" names the field before the two sides.
    field += tree.children(of: subject, "nmod").filter {
      $0 != between && tree.marker(of: $0) == "in"
    }
    .flatMap { reading.phrases.naming($0).filter { !tree.subtree(between).contains($0) } }
    let measure = tree.children(of: subject, "amod", "compound").filter {
      tree.base($0) == "compound" || tree.words[$0].upos == "NOUN"
    }
    let clause = Clause(p, subject: states[1], in: reading)
    var made = clause.claim(
      relation, from: [p.predicate], to: states[0], using: clause.rest.map(\.head))
    made.rule = "closing gap"
    let scope = tree.text(field + measure)
    made.scope = scope.isEmpty ? made.scope : scope
    // A pronoun that follows means the gap's sides together, not this one.
    made.subjectHead = nil
    return made
  }
}
