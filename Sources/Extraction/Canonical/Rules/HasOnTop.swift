import Language

/// A record that has somebody in a place: "Viora's tally has Orbit on top of the market" says that Orbit is first in it.
struct HasOnTop: ClaimRule {
  static let name = "has on top"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard clause.control == nil, clause.proposition.polarity == .positive,
      ["have", "show", "put", "place", "see"].contains(clause.verb), let o = clause.object,
      clause.reading.words["record"].contains(tree.lemma(clause.subject.head)),
      let place = clause.tree.subtree(clause.predicate).first(where: {
        $0 > o && ["obl", "nmod"].contains(String(tree.base($0)))
          && ["on top", "at top", "at head", "in lead", "in first", "in front", "at front"]
            .contains("\(tree.marker(of: $0) ?? "") \(tree.lemma($0))")
          && [o, clause.predicate].contains(tree.words[$0].head)
      }), let named = clause.reading.leavingOut(place).target(o)
    else { return nil }
    let field =
      (tree.children(of: place, "nmod") + clause.rest.map(\.head)).first {
        $0 > place && ["of", "in", "for"].contains(tree.marker(of: $0) ?? "")
      }
    var made = clause.claim(
      "is first in", from: clause.verbWords + [place],
      to: field.flatMap { clause.reading.target($0) }, of: named, using: [place])
    made.attribution = made.attribution ?? clause.subject.name
    return [made]
  }
}
