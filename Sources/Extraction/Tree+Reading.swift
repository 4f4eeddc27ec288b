import Language
import Text

extension Tree {
  /// The UD relation of a word without its subtype.
  func base(_ i: Int) -> Substring { words[i].relation.prefix { $0 != ":" } }

  func lemma(_ i: Int) -> String { words[i].lemma.lowercased() }

  /// The verb's lemma with a part tied to it by a hyphen: "open-sourced" gives "open-source".
  func verbLemma(_ i: Int) -> String {
    guard i >= 2, words[i - 1].form == "-", !words[i].spaceBefore, !words[i - 1].spaceBefore else {
      return lemma(i)
    }
    return words[i - 2].form.lowercased() + "-" + lemma(i)
  }

  func children(of i: Int, _ relations: String...) -> [Int] {
    children[i].filter {
      relations.contains(String(base($0))) || relations.contains(words[$0].relation)
    }
  }

  func child(of i: Int, _ relations: String...) -> Int? {
    children[i].first {
      relations.contains(String(base($0))) || relations.contains(words[$0].relation)
    }
  }

  /// The word and all below it in text order, without the branches that `cut` names.
  func subtree(_ i: Int, cutting cut: (Int) -> Bool = { _ in false }) -> [Int] {
    var found: [Int] = []
    var open = [i]
    while let next = open.popLast() {
      found.append(next)
      for child in children[next] where !cut(child) { open.append(child) }
    }
    return found.sorted()
  }

  /// The words' text with the spaces of the sentence; a gap between them reads as one space.
  func text(_ indices: [Int]) -> String {
    var out = ""
    var last: Int?
    for i in indices {
      if let last, words[i].spaceBefore || last != i - 1 { out += " " }
      out += words[i].form
      last = i
    }
    return out
  }

  /// The preposition or conjunction a phrase begins with, fixed expressions joined: "according to".
  func marker(of i: Int) -> String? {
    // "What is it cut off from?" leaves its preposition behind.
    let isAsked = words[i].feats.contains("PronType=Int")
    let marks = children(of: i, "case", "mark").filter {
      ($0 < i || isAsked) && words[$0].upos != "PUNCT"
    }
    guard let first = marks.first(where: { !["'s", "’s", "'", "’"].contains(words[$0].form) })
    else {
      return nil
    }
    let fixed = subtree(first).filter { $0 == first || words[$0].relation == "fixed" }
    var parts = fixed.map { words[$0].form.lowercased() }
    for other in marks where other > first && base(other) == "case" && !fixed.contains(other) {
      parts.append(words[other].form.lowercased())
    }
    return parts.joined(separator: " ")
  }

  /// The same without the conjunction of a clause that the phrase is the predicate of: "that it is in Oslo".
  func preposition(of i: Int) -> String? {
    guard let marker = marker(of: i) else { return nil }
    guard let conjunction = child(of: i, "mark"), conjunction < i, child(of: i, "cop") != nil,
      let start = marker.firstRange(of: lemma(conjunction) + " "),
      start.lowerBound == marker.startIndex
    else { return marker }
    return String(marker[start.upperBound...])
  }

  /// Whether a clause can hang here: the word is a verb or a copular predicate.
  func isPredicate(_ i: Int) -> Bool {
    if words[i].upos == "VERB" || child(of: i, "obj") != nil { return true }
    if child(of: i, "cop") != nil { return true }
    return words[i].upos == "AUX" && !["aux", "cop"].contains(String(base(i)))
      || child(of: i, "nsubj", "nsubj:pass") != nil && words[i].upos != "PUNCT"
  }

  func isPassive(_ i: Int) -> Bool {
    // "have risen": nobody was.
    if words[i].xpos == "VBN", child(of: i, "aux:pass") == nil,
      children(of: i, "aux").contains(where: { lemma($0) == "have" })
    {
      return false
    }
    if child(of: i, "nsubj:pass", "aux:pass", "csubj:pass") != nil { return true }
    guard words[i].xpos == "VBN", child(of: i, "aux", "obj") == nil else { return false }
    if base(i) == "conj", words[i].head >= 0, child(of: i, "nsubj") == nil {
      return isPassive(words[i].head)
    }
    return ["acl", "advcl", "xcomp"].contains(String(base(i)))
  }

