import Claims

/// A claim with everything the rules compare worked out once.
///
/// A class, because it is large and handed from rule to rule; nothing changes in it once it is made.
final class Matter: @unchecked Sendable {
  let claim: Claim
  /// The claim in the plain form of what it says.
  let restated: Claim
  let subject: MatchKey
  /// Nil where the text doesn't say who; then the subject's key is empty.
  let isAgentless: Bool
  let object: MatchKey
  let scope: MatchKey?
  /// Object and scope as one: "H20 in China" is "H20, in China".
  let whole: MatchKey
  /// The object's own words, for what a key leaves out.
  let objectText: String
  /// The vocabulary's name for the relation, or the claim's own words.
  let relation: String
  /// Its raw words, and their stems.
  let relationWords: [String]
  let relationStems: [String]
  let frame: String?
  let frameKind: String?
  let pole: String?
  /// Poles of its frame that can't hold beside its own.
  let opposedPoles: [String]
  let traits: Set<String>
  /// Relations that hold whenever this one does, from traits like "implies uses".
  let implies: [String]
  /// Relations that can't hold beside this one, whichever of the two the vocabulary says so of.
  let excludes: [String]
  /// The senses that a list sets against others.
  let sides: Set<Senses.Side>
  let presupposes: String?
  var isChange: Bool
  /// Whether the relation is said not to hold, or no more.
  let isDenied: Bool
  /// Whether it is put as a refusal, or as what one is ready to do.
  let isRefused: Bool
  let isWilling: Bool
  /// Whether it is said to hold no more.
  let isEnded: Bool
  /// Whether what it tells of goes on from then.
  var holdsOn: Bool
  /// Whether it is said of its object and of nothing else.
  let isOnly: Bool
  /// Whether it is said to be done by its subject and nobody else, or together with others.
  let isAlone: Bool
  let isJoint: Bool
  /// Whether it says what one can do, rather than does.
  let isAbility: Bool
  /// Whether it only says how much there is.
  let isMeasure: Bool
  /// Whether it is said not to have held at any time before.
  let isNever: Bool
  /// Whether it is said not to have come about so far.
  let isNotYet: Bool
  /// Whether the sentence says that it is still so, and so that it was before.
  let isStill: Bool
  /// Whether it gives up what was to be.
  let isGivingUp: Bool
  /// Neither denied nor said of none.
  let isPositive: Bool
  let subjectShare: Quantifier?
  let objectShare: Quantifier?
  let comparison: Comparison?
  let exclusive: Exclusive?
  let standing: Standing?
  /// Who it denies to be ahead of whom: "no longer trails".
  let deniedStanding: Standing?
  /// The amount in the object, and in the subject.
  let amount: Quantity?
  let count: Quantity?
  /// By how much the one is ahead of the other.
  let margin: Quantity?
  /// The place on a list: 1 for "is top-ranked", 2 for "is second on".
  let listed: Int?
  /// All amounts in it, each with what it is of.
  var measurements: [Measurement] = []
  /// The rank of "is most downloaded": "most downloaded"; nil where the relation is no superlative.
  let superlative: String?
  let interval: Interval?
  /// When it happened, of what happens once and to a thing with a name, or is planned.
  let date: Interval?
  /// Whether its object is a date.
  let isDated: Bool
  /// Whether its object is a thing with a name.
  let isOfNamed: Bool
  /// Whether it happens to one thing but once.
  let isOnce: Bool
  /// Whether the relation only joins the subject to what it is: "is", "remains".
  let isCopular: Bool
  /// The stems of a subject that is an everyday being without a name, and of what is said of it.
  let scene: Scene?
  /// The telling words of the sentence that says it, where it says more than names do.
  let told: MatchKey?
  /// Of these all that say what it is about, be they the whole field's.
  let content: Set<String>
  /// Of these the words that few other matters share.
  let specific: Set<String>

  /// What follows from the claim, read in the same way, and how surely it follows.
  var entailed: [Matter] = []
  var sureness = 1.0
  var isOutcome = false
  var readings: [Matter] { [self] + entailed }

  struct Scene: Sendable {
    var head: String
    var kin: Set<Int>
    var being: Set<String>
    var said: Set<String>
  }

