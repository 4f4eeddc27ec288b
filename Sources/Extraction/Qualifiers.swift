import Claims
import Language

/// Polarity, modality and attribution of a predicate, read off the tree and inherited from above.
struct Qualifiers {
  var polarity = Polarity.positive
  var modality = Modality.asserted
  var attribution: Int?
  var isAsserted = true

  init(of predicate: Int, in tree: Tree, words: WordLists = .builtIn) {
    var negative = Self.isNegated(predicate, in: tree)
    var modal = Self.ownModality(of: predicate, in: tree, words: words)
    var here = predicate
    var steps = 0
    climb: while tree.words[here].head >= 0, steps < 12 {
      steps += 1
      if let noun = tree.outerSubject(of: here) { take(noun, &negative, &modal, in: tree, words) }
      let above = tree.words[here].head
      // Who rules a thing out says nothing of what follows.
      let rulesOut = tree.lemma(above) == "rule" && tree.child(of: above, "compound:prt") != nil
      let lemma = rulesOut ? "exclude" : tree.lemma(above)
      switch tree.words[here].relation {
      case "ccomp", "ccomp:obj", "parataxis", "xcomp", "csubj", "advcl", "conj", "acl", "acl:relcl",
        "csubj:pass", "advcl:relcl":
        break
      default:
        finish(negative, modal)
        return
      }
      if let verb = tree.doneFor(here) {
        negative.toggle()
        modal = Self.weaker(modal, Self.ownModality(of: verb, in: tree, words: words))
        here = verb
        continue
      }
      let relation = tree.base(here)
      // "Don't believe the hype: prices fell"
      if relation == "parataxis", above < here,
        tree.child(of: above, "nsubj", "nsubj:pass", "csubj") == nil, !tree.isPassive(above)
      {
        break climb
      }
      if relation == "ccomp" || relation == "parataxis" && words["speech"].contains(lemma) {
        takeSpeech(of: above, about: here, &negative, &modal, in: tree, words)
        // "asked whether it would join", "said how many it has": what is asked is not said.
        if relation == "ccomp", tree.asksInside(here) { isAsserted = false }
      } else if relation == "advcl", tree.isGerund(here),
        words["accusing"].contains(lemma) && tree.marker(of: here) == "of"
          || words["blaming"].contains(lemma) && tree.marker(of: here) == "for"
      {
        attribution = attribution ?? (tree.isPassive(above) ? nil : tree.subject(of: above))
        if lemma == "suspect" { modal = Self.weaker(modal, .possible) }
        if lemma == "acquit" { negative.toggle() }
        if lemma == "warn" { isAsserted = false }
      } else if relation == "advcl", PurposeClause.isPurpose(here, in: tree, words) {
        modal = Self.weaker(modal, .planned)
      } else if relation == "advcl", ReasonClause.isReason(here, in: tree, words),
        ReasonClause.isAside(above, in: tree, words)
      {
        attribution = attribution ?? tree.subject(of: above)
      } else if relation == "xcomp" {
        if words["failure"].contains(lemma) { negative.toggle() }
        // "denies having cut prices"
        if words["denial"].contains(lemma), tree.isGerund(here) {
          negative.toggle()
          attribution = attribution ?? tree.subject(of: above)
        }
        if words["plan"].contains(lemma) { modal = Self.weaker(modal, .planned) }
        // "is said to be": somebody says so, nobody knows who.
        if words["speech"].contains(lemma), tree.isPassive(above) {
          modal = Self.weaker(modal, .probable)
        }
        if words["forecast"].contains(lemma) || words["probable"].contains(lemma) {
          modal = Self.weaker(modal, .probable)
        }
        if words["forecast"].contains(lemma), !tree.isPassive(above),
          tree.child(of: above, "obj") ?? tree.child(of: here, "nsubj") != nil
        {
          attribution = attribution ?? tree.subject(of: above)
        }
        if Self.isNegated(above, in: tree) {
          negative.toggle()
          // "did not see it happen": it may have.
          if words["undergo"].contains(lemma), lemma != "have" { isAsserted = false }
          // "nobody expected the lab to win": it may well have won.
          if words["forecast"].contains(lemma), tree.isPast(above) { isAsserted = false }
        }
        modal = Self.weaker(modal, Self.ownModality(of: above, in: tree, words: words))
        if tree.hasYetTo(here) { negative.toggle() }
      } else if relation == "advcl" {
        switch tree.marker(of: here) ?? "" {
        case "if", "unless", "whether", "as if", "lest": isAsserted = false
        case let proviso where Tree.provisos.contains(proviso): isAsserted = false
        case "until", "till", "once", "by the time", "before": isAsserted = false
        case "to" where tree.goneOnTo(above) == here: break
        case "without": negative.toggle()
        case "instead of", "rather than": isAsserted = false
        // "overtook Oslo to become the largest": what it was did come of it.
        case "to" where tree.hasComeTo(here, words): break
        // "used its releases to win customers" won them.
        case "to" where lemma == "use" && tree.isPast(above) && tree.child(of: above, "obj") != nil:
          break
        case "to", "in order", "so as", "for": isAsserted = tree.words[here].xpos != "VB"
        case "":
          if tree.words[here].xpos == "VB" { isAsserted = false }
          if ["VBG", "VBN"].contains(tree.words[here].xpos) {
            modal = Self.weaker(modal, Self.ownModality(of: above, in: tree, words: words))
          }
        default: break
        }
      } else if relation == "csubj", tree.child(of: above, "cop") != nil {
        // "it is false that", "it is likely that": the adjective says how it is meant.
        if words["untrue"].contains(lemma) { negative.toggle() }
        if Self.isNegated(above, in: tree) { negative.toggle() }
        if words["probable"].contains(lemma) {
          modal = modal == .planned ? .probable : Self.weaker(modal, .probable)
        }
        if words["failure"].contains(lemma) { negative.toggle() }
        if lemma == "possible" { modal = Self.weaker(modal, .possible) }
      } else if relation == "acl", tree.heldClause(above, words) == here {
        if words["commitment noun"].contains(lemma) { modal = Self.weaker(modal, .planned) }
        if words["failure noun"].contains(lemma) { negative.toggle() }
        let verb = tree.words[above].head
        // "dropped its plan to let firms train": nobody will.
        if tree.base(above) == "obj", verb >= 0, words["undoing"].contains(tree.lemma(verb)) {
          isAsserted = false
        }
        guard tree.base(above) == "obj", verb >= 0, tree.child(of: above, "nmod:poss") == nil else {
          finish(negative, modal)
          return
        }
        if Self.isNegated(verb, in: tree) { negative.toggle() }
        modal = Self.weaker(modal, Self.ownModality(of: verb, in: tree, words: words))
        here = verb
        continue
      } else if relation == "acl", tree.marker(of: here) == "that" {
        // "rejected the claim that …", "no evidence that …": the noun says how it is meant.
        let verb = tree.words[above].head
        // "The idea that it works is a fantasy"
        if verb >= 0, tree.base(above) == "nsubj", tree.child(of: verb, "cop") != nil,
          lemma != "fact"
        {
          let isUntrue = ["untrue", "fantasy"].contains { words[$0].contains(tree.lemma(verb)) }
          if isUntrue != Self.isNegated(verb, in: tree) { negative.toggle() }
          if !isUntrue { isAsserted = false }
        }
        let isDenied =
          verb >= 0 && tree.base(above) == "obj" && words["denial"].contains(tree.lemma(verb))
        if words["suspicion"].contains(lemma), !isDenied { modal = Self.weaker(modal, .possible) }
        if tree.children(of: above, "det", "amod").contains(where: {
          ["no", "little", "scant"].contains(tree.lemma($0))
        }) {
          negative.toggle()
        }
        if let owner = tree.child(of: above, "nmod:poss") { attribution = attribution ?? owner }
        if verb >= 0, tree.base(above) == "obj" {
          if words["denial"].contains(tree.lemma(verb)) { negative.toggle() }
          attribution = attribution ?? tree.subject(of: verb)
        }
        finish(negative, modal)
        return
      } else if relation == "acl" || tree.words[here].relation == "acl:relcl" {
        // What a possible thing would do is as possible as the thing: "could create a market where …".
        var noun = above
        let isSubject = tree.base(above) == "nsubj"
        while tree.words[noun].head >= 0, !tree.isPredicate(noun) { noun = tree.words[noun].head }
        if isSubject {
          finish(negative, modal)
          return
        }
        // "will drop the rules, a step Oslo took": what happened is as sure as before.
        if !tree.isPast(here) {
          modal = Self.weaker(modal, Self.ownModality(of: noun, in: tree, words: words))
        }
        finish(negative, modal)
        return
      } else if relation == "conj" {
        // "will neither join nor supply": each is denied.
        if tree.children(of: here, "cc").contains(where: { tree.lemma($0) == "nor" }),
          here == predicate
        {
          negative = true
        }
        // "Rather than ban open models, Norway champions them"
        if tree.children(of: here, "cc").contains(where: { tree.lemma($0) == "rather" }) {
          isAsserted = false
        }
        // A modal verb at the first of two coordinated verbs without a subject of their own covers both.
        if tree.child(of: here, "nsubj", "nsubj:pass", "aux") == nil {
          modal = Self.weaker(modal, Self.ownModality(of: above, in: tree, words: words))
        }
      } else if relation == "parataxis" {
        break climb
      } else {
        finish(negative, modal)
        return
      }
      here = above
    }
    if tree.words[here].head < 0, let noun = tree.outerSubject(of: here) {
      take(noun, &negative, &modal, in: tree, words)
    }
    // "…, the minister said" hangs below what was said.
    if attribution == nil,
      let aside = (tree.children(of: predicate, "parataxis") + tree.children(of: here, "parataxis"))
        .first(where: { tree.speaksAside($0, words) })
    {
      takeSpeech(of: aside, about: here, &negative, &modal, in: tree, words)
    }
    // "…, going by the measurements of Kentik"
    if attribution == nil {
      attribution = [predicate, here].lazy.compactMap { tree.judge(of: $0, words) }.first
    }
    if tree.judgesBy(predicate, words) != nil { isAsserted = false }
    finish(negative, modal)
  }