  /// The word for it where a subject of several does jointly what the verb says: "salaries and rent together came to 3 million".
  func together(_ head: Int) -> Int? {
    guard base(head) == "nsubj" else { return nil }
    let joined = children(of: head, "conj")
    return joined.isEmpty
      ? nil
      : ([head] + joined).lazy.flatMap { self.children(of: $0, "advmod", "amod", "acl") }.first {
        ["together", "combined"].contains(self.words[$0].form.lowercased()) && $0 > joined[0]
      }
  }

  /// What stands right before a finite verb that was read as a noun or participle: "the run cost $6 million".
  private func nounSubject(of i: Int) -> Int? {
    guard child(of: i, "obj") != nil, !["VBG", "VB"].contains(words[i].xpos) else { return nil }
    return children(of: i, "compound", "amod").last {
      $0 == i - 1 && words[$0].relation != "compound:prt"
        && (words[$0].upos == "NOUN" || words[$0].form.first?.isUppercase ?? false)
    }
  }

  /// The verb of "went on to found", "turned out to be": a clause of purpose in form only.
  func goneOnTo(_ i: Int) -> Int? {
    guard ["go", "turn"].contains(lemma(i)),
      children(of: i, "compound:prt", "advmod").contains(where: {
        ["on", "out"].contains(lemma($0))
      })
    else { return nil }
    return children(of: i, "advcl").first { marker(of: $0) == "to" && words[$0].xpos == "VB" }
  }

  /// Whether a complement clause is a question: "whether it would join", "how many chips it has".
  func asksInside(_ clause: Int) -> Bool {
    if ["whether", "if"].contains(marker(of: clause) ?? "") { return true }
    return subtree(clause).first { words[$0].upos != "PUNCT" }.map {
      ["how", "why", "when", "where"].contains(words[$0].form.lowercased())
        || words[$0].feats.contains("PronType=Int")
    } ?? false
  }

  /// "losing", "having lost".
  func isGerund(_ i: Int) -> Bool {
    words[i].xpos == "VBG" || children(of: i, "aux").contains { words[$0].xpos == "VBG" }
  }

  /// "suggests building it", not "suggests that they are building it"
  func isBareGerund(_ i: Int) -> Bool {
    words[i].xpos == "VBG" && child(of: i, "nsubj", "nsubj:pass", "mark", "aux") == nil
  }

  /// "is to publish", "is yet to publish", "is to be built", "is to be the seat"
  func isToDo(_ i: Int) -> Bool {
    (words[i].xpos == "VB"
      || children(of: i, "aux:pass", "cop").contains { words[$0].form.lowercased() == "be" })
      && marker(of: i) == "to"
      && children(of: i, "aux").contains { lemma($0) == "be" && words[$0].relation == "aux" }
  }

  /// "has yet to sign": the adverb hangs on either verb.
  func hasYetTo(_ inner: Int) -> Bool {
    let outer = words[inner].head
    guard base(inner) == "xcomp", outer >= 0, ["have", "be"].contains(lemma(outer)) else {
      return false
    }
    return (children(of: outer, "advmod") + children(of: inner, "advmod")).contains {
      lemma($0) == "yet" && $0 < inner
    }
  }

  /// "expected", "did not expect"
  func isPast(_ verb: Int) -> Bool {
    let finite = children(of: verb, "aux", "aux:pass").first ?? verb
    return words[finite].xpos == "VBD"
  }

  /// Whether a conjunct is set against the others: "Ohio, not Texas", "as a lab rather than as a firm".
  func isContrasted(_ i: Int) -> Bool {
    base(i) == "conj" && child(of: i, "cop", "nsubj", "nsubj:pass") == nil
      && children[i].contains {
        ["cc", "advmod", "case"].contains(base($0)) && $0 < i
          && (lemma($0) == "not" || marker(of: i)?.hasPrefix("rather than") ?? false
            || lemma($0) == "rather" || lemma($0) == "instead")
      }
  }

