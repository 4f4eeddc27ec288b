import Claims

/// What follows from a claim that says something else, to be compared like a claim of its own.
///
/// A claim said outright is compared as it stands; these are for what its words only come to: who
/// is barred from selling doesn't sell, what is paid for a thing is its price.
struct Entailment {
  var claim: Claim
  /// How surely it follows.
  var sureness = 1.0
  /// Whether it is so from then on.
  var holdsOn = false
  /// Whether it is told as something new.
  var isChange = false

  /// What is forbidden may be done all the same.
  private static let forbidden = 0.85

  static func all(of claim: Claim, relations: RelationNames, keys: MatchKeys) -> [Entailment] {
    let alike =
      [
        placed(claim, keys), possessed(claim, keys), allowed(claim, keys.words),
        opening(claim, keys.words),
      ].compactMap(\.self)
      + EntailmentTable.builtIn.entailments(of: claim, relations: relations, keys: keys)
    guard claim.polarity == .positive else { return alike }
    guard !claim.object.isEmpty else { return alike + [late(claim, keys.words)].compactMap(\.self) }
    return alike
      + [
        barred(claim, relations), forbidden(claim, relations, keys), price(claim, relations),
        outcome(claim, relations), outcomeOfOwn(claim, relations), absorbed(claim, relations),
        traded(claim, keys.words), punctual(claim, keys.words), owned(claim, relations, keys),
        late(claim, keys.words), taxed(claim), dropped(claim, relations),
        firstOfPlace(claim, keys), placedObject(claim, keys),
      ].compactMap(\.self)
  }

  /// "Data centres | raise | bills (Peru)" is said of Peru's data centres.
  private static func placed(_ claim: Claim, _ keys: MatchKeys) -> Entailment? {
    guard let scope = claim.scope, claim.subject.hasSuffix("s") else { return nil }
    let place = scope.hasPrefix("in ") ? String(scope.dropFirst(3)) : scope
    let (subject, key) = (keys.key(claim.subject), keys.key(place, metonyms: false))
    guard subject.identifiers.isEmpty, subject.states.isEmpty, subject.seats.isEmpty,
      key.tokens.count == 1, place.startsWithCapital,
      ["place", "state", "bloc"].contains(keys.kind(of: key.tokens[0]) ?? "")
    else { return nil }
    var entailed = claim
    entailed.subject = place + "'s " + claim.subject
    entailed.scope = nil
    return Entailment(claim: entailed)
  }

  /// "Olga | trains on | 900 chips (Skyfin models)" is said of Olga's Skyfin models.
  private static func possessed(_ claim: Claim, _ keys: MatchKeys) -> Entailment? {
    guard let scope = claim.scope, scope.startsWithCapital, !scope.contains(","),
      Quantity(in: claim.object) != nil, claim.subject.startsWithCapital,
      !claim.subject.contains("'s "), Interval.stated(scope) == nil,
      keys.key(claim.subject).tokens.count == 1,
      keys.key(scope, metonyms: false).states.isEmpty, keys.key(scope).seats.isEmpty
    else { return nil }
    var entailed = claim
    entailed.subject += "'s " + scope
    entailed.scope = nil
    return Entailment(claim: entailed)
  }

  /// "Levies | duty of 20 percent on imported servers": those aren't exempt.
  private static func taxed(_ claim: Claim) -> Entailment? {
    let said = claim.object.spaced
    guard ["imposes", "levies", "introduces", "puts", "slaps"].contains(claim.relation),
      let noun = said.prefix(4).firstIndex(where: { dues.contains($0.lowercased()) })
    else { return nil }
    var entailed = claim
    entailed.relation = "imposes duty on"
    if let on = said[noun...].firstIndex(of: "on"), on < said.count - 1 {
      entailed.object = joined(said[(on + 1)...])
    } else if let scope = claim.scope {
      entailed.object = scope.hasPrefix("on ") ? String(scope.dropFirst(3)) : scope
      entailed.scope = nil
    } else {
      return nil
    }
    return Entailment(claim: entailed)
  }

  private static let dues: Set<String> = [
    "duty", "duties", "tariff", "tariffs", "tax", "taxes", "levy", "levies", "fee", "fees",
    "surcharge",
  ]

