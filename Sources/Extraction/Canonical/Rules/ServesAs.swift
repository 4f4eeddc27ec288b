import Language

/// A part played for somebody: "serves Nvidia as its main source of memory" gives `is main source of | Nvidia`.
///
/// "has run Viora as its chief executive" gives `is chief executive of | Viora`.
struct ServesAs: ClaimRule {
  static let name = "serves as"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard ["serve", "run", "lead", "head"].contains(clause.verb), let o = clause.object,
      let served = clause.reading.target(o),
      let part = clause.rest.first(where: {
        $0.preposition == "as" && $0.head > o && tree.words[$0.head].upos == "NOUN"
      }), tree.child(of: part.head, "nmod:poss") != nil,
      clause.verb == "serve" || clause.reading.words["office"].contains(tree.lemma(part.head))
        || tree.lemma(part.head) == "executive"
    else { return nil }
    let modifiers = tree.children(of: part.head, "amod", "compound").filter { $0 < part.head }
      .flatMap { tree.subtree($0) }
    let label = tree.text((modifiers + [part.head]).sorted())
    var made = clause.claim(
      "is \(label) of", from: clause.verbWords + [part.head], to: served, using: [part.head])
    let goods = tree.children(of: part.head, "nmod").first { tree.marker(of: $0) == "of" }
    made.scope = made.scope ?? goods.map { clause.reading.phrases.text($0) }
    return [made]
  }
}
