/// A gap said to be closed against one of the two still ahead.
///
/// A narrowing gap is no contradiction to a lead, since catching up is not caught up, nor to a closed one, which
/// it may have become.
struct TrendStateRule: Rule {
  let context: RuleContext

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    guard let x = a.standing, let y = b.standing else { return nil }
    if let finding = yetToClose(a, b) ?? yetToClose(b, a) { return finding }
    let (closed, other) = x.sort == .closed ? (x, y) : (y, x)
    guard closed.sort == .closed, other.sort == .lead, isOf(closed.pair, other) else { return nil }
    return Finding(
      kind: "trend_state", base: 0.75, scope: context.scope.value(x.field, y.field),
      reason: "a closed gap leaves no lead",
      reconciledIf: "the gap was closed in another field than the one of the lead",
      updateKind: "supersession")
  }

  /// "Has closed the gap" against "will close it in 2031".
  private func yetToClose(_ done: Matter, _ due: Matter) -> Finding? {
    guard let x = done.standing, let y = due.standing, x.sort == .closed, y.sort == .closed,
      x.pair == y.pair, done.claim.modality == .asserted, due.claim.modality != .asserted,
      let day = due.interval?.stated,
      let told = due.claim.evidence.published.flatMap(Interval.day), day.from > told,
      let said = done.claim.evidence.published.flatMap(Interval.day),
      abs(said - told) <= TimeGate.window
    else { return nil }
    return Finding(
      kind: "trend_state", base: 0.75, scope: context.scope.value(x.field, y.field),
      reason: "a closed gap is not yet to be closed",
      reconciledIf: "the gap is closed in one field and open in another", modality: 1,
      isTimeless: true)
  }

  private func isOf(_ pair: Set<Standing.Side>, _ lead: Standing) -> Bool {
    lead.leader.map(pair.contains) ?? false && lead.trailer.map(pair.contains) ?? true
  }
}
