import Claims

/// A claim that answers to a pattern, on its side or against it.
struct ClaimMatch: Sendable {
  var claim: Claim
  var weight: Double
  /// Whether the claim says what the pattern says, or the contrary.
  var agrees: Bool
  /// What stands in the place asked for.
  var answer: String
  var widenings: [String]
  /// Whether it speaks of one thing of the kind asked for.
  var isInstance = false
}

/// Finds the claims that a pattern asks for, wider and wider, each step at a price.
struct ClaimMatcher {
  let source: any ClaimSource
  let names: NameMatcher
  let relations: RelationMatcher
  let ground: Ground

  init(source: any ClaimSource, names: NameMatcher, relations: RelationMatcher) {
    self.source = source
    self.names = names
    self.relations = relations
    ground = Ground(source: source, names: names, relations: relations)
  }

  func matches(_ pattern: QuestionPattern) throws -> [ClaimMatch] {
    let agents = try pattern.subject.map { try ground.matches($0, topic: false) }
    let topics = try pattern.object.map { try ground.matches($0, topic: true) }
    let subjectTopics = try pattern.subject.map {
      try ground.matches($0, topic: true)
    }
    let verbs = try pattern.relation.map(ground.verbs)
    let relationSet = verbs.map { Set($0.keys) }
    var pool: [Claim] = []
    if let agents {
      pool += try source.claims(subjects: Set(agents.keys), relations: relationSet, objects: nil)
      if mayTurn(pattern, verbs) {
        pool += try source.claims(subjects: nil, relations: relationSet, objects: Set(agents.keys))
      }
      if let subjectTopics, verbs?.values.contains(where: \.swapped) == true {
        pool += try source.claims(
          subjects: nil, relations: relationSet, objects: Set(subjectTopics.keys))
      }
    } else if let topics {
      pool += try source.claims(subjects: nil, relations: relationSet, objects: Set(topics.keys))
      pool += try source.claims(subjects: Set(topics.keys), relations: relationSet, objects: nil)
      if let head = pattern.object.flatMap(Self.head) {
        let heads = try ground.matches(head, topic: false)
        pool += try source.claims(subjects: nil, relations: relationSet, objects: Set(heads.keys))
      }
    }
    // "leads its rivals in open models" has in its scope what "is ahead in" asks for.
    if pattern.subject == nil, let asked = pattern.object, let relationSet {
      let words = Phrase(asked).core
      pool += try source.claims(resembling: words.map { [$0] }, limit: 50).filter {
        $0.scope != nil && relationSet.contains($0.relation)
      }
    }
    if pattern.subject == nil, pattern.object == nil, pattern.scope != nil, let relationSet {
      pool += try source.claims(subjects: nil, relations: relationSet, objects: nil)
    }
    if pattern.hole == nil, let topics, pattern.relation.map(relations.excludesOthers) == true {
      pool += try source.claims(subjects: nil, relations: relationSet, objects: Set(topics.keys))
    }
    var found: [String: ClaimMatch] = [:]
    if pattern.hole == nil, let relation = pattern.relation,
      relations.order(of: relation) == .level,
      let agents, let topics
    {
      // Who leads leaves the gap open, whether or not the claim names the rival.
      for claim in try source.claims(
        subjects: Set(agents.keys).union(topics.keys), relations: relationSet, objects: nil)
      where relations.order(of: claim.relation) == .ahead && claim.polarity == .positive
        && isOfOneField(claim, as: pattern, sides: Set(agents.keys).union(topics.keys))
      {
        found[claim.id] = ClaimMatch(
          claim: claim, weight: 0.55, agrees: pattern.polarity == .negative, answer: claim.subject,
          widenings: ["who leads leaves a gap"])
      }
    }
    for match in try stopped(pattern, agents) + seats(pattern, agents) {
      found[match.claim.id] = match
    }
    for claim in pool where found[claim.id] == nil {
      let verb =
        verbs == nil
        ? RelationMatch(weight: 1, sense: .same, swapped: false, widening: "")
        : verbs?[claim.relation]
      let timely = pattern.meets(claim)
      guard let verb, timely > 0, isInRespect(claim, pattern), isInPlace(claim, pattern) else {
        continue
      }
      let mutual = relations.isMutual(claim.relation)
      let orders = mutual ? [false, true] : [verb.swapped]
      if let turned = turned(claim, pattern, topics, timely),
        turned.weight > found[claim.id]?.weight ?? 0
      {
        found[claim.id] = turned
        continue
      }
      for swapped in orders {
        let subject = swapped ? claim.object : claim.subject
        let object = swapped ? claim.subject : claim.object
        var topic = topicMatch(
          pattern.object, object, claim: claim, known: topics,
          mutual: mutual && verb.sense == .opposite)
        var isRival = false
        if topic == nil, pattern.hole == nil, let asked = pattern.object,
          let relation = pattern.relation,
          relations.hasOneValue(relation), verb.sense == .same, claim.polarity == .positive,
          pattern.polarity == .positive
        {
          // One value only: another one denies it, unless one is part of the other.
          // Beijing is a city here, not the government it stands for elsewhere.
          let (a, b) = (names.literal(asked), names.literal(object))
          let holds = names.isNarrower(a, than: b)
          isRival = !holds && !names.isNarrower(b, than: a)
          topic = NameMatch(
            weight: 0.85,
            widening: holds ? "\(asked) is in \(object)" : "\(object) stands there instead")
        }
        var measure = NameMatch(weight: 1, widening: "")
        if let asked = pattern.scope {
          guard let found = claim.scope.flatMap({ names.match(asked, $0, topic: true) }) else {
            continue
          }
          measure = found
        }
        guard var topic else { continue }
        topic.weight *= measure.weight
        // "Does India restrict?" asks of all it may restrict: that it supplies something denies nothing.
        if verb.sense == .opposite, pattern.hole == nil, pattern.object == nil, !object.isEmpty {
          continue
        }
        let isSame = (verb.sense == .same) != isForbiddenByChange(claim, pattern.relation)
        var agrees = !isRival && isSame == (claim.polarity == pattern.polarity)
        var agent = NameMatch(weight: 1, widening: "")
        if pattern.subject != nil {
          if let match = agents?[subject] {
            agent = match
          } else if swapped, let match = subjectTopics?[subject] {
            agent = match
          } else if agrees, pattern.hole == nil, let relation = pattern.relation,
            relations.excludesOthers(relation), verb.sense == .same, topic.weight >= 0.65,
            isOfOnePlace(claim, pattern),
            // Who is ahead in a field leaves no room there; who is ahead of another leaves much.
            !names.isActor(object),
            claim.polarity == .positive, pattern.polarity == .positive
          {
            agent = NameMatch(weight: 0.8, widening: "\(claim.subject) stands there instead")
            agrees = false
          } else {
            continue
          }
        }
        // A denial of the contrary hardly says the thing itself.
        let echo = agrees && verb.sense == .opposite ? 0.6 : 1
        let weight = agent.weight * verb.weight * topic.weight * echo * timely
        let match = ClaimMatch(
          claim: claim, weight: weight, agrees: agrees,
          answer: pattern.hole == .subject
            ? subject
            : pattern.hole == .relation
              ? [claim.polarity == .negative ? "not:" : "", claim.relation, claim.object]
                .filter { !$0.isEmpty }.joined(separator: " ") : object,
          widenings: [agent.widening, verb.widening, topic.widening].filter { !$0.isEmpty },
          isInstance: topic.isInstance || agent.isInstance)
        if match.weight > found[claim.id]?.weight ?? 0 { found[claim.id] = match }
      }
    }
    return found.values.sorted {
      $0.weight != $1.weight ? $0.weight > $1.weight : $0.claim.precedes($1.claim)
    }
  }

