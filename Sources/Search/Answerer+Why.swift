import Claims

extension Answerer {
  /// The causes and purposes that the text links to the claims asked about; where it links none, the
  /// reasons their own sentences give, and last what is stated beside them: the arguments of who does
  /// it, claims of effect in the same passages, their scopes.
  func why(_ question: Question, in ground: ClaimMatcher.Ground) throws -> Answer {
    let matches = try allMatches(question, in: ground).filter { $0.agrees && $0.weight >= 0.4 }
    let reasons = try reasons(for: matches.map(\.claim), in: ground)
    guard !reasons.isEmpty else {
      var none = try nothing(question, in: ground)
      if !matches.isEmpty { none.note = "it is said, but nobody says why" }
      return none
    }
    var seen = Set<String>()
    let answer = Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered,
      answers: reasons.map(\.item),
      claims: reasons.map(\.claim).filter { seen.insert($0.id).inserted },
      explanation: explain(matches) + reasons.compactMap(\.step))
    return try withDisputes(answer, about: matches.filter { $0.weight >= 0.75 }.map(\.claim))
  }

  /// The same for claims found by their words; an effect asked about as good or bad is a reason itself.
  func reasons(_ question: Question, for found: [PassageMatch], _ asked: Wording) throws -> Answer?
  {
    let relations = askedRelations(question)
    let told = found.filter { match in
      relations.isEmpty
        || relations.contains {
          matcher.relations.match($0, match.claim.relation)?.sense == .same
        }
    }
    let best = told.map(\.ownCoverage).max() ?? 0
    let claims = told.filter { $0.ownCoverage >= max(0.5, best - 0.1) }.map(\.claim)
    var reasons = try reasons(for: claims, in: matcher.ground())
    if reasons.isEmpty, isEffect(askedRelations(question)) {
      // The whole sentence, because it may say how.
      reasons = claims.map { Reason($0.evidence.quote, $0) }
    }
    guard !reasons.isEmpty else { return nil }
    var seen = Set<String>()
    return try withDisputes(
      Answer(
        question: question.text, form: question.form.rawValue, verdict: .answered,
        answers: reasons.map(\.item),
        claims: reasons.map(\.claim).filter { seen.insert($0.id).inserted },
        note: "found by the words of the passages",
        explanation: ["by words: \(question.core)"] + found.map(step)), about: claims)
  }

  /// Whether one of the relations is good or bad for its object.
  func isEffect(_ relations: [String]) -> Bool {
    let vocabulary = matcher.relations.vocabulary
    return relations.contains {
      vocabulary.relations[matcher.relations.canonical($0)]?.frame == "effect"
    }
  }

  private func reasons(for claims: [Claim], in ground: ClaimMatcher.Ground) throws -> [Reason] {
    var reasons: [Reason] = []
    for claim in claims {
      var own = try linkedReasons(of: claim)
      if own.isEmpty { own = spokenReasons(of: claim) }
      for reason in own where !reasons.contains(where: { $0.item.name == reason.item.name }) {
        reasons.append(reason)
      }
    }
    return reasons.isEmpty ? try statedReasons(of: claims, in: ground) : reasons
  }

  private struct Reason {
    var item: Answer.Item
    var claim: Claim
    /// How it was found, where a link or a word led there.
    var step: String?

    init(_ name: String, _ claim: Claim, step: String? = nil) {
      item = Answer.Item(name: name, kind: "text", support: 1, claims: [claim.id])
      self.claim = claim
      self.step = step
    }
  }

  /// The claims at the other end of a claim's links.
  private func linkedReasons(of claim: Claim) throws -> [Reason] {
    try source.links(touching: [claim.id]).flatMap { link -> [Reason] in
      let other: String
      switch link.kind {
      case .cause where link.to == claim.id: other = link.from
      case .purpose where link.from == claim.id: other = link.to
      default: return []
      }
      return try source.claims(ids: [other]).map { reason in
        let words = Self.statement(reason)
        return Reason(words, reason, step: "\(link.kind.rawValue) (\(link.words)): \(words)")
      }
    }
  }

  /// What the claim's own sentence gives as its reason.
  private func spokenReasons(of claim: Claim) -> [Reason] {
    statedReasons(in: claim).map { Reason($0, claim, step: "its sentence says why: \($0)") }
  }

  private func statedReasons(of claims: [Claim], in ground: ClaimMatcher.Ground) throws -> [Reason]
  {
    guard !claims.isEmpty else { return [] }
    let asked = Set(claims.map(\.id))
    let passages = Set(claims.map(\.evidence.insight))
    let speakers = Set(claims.map(\.subject))
    let effects = ground.relations.filter { name in
      let frame = matcher.relations.vocabulary.relations[matcher.relations.canonical(name)]?.frame
      return frame.map { f in ["caus", "effect", "drive"].contains { f.contains($0) } } ?? false
    }
    let beside =
      // "X backs the act, which it regards as cheap": what X says of the act is its reason too.
      try source.claims(
        subjects: speakers.union(claims.map(\.object)).subtracting([""]), relations: nil,
        objects: nil
      ).filter { $0.attribution.map(speakers.contains) ?? false }
      + (effects.isEmpty
        ? [] : source.claims(subjects: nil, relations: Set(effects), objects: nil))
    var found: [Reason] = []
    for claim in beside
    where passages.contains(claim.evidence.insight) && !asked.contains(claim.id)
      && !found.contains(where: { $0.claim.id == claim.id })
    {
      found.append(Reason(Self.statement(claim), claim))
    }
    return found
      + claims.compactMap { claim in
        // "models for cheap inference" says what for.
        let goal = claim.object.firstRange(of: " for ").map {
          String(claim.object[$0.lowerBound...].dropFirst())
        }
        return (claim.scope ?? goal).map { Reason($0, claim) }
      }
  }
}
