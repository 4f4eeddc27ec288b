import Language

/// When something is now to begin: "pushed the start of the act back to 2027" gives `act | starts | (2027)`.
///
/// "is counting on 2027 for the opening of its plant" says so by its own word, as likely.
struct PutAtDate: ClaimRule {
  static let name = "put at date"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    if ["count", "bank", "bet", "reckon"].contains(clause.verb), clause.object == nil,
      let date = clause.times.first(where: { $0.preposition == "on" && $0.head > clause.predicate }
      ),
      let event = clause.rest.first(where: { $0.preposition == "for" && $0.head > date.head }),
      var made = begins(event.head, on: date, in: clause)
    {
      made.modality = made.modality == .asserted ? .probable : made.modality
      made.attribution = made.attribution ?? clause.subject.name
      return [made]
    }
    guard
      ["push", "move", "put", "shift", "bring", "set", "postpone", "delay"].contains(clause.verb),
      let o = clause.object,
      let date = clause.times.first(where: {
        ["to", "until", "for"].contains($0.preposition) && $0.head > o
      }), let made = begins(o, on: date, in: clause)
    else { return nil }
    return (PlainObject().claims(in: clause) ?? []) + [made]
  }

  private func begins(_ event: Int, on date: Oblique, in clause: Clause) -> Draft? {
    let tree = clause.tree
    guard clause.reading.words["beginning"].contains(tree.lemma(event)),
      let owner = tree.owner(of: event), let thing = clause.reading.target(owner)
    else { return nil }
    let noun = tree.lemma(event)
    let verb =
      noun.hasSuffix("ing")
      ? Lemmatizer.lemma(form: noun, upos: "VERB", xpos: "VBG", feats: "")
      : Nominals.verb(of: noun) ?? noun
    let named = clause.reading.phrases.text(date.head)
    let mark = TimeExpression.isYear(named) ? "in" : "on"
    let kind = thing.name.split(separator: " ").last?.lowercased() ?? ""
    let isLaw = clause.reading.words["takes up law"].contains(kind)
    if let relation = clause.known("\(isLaw ? "take effect" : verb) \(mark)"),
      clause.vocabulary.relations[relation]?.traits?.contains("functional") ?? false
    {
      return clause.claim(
        relation, from: clause.verbWords + [event], to: Target(head: date.head, name: named),
        of: thing, using: [date.head, event])
    }
    return clause.claim(
      clause.relation(verb), from: clause.verbWords + [event], to: nil, of: thing, using: [event])
  }
}
