import Language

/// A place that something ends up in: "ended the year as the most valuable company", "ranks third in AI".
struct RankedAs: ClaimRule {
  static let name = "ranked as"

  func claims(in clause: Clause) -> [Draft]? {
    guard clause.reading.words["rank as"].contains(clause.verb) else { return nil }
    if let ranked = numbered(clause) { return [ranked] }
    guard
      let place = clause.rest.first(where: { $0.preposition == "as" && $0.head > clause.predicate }
      )
    else { return nil }
    // "started as a unit of Orbit" tells of its beginning.
    let isOther = clause.known("\(clause.base) as") != nil
    return (isOther ? nil : RelationalNoun().claims(in: clause, at: place.head))
      ?? Superlative().claim(in: clause, at: place.head).map { [$0] }
  }

  /// "ranks third in AI, behind Peru"
  private func numbered(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    guard
      let place = tree.children(of: clause.predicate, "xcomp", "advmod", "amod", "obl", "obj")
        .first(where: {
          $0 == clause.predicate + 1
            && clause.reading.words["place of many"].contains(tree.lemma($0))
        })
    else { return nil }
    let field =
      (tree.children(of: clause.predicate, "obl") + tree.children(of: place, "obl", "nmod"))
      .first { $0 > place && tree.marker(of: $0) == "in" }
    let words = clause.verbWords + [place]
    let ordinal = tree.words[place].form.lowercased()
    let rival = field.flatMap {
      tree.children(of: $0, "nmod").first { tree.marker(of: $0) == "behind" }
    }
    let reading = rival.map(clause.reading.leavingOut) ?? clause.reading
    guard let field, let target = reading.target(field) else {
      return clause.claim("ranks", from: words, to: Target(head: place, name: ordinal))
    }
    return clause.claim(
      "ranks \(ordinal) in", from: words, to: target,
      using: [place, field] + clause.rest.map(\.head))
  }
}
