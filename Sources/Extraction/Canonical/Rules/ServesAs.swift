import Language

/// A part played for somebody: "serves Nvidia as its main source of memory" gives `is main source of | Nvidia`.
///
/// "has run Viora as its chief executive" gives `is chief executive of | Viora`.
struct ServesAs: ClaimRule {
  static let name = "serves as"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    if let led = led(clause) { return [led] }
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

  /// "The round had Meituan as its lead investor": Meituan led it.
  private func led(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    guard clause.verb == "have", clause.control == nil, let o = clause.object,
      tree.words[o].upos == "PROPN", let investor = clause.reading.target(o),
      let part = clause.rest.first(where: {
        $0.preposition == "as" && $0.head > o && tree.lemma($0.head) == "investor"
      }),
      tree.children(of: part.head, "amod", "compound").contains(where: { tree.lemma($0) == "lead" })
    else { return nil }
    return clause.claim(
      "leads", from: clause.verbWords + [part.head], to: clause.subject, of: investor,
      using: [part.head])
  }
}