  /// What a verb of saying, thinking or promising makes of the clause it is said of: "X denies that …", "…, X denies".
  private mutating func takeSpeech(
    of above: Int, about here: Int, _ negative: inout Bool, _ modal: inout Modality, in tree: Tree,
    _ words: WordLists
  ) {
    let lemma = tree.lemma(above)
    if words["speech"].contains(lemma) || words["denial"].contains(lemma)
      || words["forecast"].contains(lemma) || words["suspicion"].contains(lemma)
    {
      if words["suspicion"].contains(lemma) { modal = Self.weaker(modal, .possible) }
      // "…, suggesting that": what happened suggests it, nobody says it.
      let speaks =
        !words["showing"].contains(lemma) || tree.child(of: above, "nsubj") != nil
      // "The first half of 2024 saw …": a time says nothing.
      // "was told by Oslo that …": Oslo says it, and without it nobody does.
      let source =
        tree.isPassive(above) ? tree.child(of: above, "obl:agent") : tree.subject(of: above)
      if speaks, !(source.map { TimeExpression.isTime($0, in: tree) } ?? false) {
        attribution = attribution ?? source
      }
      // "said it would stop": one's own announcement is a plan, and so is what a past one tells.
      let told =
        tree.words[above].xpos == "VBD"
        || tree.base(above) == "advcl" && tree.words[above].head >= 0
          && tree.words[tree.words[above].head].xpos == "VBD"
      if modal == .conditional, told,
        let own = tree.child(of: here, "nsubj", "nsubj:pass"),
        Self.isSpeakersOwn(own, in: tree, words) || words["announcing"].contains(lemma),
        tree.child(of: here, "advcl") == nil
      {
        modal = .planned
      }
      if words["denial"].contains(lemma) { negative.toggle() }
      if words["forecast"].contains(lemma), modal == .asserted || modal == .planned {
        modal = .probable
      }
    } else if words["plan"].contains(lemma) || ["decide", "resolve"].contains(lemma) {
      // "promised that its cable would be ready"
      modal =
        modal == .conditional && tree.words[above].xpos == "VBD"
        ? .planned : Self.weaker(modal, .planned)
      // "…, the minister promised": one promises what others do in one's own name only.
      // "Peru, its president promised, will build the port"
      if let promiser = tree.child(of: above, "nsubj"),
        promiser > here || tree.base(above) == "parataxis"
          || tree.base(here) == "ccomp"
            && tree.child(of: here, "nsubj").map { tree.words[$0].upos != "PRON" } ?? false
      {
        attribution = attribution ?? promiser
      }
    }
    let isDoubted =
      Self.isNegated(above, in: tree) || tree.subject(of: above).map(tree.isHardlyAny) ?? false
    // "I don't think they work": what one does not think, one denies.
    if isDoubted, words["opinion"].contains(lemma), Self.isNegated(above, in: tree),
      !tree.isPast(above), let thinker = tree.child(of: above, "nsubj"),
      !tree.children(of: thinker, "det").contains(where: { tree.lemma($0) == "no" }),
      !["nobody", "none"].contains(tree.lemma(thinker))
    {
      negative.toggle()
    } else if isDoubted, words["speech"].contains(lemma) {
      isAsserted = false
    }
  }

