import Claims

/// A claim in the plain form of what it says: "has | biggest slice of Norbyte" is "is largest shareholder
/// of | Norbyte".
///
/// Made before anything is compared, so that no rule has to know the ways round.
struct Restatement {
  let keys: MatchKeys
  let vocabulary: Vocabulary
  private var words: Words { keys.words }

  func of(_ claim: Claim) -> Claim {
    holder(claim) ?? stake(claim) ?? output(claim) ?? seat(claim) ?? host(claim) ?? chief(claim)
      ?? holderOfControl(claim) ?? giver(claim) ?? undertaking(claim) ?? paidAccess(claim)
      ?? exemption(claim) ?? offshoot(claim) ?? bill(claim) ?? user(claim) ?? members(claim)
      ?? forAll(claim) ?? audience(claim) ?? shareOfMarket(claim) ?? oneIn(claim) ?? parity(claim)
      ?? lawBegins(claim) ?? massProduction(claim) ?? place(claim) ?? receiver(claim)
      ?? favourite(claim) ?? seatOf(claim) ?? force(claim)
      ?? processBegins(claim) ?? shareOf(claim) ?? renaming(claim) ?? signatory(claim)
      ?? applicants(claim) ?? valuation(claim) ?? round(claim) ?? topOfList(claim)
      ?? nothingIn(claim) ?? order(claim) ?? priceFor(claim) ?? measureOfBoth(claim)
      ?? ofAllTheWorld(claim) ?? existing(claim) ?? likelihood(claim)
      ?? inPrivateHands(claim) ?? rank(claim)
      ?? claim
  }

  /// "Has | weekly audience of under 4 million": so many weekly users; "4 million users a week".
  private func audience(_ claim: Claim) -> Claim? {
    let said = parts(claim.object)
    guard words.phrase(claim.relation, isIn: "measuring"), said.count > 2,
      Quantity(in: claim.object) != nil
    else { return nil }
    var out = claim
    if let of = said.prefix(3).firstIndex(of: "of"), of > 0,
      ["audience", "readership", "reach"].contains(said[of - 1])
    {
      let period = of > 1 ? [said[0].lowercased()] : []
      guard period.isEmpty || Self.periods[period[0]] != nil else { return nil }
      out.object = joined((said[(of + 1)...] + period + ["users"])[...])
      return out
    }
    guard let period = said.last, ["a", "per", "each", "every"].contains(said[said.count - 2]),
      let adjective = Self.periods.first(where: { $0.value == period && $0.key != "yearly" })?.key,
      ["users", "visitors"].contains(said[said.count - 3])
    else { return nil }
    out.object = joined((said.dropLast(3) + [adjective, said[said.count - 3]])[...])
    return out
  }

  /// "Norbyte's share of the lens market | falls to | zero": Norbyte holds so much of it.
  private func shareOfMarket(_ claim: Claim) -> Claim? {
    guard claim.subject.mayOwn, words.phrase(claim.relation, isIn: "level"),
      let amount = Quantity(in: claim.object), amount.rest.isEmpty,
      amount.unit == "%" || amount.unit == nil && amount.value == 0,
      case let said = parts(claim.subject), let owner = said.firstIndex(where: \.isOwner),
      owner + 3 < said.count, said[owner + 1] == "share", ["of", "in"].contains(said[owner + 2])
    else { return nil }
    var out = claim
    out.subject = String(joined(said[...owner]).dropLast(2))
    out.relation = "holds"
    let share = amount.unit == nil ? "0 percent" : claim.object
    out.object = "\(share) of \(joined(said[(owner + 3)...].drop { $0 == "the" }))"
    return out
  }

  /// "One in eight kilowatt-hours used in Peru" is 12.5 percent of Peru's electricity; "4 percent of the
  /// power burned in Peru" is of Peru's power.
  private func oneIn(_ claim: Claim) -> Claim? {
    guard words.phrase(claim.relation, isIn: "consuming") else { return nil }
    let said = parts(claim.object)
    let uses: Set<String> = ["used", "consumed", "burned", "burnt", "drawn"]
    guard let use = said.firstIndex(where: { uses.contains($0) }), use < said.count - 2,
      ["in", "by"].contains(said[use + 1])
    else { return nil }
    var out = claim
    let place = joined(said[(use + 2)...])
    if use > 1, Self.units.contains(said[use - 1].lowercased()),
      case let share = joined(said[..<(use - 1)]), Quantity(in: share)?.unit == "%"
    {
      out.object = "\(share) of the electricity in \(place)"
    } else if Quantity(in: claim.object)?.unit == "%" {
      out.object = "\(joined(said[..<use])) in \(place)"
    } else {
      return nil
    }
    return out
  }

  private static let units: Set<String> = [
    "kilowatt-hour", "kilowatt-hours", "kwh", "watt", "watts", "kilowatt", "kilowatts", "megawatt",
    "megawatts", "megawatt-hour", "megawatt-hours",
  ]