  init(_ original: Claim, keys: MatchKeys, relations: RelationNames, vocabulary: Vocabulary) {
    self.claim = original
    let claim = Restatement(keys: keys, vocabulary: vocabulary).of(Self.dated(original))
    restated = claim
    let words = keys.words
    let said = Predication(claim, relations: relations, words: words)
    let turned = Self.inverse(of: said.relation, in: vocabulary)
    isDated = Self.datesItsSubject(said.relation, to: said.object)
    // "Goes public on | 5 May" and "goes public in | March" are dates of one event.
    let isOpen = isDated && vocabulary.relations[said.relation] == nil
    relation = turned ?? (isOpen ? Self.withoutLastWord(said.relation) : said.relation)
    relationWords = rawWords(relation)
    relationStems = relationWords.map(stem)
    let sides = Senses.sides(of: relation)
    // "Gives up on" has none, though it is the vocabulary's word for "gives up".
    let isAsSaid =
      turned == nil && !said.isNegation && said.subject == claim.subject
      && said.object == claim.object
    self.sides = isAsSaid ? sides.union(Senses.sides(of: claim.relation)) : sides
    presupposes = said.presupposes
    isChange = said.isChange
    isAgentless = said.subject?.isEmpty ?? true
    var parties = [said.subject ?? "", said.object]
    let isSole = parties[0].lowercased().hasPrefix("only ")
    if isSole { parties[0].removeFirst(5) }
    if turned != nil { parties.reverse() }
    parties[1] = Self.withoutInnerMaker(parties[1])
    var shares = parties.map { Quantifier($0, words: words) }
    // "Refuses new connections (every)": how many may stand beside what there are several of.
    if let said = claim.scope, words.phrase(said, isIn: "all") {
      let isOfSubject = parties[0].hasSuffix("s") && !parties[1].hasSuffix("s")
      let place = isOfSubject ? 0 : 1
      if shares[place] == nil {
        shares[place] = Quantifier(share: 1...1, rest: parties[place])
      }
    }
    isDenied =
      (claim.polarity == .negative)
      != (said.isEnded || said.isRefused || said.isNegation)
    isRefused = said.isRefused
    isWilling = said.isWilling
    holdsOn = said.holdsOn
    isOnly = said.isOnly || Self.saysOnly(claim)
    isAlone = claim.scope.map { words.phrase($0, isIn: "alone") } ?? false
    isJoint = said.isJoint
    isAbility = said.isAbility
    isMeasure = [relation, claim.relation].contains {
      words.phrase($0, isIn: "measuring") || words.phrase($0, isIn: "level")
    }
    isGivingUp = Restatement.isGivingUp(original.relation)
    isEnded = said.isEnded && claim.polarity == .positive
    isNever =
      claim.polarity == .negative
      && rawWords(claim.surface.relation + " " + claim.evidence.quote)
        .contains { words["never"].contains($0) }
    isNotYet =
      claim.polarity == .negative && claim.modality == .asserted
      && (isNever || Self.isPerfect(claim.evidence.quote)
        || said.isChange && Self.isAsOf(claim.evidence.quote))
    isStill = claim.polarity == .positive && Self.isStill(claim)
    if claim.polarity == .negative, shares[0] == nil, Self.isOfNone(claim, words: words) {
      shares[0] = Quantifier(share: 0...0, rest: parties[0])
    }
    for i in 0...1 where isDenied {
      if let one = Quantifier.single(parties[i]) {
        shares[i] = Quantifier(share: 0...0, rest: one)
      } else if Quantifier.isAny(parties[i]) {
        shares[i]?.share = 0...0
      }
    }
    isPositive = !isDenied && !shares.contains { $0?.share == 0...0 }
    subjectShare = shares[0]
    objectShare = shares[1]
    subject = keys.key(shares[0]?.rest ?? parties[0])
    objectText = parties[1]
    object = keys.key(shares[1].map { $0.share == 0...0 ? $0.rest : parties[1] } ?? parties[1])
    // How far ahead is no field.
    let scopeText = isAlone ? nil : Self.scope(of: claim, isMove: said.holdsOn, words: words)
    let scopes = [scopeText, said.field, said.place].compactMap(\.self)
    // What people in Rome can do they can do in Rome.
    let place = isAbility && !isDenied ? subject.states.union(subject.seats) : []
    scope =
      scopes.isEmpty
      ? place.min().map { keys.key($0.replacing("_", with: " ")) }
      // Where it holds, a capital is the town.
      : keys.key(scopes.joined(separator: " "), metonyms: false)
    whole = scope.map(object.joined) ?? object
    let known = vocabulary.relations[relation]
    frame = known?.frame
    frameKind = frame.flatMap { vocabulary.frames[$0]?.kind }
    pole = known?.pole
    opposedPoles = Self.poles(opposedTo: pole, of: frame.flatMap { vocabulary.frames[$0] })
    comparison = Comparison(relationWords)
    excludes = relations.excluded(by: relation)
    // The largest site is in one place, the first one of a country has one maker.
    let isOfOnePlace =
      words.phrase(relation, isIn: "lying") && Self.isFirst(parties[0], words: words)
    let isOfFirst =
      rawWords(parties[1]).first == "first" && !object.states.isEmpty
      && !parties[1].hasSuffix("s")
    // One model is the default one in a program.
    let isDefault =
      relationWords.prefix(3).contains("default") && relationWords.first == "is" && !object.isEmpty
    traits = Set(
      (known?.traits ?? []) + (isDated || isOfOnePlace ? ["functional"] : [])
        + (isOfFirst || isDefault ? ["exclusive"] : [])
        + (relation.hasSuffix(" than") ? ["asymmetric", "transitive"] : []))
    implies = traits.filter { $0.hasPrefix("implies ") }.map { String($0.dropFirst(8)) }.sorted()
    exclusive = Exclusive(
      relation: relationWords, object: said.object, scope: claim.scope, isSole: isSole, keys: keys)
    interval = Interval(of: claim)
    isOfNamed = said.isListed || Self.isNamed(object, said: parties[1])
    isOnce =
      said.isListed || [relation, claim.relation].contains { words.phrase($0, isIn: "once") }
    date =
      isOnce && isOfNamed || claim.modality == .planned
      ? interval?.stated.map { Self.day(of: $0, time: claim.time) } : nil
    amount = Quantity(in: parties[1])
    margin = claim.scope.flatMap { Self.margin(in: $0).margin }.flatMap { Quantity(in: $0) }
    count = shares[0] == nil ? nil : Quantity(in: parties[0])
    superlative = Self.superlative(of: relation, relationWords, words: words)
    listed = Self.placeOnList(relationWords)
    isCopular = relationWords.first.map { words["state"].contains($0) } ?? false
    scene = Opposites.builtIn.scene(claim, subject: subject, words: words)
    let isOrder = frameKind == "ordering" || frameKind == "trend_state"
    let stand =
      isPositive || isDenied && !shares.contains(where: { $0?.share == 0...0 })
      ? Standing(
        claim, relation: relation, pole: isOrder ? known?.pole : nil,
        subject: Self.withoutMaker(parties[0]).map { keys.key($0) } ?? subject,
        object: Self.withoutMaker(parties[1]).map { keys.key($0) } ?? object, scope: scope,
        keys: keys) : nil
    standing = isPositive ? stand : nil
    deniedStanding = isPositive || stand?.sort == .narrowing ? nil : stand
    told = Self.told(claim, keys)
    // Who says both is not what they are about.
    let speaker = claim.attribution.map { keys.key($0).words } ?? []
    content = told.map { keys.content($0).subtracting(speaker) } ?? []
    specific = content.filter(keys.isSpecific)
    measurements = Measurement.all(in: self, keys: keys)
  }

