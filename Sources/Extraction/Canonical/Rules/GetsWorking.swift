import Language

/// A machine brought to do what it should: "got its reactors to work" gives `gets working | reactors`.
struct GetsWorking: ClaimRule {
  static let name = "gets working"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard ["get", "make"].contains(clause.verb), !clause.proposition.isPassive,
      let deed = tree.subtree(clause.predicate).first(where: {
        $0 > clause.predicate && clause.reading.words["working"].contains(tree.lemma($0))
          && tree.child(of: $0, "obj", "det", "amod", "compound", "nmod") == nil
          && (["xcomp", "ccomp"].contains(tree.base($0)) && tree.words[$0].head == clause.predicate
            || tree.base($0) == "acl" && tree.words[$0].head == clause.object
              && tree.words[$0].xpos == "VB")
      }),
      // "got ten engineers working on it"
      !tree.children(of: deed, "obl").contains(where: {
        ["on", "for", "with"].contains(tree.marker(of: $0) ?? "")
      }), let machine = clause.object ?? tree.child(of: deed, "nsubj"),
      !clause.reading.words["person noun"].contains(tree.lemma(machine))
    else { return nil }
    let named = clause.reading.phrases.text(machine, without: [deed])
    let target = Target(
      head: machine,
      name: clause.reading.resolve(machine)
        ?? clause.reading.naming.name(named.without(prefix: "a ").without(prefix: "single ")))
    guard tree.words[machine].upos != "PRON" || clause.reading.resolve(machine) != nil else {
      return []
    }
    let whole = clause.adding(clause.reading.reader.obliques(of: deed))
    return [
      whole.claim(clause.relation("get working"), from: clause.verbWords + [deed], to: target)
    ]
  }
}
