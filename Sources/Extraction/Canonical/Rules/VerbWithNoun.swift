import Language

/// A verb and its noun that make one relation: "put pressure on Brussels" gives `pressures | Brussels`.
struct VerbWithNoun: ClaimRule {
  static let name = "verb with noun"

  func claims(in clause: Clause) -> [Draft]? {
    guard let o = clause.object else { return nil }
    let noun = "\(clause.base) \(clause.tree.lemma(o))"
    let words = clause.verbWords + [o]
    // "gave the cable the green light"
    let described = clause.tree.children(of: o, "amod").filter { $0 < o }.map {
      "\(clause.base) \(clause.tree.lemma($0)) \(clause.tree.lemma(o)) to"
    }
    if let recipient = clause.proposition.recipient,
      let relation = (["\(noun) to"] + described).lazy.compactMap({ clause.known($0) }).first,
      let target = clause.reading.target(recipient)
    {
      return [clause.claim(relation, from: words, to: target, using: [o])]
    }
    // "has the edge over Norway in trade": whom it is over says more than in what.
    if let below = clause.tree.children(of: o, "nmod").first(where: {
      clause.tree.marker(of: $0) == "over" && $0 > o
    }), let relation = clause.known("\(noun) over") {
      return clause.claims(
        relation, from: words, to: Oblique(head: below, preposition: "over"), using: [o])
    }
    // "has its head office in Nijmegen"
    let parts = clause.tree.children(of: o, "amod", "compound").filter { $0 < o }
    let nouns = [
      "\(clause.base) \((parts + [o]).map(clause.tree.lemma).joined(separator: " "))", noun,
    ]
    for oblique in clause.rest {
      if let relation = nouns.lazy.compactMap({ clause.known("\($0) \(oblique.preposition)") })
        .first
      {
        return clause.claims(relation, from: words, to: oblique, using: [o])
      }
      // "cast its vote in favour of the text"
      for below in clause.tree.children(of: oblique.head, "nmod") where below > oblique.head {
        guard let mark = clause.tree.marker(of: below),
          let relation = clause.known(
            "\(noun) \(oblique.preposition) \(clause.tree.lemma(oblique.head)) \(mark)")
        else { continue }
        return clause.claims(
          relation, from: words + [oblique.head], to: Oblique(head: below, preposition: mark),
          using: [o, oblique.head])
      }
    }
    // The parser ties most such phrases to the noun: "makes use of open models".
    for below in clause.tree.children(of: o, "nmod") where below > o {
      guard let preposition = clause.tree.marker(of: below),
        let relation = nouns.lazy.compactMap({ clause.known("\($0) \(preposition)") }).first
      else { continue }
      let little = clause.tree.children(of: o, "amod", "det").contains {
        ["little", "scant", "hardly"].contains(clause.tree.lemma($0))
      }
      return clause.claims(
        relation, from: words, to: Oblique(head: below, preposition: preposition), using: [o]
      ).map {
        var made = $0
        if little { made.polarity = made.polarity.opposite }
        return made
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