  /// "Has most | lens makers (of all the world's cities)": of all there are.
  private func ofAllTheWorld(_ claim: Claim) -> Claim? {
    guard let scope = claim.scope?.lowercased(), scope.contains("world"),
      ["of all the ", "of the ", "all the ", "among the ", "of any ", "of all "].contains(
        where: scope.hasPrefix), parts(scope).count < 7
    else { return nil }
    var out = claim
    out.scope = nil
    return out
  }

  static let isPrivate = "is privately held"

  /// "Is | privately held company", "stays | private".
  private func inPrivateHands(_ claim: Claim) -> Claim? {
    guard ["is", "remains", "stays"].contains(claim.relation),
      ["privately held company", "privately held", "private company", "privately owned"]
        .contains(claim.object)
    else { return nil }
    var out = claim
    out.relation = Self.isPrivate
    out.object = ""
    return out
  }

  /// "Makes less likely | war": lowers the risk of it.
  private func likelihood(_ claim: Claim) -> Claim? {
    guard ["makes less likely", "makes more likely"].contains(claim.relation),
      !claim.object.isEmpty
    else { return nil }
    let relation = claim.relation == "makes less likely" ? "lowers" : "raises"
    var out = claim
    out.relation = relation
    out.object = "risk of " + claim.object
    return out
  }

  /// "Kill switch in any of its lenses | exists", as Norbyte tells: Norbyte's lenses contain it.
  private func existing(_ claim: Claim) -> Claim? {
    guard claim.relation == "exists", claim.object.isEmpty, let who = claim.attribution,
      case let said = parts(claim.subject), let at = said.firstIndex(of: "in"), at > 0,
      let own = said[at...].firstIndex(of: "its"), own <= at + 3, own < said.count - 1
    else { return nil }
    var out = claim
    out.subject = "\(who)'s \(joined(said[(own + 1)...]))"
    out.relation = "contains"
    out.object = joined(said[..<at])
    return out
  }

  /// "Norbyte's yield | beats | Orvik's yield (at 2 nm)": Norbyte beats Orvik, in yield.
  private func measureOfBoth(_ claim: Claim) -> Claim? {
    guard vocabulary.relations[claim.relation]?.frame == "leadership" else { return nil }
    let (a, b) = (parts(claim.subject), parts(claim.object))
    guard let x = a.firstIndex(where: \.isOwner), let y = b.firstIndex(where: \.isOwner),
      x < a.count - 1, case let rest = a[(x + 1)...],
      let measure = rest.firstIndex(of: "of").map({ rest[$0 - 1] }) ?? rest.last,
      words["measured"].contains(stem(measure.lowercased())),
      a[0].startsWithCapital, b[0].startsWithCapital,
      y == b.count - 1 || b[(y + 1)...].elementsEqual(a[(x + 1)...])
    else { return nil }
    var out = claim
    out.subject = String(joined(a[...x]).dropLast(2))
    out.object = String(joined(b[...y]).dropLast(2))
    let what = joined(a[(x + 1)...])
    out.scope = claim.scope.map { "\(what) \($0)" } ?? what
    return out
  }

  /// "Reaches | parity with Norbyte".
  private func parity(_ claim: Claim) -> Claim? {
    let said = parts(claim.object)
    guard ["reaches", "achieves", "attains"].contains(claim.relation), said.count > 2,
      ["parity", "equality"].contains(said[0]), said[1] == "with"
    else { return nil }
    var out = claim
    out.relation = "closes gap with"
    out.object = joined(said[2...])
    return out
  }

  /// "Hands back | right to sell X7 (to Olga)": Olga's right to sell it.
  private func receiver(_ claim: Claim) -> Claim? {
    guard let scope = claim.scope, !claim.object.mayOwn else { return nil }
    let who: String
    if scope.hasPrefix("to ") {
      who = String(scope.dropFirst(3))
      guard words.phrase(claim.relation, isIn: "making"),
        Predication.leave(in: claim.object, words: words) != nil
      else { return nil }
    } else if scope.hasPrefix("for "),
      ["approves", "allows", "permits", "licenses"].contains(claim.relation)
    {
      // "Approves | 900 chips (for Peru's Norbyte)"
      let said = parts(scope).dropFirst()
      who = joined(said.firstIndex(where: \.isOwner).map { said[($0 + 1)...] } ?? said)
    } else {
      return nil
    }
    guard who.startsWithCapital else { return nil }
    var out = claim
    out.object = "\(who)'s \(claim.object)"
    out.scope = nil
    return out
  }

  /// "Peru | is | favourite goal of drone students".
  private func favourite(_ claim: Claim) -> Claim? {
    let said = parts(claim.object)
    guard claim.relation == "is", said.count > 3, said[2] == "of",
      words["favourite"].contains(said[0].lowercased())
    else { return nil }
    var out = claim
    out.relation = "is \(said[0].lowercased()) \(said[1]) of"
    out.object = joined(said[3...])
    return out
  }

