/// P against not P: "has slowed training" against "has not slowed training".
///
/// The denial must be at least as general, because "no exemption for risky models" denies no
/// exemption for the others.
struct NegationRule: Rule {
  let context: RuleContext

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    guard a.isPositive != b.isPositive else { return nil }
    let (positive, negative) = a.isPositive ? (a, b) : (b, a)
    guard context.saySame(a, b) || positive.implies.contains(negative.relation) else { return nil }
    guard let subject = subject(a, b) else { return nil }
    guard
      let object = context.entity.denial(of: negative.object, covers: positive.object)
        ?? identified(positive, negative)
    else { return nil }
    // "Restricts" and "bans" share a pole, yet not banned may still be restricted.
    let sameness = a.relation == b.relation || !positive.implies.isEmpty ? 1 : 0.7
    return Finding(
      kind: "negation", base: 0.95, scope: scope(a, b), entity: subject * object * sameness,
      reason: "one says so and the other denies it",
      reconciledIf: "the two speak of different times or of different parts of the matter",
      updateKind: "supersession")
  }

  // A ban of "the H20" is denied of the product, whatever deal with it the ban was of.
  private func identified(_ positive: Matter, _ negative: Matter) -> Double? {
    negative.object.identifiers.isEmpty
      ? nil : context.entity.matter(positive.object, negative.object)
  }

  private func scope(_ a: Matter, _ b: Matter) -> Double {
    guard a.relation.contains("gap") else { return context.scope.value(a.scope, b.scope) }
    let fields = [a, b].map { matter in
      matter.scope.map { Field($0.tokens, words: context.words) }
    }
    return context.scope.value(fields[0], fields[1])
  }

  private func subject(_ a: Matter, _ b: Matter) -> Double? {
    context.entity.subject(a.subject, b.subject)
  }
}