  /// The words of the sentence of a claim that says what its parties are, or itself says more than the claim.
  private static func told(_ claim: Claim, _ keys: MatchKeys) -> MatchKey? {
    let isDescribed =
      [claim.subject, claim.object].contains(where: keys.isDescribed)
      || claim.scope.map { keys.described($0) > 1 } ?? false
    guard !isDescribed else { return keys.telling(claim.evidence.quote) }
    let said = [claim.subject, claim.surface.relation, claim.object, claim.scope, claim.time]
      .compactMap(\.self)
    // Most sentences of names alone are no longer than their claim, which is quicker to see.
    guard claim.evidence.quote.utf8.count > said.reduce(0, { $0 + $1.utf8.count + 1 }) + 4 else {
      return nil
    }
    let told = keys.telling(claim.evidence.quote)
    let own = (said + [claim.relation]).flatMap(rawWords).map { keys.words.common(stem($0)) }
    let more = keys.specific(told).subtracting(own).subtracting(told.capitals)
    return more.contains { !keys.isName($0) } ? told : nil
  }

  /// "Restarts on | 27 August 2025", "is released in | May": what has one date has no other.
  private static func datesItsSubject(_ relation: String, to object: String) -> Bool {
    guard [" on", " in", " from"].contains(where: relation.hasSuffix),
      Interval.stated(object) != nil
    else { return false }
    return rawWords(object).allSatisfy(Interval.isOfDate)
  }

