import Claims

/// How near texts are to a question by their meaning: a cosine each, 1 for the same words.
public typealias Likening = (_ question: String, _ texts: [String]) throws -> [Double]

extension Answerer {
  /// The answer of the sentences that mean what the question asks in other words; nil where none does.
  ///
  /// The widest step, since a vector can't be shown: so every name, year and amount of the question has
  /// to be there, the claim must have what the form asks for, and the sentence is cited as always.
  func byMeaning(_ question: Question) throws -> Answer? {
    let asked = matcher.names.wording(of: question.core, withAmount: false)
    let near = try near(question, asked)
    guard !near.isEmpty else { return nil }
    switch question.form {
    case .when: return try told(question, near, "date") { dates(of: $0) }
    case .number:
      let counted = counted(question.core)
      return try told(question, near, "number") { counts($0, counted) ? numbers(of: $0) : [] }
    case .source: return try told(question, near, "entity") { $0.attribution.map { [$0] } ?? [] }
    case .why: return try reasons(question, for: near, asked)
    case .yesno: return try weighed(question, near, asked)
    case .subject, .object, .list:
      return try told(question, near, "entity") { part(of: $0, askedBy: question, asked) }
    default: return nil
    }
  }

  // Half way between what answers and what only speaks of the same things, on questions of our own.
  private static let leastLikeness = 0.5
  // Enough for the one that answers, few enough to be read at once.
  private static let mostSentences = 32

  /// The claims whose sentences are near the question, the nearest first.
  ///
  /// Nearness is the mean of two cosines, with the names and without: much is said of whom a question
  /// names, and little of it answers the question.
  private func near(_ question: Question, _ asked: Wording) throws -> [PassageMatch] {
    guard let liken, !asked.names.isEmpty || asked.senses.subtracting(asked.general).count > 1
    else { return [] }
    let search = PassageSearch(source: source, names: matcher.names, relations: matcher.relations)
    let pool = try search.naming(asked)
    let quotes = Array(pool.map(\.evidence.quote).uniqued().prefix(Self.mostSentences))
    guard !quotes.isEmpty else { return [] }
    let likeness = try likeness(of: question.core, to: quotes, liken)
    let least = max(Self.leastLikeness, (likeness.max() ?? 0) - 0.1)
    let kept = Dictionary(uniqueKeysWithValues: zip(quotes, likeness).filter { $0.1 >= least })
    let claims = pool.filter { kept[$0.evidence.quote] != nil }
    let own = try liken(question.core, claims.map(Self.whole))
    return zip(claims, own).map { claim, own in
      PassageMatch(
        claim: claim, coverage: kept[claim.evidence.quote] ?? 0, ownCoverage: own, missing: [])
    }.sorted {
      $0.coverage != $1.coverage ? $0.coverage > $1.coverage : $0.claim.precedes($1.claim)
    }
  }

  private func likeness(of question: String, to texts: [String], _ liken: Likening) throws
    -> [Double]
  {
    let whole = try liken(question, texts)
    let unnamed = try liken(unnamed(question), texts.map(unnamed))
    return zip(whole, unnamed).map { ($0 + $1) / 2 }
  }

  /// A text without its names: those of the vocabulary, and words with a capital that don't begin it.
  private func unnamed(_ text: String) -> String {
    let words = text.split(separator: " ")
    let left = words.enumerated().filter { i, word in
      !(i > 0 && word.first?.isUppercase == true)
        && matcher.names.wording(of: String(word)).names.isEmpty
    }
    return left.map(\.element).joined(separator: " ")
  }

  /// Whether a claim tells of something else than what is asked: who trains a model doesn't thereby
  /// oppose it. A contrary is; of two relations that the vocabulary knows apart only a sentence that is
  /// nearer than most says the other.
  private func isOtherDeed(_ match: PassageMatch, _ asked: String) -> Bool {
    let relations = matcher.relations
    let given = match.claim.relation
    if relations.isContrary(asked, given) == true { return true }
    guard match.coverage < Self.nearerThanMost,
      relations.vocabulary.relations[relations.canonical(asked)] != nil,
      relations.vocabulary.relations[relations.canonical(given)] != nil
    else { return false }
    return relations.match(asked, given)?.sense != .same
  }

  private static let nearerThanMost = 0.6

