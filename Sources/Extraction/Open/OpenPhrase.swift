import Language

/// The words of a phrase that go into a slot, in text order.
struct OpenPhrase {
  let tree: Tree

  init(_ tree: Tree) { self.tree = tree }

  /// A noun phrase as n-ary tuples give it: without its preposition, conjuncts, appositions and relative clauses.
  func noun(_ head: Int, without: Set<Int> = [], withConjuncts: Bool = false) -> [Int] {
    let isPredicate = tree.child(of: head, "cop", "nsubj") != nil
    return quoted(
      trimmed(
        tree.subtree(head) { child in
          if without.contains(child) || isSetOff(child) { return true }
          guard tree.words[child].head == head else { return false }
          let relation = String(tree.base(child))
          // A clause hangs on this noun as on a thing; what else is said of it stays there.
          if isPredicate,
            ["nsubj", "cop", "aux", "advcl", "csubj", "expl", "mark", "punct"]
              .contains(relation)
          {
            return true
          }
          return isMarker(child, of: head) || !withConjuncts && ["conj", "cc"].contains(relation)
        }))
  }

  /// The noun or adjective after a copula.
  func predicate(_ head: Int, without: Set<Int> = []) -> [Int] {
    // A further predicate has no copula, and its adverbs are its own: "rare and very old".
    let copula = tree.child(of: head, "cop") ?? 0
    return quoted(
      trimmed(
        tree.subtree(head) { child in
          if without.contains(child) || isSetOff(child) { return true }
          guard tree.words[child].head == head else { return false }
          switch String(tree.base(child)) {
          case "nsubj", "csubj", "cop", "aux", "mark", "advcl", "conj", "cc", "expl":
            return true
          case "advmod": return child < copula || isNegation(child)
          case "obl": return child < head
          default: return isMarker(child, of: head)
          }
        }))
  }

  /// A phrase or clause with its preposition or conjunction.
  func whole(_ head: Int) -> [Int] {
    quoted(trimmed(tree.subtree(head) { tree.base($0) == "parataxis" }))
  }

  /// A clause that somebody says, without "that" and without what only joins it.
  func said(_ head: Int, without: Set<Int>) -> [Int] {
    let that = tree.children(of: head, "mark").filter { tree.lemma($0) == "that" }
    return quoted(
      trimmed(
        tree.subtree(head) { child in
          without.contains(child) || that.contains(child) || isBeside(child, head)
            || tree.words[child].relation == "acl:relcl" || tree.base(child) == "parataxis"
            || tree.words[child].head == head && ["conj", "cc"].contains(tree.base(child))
        }))
  }

  /// "…, while imports doubled": another statement, and no condition of this one.
  private func isBeside(_ child: Int, _ head: Int) -> Bool {
    guard tree.words[child].head == head, tree.base(child) == "advcl" else { return false }
    guard let marker = tree.marker(of: child) else {
      return tree.children(of: child, "advmod").contains {
        OpenWords.place.contains(tree.lemma($0))
      }
    }
    return marker != "to" && tree.words[child].xpos != "VBG"
      && !OpenWords.condition.contains(marker)
  }

  /// A noun phrase as minimal facts give it: nothing in it could be a fact of its own but its prepositional phrases.
  func bare(_ head: Int, without: Set<Int> = []) -> [Int] {
    let copula = tree.child(of: head, "cop")
    let preposition = tree.child(of: head, "case")
    // "Neither the union nor the firm": of one of them nothing is said.
    let isNeither = isNeither(head)
    return quoted(
      trimmed(
        tree.subtree(head) { child in
          if without.contains(child) { return true }
          let relation = String(tree.base(child))
          if [
            "acl", "parataxis", "advcl", "nsubj", "csubj", "cop", "expl", "aux",
          ].contains(relation) {
            return true
          }
          if relation == "appos" || relation == "nmod" && tree.marker(of: child) != nil,
            isPartedOff(child)
          {
            return true
          }
          if relation == "advmod", OpenWords.connective.contains(tree.lemma(child)) { return true }
          // "wrote it himself" says of the subject that nobody else did.
          if relation == "nmod", tree.words[child].feats.contains("Reflex=Yes") { return true }
          guard tree.words[child].head == head else { return false }
          if relation == "conj" || relation == "cc" { return !isNeither }
          if isMarker(child, of: head) { return true }
          // "only in 1342"
          if let preposition, relation == "advmod", child < preposition { return true }
          guard let copula else { return false }
          return child < copula || ["ccomp", "punct"].contains(relation) || isNegation(child)
        }))
  }

