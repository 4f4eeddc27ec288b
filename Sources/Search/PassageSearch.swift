import Claims

/// A claim whose passage says most of what a question says.
struct PassageMatch {
  var claim: Claim
  /// The share of the question's words that the passage says in some form, 1 for all of them.
  var coverage: Double
  /// The same for the claim's own parts, because a passage may say much else.
  var ownCoverage: Double
  var missing: [String]
  /// How many words were looked for.
  var words = 0
}

/// Finds claims by the words of their passages, for questions whose grammar leads nowhere.
///
/// All names, years and amounts of the question must be there: a passage about another country or
/// another year answers nothing.
struct PassageSearch {
  let source: any ClaimSource
  let names: NameMatcher
  let relations: RelationMatcher
  /// Whether a relation that speaks against the one asked says its verb too.
  var weighsBoth = false

  // Enough for a person to read; a bound, because each passage is read word by word.
  private static let mostInsights = 60
  private static let generalWeight = 0.3
  private static let months = Set(TimeWord.months.map { Stem.sense(of: Stem.of($0)) })

  func matches(_ asked: Wording, atLeast share: Double) throws -> [PassageMatch] {
    var found: [PassageMatch] = []
    for (claim, all, lent) in try passages(naming: asked) {
      var own = wording(of: claim)
      own.formUnion(lent)
      let (coverage, missing) = coverage(of: asked, by: all, claim)
      guard coverage >= share else { continue }
      found.append(
        PassageMatch(
          claim: claim, coverage: coverage, ownCoverage: self.coverage(of: asked, by: own, claim).0,
          missing: missing))
    }
    return found.sorted {
      let (a, b) = ($0.coverage + 0.5 * $0.ownCoverage, $1.coverage + 0.5 * $1.ownCoverage)
      return a != b ? a > b : $0.claim.precedes($1.claim)
    }
  }

  /// Claims of the passages that have most of what is asked, all its names, years and amounts among it,
  /// each with what its passage says, and what of that other sentences lend to its own.
  private func passages(naming asked: Wording) throws
    -> [(claim: Claim, said: Wording, lent: Wording)]
  {
    guard !asked.isEmpty else { return [] }
    let things =
      asked.names.sorted().map { names.spellings(of: $0) }
      + asked.senses.sorted().map { Stem.beginnings(of: $0) }
    let pool = try source.claims(resembling: things, limit: Self.mostInsights)
    // "The bill" of one sentence is named in another of its insight, and so may its year be.
    var told: [String: Wording] = [:]
    for claim in pool {
      told[claim.evidence.insight, default: Wording()].formUnion(
        names.wording(of: claim.evidence.quote))
    }
    return pool.compactMap { claim in
      var all = names.wording(of: claim.evidence.quote)
      all.formUnion(wording(of: claim))
      var lent = Wording()
      if let beside = told[claim.evidence.insight] {
        lent.names = beside.names.subtracting(all.names)
        if all.years.isEmpty {
          lent.years = beside.years
          lent.senses = beside.senses.intersection(Self.months)
        }
      }
      all.formUnion(lent)
      return agrees(asked, with: claim, saying: all) ? (claim, all, lent) : nil
    }
  }

  /// The claims of these passages.
  func naming(_ asked: Wording) throws -> [Claim] { try passages(naming: asked).map(\.claim) }

  /// What a claim says without the rest of its sentence.
  func wording(of claim: Claim) -> Wording {
    let parts = [
      claim.subject, claim.relation, claim.object, claim.scope, claim.time, claim.attribution,
      claim.surface.subject, claim.surface.relation, claim.surface.object,
    ]
    var out = Wording()
    for part in parts.compactMap({ $0 }) where !part.isEmpty {
      out.formUnion(names.wording(of: part))
    }
    return out
  }

  private func agrees(_ asked: Wording, with claim: Claim, saying said: Wording) -> Bool {
    for name in asked.names where !said.names.contains(name) {
      guard said.names.contains(where: { names.isNarrower($0, than: name) }) else { return false }
    }
    if !asked.years.isEmpty, asked.years.isDisjoint(with: said.years) {
      guard said.years.isEmpty, let day = claim.evidence.published,
        asked.years.contains(where: day.hasPrefix)
      else { return false }
    }
    guard let amount = asked.quantity else { return true }
    return [claim.object, claim.subject, claim.scope ?? ""].contains { text in
      guard let other = Quantity(in: text) else { return false }
      let alike = amount.unit == nil || other.unit == nil || amount.unit == other.unit
      return alike && amount.interval.overlaps(other.interval)
    }
  }

  /// How much of the question is said, and which of its words aren't.
  func coverage(of asked: Wording, by said: Wording, _ claim: Claim) -> (Double, [String]) {
    var total = 1.5 * Double(asked.names.count) + (asked.quantity == nil ? 0 : 1)
    var covered =
      1.5 * Double(asked.names.intersection(said.names).count)
      + (asked.quantity == nil ? 0 : 1)
    var missing: [String] = []
    for name in asked.names.subtracting(said.names)
    where said.names.contains(where: { names.isNarrower($0, than: name) }) { covered += 1.5 }
    for sense in asked.senses.sorted() {
      let weight = asked.general.contains(sense) ? Self.generalWeight : 1
      total += weight
      if said.senses.contains(sense) || isSaid(sense, by: claim.relation)
        || isSaid(sense, byVerbsOf: said)
      {
        covered += weight
      } else {
        missing.append(sense)
      }
    }
    return (total == 0 ? 0 : covered / total, missing)
  }

  /// Whether another verb of the same relation is said: "delaying" where "put off" is asked.
  private func isSaid(_ sense: String, byVerbsOf said: Wording) -> Bool {
    guard !relations.verbs(of: sense).isEmpty else { return false }
    return said.senses.contains { other in
      relations.verbs(of: other).contains { isSaid(sense, by: $0) }
    }
  }

  /// Whether the relation is of the family of a verb with this stem, or speaks against it.
  func isSaid(_ sense: String, by relation: String) -> Bool {
    guard let given = relations.vocabulary.relations[relations.canonical(relation)] else {
      return false
    }
    return relations.verbs(of: sense).contains { name in
      guard let asked = relations.vocabulary.relations[name] else { return false }
      if asked.name == given.name || relations.implies(given.name, asked.name) { return true }
      // Who suspends a trade speaks of ending it, hardly of trading.
      if weighsBoth, relations.isContrary(name, given.name) == true,
        !relations.excludes(name, given.name), !relations.excludes(given.name, name)
      {
        return true
      }
      if relations.order(of: name) == .level, relations.order(of: given.name) == .level {
        return true
      }
      return asked.frame != nil && asked.frame == given.frame && asked.pole != nil
        && asked.pole == given.pole
    }
  }
}

extension NameMatcher {
  /// The words of a name and of all it goes by.
  func spellings(of name: String) -> [String] {
    let entity = vocabulary.entities[name]
    let all = [[name], entity?.aliases ?? [], entity?.demonyms ?? [], entity?.metonyms ?? []]
    return Array(Set(all.joined().flatMap(Phrase.split).filter { $0.count > 1 })).sorted()
  }
}

extension RelationMatcher {
  /// The relations that a verb with this stem states.
  func verbs(of sense: String) -> [String] {
    sense.hasPrefix("=") ? [String(sense.dropFirst())] : verbIndex.relations[sense] ?? []
  }
}
