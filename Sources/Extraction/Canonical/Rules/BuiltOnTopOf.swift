import Language

/// What a thing is made out of: "built its Olga-M on top of Viora Small" gives `Olga-M | is built on | Viora Small`.
struct BuiltOnTopOf: ClaimRule {
  static let name = "built on top of"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard clause.reading.words["making"].contains(clause.verb), let o = clause.object,
      let thing = clause.reading.target(o),
      let (base, used) = base(in: clause, after: o), tree.words[base].upos == "PROPN"
    else { return nil }
    let gone = Set(used.flatMap { tree.subtree($0) })
    let named = tree.text(clause.reading.phrases.naming(o).filter { !gone.contains($0) })
    let made = Target(
      head: o, name: clause.reading.resolve(o) ?? clause.reading.naming.name(named))
    return clause.claims(
      "is built on", from: clause.verbWords, to: Oblique(head: base, preposition: "of"), using: used
    ).map {
      var draft = $0
      draft.subject = made.name.isEmpty ? thing.name : made.name
      draft.subjectHead = o
      return draft
    }
  }

  /// The word of what it is built on, and the phrase that ties it to the verb.
  private func base(in clause: Clause, after o: Int) -> (Int, [Int])? {
    let tree = clause.tree
    let phrases = clause.rest.map(\.head) + tree.children(of: o, "nmod")
    for head in phrases where head > o {
      if ["on top of", "atop"].contains(tree.marker(of: head) ?? "") { return (head, [head]) }
      if tree.lemma(head) == "top", tree.marker(of: head) == "on",
        let base = tree.children(of: head, "nmod").first(where: { tree.marker(of: $0) == "of" })
      {
        return (base, [head])
      }
    }
    return nil
  }
}
