import Claims
import Language

/// Every predicate of a sentence as a proposition: the frame is ClausIE's clause types (Del Corro & Gemulla 2013).
struct PropositionReader {
  let tree: Tree
  var words = WordLists.builtIn

  /// Prepositions whose gerund is a complement of the verb rather than a clause beside it.
  private static let complementMarks: Set<String> = [
    "from", "to", "of", "in", "on", "for", "at", "into", "against", "about", "toward", "towards",
  ]

  func propositions() -> [Proposition] {
    tree.words.indices.flatMap { i -> [Proposition] in
      guard tree.isPredicate(i), isClause(i) else { return [] }
      return clause(i)
    }
  }

  private func isClause(_ i: Int) -> Bool {
    // "goods worth $2 billion" only helps to name the goods.
    if tree.words[i].upos == "ADJ", ["acl", "amod"].contains(tree.base(i)),
      tree.child(of: i, "cop") == nil
    {
      return false
    }
    // "sells to approved customers": no infinitive looks like that.
    if tree.marker(of: i) == "to", ["VBN", "VBD"].contains(tree.words[i].xpos),
      tree.child(of: i, "aux", "aux:pass", "nsubj") == nil
    {
      return false
    }
    return switch String(tree.base(i)) {
    case "root", "ccomp", "advcl", "acl", "parataxis", "csubj", "conj", "xcomp": true
    default:
      (tree.words[i].upos == "VERB" || tree.base(i) == "appos" && tree.child(of: i, "cop") != nil)
        && tree.child(of: i, "nsubj") != nil
    }
  }

  /// "France does not", "so do European ones": the verb before it, said of another.
  private func elided(_ i: Int) -> [Proposition]? {
    let whole = tree.words[i].head
    guard ["conj", "parataxis"].contains(String(tree.base(i))), whole >= 0, tree.isPredicate(whole),
      words["stand-in"].contains(tree.lemma(i)),
      tree.child(of: i, "xcomp", "ccomp", "cop", "obl", "aux") == nil
    else { return nil }
    let echo = tree.children(of: i, "advmod", "cc").map { tree.lemma($0) }
    // "neither has Portugal" puts the subject last.
    let isInverted = echo.contains { ["so", "neither", "nor"].contains($0) }
    // "does not help it and never has"
    if tree.child(of: i, "nsubj", "nsubj:pass", "csubj", "obj", "advcl") == nil,
      tree.lemma(i) != "need"
    {
      return []
    }
    guard
      let subject = tree.child(of: i, "nsubj", "nsubj:pass")
        ?? (isInverted ? tree.child(of: i, "obj") : nil),
      tree.child(of: i, "obj") == nil || tree.child(of: i, "obj") == subject
    else { return nil }
    // "works if allies play along, and the Dutch don't": which of the two they don't is open.
    if tree.children(of: whole, "advcl").contains(where: {
      $0 > whole && $0 < i && tree.child(of: $0, "nsubj", "nsubj:pass") != nil
    }) {
      return []
    }
    let said = clause(whole)
    guard let first = said.first else { return nil }
    return said.filter { $0.subject == first.subject }.flatMap { p in
      expanded(subject).map {
        var other = p
        other.subject = $0
        if echo.contains("neither") || echo.contains("nor") || Qualifiers.isNegated(i, in: tree) {
          other.polarity = .negative
          // "brokers must not" would forbid it, "brokers need not" only frees them of it.
          other.isDuty = p.isDuty && tree.lemma(i) != "must" || tree.lemma(i) == "need"
        } else if !echo.contains("so"), !echo.contains("too") {
          other.polarity = .positive
        }
        return other
      }
    }
  }

  /// "saw its yields fall": what it saw happened, and that is what is said.
  private func undergoes(_ i: Int, _ inner: Int) -> Bool {
    words["undergo"].contains(tree.lemma(i)) && tree.child(of: i, "obj") != nil
      && !tree.isPassive(i) && !Qualifiers.isNegated(i, in: tree)
      && ["VB", "VBN"].contains(tree.words[inner].xpos)
      && tree.marker(of: inner) == nil
  }

