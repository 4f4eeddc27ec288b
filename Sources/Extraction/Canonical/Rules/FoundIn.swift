import Language

/// A part somebody comes to play: "Mistral found a patron in ASML" gives `ASML | is patron of | Mistral`.
struct FoundIn: ClaimRule {
  static let name = "found in"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard let o = clause.object, tree.words[o].upos == "NOUN", tree.words[o].xpos == "NN",
      ["find", "get", "gain", "win", "acquire", "have"].contains(clause.verb),
      tree.children(of: o, "det").contains(where: { ["a", "an"].contains(tree.lemma($0)) }),
      clause.reading.words["relational noun"].contains(tree.lemma(o))
        || ["er", "or"].contains(where: tree.lemma(o).hasSuffix)
          && !clause.reading.words["no agent"].contains(tree.lemma(o)),
      let one = (tree.children(of: o, "nmod") + tree.children(of: clause.predicate, "obl")).first(
        where: {
          $0 > o && tree.marker(of: $0) == "in" && tree.words[$0].upos == "PROPN"
            && !TimeExpression.isTime($0, in: tree)
        }), let player = clause.reading.target(one),
      // "has a partner in Japan" only says where.
      !["state", "place", "bloc"].contains(clause.vocabulary.entities[player.name]?.kind)
    else { return nil }
    let part = tree.children(of: o, "amod", "compound").filter { $0 < o && tree.lemma($0) != "new" }
      .flatMap { tree.subtree($0) }
    return [
      clause.claim(
        "is \(tree.text((part + [o]).sorted())) of", from: clause.verbWords + [o],
        to: clause.subject, of: player, using: [one])
    ]
  }
}
