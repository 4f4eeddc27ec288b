import Language

/// An object that is let or made to do something: "lets Nvidia resume sales" keeps the whole as the object.
struct LetDo: ClaimRule {
  static let name = "let do"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard let o = clause.object, let inner = clause.proposition.complement,
      tree.base(inner) == "xcomp",
      // "obliges ships to be at home"
      tree.words[inner].upos == "VERB"
        || tree.child(of: inner, "cop") != nil && tree.marker(of: inner)?.hasPrefix("to") ?? false
    else { return nil }
    guard clause.reading.resolve(o) == nil, let target = clause.reading.target(o) else { return [] }
    // "forbids its staff to use Nova" bans Nova, for the staff.
    if tree.lemma(inner) == "use", let thing = tree.child(of: inner, "obj"),
      let used = clause.reading.target(thing),
      clause.vocabulary.relations[clause.relation(clause.base)]?.pole == "ban"
    {
      var made = clause.claim(
        clause.relation(clause.base), from: clause.verbWords, to: used, using: [inner])
      made.scope = "for \(target.name)"
      return [made]
    }
    let isState = tree.words[inner].upos != "VERB"
    let words =
      isState
      ? tree.subtree(inner) { tree.base($0) == "punct" }
      : clause.reading.phrases.naming(inner).filter { tree.words[$0].xpos != "WDT" }
    // "got their licences renewed" has no infinitive.
    let isInfinitive = tree.words[inner].xpos == "VB" || isState
    let isDenied = isInfinitive && Qualifiers.isNegated(inner, in: tree)
    let done =
      (isDenied ? "not " : "") + (isInfinitive ? "to " : "")
      + tree.text(words).without(prefix: "to ")
    return [
      clause.claim(
        clause.relation(clause.base), from: clause.verbWords,
        to: Target(head: o, name: target.name + " " + done))
    ]
  }
}

extension String {
  /// Drops a prefix where it stands at the start.
  func without(prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
