import Language

/// A passive without an agent: "the export was banned", "the lab was named a partner".
struct PassiveAlone: ClaimRule {
  static let name = "passive alone"

  func claims(in clause: Clause) -> [Draft]? {
    guard clause.reading.isMain(clause.predicate) else { return nil }
    let tree = clause.tree
    let words = clause.verbWords
    if let time = clause.times.first(where: {
      $0.preposition == "for" && $0.head > clause.predicate
    }) {
      return [
        clause.claim(
          "is \(clause.participle) for", from: words,
          to: Target(head: time.head, name: clause.reading.phrases.text(time.head)))
      ]
    }
    if let o = clause.proposition.object ?? clause.proposition.complement,
      ["obj", "xcomp"].contains(tree.base(o))
    {
      return [
        clause.claim(
          "is \(clause.participle)", from: words,
          to: Target(head: o, name: clause.reading.phrases.text(o)))
      ]
    }
    // "downloaded 100 million times"
    if let count = tree.children(of: clause.predicate, "obl").first(where: {
      $0 > clause.predicate && tree.words[$0].relation == "obl:unmarked"
        && tree.lemma($0) == "time" && tree.child(of: $0, "nummod") != nil
    }) {
      return [
        clause.claim(
          "is \(clause.participle)", from: words,
          to: Target(head: count, name: clause.reading.phrases.text(count)))
      ]
    }
    return [
      clause.claim(
        clause.known("be \(clause.base)") ?? "is \(clause.participle)", from: words, to: nil)
    ]
  }
}
