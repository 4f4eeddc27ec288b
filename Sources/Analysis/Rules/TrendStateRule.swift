/// A gap said to be closed against one of the two still ahead.
///
/// A narrowing gap is none of this: catching up is not caught up.
struct TrendStateRule: Rule {
  let context: RuleContext

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    guard let x = a.standing, let y = b.standing else { return nil }
    let (closed, lead) = x.sort == .closed ? (x, y) : (y, x)
    guard closed.sort == .closed, lead.sort == .lead, let leader = lead.leader,
      [leader, lead.trailer].compactMap({ $0 }).allSatisfy(closed.pair.contains)
    else { return nil }
    return Finding(
      kind: "trend_state", base: 0.75, scope: context.scope.value(x.field, y.field), entity: 1,
      reason: "a closed gap leaves no lead",
      reconciledIf: "the gap was closed in another field than the one of the lead",
      updateKind: "supersession")
  }
}
