/// A relation with one value only, given two: two seats, two dates of effect.
struct FunctionalRule: Rule {
  let context: RuleContext

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    guard a.isPositive, b.isPositive, a.relation == b.relation, a.traits.contains("functional"),
      let subject = context.entity.subject(a.subject, b.subject),
      !a.object.isEmpty, !b.object.isEmpty, let object = difference(a, b)
    else { return nil }
    let sameSource =
      a.claim.evidence.source != nil
      && a.claim.evidence.source == b.claim.evidence.source
    return Finding(
      kind: "functional", base: 0.90, scope: context.scope.value(a.scope, b.scope),
      entity: subject * object, reason: "there can be only one",
      reconciledIf: "it changed in between, or one is a part of the other",
      updateKind: sameSource ? "revision" : "supersession")
  }

  /// How surely the two values differ; nil where one may lie in the other, as a town in a province.
  private func difference(_ a: Matter, _ b: Matter) -> Double? {
    if let x = Interval.stated(a.claim.object), let y = Interval.stated(b.claim.object) {
      return x.distance(to: y) > 0 ? 1 : nil
    }
    let x = a.object.words
    let y = b.object.words
    guard x.isDisjoint(with: y) else { return nil }
    let ancestors = { (words: Set<String>) in
      words.reduce(into: Set<String>()) { $0.formUnion(context.keys.ancestors(of: $1)) }
    }
    guard ancestors(x).isDisjoint(with: y), ancestors(y).isDisjoint(with: x) else { return nil }
    let known = [x, y].allSatisfy { $0.contains { context.keys.kind(of: $0) != nil } }
    // Nothing is known of where an unknown place lies.
    return known ? 1 : 0.6
  }
}
