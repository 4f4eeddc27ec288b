import Claims
import Language

/// A proposition whose subject has a name: what a rule turns into claims.
struct Clause {
  let reading: SentenceReading
  var proposition: Proposition
  let subject: Target
  /// The direct object, unless it says how long ("wait years for connections").
  let object: Int?
  /// Phrases that say when.
  let times: [Oblique]
  /// The other phrases a preposition ties to the predicate.
  let rest: [Oblique]
  /// Adverbs that belong to the verb: "fall behind".
  let particles: [Int]
  /// What stands over an infinitive and is part of its relation: "is ordered to" pay, "agrees to" pool.
  let control: String?
  /// The verb's lemma and those of its particles: "fall behind".
  let base: String

  var tree: Tree { reading.tree }
  var vocabulary: Vocabulary { reading.vocabulary }
  var predicate: Int { proposition.predicate }
  var verb: String { tree.verbLemma(predicate) }

  init(_ proposition: Proposition, subject: Target, in reading: SentenceReading) {
    self.reading = reading
    self.proposition = proposition
    self.subject = subject
    let tree = reading.tree
    let i = proposition.predicate
    let isNotUntil = Self.isNotUntil(proposition, in: reading)
    if isNotUntil { self.proposition.polarity = .positive }
    // "pulls ahead of Oslo" leads it, "listed ahead of Oslo" did so earlier.
    let isAhead = reading.vocabulary.relationByPhrase["\(tree.verbLemma(i)) ahead of"] != nil
    let (times, rest) = reading.split(
      proposition.obliques.filter { $0.head != i && !tree.isToThisDay($0) }.map {
        // "Not until 2031 will it open": in 2031.
        if $0.preposition == "until", $0.head < i,
          tree.children(of: $0.head, "advmod").contains(where: { tree.lemma($0) == "not" })
        {
          return Oblique(head: $0.head, preposition: "in")
        }
        // "did not open until 2031": in 2031.
        if $0.preposition == "until", isNotUntil {
          return Oblique(head: $0.head, preposition: "in")
        }
        guard isAhead, $0.preposition == "ahead of" else { return $0 }
        return Oblique(head: $0.head, preposition: "of")
      }.filter { phrase in
        !tree.datesTheTelling(phrase.head)
          // "until 1 July, the day on which it begins"
          && !tree.children(of: phrase.head, "acl").contains { tree.datedByRelative($0) != nil }
      })
    let span = proposition.object.flatMap { o in
      TimeExpression.isTime(o, in: tree) && rest.contains { $0.head > o } ? o : nil
    }
    // "wait years for connections" says how long, not what.
    let lasts = proposition.object.map { TimeExpression.isUnit($0, in: tree) } ?? false
    let object = span == nil && !(lasts && !rest.isEmpty) ? proposition.object : nil
    self.object = object
    // "the capacity added in 2024", "within a year": a time inside a name dates the claim.
    let inside = ([i, subject.head] + [object].compactMap { $0 } + rest.map(\.head)).flatMap {
      head in
      tree.children(of: head, "nmod").compactMap { child -> Oblique? in
        guard TimeExpression.isTime(child, in: tree) else { return nil }
        let mark = tree.marker(of: child)
        let isBare =
          tree.words[child].relation == "nmod:unmarked" && !tree.isRate(child)
          && !TimeExpression.isTime(head, in: tree)
        // "a law from 1952" is as old as that, what is done by it is not.
        guard mark.map({ $0 != "of" && ($0 != "from" || tree.isFromTo(child)) }) ?? isBare else {
          return nil
        }
        return Oblique(head: child, preposition: mark ?? "")
      }
    }
    let adverbs = tree.children(of: i, "advmod").filter {
      reading.words["time adverb"].contains(tree.lemma($0))
        || ["ago", "earlier", "later"].contains(tree.lemma($0))
          && tree.children[$0].contains { TimeExpression.isUnit($0, in: tree) }
    }.map { Oblique(head: $0, preposition: "") }
    // "agreed on Sunday to buy": the verb above says nothing else, but when.
    var above: [Oblique] = []
    var outer = i
    while tree.base(outer) == "xcomp", tree.words[outer].head >= 0 {
      outer = tree.words[outer].head
      above += reading.split(reading.reader.obliques(of: outer)).times
    }
    // "In 2024 Viora overtook Orbit to become the largest"
    if tree.base(outer) == "advcl", tree.hasComeTo(outer, reading.words) {
      above += reading.split(reading.reader.obliques(of: tree.words[outer].head)).times
    }
    // "By mid-2025 Meta said it would stop": when one said so is when it was to be.
    let own = times + inside + adverbs
    let teller =
      tree.base(outer) == "ccomp" && tree.words[outer].head >= 0
      ? tree.words[outer].head
      : tree.children(of: outer, "parataxis").first { tree.speaksAside($0, reading.words) }
    if own.isEmpty, let teller, reading.words["speech"].contains(tree.lemma(teller)),
      tree.isPast(teller)
    {
      // "said on Friday" only dates the news.
      above += reading.split(reading.reader.obliques(of: teller)).times.filter {
        !TimeExpression.isWeekday($0.head, in: tree)
      }
    }
    // "until 1 July, the day on which the act takes effect"
    let named = tree.datedByRelative(i).map { Oblique(head: $0, preposition: "on") }
    // "closed 2024 as the largest maker"
    let passed = span.flatMap {
      TimeExpression.isYear(tree.words[$0].form) ? Oblique(head: $0, preposition: "") : nil
    }
    self.times =
      times + inside.filter { !times.contains($0) } + adverbs + above
      + [passed, named].compactMap(\.self)
    let idle = reading.words["idle phrase"]
    self.rest = rest.filter { phrase in
      let noun = tree.lemma(phrase.head)
      // "the day on which it begins"
      if named != nil, tree.isRelativePronoun(phrase.head) { return false }
      // "at no point" is the clause's denial.
      let isDenial =
        reading.words["no occasion"].contains(noun)
        && tree.children(of: phrase.head, "det").contains { tree.lemma($0) == "no" }
      // "at no cost", "with no delay"
      if tree.isDenied(phrase.head), !tree.deniesPhrase(phrase.head) { return false }
      // "on record", but "trained on public records"
      let form = tree.words[phrase.head].form.lowercased()
      return !isDenial && !idle.contains("\(phrase.preposition) \(form)")
    }
    let afterObject = object.flatMap { tree.subtree($0).last }.map { $0 + 1 }
    particles = tree.children[i].filter {
      tree.words[$0].relation == "compound:prt" && $0 > i
        || $0 > i && $0 <= i + 2 && tree.base($0) == "advmod"
          && (reading.words["particle"].contains(tree.lemma($0))
            && (isAhead || !tree.isAheadOf($0))
            // "breaks even", "pulls even with Oslo"
            || $0 == i + 1 && tree.lemma($0) == "even"
              && ["break", "pull", "draw"].contains(tree.lemma(i)))
        // "turns every applicant away"
        || $0 == afterObject && tree.base($0) == "advmod" && tree.children[$0].isEmpty
          && reading.words["late particle"].contains(tree.lemma($0))
    }
    control = Self.control(of: i, in: reading)
    base = ([tree.verbLemma(i)] + particles.map(tree.lemma)).joined(separator: " ")
  }

