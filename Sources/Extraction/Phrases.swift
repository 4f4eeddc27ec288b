import Language

/// Noun phrases of a tree as an analyst would write them: the shortest words that still name the thing.
struct Phrases {
  let tree: Tree

  private static let articles: Set<String> = [
    "a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her", "such",
  ]

  private static let reflexives: Set<String> = ["itself", "himself", "herself", "themselves"]

  /// Positions of the words that name the thing at `head`.
  func naming(_ head: Int, isolated: Bool = true) -> [Int] {
    let predicate = tree.child(of: head, "cop") != nil
    let verbal = tree.words[head].upos == "VERB" && tree.child(of: head, "det") == nil
    let isNoneAtAll = deniesEvery(head)
    var kept = tree.subtree(head) { child in
      let relation = String(tree.base(child))
      let top = tree.words[child].head == head
      // "designed the chip itself"
      if top, child > head, Self.reflexives.contains(tree.words[child].form.lowercased()) {
        return true
      }
      switch relation {
      case "punct":
        // "“Ferries are unsafe,” said Olga": the clause is quoted, not its last word.
        if top, predicate, child < (tree.child(of: head, "cop") ?? head) { return true }
        return tree.words[child].form == "," && !between(child, head)
      case "acl":
        if tree.isMeasuring(child, .builtIn) { return true }
        // "adds nothing to what homes pay"
        if tree.words[child].relation == "acl:relcl",
          tree.words[tree.words[child].head].form.lowercased() == "what",
          tree.base(tree.words[child].head) == "obl"
        {
          return false
        }
        return tree.words[child].relation == "acl:relcl" ? !restricts(child, head) : isSetOff(child)
      case "nmod"
      where top && tree.words[child].relation == "nmod:poss" && tree.words[child].upos == "PRON":
        return true
      case "nmod", "obl":
        // "on Nvidia chips, not on Huawei's"
        if tree.children(of: child, "advmod").contains(where: { tree.lemma($0) == "not" }) {
          return true
        }
        if top, tree.words[child].relation == "nmod:front" { return true }
        // "has no fines in it"
        if top, child > head, ["it", "them"].contains(tree.words[child].form.lowercased()),
          tree.marker(of: child) == "in"
        {
          return true
        }
        // "turbines of their own"
        if top, tree.lemma(child) == "own", tree.marker(of: child) == "of" { return true }
        // "Oslo in particular"
        if tree.lemma(child) == "particular", tree.marker(of: child) == "in" { return true }
        // "Ireland's regulator, unlike Italy's,"
        if top, child > head, isSetOff(child), let mark = tree.marker(of: child),
          WordLists.builtIn["beside"].contains(mark) || mark == "like"
        {
          return true
        }
        // What stands before a copula's subject is no part of the state.
        if top, predicate, child < (tree.child(of: head, "cop") ?? head) { return true }
        if top, relation == "obl", predicate { return true }
        return isTimeBeside(child, head)
      // "training of the Swiss model Apertus"
      case "appos" where !top && isNameBeside(child): return false
      case "appos", "parataxis", "discourse", "vocative", "dislocated", "reparandum": return true
      case "advcl": return top && (predicate || !verbal)
      case "cc" where tree.neither(head) == child: return true
      case "conj", "cc":
        // "pleased, but they have some way to go" goes on with another clause.
        let other = relation == "cc" ? tree.words[child].head : child
        return top && isolated || tree.child(of: other, "nsubj", "nsubj:pass", "expl") != nil
      // "the regulator, unlike Italy's,", "Viora, late as usual,"
      case "amod" where top && child > head: return isSetOff(child)
      case "case", "mark": return top
      case "nsubj", "cop", "aux", "csubj", "expl": return top
      case "advmod" where tree.barely(head).contains(child): return true
      // "is no longer a customer"
      case "advmod" where ["long", "longer"].contains(tree.lemma(child)):
        return top && tree.children[child].contains { tree.lemma($0) == "no" }
      case "advmod":
        // "is back on sale": what stands before the preposition is no part of the name.
        if top, tree.children(of: head, "case").contains(where: { $0 > child && $0 < head }) {
          return true
        }
        // "30 per cent, up from 5"
        if child > head, ["up", "down"].contains(tree.lemma(child)),
          tree.children(of: child, "obl").contains(where: { tree.marker(of: $0) == "from" })
        {
          return true
        }
        // "Only ASML makes them"
        if top, child == head - 1, tree.words[head].upos == "PROPN", tree.lemma(child) == "only" {
          return true
        }
        // "analysts there"
        if top, child > head, !predicate, ["there", "here"].contains(tree.lemma(child)) {
          return true
        }
        return top
          && (predicate && tree.words[child].head == head
            && child < (tree.children[head].first { tree.base($0) == "cop" } ?? -1)
            || [
              "also", "still", "now", "already", "too", "even", "then", "not", "however", "either",
            ].contains(tree.lemma(child)))
      case "det":
        if top, isNoneAtAll, tree.singles(head).contains(child) { return true }
        // "barely a quarter", "almost an hour"
        if top, ["a", "an"].contains(tree.lemma(child)), child > 0,
          tree.words[child - 1].head == head && tree.base(child - 1) == "advmod"
            // "less than a tenth"
            || tree.words[child - 1].relation == "fixed"
              && tree.words[tree.words[child - 1].head].head == head
              && tree.base(tree.words[child - 1].head) == "advmod"
        {
          return false
        }
        return top && Self.articles.contains(tree.lemma(child))
          || top && ["no", "any"].contains(tree.lemma(child))
          || tree.lemma(child) == "no" && tree.isOfNone(head)
      case "nummod", "amod": return top && isNoneAtAll && tree.singles(head).contains(child)
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
    while kept.count > 1, let first = kept.first, first != head, tree.words[first].upos == "ADP",
      !isFirstPart(first)
    { kept.removeFirst() }
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
      ["NUM", "PUNCT", "ADP", "PART"].contains(tree.words[words[first - 1]].upos)
        || tree.words[words[first - 1]].upos == "PROPN"
          && !(tree.words[words[first - 1]].form.first?.isLowercase ?? false)
        || tree.words[words[first - 1]].form.first?.isUppercase ?? false
    { first -= 1 }
    // "open-source AI" is a kind, no name with a description.
    guard !words[..<first].contains(where: { tree.words[$0].form == "-" }),
      tree.words[words[first]].form != "AI"
    else { return words }
    guard first > 0, tree.words[words[first - 1]].upos == "NOUN",
      tree.words[words[first]].upos == "PROPN"
    else { return words }
    return Array(words[first...])
  }

  func text(_ head: Int) -> String { tree.text(naming(head)) }

  /// The same without some of the phrases below it.
  func text(_ head: Int, without others: [Int]) -> String {
    let gone = Set(others.flatMap { tree.subtree($0) })
    return tree.text(naming(head).filter { !gone.contains($0) })
  }

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
      !TimeExpression.isTime(head, in: tree)
    else { return false }
    // "rejected the cable that same January", but "rides a week"
    guard let mark = tree.marker(of: child) else {
      return tree.words[child].relation == "nmod:unmarked" && TimeExpression.isTime(child, in: tree)
        && !tree.isRate(child)
    }
    return mark != "of" && (mark != "from" || tree.isFromTo(child))
      && TimeExpression.isTime(child, in: tree)
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

  /// "not one wafer", "has not won a single customer": what is denied is the kind.
  private func deniesEvery(_ head: Int) -> Bool {
    if tree.isNotOne(head) { return true }
    let verb = tree.words[head].head
    return verb >= 0 && ["obj", "obl"].contains(tree.base(head))
      && tree.singles(head).contains { tree.lemma($0) == "single" }
      && Qualifiers.isNegated(verb, in: tree)
  }

  /// A name right behind its description, with nothing to set it off.
  private func isNameBeside(_ i: Int) -> Bool {
    let head = tree.words[i].head
    return tree.words[i].upos == "PROPN" && tree.words[head].upos == "NOUN"
      && tree.subtree(i).first == head + 1 && tree.words[head + 1].upos == "PROPN"
  }

  /// "on-board": the part before a hyphen is no preposition.
  private func isFirstPart(_ i: Int) -> Bool {
    guard i + 1 < tree.words.count else { return false }
    let next = tree.words[i + 1]
    // "at least eleven"
    return next.form == "-" && !next.spaceBefore
      || tree.lemma(i) == "up" && next.relation == "fixed"
      // "under 150 gigawatts"
      || tree.base(i) == "advmod" && next.upos == "NUM"
      || ["least", "most"].contains(next.form.lowercased())
  }

  private func isSetOff(_ i: Int) -> Bool {
    let first = tree.subtree(i).first { tree.words[$0].upos != "PUNCT" } ?? i
    return first > 0 && tree.words[first - 1].form == ","
  }
}
