import Claims
import Language
import Text

/// A claim before its evidence and reference are filled in: names are text, heads still point into the tree.
struct Draft {
  var rule: String
  var subject: String
  var relation: String
  var object: String
  var surface: Surface
  var polarity = Polarity.positive
  var modality = Modality.asserted
  var scope: String?
  var time: TimeExpression?
  var timePreposition = ""
  var attribution: String?
  var confidence: Double
  /// Position of the subject's head word, for reference.
  var subjectHead: Int?
  var objectHead: Int?
}

/// Proposition to canonical claim: relation named by the vocabulary, what is left over as scope and time.
struct CanonicalRenderer {
  let tree: Tree
  let vocabulary: Vocabulary
  let naming: EntityNaming
  let phrases: Phrases
  let reader: PropositionReader
  /// Names a pronoun or short reference at a word, nil where it is not sure.
  let resolve: (Int) -> String?
  /// Whether the phrases of a question are read, so that "who" stands for itself.
  var keepsQuestionWords = false

  /// Adverbs that are part of the verb: "fall behind", "move ahead".
  private static let particles: Set<String> = [
    "ahead", "behind", "out", "up", "away", "back", "apart", "forward", "down", "off", "over", "on",
    "together", "in",
  ]
  private static let doubted: Set<String> = [
    "perceive", "perceived", "allege", "claim", "suppose", "alleged", "supposed", "claimed",
    "purported", "potential", "possible", "future",
  ]
  private static let lightGerunds: Set<String> = [
    "access", "use", "obtain", "buy", "get", "acquire", "have", "receive",
  ]
  private static let copulas: Set<String> = [
    "be", "remain", "stay", "become", "seem", "appear", "look", "prove", "feel", "keep", "stand",
  ]

  func drafts(of p: Proposition) -> [Draft] {
    guard p.isAsserted, let subject = p.subject else { return [] }
    if let gap = gapDraft(p, subject) { return [gap] }
    guard let subjectName = name(subject) else { return [] }
    let i = p.predicate
    if tree.child(of: i, "cop") != nil { return copular(p, subject, subjectName) }
    guard tree.words[i].upos == "VERB" || tree.words[i].upos == "AUX" else { return [] }
    if p.isPassive { return passive(p, subject, subjectName) }
    return active(p, subject, subjectName)
  }

  // MARK: verb clauses