  /// "did not take effect until May": what comes about but once did so in May.
  private static func isNotUntil(_ proposition: Proposition, in reading: SentenceReading) -> Bool {
    guard proposition.polarity == .negative else { return false }
    let tree = reading.tree
    let i = proposition.predicate
    let noun = proposition.obliques.first { ["into", "in"].contains($0.preposition) }?.head
    // "Does not open until noon" is so every day, but "does not take effect until July" is of one.
    return proposition.obliques.contains {
      $0.preposition == "until" && $0.head > i && TimeExpression.isTime($0.head, in: tree)
    }
      && (tree.isPast(i) && reading.words["come about"].contains(tree.verbLemma(i))
        || [proposition.object, noun].compactMap(\.self).contains {
          ["effect", "force"].contains(tree.lemma($0))
        })
  }

  /// Whether what is behind "than" or "as" is compared here rather than in a clause inside: "toasted Viora, which
  /// sold more than Orbit".
  func compares(with rival: Int) -> Bool {
    guard rival != predicate else { return false }
    var i = tree.words[rival].head
    while i >= 0, i != predicate {
      if ["acl", "ccomp", "parataxis"].contains(tree.base(i)), tree.isPredicate(i) { return false }
      i = tree.words[i].head
    }
    return i == predicate
  }

