import Language

/// A time within which something is to be done: "has ninety days to object" gives `must object within | ninety days`.
struct TimeToDo: ClaimRule {
  static let name = "time to do"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard clause.verb == "have", let span = clause.proposition.object,
      TimeExpression.isUnit(span, in: tree),
      tree.child(of: span, "nummod", "det") != nil,
      let doing = tree.children(of: span, "acl").first(where: {
        tree.words[$0].xpos == "VB" && tree.marker(of: $0) == "to"
      })
    else { return nil }
    let within = clause.reading.phrases.text(span, without: [doing])
    let verb = Inflection.thirdPerson(tree.verbLemma(doing))
    let words = clause.verbWords + [doing]
    guard let o = tree.child(of: doing, "obj"), let target = clause.reading.target(o) else {
      var made = clause.claim(
        "\(verb) within", from: words, to: Target(head: span, name: within))
      made.relation = "must \(Inflection.bare(made.relation))"
      return [made]
    }
    var made = clause.claim(verb, from: words, to: target)
    made.relation = "must \(Inflection.bare(made.relation))"
    made.time = made.time ?? TimeExpression(text: "within \(within)")
    return [made]
  }
}
