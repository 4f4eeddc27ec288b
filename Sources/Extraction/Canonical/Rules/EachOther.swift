import Claims
import Language

/// Two that are level with each other: "Peru and Chile are neck and neck in copper" gives `Peru | co-leads with | Chile`.
struct EachOther: ClaimRule {
  static let name = "each other"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let i = clause.predicate
    let first = clause.subject.head
    guard clause.reading.words["level"].contains(tree.lemma(i)) else { return nil }
    // The second of the two says nothing more.
    if tree.base(first) == "conj", tree.base(tree.words[first].head) == "nsubj" { return [] }
    guard let second = tree.child(of: first, "conj"), let other = clause.reading.target(second),
      tree.children(of: first, "conj").count == 1,
      !clause.rest.contains(where: { ["with", "to"].contains($0.preposition) })
    else { return nil }
    var made = clause.claim("co-leads with", from: clause.copulaWords, to: other, using: [second])
    made.scope =
      made.scope
      ?? tree.children(of: i, "nmod", "obl").first {
        ["in", "on"].contains(tree.marker(of: $0) ?? "")
      }.map {
        clause.reading.phrases.text($0)
      }
    return [made]
  }
}