  /// The verb's words in the text, with auxiliaries and particles.
  var verbWords: [Int] {
    tree.children(of: predicate, "aux", "aux:pass").filter { $0 < predicate } + [predicate]
      + particles
  }

  /// The copula's words in the text, with an adjective that follows.
  var copulaWords: [Int] {
    tree.children(of: predicate, "cop", "aux")
      + (tree.words[predicate].upos == "ADJ" ? [predicate] : [])
  }

  /// Whether a phrase stands after the verb, or is asked for and would stand there.
  func follows(_ oblique: Oblique) -> Bool {
    oblique.head > predicate || tree.words[oblique.head].relation == "obl:cleft"
      || reading.keepsQuestionWords && tree.words[oblique.head].feats.contains("PronType=Int")
  }

  /// The participle in the text's form with its particles: "spun off".
  var participle: String {
    ([predicate] + particles).map { tree.words[$0].form.lowercased() }.joined(separator: " ")
  }

  /// The same clause with further phrases of its predicate.
  func adding(_ obliques: [Oblique]) -> Clause {
    var p = proposition
    p.obliques += obliques.filter { !p.obliques.contains($0) }
    return Clause(p, subject: subject, in: reading)
  }

  private static func control(of i: Int, in reading: SentenceReading) -> String? {
    let tree = reading.tree
    let outer = tree.words[i].head
    guard tree.base(i) == "xcomp", outer >= 0, tree.words[i].upos == "VERB",
      !reading.reader.isTransparent(outer), !tree.isMadeTo(i, reading.words),
      !(reading.words["denial"].contains(tree.lemma(outer)) && tree.isGerund(i))
    else { return nil }
    let word = tree.words[outer]
    // "feels trapped": a state, with nobody in control of it.
    if tree.words[i].xpos == "VBN", tree.child(of: i, "aux") == nil { return nil }
    // "is free to sell", "is allowed to sell": can sell.
    if tree.marker(of: i) == "to",
      reading.words[word.upos == "ADJ" ? "free to" : "let to"].contains(tree.lemma(outer)),
      word.upos == "ADJ" || tree.isPassive(outer)
    {
      return "can"
    }
    if word.upos == "ADJ" || tree.isPassive(outer) { return "is \(word.form.lowercased()) to" }
    let verb = Inflection.thirdPerson(tree.verbLemma(outer))
    return tree.words[i].xpos == "VBG" ? verb : "\(verb) to"
  }

  /// The vocabulary's relation for a phrase of lemmas.
  func known(_ phrase: String) -> String? {
    control == nil ? vocabulary.relationByPhrase[phrase] : nil
  }

  /// How a vocabulary's phrase may write a noun, the fullest first: "entity list", "talks", "talk", "go-ahead".
  func nouns(of head: Int) -> [String] {
    let parts = tree.children(of: head, "amod", "compound", "nummod").filter { $0 < head }
    let full = tree.text(
      ((parts.first ?? head)..<head).filter { i in
        parts.contains { tree.subtree($0).contains(i) } || tree.words[i].form == "-"
      }
    ).lowercased()
    let last = tree.lemma(head).lowercased()
    let isHyphened = head > 0 && tree.words[head - 1].form == "-"
    let form = tree.words[head].form.lowercased()
    let described = full.isEmpty ? [] : [full + (isHyphened ? "" : " ") + last]
    return described + [last] + (form == last ? [] : [form])
  }

