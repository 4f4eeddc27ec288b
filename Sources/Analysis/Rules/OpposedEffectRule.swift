/// One cause with opposite effects on one thing: "boosts revenue" against "erodes revenue".
struct OpposedEffectRule: Rule {
  let context: RuleContext

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    guard a.isPositive, b.isPositive,
      a.frameKind == "opposed_effect" || b.frameKind == "opposed_effect",
      context.areOpposed(a, b),
      context.kindOfOpposition(a, b) == "opposed_effect",
      context.speakOfAll(a, b), let subject = context.sameSubject(a, b),
      let (object, scope) = context.sameObject(a, b)
    else { return nil }
    return Finding(
      kind: "opposed_effect", base: 0.85, scope: scope,
      entity: subject * object, reason: "the effects are opposite",
      reconciledIf: "the effect differs between the short and the long run or between cases")
  }
}
