import Claims

/// What a claim says of what, under the vocabulary's own name: "imposes | ban on X7" is "bans | X7".
struct Predication: Sendable {
  /// Nil where the text doesn't say who: "X7 is banned".
  var subject: String?
  var relation: String
  var object: String
  /// What must have been so before: whoever lifts a ban had one.
  var presupposes: String?
  /// Whether it says that something is no longer as it was.
  var isChange: Bool
  /// Whether it is put as the end of what it says: "stops selling" is selling, no more.
  var isEnded = false
  /// Whether it is put as a refusal: "refuses | signing the pact" is not signing it.
  var isRefused = false
  /// Whether it is put as what one is ready to do.
  var isWilling = false
  /// Whether the relation is the denial of the one given: "does without" denies "depends on".
  var isNegation = false
  /// Whether it says what one can do, rather than does.
  var isAbility = false
  /// Whether it is put as standing on a list.
  var isListed = false
  /// What the two are compared in, where the relation says so: "files more patents than".
  var field: String?
  /// Where or with what, where the relation names it: "in China" of "sells in China".
  var place: String?
  /// Whether it is done together with others: "co-chairs".
  var isJoint = false
  /// Whether it is said of nothing else: "trains only on".
  var isOnly = false
  /// Whether what it tells of goes on from then: who moves to Oslo is there.
  var holdsOn = false