  private func active(_ p: Proposition, _ subject: Int, _ subjectName: String) -> [Draft] {
    let i = p.predicate
    let verb = tree.verbLemma(i)
    var (times, rest) = split(p.obliques)
    let particle = particles(of: i)
    let base = ([verb] + particle.map(tree.lemma)).joined(separator: " ")

    // "remains ahead of B", "becomes dependent on chips": the adjective carries the relation.
    if let state = tree.children(of: i, "xcomp", "advmod").first(where: {
      ["ADJ", "ADV", "NOUN"].contains(tree.words[$0].upos)
        && (tree.base($0) == "xcomp" || Self.copulas.contains(verb)) && $0 > i
    }), Self.copulas.contains(verb), p.object == nil {
      return stative(p, subject, subjectName, state: state, verb: verb, times: times, rest: rest)
    }
    var object = p.object
    if let o = object, TimeExpression.isTime(o, in: tree), rest.contains(where: { $0.head > o }) {
      times.append(Oblique(head: o, preposition: ""))
      object = nil
    }
    rest.removeAll { $0.head == i }
    if let o = object {
      if tree.words[o].feats.contains("Reflex=Yes"),
        let oblique = rest.first(where: { $0.head > o })
      {
        let phrase = "\(base) \(tree.words[o].form.lowercased()) \(oblique.preposition)"
        let relation = vocabulary.relationByPhrase[phrase] ?? thirdPerson(phrase)
        return named(oblique).map {
          [
            draft(
              p, subject, subjectName, relation, words(i, particle) + [o], oblique.head, $0, times,
              rest.filter { $0.head != oblique.head })
          ]
        } ?? []
      }
      guard let objectName = objectName(o) else { return [] }
      for oblique in rest {
        let left = rest.filter { $0.head != oblique.head }
        let noun = "\(base) \(tree.lemma(o)) \(oblique.preposition)"
        if let relation = vocabulary.relationByPhrase[noun] {
          return conjuncts(oblique).compactMap { target in
            named(target).map {
              draft(
                p, subject, subjectName, relation, words(i, particle) + [o], target.head, $0, times,
                left)
            }
          }
        }
        // "keeps its model behind an API": the preposition is the verb's, the object stays.
        if let relation = vocabulary.relationByPhrase["\(base) _ \(oblique.preposition)"] {
          return [
            draft(
              p, subject, subjectName, relation, words(i, particle), o, objectName, times, left)
          ]
        }
      }
      for time in times {
        if let relation = vocabulary.relationByPhrase[
          "\(base) \(tree.lemma(o)) \(time.preposition)"]
        {
          return [
            draft(
              p, subject, subjectName, relation, words(i, particle) + [o], time.head,
              phrases.text(time.head), [], rest)
          ]
        }
      }
      if let relation = vocabulary.relationByPhrase["\(base) \(tree.lemma(o))"], objectIsBare(o) {
        return [
          draft(p, subject, subjectName, relation, words(i, particle) + [o], nil, "", times, rest)
        ]
      }
      if verb == "have" || verb == "hold" || verb == "see",
        let nominal = nominalObject(o, p, subject, subjectName, times)
      {
        return [nominal]
      }
      if let comparison = comparison(o, p, subject, subjectName, times, rest) {
        return [comparison]
      }
      // "lets Nvidia resume sales": what is let belongs to the object.
      if let inner = p.complement, tree.words[inner].upos == "VERB", tree.base(inner) == "xcomp" {
        if resolve(o) != nil || tree.words[o].upos == "PRON" { return [] }
        let whole = objectName + " to " + tree.text(phrases.naming(inner)).without(prefix: "to ")
        return [
          draft(
            p, subject, subjectName, relationName(base, p), words(i, particle), o, whole, times,
            rest)
        ]
      }
      return [
        draft(
          p, subject, subjectName, relationName(base, p), words(i, particle), o, objectName, times,
          rest)
      ]
    }
    // "When did the act come into force?" asks for the date that the relation ends in.
    if keepsQuestionWords,
      let when = tree.children(of: i, "advmod").first(where: { tree.lemma($0) == "when" })
    {
      for first in rest {
        let phrase = "\(base) \(first.preposition) \(tree.lemma(first.head)) on"
        guard let relation = vocabulary.relationByPhrase[phrase] else { continue }
        return [
          draft(
            p, subject, subjectName, relation, words(i, particle) + [first.head], when, "when",
            times, [])
        ]
      }
    }
    // Two obliques may make one relation: "come into force on 1 August".
    let after = (rest + times).sorted { $0.head < $1.head }
    for first in after {
      for second in after where second.head != first.head {
        let phrase = "\(base) \(first.preposition) \(tree.lemma(first.head)) \(second.preposition)"
        if let relation = vocabulary.relationByPhrase[phrase], let target = named(second) {
          return [
            draft(
              p, subject, subjectName, relation, words(i, particle) + [first.head], second.head,
              target, times.filter { $0.head != second.head },
              rest.filter { $0.head != first.head && $0.head != second.head })
          ]
        }
      }
    }
    for time in times where !time.preposition.isEmpty {
      if let relation = vocabulary.relationByPhrase["\(base) \(time.preposition)"],
        vocabulary.relations[relation]?.traits?.contains("functional") ?? false
      {
        return [
          draft(
            p, subject, subjectName, relation, words(i, particle), time.head,
            phrases.text(time.head), [], rest)
        ]
      }
    }
    let essential = rest.filter { $0.head > i && !$0.preposition.isEmpty }
    let known = essential.first { vocabulary.relationByPhrase["\(base) \($0.preposition)"] != nil }
    if let chosen = known ?? essential.first,
      ![
        "despite", "according to", "because of", "due to", "unlike", "without", "as of", "after",
        "before", "with",
      ].contains(chosen.preposition) || known != nil
    {
      if chosen.preposition == "as",
        ["end", "finish", "rank", "close", "emerge", "start", "begin", "stand"].contains(verb),
        let made = superlative(
          p, subject, subjectName, chosen.head, times, rest.filter { $0.head != chosen.head })
      {
        return [made]
      }
      let phrase = "\(base) \(chosen.preposition)"
      let relation =
        vocabulary.relationByPhrase[phrase] ?? thirdPerson(base) + " " + chosen.preposition
      let left = rest.filter { $0.head != chosen.head }
      return conjuncts(chosen).compactMap { target in
        named(target).map {
          draft(p, subject, subjectName, relation, words(i, particle), target.head, $0, times, left)
        }
      }
    }
    if let inner = p.complement, tree.base(inner) == "ccomp", tree.words[inner].xpos == "VB",
      tree.child(of: inner, "aux") == nil, let s = tree.child(of: inner, "nsubj"),
      tree.words[s].upos != "PRON"
    {
      // "lets Nvidia resume sales"
      return [
        draft(
          p, subject, subjectName, relationName(base, p), words(i, particle), inner,
          tree.text(tree.subtree(inner) { tree.base($0) == "punct" || tree.base($0) == "advcl" }),
          times, rest)
      ]
    }
    if p.complement != nil { return [] }
    // A verb alone makes a claim only in a main clause: elsewhere it sets the scene.
    guard isMain(i), tree.words[subject].upos != "PRON" || resolve(subject) != nil else {
      return []
    }
    return [
      draft(
        p, subject, subjectName, relationName(base, p), words(i, particle), nil, "", times, rest,
        factor: 0.7)
    ]
  }