  /// "Japan | bans | sales of X7": nobody can sell X7 there.
  private static func forbidden(
    _ claim: Claim, _ relations: RelationNames, _ keys: MatchKeys
  ) -> Entailment? {
    guard relations.isBan(claim.relation),
      !keys.words.phrase(relations.name(claim.relation), isIn: "partial ban"),
      let state = keys.key(claim.subject).states.min()
        ?? keys.spokenFor(by: keys.key(claim.subject))
    else { return nil }
    let noun = relations.noun(in: claim.object, words: keys.words)
    var entailed = claim
    entailed.subject = ""
    let verb = noun?.relation ?? "uses"
    entailed.relation = "can " + (verb.hasSuffix("s") ? String(verb.dropLast()) : verb)
    entailed.object = noun?.object ?? claim.object
    let whole = keys.key(entailed.object + " " + (claim.scope ?? ""))
    guard !whole.identifiers.isEmpty || whole.tokens.count > 1 else { return nil }
    if whole.states.isEmpty, claim.scope == nil, !namesPlace(entailed.object) {
      entailed.scope = "in " + state.replacing("_", with: " ")
    }
    entailed.polarity = .negative
    return Entailment(claim: entailed, sureness: Self.forbidden, holdsOn: true)
  }

  /// Whether it says where to, whether anyone knows the place or not.
  private static func namesPlace(_ object: String) -> Bool {
    let said = object.spaced
    return zip(said, said.dropFirst()).contains {
      ["to", "in"].contains($0) && $1.startsWithCapital
    }
  }

  /// "Olga | is largest supplier of | Nils": Nils buys from Olga.
  private static func traded(_ claim: Claim, _ words: Words) -> Entailment? {
    let said = rawWords(claim.relation)
    guard said.count > 2, said[0] == "is", ["of", "to"].contains(said[said.count - 1]),
      claim.object.startsWithCapital, claim.subject.startsWithCapital,
      case let role = stem(said[said.count - 2]),
      said[1..<(said.count - 2)].allSatisfy({
        words["rank"].contains($0) || words["sole"].contains($0)
          || ["the", "a", "first"].contains($0)
      }), words["seller"].contains(role) || words["buyer"].contains(role)
    else { return nil }
    var entailed = claim
    entailed.relation = "buys from"
    if words["seller"].contains(role) {
      entailed.subject = claim.object
      entailed.object = claim.subject
    }
    return Entailment(claim: entailed)
  }

  /// "Buys | Fjordchip": from then on it alone owns that.
  private static func owned(
    _ claim: Claim, _ relations: RelationNames, _ keys: MatchKeys
  ) -> Entailment? {
    let key = keys.key(claim.object)
    guard ["buys", "acquires"].contains(relations.name(claim.relation)),
      claim.modality == .asserted, key.tokens.count == 1, let firm = key.tokens.first,
      claim.object.startsWithCapital, !claim.object.contains(where: \.isNumber),
      keys.kind(of: firm).map(keys.words["firmlike"].contains) ?? true
    else { return nil }
    var entailed = claim
    entailed.relation = "owns"
    entailed.scope = "alone"
    return Entailment(claim: entailed, holdsOn: true)
  }

  /// "X7 | is late": somebody has put it off.
  private static func late(_ claim: Claim, _ words: Words) -> Entailment? {
    let said = claim.object.isEmpty ? claim.relation : claim.relation + " " + claim.object
    guard words.phrase(said, isIn: "slipping") else { return nil }
    var entailed = claim
    entailed.subject = ""
    entailed.relation = "delays"
    entailed.object = claim.subject
    return Entailment(claim: entailed)
  }

  /// "Launches | X7 (on schedule)": its launch isn't delayed.
  private static func punctual(_ claim: Claim, _ words: Words) -> Entailment? {
    guard let scope = claim.scope, words.phrase(scope, isIn: "on time"),
      claim.modality == .asserted
    else { return nil }
    var entailed = claim
    entailed.relation = "delays"
    entailed.scope = nil
    entailed.polarity = .negative
    return Entailment(claim: entailed)
  }