  init(_ claim: Claim, relations: RelationNames, words: Words) {
    var said = Self.withoutOnly(claim.relation)
    var isGone = false
    isOnly = said != claim.relation
    subject = claim.subject
    object = claim.object
    // "Uses | only Viora lenses", but not "only 900 lenses".
    if claim.polarity == .positive, object.hasPrefix("only "), Quantity(in: object) == nil,
      object.dropFirst(5).startsWithCapital
    {
      object.removeFirst(5)
      isOnly = true
    }
    if Self.isListing(said, words) { said = "blacklists" }
    if let (verb, preposition, name) = Self.complement(of: said)
      ?? relations.complement(of: said, after: Self.prepositions, words: words), !object.isEmpty,
      !words.phrase(said, isIn: "disposing")
    {
      if let amount = Quantity(in: object), amount.rest.isEmpty {
        // "Bids for Olga | 2 million dollars" is a bid for Olga, of so much.
        said = verb + " " + preposition
        place = "at " + object
        object = name
      } else if !relations.isBan(verb), let passive = relations.passive(verb, preposition) {
        // Who trains Olga on their chips has Olga trained on them.
        said = passive
        subject = object
        object = name
      } else {
        said = verb
        place = preposition + " " + name
      }
    }
    if let made = Self.fromScratch(claim) {
      // What is made from scratch is built on nothing.
      isGone = true
      said = "is made out of"
      subject = made
      object = ""
      place = nil
    }
    if let (owner, role) = Self.role(claim, words: words) {
      // "Olga's boss is Nils": Nils is boss of Olga; its seat is where it has it.
      said = role
      (subject, object) = role == "is headquartered in" ? (owner, object) : (object, owner)
    }
    if let top = Self.topHolding(claim, words: words) {
      said = top.relation
      subject = top.owner
      object = top.thing
      place = top.place
    }
    if let (one, other, field) = Self.gap(in: claim.subject),
      let closing = object.isEmpty
        ? relations.ofGap(said) : Self.isNoMore(claim) ? "closes gap with" : nil
    {
      isGone = isGone || !object.isEmpty
      said = closing
      subject = one
      object = other
      self.field = field
    }
    if let (verb, thing, from) = Self.resulting(said, object) {
      said = verb
      object = thing
      place = from
    }
    if said.hasPrefix("co-"), relations.isKnown(String(said.dropFirst(3))), !relations.isKnown(said)
    {
      said.removeFirst(3)
      isJoint = true
    }
    relation = relations.name(said)
    isNegation = isGone
    // What remains so is so.
    if let first = relation.spaced.first, ["remains", "stays"].contains(first),
      !relation.contains(" ") || !relations.isKnown(relation)
    {
      relation = "is" + relation.dropFirst(first.count)
    }
    isChange = relations.traits(relation).contains("change") || Restatement.isGivingUp(said)
    if claim.polarity == .negative, words.phrase(said, isIn: "affecting") {
      relation = "leaves unchanged"
      isNegation = true
    } else if let (comparison, of) = Self.comparison(said) {
      relation = comparison
      field = of
    } else if let (comparison, of, other) = Self.comparison(said, object, words) {
      relation = comparison
      field = of
      object = other
    } else if relation == "lifts", !Self.isOfPolicy(object, words) {
      // A ban is lifted off, incomes are lifted up.
      relation = "boosts"
      isChange = false
    } else if words.phrase(said, isIn: "moving seat")
      || words.phrase(said + " " + object.prefix { $0 != " " } + " to", isIn: "moving seat")
    {
      let parts = object.spaced
      if let to = parts.firstIndex(of: "to") { object = parts[(to + 1)...].joined(separator: " ") }
      relation = relations.name("is headquartered in")
      isChange = true
      holdsOn = true
    } else if let verb = relations.agentive(relation), !object.isEmpty {
      relation = verb
      (subject, object) = (object, claim.subject)
    } else if let denied = relations.denied(by: relation) {
      relation = denied
      isNegation = true
    } else if let other = relations.reversed(relation), !object.isEmpty {
      relation = other
      (subject, object) = (object, claim.subject)
    } else if let verb = relations.ability(said) {
      relation = verb
      isAbility = true
    } else if let (manner, verb, of) = relations.carried(
      said, object: object, words: words)
    {
      object = of
      relation = verb
      isEnded = manner == "ceasing"
      isRefused = manner == "refusing"
      isWilling = manner == "willing"
      isChange = ["ceasing", "lasting"].contains(manner)
    } else if let owner = Self.listKeeper(claim, words: words) {
      // Whoever is on a state's blacklist is blacklisted by it.
      relation = relations.name("blacklists")
      subject = owner
      object = claim.subject
      isListed = true
    } else if let payer = Self.payer(claim, words: words) {
      relation = relations.name("is funded by")
      isNegation = object.lowercased().hasPrefix("no ")
      object = payer
    } else if let (verb, state) = relations.decided(said, in: object) {
      relation = verb
      (subject, object) = (state, claim.subject)
    } else if object.isEmpty, let active = relations.active(said) ?? Self.causing(said, words) {
      relation = relations.name(active)
      object = claim.subject
      subject = nil
      isChange = relations.traits(relation).contains("change")
    } else if object.isEmpty, relation == "exists",
      let noun = relations.noun(in: claim.subject, words: words)
    {
      // No bar on cameras exists: they are not barred.
      relation = noun.relation
      object = noun.object
      subject = nil
    } else if object.isEmpty, let happening = Self.happening(said, words) {
      // Nobody is said to have opened the plant that opens.
      relation = relations.name(happening)
      object = claim.subject
      subject = nil
    } else if !words.phrase(said, isIn: "holding"),
      let leave = Self.leave(in: object, words: words),
      let given = ["making", "ending", "refusing"]
        .first(where: { words.phrase(relation, isIn: $0) })
    {
      // "Revokes the licence to sell X7" bars X7.
      relation = given == "ending" ? "bars" : "allows"
      presupposes = given == "ending" ? "allows" : nil
      isRefused = given == "refusing"
      object = leave
      isChange = true
    } else if let noun = relations.noun(in: object, words: words) {
      if words.phrase(relation, isIn: "making") {
        relation = noun.relation
        object = noun.object
      } else if words.phrase(relation, isIn: "ending") {
        object = noun.object
        isChange = true
        if relations.isBan(noun.relation) {
          relation = "lifts"
          presupposes = noun.relation
        } else {
          // Who drops an opposition doesn't oppose any more.
          relation = noun.relation
          isEnded = true
        }
      } else if words.phrase(said, isIn: "willing") {
        // "Is open to | a delay of the act"
        relation = noun.relation
        object = noun.object
        isWilling = true
      } else if words.phrase(relation, isIn: "refusing") || words.phrase(said, isIn: "refusing")
        || relation == "rejects" && object.first?.isLowercase ?? false
      {
        relation = noun.relation
        object = noun.object
        isRefused = true
      }
    }
    if claim.polarity == .negative, Self.saysNoLonger(claim) { isChange = true }
  }

  /// What somebody does to a thing that does so itself: exports that stop are stopped.
  private static func causing(_ relation: String, _ words: Words) -> String? {
    words.phrase(relation, isIn: "stopping") ? "stops" : nil
  }

  /// The relation of whoever does what is said to come about: "opens" of "opens", "releases" of
  /// "comes out".
  private static func happening(_ relation: String, _ words: Words) -> String? {
    if words.phrase(relation, isIn: "appearing") { return "releases" }
    return words.phrase(relation, isIn: "happening") ? relation : nil
  }