  /// "Oslo's fear is that …", "the question is whether …": whose the noun is says so, and as surely as the noun has it.
  private mutating func take(
    _ noun: Int, _ negative: inout Bool, _ modal: inout Modality, in tree: Tree, _ words: WordLists
  ) {
    if tree.marker(of: tree.words[noun].head) == "whether" { isAsserted = false }
    guard words["content noun"].contains(tree.lemma(noun)) else { return }
    if words["suspicion"].contains(tree.lemma(noun)) { modal = Self.weaker(modal, .possible) }
    if words["forecast"].contains(tree.lemma(noun)), modal == .asserted || modal == .planned {
      modal = .probable
    }
    attribution = attribution ?? tree.owner(of: noun)
  }

  /// "it", "the company", "its next model": what a speaker says of his own house.
  private static func isSpeakersOwn(_ subject: Int, in tree: Tree, _ words: WordLists) -> Bool {
    if tree.words[subject].upos == "PRON" { return true }
    if let owner = tree.child(of: subject, "nmod:poss"), tree.words[owner].upos == "PRON" {
      return true
    }
    return words["takes up company"].contains(tree.lemma(subject))
      && tree.children(of: subject, "det").contains { tree.lemma($0) == "the" }
  }

  private mutating func finish(_ negative: Bool, _ modal: Modality) {
    polarity = negative ? .negative : .positive
    modality = modal
  }

