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
    return areOpposite(a.described, b.described) ? subject : nil
  }

  /// "X wins the contract", "X loses the contract".
  private func deeds(_ a: Matter, _ b: Matter) -> Double? {
    guard context.speakOfAll(a, b), a.frame == nil || a.frame != b.frame, !a.isCopular,
      !b.isCopular,
      let subject = context.entity.subject(a.subject, b.subject),
      a.core(context.words) == b.core(context.words)
    else { return nil }
    let (x, y) = (rawWords(a.relation).map(stem), rawWords(b.relation).map(stem))
    let particles = context.words["particle"]
    return areOpposite(x, y)
      || areOpposite(x.filter { !particles.contains($0) }, y.filter { !particles.contains($0) })
      ? subject : nil
  }

  /// What is left of each side without what both say must be one word and its opposite.
  private func areOpposite(_ a: [String], _ b: [String]) -> Bool {
    let x = Set(a).subtracting(b)
    let y = Set(b).subtracting(a)
    guard x.count == 1, y.count == 1, let x = x.first, let y = y.first else { return false }
    return opposites.areOpposite(x, y)
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
