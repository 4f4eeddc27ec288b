/// All or only, against an instance: "every model stays closed" against "one is published".
struct QuantifierRule: Rule {
  let context: RuleContext

  func finding(_ a: Matter, _ b: Matter) -> Finding? {
    instance(a, b) ?? instance(b, a) ?? second(a, b) ?? second(b, a)
  }

  private func instance(_ all: Matter, _ one: Matter) -> Finding? {
    let words = context.words
    guard all.isPositive, let subject = context.entity.subject(all.subject, one.subject),
      !Set(rawWords(all.claim.object)).isDisjoint(with: words["universal"]),
      one.isPositive ? context.areOpposed(all, one) : context.saySame(all, one)
    else { return nil }
    // What follows "every model" only says which.
    let general = all.object.tokens.prefix { $0 != "that" && $0 != "has" && $0 != "have" }
    let core = Set(general).subtracting(words["universal"])
    let other = one.object.words
    guard !core.isEmpty, core.isSubset(of: other) else { return nil }
    return Finding(
      kind: "quantifier", base: 0.85, scope: context.scope.value(all.scope, one.scope),
      entity: subject, reason: "the one is an exception to all",
      reconciledIf: "the exception came later, or is not counted among all")
  }

  private func second(_ sole: Matter, _ other: Matter) -> Finding? {
    guard sole.isPositive, other.isPositive, let only = sole.only,
      rawWords(other.relation).dropFirst().joined(separator: " ") == only,
      other.relation.hasPrefix("is "), sole.object.words == other.object.words,
      sole.subject.words.isDisjoint(with: other.subject.words)
    else { return nil }
    // "The only domestic one" leaves room for foreign ones.
    let isDomestic = rawWords(sole.relation).contains { $0 == "domestic" || $0 == "local" }
    if isDomestic, homes(sole.subject).isDisjoint(with: homes(other.subject)) { return nil }
    return Finding(
      kind: "quantifier", base: 0.85, scope: context.scope.value(sole.scope, other.scope),
      reason: "the only one leaves no other",
      reconciledIf: "the other is of another kind than the only one is said to be of")
  }

  private func homes(_ key: MatchKey) -> Set<String> {
    key.words.reduce(into: Set<String>()) { homes, token in
      homes.formUnion(
        context.keys.ancestors(of: token).filter {
          ["state", "bloc"].contains(context.keys.kind(of: $0) ?? "")
        })
    }.union(key.states)
  }
}
