import Language

/// A change with its size: "climbed 31 percent to $6 billion" gives `climbs by | 31 percent` and `climbs to | $6 billion`.
struct ChangeBy: ClaimRule {
  static let name = "change by"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard clause.reading.words["change verb"].contains(clause.verb), clause.control == nil,
      let size = clause.rest.first(where: {
        $0.preposition.isEmpty && $0.head > clause.predicate
          && Quantities.isAmount($0.head, in: tree)
      })?.head ?? fold(clause)
        ?? clause.object.flatMap({ Quantities.isAmount($0, in: tree) ? $0 : nil }),
      tree.child(of: size, "nummod") != nil || tree.words[size].upos == "NUM"
        || fold(clause) == size,
      let amount = clause.reading.target(size)
    else { return nil }
    let verb = Inflection.thirdPerson(clause.base)
    let change = clause.claim(
      fold(clause) == size ? verb : "\(verb) by", from: clause.verbWords, to: amount)
    guard let end = clause.rest.first(where: { $0.preposition == "to" && $0.head > size }),
      let level = clause.reading.target(end.head)
    else { return [change] }
    return [
      change, clause.claim("\(verb) to", from: clause.verbWords, to: level, using: [size]),
    ]
  }

  /// "rose fortyfold"
  private func fold(_ clause: Clause) -> Int? {
    clause.tree.children[clause.predicate].first {
      $0 > clause.predicate && clause.tree.words[$0].form.hasSuffix("fold")
    }
  }
}
