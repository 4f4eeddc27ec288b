import Claims
import Language

/// By what measure or on what condition a claim holds, where the rules leave it out: "By value, Mexico exports more",
/// "leads by units shipped", "When idle, it draws 7 megawatts", "does not sell them permanently".
struct Opening {
  let clause: Clause
  private var tree: Tree { clause.tree }
  private var words: WordLists { clause.reading.words }

  init(of clause: Clause) { self.clause = clause }

  /// The claim with it in its scope.
  func held(_ draft: Draft) -> Draft {
    guard clause.control == nil, !clause.reading.keepsQuestionWords else { return draft }
    var out = draft
    for phrase in [opening(draft), basis(draft), manner(draft)] {
      guard let phrase, !isTold(phrase, in: out) else { continue }
      out.scope = [out.scope, phrase].compactMap(\.self).joined(separator: ", ")
    }
    return out
  }

  /// Whether a claim says it already, in whichever of its parts.
  private func isTold(_ phrase: String, in draft: Draft) -> Bool {
    let told = [draft.subject, draft.object, draft.scope ?? "", draft.time?.text ?? ""]
      .joined(separator: " ").lowercased()
    let last = phrase.split(separator: " ").last.map(String.init) ?? phrase
    return told.contains(last.lowercased())
  }

  /// What stands before the subject.
  private func opening(_ draft: Draft) -> String? {
    var verb = clause.predicate
    while tree.base(verb) == "xcomp", tree.words[verb].head >= 0 { verb = tree.words[verb].head }
    let subject = clause.subject.head
    guard let first = tree.subtree(subject).first else { return nil }
    for i in tree.children(of: verb, "obl", "advcl", "nmod") where i < first {
      let whole = tree.subtree(i)
      guard whole.allSatisfy({ $0 < first }),
        let start = whole.first(where: { tree.words[$0].upos != "PUNCT" }),
        start == 0 || tree.words[start - 1].upos == "PUNCT" || tree.words[start - 1].upos == "CCONJ"
      else { continue }
      let said = whole.filter { tree.words[$0].upos != "PUNCT" }
      if tree.base(i) == "advcl" {
        guard tree.child(of: i, "nsubj", "nsubj:pass", "csubj") == nil else { continue }
        guard tree.judgesBy(i, words) == nil else { continue }
        let isBasis =
          ["VBN", "VBG"].contains(tree.words[i].xpos) && words["basis verb"].contains(tree.lemma(i))
        let isState = tree.marker(of: i) == "when" && tree.words[i].upos == "ADJ"
        if isBasis || isState { return lowered(said) }
        continue
      }
      guard let mark = tree.marker(of: i), !TimeExpression.isTime(i, in: tree),
        !words["idle opening"].contains(tree.lemma(i)), isBasis(i, mark, draft)
      else { continue }
      return lowered(said)
    }
    return nil
  }

  private func isBasis(_ i: Int, _ mark: String, _ draft: Draft) -> Bool {
    switch mark {
    case "by", "per": tree.words[i].upos == "NOUN" && !words["count noun"].contains(tree.lemma(i))
    case "as": tree.lemma(i) == "share" || tree.lemma(i) == "proportion"
    case "from": tree.words[i].upos == "PROPN"
    case "before", "after":
      tree.words[i].upos == "NOUN"
        && Quantity(in: draft.object) != nil
    case "in", "on", "at": isComparison(draft)
    default: false
    }
  }

  /// "is ahead by units shipped", "outperforms it per watt"
  private func basis(_ draft: Draft) -> String? {
    guard isComparison(draft) else { return nil }
    return clause.rest.first {
      ["by", "per"].contains($0.preposition) && $0.head > clause.predicate
        && tree.words[$0.head].upos == "NOUN" && !Quantities.isAmount($0.head, in: tree)
        && !words["measure"].contains(tree.lemma($0.head))
        && !words["distance"].contains(tree.lemma($0.head))
        && tree.child(of: $0.head, "nummod") == nil && !TimeExpression.isUnit($0.head, in: tree)
        && !tree.children(of: $0.head, "det").contains { ["a", "an"].contains(tree.lemma($0)) }
    }.map { "\($0.preposition) \(clause.reading.phrases.text($0.head))" }
  }

  /// "is not sold permanently": sold it may be.
  private func manner(_ draft: Draft) -> String? {
    guard draft.polarity == .negative else { return nil }
    return tree.children(of: clause.predicate, "advmod").first {
      $0 > clause.predicate && words["partly denied"].contains(tree.lemma($0))
    }.map { tree.words[$0].form.lowercased() }
  }

  private func isComparison(_ draft: Draft) -> Bool {
    draft.relation == "exceeds" || draft.relation.hasSuffix(" than")
      || draft.relation.hasPrefix("is most ") || draft.relation.hasPrefix("is first")
      || draft.relation.split(separator: " ").prefix(2).last?.hasSuffix("est") ?? false
      || clause.vocabulary.ranks(draft.relation)
  }

  private func lowered(_ said: [Int]) -> String {
    let text = tree.text(said)
    return tree.words[said[0]].upos == "PROPN"
      ? text : text.prefix(1).lowercased() + text.dropFirst()
  }
}
