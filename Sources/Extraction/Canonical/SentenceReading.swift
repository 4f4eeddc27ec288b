import Claims
import Language

/// One sentence with all that rules need to name its things.
struct SentenceReading {
  let tree: Tree
  let vocabulary: Vocabulary
  let naming: EntityNaming
  let phrases: Phrases
  let reader: PropositionReader
  let words: WordLists
  /// Names a pronoun or short reference at a word, nil where it is not sure.
  let resolve: (Int) -> String?
  /// Whether the phrases of a question are read, so that "who" stands for itself.
  let keepsQuestionWords: Bool

  /// The name of a noun phrase; nil for a pronoun that can't be resolved.
  func name(_ head: Int) -> String? {
    if let resolved = resolve(head) { return resolved }
    if tree.lemma(head) == "one", ["NOUN", "PRON"].contains(tree.words[head].upos),
      let full = ones(head)
    {
      return naming.name(full)
    }
    // "has nothing like it": a pronoun that stands for any thing names what its modifiers say.
    if tree.words[head].upos == "PRON", words["any thing"].contains(tree.lemma(head)),
      tree.children(of: head, "amod", "acl", "nmod").contains(where: { $0 > head })
    {
      let named = phrases.text(head)
      guard tree.lemma(head) == "nothing" else { return named }
      return "anything" + named.dropFirst("nothing".count)
    }
    // "all of its models", "one of them": the phrase names what is counted.
    let counts = tree.children(of: head, "nmod").contains {
      $0 > head && tree.marker(of: $0) == "of" && tree.words[$0].upos != "PRON"
    }
    if !counts, tree.words[head].upos == "PRON" || tree.words[head].upos == "DET" {
      if tree.words[head].feats.contains("PronType=Int") || keepsQuestionWords {
        return tree.words[head].form
      }
      return nil
    }
    // "the drone maker Aeolian Systems": the name beside a description is the name.
    if tree.words[head].upos == "NOUN",
      let proper = tree.children(of: head, "appos", "flat").first(where: {
        tree.words[$0].upos == "PROPN" && tree.subtree($0).first == head + 1
      })
    {
      return naming.name(phrases.text(proper))
    }
    var text = phrases.text(head)
    // "its models", "their rivals": the owner is named where it is sure.
    if let owner = tree.child(of: head, "nmod:poss"), tree.words[owner].upos == "PRON",
      let named = resolve(owner), !keepsQuestionWords, tree.base(head) == "nsubj"
    {
      text = "\(named)'s \(text)"
    }
    return text.isEmpty ? nil : version(text, at: head) ?? naming.name(text)
  }

  /// "V3" in a sentence about DeepSeek is DeepSeek V3, where the vocabulary has it.
  private func version(_ text: String, at head: Int) -> String? {
    guard text.contains(where: \.isNumber), !text.contains(" ") else { return nil }
    for i in tree.words.indices where i != head && tree.words[i].upos == "PROPN" {
      if let whole = vocabulary.entityByAlias["\(tree.words[i].form) \(text)".lowercased()] {
        return whole
      }
    }
    return nil
  }

  func target(_ head: Int) -> Target? { name(head).map { Target(head: head, name: $0) } }

  /// What an oblique names; after a verb that adds nothing ("from accessing chips") the verb's object.
  func name(_ oblique: Oblique) -> String? {
    if oblique.isGerund, words["light gerund"].contains(tree.lemma(oblique.head)),
      let o = tree.child(of: oblique.head, "obj")
    {
      return naming.name(phrases.text(o))
    }
    return name(oblique.head)
  }

  /// The things an oblique names, one for each conjunct.
  func targets(_ oblique: Oblique) -> [Target] {
    var head = oblique.head
    if oblique.isGerund {
      guard words["light gerund"].contains(tree.lemma(head)), let o = tree.child(of: head, "obj")
      else { return target(head).map { [$0] } ?? [] }
      head = o
    }
    return reader.expanded(head).compactMap(target)
  }

  /// "Chinese ones" after "American text-to-video models" gives "Chinese text-to-video models".
  private func ones(_ head: Int) -> String? {
    let modifiers = tree.children(of: head, "amod", "compound").filter { $0 < head }
    guard !modifiers.isEmpty,
      let model = tree.words.indices.last(where: {
        $0 < head && tree.base($0) == "nsubj" && tree.words[$0].upos == "NOUN"
      })
    else { return nil }
    let rest = phrases.naming(model).drop {
      naming.state(tree.words[$0].form) != nil || tree.base($0) == "det"
    }
    return tree.text(modifiers) + " " + tree.text(Array(rest))
  }

  func split(_ obliques: [Oblique]) -> (times: [Oblique], rest: [Oblique]) {
    let isTime = { (o: Oblique) in
      !o.isGerund && TimeExpression.isTime(o.head, in: tree)
        && !TimeExpression.isMeasure(o, in: tree)
    }
    return (obliques.filter(isTime), obliques.filter { !isTime($0) })
  }

  /// Whether the predicate heads a main clause, what somebody says or a reason, not another clause beside one.
  func isMain(_ i: Int) -> Bool {
    var clause = i
    while tree.base(clause) == "conj", tree.words[clause].head >= 0 {
      clause = tree.words[clause].head
    }
    return ["root", "ccomp", "parataxis"].contains(String(tree.base(clause)))
      || ReasonClause.isReason(clause, in: tree, words)
  }
}
