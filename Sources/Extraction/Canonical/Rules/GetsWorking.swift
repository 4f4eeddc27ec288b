import Language

/// A machine brought to do what it should: "got its reactors to work" gives `gets working | reactors`.
struct GetsWorking: ClaimRule {
  static let name = "gets working"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard ["get", "make"].contains(clause.verb), !clause.proposition.isPassive,
      let (deed, machine) = atWork(clause),
      !clause.reading.words["person noun"].contains(tree.lemma(machine))
    else { return nil }
    let isPart = tree.subtree(deed).contains(machine)
    let words = clause.object == deed ? tree.subtree(deed) : clause.reading.phrases.naming(machine)
    let gone = Set(isPart ? [deed] : tree.subtree(deed))
    let named = tree.text(
      words.filter { !gone.contains($0) && tree.base($0) != "det" && tree.lemma($0) != "single" })
    let target = Target(
      head: machine,
      name: clause.reading.resolve(machine)
        ?? clause.reading.naming.name(named))
    guard tree.words[machine].upos != "PRON" || clause.reading.resolve(machine) != nil else {
      return []
    }
    let whole = clause.adding(clause.reading.reader.obliques(of: deed))
    return [
      whole.claim(clause.relation("get working"), from: clause.verbWords + [deed], to: target)
    ]
  }

  /// The verb of working and what works.
  private func atWork(_ clause: Clause) -> (deed: Int, machine: Int)? {
    let tree = clause.tree
    let i = clause.predicate
    // "makes a transistor work", with both taken for one noun
    if clause.verb == "make", let o = clause.object, tree.words[o].form == "work",
      let machine = tree.child(of: o, "compound"), machine == o - 1,
      tree.child(of: o, "det") != nil,
      tree.child(of: o, "nmod", "acl") == nil
    {
      return (o, machine)
    }
    let deed = tree.subtree(i).first {
      $0 > i && clause.reading.words["working"].contains(tree.lemma($0))
        && tree.child(of: $0, "obj", "det", "amod", "compound", "nmod") == nil
        && (["xcomp", "ccomp"].contains(tree.base($0)) && tree.words[$0].head == i
          || tree.base($0) == "advcl" && tree.words[$0].head == i && clause.verb == "get"
            && tree.marker(of: $0) == "to"
          || tree.base($0) == "acl" && tree.words[$0].head == clause.object
            && tree.words[$0].xpos == "VB")
        // "got ten engineers working on it"
        && !tree.children(of: $0, "obl").contains {
          ["on", "for", "with"].contains(tree.marker(of: $0) ?? "")
        }
    }
    guard let deed, let machine = clause.object ?? tree.child(of: deed, "nsubj") else { return nil }
    return (deed, machine)
  }
}
