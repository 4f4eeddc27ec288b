import Claims
import Language

/// One way in which a clause says something: what it claims, or nil where the clause has another shape.
protocol ClaimRule: Sendable {
  /// Name that `kg extract --explain` shows.
  static var name: String { get }
  func claims(in clause: Clause) -> [Draft]?
}

/// Propositions to canonical claims: relations named by the vocabulary, what is left over as scope and time.
///
/// The first rule whose shape the clause has decides, so the order below reads from the special to the plain.
struct CanonicalRenderer {
  let reading: SentenceReading
  /// What the sentences before this one claim; their words are not of this tree.
  var before: [Draft] = []

  static let activeRules: [any ClaimRule] = [
    NoneAsMany(), MoreHereThanThere(), TitleHeld(), CostOfMaking(), BuiltOnTopOf(), TimeTaken(),
    EndsWith(),
    DeedCameTo(), ReasonOfChange(),
    BehindBy(), GetsWorking(), NoTrace(), PutAtDate(), LinkingVerb(),
    ReflexiveObject(), ChangeBy(), HeldBy(), VerbWithNoun(), FoundIn(), NominalObject(), MoreThan(),
    TheMost(),
    Succession(), ServesAs(), RegardedAs(), MadeMore(), ResultState(), LetDo(), ValueSetAt(),
    TimeToDo(), DeprivedOf(), Blamed(), HasOnTop(), HasTheBetter(), TrainsWith(),
    ObjectAside(), PlainObject(), WhenAsked(), TwoPhrases(), DateOfEffect(), RankedAs(),
    PrepositionalVerb(), RunsUntil(), ClauseObject(), VerbAlone(),
  ]
  static let passiveRules: [any ClaimRule] = [
    NoneAsMany(), MoreHereThanThere(), TitleHeld(), CostOfMaking(), ValueSetAt(), RegardedAs(),
    DeprivedOf(), PassiveWithAgent(), MoreThan(), PassiveWithPreposition(), PassiveAlone(),
  ]
  static let copularRules: [any ClaimRule] = [
    NoneAsMany(), MoreHereThanThere(), CostOfMaking(), MoreThanAny(), AheadBy(), EachOther(),
    SeatOf(), IdentifiedAs(),
    RelationalNoun(), OnlyOne(), Superlative(), AdjectiveWithPreposition(),
    PrepositionAsPredicate(), PlainState(),
  ]

  /// What a proposition claims, or why it claims nothing.
  func outcome(of p: Proposition) -> Outcome {
    let named = reading.tree.words[p.predicate].head
    if reading.tree.base(p.predicate) == "acl", p.subject == named || p.object == named {
      return CanonicalRenderer(reading: reading.leavingOut(p.predicate)).outcome(of: p)
    }
    guard p.isAsserted else { return .silent(.notAsserted) }
    guard let head = p.subject else { return .silent(.noSubject) }
    // "what those steps might be" asks inside a sentence.
    // "Cost is where they differ" points to what is said.
    if !reading.keepsQuestionWords,
      reading.tree.words[p.predicate].feats.contains("PronType=Int")
        || ["where", "why", "how"].contains(reading.tree.lemma(p.predicate))
    {
      return .silent(.asks)
    }
    // "Measured by value, Mexico leads" measures nothing itself.
    if reading.tree.base(p.predicate) == "advcl",
      reading.words["basis verb"].contains(reading.tree.lemma(p.predicate)),
      ["VBN", "VBG"].contains(reading.tree.words[p.predicate].xpos),
      reading.tree.child(of: p.predicate, "nsubj", "nsubj:pass", "mark") == nil
    {
      return .silent(.noRule)
    }
    if let gap = ClosingGap().claim(p, head, in: reading) {
      let clause = Clause(p, subject: Target(head: head, name: ""), in: reading)
      return .drafts([Opening(of: clause).held(gap)])
    }
    // "It is false that the firm won": the clause says it by itself.
    if reading.tree.base(head) == "csubj",
      ["that", "whether", "if"].contains(reading.tree.marker(of: head) ?? "")
    {
      return .silent(.notAsserted)
    }
    // "obliges anyone to carry pilots": whom it obliges, that claim says.
    if reading.tree.words[head].upos == "PRON", reading.tree.base(head) == "obj",
      ["anyone", "anybody", "nobody", "someone", "somebody"].contains(reading.tree.lemma(head))
    {
      return .silent(.unresolved(head))
    }
    // "nobody" names no one: only what it leaves out, or what comes first by it, can be spoken of.
    let isNobody = NoneAsMany.isNone(head, in: reading.tree) && reading.name(head) == nil
    // "This has made Manila a winner": whatever did it, that is what it is now.
    let isWhatever =
      ["this", "that", "it", "which"].contains(reading.tree.lemma(head))
      && ["make", "render"].contains(reading.tree.lemma(p.predicate)) && p.object != nil
    guard
      let subject = isNobody
        ? Target(head: head, name: "nobody")
        : reading.target(head) ?? (isWhatever ? Target(head: head, name: "") : nil)
    else { return .silent(.unresolved(head)) }
    let tree = reading.tree
    let clause = Clause(p, subject: subject, in: reading)
    // "Here is an irony" only points.
    if tree.lemma(p.predicate) == "here", head > p.predicate { return .silent(.noVerb) }
    let rules: [any ClaimRule]
    // "was armed" may be a state to the parser although its verb is a passive's.
    let isState =
      tree.child(of: p.predicate, "cop") != nil
      || tree.words[p.predicate].upos == "ADJ" && tree.child(of: p.predicate, "aux:pass") != nil
    if isState {
      rules = Self.copularRules
    } else if !["VERB", "AUX"].contains(tree.words[p.predicate].upos),
      tree.child(of: p.predicate, "obj") == nil
    {
      return .silent(.noVerb)
    } else {
      rules = p.isPassive ? Self.passiveRules : Self.activeRules
    }
    for rule in rules {
      guard var made = rule.claims(in: clause) else { continue }
      let name = type(of: rule).name
      if made.isEmpty { return .silent(.declined(by: name)) }
      if name != NoneAsMany.name {
        if let exception = Excepted(clause) {
          made = made.map(exception.claim)
        } else if isNobody {
          guard reading.tree.lemma(head) == "nobody" else { return .silent(.unresolved(head)) }
          // "Nobody copied it": who did is nobody, and that he did is not denied once more.
          made = made.map {
            var draft = $0
            draft.polarity = draft.polarity.opposite
            return draft
          }
        }
      }
      if isWhatever, made.contains(where: { $0.subject.isEmpty }) {
        return .silent(.unresolved(head))
      }
      made = made.map { atLaw(onSchedule($0)).plain(by: reading.vocabulary) }.map(withField)
        .map { SeatOf.seated($0, in: reading) }
      for i in made.indices {
        made[i].rule = name
        made[i].scope = made[i].scope ?? clause.measure
      }
      made = made.map(Opening(of: clause).held)
      made += made.flatMap { NotTheOther().claims(beside: $0, in: reading) }
      made += made.flatMap { TogetherWith().claims(beside: $0, in: clause) }
      made += made.flatMap { ComesAfter().claims(beside: $0, in: clause) }
      // "runs all from its head office in Oslo": the office is no place.
      let seats = SeatBeside().claims(in: clause)
      made.removeAll { draft in
        seats.contains { $0.relation == draft.relation && draft.object.hasSuffix(" \($0.object)") }
      }
      made += seats
      return .drafts(made)
    }
    return .silent(.noRule)
  }