  /// Words without the punctuation at their edges, but for brackets and quotes.
  func trimmed(_ indices: [Int]) -> [Int] {
    var kept = indices[...]
    while let last = kept.last, tree.words[last].upos == "PUNCT",
      !OpenWords.rightEdge.contains(tree.words[last].form)
    {
      kept.removeLast()
    }
    while let first = kept.first,
      tree.words[first].upos == "CCONJ" && tree.lemma(first) != "neither"
        || tree.words[first].upos == "PUNCT"
          && !OpenWords.leftEdge.contains(tree.words[first].form)
    {
      kept.removeFirst()
    }
    return Array(kept)
  }

  /// The words with both of their quotes or none: the parser hangs the two on different words.
  private func quoted(_ indices: [Int]) -> [Int] {
    guard let first = indices.first, let last = indices.last
    else { return indices }
    let opens = isQuote(first, OpenWords.openQuote)
    let closes = isQuote(last, OpenWords.closeQuote)
    let inner = indices.filter { $0 != first && $0 != last }
    let hasInner = inner.contains {
      isQuote($0, OpenWords.openQuote) || isQuote($0, OpenWords.closeQuote)
    }
    if hasInner || opens && closes { return indices }
    let before = first > 0 && isQuote(first - 1, OpenWords.openQuote) ? first - 1 : nil
    let after = closingQuote(after: last)
    let isWhole = last - first + 1 == indices.count
    switch (opens, closes) {
    case (true, false):
      return after.map { indices + Array(last + 1...$0) } ?? trimmed(Array(indices.dropFirst()))
    case (false, true):
      return before.map { [$0] + indices } ?? trimmed(Array(indices.dropLast()))
    default:
      guard isWhole, let before, let after else { return indices }
      return Array(before...after)
    }
  }

  private func isQuote(_ i: Int, _ forms: Set<String>) -> Bool {
    forms.contains(tree.words[i].form)
  }

  /// A closing quote right after a word, or after the comma that stands inside the quotes.
  private func closingQuote(after last: Int) -> Int? {
    for end in [last + 1, last + 2] where end < tree.words.count {
      if isQuote(end, OpenWords.closeQuote) { return end }
      if tree.words[end].upos != "PUNCT" { return nil }
    }
    return nil
  }

  private func isSetOff(_ child: Int) -> Bool {
    tree.words[child].relation == "acl:relcl"
      || ["appos", "parataxis"].contains(String(tree.base(child)))
  }

  /// Whether a comma, dash or bracket parts a phrase from the noun before it.
  private func isPartedOff(_ phrase: Int) -> Bool {
    let noun = tree.words[phrase].head
    guard noun >= 0, noun < phrase, let first = tree.subtree(phrase).first, noun < first else {
      return false
    }
    let joining = OpenWords.joining.union(OpenWords.openQuote).union(OpenWords.closeQuote)
    return (noun...first).contains {
      tree.words[$0].upos == "PUNCT" && !joining.contains(tree.words[$0].form)
    }
  }

  /// "neither Oslo nor Bergen"
  func isNeither(_ head: Int) -> Bool {
    tree.children(of: head, "cc:preconj").contains { tree.lemma($0) == "neither" }
  }

  private func isNegation(_ i: Int) -> Bool { OpenWords.negation.contains(tree.lemma(i)) }

  /// A preposition or conjunction before the head, which the relation takes or nobody.
  private func isMarker(_ child: Int, of head: Int) -> Bool {
    guard child < head else { return false }
    return tree.base(child) == "case" && !OpenWords.possessive.contains(tree.words[child].form)
      || tree.base(child) == "mark"
        && (tree.words[head].xpos == "VBG" || tree.child(of: head, "cop") != nil)
  }
}