  /// "Is | no longer", denied.
  private static func isNoMore(_ claim: Claim) -> Bool {
    claim.polarity == .negative && claim.relation == "is"
      && ["no longer", "no more"].contains(claim.object)
  }

  /// The two that a gap is between, and in what: "the gap between Olga and Nils in lenses", "the
  /// difference in price between Peruvian and Chilean lenses".
  private static func gap(in subject: String) -> (one: String, other: String, field: String?)? {
    guard subject.has(" between ") else { return nil }
    let said = subject.spaced
    guard let gap = said.firstIndex(where: { gaps.contains($0) }), gap < 3, gap + 4 < said.count,
      let between = said[gap...].firstIndex(of: "between"),
      between == gap + 1 || said[gap + 1] == "in" && between > gap + 2,
      let and = said[between...].firstIndex(of: "and"), and > between + 1, and < said.count - 1
    else { return nil }
    let end = said[and...].firstIndex(of: "in") ?? said.count
    var field = said[..<gap].filter { $0 != "the" }
    if between > gap + 1 { field += said[(gap + 2)..<between] }
    field += said[Swift.min(end + 1, said.count)...]
    var one = said[(between + 1)..<and].joined(separator: " ")
    // "Between open and closed models", "between Chinese and American model APIs"
    if and == between + 2, end > and + 2, one.startsWithCapital == said[and + 1].startsWithCapital,
      !said[and + 2].startsWithCapital || said[and + 2].dropFirst().contains(where: \.isUppercase)
    {
      one += " " + said[(and + 2)..<end].joined(separator: " ")
    }
    return (
      one, said[(and + 1)..<end].joined(separator: " "),
      field.isEmpty ? nil : field.joined(separator: " ")
    )
  }

  private static let gaps: Set<String> = ["gap", "difference", "disparity", "gulf"]

  /// What somebody is or has, said of that: "Olga's chief executive | is", "Olga's seat | is in".
  private static func role(_ claim: Claim, words: Words) -> (owner: String, relation: String)? {
    guard claim.subject.mayOwn else { return nil }
    let said = claim.subject.spaced
    guard let owner = said.firstIndex(where: \.isOwner),
      owner < said.count - 1, claim.object.startsWithCapital
    else { return nil }
    let name = said[...owner].joined(separator: " ").dropLast(2).description
    let role = said[(owner + 1)...].joined(separator: " ")
    if words.phrase(role, isIn: "seat") {
      return words.phrase(claim.relation, isIn: "lying")
        ? (name, "is headquartered in") : nil
    }
    return claim.relation == "is" && words.phrase(role, isIn: "office")
      ? (name, "is \(role) of") : nil
  }

  /// Who has the top one of a kind: "runs | biggest fleet in Europe", "Olga's fleet | is biggest in | Europe".
  private static func topHolding(_ claim: Claim, words: Words) -> (
    owner: String, relation: String, thing: String, place: String?
  )? {
    let isHaving = words.phrase(claim.relation, isIn: "having")
    guard isHaving || claim.relation.hasPrefix("has ") || claim.relation.hasPrefix("is") else {
      return nil
    }
    let isRank = { (word: String) in
      words["rank"].contains(word) || word == "most"
        || word.count > 5 && word.hasSuffix("est") && !words["no rank"].contains(word)
    }
    let relation = { (rank: String) in rank == "most" ? "is first in" : "has \(words.common(rank))"
    }
    let said = rawWords(claim.relation)
    let object = claim.object.spaced
    if isHaving, object.count > 1, object[1] != "of",
      case let rank = object[0].lowercased(), isRank(rank)
    {
      // "In the world", "in Europe": where it is the top one.
      let at = object.dropLast().lastIndex { $0 == "in" }.flatMap { at in
        let named = object[(at + 1)...].first { $0 != "the" } ?? ""
        return named.startsWithCapital || words["worldwide"].contains(named) ? at : nil
      }
      return (
        claim.subject, relation(rank), object[1..<(at ?? object.count)].joined(separator: " "),
        at.map { object[$0...].joined(separator: " ") }
      )
    }
    if said.count == 2, isRank(said[1]), said[0] == "has" {
      return (claim.subject, relation(said[1]), claim.object, nil)
    }
    guard said.first == "is", claim.subject.mayOwn else { return nil }
    let owned = claim.subject.spaced
    guard let owner = owned.lastIndex(where: \.isOwner),
      owner < owned.count - 1,
      owned[(owner + 1)...].allSatisfy({ $0.first?.isLowercase ?? false })
    else { return nil }
    // "Is | the world's biggest", "is | biggest anywhere", "is biggest in | Europe"; without a where it may
    // be the biggest of its owner's.
    let isOfAll = object.contains {
      $0.hasPrefix("world's") || $0 == "anywhere" || $0 == "worldwide"
    }
    let rank =
      said.count == 3 && said[2] == "in"
      ? said[1]
      : said.count == 1 && isOfAll
        ? object.first { isRank($0.lowercased()) }?.lowercased() : nil
    guard let rank, isRank(rank), rank != "most" else { return nil }
    return (
      owned[...owner].joined(separator: " ").dropLast(2).description, relation(rank),
      owned[(owner + 1)...].joined(separator: " "),
      said.count == 3 ? "in " + claim.object : nil
    )
  }