  private func stative(
    _ p: Proposition, _ subject: Int, _ subjectName: String, state: Int, verb: String,
    times: [Oblique], rest: [Oblique]
  ) -> [Draft] {
    let below =
      reader.obliques(of: state).filter { $0.head > state }
      + tree.children(of: state, "nmod", "obl").filter { $0 > state }.map {
        Oblique(head: $0, preposition: tree.marker(of: $0) ?? "")
      }
    let (innerTimes, inner) = split(Array(Set(below)).sorted { $0.head < $1.head })
    let all = inner + rest.filter { r in !inner.contains { $0.head == r.head } }
    for target in all {
      for v in [verb, "be"] {
        if let relation = vocabulary.relationByPhrase[
          "\(v) \(tree.lemma(state)) \(target.preposition)"]
        {
          let left = all.filter { $0.head != target.head }
          return conjuncts(target).compactMap { t in
            named(t).map {
              draft(
                p, subject, subjectName, relation, [p.predicate, state], t.head, $0,
                times + innerTimes, left)
            }
          }
        }
      }
    }
    let copula = verb == "become" ? "becomes" : "is"
    if tree.words[state].upos == "NOUN" || tree.words[state].upos == "PROPN" {
      if let superlative = superlative(p, subject, subjectName, state, times, rest) {
        return [superlative]
      }
      return [
        draft(
          p, subject, subjectName, copula, [p.predicate], state, phrases.text(state),
          times + innerTimes, rest)
      ]
    }
    if let target = all.first, !target.preposition.isEmpty {
      let relation = "\(copula) \(tree.lemma(state)) \(target.preposition)"
      return named(target).map {
        [
          draft(
            p, subject, subjectName, relation, [p.predicate, state], target.head, $0,
            times + innerTimes, all.filter { $0.head != target.head })
        ]
      } ?? []
    }
    return [
      draft(
        p, subject, subjectName, copula, [p.predicate], state, phrases.text(state),
        times + innerTimes, rest)
    ]
  }