  private static let strength: [Modality: Int] = [
    .asserted: 0, .probable: 1, .planned: 2, .possible: 3, .conditional: 4,
  ]

  static func weaker(_ a: Modality, _ b: Modality) -> Modality {
    (strength[a] ?? 0) >= (strength[b] ?? 0) ? a : b
  }

  static func isNegated(_ i: Int, in tree: Tree) -> Bool {
    var negative = false
    for child in tree.children[i] {
      let word = tree.lemma(child)
      switch tree.base(child) {
      // "Not only does it lead": it does.
      case "advmod"
      where word == "not" && child + 1 < tree.words.count
        && ["only", "just", "merely", "simply"].contains(tree.lemma(child + 1)) && child < i
        && tree.children(of: i, "aux", "cop").contains { $0 > child }:
        break
      case "advmod"
      where WordLists.builtIn["negator"].contains(word)
        || WordLists.builtIn["negator"].contains(tree.words[child].form.lowercased()):
        negative.toggle()
      case "advmod" where word == "yet":
        if tree.isToDo(i) { negative.toggle() }
      case "advmod" where word == "long" || word == "longer":
        if tree.children[child].contains(where: { tree.lemma($0) == "no" }) { negative.toggle() }
      case "advmod" where word == "no" && tree.words[child].form.lowercased() == "no":
        negative.toggle()
      case "nsubj", "obj":
        if tree.words[child].upos == "PRON" && ["nothing", "nobody"].contains(word)
          || word == "none"
        {
          negative.toggle()
        }
        if tree.children(of: child, "det").contains(where: {
          ["no", "neither"].contains(tree.lemma($0))
        })
          || tree.children(of: child, "advmod").contains(where: {
            tree.lemma($0) == "neither"
          }) || tree.neither(child) != nil || tree.isNotOne(child) || tree.isNotAll(child)
          || tree.isBarelyAny(child) || tree.isOfNone(child)
        {
          negative.toggle()
        }
      case "obl" where tree.deniesPhrase(child): negative.toggle()
      // "Not since 2019 has the firm bought a chip"
      case "obl", "advcl":
        if tree.isNotSince(child) { negative.toggle() }
      case "advmod" where word == "once" && child < i:
        if tree.children[child].contains(where: { tree.lemma($0) == "not" }) { negative.toggle() }
      case "cc" where word == "neither" && child < i: negative.toggle()
      // "Nor did Oslo plan to stop"
      case "cc" where word == "nor" && tree.words[i].head < 0: negative.toggle()
      case "det" where word == "no" && tree.child(of: i, "cop") != nil:
        negative.toggle()
      default: break
      }
    }
    return negative
  }

  static func ownModality(of i: Int, in tree: Tree, words: WordLists) -> Modality {
    var modal = Modality.asserted
    for child in tree.children[i] {
      let lemma = tree.lemma(child)
      let form = tree.words[child].form.lowercased()
      switch tree.base(child) {
      case "aux":
        switch form {
        case "will", "shall", "'ll", "’ll", "wo": modal = weaker(modal, .planned)
        case "could", "may", "might": modal = weaker(modal, .possible)
        case "would", "'d", "should":
          modal = weaker(modal, form == "should" ? .probable : .conditional)
        default: break
        }
      case "advmod":
        if words["probable"].contains(lemma) {
          modal = modal == .planned ? .probable : weaker(modal, .probable)
        }
        if words["possible"].contains(lemma) { modal = weaker(modal, .possible) }
      case "advcl":
        // "if anything", "if you ask me" are no conditions.
        if tree.child(of: child, "nsubj").map({ tree.lemma($0) != "you" }) ?? true,
          ["if", "unless"].contains(tree.marker(of: child) ?? ""), tree.isPredicate(child)
        {
          modal = .conditional
        }
      default: break
      }
    }
    if tree.isToDo(i), !tree.children(of: i, "advmod").contains(where: { tree.lemma($0) == "yet" })
    {
      modal = weaker(modal, .planned)
    }
    // "is set to open", but "was set up by"
    if words["plan"].contains(tree.lemma(i)), tree.isPassive(i),
      tree.child(of: i, "compound:prt", "obj", "obl:agent") == nil
    {
      modal = weaker(modal, .planned)
    }
    return modal
  }
}