  private static func poles(opposedTo pole: String?, of frame: Vocabulary.Frame?) -> [String] {
    (frame?.opposes ?? []).filter { $0.count == 2 }.compactMap {
      $0[0] == pole ? $0[1] : $0[1] == pole ? $0[0] : nil
    }
  }

  private static func withoutLastWord(_ relation: String) -> String {
    relation.spaced.dropLast().joined(separator: " ")
  }

  /// "Opens the Chitose line" happens once, "opens new lines" every year.
  private static func isNamed(_ object: MatchKey, said: String) -> Bool {
    if !object.identifiers.isEmpty { return true }
    let names = said.spaced.filter(\.startsWithCapital)
    return names.count > object.states.count
  }

  /// With a date at the end of its object as its time: "lenses to Peru at the end of May 2025".
  private static func dated(_ claim: Claim) -> Claim {
    let said = claim.object.spaced
    guard claim.time == nil, let last = said.last, Int(last) != nil, said.count > 3,
      let start = said.dropLast().lastIndex(where: {
        !Interval.isOfDate($0.lowercased()) && !["at", "in", "on", "by", "since"].contains($0)
      }), start < said.count - 2, ["at", "in", "on", "by", "since"].contains(said[start + 1]),
      Interval.stated(said[(start + 1)...].joined(separator: " ")) != nil
    else { return claim }
    var dated = claim
    dated.object = said[...start].joined(separator: " ")
    dated.time = said[(start + 1)...].joined(separator: " ")
    return dated
  }

  /// The scope as far as it narrows the claim.
  private static func scope(of claim: Claim, isMove: Bool, words: Words) -> String? {
    guard let scope = claim.scope, !(isMove && scope.hasPrefix("from ")) else { return nil }
    // What is done for no customer isn't done.
    if claim.polarity == .negative, scope.hasPrefix("to "),
      rawWords(scope).dropFirst().allSatisfy({
        words["actor"].contains(stem($0)) || words["anyone"].contains($0)
      })
    {
      return nil
    }
    // Whether that was when it was due says nothing of the matter.
    if words.phrase(scope, isIn: "due or not") { return nil }
    // "Until 2028" is a time, whatever it stands as.
    if let mark = ["until ", "till ", "through ", "since "].first(where: scope.hasPrefix),
      case let day = String(scope.dropFirst(mark.count)), Interval.stated(day) != nil,
      rawWords(day).allSatisfy(Interval.isOfDate)
    {
      return nil
    }
    // "Hindi questions in every run" are Hindi questions.
    if let tail = Self.everywhere.lazy.compactMap({ scope.range(of: $0) }).first,
      tail.lowerBound > scope.startIndex,
      !scope.hasPrefix("all "), !scope.hasPrefix("every ")
    {
      return String(scope[..<tail.lowerBound])
    }
    // By how much is no part of the matter.
    if scope.hasPrefix("by "), isDegree(String(scope.dropFirst(3))) { return nil }
    let dated = rawWords(claim.time ?? "") + ["version", "edition"]
    if rawWords(scope).allSatisfy(dated.contains) { return nil }
    let parts = Self.margin(in: scope)
    return parts.field.isEmpty ? nil : parts.field
  }

  private static let everywhere: [StaticString] = [
    " in every ", " on every ", " in all ", " across all ", " in each ",
  ]
  private static let vague: Set<String> = [
    "several", "some", "many", "weeks", "months", "years", "decades", "far",
  ]

