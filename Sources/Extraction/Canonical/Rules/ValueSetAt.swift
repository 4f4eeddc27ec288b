import Language

/// A value somebody sets: "auditors put the cost at $4 billion" gives `cost | is estimated at | $4 billion`, by their word.
struct ValueSetAt: ClaimRule {
  static let name = "value set at"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let isPassive = clause.proposition.isPassive
    let valued = isPassive ? clause.subject.head : clause.object
    // "raised a billion, valuing it at six": the deal values who made it.
    let isOfItself =
      !isPassive && ["advcl", "acl"].contains(tree.base(clause.predicate))
      && tree.words[clause.predicate].xpos == "VBG"
      && valued.map { ["it", "itself"].contains(tree.words[$0].form.lowercased()) } ?? false
    guard let valued, clause.reading.words["valuing"].contains(clause.verb),
      let price = (clause.rest + clause.times + within(valued, in: tree)).first(where: {
        ($0.preposition == "at" || $0.preposition.hasPrefix("at ")) && $0.head > clause.predicate
          && (Quantities.isAmount($0.head, in: tree) || tree.child(of: $0.head, "nummod") != nil)
      }), let thing = isOfItself ? clause.subject : clause.reading.target(valued),
      var sum = clause.reading.target(price.head)
    else { return nil }
    // "at under 400 million"
    if price.preposition.hasPrefix("at ") {
      sum.name = "\(price.preposition.dropFirst(3)) \(sum.name)"
    }
    if isOfItself {
      return [
        clause.claim(
          relation(clause), from: clause.verbWords, to: sum, of: thing, using: [price.head])
      ]
    }
    let agent = clause.rest.first { $0.preposition == "by" }
    let isWithin = tree.subtree(valued).contains(price.head)
    var made = clause.claim(
      relation(clause), from: clause.verbWords, to: sum, of: thing,
      using: [price.head] + (agent.map { [$0.head] } ?? []))
    let source = isPassive ? agent.flatMap(clause.reading.name) : clause.subject.name
    made.attribution = made.attribution ?? source
    // "the cost of the cluster" is what the cluster costs.
    if clause.reading.words["cost noun"].contains(tree.lemma(valued)),
      let whole = CostOfMaking().owner(of: valued, in: clause),
      let owner = clause.reading.target(whole)
    {
      let gone = Set(tree.subtree(whole) + tree.subtree(price.head))
      let bill = clause.reading.phrases.naming(valued).filter {
        !gone.contains($0) && ($0 <= valued || tree.words[$0].upos != "ADP")
      }
      made.scope = made.scope ?? (bill.count > 1 ? tree.text(bill) : nil)
      made.subject = owner.name
      made.subjectHead = owner.head
      made.relation = "costs"
    }
    if isWithin, made.subject == thing.name {
      made.subject = clause.reading.naming.name(
        clause.reading.phrases.text(valued, without: [price.head]))
    }
    return [made]
  }

  /// "puts the bill for training Nova at 4 million": the parser may tie the sum to what is valued.
  private func within(_ valued: Int, in tree: Tree) -> [Oblique] {
    tree.subtree(valued).filter { $0 > valued && tree.marker(of: $0) == "at" }.map {
      Oblique(head: $0, preposition: "at")
    }
  }

  private func relation(_ clause: Clause) -> String {
    switch clause.verb {
    case "value": "is valued at"
    case "price": "is priced at"
    default: "is estimated at"
    }
  }
}