  /// The first relation the vocabulary has for a noun of the clause within a phrase.
  func known(_ head: Int, in phrase: (String) -> String) -> String? {
    let phrases = nouns(of: head).map(phrase)
    for phrase in phrases {
      if let relation = known(phrase) { return relation }
    }
    // "takes pressure off": no relation of its own, but one with a sense; "a duty of 20 percent on" would lose
    // the amount.
    guard control == nil, tree.child(of: head, "nummod") == nil,
      !tree.children(of: head, "nmod").contains(where: { Quantities.isAmount($0, in: tree) }),
      let sensed = phrases.first(where: {
        $0.split(separator: " ").count > 2 && !Senses.builtIn.sides(of: $0).isEmpty
      })
    else { return nil }
    return Inflection.thirdPerson(phrase: sensed)
  }

  /// The first of the phrases by which the verb treats its object, and the relation: "put the plan on hold",
  /// "was put on hold".
  ///
  /// With its noun first: "kept the plan under wraps" says more than "kept it under".
  func held(by phrases: [Oblique]) -> (phrase: Oblique, relation: String)? {
    phrases.lazy.compactMap { phrase in
      let relation =
        known(phrase.head, in: { "\(base) _ \(phrase.preposition) \($0)" })
        ?? known("\(base) _ \(phrase.preposition)")
      return relation.map { (phrase, $0) }
    }.first
  }

  /// The relation for a phrase of lemmas: the vocabulary's, else the phrase itself in third person.
  func relation(_ phrase: String) -> String {
    if let control {
      guard tree.words[predicate].xpos == "VBG" else { return "\(control) \(phrase)" }
      let rest = phrase.split(separator: " ").dropFirst()
      return ([control, tree.words[predicate].form.lowercased()] + rest.map(String.init))
        .joined(separator: " ")
    }
    return known(phrase) ?? Inflection.thirdPerson(phrase: phrase)
  }

  /// One claim of this clause: phrases that are neither its object nor named in `using` become scope and time.
  func claim(
    _ relation: String, from words: [Int], to object: Target?, of subject: Target? = nil,
    using used: [Int] = []
  ) -> Draft {
    let subject = subject ?? self.subject
    let isContrasted = [subject.head, object?.head].contains { $0.map(tree.isContrasted) ?? false }
    let free = { (o: Oblique) in o.head != object?.head && !used.contains(o.head) }
    // "suspended the rule for a year on 10 November": the day is when, the year how long.
    let open = times.filter(free)
    let isSpan = { (o: Oblique) in
      o.preposition == "for" && TimeExpression.isUnit(o.head, in: tree)
    }
    let time = open.first { !isSpan($0) } ?? open.first
    let span = open.first { isSpan($0) && $0.head != time?.head }
    let trust = Double(
      min(
        tree.words[subject.head].confidence, object.map { tree.words[$0.head].confidence } ?? 1,
        tree.words[predicate].confidence))
    let naming = { (head: Int) in tree.text(reading.phrases.naming(head)) }
    return Draft(
      subject: subject.name,
      relation: proposition.isDuty ? "must \(Inflection.bare(relation))" : relation,
      object: object?.name ?? "",
      surface: Surface(
        subject: naming(subject.head), relation: tree.text(Array(Set(words)).sorted()),
        object: object.map { naming($0.head) } ?? ""),
      polarity: isContrasted ? proposition.polarity.opposite : proposition.polarity,
      modality: proposition.modality,
      scope: scope(of: scopes(rest.filter(free), of: relation), for: relation)
        ?? span.map { "for \(reading.phrases.text($0.head))" },
      time: time.map(timeExpression) ?? subordinateTime ?? past,
      timePreposition: time?.preposition ?? "", attribution: attribution,
      trust: trust, predicate: predicate,
      subjectHead: subject.head, objectHead: object?.head)
  }

  /// The same claim to each conjunct of an oblique.
  func claims(
    _ relation: String, from words: [Int], to oblique: Oblique, using used: [Int] = []
  ) -> [Draft] {
    reading.targets(oblique).map {
      claim(relation, from: words, to: $0, using: used + [oblique.head])
    }
  }