  /// Whether a claim whose object is the one asked about may answer: where it says the same of both, or
  /// with the two in turn, or leaves no room for others.
  private func mayTurn(_ pattern: QuestionPattern, _ verbs: [String: RelationMatch]?) -> Bool {
    guard let verbs else { return true }
    return pattern.relation.map(relations.excludesOthers) == true
      || verbs.contains { $0.value.swapped || relations.isMutual($0.key) }
  }

  /// Claims that end or forbid the deed asked about: who halts exports of gallium ships none.
  private func stopped(_ pattern: QuestionPattern, _ agents: [String: NameMatch]?) throws
    -> [ClaimMatch]
  {
    guard pattern.hole == nil, pattern.polarity == .positive, let agents,
      let asked = pattern.relation, let object = pattern.object, !relations.isChange(asked),
      relations.control(of: asked) == nil
    else { return [] }
    let deed = Stem.sense(of: Stem.of(relations.canonical(asked)))
    return try source.claims(subjects: Set(agents.keys), relations: nil, objects: nil).compactMap {
      claim in
      guard relations.control(of: claim.relation) == .ban || WordList.has("ending", claim.relation),
        claim.polarity == .positive, claim.validFrom ?? "" <= pattern.to ?? "9",
        let sides = QuestionReader.split(claim.object, at: " of "),
        let noun = Phrase.split(sides[0]).last,
        Stem.sense(of: Stem.of(noun)) == deed
          || WordList.has("trade", Stem.of(noun)) && WordList.has("trade", Stem.of(asked)),
        let match = names.match(object, sides[1], topic: true)
      else { return nil }
      return ClaimMatch(
        claim: claim, weight: match.weight * 0.8 * (agents[claim.subject]?.weight ?? 1),
        agrees: false, answer: claim.object,
        widenings: ["\(claim.relation) \(noun) goes against \(asked)", match.widening].filter {
          !$0.isEmpty
        })
    }
  }