  private func copular(_ p: Proposition, _ subject: Int, _ subjectName: String) -> [Draft] {
    let i = p.predicate
    let (times, rest) = split(p.obliques.filter { $0.head != i })
    if let superlative = superlative(p, subject, subjectName, i, times, rest) {
      return [superlative]
    }
    switch tree.words[i].upos {
    case "ADJ", "ADV", "VERB":
      let after = rest.filter { $0.head > i && !$0.preposition.isEmpty }
      for target in after {
        if let relation = vocabulary.relationByPhrase["be \(tree.lemma(i)) \(target.preposition)"] {
          let left = rest.filter { $0.head != target.head }
          return conjuncts(target).compactMap { t in
            named(t).map {
              draft(p, subject, subjectName, relation, copulaWords(i), t.head, $0, times, left)
            }
          }
        }
      }
      if let target = after.first, let object = named(target),
        !["than", "since", "because of"].contains(target.preposition)
      {
        let relation = "is \(tree.words[i].form.lowercased()) \(target.preposition)"
        return [
          draft(
            p, subject, subjectName, relation, copulaWords(i), target.head, object, times,
            rest.filter { $0.head != target.head })
        ]
      }
      return [
        draft(
          p, subject, subjectName, "is", copulaWords(i), i,
          tree.text(phrases.naming(i, isolated: false)), times, rest.filter { $0.head < i })
      ]
    default:
      // "is in Hangzhou", "is behind an API": the preposition is the predicate.
      if let preposition = tree.marker(of: i),
        tree.children(of: i, "case").contains(where: {
          $0 < i && $0 > (tree.child(of: i, "cop") ?? i)
        })
      {
        let relation = vocabulary.relationByPhrase["be \(preposition)"] ?? "is \(preposition)"
        if let nounal = vocabulary.relationByPhrase["\(tree.lemma(subject)) be \(preposition)"],
          let owner = tree.child(of: subject, "nmod:poss")
        {
          return [
            draft(
              p, owner, naming.name(phrases.text(owner)), nounal, copulaWords(i), i,
              naming.name(phrases.text(i)), times, rest)
          ]
        }
        return [
          draft(
            p, subject, subjectName, relation, copulaWords(i), i, naming.name(phrases.text(i)),
            times, rest)
        ]
      }
      return reader.expanded(i).map {
        draft(
          p, subject, subjectName, "is", copulaWords(i), $0, naming.name(phrases.text($0)), times,
          rest)
      }
    }
  }

  /// "the most downloaded open model family" gives `is most downloaded | open model family`.
  private func superlative(
    _ p: Proposition, _ subject: Int, _ subjectName: String, _ i: Int, _ times: [Oblique],
    _ rest: [Oblique]
  ) -> Draft? {
    guard ["NOUN", "PROPN", "VERB", "ADJ"].contains(tree.words[i].upos) else { return nil }
    let modifiers = [i] + tree.children(of: i, "amod", "acl")
    for modifier in modifiers where modifier <= i {
      let most = tree.children(of: modifier, "advmod").first {
        ["most", "least"].contains(tree.words[$0].form.lowercased())
      }
      let ordinal =
        ["top", "first", "only", "sole", "leading"].contains(tree.lemma(modifier)) && modifier != i
      let grade = tree.words[modifier].xpos == "JJS" && modifier != i
      guard most != nil || ordinal || grade else { continue }
      let label =
        most.map { "\(tree.words[$0].form.lowercased()) \(tree.words[modifier].form.lowercased())" }
        ?? tree.words[modifier].form.lowercased()
      let kept = phrases.naming(i).filter { w in
        modifier == i ? false : !tree.subtree(modifier).contains(w)
      }
      let places = kept.filter {
        tree.base($0) == "nmod" && ["in", "of", "on"].contains(tree.marker(of: $0) ?? "") && $0 > i
      }
      var scope: String?
      var words = kept
      if let place = places.first {
        scope = phrases.text(place)
        let gone = Set(tree.subtree(place))
        words.removeAll { gone.contains($0) }
      }
      var made = draft(
        p, subject, subjectName, "is \(label)", [p.predicate, modifier], i, tree.text(words), times,
        rest)
      if let adverb = tree.children(of: modifier, "advmod").first(where: { $0 > modifier })
        ?? tree.children(of: i, "advmod").first(where: { $0 > i })
      {
        words.removeAll { $0 == adverb }
        made.object = tree.text(words)
        scope = scope ?? tree.words[adverb].form
      }
      made.scope = made.scope ?? scope
      return made
    }
    return nil
  }