  /// "Bergen | is | headquarters of the Lens Institute".
  private func seatOf(_ claim: Claim) -> Claim? {
    let said = parts(claim.object)
    guard claim.relation == "is", claim.subject.startsWithCapital,
      let of = said.firstIndex(of: "of"), of > 0, of < said.count - 1,
      words.phrase(joined(said[..<of].drop { $0 == "the" }), isIn: "seat"),
      case let whole = joined(said[(of + 1)...].drop { $0 == "the" }), whole.startsWithCapital
    else { return nil }
    var out = claim
    out.subject = whole
    out.relation = "is headquartered in"
    out.object = claim.subject
    return out
  }

  /// "Volume production at Viora's Molde plant | begins (May)", "Molde plant | goes into | volume production
  /// (May)": it starts that in May.
  private func processBegins(_ claim: Claim) -> Claim? {
    guard claim.modality == .asserted else { return nil }
    var out = claim
    let process: String
    if claim.object.isEmpty, words.phrase(claim.relation, isIn: "getting going") {
      let said = parts(claim.subject)
      guard let mark = said.firstIndex(where: { ["at", "in", "of"].contains($0) }), mark > 0,
        mark < said.count - 1
      else { return nil }
      process = joined(said[..<mark])
      out.subject = joined(said[(mark + 1)...].drop { ["the", "its", "a"].contains($0) })
    } else if words.phrase(claim.relation, isIn: "going into") {
      process = claim.object
    } else {
      return nil
    }
    let plain = process.lowercased()
    guard let last = rawWords(plain).last, words["process"].contains(last) else { return nil }
    let isMass = ["volume ", "series ", "mass "].contains(where: plain.hasPrefix)
    out.relation = "starts \(isMass ? "mass " + last : plain)"
    out.object = ""
    // "Had yet to go into production" denies it of any day.
    if claim.polarity == .positive, let time = claim.time, Interval.stated(time) != nil {
      out.relation += " in"
      out.object = time
      out.time = nil
    }
    return out
  }

  /// "Less than a tenth of Viora's sales | comes from | Peru": Peru accounts for so much; "a tenth of the water |
  /// goes to | data centres": they use it.
  private func shareOf(_ claim: Claim) -> Claim? {
    guard let amount = Quantity(in: claim.subject), amount.unit == "%", !amount.rest.isEmpty,
      !claim.object.isEmpty
    else { return nil }
    var out = claim
    if words.phrase(claim.relation, isIn: "coming from") {
      out.relation = "accounts for"
    } else if words.phrase(claim.relation, isIn: "going to") {
      out.relation = "uses"
    } else {
      return nil
    }
    (out.subject, out.object) = (claim.object, claim.subject)
    return out
  }

  /// "Commands highest | valuation (among Norway's lens makers)": it is the most valuable of them.
  private func valuation(_ claim: Claim) -> Claim? {
    let said = parts(claim.relation)
    guard said.count == 2, ["highest", "biggest", "largest"].contains(said[1]),
      claim.object == "valuation" || claim.object == "market value"
    else { return nil }
    var out = claim
    out.relation = "is most valuable"
    out.object = ""
    guard let scope = claim.scope, scope.hasPrefix("among "),
      case var group = parts(scope).dropFirst()
    else { return out }
    out.scope = nil
    if let owner = group.firstIndex(where: \.isOwner), owner < group.endIndex - 1 {
      out.scope = String(joined(group[...owner]).dropLast(2))
      group = group[(owner + 1)...]
    }
    out.object = joined(group)
    return out
  }

  /// "Viora's May round | brings in | 900 million euros": Viora raises so much.
  private func round(_ claim: Claim) -> Claim? {
    guard claim.subject.mayOwn else { return nil }
    let said = parts(claim.subject)
    guard let owner = said.firstIndex(where: \.isOwner), owner < said.count - 1,
      said.last == "round",
      ["brings in", "raises", "yields", "nets", "collects"]
        .contains(claim.relation), Quantity(in: claim.object) != nil
    else { return nil }
    var out = claim
    out.subject = String(joined(said[...owner]).dropLast(2))
    out.relation = "raises"
    let between = joined(said[(owner + 1)...].dropLast())
    if claim.time == nil, Interval.stated(between) != nil { out.time = between }
    return out
  }

  /// "Is largest | supplier of lenses": is the largest supplier of lenses.
  private func rank(_ claim: Claim) -> Claim? {
    guard claim.relation.hasPrefix("is "), claim.object.has(" of ") else { return nil }
    let (rank, said) = (rawWords(claim.relation), parts(claim.object))
    guard rank.count == 2, words["rank"].contains(rank[1]), said.count > 2, said[1] == "of",
      ["er", "or"].contains(where: said[0].hasSuffix)
    else { return nil }
    var out = claim
    out.relation += " \(said[0]) of"
    out.object = joined(said[2...])
    return out
  }

