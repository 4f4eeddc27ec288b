import Language

/// A bare clause as the object: "lets Nvidia resume sales", "proposed delaying the rules".
struct ClauseObject: ClaimRule {
  static let name = "clause as object"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard let inner = clause.proposition.complement else { return nil }
    let isProposal =
      tree.isBareGerund(inner)
      && clause.reading.words["proposal"].contains(tree.lemma(clause.predicate))
    if isProposal {
      return [
        clause.claim(
          clause.relation(clause.base), from: clause.verbWords,
          to: Target(head: inner, name: clause.reading.phrases.text(inner)))
      ]
    }
    // "is examining whether the sale broke the rules"
    if ["whether", "if"].contains(tree.marker(of: inner) ?? ""), tree.base(inner) == "ccomp",
      clause.reading.words["inquiry"].contains(clause.verb)
    {
      let words = tree.subtree(inner) { tree.base($0) == "punct" && $0 > inner }
      return [
        clause.claim(
          clause.relation(clause.base), from: clause.verbWords,
          to: Target(head: inner, name: tree.text(words)))
      ]
    }
    guard tree.words[inner].xpos == "VB", inner > clause.predicate,
      tree.child(of: inner, "aux") == nil,
      let s = tree.child(of: inner, "nsubj"), tree.words[s].upos != "PRON"
    else { return [] }
    let words = tree.subtree(inner) { ["punct", "advcl"].contains(tree.base($0)) }
    return [
      clause.claim(
        clause.relation(clause.base), from: clause.verbWords,
        to: Target(head: inner, name: tree.text(words)))
    ]
  }
}
