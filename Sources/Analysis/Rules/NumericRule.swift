import Claims

/// Two quantities of one thing that can't agree, rounding and "about" allowed for.
///
/// What is counted may stand in the object, the scope or beside the subject's name: "DeepSeek's
/// flagship models" and "DeepSeek, for its flagship models" are one. A part can't exceed its whole;
/// less than the whole it may well be.
struct NumericRule: Rule {
  let context: RuleContext

  /// An amount with all the words that say of what.
  private struct Measured {
    var quantity: Quantity
    var of: Set<String>
    var subject: Set<String>
    var isWidened: Bool
    /// The words of the scope among them.
    var scope: Set<String> = []
  }

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    guard !areOfUnlikeSizes(a, b) else { return nil }
    return margins(a, b) ?? saidAlike(a, b) ?? measured(a, b) ?? overdrawn(a, b) ?? overdrawn(b, a)
      ?? overLimit(a, b) ?? overLimit(b, a)
  }

  /// "Costs more than Olga, by a tenth" against "by 30 percent".
  private func margins(_ a: Matter, _ b: Matter) -> Finding? {
    guard let x = a.margin, let y = b.margin, x.unit == y.unit, !x.canAgree(with: y), a.isPositive,
      b.isPositive, context.saySame(a, b), let subject = context.sameSubject(a, b),
      let (object, scope) = context.sameObject(a, b)
    else { return nil }
    return Finding(
      kind: "numeric", base: 0.85, scope: scope, entity: subject * object,
      reason: "the margins can't agree",
      reconciledIf: "they compare different things or by different measures",
      updateKind: a.isOfOneVoice(with: b) ? "revision" : nil)
  }

  /// "Draws 900 megawatts" against "has 300 megawatts at its disposal".
  private func overdrawn(_ use: Matter, _ supply: Matter) -> Finding? {
    guard use.isPositive, supply.isPositive, let x = use.amount, let y = supply.amount,
      x.unit == "W", y.unit == "W", x.rest.isEmpty,
      x.interval.lowerBound > y.interval.upperBound,
      context.words.phrase(use.relation, isIn: "consuming"),
      context.words.phrase((["has"] + y.rest).joined(separator: " "), isIn: "disposing")
        || y.rest.isEmpty && context.words.phrase(supply.relation, isIn: "disposing"),
      let subject = context.sameSubject(use, supply)
    else { return nil }
    return Finding(
      kind: "numeric", base: 0.85, scope: context.scope.value(use.scope, supply.scope),
      entity: subject, reason: "nobody draws more than there is",
      reconciledIf: "the two speak of different times or of different parts of it")
  }

  /// "Fines reach up to 7 percent of turnover" against "fines never exceed 2 percent of it".
  private func overLimit(_ reached: Matter, _ limited: Matter) -> Finding? {
    guard reached.isPositive, limited.isDenied, let x = reached.amount, let y = limited.amount,
      x.unit == y.unit, x.bound != .under,
      context.words.phrase(limited.claim.relation, isIn: "going beyond"),
      x.value * 0.9 > (y.upper ?? y.value) * 1.1,
      let subject = context.sameSubject(reached, limited),
      context.keys.key(x.rest.joined(separator: " ")).words
        == context.keys.key(y.rest.joined(separator: " ")).words,
      reached.isMeasure || context.words.phrase(reached.claim.relation, isIn: "going up to")
    else { return nil }
    return Finding(
      kind: "numeric", base: 0.85, scope: context.scope.value(reached.scope, limited.scope),
      entity: subject, reason: "the one is beyond the limit that the other gives",
      reconciledIf: "the two speak of different times or of different cases")
  }

  /// The same measured in another grammar: "delivers 500 lenses", "its lens deliveries come to 400".
  private func measured(_ a: Matter, _ b: Matter) -> Finding? {
    for x in a.measurements {
      for y in b.measurements {
        guard !x.quantity.canAgree(with: y.quantity), let sure = x.sameness(y),
          !areOfUnlikeTimes(a, b, x.quantity, y.quantity)
        else { continue }
        return disagreement(a, b, scope: 1, entity: sure, isPart: false)
      }
    }
    return nil
  }

  private func saidAlike(_ a: Matter, _ b: Matter) -> Finding? {
    // Most pairs count nothing that can't agree; whether both are of one thing takes far longer.
    guard a.isPositive, b.isPositive, let x = a.amount ?? a.count, let y = b.amount ?? b.count,
      x.unit == y.unit, !x.canAgree(with: y) || isReckonedAnew(a, b, x, y)
    else { return nil }
    let isSaidAlike =
      context.saySame(a, b)
      || [a, b].allSatisfy { context.words.phrase($0.relation, isIn: "level") }
      || [a, b].allSatisfy { context.words.phrase($0.relation, isIn: "consuming") }
    guard isSaidAlike || a.isMeasure && b.isMeasure else { return nil }
    let isOne =
      a.subject.words != b.subject.words
      && (context.entity.subject(a.subject, b.subject) == EntityGate.alias && !areOfOnePlace(a, b)
        || !everywhere(a).isEmpty && everywhere(a) == everywhere(b))
    guard
      let x = measured(a, isOne), let y = measured(b, isOne), x.subject == y.subject,
      // "Has 2,000 workers", "employs 500 workers": what is counted has to be named by both.
      isSaidAlike || x.of == y.of && !x.of.isEmpty || saysUnits(a) != saysUnits(b)
        || areOfOneSort(x.of, y.of)
          && [a, b].allSatisfy({
            isStock($0)
          }),
      let (gate, isPart) = sameness(x, y), !areOfUnlikeTimes(a, b, x.quantity, y.quantity)
    else { return nil }
    return disagreement(a, b, scope: gate, entity: 1, isPart: isPart)
  }

  private func disagreement(
    _ a: Matter, _ b: Matter, scope: Double, entity: Double, isPart: Bool
  ) -> Finding {
    let isOfOneVoice = a.isOfOneVoice(with: b)
    let isRevised =
      isOfOneVoice && a.interval?.isStated != true && b.interval?.isStated != true
    // Who later gives another figure for the same corrects it.
    let isCorrected =
      isOfOneVoice && !a.isPublishedWith(b) && a.claim.time == b.claim.time
      && (a.claim.time != nil || a.claim.attribution != nil) || isPutRight(a, b)
    let isTold = isToldAsNew(a, b)
    return Finding(
      kind: "numeric", base: 0.85, scope: scope, entity: entity,
      reason: isPart ? "a part can't be more than the whole" : "the quantities can't agree",
      reconciledIf: "they count different things or by different measures",
      modality: areForecasts(a, b) ? ModalityGate.alike : nil,
      updateKind: isRevised || isCorrected
        ? "revision" : isTurn(a, b) || isGrown(a, b) || isTold ? "supersession" : nil,
      isCorrection: isCorrected || isTold)
  }

  /// "Now employs 60", "has come down to 600": whoever tells it so later doesn't deny what was before.
  private func isToldAsNew(_ a: Matter, _ b: Matter) -> Bool {
    guard let x = a.claim.evidence.published.flatMap(Interval.day),
      let y = b.claim.evidence.published.flatMap(Interval.day), abs(x - y) > TimeGate.change,
      [a, b].allSatisfy({ $0.claim.modality == .asserted && $0.isPositive && $0.isMeasure })
    else { return false }
    let said = Set(rawWords((x > y ? a : b).claim.evidence.quote))
    return !said.isDisjoint(with: context.words["changed"])
  }

  /// Who gives 945 and later 860 for one year has reckoned anew, though both could be rounded.
  private func isReckonedAnew(_ a: Matter, _ b: Matter, _ x: Quantity, _ y: Quantity) -> Bool {
    (a.isOfOneVoice(with: b) && !a.isPublishedWith(b) && a.claim.time == b.claim.time
      && a.claim.time != nil || isPutRight(a, b))
      && x.bound == y.bound && x.value != y.value
  }

  /// "Correction: 34,000, not 38,000 as we reported": a source says itself that it was wrong.
  private func isPutRight(_ a: Matter, _ b: Matter) -> Bool {
    guard a.isOfOneSource(with: b), let x = a.claim.evidence.published,
      let y = b.claim.evidence.published, x != y
    else { return false }
    let said = rawWords((x > y ? a : b).claim.evidence.quote)
    return !context.words["correcting"].isDisjoint(with: said)
      || zip(said, said.dropFirst()).contains { $0 == "we" && ["reported", "wrote"].contains($1) }
  }

  /// Two figures expected of one year can't both come true.
  private func areForecasts(_ a: Matter, _ b: Matter) -> Bool {
    [a, b].allSatisfy { $0.claim.modality == .probable && $0.interval?.isStated == true }
  }

  /// "Before May", "since May": the one amount took the other's place.
  private func isTurn(_ a: Matter, _ b: Matter) -> Bool {
    let starts = [a, b].map { rawWords($0.claim.time ?? "").first ?? "" }
    return Set(starts).isSubset(of: ["before", "until", "since", "from"])
      && ["before", "until"].contains(starts[0]) != ["before", "until"].contains(starts[1])
  }

  /// Whether one source gives of two days how many there are, rather than how many came in a year.
  private func isGrown(_ a: Matter, _ b: Matter) -> Bool {
    a.isOfOneSource(with: b) && !a.isPublishedWith(b)
      && [a, b].allSatisfy {
        $0.claim.modality == .asserted && isStock($0)
      }
  }

  /// Whether one is the other in one place only: "revenue", "revenue in Peru".
  private func areOfOnePlace(_ a: Matter, _ b: Matter) -> Bool {
    guard context.words.phrase(a.relation, isIn: "level") else { return false }
    return !a.subject.states.union(a.subject.seats)
      .symmetricDifference(b.subject.states.union(b.subject.seats)).isEmpty
  }

  /// "12,000 units", of whatever it has.
  private func saysUnits(_ matter: Matter) -> Bool {
    matter.amount.map { ["unit", "units", "pieces", "items"].contains($0.rest.first) } ?? false
      && isStock(matter)
  }

  /// Whether it says how much there is of a thing at a time.
  private func isStock(_ matter: Matter) -> Bool {
    [matter.relation, matter.claim.relation].contains {
      context.words.phrase($0, isIn: "stock")
    }
  }

  /// "Maker's chips", "chips": what is counted is one of the two, or both.
  private func areOfOneSort(_ x: Set<String>, _ y: Set<String>) -> Bool {
    !x.isEmpty && !y.isEmpty && (x.isSubset(of: y) || y.isSubset(of: x))
  }

  /// The subject of what is said of all the world, without that.
  private func everywhere(_ matter: Matter) -> Set<String> {
    matter.subject.words.subtracting(context.words["worldwide"])
  }

  /// A year's sum is more than its first quarter's, unless the quarter is said to be the greater.
  private func areOfUnlikeTimes(_ a: Matter, _ b: Matter, _ x: Quantity, _ y: Quantity) -> Bool {
    guard let s = a.interval?.stated, let t = b.interval?.stated, s.stretch(to: t) > 1.5 else {
      return false
    }
    // A share of the year says nothing of a quarter's.
    if ["%", "percentage points", "times"].contains(x.unit) { return true }
    let (long, short) = s.to - s.from > t.to - t.from ? (x, y) : (y, x)
    return long.interval.upperBound >= short.interval.lowerBound
  }

  /// Yields at 5 and at 7 nanometres are those of two things.
  private func areOfUnlikeSizes(_ a: Matter, _ b: Matter) -> Bool {
    let claims = [a.claim, b.claim]
    let sizes = claims.compactMap { claim in claim.scope.flatMap { Quantity(in: $0) } }
    return sizes.count == 2 && claims.allSatisfy { Quantity(in: $0.object) != nil }
      && (sizes[0].unit != sizes[1].unit || !sizes[0].canAgree(with: sizes[1]))
  }

  /// Without the subject, where it is known to be one in other words.
  private func measured(_ matter: Matter, _ isOne: Bool) -> Measured? {
    guard let quantity = matter.amount else { return counted(matter) }
    let (subject, extra) = isOne ? ([], []) : matter.namedSubject
    var of = extra + context.keys.key(quantity.rest.joined(separator: " ")).tokens
    of += matter.scope?.tokens ?? []
    if saysUnits(matter) { of.removeAll { $0 == "unit" || $0 == "item" } }
    let words = context.words
    return Measured(
      quantity: quantity, of: content(of), subject: subject,
      isWidened: !Set(of).isDisjoint(with: words["widening"]), scope: matter.scope?.words ?? [])
  }

  /// A count of subjects: "5,000 chips were smuggled".
  private func counted(_ matter: Matter) -> Measured? {
    guard let quantity = matter.count, quantity.unit == nil,
      matter.subjectShare?.isAmount == false
    else { return nil }
    return Measured(
      quantity: quantity, of: content(matter.subject.tokens + (matter.scope?.tokens ?? [])),
      subject: matter.object.words.union(["who", matter.relation]), isWidened: false)
  }

  private func content(_ tokens: [String]) -> Set<String> {
    let words = context.words
    let said = Set(
      tokens.filter {
        !words["grade"].contains($0) && !words["worldwide"].contains($0)
          && !words["universal"].contains($0)
          && !words["container"].contains($0)
      })
    let things = said.subtracting(words["general"])
    return things.isEmpty ? said : things
  }

  /// How far the two are of one thing, nil where they aren't or where the one may be a part.
  private func sameness(_ x: Measured, _ y: Measured) -> (Double, isPart: Bool)? {
    if x.of == y.of { return (1, false) }
    let (wide, narrow) = isWithin(y.of, x.of) ? (x, y) : (y, x)
    guard isWithin(narrow.of, wide.of) else { return nil }
    let isExtensive = !["%", "percentage points", "times"].contains(x.quantity.unit)
    guard isExtensive else { return (ScopeGate.narrower, false) }
    guard wide.quantity.interval.upperBound < narrow.quantity.interval.lowerBound,
      mayBePart(narrow, of: wide)
    else { return nil }
    return wide.of.isEmpty || narrow.isWidened ? (ScopeGate.unstated, false) : (0.9, true)
  }

  /// "In vacuum", "when idle": what is measured is then on a condition, and only of a place or a named one a part.
  private func mayBePart(_ narrow: Measured, of wide: Measured) -> Bool {
    guard narrow.quantity.unit != nil, !narrow.quantity.isMoney else { return true }
    let more = narrow.of.subtracting(wide.of)
    return !more.isSubset(of: narrow.scope)
      || more.contains { context.keys.kind(of: $0) != nil }
  }

  /// Whether all that `wide` says is said by `narrow` too, or follows from a name in it.
  private func isWithin(_ narrow: Set<String>, _ wide: Set<String>) -> Bool {
    let said = narrow.reduce(into: narrow) { $0.formUnion(context.keys.generalisations(of: $1)) }
    return wide.isSubset(of: said)
  }
}