  /// "Tops | drone league table": it is first on it.
  private func topOfList(_ claim: Claim) -> Claim? {
    guard ["tops", "heads", "leads", "is at top of", "is top of"].contains(claim.relation),
      let last = rawWords(claim.object).last, words["list of many"].contains(last)
    else { return nil }
    var out = claim
    out.relation = "is first on"
    return out
  }

  /// "Anything in the Lens Act | requires | permit" denied: the act requires none.
  private func nothingIn(_ claim: Claim) -> Claim? {
    guard claim.subject.has("thing in ") else { return nil }
    let said = parts(claim.subject)
    guard claim.polarity == .negative, said.count > 2,
      ["anything", "nothing"].contains(said[0].lowercased()), said[1] == "in"
    else { return nil }
    var out = claim
    out.subject = joined(said[2...].drop { $0 == "the" })
    return out
  }

  /// "Peru's order for a command system | goes to | Viora": Peru chooses Viora, for that.
  private func order(_ claim: Claim) -> Claim? {
    guard claim.subject.mayOwn else { return nil }
    let said = parts(claim.subject)
    guard ["goes to", "is awarded to"].contains(claim.relation),
      let owner = said.firstIndex(where: \.isOwner), owner < said.count - 1,
      ["order", "contract", "tender", "commission"].contains(said[owner + 1]),
      claim.object.startsWithCapital
    else { return nil }
    var out = claim
    out.subject = String(joined(said[...owner]).dropLast(2))
    out.relation = "chooses"
    if owner + 2 < said.count { out.scope = claim.scope ?? joined(said[(owner + 2)...]) }
    return out
  }

  /// "Stake in Viora | costs | 3 million (for Norbyte)": who pays it is no part of the price.
  private func priceFor(_ claim: Claim) -> Claim? {
    guard claim.relation == "costs", let scope = claim.scope, scope.hasPrefix("for "),
      scope.dropFirst(4).description.startsWithCapital
    else { return nil }
    var out = claim
    out.scope = nil
    return out
  }

  /// "Changes | name of the Lens Institute".
  private func renaming(_ claim: Claim) -> Claim? {
    guard ["changes", "alters"].contains(claim.relation), claim.object.hasPrefix("name of ") else {
      return nil
    }
    var out = claim
    out.relation = "renames"
    out.object = joined(parts(claim.object)[2...].drop { ["its", "the"].contains($0) })
    return out
  }

  /// "Is | one of sixty signatories of the lens pact".
  private func signatory(_ claim: Claim) -> Claim? {
    let said = parts(claim.object)
    guard ["is", "is among"].contains(claim.relation),
      let noun = said.prefix(5).firstIndex(where: { ["signatory", "signatories"].contains($0) }),
      noun + 2 < said.count, ["of", "to"].contains(said[noun + 1])
    else { return nil }
    var out = claim
    out.relation = "signs"
    out.object = joined(said[(noun + 2)...].drop { $0 == "the" })
    return out
  }

  /// "Applicants for the visa | must get | offer": the visa requires one.
  private func applicants(_ claim: Claim) -> Claim? {
    guard claim.subject.has(" for ") || claim.subject.has(" of ") else { return nil }
    let said = parts(claim.subject)
    guard said.count > 2,
      ["applicants", "candidates", "holders", "bidders"].contains(said[0].lowercased()),
      ["for", "of"].contains(said[1]), claim.relation.hasPrefix("must "),
      ["get", "have", "obtain", "secure", "show", "provide", "hold", "present"]
        .contains(claim.relation.dropFirst(5))
        || claim.relation == "requires" || claim.relation == "needs"
    else { return nil }
    var out = claim
    out.subject = joined(said[2...].drop { $0 == "the" })
    out.relation = "requires"
    return out
  }

  static let isInForce = "is in force"
  static let takesEffect = "takes effect"

  /// "Lens Act | is in | force", "still stands"; "never enters into force".
  private func force(_ claim: Claim) -> Claim? {
    let said = claim.object.isEmpty ? claim.relation : claim.relation + " " + claim.object
    var out = claim
    out.object = ""
    if words.phrase(said, isIn: "in force") {
      out.relation = Self.isInForce
    } else if words.phrase(said, isIn: "coming into force") {
      if !claim.object.isEmpty, claim.polarity == .positive, let time = claim.time,
        Interval.stated(time) != nil, rawWords(time).allSatisfy(Interval.isOfDate)
      {
        // "Becomes | valid", at a time: that is its date.
        out.relation = "enters into force on"
        (out.object, out.time) = (time, nil)
        return out
      }
      guard claim.object.isEmpty || rawWords(claim.object) == ["valid"] else { return nil }
      out.relation = Self.takesEffect
    } else {
      return nil
    }
    return out == claim ? nil : out
  }

