import Language

/// A verb and its noun that make one relation: "put pressure on Brussels" gives `pressures | Brussels`.
struct VerbWithNoun: ClaimRule {
  static let name = "verb with noun"

  func claims(in clause: Clause) -> [Draft]? {
    guard let o = clause.object else { return nil }
    let words = clause.verbWords + [o]
    // "gave the cable the green light"
    if let recipient = clause.proposition.recipient,
      let relation = clause.known(o, in: { "\(clause.base) \($0) to" }),
      let target = clause.reading.target(recipient)
    {
      return [clause.claim(relation, from: words, to: target, using: [o])]
    }
    // "follows Nvidia's lead" follows the lead of Nvidia.
    if let owner = clause.tree.child(of: o, "nmod:poss"),
      let relation = clause.known(o, in: { "\(clause.base) \($0) of" }),
      let target = clause.reading.target(owner)
    {
      return [clause.claim(relation, from: words, to: target, using: [o])]
    }
    // "has the edge over Norway in trade": whom it is over says more than in what.
    if let below = clause.tree.children(of: o, "nmod").first(where: {
      clause.tree.marker(of: $0) == "over" && $0 > o
    }), let relation = clause.known(o, in: { "\(clause.base) \($0) over" }) {
      return clause.claims(
        relation, from: words, to: Oblique(head: below, preposition: "over"), using: [o])
    }
    let over = clause.rest.filter { $0.preposition == "over" && $0.head > o }
    for oblique in over + clause.rest {
      // "has its head office in Nijmegen"
      if let relation = clause.known(o, in: { "\(clause.base) \($0) \(oblique.preposition)" }),
        !takesDate(relation, clause)
      {
        return clause.claims(relation, from: words, to: oblique, using: [o]).map {
          var made = $0
          made.scope = made.scope ?? amount(of: o, clause)
          return made
        }
      }
      // "cast its vote in favour of the text"
      for below in clause.tree.children(of: oblique.head, "nmod") where below > oblique.head {
        guard let mark = clause.tree.marker(of: below),
          let relation = clause.known(
            oblique.head,
            in: {
              "\(clause.base) \(clause.tree.lemma(o)) \(oblique.preposition) \($0) \(mark)"
            })
        else { continue }
        return clause.claims(
          relation, from: words + [oblique.head], to: Oblique(head: below, preposition: mark),
          using: [o, oblique.head])
      }
    }
    // The parser ties most such phrases to the noun: "makes use of open models".
    for below in clause.tree.children(of: o, "nmod") where below > o {
      guard let preposition = clause.tree.marker(of: below) else { continue }
      let noun = clause.tree.lemma(o)
      let degree = clause.tree.children(of: o, "amod", "det").map(clause.tree.lemma).first {
        ["no", "little", "scant"].contains($0)
      }
      let place = clause.tree.children(of: o, "amod", "compound").first {
        $0 < o
          && clause.tree.subtree($0).contains {
            clause.tree.words[$0].form.first?.isUppercase ?? false
          }
      }.map { clause.tree.text(clause.tree.subtree($0)) }
      let ofDegree = degree.flatMap { clause.known("\(clause.base) \($0) \(noun) \(preposition)") }
      guard
        let relation = ofDegree
          ?? clause.known(o, in: { "\(clause.base) \($0) \(preposition)" })
          // "held the top spot among suppliers" leads in them.
          ?? (preposition == "among" ? clause.known(o, in: { "\(clause.base) \($0) in" }) : nil),
        !takesDate(relation, clause)
      else { continue }
      // "has no effect on prices" affirms that phrase and denies a plain one, "makes little use of" denies.
      let isTurned = degree.map { ($0 == "no") == (ofDegree != nil) } ?? false
      return clause.claims(
        relation, from: words, to: Oblique(head: below, preposition: preposition), using: [o]
      ).map {
        var made = $0
        if isTurned { made.polarity = made.polarity.opposite }
        // "heads the Asian table of chip makers": in Asia.
        made.scope = made.scope ?? place ?? amount(of: o, clause)
        if preposition == "against" {
          let field = clause.tree.children(of: o, "nmod").first {
            clause.tree.marker(of: $0) == "in"
          }
          made.scope = made.scope ?? field.map { clause.reading.phrases.text($0, without: [below]) }
        }
        return made
      }
    }
    // "made up its shortfall in chips against Peru": the rival hangs on what it is in.
    for field in clause.tree.children(of: o, "nmod") + clause.rest.map(\.head)
    where field > o && clause.tree.marker(of: field) == "in" {
      for rival in clause.tree.children(of: field, "nmod") where rival > field {
        guard let mark = clause.tree.marker(of: rival), mark == "against",
          let relation = clause.known(o, in: { "\(clause.base) \($0) \(mark)" })
        else { continue }
        return clause.claims(
          relation, from: words, to: Oblique(head: rival, preposition: mark), using: [o, field]
        ).map {
          var made = $0
          made.scope = made.scope ?? clause.reading.phrases.text(field, without: [rival])
          return made
        }
      }
    }
    for time in clause.times {
      if let relation = clause.known(o, in: { "\(clause.base) \($0) \(time.preposition)" }),
        takesDate(relation, clause)
      {
        return [
          clause.claim(
            relation, from: words,
            to: Target(head: time.head, name: clause.reading.phrases.text(time.head)))
        ]
      }
    }
    if let relation = clause.known("\(clause.base) \(clause.tree.lemma(o))"),
      clause.tree.children(of: o, "nmod", "amod", "compound").isEmpty
    {
      return [clause.claim(relation, from: words, to: nil)]
    }
    return nil
  }

  /// "A 3 percent stake", "a stake of 3 percent".
  private func amount(of noun: Int, _ clause: Clause) -> String? {
    clause.tree.children(of: noun, "nmod", "compound", "amod").first {
      Quantities.isAmount($0, in: clause.tree)
    }.map { clause.reading.phrases.text($0) }
  }

  /// "takes effect in | May", but not in Norway.
  private func takesDate(_ relation: String, _ clause: Clause) -> Bool {
    let known = clause.vocabulary.relations[relation]
    return known?.frame == "law" && known?.traits?.contains("functional") ?? false
  }
}
