/// A gap said to be closed against one of the two still ahead, or still being closed.
///
/// A narrowing gap is no contradiction to a lead: catching up is not caught up.
struct TrendStateRule: Rule {
  let context: RuleContext

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    guard let x = a.standing, let y = b.standing else { return nil }
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
