/// A gap said to be closed against one of the two still ahead, or still being closed.
///
/// A narrowing gap is no contradiction to a lead: catching up is not caught up.
struct TrendStateRule: Rule {
  let context: RuleContext

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    guard let x = a.standing, let y = b.standing else { return nil }
    if let finding = yetToClose(a, b) ?? yetToClose(b, a) { return finding }
    let (closed, other) = x.sort == .closed ? (x, y) : (y, x)
    guard closed.sort == .closed, isOpen(other, for: closed.pair),
      other.sort == .lead || !deniesClosing(x.sort == .closed ? b : a)
    else { return nil }
    let isLead = other.sort == .lead
    return Finding(
      // "Closing in" may be said of a gap that is as good as closed.
      kind: "trend_state", base: isLead ? 0.75 : 0.72,
      scope: context.scope.value(x.field, y.field),
      reason: isLead ? "a closed gap leaves no lead" : "a closed gap isn't closing any more",
      reconciledIf: "the gap was closed in another field than the one of the lead",
      updateKind: isLead ? "supersession" : nil)
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

  /// "Catching up, but not level yet" has a claim that denies it outright, which is the clearer clash.
  private func deniesClosing(_ matter: Matter) -> Bool {
    rawWords(matter.claim.evidence.quote).contains { ["not", "yet"].contains($0) }
  }

  private func isOpen(_ standing: Standing, for pair: Set<Standing.Side>) -> Bool {
    switch standing.sort {
    case .lead:
      standing.leader.map(pair.contains) ?? false
        && standing.trailer.map(pair.contains) ?? true
    case .narrowing: standing.pair == pair
    case .parity, .closed: false
    }
  }
}