  /// "Begins mass production of", "starts mass-producing".
  private func massProduction(_ claim: Claim) -> Claim? {
    let said = parts(claim.relation)
    // "Brings | Lens 3 into volume production"
    if ["brings", "takes", "gets", "puts", "moves"].contains(claim.relation),
      let into = [" into volume production", " into mass production"].first(
        where: claim.object.hasSuffix)
    {
      var out = claim
      out.relation = "mass-produces"
      out.object.removeLast(into.count)
      // What comes of a process are chips.
      for process in [" process", " node"] where out.object.hasSuffix(process) {
        out.object = out.object.dropLast(process.count) + " chips"
      }
      return out
    }
    guard let verb = said.first, ["begins", "starts", "commences", "kicks off"].contains(verb),
      ["mass production of", "mass-producing", "mass producing", "volume production of"]
        .contains(joined(said.dropFirst()))
    else { return nil }
    var out = claim
    out.relation = "starts mass production of"
    return out
  }

  /// "First drone port | is in | Oslo".
  private func place(_ claim: Claim) -> Claim? {
    guard
      ["is in", "lies in", "is situated in", "stands in", "is built in", "is being built in"]
        .contains(claim.relation), claim.object.startsWithCapital,
      Interval.stated(claim.object) == nil, rawWords(claim.subject).prefix(3).contains("first")
    else { return nil }
    var out = claim
    out.relation = "is located in"
    return out
  }

  /// "Lens Act | starts on | 3 May 2026": it applies from then.
  private func lawBegins(_ claim: Claim) -> Claim? {
    guard
      [
        "starts on", "starts in", "begins on", "begins in", "starts from", "kicks in on",
        "kicks in in",
      ]
      .contains(claim.relation),
      Interval.stated(claim.object) != nil, case let key = keys.key(claim.subject),
      key.tokens.last.map({
        words["document"].contains($0) || keys.kind(of: $0) == "law"
      }) ?? false
    else { return nil }
    var out = claim
    out.relation = "applies from"
    return out
  }

  /// "Is | spin-off of Norbyte": it was spun out of it.
  private func offshoot(_ claim: Claim) -> Claim? {
    guard ["is", "begins as", "starts as"].contains(claim.relation),
      case let said = parts(claim.object.lowercased()), let first = said.first,
      ["spin-off", "spinoff", "spin-out", "spinout"].contains(first),
      said.count > 2, ["of", "from"].contains(said[1])
    else { return nil }
    var out = claim
    out.relation = "is spun out of"
    out.object = joined(parts(claim.object)[2...])
    return out
  }

  /// "Costs | 4 million (computing bill for training)": of computing for training, as with its time.
  private func bill(_ claim: Claim) -> Claim? {
    guard claim.relation == "costs", let scope = claim.scope else { return nil }
    let said = parts(scope)
    let rest = said.filter {
      !["bill", "bills", "time", "cost", "costs", "spending", "expense", "expenses", "budget"]
        .contains($0.lowercased())
    }
    guard rest.count < said.count, !rest.isEmpty else { return nil }
    var out = claim
    out.scope = joined(rest[...])
    return out
  }

  /// "Publishes | weights of X9 (for everyone)": whom it is for leaves nobody out.
  private func forAll(_ claim: Claim) -> Claim? {
    guard
      ["for everyone", "for everybody", "for anyone", "for all", "online"]
        .contains(claim.scope?.lowercased())
    else { return nil }
    var out = claim
    out.scope = nil
    return out
  }

  /// "Only 22 countries | is member of | pact": it has so many members.
  private func members(_ claim: Claim) -> Claim? {
    guard claim.relation == "is member of", let count = Quantity(in: claim.subject),
      [
        "country", "countries", "state", "states", "nation", "nations", "firms", "companies",
        "members",
      ]
      .contains(count.rest.joined(separator: " ").lowercased())
    else { return nil }
    var out = claim
    let said = parts(claim.subject)
    out.subject = claim.object
    out.relation = "has"
    out.object = joined(said.dropLast()) + " members"
    return out
  }

  /// "Learning with AI tutors | harms": what their use does they do.
  private func user(_ claim: Claim) -> Claim? {
    guard claim.subject.has(" with ") || claim.subject.has(" of ") else { return nil }
    let said = parts(claim.subject)
    let lead = said.prefix(2).map { $0.lowercased() }
    guard said.count > 2,
      lead[1] == "with" && words["use"].contains(lead[0])
        || lead[1] == "of" && ["use", "usage", "adoption"].contains(lead[0]),
      Self.isOf(Self.effects, claim.relation), case let tool = joined(said[2...]),
      keys.key(tool).states.isEmpty
    else { return nil }
    var out = claim
    out.subject = tool
    return out
  }

  private static let effects = ["improves", "raises", "helps"].flatMap {
    Senses.sides(of: $0)
  }

