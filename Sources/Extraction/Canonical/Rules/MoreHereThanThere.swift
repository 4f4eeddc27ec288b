import Language

/// Two places compared by what is in them: "More labs are based in Italy than in Spain" gives `Italy | exceeds | Spain`.
struct MoreHereThanThere: ClaimRule {
  static let name = "more here than there"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let counted = clause.subject.head
    guard
      // "more high-voltage cable": the parser may tie it to a part of the noun.
      let more = tree.subtree(counted).first(where: {
        ["more", "fewer", "less"].contains(tree.words[$0].form.lowercased())
          && ["amod", "advmod"].contains(tree.base($0))
      }), more == tree.subtree(counted).first,
      let than = tree.subtree(clause.predicate).first(where: {
        $0 > clause.predicate && (tree.marker(of: $0) ?? "").hasPrefix("than ")
      }), let mark = tree.marker(of: than)?.dropFirst("than ".count),
      let here = clause.rest.first(where: {
        $0.head < than && $0.head > clause.predicate && $0.preposition == mark
      }), let first = clause.reading.target(here.head), let second = clause.reading.target(than)
    else { return nil }
    let isMore = tree.words[more].form.lowercased() == "more"
    let words = clause.verbWords + [more]
    var made = clause.claim(
      "exceeds", from: words, to: isMore ? second : first, of: isMore ? first : second,
      using: [here.head, than])
    // "more labs are based in Italy than in Spain": the other place may hang on "more".
    let gone = Set(tree.subtree(than) + [more])
    let named = clause.reading.phrases.naming(counted).filter { !gone.contains($0) }
    made.scope = (tree.words[counted].xpos == "NNS" ? "number of " : "") + tree.text(named)
    // "more cable was sold by Peru than by Chile"
    if mark == "by", let sum = MoreThan.sum(of: clause.verb) {
      made.scope = "\(sum) of \(tree.text(named))"
    }
    return [made]
  }
}
