import Language

/// An adjective and its preposition: "is dependent on imports".
struct AdjectiveWithPreposition: ClaimRule {
  static let name = "adjective with preposition"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let i = clause.predicate
    guard ["ADJ", "ADV", "VERB"].contains(tree.words[i].upos) else { return nil }
    // "is on par with": a preposition before it says what kind of state it is.
    if tree.children(of: i, "case").contains(where: { $0 < i }), clause.reading.name(i) != nil {
      return nil
    }
    // "So is Poland" takes up a sentence.
    if ["so", "such"].contains(tree.lemma(i)) { return [] }
    if tree.lemma(i) == "worth", let sum = tree.child(of: i, "obj", "obl"),
      Quantities.isAmount(sum, in: tree), let target = clause.reading.target(sum)
    {
      return [clause.claim("is worth", from: clause.copulaWords, to: target)]
    }
    // "less powerful than" and "powerful" are worlds apart.
    let degree =
      tree.children(of: i, "advmod").first {
        ["more", "less", "as"].contains(tree.words[$0].form.lowercased())
      }.map { tree.words[$0].form.lowercased() + " " } ?? ""
    let after = clause.rest.filter { clause.follows($0) && !$0.preposition.isEmpty }
    // "is better at coding than Gemini": the rival says what is compared.
    // "The plant is nowhere near Oslo" says where it is, "Peru is nowhere near Chile" how far behind.
    let isPlace =
      tree.lemma(i) == "nowhere"
      && after.first.map { phrase in
        (tree.words[phrase.head].upos == "PROPN")
          != (tree.words[clause.subject.head].upos == "PROPN")
      } ?? false
    let rivals = after.filter { $0.preposition == "than" && tree.words[i].xpos == "JJR" }
    for target in rivals + after where !isPlace {
      let form = tree.words[i].form.lowercased()
      if let relation = clause.known("be \(degree)\(form) \(target.preposition)")
        ?? clause.known("be \(tree.lemma(i)) \(target.preposition)")
        ?? clause.known("be \(form) \(target.preposition)")
      {
        return clause.claims(relation, from: clause.copulaWords, to: target).map {
          var made = $0
          made.scope =
            made.scope
            ?? after.first { $0.isGerund && target.preposition == "than" }.map {
              clause.reading.phrases.text($0.head)
            }
          return made
        }
      }
    }
    if let target = after.first,
      target.preposition == "than" || !clause.reading.words["beside"].contains(target.preposition),
      let name = clause.reading.name(target)
    {
      return [
        clause.claim(
          "is \(degree)\(tree.words[i].form.lowercased()) \(target.preposition)",
          from: clause.copulaWords,
          to: Target(head: target.head, name: name))
      ]
    }
    let state = tree.text(clause.reading.phrases.naming(i, isolated: false))
    return [
      clause.claim(
        "is", from: clause.copulaWords, to: Target(head: i, name: state), using: after.map(\.head))
    ]
  }
}