  /// "Olga | acquires | Norbyte": Norbyte isn't independent.
  private static func absorbed(_ claim: Claim, _ relations: RelationNames) -> Entailment? {
    let relation = relations.name(claim.relation)
    let taken = relations.agentive(relation) ?? relations.inverse(of: relation)
    let thing = taken == nil ? claim.object : claim.subject
    guard ["acquires", "owns"].contains(taken ?? relation), thing.startsWithCapital,
      Quantity(in: claim.object) == nil
    else { return nil }
    var entailed = claim
    entailed.subject = thing
    entailed.relation = "is"
    entailed.object = "independent"
    entailed.polarity = .negative
    return Entailment(claim: entailed, holdsOn: true)
  }

  /// "Bars | Olga from selling lenses": Olga doesn't sell lenses.
  private static func barred(_ claim: Claim, _ relations: RelationNames) -> Entailment? {
    let said = claim.object.spaced
    guard relations.isBan(claim.relation), let from = said.firstIndex(of: "from"), from > 0,
      from < said.count - 2, let verb = relations.verb(ofGerund: said[from + 1])
    else { return nil }
    var entailed = claim
    entailed.subject = joined(said[..<from])
    entailed.relation = verb
    entailed.object = joined(said[(from + 2)...])
    entailed.polarity = .negative
    return Entailment(claim: entailed, sureness: forbidden, holdsOn: true)
  }

  /// "Buys | Olga Labs (for 2 million dollars)": Olga Labs costs 2 million dollars.
  private static func price(_ claim: Claim, _ relations: RelationNames) -> Entailment? {
    guard let (thing, amount, isWhole) = paid(claim, relations) else { return nil }
    var entailed = claim
    entailed.subject = thing
    entailed.relation = "costs"
    // Others may have spent more on it.
    entailed.object = isWhole ? amount : "at least " + amount
    entailed.scope = nil
    return Entailment(claim: entailed)
  }

  private static func paid(_ claim: Claim, _ relations: RelationNames) -> (
    thing: String, amount: String, isWhole: Bool
  )? {
    let relation = relations.name(claim.relation)
    if relation.hasPrefix("pays for "), isSum(claim.object) {
      return (String(relation.dropFirst(9)), claim.object, true)
    }
    if ["buys", "acquires"].contains(relation), let scope = claim.scope, scope.hasPrefix("for "),
      isSum(String(scope.dropFirst(4)))
    {
      return (claim.object, String(scope.dropFirst(4)), true)
    }
    let said = claim.object.spaced
    guard ["pays", "spends"].contains(relation),
      let split = said.firstIndex(where: { $0 == (relation == "pays" ? "for" : "on") }),
      split > 0, split < said.count - 1, isSum(joined(said[..<split]))
    else { return nil }
    let isWhole = relation == "pays"
    let thing = said[(split + 1)...].drop { ["a", "an", "the", "its"].contains($0) }
    return (
      (isWhole ? "" : claim.subject + "'s ") + joined(thing), joined(said[..<split]), isWhole
    )
  }

  /// Whether it is an amount of money.
  private static func isSum(_ text: String) -> Bool {
    Quantity(in: text)?.isMoney ?? false
  }

  /// "Revokes | the licence": the licence is revoked.
  private static func outcome(_ claim: Claim, _ relations: RelationNames) -> Entailment? {
    let said = rawWords(claim.relation)
    // What was raised last year is no sum that stays raised.
    guard said.count == 1, let verb = said.first, Opposites.builtIn.isState(stem(verb)),
      Quantity(in: claim.object) == nil
    else { return nil }
    var entailed = claim
    entailed.subject = claim.object
    entailed.relation = "is " + verb
    entailed.object = ""
    return Entailment(claim: entailed, holdsOn: true)
  }

  /// "Olga | closes | lab in Peru": Olga's lab in Peru is closed.
  private static func outcomeOfOwn(_ claim: Claim, _ relations: RelationNames) -> Entailment? {
    guard var own = outcome(claim, relations), !claim.subject.isEmpty,
      !claim.object.contains("'s "), !claim.object.contains("’s ")
    else { return nil }
    let parts = [claim.subject + "'s", claim.object] + [claim.scope].compactMap(\.self)
    own.claim.subject = parts.joined(separator: " ")
    own.claim.scope = nil
    return own
  }