  /// In what, and by how much: "cost, by a tenth", "by two years".
  private static func margin(in scope: String) -> (field: String, margin: String?) {
    if scope.hasPrefix("by "), case let margin = String(scope.dropFirst(3)),
      Quantity(in: margin) != nil || vague.contains(rawWords(margin).first ?? "")
    {
      return ("", margin)
    }
    // "Two generations in lenses"
    if let cut = scope.range(of: " in "), case let margin = String(scope[..<cut.lowerBound]),
      Quantity(in: margin) != nil, rawWords(margin).count < 5, isStretch(margin)
    {
      return (String(scope[cut.upperBound...]), margin)
    }
    var parts = scope.split(separator: ", ")
    guard parts.count > 1 else { return (scope, nil) }
    let rest = String(parts.removeLast())
    let margin = rest.hasPrefix("by ") ? String(rest.dropFirst(3)) : rest
    guard margin != rest || isDegree(rest) else { return (scope, nil) }
    return (parts.joined(separator: ", "), margin)
  }

  /// "X7" of "Olga's X7": whose a thing with a name of its own is makes it no other.
  private static func withoutMaker(_ name: String) -> String? {
    guard name.mayOwn else { return nil }
    let said = name.spaced
    guard let owner = said.firstIndex(where: \.isOwner),
      owner < said.count - 1, said[owner + 1].startsWithCapital,
      said[(owner + 2)...].allSatisfy({ $0.startsWithCapital || Int($0) != nil })
    else { return nil }
    return said[(owner + 1)...].joined(separator: " ")
  }

  /// "Weights of X7 2" of "weights of Olga's X7 2".
  private static func withoutInnerMaker(_ name: String) -> String {
    guard name.mayOwn, let of = name.range(of: " of "),
      let thing = withoutMaker(String(name[of.upperBound...])), thing.has(" ")
    else { return name }
    return name[..<of.upperBound] + thing
  }

  /// "Several months", "a quarter".
  private static func isDegree(_ text: String) -> Bool {
    Quantity(in: text) != nil || isStretch(text)
  }

  private static func isStretch(_ text: String) -> Bool {
    rawWords(text).contains { stretches.contains($0) || stretches.contains(stem($0)) }
  }

  private static let stretches: Set<String> = [
    "month", "year", "week", "day", "generation", "decade", "margin", "streets", "twice", "double",
    "thrice",
  ]

  /// What has been so since March happened in March.
  private static func day(of interval: Interval, time: String?) -> Interval {
    guard rawWords(time ?? "").contains("since") else { return interval }
    var day = interval
    day.to = min(interval.to, interval.from + 30)
    return day
  }

  /// Whether a sentence tells of what has not been done by its time: "had still not", "has yet to", "has not".
  private static func isPerfect(_ quote: String) -> Bool {
    let said = rawWords(quote)
    guard said.count < 40 else { return false }
    let soFar = [["yet", "to"], ["still", "not"], ["still", "yet", "to"], ["not", "yet"]]
    return said.indices.contains { i in
      // "as of May it had not opened"
      ["has", "have", "had"].contains(said[i])
        && soFar.contains { said[(i + 1)...].starts(with: $0) }
        // "Has not issued a permit", with no time of its own
        || (["hasn't", "haven't"].contains(said[i])
          || ["has", "have"].contains(said[i]) && i + 1 < said.count && said[i + 1] == "not")
          && !said.contains("since")
        || said[i] == "had" && i + 1 < said.count && said[i + 1] == "not"
          && !said.contains("since")
          && zip(said, said.dropFirst()).contains { $0 == "as" && $1 == "of" }
    }
  }

  /// "The permit was not withdrawn: as of May it could still land" denies that it was before.
  private static func isAsOf(_ quote: String) -> Bool {
    quote.has("as of ") || quote.has("As of ")
  }

  /// "Still keeps", "was still in force", "remains": "still" stands before what the claim says.
  private static func isStill(_ claim: Claim) -> Bool {
    let relation = rawWords(claim.relation)
    if let verb = relation.first, ["remains", "stays", "continues", "keeps"].contains(verb) {
      return claim.modality == .asserted
    }
    // Few sentences have it, and to part all into words takes long.
    guard claim.modality == .asserted, claim.evidence.quote.has("till") else { return false }
    let said = rawWords(claim.evidence.quote)
    guard said.count < 40, let still = said.firstIndex(of: "still")
    else { return false }
    let own = rawWords("\(claim.surface.relation) \(claim.relation) \(claim.object)").map(stem)
      .filter { $0.count > 2 && $0 != "the" }
    return said[(still + 1)...].prefix(2).contains { word in
      own.contains { word.hasPrefix($0) }
    }
  }