  private func passive(_ p: Proposition, _ subject: Int, _ subjectName: String) -> [Draft] {
    let i = p.predicate
    let (times, rest) = split(p.obliques)
    let particle = particles(of: i)
    let base = ([tree.verbLemma(i)] + particle.map(tree.lemma)).joined(separator: " ")
    if let agent = rest.first(where: { $0.preposition == "by" && !$0.isGerund }), agent.head > i {
      guard let agentName = name(agent.head) else { return [] }
      return reader.expanded(agent.head).map { a in
        draft(
          p, a, a == agent.head ? agentName : naming.name(phrases.text(a)), relationName(base, p),
          words(i, particle), subject, subjectName, times, rest.filter { $0.head != agent.head })
      }
    }
    let participle =
      ([tree.words[i].form.lowercased()] + particle.map { tree.words[$0].form.lowercased() })
      .joined(separator: " ")
    let after = rest.filter {
      !$0.preposition.isEmpty && $0.head > i
        && !["despite", "because of", "due to", "according to"].contains($0.preposition)
    }
    let known = after.first {
      vocabulary.relationByPhrase["be \(base) \($0.preposition)"] != nil
        || vocabulary.relationByPhrase["be \(participle) \($0.preposition)"] != nil
        || vocabulary.relationByPhrase["is \(participle) \($0.preposition)"] != nil
    }
    if let target = known ?? after.first {
      let relation =
        vocabulary.relationByPhrase["be \(base) \(target.preposition)"]
        ?? vocabulary.relationByPhrase["be \(participle) \(target.preposition)"]
        ?? vocabulary.relationByPhrase["is \(participle) \(target.preposition)"]
        ?? "is \(participle) \(target.preposition)"
      return conjuncts(target).compactMap { t in
        named(t).map {
          draft(
            p, subject, subjectName, relation, words(i, particle), t.head, $0, times,
            rest.filter { $0.head != target.head })
        }
      }
    }
    if after.isEmpty, !isMain(i) { return [] }
    if let o = p.object ?? p.complement, tree.base(o) == "obj" || tree.base(o) == "xcomp" {
      return [
        draft(
          p, subject, subjectName, "is \(participle)", words(i, particle), o, phrases.text(o),
          times, rest)
      ]
    }
    let relation = vocabulary.relationByPhrase["be \(base)"] ?? "is \(participle)"
    return [
      draft(
        p, subject, subjectName, relation, words(i, particle), nil, "", times, rest, factor: 0.75)
    ]
  }

  // MARK: special shapes

  /// "The gap between A and B has closed": the later one closes it with the earlier one.
  private func gapDraft(_ p: Proposition, _ subject: Int) -> Draft? {
    guard ["gap", "lead", "distance", "divide"].contains(tree.lemma(subject)) else { return nil }
    let verb = tree.lemma(p.predicate)
    guard let relation = vocabulary.relationByPhrase["gap \(verb)"] else { return nil }
    guard
      let between = tree.children(of: subject, "nmod").first(where: {
        tree.marker(of: $0) == "between"
      })
    else { return nil }
    let inside = tree.subtree(between)
    var states: [String] = []
    var left: [Int] = []
    for w in inside where w != between || naming.state(tree.words[w].form) != nil {
      if let state = naming.state(tree.words[w].form) {
        if !states.contains(state) { states.append(state) }
      } else if !["DET", "CCONJ", "ADP", "PUNCT"].contains(tree.words[w].upos) {
        left.append(w)
      }
    }
    guard states.count == 2 else { return nil }
    if naming.state(tree.words[between].form) == nil { left.append(between) }
    let measure = tree.children(of: subject, "amod", "compound").filter {
      tree.base($0) == "compound" || tree.words[$0].upos == "NOUN"
    }
    let scope = tree.text((Array(Set(left)).sorted()) + measure)
    var made = draft(
      p, subject, states[1], relation, [p.predicate], between, states[0], split(p.obliques).times,
      [])
    made.scope = scope.isEmpty ? nil : scope
    made.subjectHead = nil
    return made
  }

  /// "publishes more papers than B" gives `exceeds | B`, with the measure as the scope.
  private func comparison(
    _ o: Int, _ p: Proposition, _ subject: Int, _ subjectName: String, _ times: [Oblique],
    _ rest: [Oblique]
  ) -> Draft? {
    guard
      let more = tree.children(of: o, "amod").first(where: {
        ["more", "fewer", "less"].contains(tree.words[$0].form.lowercased())
      })
    else { return nil }
    let rival = tree.subtree(p.predicate).first { w in
      ["obl", "nmod", "advcl"].contains(String(tree.base(w))) && tree.marker(of: w) == "than"
    }
    guard let rival else { return nil }
    var rivalHead = rival
    if tree.base(rival) == "advcl", let s = tree.child(of: rival, "nsubj") { rivalHead = s }
    let measured = phrases.naming(o).filter { w in
      !tree.subtree(more).contains(w) && !tree.subtree(rival).contains(w) && w < rival
    }
    let less = tree.words[more].form.lowercased() != "more"
    let relation =
      vocabulary.relationByPhrase[less ? "fall below" : "exceed"]
      ?? (less ? "falls below" : "exceeds")
    var made = draft(
      p, subject, subjectName, relation, [p.predicate, more], rivalHead,
      naming.name(tree.text(phrases.naming(rivalHead))), times, rest.filter { $0.head != rival })
    made.scope = "number of " + tree.text(measured)
    return made
  }

