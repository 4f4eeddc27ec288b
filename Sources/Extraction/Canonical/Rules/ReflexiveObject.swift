import Language

/// A verb turned on its subject: "establish themselves as leaders" gives `establishes themselves as | leaders`.
struct ReflexiveObject: ClaimRule {
  static let name = "reflexive object"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard let o = clause.object, tree.words[o].feats.contains("Reflex=Yes"),
      let oblique = clause.rest.first(where: { $0.head > o })
    else { return nil }
    // "weans itself off American chips"
    if let relation = clause.known("\(clause.base) \(oblique.preposition)") {
      return clause.claims(relation, from: clause.verbWords + [o], to: oblique)
    }
    let phrase = "\(clause.base) \(tree.words[o].form.lowercased()) \(oblique.preposition)"
    return clause.reading.name(oblique).map {
      [
        clause.claim(
          clause.relation(phrase), from: clause.verbWords + [o],
          to: Target(head: oblique.head, name: $0))
      ]
    } ?? []
  }
}
