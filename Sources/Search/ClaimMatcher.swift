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
}

/// Finds the claims that a pattern asks for, wider and wider, each step at a price.
struct ClaimMatcher {
  let source: any ClaimSource
  let names: NameMatcher
  let relations: RelationMatcher

  struct Ground {
    var entities: [String]
    var relations: [String]
  }

  func ground() throws -> Ground {
    Ground(
      entities: try source.entityNames().map(\.name),
      relations: try source.relationNames().map(\.name))
  }

  func matches(_ pattern: QuestionPattern, in ground: Ground) throws -> [ClaimMatch] {
    let agents = pattern.subject.map { names.matches($0, among: ground.entities, topic: false) }
    let topics = pattern.object.map { names.matches($0, among: ground.entities, topic: true) }
    let subjectTopics = pattern.subject.map {
      names.matches($0, among: ground.entities, topic: true)
    }
    var verbs: [String: RelationMatch]?
    if let relation = pattern.relation {
      verbs = [:]
      for name in ground.relations { verbs?[name] = relations.match(relation, name) }
    }
    let relationSet = verbs.map { Set($0.keys) }
    var pool: [Claim] = []
    if let agents {
      pool += try source.claims(subjects: Set(agents.keys), relations: relationSet, objects: nil)
      pool += try source.claims(subjects: nil, relations: relationSet, objects: Set(agents.keys))
      if let subjectTopics, verbs?.values.contains(where: \.swapped) == true {
        pool += try source.claims(
          subjects: nil, relations: relationSet, objects: Set(subjectTopics.keys))
      }
    } else if let topics {
      pool += try source.claims(subjects: nil, relations: relationSet, objects: Set(topics.keys))
      pool += try source.claims(subjects: Set(topics.keys), relations: relationSet, objects: nil)
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
      where relations.order(of: claim.relation) == .ahead && claim.polarity == .positive {
        found[claim.id] = ClaimMatch(
          claim: claim, weight: 0.55, agrees: pattern.polarity == .negative, answer: claim.subject,
          widenings: ["who leads leaves a gap"])
      }
    }
    for claim in pool where found[claim.id] == nil {
      let verb =
        verbs == nil
        ? RelationMatch(weight: 1, sense: .same, swapped: false, widening: "")
        : verbs?[claim.relation]
      guard let verb, pattern.meets(claim) else { continue }
      let mutual = relations.isMutual(claim.relation)
      let orders = mutual ? [false, true] : [verb.swapped]
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
          let (a, b) = (names.canonical(asked), names.canonical(object))
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
        var agrees = !isRival && (verb.sense == .same) == (claim.polarity == pattern.polarity)
        var agent = NameMatch(weight: 1, widening: "")
        if pattern.subject != nil {
          if let match = agents?[subject] {
            agent = match
          } else if swapped, let match = subjectTopics?[subject] {
            agent = match
          } else if agrees, pattern.hole == nil, let relation = pattern.relation,
            relations.excludesOthers(relation), verb.sense == .same, topic.weight >= 0.65,
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
        let weight = agent.weight * verb.weight * topic.weight * echo
        let match = ClaimMatch(
          claim: claim, weight: weight, agrees: agrees,
          answer: pattern.hole == .subject
            ? subject
            : pattern.hole == .relation
              ? claim.relation + (pattern.object == nil ? " " + claim.object : "") : object,
          widenings: [agent.widening, verb.widening, topic.widening].filter { !$0.isEmpty })
        if match.weight > found[claim.id]?.weight ?? 0 { found[claim.id] = match }
      }
    }
    return found.values.sorted {
      $0.weight != $1.weight ? $0.weight > $1.weight : $0.claim.precedes($1.claim)
    }
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
    // "leads in some areas" is about AI when its sentence is; only for vague or mutual claims,
    // because a sentence about AI may say much else.
    let vague = ["area", "field", "respect", "way", "domain"]
    guard mutual || vague.contains(Phrase(object).words.last ?? "") else { return nil }
    guard Phrase(claim.evidence.quote).contains(run: Phrase(asked).words) else { return nil }
    return NameMatch(weight: 0.55, widening: "the sentence is about \(asked)")
  }
}
