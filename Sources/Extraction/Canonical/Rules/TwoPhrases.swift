import Language

/// Two prepositional phrases that make one relation: "come into force on 1 August".
struct TwoPhrases: ClaimRule {
  static let name = "two phrases"

  func claims(in clause: Clause) -> [Draft]? {
    let phrases = (clause.rest + clause.times).sorted { $0.head < $1.head }
    // "came out in favour of the bill": the second hangs on the first.
    // "At the helm of the lab stands Olga Berg"
    let isTurned = clause.subject.head > clause.predicate
    for first in phrases where first.head > clause.predicate || isTurned {
      for below in clause.tree.children(of: first.head, "nmod") where below > first.head {
        if let mark = clause.tree.marker(of: below),
          let relation = clause.known(
            first.head, in: { "\(clause.base) \(first.preposition) \($0) \(mark)" })
        {
          return clause.claims(
            relation, from: clause.verbWords + [first.head],
            to: Oblique(head: below, preposition: mark), using: [first.head])
        }
      }
    }
    // "dances to Qualcomm's tune": whose it is.
    for first in phrases where first.head > clause.predicate {
      guard let owner = clause.tree.child(of: first.head, "nmod:poss"),
        let relation = clause.known(
          first.head, in: { "\(clause.base) \(first.preposition) \($0) of" }),
        let target = clause.reading.target(owner)
      else { continue }
      return [
        clause.claim(
          relation, from: clause.verbWords + [first.head], to: target, using: [first.head])
      ]
    }
    for first in phrases {
      for second in phrases where second.head != first.head {
        if let relation = clause.known(
          first.head, in: { "\(clause.base) \(first.preposition) \($0) \(second.preposition)" }),
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