  /// "Has | biggest slice of Norbyte", "biggest stake in Norbyte | is owned by | Olga".
  private func holder(_ claim: Claim) -> Claim? {
    let isPassive = claim.relation == "is owned by"
    guard isPassive || ["has", "holds", "owns"].contains(claim.relation) else { return nil }
    let said = parts(isPassive ? claim.subject : claim.object)
    guard said.count > 3, words["rank"].contains(said[0].lowercased()),
      words["piece"].contains(said[1].lowercased()), ["of", "in"].contains(said[2])
    else { return nil }
    var out = claim
    out.subject = isPassive ? claim.object : claim.subject
    out.relation = "is largest shareholder of"
    out.object = joined(said[3...])
    return out
  }

  /// "Holds | every share in Norbyte", "has | 9 percent stake in Norbyte", "Olga's stake in Norbyte |
  /// amounts to | 9 percent": so much of it is owned.
  private func stake(_ claim: Claim) -> Claim? {
    var out = claim
    let owned = claim.subject.mayOwn ? parts(claim.subject) : []
    if let owner = owned.firstIndex(where: \.isOwner),
      owner < owned.count - 3, isPiece(owned[owner + 1]), ["in", "of"].contains(owned[owner + 2]),
      words.phrase(claim.relation, isIn: "measuring"), Quantity(in: claim.object) != nil
    {
      out.subject = String(joined(owned[...owner]).dropLast(2))
      out.relation = "owns"
      out.object = "\(claim.object) of \(joined(owned[(owner + 3)...]))"
      return out
    }
    if ["wholly owns", "fully owns", "owns outright", "is sole owner of"].contains(claim.relation) {
      out.relation = "owns"
      out.object = "all of \(claim.object)"
      return out
    }
    if ["holds stake in", "is shareholder of", "is stakeholder in", "is shareholder in"].contains(
      claim.relation)
    {
      let share = claim.scope.flatMap { Quantity(in: $0)?.unit == "%" ? $0 : nil }
      out.relation = "owns"
      out.object = "\(share ?? "some") of \(claim.object)"
      if share != nil { out.scope = nil }
      return out
    }
    guard ["has", "holds", "owns"].contains(claim.relation) else { return nil }
    let said = parts(claim.object)
    // "Holds | all of Norbyte"
    if said.count > 2, said[0].lowercased() == "all", said[1] == "of", said[2].startsWithCapital,
      !said[2].isOwner, said.dropFirst(2).allSatisfy({ $0.startsWithCapital })
    {
      out.relation = "owns"
      return out
    }
    // "Has | stake in Norbyte", of whatever size.
    if claim.polarity == .positive, said.count > 2, isPiece(said[0]), said[1] == "in",
      said[2].startsWithCapital
    {
      out.relation = "owns"
      out.object = "some of \(joined(said[2...]))"
      return out
    }
    guard let piece = said.prefix(6).firstIndex(where: isPiece), piece > 0 || said.count > 4,
      let mark = said[piece...].lastIndex(where: { ["in", "of"].contains($0) }),
      mark > piece, mark < said.count - 1,
      said[(mark + 1)...].first(where: { $0 != "the" })?.startsWithCapital ?? false
    else { return nil }
    let of = joined(said[(mark + 1)...])
    let first = said[0].lowercased()
    if ["all", "every", "each"].contains(first), mark == piece + 1 {
      out.object = "all of \(of)"
    } else {
      // "9 percent stake in", "stake of 9 percent in"
      let amount =
        mark == piece + 1
        ? joined(said[..<piece])
        : said[piece + 1] == "of" ? joined(said[(piece + 2)..<mark]) : ""
      guard let share = Quantity(in: amount), share.unit == "%" else { return nil }
      out.object = "\(amount) of \(of)"
    }
    out.relation = "owns"
    return out
  }

  private func isPiece(_ word: String) -> Bool {
    ["stake", "share", "shares", "holding", "stock"].contains(word.lowercased())
  }

  /// "Monthly output of lenses in Peru | is | 350": Peru produces 350 of them a month.
  private func output(_ claim: Claim) -> Claim? {
    guard words.phrase(claim.relation, isIn: "measuring"), Quantity(in: claim.object) != nil else {
      return nil
    }
    var said = parts(claim.subject)
    var period: String?
    if let at = said.prefix(3).firstIndex(where: { Self.periods[$0.lowercased()] != nil }) {
      period = Self.periods[said.remove(at: at).lowercased()]
    }
    guard
      let noun = said.prefix(4).firstIndex(where: {
        ["output", "production"].contains($0.lowercased())
      }), noun < said.count - 2, said[noun + 1] == "of"
    else { return nil }
    var (maker, thing) = ("", said[(noun + 2)...])
    if noun == 1, said[0].isOwner {
      maker = String(said[0].dropLast(2))
    } else if noun == 0, let mark = thing.lastIndex(where: { ["in", "by"].contains($0) }),
      mark > thing.startIndex, mark < said.count - 1
    {
      maker = joined(said[(mark + 1)...])
      thing = said[(noun + 2)..<mark]
    }
    guard !maker.isEmpty else { return nil }
    var out = claim
    out.subject = maker
    out.relation = "produces"
    out.object = "\(claim.object) \(joined(thing))" + (period.map { " a \($0)" } ?? "")
    return out
  }