  private static func whole(_ claim: Claim) -> String {
    [claim.subject, claim.surface.relation, claim.object, claim.scope ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Of the claims of one sentence those that are nearest the question themselves.
  private func nearestOfEachSentence(_ matches: [PassageMatch]) -> [PassageMatch] {
    let best = Dictionary(
      matches.map { ($0.claim.evidence.quote, $0.ownCoverage) }, uniquingKeysWith: max)
    return matches.filter { $0.ownCoverage >= (best[$0.claim.evidence.quote] ?? 0) - 0.02 }
  }

  /// An answer of the values that near claims have in the place asked for; of a sentence's claims those
  /// speak that are nearest themselves.
  private func told(
    _ question: Question, _ near: [PassageMatch], _ kind: String, values: (Claim) -> [String]
  ) throws -> Answer? {
    let relations = askedRelations(question)
    let denies = QuestionReader.denies(Phrase.split(question.core))
    let having = near.filter { match in
      denies == (match.claim.polarity == .negative)
        && !relations.contains { isOtherDeed(match, $0) } && !values(match.claim).isEmpty
    }
    var items: [Answer.Item] = []
    var cited: [Claim] = []
    for match in nearestOfEachSentence(having) {
      for value in values(match.claim) {
        let key = Phrase(matcher.names.canonical(value)).key
        if let at = items.firstIndex(where: { Phrase(matcher.names.canonical($0.name)).key == key })
        {
          items[at].claims.append(match.claim.id)
        } else {
          items.append(
            Answer.Item(
              name: value, kind: kind, support: 1, claims: [match.claim.id],
              widening: "said in other words"))
        }
      }
      cited.append(match.claim)
    }
    guard !items.isEmpty else { return nil }
    for i in items.indices {
      items[i].support = support(cited.filter { items[i].claims.contains($0.id) })
    }
    var answer = Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered, answers: items,
      claims: cited, note: Self.inOtherWords,
      explanation: ["form: \(question.form.rawValue)"] + near.map(likenessStep))
    if kind != "entity", items.count > 1 {
      answer.against = cited.filter { !items[0].claims.contains($0.id) }
    }
    return try withDisputes(answer)
  }

  private func weighed(_ question: Question, _ near: [PassageMatch], _ asked: Wording) throws
    -> Answer?
  {
    var pro: [Claim] = []
    var con: [Claim] = []
    for match in nearestOfEachSentence(near) {
      guard var agrees = stance(of: match.claim, to: question.core, asked) else { continue }
      if let contrary = askedRelations(question).lazy.compactMap({
        matcher.relations.isContrary($0, match.claim.relation)
      }).first, contrary {
        // A contrary verb may be of something else: what slows one thing doesn't cheapen another.
        guard match.coverage >= Self.nearerThanMost else { continue }
        agrees.toggle()
      }
      if agrees { pro.append(match.claim) } else { con.append(match.claim) }
    }
    guard !pro.isEmpty || !con.isEmpty else { return nil }
    return try withDisputes(
      Answer(
        question: question.text, form: question.form.rawValue,
        verdict: con.isEmpty ? .supported : pro.isEmpty ? .denied : .contested, claims: pro,
        against: con, note: Self.inOtherWords,
        explanation: ["form: \(question.form.rawValue)"] + near.map(likenessStep)))
  }

  /// The answer with its rivals in other words: amounts and dates of the same matter.
  func withOtherWords(_ answer: Answer) throws -> Answer {
    let question = reader.unread(answer.question)
    guard question.form == .number || question.form == .when,
      answer.form == question.form.rawValue, answer.claims.count < Self.manyClaims,
      let near = try byMeaning(question)
    else { return answer }
    return withRivals(near, in: answer)
  }

  // Rivals are looked for where few speak; where many do, their clashes are known.
  private static let manyClaims = 3

  private func withRivals(_ near: Answer, in answer: Answer) -> Answer {
    var out = answer
    let unit = answer.answers.first.flatMap { Quantity(in: $0.name)?.unit }
    for var item in near.answers where !out.answers.contains(where: { $0.name == item.name }) {
      let cited = near.claims.filter { item.claims.contains($0.id) }
      guard !cited.contains(where: { claim in out.claims.contains { $0.id == claim.id } }) else {
        continue
      }
      if answer.form == Question.Form.number.rawValue, Quantity(in: item.name)?.unit != unit {
        continue
      }
      item.widening = "near what is asked, in other words"
      out.answers.append(item)
      out.claims += cited
      out.against += cited
    }
    return out
  }

  private static let inOtherWords = "found by the meaning of the sentences, not their words"

  private func likenessStep(_ match: PassageMatch) -> String {
    let percent = Int((match.coverage * 100).rounded())
    return
      "meaning \(percent) %: \(Self.statement(match.claim)) (\(match.claim.evidence.insight))"
  }

  /// The part of a claim that the question asks for: the one its grammar leaves open, where the
  /// question doesn't name it; else who says it, where the question names both.
  private func part(of claim: Claim, askedBy question: Question, _ asked: Wording) -> [String] {
    func isNew(_ part: String) -> Bool {
      let said = matcher.names.wording(of: part)
      guard said.names.isDisjoint(with: asked.names) else { return false }
      return !said.names.isEmpty
        || !said.senses.subtracting(said.general).isSubset(of: asked.senses)
    }
    let parts = [claim.subject, claim.object]
    let first = question.core.split(separator: " ").first?.lowercased() ?? ""
    var places = parts
    switch question.patterns.first?.hole {
    case .subject where first.hasPrefix("who"): places = [claim.subject]
    case .object: places = parts.reversed()
    default: break
    }
    if let new = places.first(where: isNew) { return [new] }
    guard first.hasPrefix("who"), !parts.contains(where: isNew) else { return [] }
    return claim.attribution.map { [$0] } ?? []
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it first stands.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
