import Language

/// How long somebody took to do something: "building the hall took Viora 122 days", "Viora needed 122 days to
/// build the hall" give `Viora | builds hall in | 122 days`.
struct TimeTaken: ClaimRule {
  static let name = "time taken"

  func claims(in clause: Clause) -> [Draft]? {
    guard clause.control == nil, !clause.proposition.isPassive,
      let made = ofDeed(clause) ?? ofDoer(clause)
    else { return nil }
    return [made]
  }

  /// "Building the hall took Viora 122 days"
  private func ofDeed(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    let deed = clause.subject.head
    let phrases = tree.children(of: clause.predicate, "obj", "iobj", "obl")
    guard clause.verb == "take", tree.words[deed].xpos == "VBG",
      let span = phrases.last(where: { isSpan($0, in: tree) }),
      let doer = phrases.first(where: { $0 < span && $0 > clause.predicate }),
      let who = clause.reading.target(doer),
      let thing = tree.child(of: deed, "obj")
    else { return nil }
    return claim(clause, who: who, deed: deed, thing: thing, span: span)
  }

  /// "Viora needed 122 days to build the hall"
  private func ofDoer(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    guard ["take", "need", "require", "spend"].contains(clause.verb),
      let span = clause.proposition.object, isSpan(span, in: tree),
      let deed =
        (tree.children(of: span, "acl")
        + tree.children(of: clause.predicate, "xcomp", "advcl")).first(where: {
          $0 > span
            && (tree.words[$0].xpos == "VB" && tree.marker(of: $0) == "to"
              || clause.verb == "spend" && tree.words[$0].xpos == "VBG")
        }), let thing = tree.child(of: deed, "obj")
    else { return nil }
    return claim(clause, who: clause.subject, deed: deed, thing: thing, span: span)
  }

  private func isSpan(_ i: Int, in tree: Tree) -> Bool {
    TimeExpression.isUnit(i, in: tree) && tree.child(of: i, "nummod", "det") != nil
  }

  private func claim(_ clause: Clause, who: Target, deed: Int, thing: Int, span: Int) -> Draft? {
    let tree = clause.tree
    let verb = Inflection.thirdPerson(tree.verbLemma(deed))
    let name =
      clause.reading.resolve(thing)
      ?? tree.text(clause.reading.phrases.naming(thing))
    guard !name.isEmpty else { return nil }
    let within = clause.reading.phrases.text(
      span,
      without: tree.children(of: span, "acl", "advcl")
        + tree.subtree(span).filter {
          tree.base($0) == "advmod" && ["just", "only"].contains(tree.lemma($0))
        })
    return clause.claim(
      "\(verb) \(name) in", from: clause.verbWords + [deed], to: Target(head: span, name: within),
      of: who, using: clause.rest.map(\.head).filter { tree.subtree(deed).contains($0) })
  }
}
