/// P against not P: "has slowed training" against "has not slowed training".
///
/// The denial must be at least as general, because "no exemption for risky models" denies no
/// exemption for the others.
struct NegationRule: Rule {
  let context: RuleContext

  /// A denial without a scope is meant for any scope, yet may be meant more loosely.
  private static let denialOfAll = 0.8

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    if let finding = ended(a, b) ?? ended(b, a) { return finding }
    guard a.isPositive != b.isPositive else { return nil }
    let (positive, negative) = a.isPositive ? (a, b) : (b, a)
    if let finding = presupposed(positive, negative) { return finding }
    if isSmaller(positive, than: negative) || isOfAnotherDay(positive, negative) { return nil }
    // Who uses a part need not rely on it.
    if positive.follows(from: negative) { return nil }
    // Who is ready to do it may still not do it.
    if positive.isWilling, !negative.isRefused { return nil }
    // Who can't doesn't; but who doesn't may well be able to.
    guard !positive.isAbility || negative.isAbility,
      context.saySame(a, b) || negative.follows(from: positive),
      isOfOneShare(positive, negative), let subject = subject(positive, negative),
      let (object, scope) = object(positive, negative)
    else { return nil }
    // "Restricts" and "bans" share a pole, yet not banned may still be restricted.
    let sameness =
      a.relation == b.relation || !positive.implies.isEmpty
      ? 1
      : context.isControl(a) && context.isControl(b)
        ? 0.7 : a.sides.isDisjoint(with: b.sides) ? 0.8 : 0.9
    // Who plans otherwise later has changed the plan.
    let isReplanned =
      a.claim.modality == .planned && b.claim.modality == .planned && a.isOfOneVoice(with: b)
      && !a.isPublishedWith(b)
    let isCorrected = isReplanned || isRefigured(positive, negative)
    return Finding(
      kind: "negation", base: 0.95, scope: scope, entity: subject * object * sameness,
      reason: "one says so and the other denies it",
      reconciledIf: "the two speak of different times or of different parts of the matter",
      modality: areOfOneDay(positive, negative) ? ModalityGate.foreseen : nil,
      updateKind: isCorrected ? "revision" : "supersession", isCorrection: isCorrected)
  }

  /// Who doesn't use 20 percent may well use a tenth.
  private func isSmaller(_ positive: Matter, than negative: Matter) -> Bool {
    guard negative.isDenied, let denied = negative.amount, let said = positive.amount,
      denied.unit == said.unit
    else { return false }
    return said.interval.upperBound < denied.interval.lowerBound
  }

  /// Who denies the figure that the same source gave before corrects it.
  private func isRefigured(_ positive: Matter, _ negative: Matter) -> Bool {
    guard negative.isDenied, let denied = negative.amount, let said = positive.amount,
      denied.unit == said.unit, denied.canAgree(with: said),
      positive.isOfOneSource(with: negative),
      positive.claim.attribution == negative.claim.attribution,
      positive.claim.time == negative.claim.time,
      let x = positive.claim.evidence.published, let y = negative.claim.evidence.published
    else { return false }
    return x < y
  }

  /// What isn't to open in 2027 may open in another year.
  private func isOfAnotherDay(_ positive: Matter, _ negative: Matter) -> Bool {
    guard negative.isAgentless, negative.isDenied, negative.claim.modality != .asserted,
      let x = negative.interval?.stated, let y = positive.interval?.stated
    else { return false }
    return x.distance(to: y) > 0
  }

  /// Whether one expects what the other has no plan for, on a day that both name.
  private func areOfOneDay(_ positive: Matter, _ negative: Matter) -> Bool {
    positive.isDated && negative.isDated && negative.claim.modality == .planned
      && [.planned, .probable].contains(positive.claim.modality)
  }

  /// Whoever lifts a ban had one: "lifts" against "never banned".
  private func presupposed(_ positive: Matter, _ negative: Matter) -> Finding? {
    guard positive.presupposes == negative.relation,
      let subject = context.sameSubject(positive, negative),
      let object = context.entity.denial(of: negative.object, covers: positive.object)
        ?? identified(positive, negative)
    else { return nil }
    return Finding(
      kind: "negation", base: 0.85, scope: context.scope.value(positive.scope, negative.scope),
      entity: subject * object, reason: "the one presupposes what the other denies",
      reconciledIf: "the two speak of different times or of different parts of the matter")
  }

  /// Whoever stops had begun: "stopped selling" against "never sold".
  private func ended(_ end: Matter, _ denial: Matter) -> Finding? {
    guard end.isEnded, !denial.isEnded, denial.isNever, end.relation == denial.relation,
      let subject = context.sameSubject(end, denial),
      let object = context.entity.denial(of: denial.object, covers: end.object)
    else { return nil }
    return Finding(
      kind: "negation", base: 0.85, scope: context.scope.value(end.scope, denial.scope),
      entity: subject * object, reason: "what never was can't have ended",
      reconciledIf: "the two speak of different parts of the matter", isTimeless: true)
  }

  /// "Some labs do" and "some don't" are no denial of each other; shares have their own rule.
  private func isOfOneShare(_ positive: Matter, _ negative: Matter) -> Bool {
    let all = { (share: Quantifier?) in
      share == nil || share?.share == 1...1 || share?.share == 0...0
    }
    return all(positive.subjectShare) && all(negative.subjectShare)
      && (all(positive.objectShare) || negative.objectShare?.share != 1...1)
  }

  private func subject(_ positive: Matter, _ negative: Matter) -> Double? {
    // Nobody can where it is forbidden; yet some do.
    if negative.isOutcome, negative.isAgentless, !positive.isAbility { return nil }
    let same =
      context.sameSubject(positive, negative) ?? member(of: negative, positive)
      ?? oneOfGroup(positive, negative) ?? oneOfKind(positive, negative)
      ?? oneOfKindThere(positive, negative)
    // Nobody did it, hence not this one; but somebody did says little of one who didn't.
    if negative.isAgentless { return same.map { max($0, EntityGate.alias) } }
    return positive.isAgentless ? same.map { min($0, 0.6) } : same
  }

  /// "Nobody from Oslo", "people from Oslo … not": whoever is called by the same name is one of them.
  private func member(of negative: Matter, _ positive: Matter) -> Double? {
    let anyone = context.words["anyone"]
    let group = negative.subject.words.subtracting(anyone)
    guard group.count < negative.subject.words.count, !group.isEmpty,
      group.isSubset(of: positive.subject.words)
    else { return nil }
    return EntityGate.alias
  }

  /// What a group doesn't do none of it does; of whom none at all does it the shares have a rule too.
  private func oneOfGroup(_ positive: Matter, _ negative: Matter) -> Double? {
    guard negative.isOfGroup, positive.subjectShare == nil,
      context.entity.isMember(positive.subject, of: negative.subject)
    else { return nil }
    return EntityGate.overlap
  }

  /// "Pay does not draw them" against "higher pay draws them": what a kind doesn't do, none of it does.
  private func oneOfKind(_ positive: Matter, _ negative: Matter) -> Double? {
    let (part, kind) = (positive.subject, negative.subject)
    guard !kind.isEmpty, positive.subjectShare == nil, negative.subjectShare == nil,
      kind.words.isStrictSubset(of: part.words), kind.tokens.last == part.tokens.last,
      part.identifiers == kind.identifiers, part.states == kind.states, part.seats == kind.seats,
      part.capitals.intersection(part.words) == kind.capitals.intersection(kind.words)
    else { return nil }
    return EntityGate.overlap
  }

  /// "Norwegian foundry … not" against "foundry in Bergen": what no one of a kind in a place does, none
  /// there does.
  private func oneOfKindThere(_ positive: Matter, _ negative: Matter) -> Double? {
    let (part, kind) = (positive.subject, negative.subject)
    let isPlace = { (token: String) in
      ["place", "state", "bloc"].contains(context.keys.kind(of: token) ?? "")
        || context.words["mainland"].contains(token)
    }
    guard negative.isOfKind, positive.subjectShare == nil, let head = kind.tokens.last,
      !isPlace(head),
      head == part.tokens.last(where: { !isPlace($0) }), context.isWithin(part, kind)
    else { return nil }
    return EntityGate.overlap
  }

  private func object(_ positive: Matter, _ negative: Matter) -> (Double, Double)? {
    if isClaimOn(positive, of: negative) { return nil }
    if let outside = outside(positive, negative) {
      return outside.map { ($0, scope(positive, negative)) }
    }
    // "Is built on" nothing, "hires" nobody.
    if negative.isForNothing, positive.relation == negative.relation, !positive.object.isEmpty {
      return (EntityGate.alias, scope(positive, negative))
    }
    if negative.isOutcome, negative.isAgentless {
      return context.isWithin(positive.whole, negative.whole) ? (1, 1) : nil
    }
    let apart =
      (context.entity.denial(of: negative.object, covers: positive.object)
      ?? part(positive, negative) ?? identified(positive, negative)
      ?? context.sameUndertaking(positive, negative)).map {
        ($0, scope(positive, negative))
      }
    if let apart, apart.1 == 1 { return apart }
    // "Not used in China" against "used for training in China", wherever the place stands; "not used
    // in training" against "trains on".
    var said = positive.whole
    said.tokens += positive.relationStems
    if positive.scope != nil || negative.scope != nil,
      let joined = context.entity.denial(of: negative.whole, covers: said),
      negative.scope != nil || positive.object.words != negative.object.words
    {
      if let apart, apart.0 * apart.1 > joined { return apart }
      return (joined, 1)
    }
    return apart
  }

  /// "No office outside Peru" against "office in Oslo": nil where the denial names no place so, and no
  /// value inside where it is of another thing or that place.
  private func outside(_ positive: Matter, _ negative: Matter) -> Double?? {
    let said = negative.objectText.spaced
    guard negative.isDenied, let mark = said.firstIndex(of: "outside"), mark > 0,
      mark < said.count - 1
    else { return nil }
    let thing = context.keys.key(said[..<mark].joined(separator: " "))
    let home = context.keys.key(said[(mark + 1)...].joined(separator: " "), metonyms: false)
    let isPlace = { (token: String) in
      ["place", "state", "bloc"].contains(context.keys.kind(of: token) ?? "")
    }
    let whole = positive.whole
    let places = whole.tokens.filter(isPlace)
    let isThere = places.contains { place in
      home.words.contains(place) || !context.keys.ancestors(of: place).isDisjoint(with: home.words)
        || home.words.contains { context.keys.ancestors(of: $0).contains(place) }
    }
    guard !home.isEmpty, home.tokens.allSatisfy(isPlace), !places.isEmpty, !isThere,
      thing.words.isSubset(of: whole.words)
    else { return .some(nil) }
    return 1
  }

  /// Whether the denial's scope is the wider of the two.
  private func covers(_ negative: Matter, _ positive: Matter) -> Bool {
    context.scope.content(negative.scope).isSubset(of: context.scope.content(positive.scope))
  }

  /// Who has an option on shares doesn't have the shares.
  private func isClaimOn(_ positive: Matter, of negative: Matter) -> Bool {
    guard positive.frame == "possession" else { return false }
    let said = positive.objectText.spaced
    guard let on = said.firstIndex(where: { ["on", "to", "for", "over"].contains($0) }), on > 0
    else {
      return false
    }
    let thing = context.keys.key(said[..<on].joined(separator: " ")).words
    return thing.isDisjoint(with: negative.object.words)
  }

  /// Who owns no part of a thing doesn't own a tenth of it.
  private func part(_ positive: Matter, _ negative: Matter) -> Double? {
    guard let amount = positive.amount, amount.unit == "%" else { return nil }
    let pieces = context.words["piece"]
    let whole = context.entity.content(negative.object).subtracting(pieces)
    guard whole.count < negative.object.words.count, !whole.isEmpty,
      whole == context.keys.key(amount.rest.joined(separator: " ")).words.subtracting(pieces)
    else { return nil }
    return 1
  }

  // A ban of "the H20" is denied of the product, whatever deal with it the ban was of.
  private func identified(_ positive: Matter, _ negative: Matter) -> Double? {
    negative.object.identifiers.isEmpty
      ? nil : context.entity.matter(positive.object, negative.object)
  }

  private func scope(_ positive: Matter, _ negative: Matter) -> Double {
    guard positive.relation.contains("gap") else {
      let gate = context.scope.value(positive.scope, negative.scope)
      if gate == ScopeGate.unstated, negative.scope == nil { return Self.denialOfAll }
      // Not in Ireland is on no server there.
      return gate == ScopeGate.narrower && covers(negative, positive) ? 1 : gate
    }
    let fields = [positive, negative].map { matter in
      matter.scope.map { Field($0.tokens, words: context.words) }
    }
    return context.scope.value(fields[0], fields[1])
  }
}
