import Language

/// A denial with one exception: "No firm but ASML sells scanners" says that ASML is the only firm that sells them.
struct Excepted {
  /// What the denial leaves out.
  let one: Target
  /// What is denied of all others: "firm", "one" for persons.
  let kind: String
  /// Whether the clause denies it of the others, rather than asserts it of the one.
  private let isDenied: Bool

  init?(_ clause: Clause) {
    let tree = clause.tree
    let subject = clause.subject.head
    let words = clause.reading.words
    // "Only ASML makes scanners"
    if tree.words[subject].upos == "PROPN", tree.children(of: subject, "conj").isEmpty,
      tree.children(of: subject, "advmod").contains(where: {
        $0 == subject - 1 && tree.lemma($0) == "only"
      }),
      tree.child(of: clause.predicate, "cop") == nil, !clause.proposition.isPassive
    {
      (one, kind, isDenied) = (clause.subject, "one", false)
      return
    }
    guard NoneAsMany.isNone(subject, in: tree) else { return nil }
    isDenied = true
    let excepts = { (i: Int) in
      words["exception"].contains(tree.marker(of: i) ?? "")
        || tree.lemma(subject) == "nobody" && tree.marker(of: i) == "outside"
    }
    // "Apart from ASML": the adverb carries its preposition below it.
    let apart = tree.children(of: clause.predicate, "advmod").filter {
      ["apart", "aside"].contains(tree.lemma($0))
    }.flatMap { tree.children(of: $0, "obl", "nmod").filter { tree.marker(of: $0) == "from" } }
    let found =
      tree.children(of: subject, "nmod", "obl", "conj").filter(excepts)
      + tree.children(of: clause.predicate, "obl").filter(excepts) + apart
    guard let head = found.first, let one = clause.reading.target(head) else { return nil }
    self.one = one
    kind =
      tree.words[subject].upos == "PRON"
      ? "one" : clause.reading.phrases.text(subject, without: [head])
  }

  /// What the clause claims of the exception.
  func claim(_ draft: Draft) -> Draft {
    var out = draft
    out.subject = one.name
    out.subjectHead = one.head
    out.relation = "is the only \(kind) that \(draft.relation)"
    if isDenied { out.polarity = draft.polarity.opposite }
    return out
  }
}