  /// Whether a denial is of all: its subject is without the "no" of "no bank", "none of the banks".
  private static func isOfNone(_ claim: Claim, words: Words) -> Bool {
    let subject = claim.surface.subject
    if subject.isEmpty || claim.subject.isEmpty { return false }
    if Quantifier(subject, words: words)?.share == 0...0 { return true }
    let quote = claim.evidence.quote.lowercased()
    if quote.contains("no \(subject.lowercased()) ") { return true }
    // "Denies that any server was diverted"
    guard let head = rawWords(claim.subject).last.map(stem) else { return false }
    let said = rawWords(quote)
    return zip(said, said.dropFirst()).contains { $0 == "any" && stem($1) == head }
  }

  func isOfOneSource(with other: Matter) -> Bool {
    claim.evidence.source != nil && claim.evidence.source == other.claim.evidence.source
  }

  /// Whether the same speaks in both: one source, or one who is quoted by any.
  func isOfOneVoice(with other: Matter) -> Bool {
    claim.attribution == other.claim.attribution
      && (claim.attribution != nil || isOfOneSource(with: other))
  }

  func isPublishedWith(_ other: Matter) -> Bool {
    claim.evidence.published == other.claim.evidence.published
  }

  /// The one name in the subject, and the words beside it: "DeepSeek", "flagship models".
  var namedSubject: (Set<String>, rest: [String]) {
    let names = subject.identifiers.isEmpty ? subject.states : subject.identifiers
    guard names.count == 1 else { return (subject.words, []) }
    return (names, subject.tokens.filter { !names.contains($0) })
  }

  /// The relation to read this one as from the other side, so that only one of the two is compared.
  private static func inverse(of name: String, in vocabulary: Vocabulary) -> String? {
    guard let known = vocabulary.relations[name], let inverse = known.inverse, inverse != name,
      let other = vocabulary.relations[inverse], other.inverse == nil || other.inverse == name,
      known.frame.flatMap({ vocabulary.frames[$0]?.kind }) != "ordering"
    else { return nil }
    if other.inverse == nil { return inverse }
    let isFunctional = known.traits?.contains("functional") ?? false
    let isOtherFunctional = other.traits?.contains("functional") ?? false
    if isFunctional != isOtherFunctional { return isOtherFunctional ? inverse : nil }
    return inverse < name ? inverse : nil
  }

  /// What a copular claim says its subject is: "is cheap", "remains | expensive".
  var described: [String] { relationStems.dropFirst() + object.tokens }

  /// What a verb and its opposite are said of, joined: nothing where they say by how much.
  func contrasted(_ gate: EntityGate) -> String {
    let isDegree = amount != nil && ["by", "to"].contains(relationWords.last)
    return isDegree ? "" : gate.content(object).sorted().joined(separator: " ")
  }

  /// The stem of a verb that says by itself what is done to the object: "revok" of "revokes".
  var deed: String? {
    relationStems.count == 1 && !isCopular ? relationStems.first : nil
  }

  /// Whether it is said of a group: of several, of none, or of the forces of a state.
  var isOfGroup: Bool {
    guard !isAgentless, !subject.isEmpty else { return false }
    return subjectShare?.share == 0...0
      || subject.identifiers.isSubset(of: subject.tokens.dropLast()) && claim.subject.hasSuffix("s")
      || claim.subject.hasSuffix(" forces")
  }

  /// Whether it is the biggest that makes or sells a thing.
  var isTopOfMarket: Bool {
    guard let rank = superlative?.spaced, rank.count == 3, rank[2] == "of",
      ["largest", "top", "leading", "main"].contains(rank[0])
    else { return false }
    return Words.builtIn["market maker"].contains(rank[1])
  }

  /// Whether it is said of nothing, rather than of something that isn't named.
  var isForNothing: Bool {
    isDenied && object.isEmpty && Words.builtIn.phrase(relation, isIn: "of nothing")
  }

