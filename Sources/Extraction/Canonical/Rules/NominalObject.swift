import Language

/// A noun that is the relation after an empty verb: "has a lead over Intel" gives `leads | Intel`.
struct NominalObject: ClaimRule {
  static let name = "nominal object"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard let o = clause.object, clause.reading.words["empty verb"].contains(clause.verb),
      // "the ban on drones, which it sees as a burden" holds no ban.
      !(clause.verb == "see" && clause.rest.contains { $0.preposition == "as" && $0.head > o })
    else { return nil }
    let below =
      tree.children(of: o, "nmod", "obl", "acl") + tree.children(of: clause.predicate, "obl")
    for phrase in below {
      guard let preposition = tree.marker(of: phrase),
        let relation = clause.vocabulary.relationByNoun["\(tree.lemma(o)) \(preposition)"],
        let target = clause.reading.target(phrase)
      else { continue }
      return [clause.claim(relation, from: [clause.predicate, o], to: target)]
    }
    return nil
  }
}