  /// "turns up at the port to repair cranes", "teams up with Orbit to build one": with a phrase of its own in
  /// between, the outer verb is a deed and the infinitive its purpose.
  private func actsBefore(_ i: Int, _ inner: Int) -> Bool {
    !isTransparent(i) && tree.marker(of: inner) == "to" && !tree.isPassive(i)
      && tree.child(of: i, "compound:prt") != nil
      && obliques(of: i).contains {
        $0.head > i && $0.head < inner && !$0.preposition.isEmpty && !$0.isGerund
          && !TimeExpression.isTime($0.head, in: tree)
      }
  }

  private func clause(_ i: Int) -> [Proposition] {
    if let same = elided(i) { return same }
    // "Denied American tools, the firm bought at home": it was denied them, and denied none.
    if tree.base(i) == "advcl", tree.words[i].xpos == "VBN", tree.words[i].head > i,
      tree.child(of: i, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark") == nil,
      tree.child(of: i, "obj") != nil
    {
      return []
    }
    if let inner = tree.child(of: i, "xcomp"), undergoes(i, inner) { return [] }
    if let inner = tree.doesNothing(i), tree.words[inner].upos == "VERB" { return [] }
    // "gave an undertaking to delete the recordings": the noun only says how it is meant.
    if let o = tree.child(of: i, "obj"), tree.heldClause(o, words) != nil,
      words["noun holder"].contains(tree.lemma(i))
        || tree.child(of: o, "nmod:poss") == nil
          && !words["noun maker"].contains(tree.lemma(i))
    {
      return []
    }
    // "continues to lead", "plans to ban": the inner verb says it, the outer one qualifies it.
    if let inner = tree.child(of: i, "xcomp") ?? tree.goneOnTo(i), tree.words[inner].upos == "VERB",
      tree.words[inner].xpos == "VB" || tree.words[inner].xpos == "VBG"
        || tree.words[inner].xpos == "VBN" && tree.marker(of: inner) == "to",
      !proposes(i, inner), !hasOwnSubject(inner) || isTransparent(i), !actsBefore(i, inner),
      tree.child(of: i, "obj", "iobj") == nil || tree.isPassive(i)
        || words["forecast"].contains(tree.lemma(i))
    {
      return []
    }
    if tree.base(i) == "xcomp", !tree.isPredicate(i) || tree.words[i].upos != "VERB",
      !tree.isRaisedState(i, words)
    {
      return []
    }
    if let state = tree.child(of: i, "xcomp"), tree.isRaisedState(state, words) { return [] }
    if tree.lemma(i) == "do", tree.child(of: i, "obj") == nil,
      // "does away with the rule"
      !tree.children(of: i, "advmod").contains(where: { tree.lemma($0) == "away" }),
      !obliques(of: i).contains(where: { $0.preposition == "without" }),
      !tree.subtree(i).contains(where: { tree.base($0) == "obl" && tree.marker(of: $0) == "than" })
    {
      return []
    }
    let subjects = expanded(tree.subject(of: i).map { takenUp($0) ?? $0 })
    var made = Proposition(rule: "clause", predicate: i)
    made.isPassive = tree.isPassive(i)
    made.obliques = obliques(of: i)
    made.complement = tree.child(of: i, "ccomp", "xcomp")
    made.recipient = tree.child(of: i, "obj") == nil ? nil : tree.child(of: i, "iobj")
    let q = Qualifiers(of: i, in: tree, words: words)
    made.polarity = q.polarity
    made.modality = q.modality
    made.attribution = q.attribution
    made.isAsserted = q.isAsserted && standsByItself(i)
    made.isDuty = q.modality == .asserted && isDuty(i, q.polarity)
    // A parser's "obj" with a preposition is an oblique all the same: "leading in models".
    var object = tree.children(of: i, "obj").first { tree.marker(of: $0) == nil }
    if tree.child(of: i, "obj") == nil { object = tree.child(of: i, "iobj") }
    if object == nil, tree.words[i].relation == "acl:relcl", tree.child(of: i, "nsubj") != nil,
      !tree.isPassive(i), tree.child(of: i, "nsubj").map({ !tree.isRelativePronoun($0) }) ?? false,
      // "half of whom"
      !tree.subtree(tree.child(of: i, "nsubj") ?? i).contains(where: {
        ["whose", "whom", "which"].contains(tree.words[$0].form.lowercased())
      }),
      tree.child(of: i, "cop") == nil, tree.child(of: i, "ccomp") == nil,
      // "the day on which the act begins"
      !tree.children(of: i, "obl").contains(where: tree.isRelativePronoun),
      !tree.children[i].contains(where: {
        tree.base($0) == "advmod" && ["where", "when", "why"].contains(tree.lemma($0))
      })
    {
      object = tree.words[i].head  // "chips that Washington bans"
    }
    if let o = object, tree.isRelativePronoun(o) {
      // "depress what households earn": nobody can name what that is.
      object = tree.antecedent(of: i) ?? o
    }
    object = object ?? sharedGap(i)
    if let o = object, let whole = takenUp(o) { object = whole }
    let objects = object.map { expanded($0) } ?? []
    var out: [Proposition] = []
    for s in subjects.isEmpty ? [nil] : subjects.map(Optional.init) {
      for o in objects.isEmpty ? [nil] : objects.map(Optional.init) {
        var p = made
        p.subject = s
        p.object = o
        if let o, o == s { continue }
        // "has talent but no capital": only one of them is denied.
        if let o, objects.count > 1, tree.deniesOne(of: objects) {
          let isDenied = Qualifiers.isNegated(i, in: tree) != tree.isDenied(objects[0])
          p.polarity = tree.isDenied(o) != isDenied ? .negative : .positive
        }
        out.append(p)
      }
    }
    return out
  }

  /// Whether a clause asserts something on its own rather than helping to name a thing or to finish a verb.
  ///
  /// "interest in funding models", "chips bought before 2022" and "superior for building agents" claim nothing more.
  private func standsByItself(_ i: Int) -> Bool {
    let mark = tree.marker(of: i)
    let above = tree.words[i].head
    // "has no intention of quitting"
    if tree.base(i) == "acl", above >= 0, tree.heldClause(above, words) == i { return true }
    let isGerund =
      tree.words[i].xpos == "VBG"
      || tree.words[i].upos == "NOUN" && tree.words[i].form.hasSuffix("ing")
    if isGerund, let mark, Self.complementMarks.contains(mark),
      tree.child(of: i, "aux") == nil
    {
      return mark == "for" && above >= 0 && words["sanction verb"].contains(tree.lemma(above))
    }
    // "proposed delaying the rules", "allowed Nvidia to resume sales": the outer verb says it.
    if tree.base(i) == "xcomp", above >= 0, undergoes(above, i) { return true }
    if tree.base(i) == "acl", above >= 0, tree.heldClause(above, words) == i { return true }
    if tree.doneFor(i) != nil { return true }
    if tree.base(i) == "xcomp" || tree.base(i) == "ccomp", above >= 0 {
      if proposes(above, i) { return false }
      if tree.isMadeTo(i, words) { return true }
      if hasOwnSubject(i), tree.words[i].xpos == "VB", mark == "to", !isTransparent(above) {
        return false
      }
    }
    if tree.isMeasuring(i, words) || isNoNews(i) { return false }
    // "More moved to Canada than left it" counts those who left, and doesn't say who they were.
    if tree.base(i) == "advcl", mark == "than", tree.child(of: i, "nsubj", "nsubj:pass") == nil {
      return false
    }
    // "Whatever the ministry claims, …" concedes what it may be.
    if tree.base(i) == "advcl",
      let first = tree.subtree(i).first(where: { tree.words[$0].upos != "PUNCT" }),
      ["whatever", "whichever", "whoever"].contains(tree.lemma(first))
    {
      return false
    }
    // "however low prices get" says nothing of how low they do.
    if ["advcl", "parataxis"].contains(tree.base(i)),
      let first = tree.subtree(i).first(where: { tree.words[$0].upos != "PUNCT" }),
      tree.lemma(first) == "however", first + 1 < tree.words.count,
      ["ADJ", "ADV"].contains(tree.words[first + 1].upos)
    {
      return false
    }
    // "…, one of them claimed in Phoenix" only says who claims it.
    if tree.speaksAside(i, words) || tree.leavesUnsaid(i, words),
      tree.child(of: i, "obj", "xcomp") == nil,
      let s = tree.child(of: i, "nsubj"),
      s > tree.words[i].head || !words["speech"].contains(tree.lemma(i))
    {
      return false
    }
    // "3 per cent, compared with 11 in 2019"
    if tree.lemma(i) == "compare", tree.words[i].xpos == "VBN",
      tree.child(of: i, "aux", "aux:pass") == nil
    {
      return false
    }
    // "Asked about timing, she …" tells who was asked, nothing more.
    if tree.base(i) == "advcl", mark == nil, tree.lemma(i) == "ask" { return false }
    var clause = i
    while tree.base(clause) == "conj", tree.words[clause].head >= 0,
      tree.isPredicate(tree.words[clause].head)
    {
      clause = tree.words[clause].head
    }
    if tree.isEitherWay(clause) { return false }
    // "Whatever the ministry claims, …"
    if tree.base(clause) == "acl", tree.words[clause].head >= 0,
      tree.base(tree.words[clause].head) == "dislocated"
    {
      return false
    }
    if tree.base(clause) == "acl" {
      guard tree.words[clause].head >= 0 else { return false }
      // "whose seat is in Oslo": the preposition is the state's.
      let isPlace = tree.child(of: clause, "cop") != nil && tree.child(of: clause, "mark") == nil
      if let mark, !isPlace {
        return mark == "that" && words["content noun"].contains(tree.lemma(tree.words[clause].head))
      }
      let first = tree.subtree(clause).first { tree.words[$0].upos != "PUNCT" } ?? clause
      if takenUp(tree.words[clause].head) != nil || tree.namedBeside(tree.words[clause].head) != nil
      {
        return true
      }
      let isSetOff = first > 0 && [",", "(", "—", "–"].contains(tree.words[first - 1].form)
      let isPlaceClause = tree.children[clause].contains { tree.lemma($0) == "where" }
      // "engineers trained by Auterion", "models that Google licenses": a name says who did it.
      let doer =
        tree.words[clause].relation == "acl:relcl"
        ? tree.child(of: i, "nsubj") : tree.child(of: i, "obl:agent")
      if let doer, tree.words[doer].upos == "PROPN" { return true }
      // "tabled an amendment that would halve the fines": what a new thing will do is news too.
      let noun = tree.words[clause].head
      if tree.words[clause].relation == "acl:relcl", tree.base(noun) == "obj",
        tree.children(of: noun, "det").contains(where: { ["a", "an"].contains(tree.lemma($0)) }),
        tree.children(of: clause, "aux").contains(where: {
          ["would", "will"].contains(tree.words[$0].form.lowercased())
        })
      {
        return true
      }
      return isSetOff || isPlaceClause
        || tree.words[clause].relation == "acl:relcl"
          && tree.words[tree.words[clause].head].upos == "PROPN"
    }
    var inner = i
    while tree.base(inner) == "xcomp", tree.words[inner].head >= 0,
      tree.base(tree.words[inner].head) == "xcomp"
    {
      inner = tree.words[inner].head
    }
    if tree.base(inner) == "xcomp", let outer = Optional(tree.words[inner].head), outer >= 0,
      let controller = tree.child(of: outer, "obj", "iobj"), tree.words[controller].upos != "PRON",
      !tree.isPassive(outer), !words["forecast"].contains(tree.lemma(outer))
    {
      return false
    }
    if tree.base(i) == "ccomp", tree.words[i].xpos == "VB", tree.child(of: i, "aux") == nil,
      // "prices fall, an economist argues"
      i > above, let s = tree.child(of: i, "nsubj")
    {
      return tree.words[s].upos == "PRON"
    }
    return true
  }

  /// "declined to comment", "did not respond to a request": that nothing was said is not what is reported on.
  private func isNoNews(_ i: Int) -> Bool {
    if words["no news"].contains(tree.lemma(i)), tree.child(of: i, "obj") == nil { return true }
    return ["respond", "reply"].contains(tree.lemma(i))
      && obliques(of: i).contains {
        $0.preposition == "to" && words["inquiry noun"].contains(tree.lemma($0.head))
      }
  }

  /// "must report", "have to report", "need not report": a duty is not yet a deed.
  ///
  /// What must not be done is simply not done.
  private func isDuty(_ i: Int, _ polarity: Polarity) -> Bool {
    guard tree.child(of: i, "cop") == nil else { return false }
    let above = tree.words[i].head
    let isOwed =
      tree.base(i) == "xcomp" && above >= 0 && tree.lemma(above) == "have"
      && tree.marker(of: i) == "to"
      && !tree.hasYetTo(i)
    if isOwed { return true }
    return tree.children(of: i, "aux").contains {
      let verb = tree.words[$0].form.lowercased()
      return verb == "must" && polarity == .positive || verb == "need"
    }
  }

  /// "proposes delaying": what is proposed need not be done by who proposes it.
  private func proposes(_ outer: Int, _ inner: Int) -> Bool {
    tree.isBareGerund(inner) && words["proposal"].contains(tree.lemma(outer))
  }

  private func hasOwnSubject(_ i: Int) -> Bool { tree.child(of: i, "nsubj") != nil }

  /// Whether a verb or adjective only qualifies the infinitive below it: "plans to", "is likely to", "has to".
  func isTransparent(_ i: Int) -> Bool {
    let lemma = tree.lemma(i)
    // "used to lead", but "was used to train"
    if lemma == "use", tree.isPassive(i) { return false }
    return lemma == "have"
      || ["transparent", "plan", "failure", "forecast", "probable", "speech"].contains {
        words[$0].contains(lemma)
      }
  }

  func obliques(of i: Int) -> [Oblique] {
    var out: [Oblique] = []
    for child in tree.children[i] {
      switch String(tree.base(child)) {
      case "obj" where tree.marker(of: child) != nil:
        out.append(Oblique(head: child, preposition: tree.marker(of: child) ?? ""))
      case "obl", "nmod":
        if tree.base(child) == "nmod", tree.child(of: i, "cop") == nil { continue }
        if child > i || tree.marker(of: child) != nil || tree.base(child) == "obl" {
          out.append(Oblique(head: child, preposition: tree.marker(of: child) ?? ""))
        }
      // "went back to Nvidia": the phrase may hang on the verb's particle.
      // "twelve days ahead of Viora" measures, and is none.
      case "advmod"
      where words["particle"].contains(tree.lemma(child)) && child > i
        && !tree.children(of: child, "obl").contains { $0 < child }:
        for below in tree.children(of: child, "obl") where below > child {
          if let mark = tree.marker(of: below) {
            out.append(
              Oblique(
                head: below, preposition: mark == "of" && tree.isAheadOf(child) ? "ahead of" : mark)
            )
          }
        }
      case "advcl", "ccomp", "xcomp":
        if let mark = tree.marker(of: child), Self.complementMarks.contains(mark),
          tree.words[child].xpos == "VBG"
        {
          out.append(Oblique(head: child, preposition: mark, isGerund: true))
        }
      default: break
      }
    }
    return out
  }

  /// What a noun beside a clause takes up: "makes use of models, a practice that judges oppose".
  private func takenUp(_ noun: Int) -> Int? {
    guard words["course"].contains(tree.lemma(noun)),
      tree.children(of: noun, "det").contains(where: { ["a", "an"].contains(tree.lemma($0)) }),
      let first = tree.subtree(noun).first(where: { tree.words[$0].upos != "PUNCT" }), first > 0,
      [",", "—", "–"].contains(tree.words[first - 1].form), tree.words[noun].head >= 0,
      tree.marker(of: noun) == nil
    else { return nil }
    let head = tree.words[noun].head
    switch String(tree.base(noun)) {
    case "appos": return isDeed(head) ? head : nil
    case "obl", "parataxis": return tree.children(of: head, "obj").first { $0 < noun && isDeed($0) }
    default: return nil
    }
  }

  private func isDeed(_ noun: Int) -> Bool {
    words["deed"].contains(tree.lemma(noun)) || Nominals.verb(of: tree.lemma(noun)) != nil
  }

  /// The thing that a relative clause leaves out as its object: "a step that one opposes and the other favours".
  private func sharedGap(_ i: Int) -> Int? {
    let first = tree.words[i].head
    guard tree.base(i) == "conj", first >= 0, tree.words[first].relation == "acl:relcl",
      tree.child(of: i, "nsubj") != nil, tree.child(of: i, "cop", "ccomp", "xcomp", "obl") == nil,
      tree.child(of: first, "nsubj").map({ !tree.isRelativePronoun($0) }) ?? false
    else { return nil }
    return tree.words[first].head
  }

  /// A name and its number, parsed as one: "Italy three".
  private func isGapped(_ i: Int) -> Bool {
    tree.words[i].upos == "PROPN"
      && tree.children(of: i, "flat").contains {
        tree.words[$0].upos == "NUM" && !tree.words[$0].form.contains(where: \.isNumber)
      }
  }

  /// The names behind what is counted: "two other firms, Viora and Orbit,".
  private func namesSetOff(_ head: Int) -> [Int] {
    guard tree.words[head].xpos == "NNS", tree.child(of: head, "nummod") != nil,
      let first = tree.children(of: head, "appos").first, tree.words[first].upos == "PROPN",
      case let names = [first] + tree.children(of: first, "conj"), names.count > 1,
      names.allSatisfy({ tree.words[$0].upos == "PROPN" })
    else { return [] }
    return names
  }

  /// The conjuncts of a noun phrase, where the coordination distributes: "leads in models and hardware".
  func expanded(_ head: Int?) -> [Int] {
    guard let head else { return [] }
    let named = namesSetOff(head)
    if !named.isEmpty { return named }
    if tree.children(of: head, "amod", "compound").contains(where: {
      tree.base($0) == "amod" && tree.child(of: $0, "conj") != nil
        && tree.words[tree.child(of: $0, "conj") ?? 0].upos == "PROPN"
    }) {
      return [head]
    }
    let joined = tree.children(of: head, "conj").filter {
      ["NOUN", "PROPN", "PRON", "NUM", "X", "SYM"].contains(tree.words[$0].upos)
        && !tree.isPredicate($0)
    }
    guard !joined.isEmpty, tree.base(head) != "root" else { return [head] }
    // "Spain has two plants and Italy three": what others have is not the verb's object.
    let beside = joined + tree.children(of: head, "appos")
    if tree.words[head].upos != "PROPN", beside.contains(where: isGapped) { return [head] }
    if tree.together(head) != nil { return [head] }
    // A modifier before a bare name belongs to both ("Chinese labs and startups"): only whole phrases are split.
    return [head] + joined
  }
}
