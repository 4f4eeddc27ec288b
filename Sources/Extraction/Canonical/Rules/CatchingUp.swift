import Claims
import Language

/// A rival that the clause before names: "is gaining on Viora but has not caught up" gives `closes gap with | Viora`.
struct CatchingUp {
  /// The draft of a clause that leaves its rival out, with the rival of an earlier one.
  func completed(_ draft: Draft, after earlier: [Draft], in reading: SentenceReading) -> Draft {
    let tree = reading.tree
    let i = draft.predicate
    guard draft.object.isEmpty || draft.objectHead.map({ $0 == i + 1 }) ?? false else {
      return draft
    }
    let phrase = ([i] + tree.children[i].filter { $0 > i && $0 <= i + 2 }).map(tree.lemma).joined(
      separator: " ")
    guard let relation = reading.vocabulary.relationByPhrase["\(phrase) with"],
      let known = reading.vocabulary.relations[relation],
      ["leadership", "gap"].contains(known.frame),
      let rival = earlier.last(where: {
        $0.subject == draft.subject && !$0.object.isEmpty && $0.predicate != i
          && ["leadership", "gap"].contains(reading.vocabulary.relations[$0.relation]?.frame)
      })
    else { return draft }
    var out = draft
    out.relation = relation
    out.object = rival.object
    out.objectHead = rival.objectHead
    out.surface.object = rival.surface.object
    out.scope = draft.scope ?? rival.scope
    return out
  }
}
