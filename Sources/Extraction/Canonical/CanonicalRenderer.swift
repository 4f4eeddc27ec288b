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

  static let activeRules: [any ClaimRule] = [
    NoneAsMany(), LinkingVerb(), ReflexiveObject(), VerbWithNoun(), HeldBy(), NominalObject(),
    MoreThan(), Succession(), RegardedAs(), ResultState(), LetDo(), CostOfMaking(), ObjectAside(),
    PlainObject(), WhenAsked(), TwoPhrases(), DateOfEffect(), RankedAs(),
    PrepositionalVerb(), RunsUntil(), ClauseObject(), VerbAlone(),
  ]
  static let passiveRules: [any ClaimRule] = [
    CostOfMaking(), PassiveWithAgent(), MoreThan(), PassiveWithPreposition(), PassiveAlone(),
  ]
  static let copularRules: [any ClaimRule] = [
    RelationalNoun(), Superlative(), AdjectiveWithPreposition(), PrepositionAsPredicate(),
    PlainState(),
  ]

  func drafts(of p: Proposition) -> [Draft] {
    guard p.isAsserted, let head = p.subject else { return [] }
    // "what those steps might be" asks inside a sentence.
    if !reading.keepsQuestionWords, reading.tree.words[p.predicate].feats.contains("PronType=Int") {
      return []
    }
    if let gap = ClosingGap().claim(p, head, in: reading) { return [gap] }
    guard let subject = reading.target(head) else { return [] }
    let tree = reading.tree
    let clause = Clause(p, subject: subject, in: reading)
    let rules: [any ClaimRule]
    if tree.child(of: p.predicate, "cop") != nil {
      rules = Self.copularRules
    } else if !["VERB", "AUX"].contains(tree.words[p.predicate].upos),
      tree.child(of: p.predicate, "obj") == nil
    {
      return []
    } else {
      rules = p.isPassive ? Self.passiveRules : Self.activeRules
    }
    for rule in rules {
      guard var made = rule.claims(in: clause) else { continue }
      for i in made.indices { made[i].rule = type(of: rule).name }
      return made
    }
    return []
  }

  /// Every claim of the sentence, in text order.
  func drafts() -> [Draft] {
    let clauses = reading.reader.propositions().flatMap(drafts)
    let nouns = NominalPredicate().claims(in: reading) + Apposition().claims(in: reading)
    return (clauses + nouns).enumerated().sorted {
      ($0.element.predicate, $0.offset) < ($1.element.predicate, $1.offset)
    }.map(\.element)
  }
}
