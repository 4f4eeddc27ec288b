import Language

/// Who else does what a claim says: "Along with Chile, Peru voted against the text" is said of Chile too.
struct TogetherWith {
  func claims(beside draft: Draft, in clause: Clause) -> [Draft] {
    let tree = clause.tree
    guard draft.subjectHead == clause.subject.head else { return [] }
    let others = clause.rest.filter {
      ["along with", "together with"].contains($0.preposition) && $0.head < clause.predicate
        && tree.words[$0.head].upos == "PROPN"
    }
    return others.flatMap { clause.reading.reader.expanded($0.head) }.compactMap { other in
      guard let named = clause.reading.target(other) else { return nil }
      var made = draft
      made.rule = "together with"
      (made.subject, made.subjectHead) = (named.name, other)
      made.surface.subject = tree.text(clause.reading.phrases.naming(other))
      return made
    }
  }
}
