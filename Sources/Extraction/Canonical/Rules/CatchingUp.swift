import Claims
import Language

/// A rival that the clause before names: "is gaining on Viora but has not caught up" gives `closes gap with | Viora`.
struct CatchingUp {
  /// The draft of a clause that leaves its rival out, with the rival of an earlier one.
  func completed(_ draft: Draft, after earlier: [Draft], in reading: SentenceReading) -> Draft {
    let tree = reading.tree
    let i = draft.predicate
    if let gap = gapOf(draft, after: earlier, in: reading) { return gap }
    guard draft.object.isEmpty || draft.objectHead.map({ $0 == i + 1 }) ?? false else {
      return draft
    }
    let phrase = ([i] + tree.children[i].filter { $0 > i && $0 <= i + 2 }).map(tree.lemma).joined(
      separator: " ")
    guard let relation = reading.vocabulary.relationByPhrase["\(phrase) with"],
      reading.vocabulary.ranks(relation),
      let rival = earlier.last(where: {
        $0.subject == draft.subject && !$0.object.isEmpty && $0.predicate != i
          && reading.vocabulary.ranks($0.relation)
      })
    else { return draft }
    var out = draft
    out.relation = relation
    out.object = rival.object
    out.objectHead = rival.objectHead
    out.surface.object = rival.surface.object
    out.scope = draft.scope ?? rival.scope
    return out
  }

  /// "is gaining on Viora, but the gap has not closed": the gap between those two.
  private func gapOf(_ draft: Draft, after earlier: [Draft], in reading: SentenceReading) -> Draft?
  {
    let tree = reading.tree
    // "has not closed the gap", "the gap has not closed"
    let isObject = !draft.object.isEmpty
    guard let gap = isObject ? draft.objectHead : draft.subjectHead,
      reading.words["gap"].contains(tree.lemma(gap)),
      tree.children[gap].allSatisfy({ tree.base($0) == "det" }),
      let relation = reading.vocabulary.relationByPhrase[
        isObject
          ? "\(tree.lemma(draft.predicate)) \(tree.lemma(gap)) with"
          : "\(tree.lemma(gap)) \(tree.lemma(draft.predicate))"]
        ?? reading.vocabulary.relationByPhrase[
          "\(tree.lemma(gap)) be \(tree.words[draft.predicate].form.lowercased())"],
      let rivals = earlier.last(where: {
        !$0.object.isEmpty && (!isObject || $0.subject == draft.subject)
          && reading.vocabulary.ranks($0.relation)
      })
    else { return nil }
    // Whoever leads has it closed by the other.
    let isBehind = reading.vocabulary.relations[rivals.relation]?.pole != "lead"
    var out = draft
    out.relation = relation
    out.subject = isBehind ? rivals.subject : rivals.object
    out.object = isBehind ? rivals.object : rivals.subject
    out.subjectHead = isBehind ? rivals.subjectHead : rivals.objectHead
    out.objectHead = isBehind ? rivals.objectHead : rivals.subjectHead
    out.surface.subject = isBehind ? rivals.surface.subject : rivals.surface.object
    out.surface.object = isBehind ? rivals.surface.object : rivals.surface.subject
    out.scope = draft.scope ?? rivals.scope
    // "Chinese models … American ones": as in "the gap between Chinese and American models", it is the states'.
    let sides = [out.subject, out.object].map { parts(of: $0, in: reading) }
    if let first = sides[0], let second = sides[1], first.kind == second.kind {
      (out.subject, out.object) = (first.state, second.state)
      out.scope = out.scope ?? first.kind
    }
    return out
  }

  /// "Chinese models": whose and what.
  private func parts(of name: String, in reading: SentenceReading) -> (state: String, kind: String)?
  {
    let words = name.split(separator: " ").map(String.init)
    for length in [2, 1] where words.count > length {
      if let state = reading.naming.state(words[..<length].joined(separator: " ")) {
        return (state, words[length...].joined(separator: " "))
      }
    }
    return nil
  }
}
