import Language

/// The only one of its kind that something is done with: "is the only chip used for training" keeps
/// the whole as the relation, because "is used for" alone would lose that no other is.
struct OnlyOne: ClaimRule {
  static let name = "only one"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let i = clause.predicate
    if let doer = alone(clause) { return doer }
    guard tree.words[i].upos == "NOUN",
      tree.children(of: i, "amod").contains(where: { ["only", "sole"].contains(tree.lemma($0)) })
    else { return nil }
    if let doing = active(clause) ?? purpose(clause) ?? placed(clause) { return [doing] }
    guard
      let done = tree.children(of: i, "acl").first(where: {
        tree.words[$0].xpos == "VBN" && $0 > i
      }),
      let end = tree.children(of: done, "obl").first(where: { $0 > done }),
      let preposition = tree.marker(of: end), let target = clause.reading.target(end)
    else { return nil }
    let gone = Set(tree.subtree(done))
    let kind = clause.reading.phrases.naming(i).filter { !gone.contains($0) && $0 <= i }
    let relation =
      "is the \(tree.text(kind)) \(tree.words[done].form.lowercased()) \(preposition)"
    return [
      clause.claim(
        relation, from: clause.copulaWords + kind + [done], to: target,
        using: clause.rest.map(\.head).filter { gone.contains($0) })
    ]
  }

  /// "is alone in making lenses" is the only maker of lenses.
  private func alone(_ clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard tree.lemma(clause.predicate) == "alone",
      let doing = tree.children(of: clause.predicate, "advcl").first(where: {
        tree.words[$0].xpos == "VBG" && tree.marker(of: $0) == "in"
      }), let o = tree.child(of: doing, "obj")
    else { return nil }
    let beside = tree.children(of: doing, "obl").filter { $0 > o }.flatMap { tree.subtree($0) }
    return clause.reading.reader.expanded(o).compactMap(clause.reading.target).map { named in
      // "mirrors for scanners": the phrase says which.
      beside.isEmpty
        ? named : Target(head: named.head, name: "\(named.name) \(tree.text(beside.sorted()))")
    }.map {
      clause.claim(
        "is only \(Inflection.agent(tree.verbLemma(doing))) of",
        from: clause.copulaWords + [clause.predicate, doing], to: $0, using: [doing])
    }
  }

  /// "is the sole tenant at Pecém".
  private func placed(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    let i = clause.predicate
    guard
      let place = (tree.children(of: i, "nmod") + clause.rest.map(\.head)).first(where: {
        $0 > i && ["at", "on"].contains(tree.marker(of: $0) ?? "") && tree.words[$0].upos == "PROPN"
      }), tree.child(of: i, "acl") == nil, let target = clause.reading.target(place)
    else { return nil }
    let gone = Set(tree.subtree(place))
    let kind = clause.reading.phrases.naming(i).filter {
      !gone.contains($0) && !["only", "sole"].contains(tree.lemma($0))
    }
    return clause.claim(
      "is only \(tree.text(kind)) \(tree.marker(of: place) ?? "at")",
      from: clause.copulaWords + kind, to: target, using: [place])
  }

  /// "is the only ally that refines gallium".
  private func active(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    let i = clause.predicate
    guard
      let doing = tree.children[i].first(where: {
        tree.words[$0].relation == "acl:relcl" && tree.words[$0].upos == "VERB"
          && !tree.isPassive($0)
          && (tree.child(of: $0, "nsubj").map(tree.isRelativePronoun) ?? false)
      }), tree.child(of: doing, "aux", "xcomp", "ccomp") == nil,
      let o = tree.child(of: doing, "obj"), let target = clause.reading.target(o)
    else { return nil }
    let gone = Set(tree.subtree(doing))
    let kind = clause.reading.phrases.naming(i).filter { !gone.contains($0) && $0 <= i }
    let verb = Inflection.thirdPerson(tree.verbLemma(doing))
    return clause.claim(
      "is the \(tree.text(kind)) that \(verb)", from: clause.copulaWords + kind + [doing],
      to: target)
  }

  /// "is the only chip used to train models".
  private func purpose(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    let i = clause.predicate
    guard
      let used = tree.children(of: i, "acl").first(where: {
        tree.words[$0].xpos == "VBN" && $0 > i
      }),
      let doing = tree.children(of: used, "xcomp", "advcl").first(where: {
        tree.words[$0].xpos == "VB" && tree.marker(of: $0) == "to"
      }), let o = tree.child(of: doing, "obj"), let target = clause.reading.target(o)
    else { return nil }
    let gone = Set(tree.subtree(used))
    let kind = clause.reading.phrases.naming(i).filter { !gone.contains($0) && $0 <= i }
    return clause.claim(
      "is the \(tree.text(kind)) \(tree.words[used].form.lowercased()) to \(tree.verbLemma(doing))",
      from: clause.copulaWords + kind + [used, doing], to: target,
      using: clause.rest.map(\.head).filter { gone.contains($0) })
  }
}
