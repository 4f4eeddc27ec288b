import Language

/// A seat that a clause only mentions: "runs its research from a head office in Oslo" is headquartered there.
struct SeatBeside {
  func claims(in clause: Clause) -> [Draft] {
    let tree = clause.tree
    guard tree.words[clause.subject.head].upos == "PROPN",
      clause.proposition.polarity == .positive, clause.proposition.modality == .asserted,
      let seat = tree.subtree(clause.predicate).first(where: { isSeat($0, of: clause) }),
      let place = tree.children(of: seat, "nmod").first(where: {
        clause.reading.words["place preposition"].contains(tree.marker(of: $0) ?? "")
          && tree.words[$0].upos == "PROPN"
      })
    else { return [] }
    let name = clause.reading.naming.name(clause.reading.phrases.text(place), asPlace: true)
    var made = clause.claim(
      "is headquartered in", from: [seat], to: Target(head: place, name: name))
    made.scope = nil
    made.rule = "seat beside"
    return [made]
  }

  /// "from a head office", "out of its headquarters"
  private func isSeat(_ i: Int, of clause: Clause) -> Bool {
    let tree = clause.tree
    guard i > clause.predicate, ["from", "out of"].contains(tree.marker(of: i) ?? ""),
      ["obl", "nmod"].contains(String(tree.base(i))),
      [clause.predicate, clause.object].contains(tree.words[i].head)
    else { return false }
    return ["headquarters", "headquarter"].contains(tree.lemma(i))
      || tree.lemma(i) == "office"
        && tree.children(of: i, "compound", "amod").contains {
          ["head", "main"].contains(tree.lemma($0))
        }
  }
}
