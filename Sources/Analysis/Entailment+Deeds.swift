import Claims

/// What follows from deeds and holdings: who holds a licence is allowed what it is for, who opens an
/// office has one.
extension Entailment {
  static func further(
    of claim: Claim, relations: RelationNames, keys: MatchKeys
  ) -> [Entailment] {
    let alike = [
      allowed(claim, keys.words), opening(claim, keys.words), moved(claim, keys.words),
      builtUpon(claim), indebted(claim), unfounded(claim), seated(claim), usable(claim, keys.words),
      unlevel(claim, relations, keys.words),
    ].compactMap(\.self)
    guard claim.polarity == .positive, !claim.object.isEmpty else { return alike }
    return alike
      + [
        dropped(claim, relations), opened(claim), soldOut(claim), supplied(claim, keys.words),
        firstOfPlace(claim, keys), begun(claim), placedObject(claim, keys), penalty(claim),
        founded(claim, keys), invested(claim), underWay(claim), closed(claim, keys.words),
        inForce(claim, keys.words), repealed(claim, keys),
        earned(claim), wholly(claim, keys.words), serving(claim), removed(claim, keys.words),
        gone(claim, keys), dismissed(claim), housed(claim), hosted(claim, keys.words),
        inVolume(claim), trend(claim), listed(claim), bought(claim),
      ].compactMap(\.self)
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

  /// "Gives up | seat on Viora's board": from then on it doesn't sit on it; "wins | seat" on it.
  private static func seated(_ claim: Claim) -> Entailment? {
    guard claim.object.hasSuffix("board") else { return nil }
    let said = claim.object.spaced
    guard let seat = said.prefix(3).firstIndex(where: { ["seat", "place"].contains($0) }),
      seat + 2 < said.count, ["on", "in"].contains(said[seat + 1]), said.last == "board"
    else { return nil }
    let isLoss =
      Restatement.isGivingUp(claim.relation)
      || ["loses", "vacates", "resigns", "leaves", "quits", "gives up on"].contains(claim.relation)
    let isGain = ["wins", "takes", "gets", "gains", "has", "holds", "keeps", "secures", "occupies"]
      .contains(claim.relation)
    guard isLoss && claim.polarity == .positive || isGain else { return nil }
    var entailed = claim
    entailed.relation = "sits on"
    entailed.object = joined(said[(seat + 2)...].drop { $0 == "the" })
    if isLoss { entailed.polarity = .negative }
    return Entailment(claim: entailed, holdsOn: claim.polarity == .positive)
  }

  /// "Draws level with | Viora" denied: the gap isn't closed.
  private static func unlevel(
    _ claim: Claim, _ relations: RelationNames, _ words: Words
  ) -> Entailment? {
    guard claim.polarity == .negative,
      words.phrase(relations.name(claim.relation), isIn: "parity")
    else { return nil }
    var entailed = claim
    entailed.relation = "closes gap with"
    return Entailment(claim: entailed)
  }

  /// "Leaves | Peru": from then on it doesn't operate there; "shuts | lab" that it doesn't run any more.
  private static func gone(_ claim: Claim, _ keys: MatchKeys) -> Entailment? {
    let isLeaving = ["leaves", "quits", "exits", "pulls out of", "abandons", "withdraws from"]
      .contains(claim.relation)
    guard
      isLeaving
        || ["shuts", "closes", "shuts down", "closes down", "shutters"].contains(claim.relation),
      claim.modality == .asserted
    else { return nil }
    let key = keys.key(claim.object, metonyms: false)
    var entailed = claim
    entailed.polarity = .negative
    if isLeaving, key.tokens.count == 1,
      ["place", "state"].contains(keys.kind(of: key.tokens[0]) ?? "")
    {
      entailed.relation = "operates in"
    } else if !isLeaving, let last = key.tokens.last, keys.words["premises"].contains(last) {
      entailed.relation = "operates"
    } else {
      return nil
    }
    return Entailment(claim: entailed, holdsOn: true)
  }

  /// "Turns out | 5 nm lenses (quantity)": it mass-produces them.
  private static func inVolume(_ claim: Claim) -> Entailment? {
    guard
      ["produces", "makes", "turns out", "manufactures", "builds"].contains(claim.relation),
      let scope = claim.scope,
      ["quantity", "volume", "bulk", "in quantity", "in volume", "in bulk"].contains(scope)
    else { return nil }
    var entailed = claim
    entailed.relation = "mass-produces"
    entailed.scope = nil
    return Entailment(claim: entailed)
  }

  /// "Buys lenses from | Orvik": Orvik supplies its lenses.
  private static func bought(_ claim: Claim) -> Entailment? {
    let said = claim.relation.spaced
    guard said.count > 2, ["buys", "gets", "sources", "procures"].contains(said[0]),
      said.last == "from", claim.subject.startsWithCapital
    else { return nil }
    var entailed = claim
    entailed.subject = claim.object
    entailed.relation = "supplies"
    entailed.object = "\(claim.subject)'s \(joined(said[1..<(said.count - 1)]))"
    return Entailment(claim: entailed)
  }

  /// "Is listed in | Oslo": from then on it isn't privately held.
  private static func listed(_ claim: Claim) -> Entailment? {
    guard
      ["is listed in", "is listed on", "lists on", "lists in", "is traded on", "floats on"]
        .contains(claim.relation), claim.modality == .asserted, claim.object.startsWithCapital,
      !claim.object.lowercased().hasSuffix("list")
    else { return nil }
    var entailed = claim
    (entailed.relation, entailed.object) = (Restatement.isPrivate, "")
    entailed.polarity = .negative
    return Entailment(claim: entailed, holdsOn: true)
  }

  /// "Grows by | 20 percent": it rises.
  private static func trend(_ claim: Claim) -> Entailment? {
    guard let verb = trends[claim.relation], Quantity(in: claim.object) != nil else { return nil }
    var entailed = claim
    (entailed.relation, entailed.object) = (verb, "")
    return Entailment(claim: entailed)
  }

  private static let trends = [
    "grows by": "rises", "rises by": "rises", "increases by": "rises", "falls by": "falls",
    "shrinks by": "falls", "declines by": "falls", "drops by": "falls", "decreases by": "falls",
  ]

  /// "900 lenses | is installed at | Colossus": what has a name has so many, whoever runs them.
  private static func housed(_ claim: Claim) -> Entailment? {
    guard
      ["runs at", "runs in", "operates at", "operates in", "is installed at", "is installed in"]
        .contains(claim.relation), let count = Quantity(in: claim.subject), count.unit == nil,
      !count.rest.isEmpty, count.interval.upperBound > 1,
      claim.object.spaced.allSatisfy(\.startsWithCapital)
    else { return nil }
    var entailed = claim
    (entailed.subject, entailed.relation, entailed.object) = (claim.object, "has", claim.subject)
    return Entailment(claim: entailed)
  }

  /// "Orvik lenses | runs in | halls of Viora": Viora uses them.
  private static func hosted(_ claim: Claim, _ words: Words) -> Entailment? {
    guard
      ["runs in", "operates in", "is installed in", "works in", "is in use in"]
        .contains(claim.relation), Quantity(in: claim.subject) == nil
    else { return nil }
    let said = claim.object.spaced
    var entailed = claim
    if let of = said.lastIndex(of: "of"), of > 0, of < said.count - 1,
      words["premises"].contains(stem(said[of - 1].lowercased())), said[of + 1].startsWithCapital
    {
      entailed.subject = joined(said[(of + 1)...])
    } else if let owner = said.firstIndex(where: \.isOwner), owner < said.count - 1,
      words["premises"].contains(stem(said[said.count - 1].lowercased()))
    {
      entailed.subject = String(joined(said[...owner]).dropLast(2))
    } else {
      return nil
    }
    entailed.relation = "uses"
    entailed.object = claim.subject
    return Entailment(claim: entailed)
  }

  /// "Viora | fires | Nils Berg": from then on he doesn't work for it.
  private static func dismissed(_ claim: Claim) -> Entailment? {
    guard ["fires", "sacks", "dismisses", "lays off"].contains(claim.relation),
      claim.modality == .asserted, claim.object.spaced.count > 1,
      claim.object.spaced.allSatisfy(\.startsWithCapital)
    else { return nil }
    var entailed = claim
    (entailed.subject, entailed.object) = (claim.object, claim.subject)
    entailed.relation = "works for"
    entailed.polarity = .negative
    return Entailment(claim: entailed, holdsOn: true)
  }

  /// "Anyone | can download | weights of X7": somebody has released them.
  private static func usable(_ claim: Claim, _ words: Words) -> Entailment? {
    guard
      claim.relation == "can download"
        || claim.relation == "downloads" && words["anyone"].contains(claim.subject.lowercased()),
      !claim.object.isEmpty
    else { return nil }
    var entailed = claim
    entailed.subject = ""
    entailed.relation = "releases"
    return Entailment(claim: entailed)
  }

  /// "Owns | all of Viora": it is the only owner.
  private static func wholly(_ claim: Claim, _ words: Words) -> Entailment? {
    guard claim.relation == "owns", claim.scope == nil, claim.modality == .asserted,
      let share = Quantifier(claim.object, words: words), share.share == 1...1,
      case let rest = joined(share.rest.spaced.drop { $0 == "of" }), rest.startsWithCapital
    else { return nil }
    var entailed = claim
    entailed.relation = "is only owner of"
    entailed.object = rest
    return Entailment(claim: entailed)
  }

  /// "Trains models for | Peru's army": it works for it.
  private static func serving(_ claim: Claim) -> Entailment? {
    let said = claim.relation.spaced
    guard ["trains", "builds", "develops", "makes", "designs", "tailors"].contains(said[0]) else {
      return nil
    }
    var entailed = claim
    let object = claim.object.spaced
    if said.count > 2, said.last == "for" {
      entailed.relation = "works for"
    } else if said.count == 1, let at = object.firstIndex(of: "for"), at > 0,
      case let whom = joined(object[(at + 1)...].drop { $0 == "the" }), whom.startsWithCapital
    {
      entailed.relation = "works for"
      entailed.object = whom
    } else {
      return nil
    }
    return Entailment(claim: entailed)
  }

  /// "Removes | all Viora lenses from its cameras": from then on it uses none.
  private static func removed(_ claim: Claim, _ words: Words) -> Entailment? {
    let isTearing = ["rips", "strips", "tears", "throws", "takes"].contains(claim.relation)
    let isRemoving = [
      "removes", "rips out", "strips out", "tears out", "throws out", "purges", "phases out",
    ].contains(claim.relation)
    guard isTearing || isRemoving, claim.modality == .asserted,
      let share = Quantifier(claim.object, words: words), share.share == 1...1,
      case let said = share.rest.spaced, isRemoving || said.contains("out")
    else { return nil }
    var entailed = claim
    entailed.relation = "uses"
    entailed.object = joined(
      said[..<(said.firstIndex { ["from", "out"].contains($0) } ?? said.count)])
    entailed.polarity = .negative
    return Entailment(claim: entailed, holdsOn: true)
  }

  /// "Norbyte engineer | moves to | Viora": Viora hires one.
  private static func moved(_ claim: Claim, _ words: Words) -> Entailment? {
    // "A dozen researchers from rival labs"
    let origin = claim.subject.firstRange(of: " from ")
    let who = origin.map { String(claim.subject[..<$0.lowerBound]) } ?? claim.subject
    guard let last = rawWords(who).last, words["staff"].contains(last),
      ["moves to", "shifts to", "joins", "defects to", "switches to", "goes to", "leaves for"]
        .contains(claim.relation), claim.object.startsWithCapital
    else { return nil }
    var entailed = claim
    entailed.subject = claim.object
    entailed.relation = "hires"
    entailed.object = claim.subject
    return Entailment(claim: entailed)
  }

  /// "X7 | is based on | Viora Small": it isn't made from scratch.
  private static func builtUpon(_ claim: Claim) -> Entailment? {
    guard
      ["is built on", "is based on", "is built on top of", "is fine-tuned from", "is derived from"]
        .contains(claim.relation), claim.object.startsWithCapital
    else { return nil }
    var entailed = claim
    entailed.relation = "is made out of"
    return Entailment(claim: entailed)
  }

  /// "X7 | owes | anything to Viora" denied: it isn't built on it.
  private static func indebted(_ claim: Claim) -> Entailment? {
    let said = claim.object.spaced
    guard claim.polarity == .negative, claim.relation == "owes", said.count > 2,
      ["anything", "thing"].contains(said[0]), said[1] == "to", claim.subject.startsWithCapital
    else { return nil }
    var entailed = claim
    entailed.relation = "is built on"
    entailed.object = joined(said[2...].drop { ["any", "a", "the"].contains($0) })
    return Entailment(claim: entailed)
  }

  /// "Peru | founds | lens institute" denied so far: it has none.
  private static func unfounded(_ claim: Claim) -> Entailment? {
    guard claim.polarity == .negative, claim.modality == .asserted,
      ["founds", "sets up", "establishes", "creates", "opens"].contains(claim.relation),
      let last = claim.object.spaced.last,
      ["institute", "agency", "office", "body", "authority", "regulator", "fund"].contains(last)
    else { return nil }
    var entailed = claim
    entailed.relation = "has"
    return Entailment(claim: entailed)
  }

  /// "Nils Berg | founds | Viora (Bergen)": it is founded there.
  private static func founded(_ claim: Claim, _ keys: MatchKeys) -> Entailment? {
    guard ["founds", "co-founds", "sets up", "establishes"].contains(claim.relation),
      claim.object.startsWithCapital
    else { return nil }
    return objectLies("is founded in", claim, keys)
  }

  /// That the object is so related to the place in the scope; nil where none is known there.
  private static func objectLies(
    _ relation: String, _ claim: Claim, _ keys: MatchKeys
  ) -> Entailment? {
    guard let scope = claim.scope,
      case let place = scope.hasPrefix("in ") ? String(scope.dropFirst(3)) : scope,
      place.startsWithCapital, case let key = keys.key(place, metonyms: false),
      key.tokens.count == 1, ["place", "state"].contains(keys.kind(of: key.tokens[0]) ?? "")
    else { return nil }
    var entailed = claim
    entailed.subject = claim.object
    entailed.relation = relation
    entailed.object = place
    entailed.scope = nil
    return Entailment(claim: entailed)
  }

  /// "Invests | 2 million euros in Viora": it invests in it.
  private static func invested(_ claim: Claim) -> Entailment? {
    let said = claim.object.spaced
    guard
      ["invests", "puts", "pours", "sinks", "ploughs", "pumps", "injects"].contains(claim.relation),
      let into = said.lastIndex(where: { ["in", "into"].contains($0) }), into > 0,
      into < said.count - 1, said[into + 1].startsWithCapital,
      Quantity(in: joined(said[..<into])) != nil
    else { return nil }
    var entailed = claim
    entailed.relation = "invests in"
    entailed.object = joined(said[(into + 1)...])
    return Entailment(claim: entailed)
  }

  /// "Starts mass production in | May 2025": it starts that.
  private static func underWay(_ claim: Claim) -> Entailment? {
    guard claim.relation.hasPrefix("starts "), claim.relation.hasSuffix(" in"),
      claim.modality == .asserted, Interval.stated(claim.object) != nil
    else { return nil }
    var entailed = claim
    entailed.relation = String(claim.relation.dropLast(3))
    entailed.time = claim.object
    entailed.object = ""
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

  /// "Opens | Bergen office": from then on it has one there.
  private static func opened(_ claim: Claim) -> Entailment? {
    guard
      ["opens", "sets up", "establishes", "runs", "operates", "maintains"].contains(claim.relation),
      claim.modality == .asserted,
      claim.object.spaced.contains(where: { ["office", "offices", "branch"].contains($0) })
    else { return nil }
    var entailed = claim
    entailed.relation = "has"
    return Entailment(claim: entailed, holdsOn: true)
  }

  /// "Sells | every Norwegian holding": from then on it owns nothing of any Norwegian firm.
  private static func soldOut(_ claim: Claim) -> Entailment? {
    let said = claim.object.spaced
    guard ["sells", "divests", "sells off", "disposes of", "offloads"].contains(claim.relation),
      claim.modality == .asserted, said.count > 2,
      said.prefix(2).contains(where: {
        ["each", "all", "every", "entire", "whole", "full", "its", "their"].contains(
          $0.lowercased())
      })
    else { return nil }
    let idle: Set<String> = [
      "each", "and", "all", "every", "entire", "whole", "full", "of", "its", "their", "the",
    ]
    var rest = Array(said.drop { idle.contains($0.lowercased()) })
    // "Every holding it had"
    if let clause = rest.firstIndex(where: { ["it", "they", "that"].contains($0) }) {
      rest.removeSubrange(clause...)
    }
    let pieces: Set<String> = ["holding", "holdings", "stake", "stakes", "shares", "share"]
    var entailed = claim
    if rest.count == 2, rest[0].startsWithCapital, pieces.contains(rest[1]) {
      entailed.object = rest[0] + " firms"
    } else if rest.count > 2, pieces.contains(rest[0]), rest[1] == "in" {
      entailed.object = joined(rest[2...])
    } else {
      return nil
    }
    entailed.relation = "owns"
    entailed.polarity = .negative
    return Entailment(claim: entailed, holdsOn: true)
  }

  /// "Lenses in Olga's cameras | comes from | Viora (every)": Viora supplies all of them.
  private static func supplied(_ claim: Claim, _ words: Words) -> Entailment? {
    guard
      ["comes from", "is supplied by", "is sourced from", "is delivered by"]
        .contains(claim.relation), claim.object.startsWithCapital
    else { return nil }
    let isAll = claim.scope.map { words.phrase($0, isIn: "all") } ?? false
    let share = Quantifier(claim.subject, words: words)
    guard isAll || share?.share == 1...1 else { return nil }
    var entailed = claim
    entailed.subject = claim.object
    entailed.relation = "supplies"
    entailed.object = "all " + (share?.rest ?? claim.subject)
    entailed.scope = isAll ? nil : claim.scope
    return Entailment(claim: entailed)
  }

  /// "Opens | Norway's first lens museum (Bergen)": that is in Bergen.
  private static func firstOfPlace(_ claim: Claim, _ keys: MatchKeys) -> Entailment? {
    guard ["opens", "inaugurates", "launches", "builds", "unveils"].contains(claim.relation),
      rawWords(claim.object).prefix(3).contains("first"),
      case let object = keys.key(claim.object),
      !object.states.isEmpty || object.tokens.contains(where: { keys.kind(of: $0) == "place" })
    else { return nil }
    return objectLies("is located in", claim, keys)
  }

  /// "Mass-produces | X7 (since spring 2025)": it started to then.
  private static func begun(_ claim: Claim) -> Entailment? {
    guard let time = claim.time, let first = rawWords(time).first,
      ["since", "from"].contains(first),
      Interval.stated(time) != nil,
      ["mass-produces", "mass produces", "produces in volume", "makes in volume"]
        .contains(claim.relation)
    else { return nil }
    var entailed = claim
    entailed.relation = "starts mass production of"
    return Entailment(claim: entailed)
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

  /// "Firm that flouts the Lens Act | faces | fine of a million": the act carries it.
  private static func penalty(_ claim: Claim) -> Entailment? {
    let said = claim.subject.spaced
    guard ["faces", "risks", "incurs", "pays", "is liable to"].contains(claim.relation),
      rawWords(claim.object).contains(where: {
        ["penalty", "penalties", "fine", "fines"].contains($0)
      }),
      let who = said.firstIndex(where: { ["that", "who", "which"].contains($0) }),
      who + 2 < said.count,
      ["flout", "break", "breach", "violate", "ignore", "defy"].contains(where: {
        said[who + 1].hasPrefix($0)
      })
    else { return nil }
    var entailed = claim
    entailed.subject = joined(said[(who + 2)...].drop { $0 == "the" })
    entailed.relation = "carries"
    return Entailment(claim: entailed)
  }

  /// "All of Viora's lens models | is | proprietary": Viora keeps all of them closed.
  private static func closed(_ claim: Claim, _ words: Words) -> Entailment? {
    guard claim.relation == "is" || claim.relation == "remains",
      ["proprietary", "closed", "closed-source", "closed source"].contains(claim.object),
      let share = Quantifier(claim.subject, words: words), share.share == 1...1
    else { return nil }
    let said = share.rest.spaced
    guard let owner = said.firstIndex(where: \.isOwner), owner < said.count - 1 else { return nil }
    var entailed = claim
    entailed.subject = joined(said[...owner]).dropLast(2).description
    entailed.relation = "keeps closed"
    entailed.object = "all " + joined(said[(owner + 1)...])
    return Entailment(claim: entailed)
  }

  /// "Lens Act | takes effect on | 3 May": it takes effect.
  private static func inForce(_ claim: Claim, _ words: Words) -> Entailment? {
    guard words.phrase(claim.relation, isIn: "coming into force"), claim.modality == .asserted,
      Interval.stated(claim.object) != nil
    else { return nil }
    var entailed = claim
    entailed.relation = Restatement.takesEffect
    entailed.time = claim.time ?? claim.object
    entailed.object = ""
    return Entailment(claim: entailed)
  }

  /// "Scraps | Lens Act": from then on it isn't in force.
  private static func repealed(_ claim: Claim, _ keys: MatchKeys) -> Entailment? {
    guard keys.words.phrase(claim.relation, isIn: "ending"), claim.modality == .asserted,
      claim.scope == nil, case let key = keys.key(claim.object), let last = key.tokens.last,
      keys.words["policy"].contains(last) || keys.words["document"].contains(last)
        || ["law", "control"].contains(keys.kind(of: last))
    else { return nil }
    var entailed = claim
    entailed.subject = claim.object
    entailed.relation = Restatement.isInForce
    entailed.object = ""
    entailed.polarity = .negative
    return Entailment(claim: entailed, holdsOn: true)
  }

  /// "Loses | 5 billion dollars (2024)": it isn't profitable then.
  private static func earned(_ claim: Claim) -> Entailment? {
    let last = claim.object.spaced.last ?? ""
    let unit = Quantity(in: claim.object)?.unit
    let isMoney = unit.map { $0.count == 3 && $0.allSatisfy(\.isUppercase) } ?? false
    let said = rawWords(claim.object)
    let isGain =
      ["earns", "makes", "turns", "posts", "reports", "books", "records", "generates"]
      .contains(claim.relation) && said.prefix(4).contains(where: ["profit", "profits"].contains)
    let isLoss =
      claim.relation == "loses" && isMoney && !["share", "value", "worth"].contains(last)
      || ["makes", "posts", "reports", "books", "records", "incurs", "runs up"]
        .contains(claim.relation) && said.prefix(4).contains(where: ["loss", "losses"].contains)
    guard isGain != isLoss, claim.scope == nil else { return nil }
    var entailed = claim
    entailed.relation = "is"
    entailed.object = "profitable"
    entailed.polarity = isGain ? .positive : .negative
    return Entailment(claim: entailed)
  }

  private static func joined(_ words: some Sequence<String>) -> String {
    words.joined(separator: " ")
  }
}
