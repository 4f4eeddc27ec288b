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

  /// The same sentence, with a clause that helps to name a thing left out of the thing's name.
  ///
  /// In "models that Google licenses" Google licenses models.
  func leavingOut(_ clause: Int) -> SentenceReading {
    var cut = tree
    cut.words[clause].relation = "discourse"
    return SentenceReading(
      tree: cut, vocabulary: vocabulary, naming: naming, phrases: Phrases(tree: cut),
      reader: PropositionReader(tree: cut), words: words, resolve: resolve,
      keepsQuestionWords: keepsQuestionWords)
  }

  /// The name of a noun phrase; nil for a pronoun that can't be resolved.
  func name(_ head: Int) -> String? {
    if let resolved = resolve(head) { return resolved }
    if let owner = ownerByClause(head) { return name(owner) }
    if let together = tree.together(head) {
      return tree.text(
        tree.subtree(head) { $0 == together || tree.base($0) == "punct" && $0 > together })
    }
    // "hires more from Viora than it loses to there"
    if tree.words[head].upos == "ADV", ["there", "here"].contains(tree.lemma(head)),
      !keepsQuestionWords
    {
      return nil
    }
    if tree.lemma(head) == "one", ["NOUN", "PRON"].contains(tree.words[head].upos),
      let full = ones(head)
    {
      return naming.name(full)
    }
    // "carried one out": one of what, the text leaves open.
    if tree.lemma(head) == "one", tree.words[head].upos == "PRON", tree.children[head].isEmpty,
      !keepsQuestionWords
    {
      return nil
    }
    if ["nothing", "anything"].contains(tree.lemma(head)), tree.base(head) == "obj",
      tree.children[head].isEmpty, !keepsQuestionWords,
      tree.lemma(tree.words[head].head) != "do"
    {
      return "anything"
    }
    if ["nobody", "anybody", "anyone"].contains(tree.lemma(head)), tree.base(head) == "obj",
      tree.children[head].isEmpty, !keepsQuestionWords
    {
      return "anybody"
    }
    if ["that", "those"].contains(tree.words[head].form.lowercased()), let full = thoseOf(head) {
      return naming.name(full)
    }
    if let full = genitive(head) ?? counterpart(head) { return naming.name(full) }
    // "has nothing like it": a pronoun that stands for any thing names what its modifiers say.
    if tree.words[head].upos == "PRON", words["any thing"].contains(tree.lemma(head)),
      tree.children(of: head, "amod", "acl", "nmod").contains(where: { $0 > head })
    {
      let named = phrases.text(head)
      guard tree.lemma(head) == "nothing" else { return named }
      return "anything" + named.dropFirst("nothing".count)
    }
    if let full = none(head) { return naming.name(full) }
    // "lowered what families pay for power"
    if tree.lemma(head) == "what", tree.base(head) == "obj", !keepsQuestionWords,
      let clause = tree.child(of: head, "acl"), words["price verb"].contains(tree.lemma(clause)),
      tree.child(of: clause, "nsubj") != nil
    {
      return tree.text(tree.subtree(head).filter { tree.words[$0].upos != "PUNCT" })
    }
    // "none of the suppliers": the denial is the clause's, the suppliers are whom it is about.
    if ["none", "neither"].contains(tree.lemma(head)),
      let whole = tree.children(of: head, "nmod").first(where: { $0 > head })
    {
      return name(whole)
    }
    if words["everyone"].contains(tree.lemma(head)), !keepsQuestionWords {
      return phrases.text(head).lowercasedFirst
    }
    // "half of whom": of whom, the clause above says.
    if tree.children(of: head, "nmod").contains(where: {
      ["whom", "which"].contains(tree.words[$0].form.lowercased())
    }), !keepsQuestionWords {
      return nil
    }
    // "all of its models", "one of them": the phrase names what is counted.
    let counts = tree.children(of: head, "nmod").contains {
      $0 > head && tree.marker(of: $0) == "of" && tree.words[$0].upos != "PRON"
    }
    if let whole = countOfThem(head) { return whole }
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
          && tree.words[head + 1].upos != "PUNCT" && tree.words[$0].form != "AI"
      })
    {
      // "its compatriot SK Hynix": each part of the name may hang on the description.
      let further = tree.children(of: head, "flat").filter { $0 > proper }
      guard further.isEmpty else { return naming.name(tree.text([proper] + further)) }
      // "Japan's chip hope Rapidus": a further word of the description may be tied to the name.
      let named = phrases.naming(proper)
      let start = named.firstIndex { !tree.words[$0].form.allSatisfy(\.isLowercase) } ?? 0
      return naming.name(tree.text(Array(named[start...])))
    }
    // "The agency's chief, Anna Berg, resigned": the name is who it was.
    if let named = setOffName(head) { return name(named) }
    // "the Dutch left it alone": a people without a noun is its state.
    if tree.children[head].allSatisfy({ ["det", "case", "punct"].contains(tree.base($0)) }),
      tree.children(of: head, "det").contains(where: { tree.lemma($0) == "the" }),
      let nation = vocabulary.entityByDemonym[tree.words[head].form.lowercased()]
    {
      return nation
    }
    var text = phrases.text(head)
    // "its models", "their rivals": the owner is named where it is sure.
    if let owner = tree.child(of: head, "nmod:poss"), tree.words[owner].upos == "PRON",
      let named = resolve(owner) ?? ownerByClause(owner).flatMap(name), !keepsQuestionWords,
      tree.base(head) == "nsubj" || undergone(head) || tree.lemma(owner) == "whose"
    {
      text = "\(named.possessive) \(text)"
    }
    if text.isEmpty { return nil }
    // "a seat on its board": the board of whom.
    if !keepsQuestionWords, ["obj", "obl"].contains(String(tree.base(head))),
      let inner = tree.subtree(head).first(where: {
        tree.words[$0].relation == "nmod:poss" && tree.words[$0].head != head
          && ["its", "their"].contains(tree.words[$0].form.lowercased())
      }), let named = resolve(inner), named.first?.isUppercase ?? false,
      // Whoever this sentence speaks of is known without.
      !tree.text(Array(tree.words.indices)).contains(named),
      case let pronoun = " \(tree.words[inner].form) ", text.ranges(of: pronoun).count == 1
    {
      text = text.replacing(pronoun, with: " \(named.possessive) ")
    }
    // "Of those who applied, 27% got one"
    if let whole = tree.children[head].first(where: { tree.words[$0].relation == "nmod:front" }) {
      let told = tree.subtree(whole).filter {
        tree.base($0) != "punct" && !(tree.words[$0].head == whole && tree.base($0) == "case")
      }
      text += " of \(tree.text(told))"
    }
    // "the commission": one of many that are called so, if it isn't written as the name of one.
    if !keepsQuestionWords, tree.words[head].upos == "NOUN", text == tree.lemma(head),
      words["chamber"].contains(text)
    {
      return text
    }
    return version(text, at: head) ?? naming.name(text, asPlace: isPlace(head))
  }

  /// "Viora, whose largest site is in Oslo": the noun that the clause hangs on.
  private func ownerByClause(_ pronoun: Int) -> Int? {
    guard tree.words[pronoun].form.lowercased() == "whose", !keepsQuestionWords else { return nil }
    var clause = pronoun
    while clause >= 0, tree.words[clause].relation != "acl:relcl" {
      clause = tree.words[clause].head
    }
    guard clause >= 0 else { return nil }
    return tree.nameBefore(clause) ?? tree.words[clause].head
  }

  /// The name set off behind a description of one thing or person: "the agency's chief, Anna Berg,", "its newest
  /// model, Nova 2".
  func setOffName(_ head: Int) -> Int? {
    guard tree.words[head].upos == "NOUN", tree.words[head].xpos == "NN",
      tree.children(of: head, "conj").isEmpty,
      tree.children(of: head, "det").contains(where: {
        ["the", "a", "an"].contains(tree.lemma($0))
      })
        || tree.child(of: head, "nmod:poss") != nil
    else { return nil }
    return tree.children(of: head, "appos").first { name in
      let first = tree.subtree(name).first { tree.words[$0].upos != "PUNCT" } ?? name
      return name > head && first > head && tree.words[first - 1].form == ","
        && tree.words[name].upos == "PROPN" && tree.children(of: name, "conj").isEmpty
        && !TimeExpression.isTime(name, in: tree)
    }
  }

  /// "saw its yields fall": the yields are what is spoken of.
  private func undergone(_ head: Int) -> Bool {
    let verb = tree.words[head].head
    return tree.base(head) == "obj" && words["undergo"].contains(tree.lemma(verb))
      && tree.child(of: verb, "xcomp") != nil
  }

  /// Whether a phrase says where something is: "in Tokyo" is the city, not its government.
  private func isPlace(_ head: Int) -> Bool {
    var phrase = head
    while tree.base(phrase) == "conj", tree.words[phrase].head >= 0 {
      phrase = tree.words[phrase].head
    }
    let isSeat = tree.child(of: phrase, "cop") != nil
    return (["obl", "nmod"].contains(String(tree.base(phrase))) || isSeat)
      && words["place preposition"].contains(tree.marker(of: phrase) ?? "") || isTown(head)
  }

  /// "London matches San Francisco", "no city drew more money than Paris": a capital among towns is one.
  private func isTown(_ head: Int) -> Bool {
    guard tree.words[head].upos == "PROPN",
      vocabulary.entityByMetonym[phrases.text(head).lowercased()] != nil
    else { return false }
    var verb = head
    while tree.words[verb].head >= 0, !tree.isPredicate(verb) || verb == head {
      verb = tree.words[verb].head
    }
    // "pays twice what London does"
    let what = tree.words[verb].head
    let isMultiple =
      tree.base(verb) == "acl" && what >= 0 && tree.words[what].form.lowercased() == "what"
      && tree.words[what].head >= 0
    if isMultiple { verb = tree.words[what].head }
    // "Of all the cities Beijing has the most"
    if tree.subtree(verb).contains(where: {
      $0 != head && words["town noun"].contains(tree.lemma($0))
        && ["of", "among"].contains(tree.marker(of: $0) ?? "")
    }) {
      return true
    }
    let isCompared =
      isMultiple || ["than", "as"].contains(tree.marker(of: head) ?? "")
      || vocabulary.relationByPhrase[tree.lemma(verb)].map {
        vocabulary.relations[$0]?.frame == "leadership"
      } ?? false
      || tree.subtree(verb).contains { ["than", "as"].contains(tree.marker(of: $0) ?? "") }
    guard isCompared else { return false }
    return tree.subtree(verb).contains { other in
      guard other != head, ["nsubj", "obj", "obl", "nmod"].contains(tree.base(other)) else {
        return false
      }
      let isBeside =
        ["nsubj", "obj"].contains(tree.base(other)) && tree.words[other].head == verb
        || ["than", "as"].contains(tree.marker(of: other) ?? "") || tree.base(other) == "nsubj"
      return isBeside
        && (words["town noun"].contains(tree.lemma(other))
          || vocabulary.entityByAlias[phrases.text(other).lowercased()].map {
            vocabulary.entities[$0]?.kind == "place"
          } ?? false)
    }
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

  /// "38 of them", said of sixty-one plants, gives "38 plants", "most of them" gives "most of plants", "half of it" gives
  /// "half of Viora's revenue".
  private func countOfThem(_ head: Int) -> String? {
    guard !keepsQuestionWords, let them = tree.children(of: head, "nmod").first,
      them == head + 2, ["them", "it"].contains(tree.words[them].form.lowercased()),
      tree.marker(of: them) == "of", tree.children(of: head, "nmod").count == 1,
      let named = resolve(them)
    else { return nil }
    let count = phrases.text(head, without: [them])
    guard tree.words[head].upos == "NUM", tree.lemma(them) != "it" else {
      return "\(count) of \(named)"
    }
    let kind = Quantity(in: named)?.rest.joined(separator: " ") ?? named
    return kind.isEmpty ? nil : "\(count) \(kind)"
  }

  /// "Viora sold none to Orbit" after "sold 400 drones" gives "drones to Orbit".
  private func none(_ head: Int) -> String? {
    guard tree.lemma(head) == "none", tree.base(head) == "obj", !keepsQuestionWords,
      tree.children[head].allSatisfy({ tree.base($0) == "nmod" && tree.marker(of: $0) != "of" }),
      let noun = tree.words.indices.last(where: {
        $0 < head && tree.base($0) == "obj" && ["NN", "NNS"].contains(tree.words[$0].xpos)
          && tree.lemma($0) != "none" && !Quantities.isAmount($0, in: tree)
          && !TimeExpression.isTime($0, in: tree)
      })
    else { return nil }
    let kind = phrases.naming(noun).filter {
      tree.words[$0].upos != "NUM" && tree.words[$0].xpos != "JJR"
    }
    return tree.text(kind + tree.subtree(head).filter { $0 > head })
  }

  /// "Chinese ones" after "American text-to-video models" gives "Chinese text-to-video models".
  private func ones(_ head: Int) -> String? {
    let modifiers = tree.children(of: head, "amod", "compound").filter { $0 < head }
    let isMany = tree.words[head].form.lowercased() == "ones"
    let nouns = tree.words.indices.filter {
      $0 < head && tree.words[$0].upos == "NOUN" && (tree.words[$0].xpos == "NNS") == isMany
        && ["nsubj", "nsubj:pass", "obj", "nmod", "obl"].contains(tree.words[$0].relation)
    }
    // "French firms lead in large ones" after "small models": a size is no origin.
    let isFrom = modifiers.contains { naming.state(tree.words[$0].form) != nil }
    let alike = nouns.filter { noun in
      let own = tree.children(of: noun, "amod", "compound")
      return !own.isEmpty && own.contains { naming.state(tree.words[$0].form) != nil } == isFrom
    }
    guard !modifiers.isEmpty,
      let model = [alike, nouns].lazy.compactMap({ found in
        found.last(where: { tree.base($0) == "nsubj" }) ?? found.last
      }).first
    else { return nil }
    let owned = tree.child(of: model, "nmod:poss").map { Set(tree.subtree($0)) } ?? []
    // "closed ones" after "open models" are closed models, "Chinese ones" after "American small models" small ones.
    let isOrigin = modifiers.contains { naming.state(tree.words[$0].form) != nil }
    // "Open-weight" describes as "open" does.
    let described =
      tree.children(of: model, "amod")
      + tree.children(of: model, "compound").filter { tree.child(of: $0, "amod") != nil }
    let own = isOrigin ? [] : Set(described.flatMap { tree.subtree($0) })
    // "the best American one" after "the best Chinese model"
    let said = Set(modifiers.map(tree.lemma))
    let rest = phrases.naming(model).filter {
      !owned.contains($0) && !own.contains($0) && !said.contains(tree.lemma($0))
        && naming.state(tree.words[$0].form) == nil && tree.base($0) != "det"
    }
    return tree.text(modifiers) + " " + tree.text(rest)
  }

  /// "those from Madrid" after "papers from Oslo" gives "papers from Madrid".
  private func thoseOf(_ head: Int) -> String? {
    guard ["PRON", "DET"].contains(tree.words[head].upos),
      let own = tree.children(of: head, "nmod").first(where: { $0 > head }),
      let mark = tree.marker(of: own),
      let model = modelOf(head)
    else { return nil }
    // Whose the noun is gives way to what is said of the pronoun: "Israel's exports of drones … those of Turkey".
    let owners = tree.children[model].filter {
      tree.words[$0].relation == "nmod:poss" || naming.state(tree.words[$0].form) != nil
    }
    let isOwned = mark == "of" && !owners.isEmpty
    // "Yields at the Oslo plant … those in Bergen": both say where.
    let places = words["place preposition"]
    let like = tree.children[model].filter { child in
      tree.base(child) == "acl"
        || tree.base(child) == "nmod" && !isOwned
          && tree.marker(of: child).map {
            $0 == mark || places.contains($0) && places.contains(mark)
          }
            ?? false
    }
    let gone = Set((owners + like).flatMap { tree.subtree($0) })
    let named = tree.words[own].upos == "PRON" ? name(own) : phrases.text(own)
    guard let named else { return nil }
    let kept = tree.text(phrases.naming(model).filter { !gone.contains($0) })
    return isOwned ? "\(named.possessive) \(kept)" : "\(kept) \(mark) \(named)"
  }

  /// "is higher than Italy's" after "Canada's output of papers" gives "Italy's output of papers".
  private func genitive(_ head: Int) -> String? {
    guard tree.words[head].relation != "nmod:poss",
      tree.children(of: head, "case").contains(where: { $0 > head && tree.words[$0].xpos == "POS" }
      ),
      let model = tree.words.indices.first(where: {
        $0 < head && tree.base($0) == "nsubj"
          && (tree.words[$0].upos == "NOUN"
            // "the US Navy is ahead of China's"
            || tree.children(of: $0, "compound", "amod").contains {
              naming.state(tree.words[$0].form) != nil
            })
      })
    else { return nil }
    let owners = tree.children[model].filter {
      tree.words[$0].relation == "nmod:poss" || naming.state(tree.words[$0].form) != nil
    }
    // "the models of American labs … China's": without another owner it is the one that "of" names.
    let replaced =
      owners.isEmpty
      ? tree.children(of: model, "nmod").filter { tree.marker(of: $0) == "of" } : owners
    let gone = Set(replaced.flatMap { tree.subtree($0) })
    let owner = tree.text(
      phrases.naming(head).filter { tree.words[$0].xpos != "POS" })
    return "\(owner.possessive) \(tree.text(phrases.naming(model).filter { !gone.contains($0) }))"
  }

  /// "their Chinese counterparts" of American data centres are Chinese data centres.
  private func counterpart(_ head: Int) -> String? {
    guard ["counterpart", "peer", "equivalent", "cousin"].contains(tree.lemma(head)),
      let pronoun = tree.child(of: head, "nmod:poss"), tree.words[pronoun].upos == "PRON",
      let origin = tree.children(of: head, "amod").first(where: {
        naming.state(tree.words[$0].form) != nil
      }),
      let model = tree.words.indices.first(where: {
        $0 < head && tree.base($0) == "nsubj" && tree.words[$0].upos == "NOUN"
          && tree.words[$0].xpos == tree.words[head].xpos
      })
    else { return nil }
    let kind = phrases.naming(model).filter {
      naming.state(tree.words[$0].form) == nil && tree.base($0) != "det"
    }
    return tree.text([origin]) + " " + tree.text(kind)
  }

  /// The noun that "that" or "those" stands for: what is compared, else the one before it.
  private func modelOf(_ pronoun: Int) -> Int? {
    let isMany = tree.words[pronoun].form.lowercased() == "those"
    let fitting = tree.words.indices.filter {
      $0 < pronoun && ["nsubj", "nsubj:pass", "obj"].contains(tree.words[$0].relation)
        && tree.words[$0].upos == "NOUN" && (tree.words[$0].xpos == "NNS") == isMany
    }
    let isRival = ["than", "as"].contains(tree.marker(of: pronoun) ?? "")
    return isRival ? fitting.first { tree.base($0) == "nsubj" } ?? fitting.last : fitting.last
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
    while tree.words[clause].head >= 0,
      tree.base(clause) == "conj"
        || tree.base(clause) == "xcomp" && reader.isTransparent(tree.words[clause].head)
    {
      clause = tree.words[clause].head
    }
    // "The result: prices have doubled."
    // "…, although the gap has not closed" is no less said.
    return ["root", "ccomp", "parataxis", "appos"].contains(String(tree.base(clause)))
      || tree.base(clause) == "advcl"
        && ["although", "though", "even though"].contains(tree.marker(of: clause) ?? "")
      || ReasonClause.isReason(clause, in: tree, words)
  }
}