  /// "Has | more users than Olga" is being ahead, in users; "costs | more than" is costing more than.
  private static func comparison(_ relation: String, _ object: String, _ words: Words) -> (
    relation: String, of: String?, other: String
  )? {
    guard object.has(" than ") else { return nil }
    let said = object.spaced
    guard let more = said.first?.lowercased(), let than = said.firstIndex(of: "than"),
      than < said.count - 1, said[than + 1].startsWithCapital
    else { return nil }
    let isMore = ["more", "larger", "bigger", "higher", "greater"].contains(more)
    guard isMore || ["fewer", "less", "smaller", "lower"].contains(more) else { return nil }
    let other = said[(than + 1)...].joined(separator: " ")
    guard than > 1 else { return (relation + (isMore ? " more than" : " less than"), nil, other) }
    return (
      isMore ? "exceeds" : "lags behind", said[1..<than].joined(separator: " "), other
    )
  }

  /// "Trains only on" without its "only".
  private static func withoutOnly(_ relation: String) -> String {
    let said = relation.spaced
    // "Is the only one" tells of one of its kind; "is trained only on" of what it is trained on.
    guard let only = said.dropFirst().firstIndex(where: { onlys.contains($0) }),
      !["is", "the"].contains(said[only - 1])
    else { return relation }
    return (said[..<only] + said[(only + 1)...]).joined(separator: " ")
  }

  private static let onlys: Set<String> = ["only", "exclusively", "solely"]

  /// The name after a preposition within a relation: "trains on Trainium chips" is "trains", on those.
  private static func complement(of relation: String) -> (
    verb: String, preposition: String, name: String
  )? {
    let said = relation.spaced
    guard let name = said.firstIndex(where: { $0.startsWithCapital }), name > 1,
      prepositions.contains(said[name - 1])
    else { return nil }
    // "Goes public in Oslo on" is going public on a day.
    let end =
      said.count - 1 > name && prepositions.contains(said[said.count - 1])
      ? said.count - 1 : said.count
    return (
      (said[..<(name - 1)] + said[end...]).joined(separator: " "), said[name - 1],
      said[name..<end].joined(separator: " ")
    )
  }

  private static let prepositions: Set<String> = [
    "in", "on", "at", "for", "from", "with", "to", "by", "through", "via",
  ]

  /// What a licence is for: "Fjordchip's licence to sell X7" is for "Fjordchip's sell X7".
  static func leave(in object: String, words: Words) -> String? {
    let said = object.spaced
    guard let noun = said.firstIndex(where: { words["leave"].contains($0.lowercased()) }),
      noun < said.count - 2, ["for", "to"].contains(said[noun + 1])
    else { return nil }
    return (said[..<noun] + said[(noun + 2)...]).joined(separator: " ")
  }

  /// "Keeps | Starlink out of Peru" is keeping out Starlink, of Peru.
  private static func resulting(_ verb: String, _ object: String) -> (
    verb: String, thing: String, from: String
  )? {
    let said = object.spaced
    guard !verb.contains(" ") else { return nil }
    if let against = said.firstIndex(of: "against"), against > 0, against < said.count - 1,
      !Senses.sides(of: verb + " against").isEmpty
    {
      // "Advises | poor states against open models".
      return (
        verb + " against", said[(against + 1)...].joined(separator: " "),
        said[..<against].joined(separator: " ")
      )
    }
    guard let particle = said.dropFirst().dropLast(2).firstIndex(where: { outward.contains($0) }),
      ["of", "from"].contains(said[particle + 1])
    else { return nil }
    let verb = verb + " " + said[particle]
    guard !Senses.sides(of: verb).isEmpty else { return nil }
    return (
      verb, said[..<particle].joined(separator: " "), said[(particle + 2)...].joined(separator: " ")
    )
  }

