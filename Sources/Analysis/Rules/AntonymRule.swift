/// Opposite relations to one thing: "bans" against "allows", "supports" against "opposes".
struct AntonymRule: Rule {
  let context: RuleContext

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    guard a.isPositive, b.isPositive, a.standing == nil, b.standing == nil,
      context.areOpposed(a, b), context.kindOfOpposition(a, b) == "antonym",
      context.speakOfAll(a, b), let subject = context.sameSubject(a, b),
      let (object, scope) = context.sameObject(a, b)
    else { return nil }
    return Finding(
      kind: "antonym", base: 0.90, scope: scope,
      entity: subject * object, reason: "the relations are opposites",
      reconciledIf: "the one came after the other, or they concern different parts of the object",
      updateKind: "reversal")
  }
}
