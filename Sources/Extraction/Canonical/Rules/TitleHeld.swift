import Language

/// A title and who has it: "The title of Korea's most valuable firm belongs to Samsung" gives `Samsung | is most valuable | firm`.
struct TitleHeld: ClaimRule {
  static let name = "title held"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let title = clause.subject.head
    let words = clause.reading.words
    guard words["title"].contains(tree.lemma(title)), words["falls to"].contains(clause.verb),
      let to = clause.rest.first(where: {
        ["to", "by"].contains($0.preposition) && $0.head > clause.predicate
      }), let holder = clause.reading.target(to.head),
      let place = tree.children(of: title, "nmod").first(where: {
        tree.marker(of: $0) == "of" || tree.marker(of: $0) == "as"
      })
    else { return nil }
    return Superlative().claim(in: clause, at: place, of: holder).map { [$0] }
  }
}