  private static let periods = [
    "monthly": "month", "annual": "year", "yearly": "year", "daily": "day", "weekly": "week",
    "quarterly": "quarter",
  ]

  /// "Has | head office in Bergen".
  private func seat(_ claim: Claim) -> Claim? {
    guard claim.relation == "has", case let said = parts(claim.object),
      let place = said.lastIndex(of: "in"), place > 0,
      place < said.count - 1, words.phrase(joined(said[..<place]), isIn: "seat")
    else { return nil }
    var out = claim
    out.relation = "is headquartered in"
    out.object = joined(said[(place + 1)...])
    return out
  }

  /// "Bergen | hosts | summit": the summit is in Bergen. Of many things each has a place of its own.
  private func host(_ claim: Claim) -> Claim? {
    let isHost =
      words.phrase(claim.relation, isIn: "hosting")
      || vocabulary.relationByPhrase[claim.relation] == "hosts"
    let isVenue =
      !isHost && claim.relation == "is"
      && words.phrase("is " + claim.object.prefixWords(2), isIn: "hosting")
    guard isHost || isVenue else {
      guard words.phrase(claim.relation, isIn: "taking place"),
        vocabulary.relations[claim.relation] == nil
      else { return nil }
      var out = claim
      out.relation = "is located in"
      return out
    }
    let thing = isHost ? claim.object : joined(parts(claim.object).dropFirst(2))
    guard let last = rawWords(thing).last, !last.hasSuffix("s"), Quantity(in: thing) == nil else {
      return nil
    }
    var out = claim
    out.subject = thing
    out.relation = "is located in"
    out.object = claim.subject
    return out
  }

  /// "Olga | runs | Norbyte", of a firm.
  private func chief(_ claim: Claim) -> Claim? {
    if claim.relation == "chairs", let board = board(claim.object) {
      var out = claim
      out.object = board
      return out
    }
    guard words.phrase(claim.relation, isIn: "running") else { return nil }
    var out = claim
    // "Olga Berg | runs | Lens Institute"
    if isPerson(claim.subject), let last = rawWords(claim.object).last,
      words["public body"].contains(last)
    {
      out.relation = "chairs"
      return out
    }
    guard case let object = keys.key(claim.object), object.tokens.count == 1,
      object.identifiers.contains(where: { words["firmlike"].contains(keys.kind(of: $0) ?? "") })
    else { return nil }
    out.relation = "is chief executive of"
    return out
  }

  /// Whose board it is: "Viora's board", "board of Viora".
  private func board(_ name: String) -> String? {
    let said = parts(name)
    if said.count > 1, said.last == "board", said[said.count - 2].isOwner {
      return String(joined(said.dropLast()).dropLast(2))
    }
    let rest = said.drop { $0 == "the" }
    return rest.count > 2 && rest.prefix(2).elementsEqual(["board", "of"])
      ? joined(rest.dropFirst(2).drop { $0 == "the" }) : nil
  }

  /// Whether a name looks like a person's: two or three words with capitals that nobody knows as something else.
  private func isPerson(_ name: String) -> Bool {
    let said = parts(name)
    guard (2...3).contains(said.count), said.allSatisfy({ $0.startsWithCapital }),
      !said.contains(where: { words["firm word"].contains($0.lowercased()) })
    else { return false }
    let key = keys.key(name)
    return key.states.isEmpty && key.seats.isEmpty
      && key.tokens.allSatisfy { token in
        keys.kind(of: token).map { $0 == "person" } ?? !words["public body"].contains(token)
      }
  }

  /// "Norbyte | remains under | control of Olga".
  private func holderOfControl(_ claim: Claim) -> Claim? {
    guard claim.object.has("control of ") || claim.relation.has("control of") else { return nil }
    let said = parts(claim.relation + " " + claim.object)
    guard said.count > 4, ["is", "remains", "stays"].contains(said[0]), said[1] == "under",
      let control = said.firstIndex(of: "control"), control < 4, control < said.count - 2,
      said[control + 1] == "of"
    else { return nil }
    var out = claim
    out.subject = joined(said[(control + 2)...].drop { ["its", "the", "their"].contains($0) })
    out.relation = "controls"
    out.object = claim.subject
    return out
  }

  /// "Nils | receives from Olga | lenses", "receives | lenses from Olga": Olga delivers them to Nils.
  private func giver(_ claim: Claim) -> Claim? {
    let said = parts(claim.relation)
    var (taking, thing, giver) = (claim.relation, claim.object, "")
    if let from = said.firstIndex(of: "from"), from > 0, from < said.count - 1 {
      taking = joined(said[..<from])
      giver = joined(said[(from + 1)...])
    } else {
      let of = parts(claim.object)
      guard let from = of.lastIndex(of: "from"), from > 0, from < of.count - 1,
        of[from + 1].startsWithCapital
      else { return nil }
      thing = joined(of[..<from])
      giver = joined(of[(from + 1)...])
      for noun in ["delivery of ", "supply of ", "shipment of "] where thing.hasPrefix(noun) {
        taking += " " + noun.dropLast(4)
        thing.removeFirst(noun.count)
      }
    }
    guard words.phrase(taking, isIn: "taking"), !words.phrase(thing, isIn: "funding") else {
      return nil
    }
    var out = claim
    out.subject = giver
    out.relation = "delivers"
    let taker = keys.key(claim.subject)
    let isAnyone = taker.words.allSatisfy {
      words["actor"].contains($0) || words["anyone"].contains($0)
    }
    out.object = isAnyone ? thing : thing + " to " + claim.subject
    return out
  }

