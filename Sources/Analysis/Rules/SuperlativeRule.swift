/// Two holders of one first place: "X is most downloaded" against "Y is most downloaded".
struct SuperlativeRule: Rule {
  let context: RuleContext

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    if let found = overtaken(a, b) ?? overtaken(b, a) { return found }
    if let found = twoHolders(a, b) ?? twoPlaces(a, b) { return found }
    for find in [firstAndLower, most] {
      if let found = find(a, b) ?? find(b, a) { return found }
    }
    return ofMarket(a, b) ?? outsold(a, b) ?? outsold(b, a)
  }

  /// "Is top-ranked (Lens List)" against "is second on | Lens List".
  private func twoPlaces(_ a: Matter, _ b: Matter) -> Finding? {
    guard let x = a.listed, let y = b.listed, x != y, a.isPositive, b.isPositive,
      let subject = context.entity.subject(a.subject, b.subject),
      !names(a).isDisjoint(with: names(b)) || a.whole.words == b.whole.words
    else { return nil }
    return Finding(
      kind: "superlative", base: 0.85, scope: 1, entity: subject,
      reason: "it has one place on a list", reconciledIf: "the list changed in between",
      updateKind: "supersession")
  }

  /// "Is the largest maker of lenses" against "is second in lens sales".
  private func firstAndLower(_ top: Matter, _ lower: Matter) -> Finding? {
    guard top.isPositive, lower.isPositive, let rank = top.superlative, let place = lower.listed,
      place > 1, let subject = context.entity.subject(top.subject, lower.subject),
      case let idle = context.words["sold"].union(["market"]),
      case let thing = top.object.words.subtracting(idle), !thing.isEmpty,
      thing == lower.object.words.subtracting(idle),
      // Who makes most of it need not sell most of it.
      !["maker", "producer", "manufacturer"].contains(where: rank.spaced.contains)
        || lower.object.words.isDisjoint(with: idle)
    else { return nil }
    return Finding(
      kind: "superlative", base: 0.85, scope: context.scope.value(top.scope, lower.scope),
      entity: subject, reason: "whoever is first is not lower",
      reconciledIf: "they count by different measures or at different times",
      updateKind: "supersession")
  }

  /// What in the object or the scope has a name: the list.
  private func names(_ matter: Matter) -> Set<String> {
    let said = (matter.claim.object + " " + (matter.claim.scope ?? "")).split(separator: " ")
    return Set(said.filter { $0.startsWithCapital }.map { stem($0.lowercased()) })
  }

  private func twoHolders(_ a: Matter, _ b: Matter) -> Finding? {
    guard a.isPositive, b.isPositive, let rank = a.superlative,
      rank == b.superlative || a.isTopOfMarket && b.isTopOfMarket,
      !a.object.isEmpty, let (object, scope) = context.sameObject(a, b), object > 0.9,
      areRivals(a, b)
    else { return nil }
    // Who makes most of a thing sells most of it, as a rule.
    let isSame =
      b.superlative.map { Self.common(rank, context.words) == Self.common($0, context.words) }
      ?? false
    return first(of: isSame ? object : object * 0.75, scope)
  }

  /// Its words, each as the one that stands for all of its sense.
  private static func common(_ rank: String, _ words: Words) -> [String] {
    rank.spaced.map(words.common)
  }

  /// "Is the largest buyer of lenses" against "buys more lenses than any other", which is read as
  /// being first in lenses: the sentence has the verb.
  private func most(_ top: Matter, _ first: Matter) -> Finding? {
    guard top.isPositive, first.isPositive, first.claim.relation == "is first in",
      let rank = top.superlative?.split(separator: " "), rank.count == 3, rank[0] == "largest",
      let verb = Self.verb(ofAgent: String(rank[1])),
      // A contributor gives whatever it is that the other verb has it do.
      rank[1] == "contributor"
        || rawWords(first.claim.evidence.quote).map(bareStem).contains(verb),
      let (object, scope) = context.sameObject(top, first), object > 0.9, areRivals(top, first)
    else { return nil }
    return self.first(of: object, scope)
  }

  /// "Is the top seller of lenses" against "is first in the lens market", "is first in lens deliveries" against
  /// "in lens sales".
  private func ofMarket(_ a: Matter, _ b: Matter) -> Finding? {
    let selling = context.words["sold"].union(["market"])
    let isFirst = [a, b].map { $0.claim.relation == "is first in" }
    guard a.isPositive, b.isPositive,
      zip([a, b], isFirst).allSatisfy({ matter, isFirst in
        isFirst ? !matter.object.words.isDisjoint(with: selling) : matter.isTopOfMarket
      }), isFirst.contains(true),
      case let thing = a.object.words.subtracting(selling), !thing.isEmpty,
      thing == b.object.words.subtracting(selling), areRivals(a, b)
    else { return nil }
    return first(of: 0.9, context.scope.value(a.scope, b.scope))
  }

  /// "Is the largest seller of lenses" against "sells fewer lenses than Orvik".
  private func outsold(_ top: Matter, _ other: Matter) -> Finding? {
    guard top.isPositive, top.isTopOfMarket, top.scope == nil, let place = other.standing,
      place.sort == .lead, place.leader != nil, place.trailer?.name == top.subject.key,
      let field = place.field, !top.object.isEmpty, top.object.words.isSubset(of: field.all),
      case let measure = field.all.subtracting(top.object.words), !measure.isEmpty,
      measure.isSubset(of: context.words["sold"])
    else { return nil }
    return Finding(
      kind: "superlative", base: 0.90, scope: 1, reason: "whoever is outsold is not the largest",
      reconciledIf: "they count by different measures or at different times",
      updateKind: "supersession")
  }

  private func first(of object: Double, _ scope: Double) -> Finding {
    Finding(
      kind: "superlative", base: 0.90, scope: scope,
      entity: object, reason: "there is only one first place",
      reconciledIf: "they count by different measures or at different times",
      updateKind: "supersession")
  }

  /// The stem of what an agent does: "buy" of "buyer".
  private static func verb(ofAgent noun: String) -> String? {
    guard noun.count > 4, ["er", "or"].contains(where: noun.hasSuffix) else { return nil }
    let root = String(noun.dropLast(2))
    return bareStem(root.hasSuffix("i") ? root.dropLast() + "y" : root)
  }

  /// "A overtakes B" against "B is the most …", by a measure that isn't named.
  private func overtaken(_ a: Matter, _ b: Matter) -> Finding? {
    guard let change = a.standing, change.isChange, let trailer = change.trailer, b.isPositive,
      b.superlative != nil, b.subject.key == trailer.name
    else { return nil }
    // Whoever was first before was there to be overtaken.
    if let x = a.interval, let y = b.interval, y.to < x.from { return nil }
    return Finding(
      kind: "superlative", base: 0.90, scope: names(a, theMeasureOf: b) ? 0.9 : ScopeGate.unstated,
      reason: "whoever is overtaken is no longer first",
      reconciledIf: "it was overtaken by another measure",
      isTimeless: isSoonAfter(a, b))
  }

  /// Whoever was overtaken in spring is hardly first again in July.
  private func isSoonAfter(_ change: Matter, _ top: Matter) -> Bool {
    guard let x = change.interval, let y = top.interval else { return false }
    return x.distance(to: y) <= TimeGate.window
  }

  /// Whether the sentence that tells of overtaking names the measure too: "in downloads".
  private func names(_ change: Matter, theMeasureOf top: Matter) -> Bool {
    let said = Set(rawWords(change.claim.evidence.quote).map(stem))
    let rank = rawWords(top.superlative ?? "").dropFirst().map(stem)
    return !rank.isEmpty && said.isSuperset(of: rank)
  }

  private func areRivals(_ a: Matter, _ b: Matter) -> Bool {
    // "The Molde site" and "the Oslo site" share no more than what both are.
    let names = [a, b].map { matter in
      matter.subject.identifiers.isEmpty
        ? matter.subject.words.subtracting(matter.object.words) : matter.subject.identifiers
    }
    // "Peru's army" and "Chile's army" are two, whatever both are.
    let areOfTwoStates =
      !a.subject.states.isEmpty && !b.subject.states.isEmpty
      && a.subject.states.isDisjoint(with: b.subject.states)
    guard areOfTwoStates || names[0].isDisjoint(with: names[1]) else { return false }
    let parents = { (key: MatchKey) in
      key.words.reduce(into: Set<String>()) { $0.formUnion(context.keys.ancestors(of: $1)) }
    }
    return parents(a.subject).isDisjoint(with: b.subject.words)
      && parents(b.subject).isDisjoint(with: a.subject.words)
  }
}
