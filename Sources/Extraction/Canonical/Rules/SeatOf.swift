import Language

/// Where somebody's seat is: "The home of Viora is Bergen" gives `Viora | is headquartered in | Bergen`.
struct SeatOf: ClaimRule {
  static let name = "seat of"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    if let named = isSeat(clause) { return [named] }
    let seat = clause.subject.head
    guard tree.words[clause.predicate].upos == "PROPN", tree.marker(of: clause.predicate) == nil,
      clause.reading.words["seat"].contains(tree.lemma(seat)),
      let owner = tree.owner(of: seat),
      let named = clause.reading.target(owner)
    else { return nil }
    let place = clause.reading.naming.name(
      clause.reading.phrases.text(clause.predicate), asPlace: true)
    return [
      clause.claim(
        "is headquartered in", from: clause.copulaWords,
        to: Target(head: clause.predicate, name: place), of: named)
    ]
  }

  /// "Bergen is the headquarters of Viora"
  private func isSeat(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    guard tree.words[clause.subject.head].upos == "PROPN",
      ["headquarters", "headquarter", "seat"].contains(tree.lemma(clause.predicate)),
      let owner = tree.owner(of: clause.predicate), tree.words[owner].upos == "PROPN",
      let named = clause.reading.target(owner)
    else { return nil }
    let place = clause.reading.naming.name(
      clause.reading.phrases.text(clause.subject.head), asPlace: true)
    return clause.claim(
      "is headquartered in", from: clause.copulaWords,
      to: Target(head: clause.subject.head, name: place), of: named,
      using: clause.rest.map(\.head).filter { $0 == owner })
  }

  /// "Bergen is home to the headquarters of Viora": who hosts a seat is where its owner has it.
  static func seated(_ draft: Draft, in reading: SentenceReading) -> Draft {
    let tree = reading.tree
    guard draft.relation == "hosts", let seat = draft.objectHead,
      let owner = tree.owner(of: seat),
      reading.words["seat"].contains(tree.lemma(seat))
        || tree.children(of: seat, "amod", "compound").contains(where: {
          reading.words["seat"].contains("\(tree.lemma($0)) \(tree.lemma(seat))")
        }), let named = reading.target(owner)
    else { return draft }
    var out = draft
    out.relation = "is headquartered in"
    (out.subject, out.object) = (named.name, reading.naming.name(draft.subject, asPlace: true))
    (out.subjectHead, out.objectHead) = (owner, draft.subjectHead)
    (out.surface.subject, out.surface.object) = (
      tree.text(reading.phrases.naming(owner)), draft.surface.subject
    )
    return out
  }
}
