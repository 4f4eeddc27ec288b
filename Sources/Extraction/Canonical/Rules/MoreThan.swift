import Language

/// A count compared: "publishes more papers than B" gives `exceeds | B`, with the measure as the scope.
///
/// Fewer is the same from the other side.
struct MoreThan: ClaimRule {
  static let name = "more than"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard
      let than = tree.subtree(clause.predicate).first(where: {
        ["obl", "nmod", "advcl", "acl"].contains(String(tree.base($0)))
          && tree.marker(of: $0) == "than"
      })
    else { return nil }
    let rival = tree.base(than) == "advcl" ? tree.child(of: than, "nsubj") ?? than : than
    let named = Target(
      head: rival, name: clause.reading.name(rival) ?? clause.reading.phrases.text(rival))
    guard let o = clause.object else { return adverb(clause, than, named).map { [$0] } }
    guard
      let more = tree.subtree(o).first(where: {
        ["more", "fewer", "less"].contains(tree.words[$0].form.lowercased())
          && tree.base($0) == "amod"
      })
    else { return nil }
    let gone = Set(tree.subtree(more) + tree.subtree(than))
    let measured = clause.reading.phrases.naming(o).filter { !gone.contains($0) && $0 < than }
    // More than any other is the first place.
    if tree.children(of: rival, "det").contains(where: { tree.lemma($0) == "any" }),
      tree.words[more].form.lowercased() == "more"
    {
      return [
        clause.claim(
          "is first in", from: clause.verbWords + [more],
          to: Target(head: o, name: tree.text(measured)), using: [than])
      ]
    }
    let isMore = tree.words[more].form.lowercased() == "more"
    let words = clause.verbWords + [more]
    var made =
      isMore
      ? clause.claim("exceeds", from: words, to: named, using: [than])
      : clause.claim("exceeds", from: words, to: clause.subject, of: named, using: [than])
    made.scope = "number of " + tree.text(measured)
    return [made]
  }

  /// "is cited more often than B", "earns less than B": the comparison is the relation.
  private func adverb(_ clause: Clause, _ than: Int, _ rival: Target) -> Draft? {
    let tree = clause.tree
    guard
      let adverb = tree.children(of: clause.predicate, "advmod", "obj", "obl").first(where: {
        $0 < than && ["RBR", "JJR"].contains(tree.words[$0].xpos)
          || tree.children(of: $0, "advmod").contains {
            ["RBR", "JJR"].contains(tree.words[$0].xpos)
          }
      })
    else { return nil }
    let gone = Set(tree.subtree(than))
    let compared = tree.subtree(adverb).filter {
      !gone.contains($0) && $0 > clause.predicate && ["ADV", "ADJ"].contains(tree.words[$0].upos)
    }
    let verb =
      clause.proposition.isPassive
      ? "is \(clause.participle)" : Inflection.thirdPerson(phrase: clause.base)
    return clause.claim(
      "\(verb) \(tree.text(compared).lowercased()) than", from: clause.verbWords + compared,
      to: rival,
      using: [than, adverb])
  }
}
