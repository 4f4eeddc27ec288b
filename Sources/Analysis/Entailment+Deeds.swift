import Claims

/// What follows from deeds and holdings: who holds a licence is allowed what it is for, who opens an
/// office has one.
extension Entailment {
  static func further(
    of claim: Claim, relations: RelationNames, keys: MatchKeys
  ) -> [Entailment] {
    let alike = [
      allowed(claim, keys.words), opening(claim, keys.words), moved(claim, keys.words),
      builtUpon(claim),
    ].compactMap(\.self)
    guard claim.polarity == .positive, !claim.object.isEmpty else { return alike }
    return alike
      + [
        dropped(claim, relations), opened(claim), soldOut(claim), supplied(claim, keys.words),
        firstOfPlace(claim, keys), begun(claim), placedObject(claim, keys), penalty(claim),
        closed(claim, keys.words),
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
    guard claim.time == nil, said.count == 2, ["in", "on", "by"].contains(said[1]),
      words.phrase(said[0], isIn: "happening"), Interval.stated(claim.object) != nil,
      rawWords(claim.object).allSatisfy(Interval.isOfDate)
    else { return nil }
    var entailed = claim
    entailed.subject = ""
    entailed.relation = said[0]
    entailed.object = claim.subject
    entailed.time = claim.object
    return Entailment(claim: entailed)
  }

  /// "Norbyte engineer | moves to | Viora": Viora hires one.
  private static func moved(_ claim: Claim, _ words: Words) -> Entailment? {
    guard let last = rawWords(claim.subject).last, words["staff"].contains(last),
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
        ["each", "all", "every", "entire", "whole", "full"].contains($0.lowercased())
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
      let scope = claim.scope, rawWords(claim.object).prefix(3).contains("first"),
      case let place = scope.hasPrefix("in ") ? String(scope.dropFirst(3)) : scope,
      place.startsWithCapital, case let key = keys.key(place, metonyms: false),
      key.tokens.count == 1, ["place", "state"].contains(keys.kind(of: key.tokens[0]) ?? "")
    else { return nil }
    let object = keys.key(claim.object)
    guard !object.states.isEmpty || object.tokens.contains(where: { keys.kind(of: $0) == "place" })
    else { return nil }
    var entailed = claim
    entailed.subject = claim.object
    entailed.relation = "is located in"
    entailed.object = place
    entailed.scope = nil
    return Entailment(claim: entailed)
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

  private static func joined(_ words: some Sequence<String>) -> String {
    words.joined(separator: " ")
  }
}