  private static let outward: Set<String> = ["out", "away", "off", "back"]

  /// "Files more patents than" is being ahead, in patents.
  private static func comparison(_ relation: String) -> (relation: String, of: String)? {
    if let said = comparisons[relation] { return said }
    let parts = relation.spaced
    // "Has twice as many users as"
    if parts.count > 5, parts.last == "as",
      ["twice", "times"].contains(where: parts.prefix(3).contains),
      let first = parts.firstIndex(of: "as"), first + 2 < parts.count - 1,
      ["many", "much"].contains(parts[first + 1])
    {
      return ("exceeds", parts[(first + 2)..<parts.count - 1].joined(separator: " "))
    }
    guard parts.count > 3, parts.last == "than", !["is", "are", "be"].contains(parts[0]),
      let relation = ["more": "exceeds", "fewer": "lags behind", "less": "lags behind"][parts[1]]
    else { return nil }
    return (relation, parts[2..<parts.count - 1].joined(separator: " "))
  }

  /// What by the verb alone is more of something, or as much.
  private static let comparisons: [String: (relation: String, of: String)] = [
    "outspends": ("exceeds", "spending"), "outsells": ("exceeds", "sales"),
    "outproduces": ("exceeds", "output"), "outearns": ("exceeds", "revenue"),
    "costs more than": ("exceeds", "cost"), "costs less than": ("lags behind", "cost"),
    "costs same as": ("matches", "cost"), "costs the same as": ("matches", "cost"),
    "costs as much as": ("matches", "cost"),
  ]

  private static func isOfPolicy(_ object: String, _ words: Words) -> Bool {
    rawWords(object).contains { words["policy"].contains($0) || words["policy"].contains(stem($0)) }
  }

  /// Who gives the money that the subject takes: "accepts | funding from Olga" is "is funded by | Olga".
  private static func payer(_ claim: Claim, words: Words) -> String? {
    guard words["receiving"].contains(claim.relation.lowercased()) else { return nil }
    let said = claim.object.spaced
    guard let from = said.firstIndex(of: "from"), from > 0, from < said.count - 1,
      words["funding"].contains(said[from - 1].lowercased())
    else { return nil }
    return said[(from + 1)...].joined(separator: " ")
  }

  /// The owner of the list that the subject is on: "is on | America's entity list".
  private static func listKeeper(_ claim: Claim, words: Words) -> String? {
    guard words.phrase(claim.relation, isIn: "listed") else { return nil }
    let said = claim.object.spaced
    if let owner = said.firstIndex(where: \.isOwner) {
      guard owner < said.count - 1,
        words.phrase(said[(owner + 1)...].joined(separator: " "), isIn: "blacklist")
      else { return nil }
      return said[...owner].joined(separator: " ").dropLast(2).description
    }
    // "US Entity List", "the American blacklist"
    let named = said.drop { $0.lowercased() == "the" }
    guard
      let list = named.indices.first(where: {
        words.phrase(named[$0...].joined(separator: " "), isIn: "blacklist")
      })
    else { return nil }
    if list > named.startIndex, named[named.startIndex].startsWithCapital {
      return named[..<list].joined(separator: " ")
    }
    // What is called so and no more is the American one.
    let listName = named[list...].joined(separator: " ").lowercased()
    return list == named.startIndex && listName == "entity list" ? "United States" : nil
  }

  /// "Places on its Entity List".
  private static func isListing(_ relation: String, _ words: Words) -> Bool {
    let said = relation.spaced
    guard said.count > 2, ["places", "puts", "adds", "lists", "includes"].contains(said[0]),
      ["on", "to", "in"].contains(said[1])
    else { return false }
    let rest = said[2...].drop { ["its", "the", "a", "their"].contains($0) }
    return words.phrase(rest.joined(separator: " "), isIn: "blacklist")
  }