  /// "has | head office in Oslo" says where it is headquartered.
  private func seats(_ pattern: QuestionPattern, _ agents: [String: NameMatch]?) throws
    -> [ClaimMatch]
  {
    guard let agents, pattern.relation.map(relations.canonical) == "is headquartered in" else {
      return []
    }
    return try source.claims(subjects: Set(agents.keys), relations: ["has"], objects: nil)
      .compactMap { claim in
        guard let sides = QuestionReader.split(claim.object, at: " in "),
          let noun = Phrase.split(sides[0]).last, noun != "head", noun != "base",
          WordList.has("seat noun", noun)
        else { return nil }
        let match = pattern.object.map { names.match($0, sides[1], topic: true) }
        if match == .some(nil), pattern.polarity == .negative { return nil }
        return ClaimMatch(
          claim: claim, weight: 0.9 * (agents[claim.subject]?.weight ?? 1),
          agrees: match != .some(nil) && claim.polarity == pattern.polarity, answer: sides[1],
          widenings: ["its \(noun) says where it is headquartered"])
      }
  }

  /// Whether a claim that sets two against each other does so in the respect asked about: who has more
  /// patents says nothing of papers.
  private func isInRespect(_ claim: Claim, _ pattern: QuestionPattern) -> Bool {
    guard pattern.hole == nil, let relation = pattern.relation,
      relations.order(of: relation) != nil, let asked = pattern.scope ?? pattern.within,
      let given = claim.scope
    else { return true }
    let (a, b) = (names.wording(of: asked), names.wording(of: given))
    let (wanted, found) = (
      a.senses.subtracting(a.general), b.senses.subtracting(b.general)
    )
    return wanted.isSubset(of: found) || found.isSubset(of: wanted)
  }

  /// Whether a claim's sentence says where the question asks about, where it names a place: a ban on
  /// sales to Chile is none in Peru.
  private func isInPlace(_ claim: Claim, _ pattern: QuestionPattern) -> Bool {
    guard let within = pattern.within else { return true }
    let places = names.wording(of: within).names.filter {
      ["state", "place", "bloc", "region"].contains(names.vocabulary.entities[$0]?.kind ?? "")
    }
    guard !places.isEmpty else { return true }
    var said = names.wording(of: claim.evidence.quote).names
    for part in [claim.subject, claim.object, claim.scope].compactMap({ $0 }) {
      said.formUnion(names.wording(of: part).names)
    }
    return places.allSatisfy { place in
      said.contains { $0 == place || names.isNarrower($0, than: place) }
    }
  }

  /// Whether a claim of a change forbids what it is about: "suspends exports" halts them, "suspends the
  /// ban" doesn't.
  func isForbiddenByChange(_ claim: Claim, _ asked: String?) -> Bool {
    guard let asked, relations.control(of: asked) == .ban,
      relations.control(of: claim.relation) == .allow, relations.isChange(claim.relation)
    else { return false }
    return !Phrase(claim.object).words.contains { WordList.has("rule", $0) }
  }

