import Language

/// A distance from a rival beside any verb: "prints its chips two nodes behind Viora" gives `lags behind | Viora`.
///
/// "launched two weeks ahead of Viora" was only earlier.
struct BehindBy: ClaimRule {
  static let name = "behind by"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let i = clause.predicate
    guard
      let (rival, place) = tree.subtree(i).lazy.compactMap({ k -> (Int, String)? in
        guard k > i, tree.words[k].upos == "PROPN", tree.child(of: k, "cop") == nil,
          let mark = tree.marker(of: k)
        else {
          return nil
        }
        let above = tree.words[k].head
        // "two nodes behind Viora": the rival may hang on the distance.
        let isTied = above == i || tree.words[above].head == i && tree.base(above) == "obl"
        if ["behind", "ahead of"].contains(mark), isTied { return (k, mark) }
        guard mark == "of", tree.lemma(above) == "ahead", tree.words[above].head == i else {
          return nil
        }
        return (k, "ahead of")
      }).first,
      let first = tree.subtree(rival).first,
      let distance = (i + 1..<rival).first(where: { k in
        tree.words[k].upos == "NOUN"
          && (["obl:unmarked", "nmod:unmarked", "obl:npmod", "nmod:npmod"].contains(
            tree.words[k].relation))
          && tree.marker(of: k) == nil && tree.child(of: k, "nummod", "det") != nil
          && (tree.words[k].head == i || tree.words[k].head == rival
            || tree.lemma(tree.words[k].head) == "ahead")
          && k + 1 >= first - 1
      }), isPlace(distance, clause), let relation = clause.known("be \(place)"),
      let target = clause.reading.target(rival)
    else { return nil }
    let above = tree.words[rival].head
    let field =
      clause.object.map { clause.reading.phrases.text($0, without: [distance]) }
      ?? (tree.children(of: above, "obl") + tree.children(of: i, "obl")).first {
        $0 > rival && tree.marker(of: $0) == "in"
      }.map { clause.reading.phrases.text($0) }
    let length = clause.reading.phrases.text(distance, without: [rival])
    var made = clause.claim(
      relation, from: clause.verbWords, to: Target(head: rival, name: target.name),
      using: [rival, distance] + clause.times.map(\.head).filter { $0 == distance })
    if clause.times.contains(where: { $0.head == distance }), clause.times.count == 1 {
      made.time = nil
    }
    made.scope = [field, "by \(length)"].compactMap(\.self).joined(separator: ", ")
    return [made]
  }

  private func isPlace(_ distance: Int, _ clause: Clause) -> Bool {
    let tree = clause.tree
    return clause.reading.words["rank distance"].contains(tree.lemma(distance))
      || clause.reading.words["distance"].contains(tree.lemma(distance))
        && ["VBZ", "VBP"].contains(tree.words[clause.predicate].xpos)
  }
}
