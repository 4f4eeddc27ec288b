import Claims

/// One thing said to be opposites, "is legal" against "is illegal", and everyday scenes of one being
/// that sits and stands.
///
/// For relations that the vocabulary doesn't know; those of its frames have their own poles.
struct ContrastRule: Rule {
  let context: RuleContext
  private let opposites = Opposites.builtIn

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    guard a.isPositive, b.isPositive,
      let sure = states(a, b) ?? deeds(a, b) ?? things(a, b) ?? scenes(a, b)
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
    let particles = context.words["particle"]
    let isContrary =
      context.areContrary(a.described, b.described)
      || context.areContrary(
        a.described.filter { !particles.contains($0) },
        b.described.filter { !particles.contains($0) })
    return isContrary ? subject : nil
  }

  /// "X wins the contract", "X loses the contract".
  private func deeds(_ a: Matter, _ b: Matter) -> Double? {
    guard context.speakOfAll(a, b), context.areContrary(a, b),
      let subject = context.entity.subject(a.subject, b.subject),
      a.contrasted(context.entity) == b.contrasted(context.entity)
    else { return nil }
    return subject
  }

  /// "Makes a profit", "makes a loss".
  private func things(_ a: Matter, _ b: Matter) -> Double? {
    guard context.speakOfAll(a, b), a.relation == b.relation, !a.isCopular,
      let subject = context.entity.subject(a.subject, b.subject)
    else { return nil }
    let x = a.object.words.subtracting(b.object.words)
    let y = b.object.words.subtracting(a.object.words)
    guard x.count == 1, y.count == 1, let x = x.first, let y = y.first,
      opposites.areOppositeThings(x, y)
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
