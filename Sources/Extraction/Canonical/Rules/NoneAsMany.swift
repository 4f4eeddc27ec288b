import Language

/// A top place said by denial: "No country files as many patents as Japan" gives `Japan | is first in | patents`.
struct NoneAsMany: ClaimRule {
  static let name = "none as many"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let subject = clause.subject.head
    let isNone =
      tree.children(of: subject, "det").contains { tree.lemma($0) == "no" }
      || ["nobody", "none"].contains(tree.lemma(subject))
    guard isNone,
      let rival = tree.subtree(clause.predicate).first(where: {
        ["obl", "nmod", "advcl"].contains(String(tree.base($0))) && tree.marker(of: $0) == "as"
      }),
      let best = clause.reading.target(rival)
    else { return nil }
    // "spends as much on chips": the amount is measured by what it is spent on.
    let named = clause.object.flatMap { tree.words[$0].upos == "ADJ" ? nil : $0 }
    let whole =
      named ?? clause.rest.first { $0.head != rival && $0.head > clause.predicate }?.head
    guard let whole, whole != rival else { return nil }
    let gone = Set(tree.subtree(rival))
    let measured = clause.reading.phrases.naming(whole).filter {
      !gone.contains($0) && !["as", "many", "much"].contains(tree.lemma($0))
    }
    var made = clause.claim(
      "is first in", from: clause.verbWords, to: Target(head: whole, name: tree.text(measured)),
      of: best, using: [rival])
    made.polarity = .positive
    return [made]
  }
}
