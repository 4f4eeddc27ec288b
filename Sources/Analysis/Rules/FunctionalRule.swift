import Claims

/// A relation with one value only, given two: two seats, two dates of effect, or two dates of what
/// happens once.
struct FunctionalRule: Rule {
  let context: RuleContext

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    guard a.isPositive, b.isPositive else { return nil }
    if let finding = dates(a, b) ?? delay(a, b) ?? delay(b, a) { return finding }
    if let finding = owners(a, b) { return finding }
    guard
      let sure = a.relation == b.relation ? values(a, b) ?? holders(a, b) : origins(a, b)
    else { return nil }
    return Finding(
      kind: "functional", base: 0.90, scope: scope(a, b),
      entity: sure, reason: "there can be only one",
      reconciledIf: "it changed in between, or one is a part of the other",
      modality: isDone(a, before: b) || isDone(b, before: a)
        ? 1 : areExpected(a, b) ? ModalityGate.foreseen : nil,
      updateKind: a.isOfOneSource(with: b)
        || isNewPlan(a, b) && ![a, b].contains { $0.claim.modality == .asserted }
        ? "revision" : "supersession",
      isTimeless: a.relation != b.relation || context.words.phrase(a.relation, isIn: "birth")
        || isPast(a) && isPast(b) || isDone(a, before: b) || isDone(b, before: a),
      isCorrection: isPast(a) && isPast(b) && a.isOfOneSource(with: b) && !a.isPublishedWith(b)
        || a.isDated && b.isDated && isNewPlan(a, b))
  }

  /// "Is due in 2028", later "is now due in 2027": the plan has changed.
  private func isNewPlan(_ a: Matter, _ b: Matter) -> Bool {
    let (old, new) = a.claim.precedes(b.claim) ? (a, b) : (b, a)
    guard !old.isPublishedWith(new), [.planned, .probable].contains(old.claim.modality) else {
      return false
    }
    // "Is due on the 19th", later "took place on the 16th", after it was planned.
    let day = new.date ?? Interval.stated(new.objectText)
    let isDone =
      new.claim.modality == .asserted
      && (day?.from ?? 0) >= (old.claim.evidence.published.flatMap(Interval.day) ?? .max)
    return isDone
      || [.planned, .probable].contains(new.claim.modality)
        && rawWords(new.claim.evidence.quote).contains("now")
  }

  /// "Opens the line in April", "opens the line in September".
  private func dates(_ a: Matter, _ b: Matter) -> Finding? {
    guard let x = a.date, let y = b.date, context.saySame(a, b),
      x.distance(to: y) > 0, let subject = context.sameSubject(a, b),
      let (object, scope) = context.sameObject(a, b)
    else { return nil }
    // Another may plan the same for another day; who gives a later day of the like has put it off.
    guard a.isOnce && a.isOfNamed && b.isOfNamed || isReplanned(a, b) else { return nil }
    let isPlan = a.claim.modality != .asserted || b.claim.modality != .asserted
    let isOver = isOver(a, before: b) || isOver(b, before: a)
    return Finding(
      kind: "functional", base: 0.90, scope: scope, entity: subject * object,
      reason: "it happens but once",
      reconciledIf: "it happened more than once, or the two speak of different parts of it",
      modality: isOver ? 1 : areExpected(a, b) ? ModalityGate.foreseen : nil,
      updateKind: isPlan || a.isOfOneSource(with: b) ? "revision" : nil, isTimeless: true,
      isCorrection: a.isOfOneSource(with: b) && !a.isPublishedWith(b) || isNewPlan(a, b))
  }

  /// Whether both are yet to come, so that one day is planned and another thought likely.
  private func areExpected(_ a: Matter, _ b: Matter) -> Bool {
    a.claim.evidence.insight != b.claim.evidence.insight
      && (a.isDated && b.isDated || a.date != nil && b.date != nil)
      && Set([a.claim.modality, b.claim.modality]) == [.planned, .probable]
  }

  /// Whether the one had it done before the other told of it as a plan.
  private func isOver(_ done: Matter, before plan: Matter) -> Bool {
    guard done.claim.modality == .asserted, plan.claim.modality == .planned, let day = done.date,
      let told = plan.claim.evidence.published.flatMap(Interval.day)
    else { return false }
    return day.to < told
  }

  private func isReplanned(_ a: Matter, _ b: Matter) -> Bool {
    a.isOfOneSource(with: b) && !a.isPublishedWith(b)
      && (a.isOnce || a.claim.attribution == b.claim.attribution)
  }

  /// "Will open the line in March", later "postpones the line".
  private func delay(_ plan: Matter, _ delay: Matter) -> Finding? {
    guard plan.claim.modality == .planned, plan.claim.time != nil, delay.isDelay, !plan.isDelay,
      let subject = context.sameSubject(plan, delay),
      let object = context.entity.matter(plan.object, delay.object)
        ?? context.entity.matter(plan.whole, undertaken(delay)), object >= EntityGate.overlap,
      let x = plan.claim.evidence.published, let y = delay.claim.evidence.published, x < y
    else { return nil }
    return Finding(
      kind: "functional", base: 0.90, scope: 1, entity: subject * object,
      reason: "what is put off isn't due when it was", reconciledIf: "they are two parts of it",
      updateKind: "revision", isTimeless: true, isCorrection: true)
  }

  /// What is put off, without its being begun: "start of production".
  private func undertaken(_ delay: Matter) -> MatchKey {
    var key = delay.whole
    let rest = key.tokens.filter { !context.words["beginning"].contains($0) }
    if !rest.isEmpty { key.tokens = rest }
    return key
  }

  /// What happened on a day may or may not be said to have happened in Oslo.
  private func scope(_ a: Matter, _ b: Matter) -> Double {
    if a.isJoint || b.isJoint { return 1 }
    let gate = context.scope.value(a.scope, b.scope)
    return gate == ScopeGate.unstated && a.isDated && b.isDated ? 0.85 : gate
  }

  /// Whether one tells of what is done as of a plan, on a day when the other has it done.
  private func isDone(_ done: Matter, before plan: Matter) -> Bool {
    guard plan.claim.modality == .planned, isPast(done), Interval.stated(plan.objectText) != nil,
      let x = done.claim.evidence.published, let y = plan.claim.evidence.published
    else { return false }
    return x <= y
  }

  /// Whether it gives the date of something that had happened when it was written.
  private func isPast(_ matter: Matter) -> Bool {
    guard matter.claim.modality == .asserted, let date = Interval.stated(matter.objectText),
      let published = matter.claim.evidence.published.flatMap(Interval.day)
    else { return false }
    return date.from <= published
  }

  private func values(_ a: Matter, _ b: Matter) -> Double? {
    guard a.traits.contains("functional"),
      let subject = context.entity.subject(a.subject, b.subject)
    else { return nil }
    guard let sure = difference(a, b) else { return nil }
    // A place may lie in another that nobody knows, a person or a licence hardly.
    let isPlace = ["in", "at", "near", "from", "of"].contains(a.relationWords.last)
    return subject * (isPlace ? sure : max(sure, 0.8))
  }

  /// Two relations that give one thing each a value of its own: "begins as" and "is spun out of".
  private func origins(_ a: Matter, _ b: Matter) -> Double? {
    guard a.implies.contains(where: { b.implies.contains($0) && isFunctional($0) }),
      context.entity.subject(a.subject, b.subject) != nil
    else { return nil }
    let values = [a, b].map { matter in
      matter.object.words.filter { !context.words["offshoot"].contains($0) }
    }
    // Of two names neither is a part of the other, as far as anybody knows.
    let areNames = [a, b].allSatisfy {
      $0.objectText.startsWithCapital || !$0.object.capitals.isDisjoint(with: $0.object.words)
    }
    return difference(values[0], values[1]).flatMap { $0 == 1 ? 1 : areNames ? 0.85 : nil }
  }

  private func isFunctional(_ relation: String) -> Bool {
    context.vocabulary.relations[relation]?.traits?.contains("functional") ?? false
  }

  /// Two holders of what only one can hold.
  private func holders(_ a: Matter, _ b: Matter) -> Double? {
    let isOfOne =
      a.traits.contains("exclusive") || isUndertaking(a) && isUndertaking(b)
      || isOwner(a) && isOwner(b)
    guard a.isAlone || b.isAlone || isOfOne && !a.isJoint && !b.isJoint, !a.object.isEmpty,
      a.object.words == b.object.words
    else { return nil }
    let sure = difference(a.subject.words, b.subject.words)
    // A place may lie in another that nobody knows, a person hardly.
    let areNames = [a, b].allSatisfy { $0.claim.subject.startsWithCapital }
    return areNames ? sure.map { max($0, 0.8) } : sure
  }

  /// Two of whom each owns more than half of one firm.
  private func owners(_ a: Matter, _ b: Matter) -> Finding? {
    guard let x = majority(a), let y = majority(b), x == y, !a.isJoint, !b.isJoint,
      a.amount != nil || b.amount != nil || a.scope != nil || b.scope != nil,
      let sure = difference(a.subject.words, b.subject.words)
    else { return nil }
    return Finding(
      kind: "functional", base: 0.90, scope: 1, entity: max(sure, 0.85),
      reason: "two can't each own more than half",
      reconciledIf: "it changed hands in between, or one is a part of the other",
      updateKind: a.isOfOneSource(with: b) ? "revision" : "supersession")
  }

  /// The name of the firm of which it owns more than half.
  private func majority(_ matter: Matter) -> Set<String>? {
    guard ["owns", "holds", "controls"].contains(matter.relation) else { return nil }
    let scope = matter.claim.scope ?? ""
    if let amount = matter.amount ?? Quantity(in: scope), amount.unit == "%" {
      guard amount.interval.lowerBound > 50 else { return nil }
    } else if let share = matter.objectShare {
      guard share.share.lowerBound >= 0.5 else { return nil }
    } else if !scope.isEmpty, rawWords(scope) != ["majority"],
      !(rawWords(scope).contains("all") && rawWords(scope).contains("shares"))
    {
      return nil
    }
    let said = matter.objectText.spaced
    guard let last = said.last, last.startsWithCapital, !last.contains(where: \.isNumber) else {
      return nil
    }
    return Set(said.filter(\.startsWithCapital).flatMap(rawWords).map(stem))
  }

  /// Whether it owns or buys a whole firm.
  private func isOwner(_ matter: Matter) -> Bool {
    guard ["owns", "buys", "acquires", "controls"].contains(matter.relation), matter.scope == nil,
      matter.object.tokens.count == 1, matter.amount == nil, let thing = matter.object.tokens.first
    else { return false }
    // Of a name that nobody knows only who owns it says that it is a firm.
    guard let kind = context.keys.kind(of: thing) else {
      return matter.relation == "owns" && (matter.object.loneName ?? thing) == thing
        && matter.objectShare == nil && !matter.objectText.contains(where: \.isNumber)
        && !matter.objectText.hasSuffix("s") && matter.objectText.contains(where: \.isUppercase)
    }
    return context.words["firmlike"].contains(kind)
  }

  /// Whether it leads or wins what only one can: a project or a tender, not a rival or a field; or holds a
  /// committee's secretariat.
  private func isUndertaking(_ matter: Matter) -> Bool {
    if ["holds", "has", "keeps"].contains(matter.relation), matter.object.tokens.count > 1 {
      return matter.object.tokens.first.map(context.words["seat of one"].contains) ?? false
    }
    return ["leads", "wins"].contains(matter.relation)
      && matter.object.tokens.last.map(context.words["undertaking"].contains) ?? false
  }

  /// How surely the two values differ; nil where one may lie in the other, as a town in a province.
  private func difference(_ a: Matter, _ b: Matter) -> Double? {
    if let x = Interval.stated(a.objectText), let y = Interval.stated(b.objectText) {
      return x.distance(to: y) > 0 ? 1 : nil
    }
    // As a value, "Beijing" is the town.
    let values = [a, b].map { matter in
      context.keys.key(matter.objectText, metonyms: false).words.filter {
        !context.words["offshoot"].contains($0)
      }
    }
    return difference(values[0], values[1])
  }

  private func difference(_ x: Set<String>, _ y: Set<String>) -> Double? {
    guard !x.isEmpty, !y.isEmpty, x.isDisjoint(with: y) else { return nil }
    let ancestors = { (words: Set<String>) in
      words.reduce(into: Set<String>()) { $0.formUnion(context.keys.ancestors(of: $1)) }
    }
    guard ancestors(x).isDisjoint(with: y), ancestors(y).isDisjoint(with: x) else { return nil }
    let known = [x, y].allSatisfy { $0.contains { context.keys.kind(of: $0) != nil } }
    // Nothing is known of where an unknown place lies.
    return known ? 1 : 0.6
  }
}
