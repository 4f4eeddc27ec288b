import Language

/// On what something is trained, told by what it took: "used 2,000 chips to train its model" gives `trains on | 2,000 chips`.
struct TrainsWith: ClaimRule {
  static let name = "trains with"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    if let tested = tested(clause) { return [tested] }
    guard ["use", "need", "require", "employ", "take"].contains(clause.verb), clause.control == nil,
      !clause.proposition.isPassive, let o = clause.object,
      clause.reading.words["chip noun"].contains(tree.lemma(o))
        || tree.words[o].form.contains(where: \.isNumber),
      let doing =
        (tree.children(of: clause.predicate, "advcl", "xcomp") + tree.children(of: o, "acl"))
        .first(where: {
          tree.lemma($0) == "train" && tree.marker(of: $0) == "to" && $0 > o
        }), let model = tree.child(of: doing, "obj"), let named = clause.reading.target(model),
      let chips = clause.reading.leavingOut(doing).target(o),
      let relation = clause.known("train on")
    else { return nil }
    var made = clause.claim(
      relation, from: clause.verbWords + [doing],
      to: chips)
    made.scope = made.scope ?? named.name
    return [made]
  }

  /// "tests its software on 100 cars": so many is what is said.
  private func tested(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    guard ["test", "try", "pilot", "run"].contains(clause.base), clause.control == nil,
      !clause.proposition.isPassive, let o = clause.object,
      let things = clause.rest.first(where: {
        $0.preposition == "on" && $0.head > o && tree.child(of: $0.head, "nummod") != nil
      }), let many = clause.reading.target(things.head), let tested = clause.reading.target(o)
    else { return nil }
    var made = clause.claim(
      clause.relation("\(clause.base) on"), from: clause.verbWords, to: many, using: [things.head])
    made.scope = tested.name
    return made
  }
}