  /// Whether the word is a relative pronoun, as "which" in "chips which it bans".
  func isRelativePronoun(_ i: Int) -> Bool {
    words[i].feats.contains("PronType=Rel")
      || (["WDT", "WP"].contains(words[i].xpos) && insideRelativeClause(i))
  }

  /// "came out in favour of the act": what it is for is what it is about.
  func speaksFor(_ verb: Int) -> Bool {
    children(of: verb, "obl").contains {
      ["favour", "favor", "support", "defence", "defense"].contains(lemma($0))
    }
  }

  /// The noun that a relative clause hangs on, seen from a predicate in it: "which Oslo wants to host".
  func antecedent(of predicate: Int) -> Int? {
    var clause = predicate
    while ["xcomp", "ccomp", "conj"].contains(base(clause)), words[clause].head >= 0 {
      clause = words[clause].head
    }
    // "since they drive up what buyers pay" hangs on no noun.
    return words[clause].head >= 0 && base(clause) != "advcl" ? words[clause].head : nil
  }

  /// Whether a verb can have a noun as its subject: in "raise more than those in Paris, which helps" the fact helps.
  private func agrees(_ verb: Int, with noun: Int) -> Bool {
    let finite = children(of: verb, "aux", "aux:pass", "cop").first ?? verb
    let isMany = words[noun].xpos == "NNS" || words[noun].form.lowercased() == "those"
    return !(words[finite].xpos == "VBZ" && isMany)
  }

  private func insideRelativeClause(_ i: Int) -> Bool {
    let head = words[i].head
    return head >= 0 && words[head].relation == "acl:relcl"
  }

  /// The verb that an infinitive chain ends in: "sign" in "refused to sign".
  func innermost(_ verb: Int) -> Int {
    var verb = verb
    while let inner = child(of: verb, "xcomp"), child(of: verb, "obj") == nil { verb = inner }
    return verb
  }

  /// The name that a description is set beside: "Orbit, a Chinese firm based in Shenzhen".
  func namedBeside(_ noun: Int) -> Int? {
    guard base(noun) == "appos", words[noun].upos == "NOUN", words[noun].head >= 0,
      words[words[noun].head].upos == "PROPN", children(of: noun, "conj").isEmpty
    else { return nil }
    return words[noun].head
  }

  /// Whose the things are, right before a clause that is set off: "drones from Viora, which is based in Lodz".
  func nameBefore(_ clause: Int) -> Int? {
    guard let comma = subtree(clause).first, comma > 0, words[comma].form == ",",
      words[comma - 1].upos == "PROPN", words[clause].head >= 0
    else { return nil }
    var name = comma - 1
    while ["flat", "compound"].contains(base(name)) { name = words[name].head }
    return ["from", "by", "with"].contains(marker(of: name) ?? "")
      && subtree(words[clause].head).contains(name) ? name : nil
  }

  /// The event that a span of time is counted from: "three months after the fifth ratification".
  func measuredTime(_ span: Int) -> Int? {
    let event = words[span].head
    guard words[span].relation == "nmod:unmarked", event >= 0, span < event,
      ["after", "before"].contains(marker(of: event) ?? "")
    else { return nil }
    return event
  }

  /// "$4bn in March, up from $3bn": an amount that another is compared with.
  func isComparedBefore(_ amount: Int) -> Bool {
    guard let mark = child(of: amount, "case"), mark > 0, lemma(mark) == "from" else {
      return false
    }
    return ["up", "down"].contains(lemma(mark - 1))
  }

  /// "…, ahead of DeepSeek"
  func isAheadOf(_ adverb: Int) -> Bool {
    lemma(adverb) == "ahead" && children(of: adverb, "obl").contains { marker(of: $0) == "of" }
  }

