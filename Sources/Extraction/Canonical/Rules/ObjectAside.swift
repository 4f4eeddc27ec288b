import Language

/// A verb whose preposition ends the relation, with its object as the scope: "trained its models on 3,000 chips".
struct ObjectAside: ClaimRule {
  static let name = "object aside"

  func claims(in clause: Clause) -> [Draft]? {
    guard let o = clause.object, let aside = clause.reading.name(o) else { return nil }
    // "trains its models on Norwegian soil" says where.
    let isGround = { (i: Int) in
      ["soil", "territory", "land", "ground", "turf"].contains(clause.tree.lemma(i))
    }
    // "runs tests on mice", "runs adverts on the site" uses neither.
    if clause.base == "run",
      clause.reading.words["run but not operated"].contains(clause.tree.lemma(o))
    {
      return nil
    }
    for oblique in clause.rest where !isGround(oblique.head) {
      guard let relation = clause.known("\(clause.base) * \(oblique.preposition)") else { continue }
      return clause.claims(relation, from: clause.verbWords, to: oblique, using: [o]).map {
        var made = $0
        made.scope = aside
        return made
      }
    }
    // The parser may tie the phrase to the object: "trains its Nova models on Orbit chips".
    for below in clause.tree.children(of: o, "nmod") where below > o {
      guard let preposition = clause.tree.marker(of: below),
        let relation = clause.known("\(clause.base) * \(preposition)")
      else { continue }
      let named = clause.reading.phrases.text(o, without: [below])
      return clause.claims(
        relation, from: clause.verbWords, to: Oblique(head: below, preposition: preposition),
        using: [o]
      ).map {
        var made = $0
        made.scope = clause.reading.naming.name(named)
        return made
      }
    }
    return nil
  }
}
