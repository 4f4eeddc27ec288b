import Claims
import Language

/// What an amount is more than: "shipped 23,000 robots, more than all its rivals" also gives `exceeds | all its rivals`.
struct MoreBeside {
  func claims(after drafts: [Draft], in reading: SentenceReading) -> [Draft] {
    let tree = reading.tree
    guard let first = drafts.first, let aside = tree.comparisonAside(first.predicate),
      let o = first.objectHead, let rival = reading.name(aside.rival)
    else { return [] }
    let named = reading.phrases.naming(o)
    // "2,000 ferries in five cities", but "one in ten patents"
    let beside = Set(
      tree.words[o].upos == "NUM"
        ? [] : tree.children(of: o, "nmod").flatMap { tree.subtree($0) })
    let kind = tree.text(
      named.filter {
        tree.words[$0].upos != "NUM" && !["nummod", "case"].contains(tree.base($0))
          && !beside.contains($0)
      })
    guard named.contains(where: { tree.words[$0].upos == "NUM" }), !kind.isEmpty,
      !TimeExpression.isTime(aside.rival, in: tree)
    else { return [] }
    var made = first
    made.rule = "more beside"
    let isMore = tree.words[aside.more].form.lowercased() == "more"
    // More than any other is the first place.
    if isMore, tree.children(of: aside.rival, "det").contains(where: { tree.lemma($0) == "any" }) {
      made.relation = MoreThan.first(doing: tree.lemma(first.predicate), reading.words)
      made.object = kind
      return [made]
    }
    made.relation = "exceeds"
    made.scope = kind
    made.object = rival
    made.objectHead = aside.rival
    made.surface.object = tree.text(reading.phrases.naming(aside.rival))
    if !isMore {
      swap(&made.subject, &made.object)
      swap(&made.subjectHead, &made.objectHead)
      swap(&made.surface.subject, &made.surface.object)
    }
    return [made]
  }
}