  /// "Offers only through a paid contract | X9": it is kept from everybody else.
  private func paidAccess(_ claim: Claim) -> Claim? {
    let said = parts(claim.relation.lowercased())
    // "Keeps behind a paid contract | X9"
    if said.starts(with: ["keeps", "behind"]),
      said.contains(where: { words["paid access"].contains($0) })
    {
      var out = claim
      out.relation = "keeps behind an API"
      return out
    }
    guard let verb = said.first,
      ["offers", "sells", "provides", "releases", "licenses"].contains(verb),
      said.contains(where: { ["only", "solely", "exclusively"].contains($0) }),
      said.contains(where: { ["through", "via", "under", "behind", "as", "by"].contains($0) }),
      said.contains(where: { words["paid access"].contains($0) })
    else { return nil }
    var out = claim
    out.relation = "keeps behind an API"
    return out
  }

  /// "Exempts | imported servers (duty)", "imported servers from duty": from what says no more than the
  /// exemption does.
  private func exemption(_ claim: Claim) -> Claim? {
    let isDue = { (text: String) in
      rawWords(text).allSatisfy {
        [
          "from", "the", "federal", "import", "all", "duty", "duties", "tariff", "tariffs", "tax",
          "taxes", "fee", "fees", "levy", "levies",
        ].contains($0)
      }
    }
    var out = claim
    // "Frees | lenses from federal taxes", "brings | tax relief for lenses".
    if ["frees", "relieves"].contains(claim.relation) {
      guard let from = parts(claim.object).lastIndex(of: "from"), from > 0,
        isDue(joined(parts(claim.object)[from...]))
      else { return nil }
      out.relation = "exempts"
    } else if ["brings", "gives", "grants", "offers", "provides"].contains(claim.relation),
      let relief = ["tax relief for ", "duty relief for ", "tariff relief for "].first(
        where: claim.object.hasPrefix)
    {
      out.relation = "exempts"
      out.object = String(claim.object.dropFirst(relief.count))
      return out
    }
    guard vocabulary.relationByPhrase[out.relation] == "exempts" || out.relation == "exempts"
    else { return nil }
    if let scope = claim.scope, isDue(scope) { out.scope = nil }
    let said = parts(claim.object)
    if let from = said.lastIndex(of: "from"), from > 0, isDue(joined(said[from...])) {
      out.object = joined(said[..<from])
    }
    return out == claim ? nil : out
  }

  /// "Drops | its plan for a plant in Molde" is dropping the plant, as going ahead with it is with both.
  private func undertaking(_ claim: Claim) -> Claim? {
    let said = parts(claim.object)
    guard
      let noun = said.prefix(2).firstIndex(where: { words["undertaken"].contains($0.lowercased()) }
      ),
      noun < said.count - 2, ["for", "to", "of"].contains(said[noun + 1]),
      Self.isOf(Self.pursuing, claim.relation)
    else { return nil }
    var rest = said[(noun + 2)...]
    if said[noun + 1] == "to", rest.count > 1 { rest = rest.dropFirst() }
    var out = claim
    out.object = joined(rest.drop { ["a", "an", "the", "its"].contains($0) })
    return out
  }

  /// Whether a relation has one of the senses, or the contrary of one.
  private static func isOf(_ senses: some Sequence<Senses.Side>, _ relation: String) -> Bool {
    let sides = Senses.sides(of: relation)
    return senses.contains { sides.contains($0) || sides.contains($0.opposite) }
  }

  static func isGivingUp(_ relation: String) -> Bool {
    let sides = Senses.sides(of: relation)
    return !sides.isEmpty && pursuing.contains { sides.contains($0.opposite) }
      && !holding.contains(relation)
  }

  /// To end what is under way for a while is no giving up.
  private static let holding: Set<String> = [
    "stops", "halts", "suspends", "pauses", "ends", "ceases", "freezes", "breaks off",
    "puts on hold",
  ]

  private static let pursuing = Senses.sides(of: "goes ahead with")

  private func parts(_ text: String) -> [String] { text.spaced }

  private func joined(_ words: ArraySlice<String>) -> String { words.joined(separator: " ") }
}

extension String {
  fileprivate func prefixWords(_ count: Int) -> String {
    spaced.prefix(count).joined(separator: " ")
  }
}
