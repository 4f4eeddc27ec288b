import Language

/// A count compared: "publishes more papers than B" gives `exceeds | B`, with the measure as the scope.
struct MoreThan: ClaimRule {
  static let name = "more than"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard let o = clause.object,
      let more = tree.children(of: o, "amod").first(where: {
        ["more", "fewer", "less"].contains(tree.words[$0].form.lowercased())
      }),
      let than = tree.subtree(clause.predicate).first(where: {
        ["obl", "nmod", "advcl"].contains(String(tree.base($0))) && tree.marker(of: $0) == "than"
      })
    else { return nil }
    let rival = tree.base(than) == "advcl" ? tree.child(of: than, "nsubj") ?? than : than
    let gone = Set(tree.subtree(more) + tree.subtree(than))
    let measured = clause.reading.phrases.naming(o).filter { !gone.contains($0) && $0 < than }
    let isMore = tree.words[more].form.lowercased() == "more"
    let name = clause.reading.name(rival) ?? clause.reading.phrases.text(rival)
    var made = clause.claim(
      isMore ? "exceeds" : "falls below", from: [clause.predicate, more],
      to: Target(head: rival, name: name), using: [than])
    made.scope = "number of " + tree.text(measured)
    return [made]
  }
}
