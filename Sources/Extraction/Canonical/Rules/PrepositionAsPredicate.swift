import Language

/// A preposition that is the predicate: "the lab is in Hangzhou", "the model is behind an API".
struct PrepositionAsPredicate: ClaimRule {
  static let name = "preposition as predicate"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let i = clause.predicate
    let copula = tree.child(of: i, "cop") ?? i
    guard let preposition = tree.preposition(of: i),
      tree.children(of: i, "case").contains(where: { $0 < i && $0 > copula }),
      let target = clause.reading.target(i)
    else { return nil }
    // "Yields are below 50 percent"
    if ["below", "under", "above", "over"].contains(preposition), Quantities.isAmount(i, in: tree) {
      return [
        clause.claim(
          "is", from: clause.copulaWords, to: Target(head: i, name: "\(preposition) \(target.name)")
        )
      ]
    }
    if preposition == "for", clause.reading.words["on offer"].contains(tree.lemma(i)) {
      return [
        clause.claim("is for \(tree.lemma(i))", from: clause.copulaWords + [i], to: nil)
      ]
    }
    // "is back on line"
    let isBack = tree.children(of: i, "advmod").contains { tree.lemma($0) == "back" && $0 < i }
    if isBack, let relation = clause.known(i, in: { "be back \(preposition) \($0)" }) {
      return [clause.claim(relation, from: clause.copulaWords + [i], to: nil)]
    }
    // "was first on the leaderboard"
    if let place = tree.children(of: i, "advmod", "amod").first(where: {
      $0 > copula
        && (tree.lemma($0) == "first"
          || clause.reading.words["place of many"].contains(tree.lemma($0)))
        && tree.children(of: i, "case").contains($0 + 1)
    }) {
      return [
        clause.claim(
          "is \(tree.words[place].form.lowercased()) \(preposition)",
          from: clause.copulaWords + [place],
          to: Target(head: i, name: clause.reading.phrases.text(i, without: [place])))
      ]
    }
    // "has been in force since May", "is in front in robotics".
    for phrase in clause.times {
      // "As of May it was still in force": it didn't come into force then.
      let isLooked =
        phrase.preposition == "as of"
        && (phrase.head < i
          || tree.children(of: i, "advmod").contains { tree.lemma($0) == "still" })
      guard !isLooked, let relation = state(clause, preposition, phrase) else { continue }
      return [
        clause.claim(
          relation, from: clause.copulaWords + [i],
          to: Target(head: phrase.head, name: clause.reading.phrases.text(phrase.head)))
      ]
    }
    for phrase in clause.rest where phrase.head > i {
      guard let relation = state(clause, preposition, phrase) else { continue }
      return clause.claims(relation, from: clause.copulaWords + [i], to: phrase)
    }
    // "is at Qualcomm's mercy" is at the mercy of Qualcomm.
    if let owner = tree.child(of: i, "nmod:poss"),
      let relation = state(clause, preposition, Oblique(head: owner, preposition: "of")),
      let named = clause.reading.target(owner)
    {
      return [clause.claim(relation, from: clause.copulaWords + [i], to: named)]
    }
    // "The lab's headquarters are in Hangzhou" is said of the lab.
    let seat = clause.subject.head
    let named = (tree.children(of: seat, "compound", "amod") + [seat]).map(tree.lemma)
    if let relation = clause.known("\(tree.lemma(seat)) be \(preposition)")
      ?? clause.known("\(named.joined(separator: " ")) be \(preposition)"),
      let owner = tree.owner(of: seat),
      let named = clause.reading.target(owner)
    {
      return [clause.claim(relation, from: clause.copulaWords, to: target, of: named)]
    }
    return [
      clause.claim(
        clause.relation("be \(isBack ? "back " : "")\(preposition)"), from: clause.copulaWords,
        to: target)
    ]
  }

  /// "be in hands of", "be in favour of".
  private func state(_ clause: Clause, _ preposition: String, _ phrase: Oblique) -> String? {
    clause.known(clause.predicate, in: { "be \(preposition) \($0) \(phrase.preposition)" })
  }
}