  /// "has a lead over B", "hold an edge over": the noun is the relation.
  private func nominalObject(
    _ o: Int, _ p: Proposition, _ subject: Int, _ subjectName: String, _ times: [Oblique]
  ) -> Draft? {
    for below in tree.children(of: o, "nmod", "obl", "acl") + tree.children(of: p.predicate, "obl")
    {
      guard let preposition = tree.marker(of: below),
        let relation = vocabulary.relationByNoun["\(tree.lemma(o)) \(preposition)"]
      else { continue }
      let others = reader.obliques(of: p.predicate).filter { $0.head != below }
      return draft(
        p, subject, subjectName, relation, [p.predicate, o], below,
        naming.name(phrases.text(below)), times, others)
    }
    return nil
  }

  /// "China's embrace of open models" gives a claim wherever it stands.
  func nominalClaims() -> [Draft] {
    var out: [Draft] = []
    for i in tree.words.indices where tree.words[i].upos == "NOUN" {
      guard let owner = tree.child(of: i, "nmod:poss"),
        !tree.children(of: i, "amod").contains(where: { Self.doubted.contains(tree.lemma($0)) })
      else { continue }
      for below in tree.children(of: i, "nmod") where tree.words[below].relation != "nmod:poss" {
        guard let preposition = tree.marker(of: below),
          let relation = vocabulary.relationByNoun["\(tree.lemma(i)) \(preposition)"]
        else { continue }
        var p = Proposition(rule: "nominal", predicate: i)
        let holder = tree.words[i].head >= 0 ? tree.words[i].head : i
        let q = Qualifiers(of: tree.isPredicate(i) ? i : holder, in: tree)
        guard q.isAsserted, q.polarity == .positive else { continue }
        p.attribution = q.attribution
        guard let ownerName = name(owner) else { continue }
        for target in reader.expanded(below) {
          out.append(
            draft(
              p, owner, ownerName, relation, [i], target, naming.name(phrases.text(target)), [], [],
              factor: 0.9))
        }
      }
    }
    return out
  }

  // MARK: parts

  private func draft(
    _ p: Proposition, _ subject: Int, _ subjectName: String, _ relation: String, _ verbWords: [Int],
    _ object: Int?, _ objectName: String, _ times: [Oblique], _ rest: [Oblique], factor: Double = 1
  ) -> Draft {
    let adverbs = tree.children(of: p.predicate, "advmod").filter {
      [
        "globally", "worldwide", "abroad", "domestically", "locally", "nationally", "overseas",
        "internationally",
      ].contains(tree.lemma($0))
    }
    var scopes = rest.filter {
      !$0.preposition.isEmpty
        && ![
          "according to", "despite", "unlike", "because of", "due to", "thanks to", "contrary to",
          "as", "by", "with", "without", "to", "from", "than", "like", "including", "along with",
          "instead of", "after", "before", "since", "until", "as of",
        ].contains($0.preposition) && !$0.isGerund
    }
    .map {
      ["in", "on", "at"].contains($0.preposition)
        ? phrases.text($0.head) : "\($0.preposition) \(phrases.text($0.head))"
    }
    scopes += adverbs.map { tree.words[$0].form }
    let time = times.first
    let ofTime = time.map { t -> TimeExpression in
      TimeExpression(text: phrases.text(t.head))
    }
    let quantifier = tree.children(of: subject, "advmod", "det").isEmpty ? 1.0 : 1.0
    let trust = Double(
      min(
        tree.words[subject].confidence, object.map { tree.words[$0].confidence } ?? 1,
        tree.words[p.predicate].confidence))
    return Draft(
      rule: p.rule, subject: subjectName, relation: relation, object: objectName,
      surface: Surface(
        subject: tree.text(phrases.naming(subject)), relation: tree.text(verbWords.sorted()),
        object: object.map { tree.text(phrases.naming($0)) } ?? ""),
      polarity: p.polarity, modality: p.modality, scope: scopes.first, time: ofTime,
      timePreposition: time?.preposition ?? "", attribution: attributionName(p),
      confidence: quantifier * factor * (0.35 + 0.6 * trust), subjectHead: subject,
      objectHead: object)
  }

