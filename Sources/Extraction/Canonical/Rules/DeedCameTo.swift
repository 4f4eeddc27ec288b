import Language

/// A deed by its noun and how much it came to: "the power use of Orbit came to 5 gigawatt-hours" gives
/// `Orbit | uses | 5 gigawatt-hours of power`.
struct DeedCameTo: ClaimRule {
  static let name = "deed came to"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let noun = clause.subject.head
    guard let verb = Self.verbs[tree.lemma(noun)], !clause.proposition.isPassive,
      // "terawatt-hours" would pass for a time
      let sum = clause.verb == "total"
        ? clause.object
        : ["come", "amount", "add"].contains(clause.verb)
          ? clause.proposition.obliques.first(where: {
            $0.preposition.hasPrefix("to") && $0.head > clause.predicate
          })?.head
          : nil,
      tree.child(of: sum, "nummod") != nil || Quantities.isAmount(sum, in: tree),
      let owner = tree.owner(of: noun), tree.words[owner].upos != "PRON",
      let amount = clause.reading.target(sum)
    else { return nil }
    let date = tree.children(of: owner, "nmod").first { TimeExpression.isTime($0, in: tree) }
    let reading = date.map(clause.reading.leavingOut) ?? clause.reading
    guard let doer = reading.target(owner) else { return nil }
    let thing = tree.children(of: noun, "compound").flatMap { tree.subtree($0) }
    let kind = tree.text(thing)
    // "came to under 5": the bound is the amount's.
    let mark = (tree.marker(of: sum) ?? "").split(separator: " ").dropFirst()
    let bound = mark.map { $0 + " " }.joined()
    let name = bound + of(kind, amount.name, verb)
    var made = clause.claim(
      clause.known(verb) ?? Inflection.thirdPerson(verb), from: [noun],
      to: Target(head: sum, name: name), of: doer, using: [sum])
    if made.time == nil, let date { made.time = TimeExpression(text: reading.phrases.text(date)) }
    return [made]
  }

  private static let verbs = [
    "use": "use", "usage": "use", "consumption": "use", "shipment": "ship",
  ]

  /// "5 gigawatt-hours of power", but "25 EUV scanners".
  private func of(_ kind: String, _ amount: String, _ verb: String) -> String {
    guard !kind.isEmpty else { return amount }
    guard verb == "ship", let unit = amount.lastIndex(of: " ") else {
      return "\(amount) of \(kind)"
    }
    return "\(amount[..<unit]) \(kind)\(amount[unit...])"
  }
}
