/// A verb without anything after it: "capacity tripled".
///
/// Only in a main clause, because elsewhere it sets the scene.
struct VerbAlone: ClaimRule {
  static let name = "verb alone"

  /// Where to: "moves north".
  private func direction(in clause: Clause) -> Target? {
    clause.tree.children(of: clause.predicate, "advmod").first {
      $0 > clause.predicate
        && clause.reading.words["direction"].contains(clause.tree.words[$0].form.lowercased())
    }.map { Target(head: $0, name: clause.tree.words[$0].form) }
  }

  /// "There are forty labs in Kenya" gives `forty labs | exists in | Kenya`.
  private func existence(_ clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard tree.children(of: clause.predicate, "expl").contains(where: { tree.lemma($0) == "there" })
    else { return nil }
    // "There's a reason", "there is no doubt"
    if clause.reading.words["no thing"].contains(tree.lemma(clause.subject.head)) { return [] }
    // "there is no sign that it works": the clause says it.
    if clause.reading.words["content noun"].contains(tree.lemma(clause.subject.head)),
      tree.subtree(clause.subject.head).contains(where: {
        tree.base($0) == "acl" && tree.marker(of: $0) == "that"
      })
    {
      return []
    }
    let place = clause.rest.first {
      clause.reading.words["place preposition"].contains($0.preposition)
        && $0.head > clause.subject.head
    }
    guard let place else { return [clause.claim("exists", from: clause.verbWords, to: nil)] }
    return clause.claims("exists \(place.preposition)", from: clause.verbWords, to: place)
  }

  /// "…, whereas no germanium arrived"
  private func isContrast(_ clause: Clause) -> Bool {
    clause.tree.marker(of: clause.predicate) == "whereas"
      && !clause.tree.children[clause.predicate].contains {
        $0 > clause.predicate && clause.tree.words[$0].upos != "PUNCT"
      }
  }

  func claims(in clause: Clause) -> [Draft]? {
    let words = clause.reading.words
    if clause.verb == "be" { return existence(clause) }
    guard clause.reading.isMain(clause.predicate) || isContrast(clause),
      clause.tree.words[clause.predicate].upos == "VERB",
      !["speech", "denial", "suspicion", "forecast", "cognition"].contains(where: {
        words[$0].contains(clause.verb)
      })
    else { return nil }
    let direction = direction(in: clause)
    // "is running late", "ran dry"
    if clause.verb == "run",
      let state = clause.tree.children(of: clause.predicate, "advmod", "xcomp").first(where: {
        $0 == clause.predicate + 1
          && ["late", "dry", "short", "low"].contains(clause.tree.lemma($0))
      })
    {
      let said = clause.tree.lemma(state)
      return [
        clause.claim(
          clause.relation("run \(said)"), from: clause.verbWords + [state], to: nil)
      ]
    }
    // "came online", but "came a distant second": such a verb says nothing by itself.
    if direction == nil, words["idle verb"].contains(clause.base) {
      let tree = clause.tree
      guard
        let state = tree.children(of: clause.predicate, "advmod").first(where: {
          $0 == clause.predicate + 1 && words["result adverbial"].contains(tree.lemma($0))
        })
      else { return [] }
      return [
        clause.claim(
          "\(Inflection.thirdPerson(clause.base)) \(tree.lemma(state))",
          from: clause.verbWords + [state], to: nil)
      ]
    }
    return [
      // The vocabulary's sense is that of a verb with an object: what "shrinks" lowers nothing.
      clause.claim(
        clause.control == nil
          ? Inflection.thirdPerson(phrase: clause.base) : clause.relation(clause.base),
        from: clause.verbWords, to: direction)
    ]
  }
}
