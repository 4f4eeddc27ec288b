/// Opposite relations to one thing: "bans" against "allows", "supports" against "opposes".
struct AntonymRule: Rule {
  let context: RuleContext

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    if let finding = givenUp(a, b) ?? givenUp(b, a) ?? undone(a, b) ?? undone(b, a) {
      return finding
    }
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

  /// "The old government adopts the Lens Act", later "the new government repeals the Lens Act".
  private func undone(_ made: Matter, _ ended: Matter) -> Finding? {
    guard made.isPositive, ended.isPositive, made.claim.modality == .asserted,
      ended.claim.modality == .asserted, context.words.phrase(made.relation, isIn: "enacting"),
      context.words.phrase(ended.relation, isIn: "ending"),
      !made.object.capitals.isEmpty || !made.object.identifiers.isEmpty,
      made.object.words == ended.object.words, made.scope == nil, ended.scope == nil,
      let x = made.claim.evidence.published, let y = ended.claim.evidence.published, x < y
    else { return nil }
    return Finding(
      kind: "antonym", base: 0.85, scope: 1, reason: "what is ended doesn't go on",
      reconciledIf: "the one came after the other", updateKind: "reversal", isCorrection: true)
  }

  /// "Agrees to build a plant" against "cancels the plant".
  private func givenUp(_ plan: Matter, _ end: Matter) -> Finding? {
    guard plan.isToBuild, end.isGivingUp, end.isPositive, end.claim.modality == .asserted,
      let subject = context.sameSubject(plan, end),
      let (object, scope) = context.sameUndertaking(plan, end).map({
        ($0, context.scope.value(plan.scope, end.scope))
      }) ?? context.sameObject(plan, end)
    else { return nil }
    return Finding(
      kind: "antonym", base: 0.85, scope: scope, entity: subject * object,
      reason: "what is given up is not to be built",
      reconciledIf: "the one came after the other, or they are different parts of it",
      modality: 1, updateKind: "reversal")
  }
}
