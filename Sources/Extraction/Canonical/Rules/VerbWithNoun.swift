import Language

/// A verb and its noun that make one relation: "put pressure on Brussels" gives `pressures | Brussels`.
struct VerbWithNoun: ClaimRule {
  static let name = "verb with noun"

  func claims(in clause: Clause) -> [Draft]? {
    guard let o = clause.object else { return nil }
    let noun = "\(clause.base) \(clause.tree.lemma(o))"
    let words = clause.verbWords + [o]
    if let recipient = clause.proposition.recipient, let relation = clause.known("\(noun) to"),
      let target = clause.reading.target(recipient)
    {
      return [clause.claim(relation, from: words, to: target, using: [o])]
    }
    for oblique in clause.rest {
      if let relation = clause.known("\(noun) \(oblique.preposition)") {
        return clause.claims(relation, from: words, to: oblique, using: [o])
      }
    }
    for time in clause.times {
      if let relation = clause.known("\(noun) \(time.preposition)") {
        return [
          clause.claim(
            relation, from: words,
            to: Target(head: time.head, name: clause.reading.phrases.text(time.head)))
        ]
      }
    }
    if let relation = clause.known(noun),
      clause.tree.children(of: o, "nmod", "amod", "compound").isEmpty
    {
      return [clause.claim(relation, from: words, to: nil)]
    }
    return nil
  }
}
