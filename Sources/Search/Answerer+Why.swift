import Claims

extension Answerer {
  /// The causes and purposes that the text links to the claims asked about; where it links none, the
  /// reasons their own sentences give, and last what is stated beside them: the arguments of who does
  /// it, claims of effect in the same passages, their scopes.
  func why(_ question: Question) throws -> Answer {
    let matches = try allMatches(question).filter { $0.agrees && $0.weight >= 0.4 }
    var reasons: [Reason] = []
    if QuestionReader.plain(question.text).lowercased().hasSuffix(" for") {
      reasons = matches.map(\.claim).compactMap { claim in
        let said = [" ", claim.object, claim.scope ?? ""].filter { !$0.isEmpty }
          .joined(separator: " ")
        guard let goal = QuestionReader.split(said, at: " for ")?[1] else { return nil }
        return Reason(goal, claim, step: "its own words say what for: \(goal)")
      }
    }
    if reasons.isEmpty { reasons = try self.reasons(for: matches.map(\.claim)) }
    guard !reasons.isEmpty else {
      var none = try nothing(question)
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
  ///
  /// What is near in meaning needs no relation of the vocabulary's.
  func reasons(
    _ question: Question, for found: [PassageMatch], _ asked: Wording, isNear: Bool = false
  ) throws -> Answer? {
    let relations = askedRelations(question)
    let told = found.filter { match in
      relations.isEmpty
        || relations.contains {
          isNear
            ? !tellsOfOther(match, $0)
            : matcher.relations.match($0, match.claim.relation)?.sense == .same
        }
    }
    let best = told.map(\.ownCoverage).max() ?? 0
    let claims = told.filter { $0.ownCoverage >= max(0.5, best - 0.1) }.map(\.claim)
    var reasons = try reasons(for: claims)
    if claims.isEmpty { reasons = causes(question, found) }
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

  /// What moves those asked about to do it: "high rents drive bakers to Porto" says why bakers go there.
  private func causes(_ question: Question, _ found: [PassageMatch]) -> [Reason] {
    guard let subject = question.patterns.first?.subject else { return [] }
    let wanted = matcher.names.wording(of: subject)
    return found.map(\.claim).filter { claim in
      guard claim.polarity == .positive, WordList.has("moving", claim.relation) else {
        return false
      }
      let moved = matcher.names.wording(of: claim.object)
      return wanted.senses.isSubset(of: moved.senses) && wanted.names.isSubset(of: moved.names)
    }.map {
      Reason($0.subject, $0, step: "what \($0.relation) them is the reason: \($0.subject)")
    }
  }

  /// Whether one of the relations is good or bad for its object.
  func isEffect(_ relations: [String]) -> Bool {
    let vocabulary = matcher.relations.vocabulary
    return relations.contains {
      vocabulary.relations[matcher.relations.canonical($0)]?.frame == "effect"
    }
  }

  private func reasons(for claims: [Claim]) throws -> [Reason] {
    var reasons: [Reason] = []
    for claim in claims {
      var own = try linkedReasons(of: claim)
      if own.isEmpty { own = try spokenReasons(of: claim) }
      if own.isEmpty { own = try reasonsBehind(claim) }
      for reason in own where !reasons.contains(where: { $0.item.name == reason.item.name }) {
        reasons.append(reason)
      }
    }
    return reasons.isEmpty ? try statedReasons(of: claims) : reasons
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

  /// What the sentence behind the claim's says where it begins with "The reason is".
  private func reasonsBehind(_ claim: Claim) throws -> [Reason] {
    let beside = try source.claims(besideIDs: [claim.id]).filter {
      $0.evidence.start >= claim.evidence.end
        && QuestionReader.rest(of: $0.evidence.quote, after: "reason sentence") != nil
    }
    let first = beside.map(\.evidence.quote).first
    return beside.filter { $0.evidence.quote == first }.map { reason in
      Reason(reason.statement, reason, step: "the reason behind it")
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
        let words = reason.statement
        return Reason(words, reason, step: "\(link.kind.rawValue) (\(link.words)): \(words)")
      }
    }
  }

  /// What the claim's own sentence gives as its reason.
  private func spokenReasons(of claim: Claim) throws -> [Reason] {
    let stated = statedReasons(in: claim).map {
      Reason($0, claim, step: "its sentence says why: \($0)")
    }
    guard stated.isEmpty else { return stated }
    // "…, and X is the reason"
    return try source.claims(besideIDs: [claim.id]).filter {
      $0.evidence.quote == claim.evidence.quote
        && Phrase($0.object).headPhrase.last.map { WordList.has("reason noun", $0) } == true
    }.map { Reason($0.subject, $0, step: "its sentence names the reason: \($0.subject)") }
  }

  private func statedReasons(of claims: [Claim]) throws -> [Reason] {
    guard !claims.isEmpty else { return [] }
    let asked = Set(claims.map(\.id))
    let speakers = Set(claims.map(\.subject))
    let parties = speakers.union(claims.map(\.object)).subtracting([""])
    let said = try source.claims(besideIDs: asked)
    let beside =
      // "X backs the act, which it regards as cheap": what X says of the act is its reason too.
      said.filter {
        parties.contains($0.subject) && $0.attribution.map(speakers.contains) ?? false
      } + said.filter { isOfEffect($0.relation) }
    var found: [Reason] = []
    for claim in beside
    where !asked.contains(claim.id) && !found.contains(where: { $0.claim.id == claim.id }) {
      found.append(Reason(claim.statement, claim))
    }
    return found
      + claims.compactMap { claim in
        // "models for cheap inference" says what for.
        let goal = claim.object.firstRange(of: " for ").map {
          String(claim.object[$0.lowerBound...].dropFirst())
        }
        // In what one is ahead, or where it is so, is no reason for it: "for legal reasons" may be one.
        let scope = matcher.relations.order(of: claim.relation) == nil ? claim.scope : nil
        let reason = scope.flatMap { WordList.beginsWithPreposition($0) ? $0 : nil }
        return (reason ?? goal).map { Reason($0, claim) }
      }
  }

  /// Whether a relation tells of an effect or its cause.
  private func isOfEffect(_ relation: String) -> Bool {
    let frame = matcher.relations.vocabulary.relations[matcher.relations.canonical(relation)]?.frame
    return frame.map { frame in ["caus", "effect", "drive"].contains { frame.contains($0) } }
      ?? false
  }
}