  private func attributionName(_ p: Proposition) -> String? {
    if let a = p.attribution { return name(a) ?? nil }
    let source = reader.obliques(of: p.predicate).first { $0.preposition == "according to" }
    return source.map { naming.name(phrases.text($0.head)) }
  }

  /// The name of a noun phrase; nil for a pronoun that can't be resolved.
  private func name(_ head: Int) -> String? {
    if let resolved = resolve(head) { return resolved }
    if tree.words[head].upos == "PRON" || tree.words[head].upos == "DET" {
      if tree.lemma(head) == "one", let full = ones(head) { return naming.name(full) }
      if tree.words[head].feats.contains("PronType=Int") || keepsQuestionWords {
        return tree.words[head].form
      }
      return nil
    }
    if tree.lemma(head) == "one", ["NOUN", "PRON"].contains(tree.words[head].upos),
      let full = ones(head)
    {
      return naming.name(full)
    }
    var text = phrases.text(head)
    // "its models", "their rivals": the owner is named where it is sure.
    if let owner = tree.child(of: head, "nmod:poss"), tree.words[owner].upos == "PRON",
      let named = resolve(owner), !keepsQuestionWords, tree.base(head) == "nsubj"
    {
      text = "\(named)'s \(text)"
    }
    return text.isEmpty ? nil : naming.name(text)
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

  private func objectName(_ head: Int) -> String? {
    if tree.words[head].upos == "PRON" { return name(head) }
    return name(head)
  }

  private func named(_ oblique: Oblique) -> String? {
    if oblique.isGerund, Self.lightGerunds.contains(tree.lemma(oblique.head)),
      let o = tree.child(of: oblique.head, "obj")
    {
      return naming.name(phrases.text(o))
    }
    return objectName(oblique.head)
  }

  private func conjuncts(_ oblique: Oblique) -> [Oblique] {
    if oblique.isGerund {
      guard Self.lightGerunds.contains(tree.lemma(oblique.head)),
        let o = tree.child(of: oblique.head, "obj")
      else { return [oblique] }
      return reader.expanded(o).map { Oblique(head: $0, preposition: oblique.preposition) }
    }
    return reader.expanded(oblique.head).map { Oblique(head: $0, preposition: oblique.preposition) }
  }

  private func split(_ obliques: [Oblique]) -> (times: [Oblique], rest: [Oblique]) {
    var times: [Oblique] = []
    var rest: [Oblique] = []
    for o in obliques {
      if !o.isGerund, TimeExpression.isTime(o.head, in: tree) {
        times.append(o)
      } else {
        rest.append(o)
      }
    }
    return (times, rest)
  }

  private func particles(of i: Int) -> [Int] {
    tree.children[i].filter {
      tree.words[$0].relation == "compound:prt"
        || $0 > i && $0 <= i + 2 && tree.base($0) == "advmod"
          && Self.particles.contains(tree.lemma($0))
    }
  }

  private func words(_ i: Int, _ particles: [Int]) -> [Int] {
    (tree.children(of: i, "aux", "aux:pass").filter { $0 < i } + [i] + particles).sorted()
  }

  private func copulaWords(_ i: Int) -> [Int] {
    (tree.children(of: i, "cop", "aux") + (tree.words[i].upos == "ADJ" ? [i] : [])).sorted()
  }

  /// Whether the predicate heads a main clause or what somebody says, not a clause beside one.
  private func isMain(_ i: Int) -> Bool {
    var clause = i
    while tree.base(clause) == "conj", tree.words[clause].head >= 0 {
      clause = tree.words[clause].head
    }
    return ["root", "ccomp", "parataxis"].contains(String(tree.base(clause)))
  }

  private func objectIsBare(_ o: Int) -> Bool {
    tree.children(of: o, "nmod", "amod", "compound").isEmpty
  }

  private func relationName(_ base: String, _ p: Proposition) -> String {
    vocabulary.relationByPhrase[base] ?? thirdPerson(base)
  }

  private func thirdPerson(_ base: String) -> String {
    var parts = base.split(separator: " ").map(String.init)
    parts[0] = Inflection.thirdPerson(parts[0])
    return parts.joined(separator: " ")
  }
}

extension String {
  /// Drops a prefix where it stands at the start.
  func without(prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
