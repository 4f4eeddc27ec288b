import Language

/// Where somebody's seat is: "The home of Viora is Bergen" gives `Viora | is headquartered in | Bergen`.
struct SeatOf: ClaimRule {
  static let name = "seat of"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let seat = clause.subject.head
    guard tree.words[clause.predicate].upos == "PROPN", tree.marker(of: clause.predicate) == nil,
      clause.reading.words["seat"].contains(tree.lemma(seat)),
      let owner = tree.child(of: seat, "nmod:poss")
        ?? tree.children(of: seat, "nmod").first(where: { tree.marker(of: $0) == "of" }),
      let named = clause.reading.target(owner)
    else { return nil }
    let place = clause.reading.naming.name(
      clause.reading.phrases.text(clause.predicate), asPlace: true)
    return [
      clause.claim(
        "is headquartered in", from: clause.copulaWords,
        to: Target(head: clause.predicate, name: place), of: named)
    ]
  }
}