  /// Whether something is to be built.
  var isToBuild: Bool {
    isPositive && (isWilling || claim.modality == .planned)
      && ["builds", "opens", "constructs", "produces", "establishes"].contains(relation)
      || isPositive && relation == "plans"
  }

  /// Whether it denies something of any one of a kind in a state: "Norwegian foundry … not".
  var isOfKind: Bool {
    isDenied && !isAgentless && subjectShare == nil && subject.identifiers.isEmpty
      && subject.tokens.count > 1 && !claim.subject.mayOwn && !claim.subject.hasSuffix("s")
      && !claim.evidence.quote.lowercased().contains("the \(claim.surface.subject.lowercased())")
      && (!subject.states.isEmpty
        || !subject.words.isDisjoint(with: Words.builtIn["mainland"]))
  }

  /// Whether its relation holds wherever the other's does, by the vocabulary.
  func follows(from other: Matter) -> Bool { other.implies.contains(relation) }

  /// Whether it puts something off.
  var isDelay: Bool { relation == "delays" || implies.contains("delays") }

  /// Whether it ends in a preposition, so that its object says on what or with whom.
  var leadsOn: Bool {
    relation.spaced.dropFirst().last.map {
      ["on", "to", "with", "from", "through", "at", "in", "by", "for"].contains($0)
    } ?? false
  }

  /// Whether the sentence says so of the object alone: "runs only on Intel chips".
  /// "Is applied only at the plant", "can only be applied at the plant".
  private static func saysOnly(_ claim: Claim) -> Bool {
    let relation = rawWords(claim.relation)
    guard let preposition = relation.dropFirst().last, !claim.object.isEmpty,
      claim.evidence.quote.has("only ")
    else { return false }
    let light: Set<String> = ["the", "a", "an", "be"]
    let object = rawWords(claim.object).prefix(2)
    let said = rawWords(claim.evidence.quote).filter { !light.contains($0) }
    return said.indices.contains { only in
      guard said[only] == "only" else { return false }
      let rest = said[(only + 1)...]
      return rest.starts(with: [preposition] + object)
        || relation.count == 3 && relation[0] == "is"
          && rest.starts(with: relation.dropFirst() + object)
    }
  }

  private static func placeOnList(_ said: [String]) -> Int? {
    guard said.count > 1, ["is", "ranks", "comes", "places"].contains(said[0]) else { return nil }
    if ["top", "first"].contains(said[1]) { return said.count < 4 ? 1 : nil }
    let ordinals = [
      "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]
    guard let n = ordinals.firstIndex(of: said[1]),
      said.count == 2 || said[2].hasSuffix("est")
        || ["on", "in", "among", "at", "place", "placed", "ranked"].contains(said[2])
    else { return nil }
    return n + 2
  }

  /// Whether it names the first of its kind: "Olga's largest site".
  private static func isFirst(_ subject: String, words: Words) -> Bool {
    !subject.hasSuffix("s")
      && rawWords(subject).contains { words["rank"].contains($0) || $0 == "first" }
  }

  /// "Filer" of "files", "supplier" of "supplies".
  private static func agent(of verb: String) -> String? {
    guard verb.count > 3, verb.hasSuffix("s") else { return nil }
    if verb.hasSuffix("ies") { return verb.dropLast(3) + "ier" }
    let lemma = verb.dropLast()
    return lemma.hasSuffix("e") ? lemma + "r" : lemma + "er"
  }

  /// "Best-scoring", "best-funded": by a measure, which "best" alone is not.
  private static func isBestAtIt(_ said: ArraySlice<String>) -> Bool {
    said.first == "best"
      && ["ing", "ed"].contains { said.dropFirst().first?.hasSuffix($0) ?? false }
  }

  private static func superlative(of relation: String, _ raw: [String], words: Words) -> String? {
    guard relation.hasPrefix("is ") else {
      // Who files most of a thing is its biggest filer.
      let said = raw
      // Read so by its predication.
      if said.count == 2, said[0] == "has", said[1] != "most" { return relation }
      guard said.count == 2, said[1] == "most", let agent = agent(of: said[0]) else { return nil }
      let standard = words["giver"].contains(agent) ? "contributor" : agent
      return [words.common("largest"), standard, "of"].joined(separator: " ")
    }
    var said = raw.dropFirst()
    if said.first == "number", said.dropFirst().first == "one" {
      said = ["top"] + said.dropFirst(2)
    }
    said = said.drop { $0 == "the" || words["worldwide"].contains($0) }
    // The most popular goal of students is their favourite one.
    if said.count > 3, said.first == "most", said.dropFirst().first == "popular" {
      said = ["top"] + said.dropFirst(2)
    }
    guard let rank = said.first else { return nil }
    guard
      ["most", "first", "least", "number"].contains(rank) || words["rank"].contains(rank)
        || words["favourite"].contains(rank) || isBestAtIt(said)
        || (rank.count > 5 && rank.hasSuffix("est"))
    else { return nil }
    let of = said.dropFirst().filter {
      !words["manner"].contains($0) && $0 != "highly" && $0 != "single"
    }
    .map { word in
      if words["holder"].contains(word) { return "shareholder" }
      if words["giver"].contains(word) { return "contributor" }
      return word == "valued" ? "valuable" : word
    }
    // The top buyer of a thing is its biggest, a top lab need not be.
    let isOfAgent = of.count == 2 && ["er", "or"].contains(where: of[0].hasSuffix)
    let first =
      isOfAgent && words["rank"].contains(rank)
      ? "largest" : words["favourite"].contains(rank) ? "top" : rank
    return ([words.common(first)] + of).joined(separator: " ")
  }
}

/// Works out matters with the names and relations of a vocabulary.
struct MatterReader: Sendable {
  let keys: MatchKeys
  private let vocabulary: Vocabulary
  private let relations: RelationNames

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    keys = MatchKeys(vocabulary: vocabulary)
    relations = RelationNames(vocabulary: vocabulary)
  }