  /// What is made from scratch: "X7 | is trained from | scratch", "Olga | trains from scratch | X7".
  private static func fromScratch(_ claim: Claim) -> String? {
    let said = claim.relation.spaced
    guard let verb = said.first,
      (claim.relation + " " + claim.object).has("from scratch")
        || claim.scope == "from scratch"
    else { return nil }
    if verb == "is", said.count > 1, ["trained", "built", "developed", "made"].contains(said[1]) {
      return claim.subject
    }
    guard ["trains", "builds", "develops"].contains(verb), !claim.object.hasPrefix("scratch") else {
      return nil
    }
    return claim.object.replacing(" from scratch", with: "")
  }

  /// Any longer, any more: the denial owns up to an earlier state.
  private static func saysNoLonger(_ claim: Claim) -> Bool {
    let said = rawWords(claim.surface.relation + " " + claim.surface.object)
    return said.contains { ["longer", "anymore"].contains($0) }
      || rawWords(claim.evidence.quote).adjacent("no", "longer") && !claim.evidence.quote.isEmpty
  }
}

extension [String] {
  fileprivate func adjacent(_ a: String, _ b: String) -> Bool {
    zip(self, dropFirst()).contains { $0 == a && $1 == b }
  }
}

/// The vocabulary's relations by the ways a claim may put them.
///
/// A class, because it is handed from reading to reading.
final class RelationNames: Sendable {
  private let vocabulary: Vocabulary
  private let byVerb: [String: String]
  private let exclusions: [String: Set<String>]

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    var byVerb: [String: String] = [:]
    for name in vocabulary.relations.keys.sorted() where !name.contains(" ") {
      let verb = Self.bare(name)
      byVerb[verb] = byVerb[verb] ?? name
    }
    self.byVerb = byVerb
    var exclusions: [String: Set<String>] = [:]
    for relation in vocabulary.relations.values {
      for trait in relation.traits ?? [] where trait.hasPrefix("excludes ") {
        let other = String(trait.dropFirst(9))
        exclusions[relation.name, default: []].insert(other)
        exclusions[other, default: []].insert(relation.name)
      }
    }
    self.exclusions = exclusions
  }

  func excluded(by relation: String) -> [String] { exclusions[relation]?.sorted() ?? [] }

  /// What follows a known verb: "bars from public tenders" is barring, from those.
  func complement(of relation: String, after prepositions: Set<String>, words: Words) -> (
    verb: String, preposition: String, name: String
  )? {
    let said = relation.spaced
    guard said.count > 2, !isKnown(relation), said[0] != "is",
      Senses.sides(of: relation).isEmpty,
      let at = said.indices.dropFirst().first(where: { prepositions.contains(said[$0]) }),
      at < said.count - 1, !prepositions.contains(said[said.count - 1]),
      case let verb = said[..<at].joined(separator: " "), isKnown(verb),
      !Self.manners.contains(where: { words.phrase(verb, isIn: $0) })
    else { return nil }
    return (verb, said[at], said[(at + 1)...].joined(separator: " "))
  }

  func isKnown(_ relation: String) -> Bool { vocabulary.relations[name(relation)] != nil }

  /// The vocabulary's name for a relation, whichever of its verbs and phrases says it: "prohibits".
  func name(_ relation: String) -> String {
    if let known = vocabulary.relationByPhrase[relation] { return known }
    if vocabulary.relations[relation] != nil { return relation }
    let parts = relation.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count > 1 ? " " + parts[1] : ""
    for lemma in Self.lemmas(ofThirdPerson: String(parts[0])) {
      if let known = vocabulary.relationByPhrase[lemma + rest] { return known }
    }
    // "Has its seat in" is having a seat there.
    guard relation.has(" its ") || relation.has(" the ") || relation.has(" their ") else {
      return relation
    }
    let bare = relation.spaced.filter { !["its", "the", "their"].contains($0) }
    let known = name(bare.joined(separator: " "))
    if vocabulary.relations[known] != nil { return known }
    let verb = ["first", "still", "already", "now"].contains(bare[0]) ? 1 : 0
    guard verb < bare.count else { return relation }
    let others = bare[(verb + 1)...].map {
      $0.count > 3 && $0.hasSuffix("s") ? String($0.dropLast()) : $0
    }
    for lemma in Self.lemmas(ofThirdPerson: bare[verb]) {
      let phrase = (bare[..<verb] + [lemma] + others).joined(separator: " ")
      if let known = vocabulary.relationByPhrase[phrase] { return known }
    }
    return relation
  }

  private static func lemmas(ofThirdPerson verb: String) -> [String] {
    switch verb {
    case "is", "are": return ["be"]
    case "has": return ["have"]
    default:
      guard verb.hasSuffix("s"), verb.count > 3 else { return [] }
      let lemmas = [String(verb.dropLast())]
      if verb.hasSuffix("ies") { return lemmas + [verb.dropLast(3) + "y"] }
      return verb.hasSuffix("es") ? lemmas + [String(verb.dropLast(2))] : lemmas
    }
  }

  func traits(_ relation: String) -> [String] { vocabulary.relations[relation]?.traits ?? [] }

  /// The relation that "is banned" is the passive of.
  func active(_ relation: String) -> String? {
    let parts = relation.spaced
    guard parts.count == 2, parts[0] == "is", parts[1].hasSuffix("ed"),
      vocabulary.relations[relation] == nil
    else { return nil }
    return byVerb[Self.bare(parts[1])]
  }

  /// What a state bans or allows, said of where it is so: "is banned in | Japan".
  func decided(_ relation: String, in place: String) -> (verb: String, state: String)? {
    guard relation.hasSuffix(" in"), place.startsWithCapital,
      let verb = active(String(relation.dropLast(3))),
      vocabulary.relations[verb]?.frame == "control"
    else { return nil }
    return (verb, place)
  }

  /// The relation that "is acquired by" is the passive of.
  func agentive(_ relation: String) -> String? {
    let parts = relation.spaced
    guard parts.count == 3, parts[0] == "is", parts[2] == "by", parts[1].hasSuffix("ed"),
      vocabulary.relations[relation] == nil
    else { return nil }
    return byVerb[Self.bare(parts[1])]
  }

  /// The relation that is the passive of a verb with what it is done with: "trains", "on" is "trains
  /// on", said of what is trained.
  func passive(_ verb: String, _ preposition: String) -> String? {
    var stems = [Self.bare(verb)]
    if verb.hasPrefix("re"), verb.count > 5 { stems.append(String(stems[0].dropFirst(2))) }
    for stem in stems {
      for participle in [stem + "ed", stem + "d", stem + "t", stem.dropLast() + "t", stem] {
        let phrase = "be \(participle) \(preposition)"
        if let known = vocabulary.relationByPhrase[phrase] { return known }
      }
    }
    return nil
  }

  /// Whether it says that something is forbidden.
  func isBan(_ relation: String) -> Bool {
    let known = vocabulary.relations[name(relation)]
    return known?.frame == "control" && known?.pole == "ban"
  }

  /// The relation of "selling".
  func verb(ofGerund word: String) -> String? {
    word.count > 4 && word.hasSuffix("ing") ? name(third(word)) : nil
  }

  /// What one can do: "can sell" is of selling.
  func ability(_ relation: String) -> String? {
    var parts = relation.spaced
    if relation.hasPrefix("is able to ") { parts = ["can"] + parts.dropFirst(3) }
    guard parts.count > 1, parts[0] == "can", parts[1] != "be" else { return nil }
    return name(([third(parts[1])] + parts.dropFirst(2)).joined(separator: " "))
  }

  /// "Sells" of "sell" and "selling" alike; of verbs nobody knows as the spelling has it.
  private func third(_ verb: String) -> String {
    if let known = byVerb[Self.bare(verb)] { return known }
    if !verb.hasSuffix("ing") || verb.count < 5 {
      if ["s", "x", "z", "ch", "sh", "o"].contains(where: verb.hasSuffix) { return verb + "es" }
      return verb + "s"
    }
    let root = String(verb.dropLast(3))
    if let known = byVerb[Self.bare(root)] { return known }
    // Achieving, reducing, closing and creating have lost an e.
    let hasLostE =
      ["v", "c", "z", "s", "at"].contains(where: root.hasSuffix) && !root.hasSuffix("ss")
    return hasLostE ? root + "es" : Self.bare(verb) + "s"
  }

  /// The relation of two between whom a gap does what the verb says: "disappears".
  func ofGap(_ verb: String) -> String? {
    let lemmas =
      verb.hasPrefix("is ")
      ? ["be" + verb.dropFirst(2)] : Self.lemmas(ofThirdPerson: verb) + [verb]
    for lemma in lemmas {
      if let known = vocabulary.relationByPhrase["gap " + lemma] { return known }
    }
    return nil
  }

  func inverse(of relation: String) -> String? { vocabulary.relations[relation]?.inverse }

  /// The relation that this one is the denial of.
  func denied(by relation: String) -> String? { vocabulary.relations[relation]?.negates }

  /// The relation that says the same from the other side.
  func reversed(_ relation: String) -> String? { vocabulary.relations[relation]?.reverses }

  /// The verb that another one carries, and in which manner: "stops selling" is the end of it,
  /// "refrains from | joining NATO" a refusal, "is involved in building" taking part in it.
  ///
  /// The verb may stand in the relation or begin the object.
  func carried(_ relation: String, object: String, words: Words) -> (
    manner: String, verb: String, object: String
  )? {
    let parts = relation.spaced
    for length in stride(from: min(3, parts.count), through: 1, by: -1) {
      let carrier = parts[..<length].joined(separator: " ").lowercased()
      guard let manner = Self.manners.first(where: { words.phrase(carrier, isIn: $0) }) else {
        continue
      }
      var rest = Array(parts[length...])
      var of = object
      let said = object.split(separator: " ", maxSplits: 1).map(String.init)
      if rest.isEmpty, let verb = said.first, verb.hasSuffix("ing"), verb.count > 4,
        said.count == 2 || manner == "ceasing" && verb == "hiring"
      {
        rest = [verb]
        of = said.count == 2 ? said[1] : ""
        if of.hasPrefix("of ") { of.removeFirst(3) }
      } else if vocabulary.relationByPhrase[relation] != nil {
        return nil
      }
      let isInfinitive = rest.first == "to"
      if isInfinitive { rest.removeFirst() }
      guard let verb = rest.first, isInfinitive || verb.count > 4 && verb.hasSuffix("ing") else {
        return nil
      }
      return (manner, name(([third(verb)] + rest.dropFirst()).joined(separator: " ")), of)
    }
    return nil
  }

  private static let manners = ["ceasing", "lasting", "refusing", "willing", "doing"]

  /// The relation that a noun in an object states, and what it is stated of: "its ban on X7".
  func noun(in object: String, words: Words) -> (relation: String, object: String)? {
    let parts = object.spaced
    guard parts.count > 2 else { return nil }
    for i in 0..<Swift.min(4, parts.count - 2) {
      // "Any delay in applying the rules" is one of the rules.
      if i + 3 < parts.count, parts[i + 1] == "in", words["applying"].contains(parts[i + 2]),
        let relation = vocabulary.relationByNoun[parts[i].lowercased() + " of"]
          ?? vocabulary.relationByNoun[parts[i].lowercased() + " in"]
      {
        return (relation, parts[(i + 3)...].joined(separator: " "))
      }
      let key = parts[i].lowercased() + " " + parts[i + 1].lowercased()
      let singular = String(parts[i].lowercased().dropLast()) + " " + parts[i + 1].lowercased()
      guard let relation = vocabulary.relationByNoun[key] ?? vocabulary.relationByNoun[singular]
      else { continue }
      return (relation, parts[(i + 2)...].joined(separator: " "))
    }
    return compound(parts, words: words)
  }

  /// "The gallium embargo against America" is one on gallium.
  private func compound(_ parts: [String], words: Words) -> (relation: String, object: String)? {
    guard
      let noun = parts.indices.dropFirst().first(where: {
        words["ban"].contains(parts[$0].lowercased())
      })
    else { return traded(parts) }
    return ("bans", (parts[..<noun] + parts[(noun + 1)...].dropFirst()).joined(separator: " "))
  }

  /// "Gallium exports to America" are exports of gallium to there.
  private func traded(_ parts: [String]) -> (relation: String, object: String)? {
    for i in parts.indices.dropFirst().dropLast(2) where ["to", "from"].contains(parts[i + 1]) {
      let noun = parts[i].lowercased()
      let singular = noun.hasSuffix("s") ? String(noun.dropLast()) : noun
      guard
        let relation = vocabulary.relationByNoun[noun + " of"]
          ?? vocabulary.relationByNoun[singular + " of"]
      else { continue }
      return (relation, (parts[..<i] + parts[(i + 1)...]).joined(separator: " "))
    }
    return nil
  }

  /// A verb without its ending, "bans" and "banned" alike.
  private static func bare(_ verb: String) -> String {
    var stem = stem(verb)
    if stem.hasSuffix("ed") { stem.removeLast(2) }
    if stem.count > 3, stem.last == stem.dropLast().last { stem.removeLast() }
    if stem.hasSuffix("e") { stem.removeLast() }
    return stem
  }
}
