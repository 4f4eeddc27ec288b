import Language

/// A bare clause as the object: "lets Nvidia resume sales", "proposed delaying the rules".
struct ClauseObject: ClaimRule {
  static let name = "clause as object"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard let inner = clause.proposition.complement else { return nil }
    let isProposal =
      tree.words[inner].xpos == "VBG"
      && clause.reading.words["proposal"].contains(tree.lemma(clause.predicate))
    if isProposal {
      return [
        clause.claim(
          clause.relation(clause.base), from: clause.verbWords,
          to: Target(head: inner, name: clause.reading.phrases.text(inner)))
      ]
    }
    guard tree.words[inner].xpos == "VB", tree.child(of: inner, "aux") == nil,
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
