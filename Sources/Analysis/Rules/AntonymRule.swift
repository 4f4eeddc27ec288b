/// Opposite relations to one thing: "bans" against "allows", "supports" against "opposes".
struct AntonymRule: Rule {
  let context: RuleContext

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    guard a.isPositive, b.isPositive, a.standing == nil, b.standing == nil,
      context.areOpposed(a, b), context.frameKind(a) ?? "antonym" == "antonym",
      let subject = context.entity.subject(a.subject, b.subject),
      let object = context.entity.matter(a.object, b.object)
    else { return nil }
    return Finding(
      kind: "antonym", base: 0.90, scope: context.scope.value(a.scope, b.scope),
      entity: subject * object, reason: "the relations are opposites",
      reconciledIf: "the one came after the other, or they concern different parts of the object",
      updateKind: "reversal")
  }
}