  /// "is ahead of schedule" leads nobody.
  private func onSchedule(_ draft: Draft) -> Draft {
    guard reading.vocabulary.relations[draft.relation]?.frame == "leadership",
      let o = draft.objectHead, reading.words["no rival"].contains(reading.tree.lemma(o)),
      let place = reading.tree.marker(of: o)
    else { return draft }
    var out = draft
    let isAhead = ["ahead", "ahead of"].contains(place) || place == "of"
    out.relation = isAhead ? "is ahead of" : "is \(place)"
    return out
  }

  /// "threw out the suit" expels nobody.
  private func atLaw(_ draft: Draft) -> Draft {
    guard draft.relation == "expels", let thing = draft.objectHead,
      reading.words["lawsuit"].contains(reading.tree.lemma(thing))
    else { return draft }
    var out = draft
    out.relation = "throws out"
    return out
  }

  /// "outperforms | Viora in logic": what the lead is in is no part of the rival's name.
  private func withField(_ draft: Draft) -> Draft {
    let isRivalry =
      draft.relation.hasSuffix(" than")
      || reading.vocabulary.ranks(draft.relation) && !draft.relation.hasSuffix(" in")
    let said = draft.object.split(separator: " ").map(String.init)
    guard isRivalry, draft.scope == nil,
      let mark = said.lastIndex(where: { ["in", "at", "on"].contains($0) }), mark > 0,
      mark < said.count - 1, said[0].first?.isUppercase ?? false || said[mark] == "in",
      said[mark] == "on" || said[(mark + 1)...].allSatisfy({ $0.first?.isLowercase ?? false }),
      reading.vocabulary.entities[draft.object] == nil
    else { return draft }
    var out = draft
    out.object = said[..<mark].joined(separator: " ")
    out.scope = said[(mark + 1)...].joined(separator: " ")
    return out
  }

  /// Every proposition of the sentence with what came of it, in text order.
  func rendered() -> [Rendered] {
    var earlier = before
    let clauses = reading.reader.propositions().map { proposition in
      var outcome = outcome(of: proposition)
      if case .drafts(var made) = outcome {
        made = made.map { CatchingUp().completed($0, after: earlier, in: reading) }
        made += MoreBeside().claims(after: made, in: reading)
        made += Gapping().claims(after: made, in: reading)
        earlier += made
        outcome = .drafts(made)
      }
      return Rendered(proposition: proposition, outcome: outcome)
    }
    let nouns = NominalPredicate().claims(in: reading) + Apposition().claims(in: reading)
    let everything =
      clauses
      + nouns.map {
        Rendered(
          proposition: Proposition(rule: $0.rule, predicate: $0.predicate), outcome: .drafts([$0]))
      }
    let weighed = everything.map { item in
      guard case .drafts(var drafts) = item.outcome else { return item }
      for i in drafts.indices {
        drafts[i].features = ClaimConfidence.features(of: drafts[i], in: reading)
      }
      return Rendered(proposition: item.proposition, outcome: .drafts(drafts))
    }
    return weighed.enumerated().sorted {
      ($0.element.proposition.predicate, $0.offset) < ($1.element.proposition.predicate, $1.offset)
    }.map(\.element)
  }
}