  /// "Norbyte | holds | permit to sell X7": somebody allows Norbyte's selling it.
  private static func allowed(_ claim: Claim, _ words: Words) -> Entailment? {
    let isLoss = ["loses", "forfeits"].contains(claim.relation)
    guard isLoss || words.phrase(claim.relation, isIn: "holding"),
      let leave = Predication.leave(in: claim.object, words: words)
    else { return nil }
    var entailed = claim
    entailed.subject = ""
    entailed.relation = "allows"
    entailed.object = "\(claim.subject)'s \(leave)"
    guard isLoss else { return Entailment(claim: entailed) }
    entailed.polarity = claim.polarity == .positive ? .negative : .positive
    return Entailment(claim: entailed, isChange: true)
  }

  /// "Second hall | opens in | March 2027": somebody opens it then.
  private static func opening(_ claim: Claim, _ words: Words) -> Entailment? {
    let said = claim.relation.spaced
    guard claim.time == nil, ["in", "on", "by"].contains(said.last),
      case let verb = joined(said.dropLast()), Interval.stated(claim.object) != nil,
      rawWords(claim.object).allSatisfy(Interval.isOfDate)
    else { return nil }
    var entailed = claim
    if words.phrase(verb, isIn: "appearing") {
      entailed.relation = "releases"
    } else if words.phrase(verb, isIn: "happening") {
      entailed.relation = verb
    } else {
      return nil
    }
    entailed.subject = ""
    entailed.object = claim.subject
    entailed.time = claim.object
    return Entailment(claim: entailed)
  }

  /// "Opens | Norway's first lens museum (Bergen)": that is in Bergen.
  private static func firstOfPlace(_ claim: Claim, _ keys: MatchKeys) -> Entailment? {
    guard ["opens", "inaugurates", "launches", "builds", "unveils"].contains(claim.relation),
      rawWords(claim.object).prefix(3).contains("first"),
      case let object = keys.key(claim.object),
      !object.states.isEmpty || object.tokens.contains(where: { keys.kind(of: $0) == "place" }),
      let scope = claim.scope,
      case let place = scope.hasPrefix("in ") ? String(scope.dropFirst(3)) : scope,
      keys.isPlace(place)
    else { return nil }
    var entailed = claim
    entailed.subject = claim.object
    entailed.relation = "is located in"
    entailed.object = place
    entailed.scope = nil
    return Entailment(claim: entailed)
  }

  /// "Drops | plan to open X7": it is not to open it any more.
  private static func dropped(_ claim: Claim, _ relations: RelationNames) -> Entailment? {
    let said = claim.object.spaced
    guard Restatement.isGivingUp(claim.relation),
      let noun = said.prefix(3).firstIndex(where: {
        ["plan", "plans", "promise", "intention", "pledge"].contains($0.lowercased())
      }), noun + 3 < said.count, said[noun + 1] == "to",
      let verb = relations.ability("can " + said[noun + 2])
    else { return nil }
    var entailed = claim
    entailed.relation = verb
    entailed.object = joined(said[(noun + 3)...])
    entailed.polarity = .negative
    entailed.modality = .planned
    return Entailment(claim: entailed, isChange: true)
  }

  /// "Data centres | raise | power bills in Peru" is said of Peru's data centres.
  private static func placedObject(_ claim: Claim, _ keys: MatchKeys) -> Entailment? {
    let said = claim.object.spaced
    guard claim.scope == nil, claim.subject.hasSuffix("s"), said.count > 2,
      said[said.count - 2] == "in", said[said.count - 1].startsWithCapital,
      case (let subject, let place) = (keys.key(claim.subject), keys.key(said[said.count - 1])),
      subject.identifiers.isEmpty, subject.states.isEmpty, subject.seats.isEmpty,
      place.tokens.count == 1,
      ["place", "state", "bloc"].contains(keys.kind(of: place.tokens[0]) ?? "")
    else { return nil }
    var entailed = claim
    entailed.subject = "\(said[said.count - 1])'s \(claim.subject)"
    entailed.object = joined(said.dropLast(2))
    return Entailment(claim: entailed)
  }

  private static func joined(_ words: some Sequence<String>) -> String {
    words.joined(separator: " ")
  }
}
