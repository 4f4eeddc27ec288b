import Language

/// Having the better of two things is to lead in them: "has the better chips".
struct HasTheBetter: ClaimRule {
  static let name = "has the better"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard ["have", "possess", "boast"].contains(clause.verb), let o = clause.object,
      tree.children(of: o, "det").contains(where: { tree.lemma($0) == "the" }),
      let better = tree.children(of: o, "amod").first(where: {
        clause.reading.words["better of two"].contains(tree.words[$0].form.lowercased())
      }),
      tree.subtree(o).allSatisfy({ tree.lemma($0) != "than" })
    else { return nil }
    let field = Target(head: o, name: clause.reading.phrases.text(o, without: [better]))
    return [clause.claim(clause.relation("lead in"), from: clause.verbWords + [better], to: field)]
  }
}
