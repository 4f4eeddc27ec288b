import Language

/// "The gap between A and B has closed": B, the later one, closes it with A.
///
/// "A's lead over B has shrunk": B narrows the gap with A.
struct ClosingGap {
  func claim(_ p: Proposition, _ subject: Int, in reading: SentenceReading) -> Draft? {
    lead(p, subject, in: reading) ?? gap(p, subject, in: reading)
  }

  private func lead(_ p: Proposition, _ subject: Int, in reading: SentenceReading) -> Draft? {
    let tree = reading.tree
    guard
      let relation = reading.vocabulary.relationByPhrase[
        "\(tree.lemma(subject)) \(tree.lemma(p.predicate))"],
      reading.words["lead"].contains(tree.lemma(subject)),
      let owner = tree.child(of: subject, "nmod:poss")
        ?? tree.children(of: subject, "nmod").first(where: { tree.marker(of: $0) == "of" }),
      let leader = reading.target(owner),
      let below =
        (tree.children(of: subject, "nmod") + tree.children(of: owner, "nmod")
        + tree.children(of: p.predicate, "obl")).first(where: {
          ["over", "on"].contains(tree.marker(of: $0) ?? "")
        }), let follower = reading.target(below)
    else { return nil }
    let clause = Clause(p, subject: follower, in: reading)
    var made = clause.claim(relation, from: [p.predicate], to: leader)
    made.rule = "closing gap"
    let fields = (tree.children(of: subject, "nmod") + tree.children(of: below, "nmod")).filter {
      tree.marker(of: $0) == "in"
    }
    if let field = fields.first { made.scope = reading.phrases.text(field) }
    return made
  }

  private func gap(_ p: Proposition, _ subject: Int, in reading: SentenceReading) -> Draft? {
    let tree = reading.tree
    guard reading.words["gap"].contains(tree.lemma(subject)),
      let relation = reading.vocabulary.relationByPhrase["gap \(tree.lemma(p.predicate))"]
        ?? reading.vocabulary.relationByPhrase["gap be \(tree.lemma(p.predicate))"],
      let between = tree.subtree(subject).first(where: {
        tree.base($0) == "nmod" && tree.marker(of: $0) == "between"
      })
    else { return nil }
    var states: [Target] = []
    var field: [Int] = []
    for w in tree.subtree(between) {
      if let state = reading.naming.state(tree.words[w].form) {
        if !states.contains(where: { $0.name == state }) {
          states.append(Target(head: w, name: state))
        }
      } else if !["DET", "CCONJ", "ADP", "PUNCT"].contains(tree.words[w].upos) {
        field.append(w)
      }
    }
    guard states.count == 2 else { return nil }
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
