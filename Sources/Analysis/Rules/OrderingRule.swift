/// Two orders of the same rivals: each ahead of the other, or level against one ahead.
struct OrderingRule: Rule {
  let context: RuleContext

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    guard let x = a.standing, let y = b.standing else {
      return denied(a, b) ?? denied(b, a) ?? notLevel(a, b) ?? notLevel(b, a)
        ?? level(a, b) ?? level(b, a) ?? swapped(a, b)
    }
    guard excludes(x, y) || excludes(y, x) else { return nil }
    let parity = x.sort == .parity || y.sort == .parity
    return Finding(
      kind: "ordering", base: 0.90, scope: context.scope.value(x.field, y.field),
      entity: x.sides.union(y.sides).count <= 2 && isWhole(x, y) ? 1 : EntityGate.alias,
      reason: parity ? "level is not ahead" : "both can't be ahead",
      reconciledIf: parity
        ? "the lead is in another field than the one in which they are level"
        : "the two leads are in different fields or by different measures",
      updateKind: "supersession")
  }

  /// "Makes three times as much as Chile" against "Chile no longer trails Peru", whichever way it is put.
  private func denied(_ ahead: Matter, _ denial: Matter) -> Finding? {
    guard let x = ahead.standing, x.sort == .lead, let y = denial.deniedStanding,
      x.leader != nil, x.trailer != nil, x.leader == y.leader, x.trailer == y.trailer,
      denial.margin == nil
    else { return nil }
    return Finding(
      kind: "negation", base: 0.90, scope: context.scope.value(x.field, y.field),
      reason: "one has it ahead and the other denies it",
      reconciledIf: "the two are by different measures or of different times",
      updateKind: "supersession")
  }

  /// "Has drawn level with Peru" against "has yet to close the gap".
  private func notLevel(_ even: Matter, _ denial: Matter) -> Finding? {
    guard let x = even.standing, let y = denial.deniedStanding, !x.pair.isEmpty, x.pair == y.pair,
      [x, y].allSatisfy({ [.parity, .closed].contains($0.sort) }), even.relation != denial.relation
    else { return nil }
    return Finding(
      kind: "negation", base: 0.90, scope: context.scope.value(x.field, y.field),
      reason: "one has them level and the other denies it",
      reconciledIf: "the two are by different measures or of different times",
      updateKind: "supersession")
  }

  /// A relation that can't hold both ways, said both ways, or two comparisons by one quality.
  private func swapped(_ a: Matter, _ b: Matter) -> Finding? {
    guard a.isPositive, b.isPositive, !a.subject.isEmpty,
      a.comparison != nil && b.comparison != nil
        || a.relation == b.relation && a.traits.contains("asymmetric"),
      a.subject.words != a.object.words
    else { return nil }
    let isSame = a.subject.words == b.subject.words && a.object.words == b.object.words
    let isSwapped = a.subject.words == b.object.words && a.object.words == b.subject.words
    guard isSame || isSwapped else { return nil }
    if let x = a.comparison, let y = b.comparison {
      guard x.quality == y.quality, x.excludes(y, swapped: isSwapped) else { return nil }
    } else {
      guard isSwapped else { return nil }
    }
    return Finding(
      kind: "ordering", base: 0.90, scope: context.scope.value(a.scope, b.scope),
      reason: isSwapped ? "it can't hold both ways" : "it is the one or the other",
      reconciledIf: "the two are by different measures or of different times",
      updateKind: "supersession")
  }

  /// "Level in dexterity" against "more dexterous than".
  private func level(_ even: Matter, _ ahead: Matter) -> Finding? {
    guard let standing = even.standing, standing.sort == .parity || standing.sort == .closed,
      let field = standing.field, let comparison = ahead.comparison, comparison.order != .equal,
      ahead.isPositive, field.all.contains(where: { comparison.isMeasured(by: $0) }),
      let sides = Standing.sides(ahead.subject, ahead.object, keys: context.keys),
      sides == standing.pair
    else { return nil }
    return Finding(
      kind: standing.sort == .parity ? "ordering" : "trend_state", base: 0.85, scope: 1,
      reason: "level is not ahead",
      reconciledIf: "the two are by different measures or of different times",
      updateKind: "supersession")
  }

  private func isWhole(_ x: Standing, _ y: Standing) -> Bool {
    x.sides.allSatisfy(\.whole) && y.sides.allSatisfy(\.whole)
  }

  private func excludes(_ x: Standing, _ y: Standing) -> Bool {
    guard y.sort == .lead else { return false }
    if x.sort == .parity { return isWithin(y, x.pair) }
    guard x.sort == .lead else { return false }
    switch (x.leader, x.trailer) {
    case (let leader?, let trailer?):
      // "A leads B" leaves B no first place, and none before A.
      return y.leader == trailer && (y.trailer == nil || y.trailer == leader)
    case (let leader?, nil):
      guard let other = y.leader, y.trailer == nil else {
        return y.leader == nil && y.trailer == leader
      }
      return Standing.areRivals(leader, other, keys: context.keys)
    default: return false
    }
  }

  private func isWithin(_ lead: Standing, _ pair: Set<Standing.Side>) -> Bool {
    let named = [lead.leader, lead.trailer].compactMap { $0 }
    // "B lags in FIELD" alone doesn't say behind whom.
    return lead.leader != nil && named.allSatisfy(pair.contains)
  }
}
