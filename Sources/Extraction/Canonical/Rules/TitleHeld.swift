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
        ["of", "as", "for", "in"].contains(tree.marker(of: $0) ?? "")
      })
    else { return nil }
    // "First place in the market belongs to Viora"
    let isFirst = tree.children(of: title, "amod").contains {
      ["first", "top"].contains(tree.lemma($0))
    }
    // "The crown for deliveries" is the first place in them.
    if tree.marker(of: place) == "for" || isFirst && tree.marker(of: place) == "in" {
      return clause.reading.targets(to).map {
        clause.claim(
          "is first in", from: clause.verbWords,
          to: Target(head: place, name: clause.reading.phrases.text(place)), of: $0,
          using: [to.head])
      }
    }
    guard tree.marker(of: place) != "in" else { return nil }
    return Superlative().claim(in: clause, at: place, of: holder).map { [$0] }
  }
}
