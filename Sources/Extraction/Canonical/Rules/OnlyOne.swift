import Language

/// The only one of its kind that something is done with: "is the only chip used for training" keeps
/// the whole as the relation, because "is used for" alone would lose that no other is.
struct OnlyOne: ClaimRule {
  static let name = "only one"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let i = clause.predicate
    guard tree.words[i].upos == "NOUN",
      tree.children(of: i, "amod").contains(where: { ["only", "sole"].contains(tree.lemma($0)) }),
      let done = tree.children(of: i, "acl").first(where: {
        tree.words[$0].xpos == "VBN" && $0 > i
      }),
      let end = tree.children(of: done, "obl").first(where: { $0 > done }),
      let preposition = tree.marker(of: end), let target = clause.reading.target(end)
    else { return nil }
    let gone = Set(tree.subtree(done))
    let kind = clause.reading.phrases.naming(i).filter { !gone.contains($0) && $0 <= i }
    let relation =
      "is the \(tree.text(kind)) \(tree.words[done].form.lowercased()) \(preposition)"
    return [
      clause.claim(
        relation, from: clause.copulaWords + kind + [done], to: target,
        using: clause.rest.map(\.head).filter { gone.contains($0) })
    ]
  }
}