  /// The words of a time; a preposition that bounds it belongs to them: "since January".
  private func timeExpression(_ oblique: Oblique) -> TimeExpression {
    // "three months after the fifth ratification"
    if let event = tree.measuredTime(oblique.head) {
      return TimeExpression(text: tree.text(tree.subtree(event)))
    }
    let joined = oblique.preposition == "between"
    let isBound = reading.words["time bound"].contains(oblique.preposition)
    let named = reading.phrases.naming(oblique.head, isolated: !joined)
    let article = tree.children(of: oblique.head, "det").filter {
      $0 < oblique.head && (isBound || ["this", "that", "these"].contains(tree.lemma($0)))
    }
    let exact = named.filter {
      tree.base($0) != "advmod" || !["only", "just"].contains(tree.lemma($0))
    }
    let words = tree.text(Array(Set(exact + article)).sorted())
    // "from 2030 on"
    if ["from", "since"].contains(oblique.preposition), words.hasSuffix(" on") {
      return TimeExpression(text: "since \(words.dropLast(" on".count))")
    }
    return TimeExpression(text: isBound ? "\(oblique.preposition) \(words)" : words)
  }

  /// "used to lead": then, no longer now.
  private var past: TimeExpression? {
    let outer = tree.words[predicate].head
    guard tree.base(predicate) == "xcomp", outer >= 0, tree.lemma(outer) == "use",
      tree.marker(of: predicate) == "to", tree.words[outer].form.lowercased() == "used",
      !tree.isPassive(outer), tree.child(of: outer, "obj") == nil
    else { return nil }
    return TimeExpression(text: "formerly")
  }

  /// A clause that says when: "since it was founded".
  private var subordinateTime: TimeExpression? {
    tree.children(of: predicate, "advcl").first {
      ["since", "before", "until"].contains(tree.marker(of: $0) ?? "")
        && tree.words[$0].xpos != "VBG" && !ReasonClause.isReasonSince($0, in: tree)
    }.map { clause in
      let isDenial = tree.isNotSince(clause)
      return TimeExpression(
        text: tree.text(
          tree.subtree(clause) {
            tree.base($0) == "punct" || isDenial && $0 < clause && tree.lemma($0) == "not"
          }))
    }
  }

  /// The first of the phrases; who leads is told in what, and by how much if that is more than "by a wide margin".
  private func scope(of phrases: [String], for relation: String) -> String? {
    if vocabulary.relations[relation]?.frame == "leadership", phrases.count > 1,
      let distance = phrases.first(where: { $0.hasPrefix("by ") }),
      let field = phrases.first(where: { !$0.hasPrefix("by ") })
    {
      return distance.hasSuffix(" margin") ? field : "\(field), \(distance)"
    }
    return phrases.first
  }

  private func scopes(_ obliques: [Oblique], of relation: String) -> [String] {
    let lists = reading.words
    let phrases = obliques.filter {
      // "climbed to $5 billion, from $3 billion": where it stood before.
      if $0.preposition == "from", relation.hasSuffix(" to"),
        Quantities.isAmount($0.head, in: tree)
      {
        return true
      }
      // "can't build it without Oslo's chips": with them it may.
      if $0.preposition == "without", proposition.polarity == .negative, !$0.isGerund {
        return true
      }
      if $0.preposition == "by", !proposition.isPassive, measures($0.head) { return true }
      // "for all the noise from Oslo" concedes.
      if $0.preposition == "for", $0.head < predicate,
        tree.children(of: $0.head, "det").contains(where: { tree.lemma($0) == "all" })
      {
        return false
      }
      return !$0.preposition.isEmpty && !$0.isGerund
        && !lists["no scope"].contains($0.preposition)
    }.map { o in
      // "Nscale, into which Nvidia has put a billion"
      let named =
        tree.isRelativePronoun(o.head) ? tree.antecedent(of: predicate).flatMap(reading.name) : nil
      let text = named ?? reading.phrases.text(o.head)
      return lists["bare scope"].contains(o.preposition) ? text : "\(o.preposition) \(text)"
    }
    let joined = withMeasure(phrases, of: obliques, for: relation)
    let adverbs = tree.children(of: predicate, "advmod").filter {
      lists["place adverb"].contains(tree.lemma($0))
    }
    // "builds phones without American parts"
    let lacking = obliques.filter {
      $0.preposition == "without" && proposition.polarity == .positive && !$0.isGerund
        && $0.head > predicate
    }.map { "without \(reading.phrases.text($0.head))" }
    return joined + adverbs.map { tree.words[$0].form } + condition + lacking
  }