  /// To be raised with every change of what a rule, a gate, a block or the reader of phrases says: a
  /// store keeps what was found and compares new claims only, unless it was filled by another edition.
  private static let edition = 32

  /// Of the vocabulary, the word lists and the edition of the rules.
  var fingerprint: String {
    var hash = ContentHash()
    func add(_ list: [String]?) {
      for word in list ?? [] { hash.add(word) }
      hash.add("")
    }
    hash.add(String(Self.edition))
    for list in [
      PackageResources.words_txt, PackageResources.antonyms_txt, PackageResources.exclusives_txt,
      PackageResources.opposites_txt, PackageResources.places_txt,
    ] {
      hash.add(String(decoding: list, as: UTF8.self))
    }
    hash.add(Senses.list)
    for frame in vocabulary.frames.values.sorted(by: { $0.name < $1.name }) {
      hash.add("\(frame.name) \(frame.kind ?? "") \(frame.opposes ?? [])")
    }
    // Names are sorted rather than what bears them, which takes longer to move.
    for relation in vocabulary.relations.keys.sorted().compactMap({ vocabulary.relations[$0] }) {
      add([relation.name, relation.frame ?? "", relation.pole ?? "", relation.inverse ?? ""])
      for list in [relation.traits, relation.phrases, relation.nouns] { add(list) }
    }
    for entity in vocabulary.entities.keys.sorted().compactMap({ vocabulary.entities[$0] }) {
      add([entity.name, entity.kind])
      for list in [
        entity.aliases, entity.demonyms, entity.metonyms, entity.partOf, entity.narrowerThan,
      ] {
        add(list)
      }
    }
    return hash.digits
  }

  func matter(of claim: Claim) -> Matter {
    let matter = Matter(claim, keys: keys, relations: relations, vocabulary: vocabulary)
    let restated = matter.restated
    let isRestated = restated.relation != claim.relation || restated.subject != claim.subject
    let following =
      Entailment.all(of: claim, relations: relations, keys: keys)
      + (isRestated ? Entailment.all(of: restated, relations: relations, keys: keys) : [])
    matter.entailed = following.map {
      let entailed = Matter($0.claim, keys: keys, relations: relations, vocabulary: vocabulary)
      entailed.sureness = $0.sureness
      entailed.holdsOn = $0.holdsOn
      entailed.isOutcome = $0.holdsOn
      if $0.isChange { entailed.isChange = true }
      return entailed
    }
    return matter
  }
}
