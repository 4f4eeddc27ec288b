/// Shares of one group that can't both be: all against one that isn't, none against some.
struct QuantifierRule: Rule {
  let context: RuleContext

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    eitherWay(elsewhere, a, b) ?? eitherWay(few, a, b) ?? eitherWay(exactly, a, b)
      ?? eitherWay(another, a, b) ?? eitherWay(beside, a, b) ?? eitherWay(onlyPart, a, b)
      ?? subjects(a, b) ?? objects(a, b)
      ?? eitherWay(second, a, b)
  }

  private func eitherWay(
    _ finding: (Matter, Matter) -> Finding?, _ a: Matter, _ b: Matter
  ) -> Finding? {
    finding(a, b) ?? finding(b, a)
  }

  /// "No lab publishes its weights" against "some labs publish theirs".
  private func subjects(_ a: Matter, _ b: Matter) -> Finding? {
    guard a.subjectShare != nil || b.subjectShare != nil, let opposed = opposed(a, b),
      let (object, scope) = context.sameObject(a, b)
    else { return nil }
    // "Nobody flunked" and "all appeals failed" are of whom or what, nobody knows.
    if [a, b].contains(where: { $0.subjectShare?.rest.isEmpty ?? false }), a.object.isEmpty,
      b.object.isEmpty
    {
      return nil
    }
    // "Nobody", "everyone": whoever the other speaks of is one of them.
    let x = a.subjectShare?.rest.isEmpty ?? false ? b.subject : a.subject
    let y = b.subjectShare?.rest.isEmpty ?? false ? a.subject : b.subject
    return finding(
      share(a.subjectShare, a, of: x, in: y), share(b.subjectShare, b, of: y, in: x),
      opposed: opposed, scope: scope, entity: object,
      isNumeric: a.subjectShare?.isAmount ?? false && b.subjectShare?.isAmount ?? false)
  }

  /// "Keeps every model closed" against "publishes one of its models".
  private func objects(_ a: Matter, _ b: Matter) -> Finding? {
    guard a.objectShare != nil || b.objectShare != nil,
      !(a.objectShare?.isAmount ?? false && b.objectShare?.isAmount ?? false),
      let opposed = opposed(a, b), let subject = context.sameSubject(a, b)
    else { return nil }
    let (x, y) = (group(a), group(b))
    return finding(
      share(a.objectShare, a, of: x, in: y), share(b.objectShare, b, of: y, in: x),
      opposed: opposed, scope: context.scope.value(a.scope, b.scope), entity: subject,
      isNumeric: false)
  }

  /// "Makes all its chips in Taiwan" against "makes a third of them in Arizona".
  private func elsewhere(_ all: Matter, _ some: Matter) -> Finding? {
    guard all.isPositive, some.isPositive, all.objectShare?.share == 1...1,
      some.objectShare?.share != 0...0, context.saySame(all, some),
      let subject = context.sameSubject(all, some), isWithin(group(some), group(all)),
      let x = all.scope, let y = some.scope, isPlace(x), isPlace(y),
      context.scope.value(x, y) == 0, places(x).isDisjoint(with: y.words),
      places(y).isDisjoint(with: x.words)
    else { return nil }
    return Finding(
      kind: "quantifier", base: 0.85, scope: 1, entity: subject,
      reason: "what is all in one place is in no other",
      reconciledIf: "it was otherwise at another time, or not all are counted")
  }

  /// "Olga makes all of Norbyte's lenses" against "Nils makes some of them".
  ///
  /// Of things with a name beside them, because all "its chips" are others for each maker.
  private func another(_ all: Matter, _ some: Matter) -> Finding? {
    guard all.isPositive, some.isPositive, all.objectShare?.share == 1...1,
      some.objectShare?.share != 0...0, !all.isJoint, !some.isJoint, context.saySame(all, some),
      context.words.phrase(all.relation, isIn: "of one doer"),
      areApart(names(all.subject), names(some.subject)),
      case let whole = group(all), !names(whole).union(whole.states).isEmpty,
      isWithin(group(some), whole)
    else { return nil }
    return Finding(
      kind: "quantifier", base: 0.85, scope: context.scope.value(all.scope, some.scope), entity: 1,
      reason: "what the one does all of no other does",
      reconciledIf: "it was otherwise at another time, or not all are counted")
  }

  /// The names it has, those that nobody knows too.
  private func names(_ key: MatchKey) -> Set<String> {
    let known = key.identifiers
    return known.isEmpty
      ? key.capitals.intersection(key.words).union(key.loneName.map { [$0] } ?? []) : known
  }

  /// Whether both are names, and neither of them a part of the other.
  private func areApart(_ x: Set<String>, _ y: Set<String>) -> Bool {
    let above = { (names: Set<String>) in
      names.reduce(into: names) { $0.formUnion(context.keys.ancestors(of: $1)) }
    }
    return !x.isEmpty && !y.isEmpty && above(x).isDisjoint(with: y) && above(y).isDisjoint(with: x)
  }

  /// "Runs only on Intel chips" against "runs on AMD chips".
  ///
  /// Of relations with a preposition, or of things of one kind: "uses only solar power" leaves room for chips.
  private func beside(_ only: Matter, _ other: Matter) -> Finding? {
    let areOfOneKind =
      only.object.tokens.count > 1 && other.object.tokens.count > 1
      && only.object.tokens.last == other.object.tokens.last
    guard only.isOnly, !only.isDenied, other.isPositive, only.relation == other.relation,
      only.leadsOn || areOfOneKind, let subject = context.sameSubject(only, other),
      !only.object.isEmpty, !other.object.isEmpty,
      only.object.identifiers.isDisjoint(with: other.object.identifiers),
      !isWithin(other.object, only.object), !isWithin(only.object, other.object)
    else { return nil }
    return Finding(
      kind: "quantifier", base: 0.85, scope: scope(only, other), entity: subject,
      reason: "only the one leaves no other",
      reconciledIf: "it was otherwise at another time, or for another part of it")
  }

  /// "Signs only the safety chapter of the pact" against "signs all chapters of the pact".
  private func onlyPart(_ only: Matter, _ all: Matter) -> Finding? {
    guard only.isOnly, !only.isDenied, all.isPositive, all.objectShare?.share == 1...1,
      only.relation == all.relation, let subject = context.sameSubject(only, all),
      case let group = group(all), case let part = only.object,
      case let named = group.words.filter({ !Self.isCount($0) }), !named.isEmpty,
      named.isStrictSubset(of: part.words)
    else { return nil }
    return Finding(
      kind: "quantifier", base: 0.85, scope: scope(only, all), entity: subject,
      reason: "one alone is not all",
      reconciledIf: "it was otherwise at another time, or another part was meant")
  }

  private static func isCount(_ token: String) -> Bool {
    Int(token) != nil || counts.contains(token)
  }

  private static let counts = Set(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].map(stem))

  /// What is said without a scope to be so only is meant for all.
  private func scope(_ only: Matter, _ other: Matter) -> Double {
    only.scope == nil ? 0.9 : context.scope.value(only.scope, other.scope)
  }

  /// Whether it is known where it lies, because a place may lie in another.
  private func isPlace(_ key: MatchKey) -> Bool {
    key.tokens.contains(where: context.keys.isPlaceOrState)
  }

  private func places(_ key: MatchKey) -> Set<String> {
    key.words.reduce(into: []) { $0.formUnion(context.keys.ancestors(of: $1)) }
  }

  private func finding(
    _ x: ClosedRange<Double>?, _ y: ClosedRange<Double>?, opposed: Bool, scope: Double,
    entity: Double, isNumeric: Bool
  ) -> Finding? {
    guard let x, var y else { return nil }
    if opposed { y = 1 - y.upperBound...1 - y.lowerBound }
    guard !x.overlaps(y) else { return nil }
    return Finding(
      kind: isNumeric ? "numeric" : "quantifier", base: 0.85, scope: scope, entity: entity,
      reason: isNumeric
        ? "the shares can't agree"
        : x.lowerBound == 1 || y.lowerBound == 1
          ? "the one is an exception to all" : "they can't be so many and so few",
      reconciledIf: "it was otherwise at another time, or not all are counted")
  }

  /// "Just one bank" against "some banks".
  private func exactly(_ one: Matter, _ some: Matter) -> Finding? {
    guard one.isPositive, some.isPositive, let share = some.subjectShare?.share,
      context.saySame(one, some), one.subject.words == some.subject.words,
      share.lowerBound > 0, some.claim.subject.hasSuffix("s"),
      let said = one.subjectShare, said.share.lowerBound > 0,
      rawWords(one.claim.subject).starts(with: ["one"], after: ["just", "only", "exactly"]),
      !rawWords(some.claim.subject).contains("one"),
      let (object, scope) = context.sameObject(one, some)
    else { return nil }
    return Finding(
      kind: "quantifier", base: 0.85, scope: scope, entity: object,
      reason: "one alone is not some", reconciledIf: "not all are counted")
  }

  /// "Banks use Claude" against "few banks use Claude": what is said of a group is meant of most.
  private func few(_ group: Matter, _ few: Matter) -> Finding? {
    guard group.subjectShare == nil, group.isPositive, few.isPositive,
      let share = few.subjectShare?.share, share.upperBound < 0.5, share.lowerBound > 0,
      group.subject.words == few.subject.words, group.claim.subject.hasSuffix("s"),
      context.saySame(group, few) || few.follows(from: group),
      // Who depends on it for one thing does use it.
      let object = context.entity.denial(of: few.object, covers: group.object)
    else { return nil }
    let scope = few.scope == nil ? 1 : context.scope.value(group.scope, few.scope)
    return Finding(
      kind: "quantifier", base: 0.75, scope: scope, entity: object,
      reason: "few are not the group",
      reconciledIf: "the one speaks of those that are known for it")
  }

  private func opposed(_ a: Matter, _ b: Matter) -> Bool? {
    if context.areOpposed(a, b) || context.areContrary(a, b) { return true }
    return context.saySame(a, b) ? false : nil
  }

  /// Of how many of a group the claim holds, nil where it speaks of another group.
  private func share(
    _ quantifier: Quantifier?, _ matter: Matter, of own: MatchKey, in other: MatchKey
  ) -> ClosedRange<Double>? {
    guard isWithin(own, other) || isWithin(other, own) else { return nil }
    let isDenied = matter.isDenied
    if let quantifier {
      // What holds of a wider group's part says nothing of this one, unless it holds of all or none.
      let isSweeping = quantifier.share.lowerBound == quantifier.share.upperBound
      guard isSweeping || isWithin(own, other) else { return nil }
      return isDenied ? quantifier.denied.share : quantifier.share
    }
    guard isWithin(own, other) else { return nil }
    return (isDenied ? Quantifier.notAll : Quantifier.some)
  }

  private func isWithin(_ part: MatchKey, _ group: MatchKey) -> Bool {
    !group.isEmpty && context.isWithin(part, group)
  }

  /// What follows "every model" only says which.
  private func group(_ matter: Matter) -> MatchKey {
    var key = matter.objectShare.map { context.keys.key($0.rest) } ?? matter.object
    if let cut = key.tokens.firstIndex(where: { ["that", "has", "have"].contains($0) }) {
      key.tokens.removeSubrange(cut...)
    }
    return key
  }

  private func second(_ sole: Matter, _ other: Matter) -> Finding? {
    guard sole.isPositive, other.isPositive, let only = sole.exclusive, only.isOnly,
      let rival = other.exclusive,
      only.key == rival.key || only.whole == rival.whole || liesIn(rival, only),
      context.foreignless(sole).isDisjoint(with: context.foreignless(other)),
      only.origin.isSubset(of: homes(other.subject)),
      only.sort.map({ isSaid($0, of: other) }) ?? true
    else { return nil }
    // "The only one outside Peru" leaves room for those in Peru, and for none in Chile.
    let home = outside(sole)
    let places = homes(other.subject).union(other.scope.map(homes) ?? [])
    if let home, !places.isDisjoint(with: home) { return nil }
    // "The only domestic one" leaves room for foreign ones.
    if only.isDomestic, !rival.isDomestic, !isDomestic(other),
      homes(sole.subject).isDisjoint(with: homes(other.subject))
    {
      return nil
    }
    return Finding(
      kind: "quantifier", base: 0.85,
      scope: only.whole == rival.whole || liesIn(rival, only) || home != nil && !places.isEmpty
        ? 1 : scope(sole, other),
      reason: "the only one leaves no other",
      reconciledIf: "the other is of another kind than the only one is said to be of")
  }

  /// Whether one says the same of a place as the other of where it lies: "in Molde", "in Norway".
  private func liesIn(_ rival: Exclusive, _ only: Exclusive) -> Bool {
    let home = only.whole.subtracting(only.placeless)
    let places = rival.whole.subtracting(rival.placeless)
    return only.placeless == rival.placeless && !home.isEmpty && !places.isEmpty
      && places.allSatisfy { home.isSubset(of: context.keys.ancestors(of: $0)) }
  }

  /// The place that the scope leaves out: "outside Peru".
  private func outside(_ matter: Matter) -> Set<String>? {
    guard let scope = matter.claim.scope, scope.lowercased().hasPrefix("outside ") else {
      return nil
    }
    let home = context.keys.key(String(scope.dropFirst(8)), metonyms: false).words
    return home.isEmpty ? nil : home
  }

  /// Whether the other is known, or called in its sentence, to be of a sort: a foundry.
  private func isSaid(_ sort: String, of matter: Matter) -> Bool {
    matter.subject.words.contains(sort)
      || matter.subject.tokens.contains { context.keys.kindWords(of: $0).contains(sort) }
      || context.keys.key(matter.claim.evidence.quote).words.contains(sort)
  }

  private func isDomestic(_ matter: Matter) -> Bool {
    !matter.subject.words.isDisjoint(with: context.words["domestic"])
  }

  private func homes(_ key: MatchKey) -> Set<String> {
    key.words.reduce(into: Set<String>()) { homes, token in
      homes.formUnion(
        context.keys.ancestors(of: token).filter {
          ["state", "bloc"].contains(context.keys.kind(of: $0) ?? "")
        })
    }.union(key.states)
  }
}

extension [String] {
  /// Whether these words follow one of those at the beginning.
  fileprivate func starts(with words: [String], after first: Set<String>) -> Bool {
    self.first.map(first.contains) ?? false && dropFirst().starts(with: words)
  }
}