  /// "has bought none to this day" gives no time.
  func isToThisDay(_ phrase: Oblique) -> Bool {
    phrase.preposition == "to" && lemma(phrase.head) == "day"
      && children(of: phrase.head, "det").contains { lemma($0) == "this" }
  }

  /// The verb that an infinitive chain begins with: "has" in "has yet to sign".
  func outermost(_ verb: Int) -> Int {
    var verb = verb
    while base(verb) == "xcomp", words[verb].head >= 0 { verb = words[verb].head }
    return verb
  }

  /// The word that is the logical subject of a predicate's surface subject slot, and nil without one.
  ///
  /// Looks through coordination, control, participles and relative clauses.
  func subject(of i: Int, depth: Int = 0) -> Int? {
    guard depth < 8 else { return nil }
    if let own = child(of: i, "nsubj", "nsubj:pass", "csubj") {
      if isRelativePronoun(own) {
        var clause = i
        while base(clause) == "conj", words[clause].head >= 0 { clause = words[clause].head }
        if words[clause].relation == "acl:relcl" {
          let noun = words[clause].head
          if WordLists.builtIn["figure noun"].contains(lemma(noun)),
            let held = children(of: noun, "nmod").last(where: { $0 < clause })
          {
            return held
          }
          if agrees(i, with: noun) { return namedBeside(noun) ?? noun }
          if let near = nameBefore(clause) { return near }
          // "closed its cables, which lets carriers raise prices": whoever did that lets them.
          guard WordLists.builtIn["result verb"].contains(lemma(i)) else { return nil }
          var above = words[clause].head
          while above >= 0, !isPredicate(above) { above = words[above].head }
          return above >= 0 ? subject(of: above, depth: depth + 1) : nil
        }
      }
      // "repairing the lines after storms has become …": storms don't.
      if base(i) == "advcl", let finite = children(of: i, "aux", "cop").first,
        ["has", "is"].contains(words[finite].form), words[own].xpos == "NNS",
        child(of: own, "conj") == nil
      {
        return nil
      }
      return own
    }
    let head = words[i].head
    guard head >= 0 else { return nounSubject(of: i) }
    if let verb = doneFor(i) { return subject(of: verb, depth: depth + 1) }
    switch String(base(i)) {
    case "conj":
      return isPredicate(head) ? subject(of: head, depth: depth + 1) : nil
    case "xcomp":
      return child(of: head, "obj", "iobj") ?? subject(of: head, depth: depth + 1)
    case "ccomp", "parataxis":
      // "denies having rigged any auction"
      if base(i) == "ccomp", isGerund(i) { return subject(of: head, depth: depth + 1) }
      return nounSubject(of: i)
    case "advcl":
      // "was fined for shipping parts": who was fined shipped them.
      if words[i].xpos == "VBG", marker(of: i) == "for", let fined = child(of: head, "obj", "iobj")
      {
        return fined
      }
      // "accuses the traders of having slipped chips out": they are said to have.
      if isGerund(i), marker(of: i) == "of", WordLists.builtIn["accusing"].contains(lemma(head)) {
        return child(of: head, "obj", "iobj", "nsubj:pass")
      }
      // "with Qwen filling the top slots": a name right after "with" is the subject.
      if marker(of: i) == "with",
        let own = children(of: i, "obl", "nmod").first(where: { $0 < i && marker(of: $0) == nil })
      {
        return own
      }
      // "prices rose; repairing the lines has …" begins anew.
      if head < i, words[head..<i].contains(where: { $0.form == ";" }) { return nil }
      return isPredicate(head) ? subject(of: head, depth: depth + 1) : nil
    case "acl":
      if heldClause(head, .builtIn) == i { return holder(of: head, .builtIn) }
      if words[i].relation == "acl:relcl" {
        // "chips that the state bans": an object relative has its own subject, so this is a gap.
        return words[i].xpos == "VB" ? nil : head
      }
      return words[i].xpos == "VBG" || words[i].xpos == "VBN" ? namedBeside(head) ?? head : nil
    default:
      return nil
    }
  }
}
