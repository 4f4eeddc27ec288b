import Language

/// Two prepositional phrases that make one relation: "come into force on 1 August".
struct TwoPhrases: ClaimRule {
  static let name = "two phrases"

  func claims(in clause: Clause) -> [Draft]? {
    let phrases = (clause.rest + clause.times).sorted { $0.head < $1.head }
    for first in phrases {
      for second in phrases where second.head != first.head {
        let noun = clause.tree.lemma(first.head)
        if let relation = clause.known(
          "\(clause.base) \(first.preposition) \(noun) \(second.preposition)"),
          let name = clause.reading.name(second)
        {
          return [
            clause.claim(
              relation, from: clause.verbWords + [first.head],
              to: Target(head: second.head, name: name), using: [first.head])
          ]
        }
      }
    }
    return nil
  }
}