  /// "closed the gap in yields at 7 nanometres": what they are level in, whole.
  private func withMeasure(_ phrases: [String], of obliques: [Oblique], for relation: String)
    -> [String]
  {
    guard vocabulary.ranks(relation),
      phrases.count == 2, let field = obliques.first(where: { $0.preposition == "in" }),
      let next = obliques.first(where: { $0.preposition == "at" }),
      let end = tree.subtree(field.head).last, tree.subtree(next.head).first == end + 1
    else { return phrases }
    return ["\(phrases[0]) at \(reading.phrases.text(next.head))"]
  }

  /// What a comparison goes by: "measured by volume".
  var measure: String? {
    (tree.children(of: predicate, "advcl") + tree.children(of: subject.head, "acl")).first {
      tree.isMeasuring($0, reading.words)
    }.flatMap {
      tree.children(of: $0, "obl").first { tree.marker(of: $0) == "by" }
    }.map { reading.phrases.text($0) }
  }

  /// The clause that a conditional claim depends on, "if the act passes", or that limits any: "as long as they pay".
  private var condition: [String] {
    let isConditional = proposition.modality == .conditional
    var clause = predicate
    while tree.base(clause) == "xcomp", tree.words[clause].head >= 0 {
      clause = tree.words[clause].head
    }
    let found = tree.children(of: clause, "advcl").first {
      let marker = tree.marker(of: $0) ?? ""
      return isConditional && ["if", "unless"].contains(marker) || Tree.provisos.contains(marker)
    }
    return found.map { [tree.text(tree.subtree($0) { tree.base($0) == "punct" }).lowercasedFirst] }
      ?? []
  }

  /// "by a third", "by 12 percent", "by a full generation": how much, not by whom.
  private func measures(_ head: Int) -> Bool {
    tree.words[head].upos == "NUM" || tree.child(of: head, "nummod") != nil
      || TimeExpression.isUnit(head, in: tree)
      || reading.words["measure"].contains(tree.lemma(head))
      || tree.lemma(head) == "average"
  }

  private var attribution: String? {
    if let a = proposition.attribution { return reading.name(a) }
    var clause = predicate
    while true {
      let phrases = reading.reader.obliques(of: clause)
      if let source = phrases.first(where: { $0.preposition == "according to" }) {
        // "according to the utility Viora"
        if let named = tree.children(of: source.head, "appos").first,
          tree.words[named].upos == "PROPN", named == source.head + 1
        {
          return reading.name(named)
        }
        return reading.naming.name(reading.phrases.text(source.head))
      }
      // "by the agency's count", "by the reckoning of the agency"
      if let count = phrases.first(where: {
        $0.preposition == "by" && reading.words["count noun"].contains(tree.lemma($0.head))
      }),
        let source = tree.owner(of: count.head)
      {
        return reading.name(source)
      }
      guard ["xcomp", "ccomp", "conj"].contains(tree.base(clause)), tree.words[clause].head >= 0
      else { return nil }
      let isInner = tree.base(clause) == "xcomp"
      clause = tree.words[clause].head
      // "claims to have built it", "boasts of building it": by its own word.
      if isInner, reading.words["boasting"].contains(tree.lemma(clause)), !tree.isPassive(clause) {
        return subject.name
      }
    }
  }
}

extension String {
  /// The same words as they stand inside a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
