import Language

/// A distance ahead or behind: "are a generation ahead of Intel" gives `leads | Intel`, by a generation.
struct AheadBy: ClaimRule {
  static let name = "ahead by"

  func claims(in clause: Clause) -> [Draft]? {
    claims(in: clause, at: clause.predicate) ?? placed(clause)
  }

  /// "is two years behind Intel": the rival is the state.
  private func placed(_ clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let i = clause.predicate
    guard let place = tree.marker(of: i), let relation = clause.known("be \(place)"),
      clause.vocabulary.relations[relation]?.frame == "leadership",
      let distance = tree.children(of: i, "nmod", "obl").first(where: {
        $0 < i && tree.marker(of: $0) == nil && tree.words[$0].relation != "nmod:poss"
          && (tree.child(of: $0, "nummod", "det") != nil || tree.words[$0].xpos == "NNS")
      }), let rival = clause.reading.target(i)
    else { return nil }
    let beside = clause.rest.map(\.head).filter { tree.words[$0].head == i }
    let named = clause.reading.phrases.text(i, without: [distance] + beside)
    let words = tree.children(of: i, "case")
    let target = Target(
      head: i,
      name: tree.words[i].upos == "PRON"
        ? rival.name : clause.reading.naming.name(named))
    var made = clause.claim(
      relation, from: clause.copulaWords + words, to: target, using: [distance])
    made.time =
      clause.times.contains { $0.head == distance } && clause.times.count == 1 ? nil : made.time
    made.scope = [made.scope, "by \(clause.reading.phrases.text(distance))"].compactMap(\.self)
      .joined(separator: ", ")
    return [made]
  }

  /// The distance that the noun at a word names: "remain a generation behind Korea".
  func claims(in clause: Clause, at i: Int) -> [Draft]? {
    let tree = clause.tree
    guard tree.words[i].upos == "NOUN",
      tree.child(of: i, "nummod") != nil
        || tree.children(of: i, "det").contains(where: { ["a", "an"].contains(tree.lemma($0)) })
        || tree.words[i].xpos == "NNS" && clause.reading.words["distance"].contains(tree.lemma(i)),
      let adverb = tree.subtree(i).first(where: {
        $0 > i && ["ahead", "behind", "above", "below"].contains(tree.lemma($0))
          && (tree.words[$0].head == i && tree.base($0) == "advmod"
            || tree.base($0) == "case" && tree.words[tree.words[$0].head].head == i)
      })
    else { return nil }
    let below = (tree.children(of: adverb, "obl", "nmod") + tree.children(of: i, "obl", "nmod"))
      .filter { $0 > adverb }
    let gone = Set(below.flatMap { tree.subtree($0) } + [adverb])
    let distance = tree.text(clause.reading.phrases.naming(i).filter { !gone.contains($0) })
    for phrase in below {
      let mark = tree.marker(of: phrase) == tree.lemma(adverb) ? nil : tree.marker(of: phrase)
      let words =
        ["be \(tree.lemma(adverb))"] + (mark.map { ["be \(tree.lemma(adverb)) \($0)"] } ?? [])
      guard let relation = words.reversed().compactMap(clause.known).first,
        let target = clause.reading.target(phrase)
      else { continue }
      var made = clause.claim(
        relation, from: clause.copulaWords + [adverb], to: target, using: [phrase, i])
      // "streets ahead of the Chinese ones in mathematics": in what, and by how much.
      let field = tree.children(of: phrase, "nmod").first { tree.marker(of: $0) == "in" }
        .map { clause.reading.phrases.text($0) }.flatMap { target.name.hasSuffix($0) ? nil : $0 }
      let parts = [field, "by \(distance)"].compactMap(\.self)
      made.scope = made.scope ?? parts.joined(separator: ", ")
      return [made]
    }
    return nil
  }
}
