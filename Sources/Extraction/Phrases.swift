import Language

/// Noun phrases of a tree as an analyst would write them: the shortest words that still name the thing.
struct Phrases {
  let tree: Tree

  private static let articles: Set<String> = [
    "a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her", "such",
    "another",
  ]

  /// Positions of the words that name the thing at `head`.
  func naming(_ head: Int, isolated: Bool = true) -> [Int] {
    let predicate = tree.child(of: head, "cop") != nil
    let verbal = tree.words[head].upos == "VERB" && tree.child(of: head, "det") == nil
    var kept = tree.subtree(head) { child in
      let relation = String(tree.base(child))
      let top = tree.words[child].head == head
      switch relation {
      case "punct":
        return tree.words[child].form == "," && !between(child, head)
      case "acl":
        return tree.words[child].relation == "acl:relcl" ? !restricts(child, head) : isSetOff(child)
      case "nmod"
      where top && tree.words[child].relation == "nmod:poss" && tree.words[child].upos == "PRON":
        return true
      case "nmod", "obl":
        // What stands before a copula's subject is no part of the state.
        if top, predicate, child < (tree.child(of: head, "cop") ?? head) { return true }
        if top, relation == "obl", predicate { return true }
        return isTimeBeside(child, head)
      case "appos", "parataxis", "discourse", "vocative", "dislocated", "reparandum": return true
      case "advcl": return top && (predicate || !verbal)
      case "conj", "cc": return top && isolated
      case "case", "mark": return top
      case "nsubj", "cop", "aux", "csubj", "expl": return top
      case "advmod":
        return top
          && (predicate && tree.words[child].head == head
            && child < (tree.children[head].first { tree.base($0) == "cop" } ?? -1)
            || [
              "also", "still", "now", "already", "too", "even", "then", "not", "however", "only",
              "just",
            ].contains(tree.lemma(child))
              && ["also", "still", "now", "already", "too", "even", "then", "not", "however"]
                .contains(tree.lemma(child)))
      case "det":
        return top && Self.articles.contains(tree.lemma(child))
          || top && ["no", "any"].contains(tree.lemma(child))
      default: return false
      }
    }
    while let first = kept.first,
      tree.words[first].upos == "PUNCT" && !opens(first, kept)
        || kept.count > 1 && first != head && Self.articles.contains(tree.lemma(first))
          && tree.base(first) == "det"
    { kept.removeFirst() }
    while let last = kept.last, kept.count > 1,
      [",", ".", ";", ":", "-", "—", "–", "!", "?"].contains(tree.words[last].form)
    { kept.removeLast() }
    while kept.count > 1, let first = kept.first, first != head, tree.words[first].upos == "ADP" {
      kept.removeFirst()
    }
    // What is written small is no name, whatever the parser takes it for.
    if tree.words[head].upos == "PROPN", tree.words[head].form.first?.isUppercase ?? false {
      kept = withoutDescription(kept)
    }
    // A bracket or quotation mark whose partner fell away is dropped.
    let marks = kept.filter { ["\"", "“", "”"].contains(tree.words[$0].form) }
    if marks.count == 1 { kept.removeAll { $0 == marks[0] } }
    let open = kept.filter { tree.words[$0].form == "(" }.count
    let close = kept.filter { tree.words[$0].form == ")" }.count
    if open != close { kept.removeAll { ["(", ")"].contains(tree.words[$0].form) } }
    return kept
  }

  /// "Lagos start-up Ubora Labs" names Ubora Labs: a description before a proper name falls away.
  private func withoutDescription(_ words: [Int]) -> [Int] {
    guard let last = words.lastIndex(where: { tree.words[$0].upos == "PROPN" }) else {
      return words
    }
    var first = last
    while first > 0,
      ["PROPN", "NUM", "PUNCT", "ADP", "PART"].contains(tree.words[words[first - 1]].upos)
        || tree.words[words[first - 1]].form.first?.isUppercase ?? false
    { first -= 1 }
    // "open-source AI" is a kind, no name with a description.
    guard !words[..<first].contains(where: { tree.words[$0].form == "-" }),
      tree.words[words[first]].form != "AI"
    else { return words }
    guard first > 0, tree.words[words[first - 1]].upos == "NOUN",
      tree.words[words[first]].upos == "PROPN",
      ["compound", "flat", "amod", "appos"].contains(String(tree.base(words[first - 1])))
        || words[first - 1] < last
    else { return words }
    return Array(words[first...])
  }

  func text(_ head: Int) -> String { tree.text(naming(head)) }

  private func opens(_ i: Int, _ kept: [Int]) -> Bool {
    ["\"", "“", "'", "‘", "("].contains(tree.words[i].form) && kept.count > 2
  }

  private func between(_ comma: Int, _ head: Int) -> Bool {
    // Commas inside a list of modifiers stay ("closed, proprietary systems").
    comma < head
      && tree.children[head].contains {
        $0 < comma && ["amod", "compound", "nummod"].contains(String(tree.base($0)))
      }
      || tree.words[comma].head != head && comma < head
  }

  /// A time beside a name dates the claim, so it is no part of the name: "the capacity added in 2024".
  private func isTimeBeside(_ child: Int, _ head: Int) -> Bool {
    guard tree.words[child].head == head, tree.base(child) == "nmod",
      !TimeExpression.isTime(head, in: tree), let mark = tree.marker(of: child)
    else { return false }
    return mark != "of" && TimeExpression.isTime(child, in: tree)
  }

  /// A short relative clause without a comma says which things are meant: "firms that submit early drafts".
  private func restricts(_ clause: Int, _ head: Int) -> Bool {
    guard tree.words[head].upos == "NOUN" else { return false }
    let words = tree.subtree(clause)
    guard let first = words.first, first > head, words.count <= 8,
      tree.words[first].upos != "PUNCT", words.last.map({ $0 - first + 1 == words.count }) ?? false
    else { return false }
    return tree.words[first - 1].upos != "PUNCT"
  }

  private func isSetOff(_ i: Int) -> Bool {
    let first = tree.subtree(i).first ?? i
    return first > 0 && tree.words[first - 1].form == ","
  }
}
