import Language

/// A preposition that is the predicate: "the lab is in Hangzhou", "the model is behind an API".
struct PrepositionAsPredicate: ClaimRule {
  static let name = "preposition as predicate"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let i = clause.predicate
    let copula = tree.child(of: i, "cop") ?? i
    guard let preposition = tree.marker(of: i),
      tree.children(of: i, "case").contains(where: { $0 < i && $0 > copula }),
      let target = clause.reading.target(i)
    else { return nil }
    // "The lab's headquarters are in Hangzhou" is said of the lab.
    if let relation = clause.known("\(tree.lemma(clause.subject.head)) be \(preposition)"),
      let owner = tree.child(of: clause.subject.head, "nmod:poss"),
      let named = clause.reading.target(owner)
    {
      return [clause.claim(relation, from: clause.copulaWords, to: target, of: named)]
    }
    return [
      clause.claim(clause.relation("be \(preposition)"), from: clause.copulaWords, to: target)
    ]
  }
}
