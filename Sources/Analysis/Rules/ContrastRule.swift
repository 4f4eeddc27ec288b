import Claims

/// One thing said to be opposites, "is legal" against "is illegal", and everyday scenes of one being
/// that sits and stands.
///
/// For relations that the vocabulary doesn't know; those of its frames have their own poles.
struct ContrastRule: Rule {
  let context: RuleContext
  private let opposites = Opposites.builtIn

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    guard a.isPositive, b.isPositive, let sure = states(a, b) ?? deeds(a, b) ?? scenes(a, b)
    else { return nil }
    return Finding(
      kind: "antonym", base: 0.90, scope: context.scope.value(a.scope, b.scope), entity: sure,
      reason: "it can't be both",
      reconciledIf: "the one came after the other, or they speak of different things",
      updateKind: "supersession")
  }

  /// "X is cheap", "X remains expensive".
  private func states(_ a: Matter, _ b: Matter) -> Double? {
    guard context.speakOfAll(a, b), a.isCopular, b.isCopular,
      let subject = context.entity.subject(a.subject, b.subject)
    else { return nil }
    return context.areContrary(a.described, b.described) ? subject : nil
  }

  /// "X wins the contract", "X loses the contract".
  private func deeds(_ a: Matter, _ b: Matter) -> Double? {
    guard context.speakOfAll(a, b), context.areContrary(a, b),
      let subject = context.entity.subject(a.subject, b.subject),
      context.entity.content(a.object) == context.entity.content(b.object)
    else { return nil }
    return subject
  }

  /// One being in one scene: nobody sits and stands at once.
  private func scenes(_ a: Matter, _ b: Matter) -> Double? {
    guard let x = a.scene, let y = b.scene, a.interval == nil, b.interval == nil else { return nil }
    if opposites.areDifferentBeings(x.being, y.being) {
      // "A man holds a brush", "a woman holds a brush".
      return x.said.isDisjoint(with: y.said) ? nil : 1
    }
    guard x.head == y.head || !x.kin.isDisjoint(with: y.kin) else { return nil }
    return opposites.exclude(x.said.union(x.being), y.said.union(y.being)) ? 1 : nil
  }
}