  /// Whether a claim of who is first is of the place asked about: the fastest of Europe takes nothing
  /// from the fastest of the world.
  private func isOfOnePlace(_ claim: Claim, _ pattern: QuestionPattern) -> Bool {
    func place(_ texts: [String?]) -> Set<String> {
      let said = texts.compactMap { $0 }.map { names.wording(of: $0) }
      let wide = said.contains { $0.senses.contains("alike-world") } ? ["world"] : []
      return Set(
        wide
          + said.flatMap(\.names).filter {
            ["state", "place", "bloc", "region"].contains(names.vocabulary.entities[$0]?.kind ?? "")
          })
    }
    let asked = place([pattern.object, pattern.scope, pattern.within])
    let given = place([claim.object, claim.scope])
    return asked.isEmpty || given.isEmpty || !asked.isDisjoint(with: given)
  }

  /// "open models" of "open models for cheap inference"; nil where no preposition divides it.
  private static func head(_ name: String) -> String? {
    let words = name.split(separator: " ")
    guard let cut = words.firstIndex(where: { WordList.has("preposition", $0.lowercased()) }),
      cut > 0, cut + 1 < words.count
    else { return nil }
    return words[..<cut].joined(separator: " ")
  }

  /// "A lags behind B in X" says who leads in X: B.
  private func turned(
    _ claim: Claim, _ pattern: QuestionPattern, _ topics: [String: NameMatch]?, _ timely: Double
  ) -> ClaimMatch? {
    guard pattern.hole == .subject, let asked = pattern.relation, let topic = pattern.object,
      let wanted = relations.order(of: asked), let given = relations.order(of: claim.relation),
      wanted != given, wanted != .level, given != .level, !claim.object.isEmpty,
      topics?[claim.object] == nil, claim.polarity == pattern.polarity,
      let field = claim.scope, let match = names.match(topic, field, topic: true)
    else { return nil }
    return ClaimMatch(
      claim: claim, weight: match.weight * 0.9 * timely, agrees: true, answer: claim.object,
      widenings: ["\(claim.relation) says who \(asked)", match.widening].filter { !$0.isEmpty })
  }

  /// Whether a lead is of the field that the question of a gap is about.
  private func isOfOneField(_ claim: Claim, as pattern: QuestionPattern, sides: Set<String>)
    -> Bool
  {
    guard let asked = pattern.within ?? pattern.scope else { return true }
    let fields = [sides.contains(claim.object) ? nil : claim.object, claim.scope].compactMap { $0 }
      .filter { !$0.isEmpty }
    return fields.isEmpty || fields.contains { names.match(asked, $0, topic: true) != nil }
  }

  /// How far the claim is about the thing asked: by its object, its scope, or the passage's words.
  private func topicMatch(
    _ asked: String?, _ object: String, claim: Claim, known: [String: NameMatch]?, mutual: Bool
  ) -> NameMatch? {
    guard let asked else { return NameMatch(weight: 1, widening: "") }
    if let match = known?[object] { return match }
    if let scope = claim.scope, let match = names.match(asked, scope, topic: true) {
      return NameMatch(weight: match.weight * 0.75, widening: "within \(scope)")
    }
    // "open models for cheap inference" asks of open models in a claim whose scope is inference.
    if let head = Self.head(asked), let match = names.match(head, object, topic: false) {
      let rest = names.wording(of: String(asked.dropFirst(head.count)))
      let said = [claim.object, claim.scope ?? "", claim.evidence.quote].map {
        names.wording(of: $0)
      }
      if rest.senses.isSubset(of: said.flatMap(\.senses)),
        rest.names.isSubset(of: said.flatMap(\.names))
      {
        return NameMatch(
          weight: match.weight * 0.75, widening: "\(object) taken for \(asked), said beside it")
      }
    }
    // "Irish lakes" asks of lakes in a claim whose scope is Ireland.
    if let scope = claim.scope, let owner = names.owner(of: Phrase(asked)), !owner.rest.isEmpty,
      names.wording(of: scope).names.contains(where: {
        $0 == owner.name || names.isNarrower($0, than: owner.name)
      }), let match = names.match(owner.rest.joined(separator: " "), object, topic: false)
    {
      return NameMatch(weight: match.weight * 0.85, widening: "\(object) within \(scope)")
    }
    // "leads in some areas" is about AI when its sentence is; only for vague or mutual claims,
    // because a sentence about AI may say much else.
    let vague = ["area", "field", "respect", "way", "domain"]
    guard mutual || vague.contains(Phrase(object).words.last ?? "") else { return nil }
    guard Phrase(claim.evidence.quote).contains(run: Phrase(asked).words) else { return nil }
    return NameMatch(weight: 0.55, widening: "the sentence is about \(asked)")
  }
}
