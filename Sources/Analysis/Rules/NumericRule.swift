/// Two quantities of one thing that can't agree, rounding and "about" allowed for.
struct NumericRule: Rule {
  let context: RuleContext

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    guard a.isPositive, b.isPositive, a.relation == b.relation,
      let subject = context.entity.subject(a.subject, b.subject),
      let x = Quantity(a.claim.object), let y = Quantity(b.claim.object),
      x.unit == y.unit, !x.overlaps(y), isOfOneThing(x, y)
    else { return nil }
    return Finding(
      kind: "numeric", base: 0.85, scope: context.scope.value(a.scope, b.scope), entity: subject,
      reason: "the quantities can't agree",
      reconciledIf: "they count different things or by different measures")
  }

  private func isOfOneThing(_ x: Quantity, _ y: Quantity) -> Bool {
    let keep = { (text: String) in
      context.keys.key(text).tokens.filter { !context.words["grade"].contains($0) }
    }
    let first = keep(x.rest)
    let second = keep(y.rest)
    if Set(first) == Set(second) { return true }
    guard !x.unit.isEmpty, let head = first.last else { return false }
    return head == second.last
  }
}
