import Claims

/// A claim with everything the rules compare worked out once.
struct Matter: Sendable {
  let claim: Claim
  let subject: MatchKey
  let object: MatchKey
  let scope: MatchKey?
  /// The vocabulary's name for the relation, or the claim's own words.
  let relation: String
  let frame: String?
  let pole: String?
  let traits: Set<String>
  let standing: Standing?
  let interval: Interval?

  var isPositive: Bool { claim.polarity == .positive }

  /// The one name in the subject, and the words beside it: "DeepSeek", "flagship models".
  var namedSubject: (Set<String>, rest: [String]) {
    let names = subject.identifiers.isEmpty ? subject.states : subject.identifiers
    guard names.count == 1 else { return (subject.words, []) }
    return (names, subject.tokens.filter { !names.contains($0) })
  }

  /// The claim in words, for the reader.
  var words: String {
    var parts = [claim.subject, claim.relation]
    if !claim.object.isEmpty { parts.append(claim.object) }
    var text = parts.joined(separator: " ")
    if let scope = claim.scope { text += " (\(scope))" }
    if let time = claim.time { text += ", \(time)" }
    return claim.polarity == .negative ? text + " [denied]" : text
  }

  init(_ claim: Claim, keys: MatchKeys, vocabulary: Vocabulary) {
    self.claim = claim
    let said = vocabulary.relationByPhrase[claim.relation] ?? claim.relation
    let turned = Self.inverse(of: said, in: vocabulary)
    relation = turned ?? said
    subject = keys.key(turned == nil ? claim.subject : claim.object)
    object = keys.key(turned == nil ? claim.object : claim.subject)
    scope = claim.scope.map { keys.key($0) }
    let known = vocabulary.relations[relation]
    frame = known?.frame
    pole = known?.pole
    traits = Set(known?.traits ?? [])
    interval = Interval(of: claim)
    let kind = frame.flatMap { vocabulary.frames[$0]?.kind }
    let isOrder = kind == "ordering" || kind == "trend_state"
    standing = Standing(
      claim, relation: relation, pole: isOrder ? known?.pole : nil, subject: subject,
      object: object,
      scope: scope, keys: keys)
  }

  /// The relation to read this one as from the other side, so that only one of the two is compared.
  private static func inverse(of name: String, in vocabulary: Vocabulary) -> String? {
    guard let known = vocabulary.relations[name], let inverse = known.inverse, inverse != name,
      let other = vocabulary.relations[inverse], other.inverse == nil || other.inverse == name,
      known.frame.flatMap({ vocabulary.frames[$0]?.kind }) != "ordering"
    else { return nil }
    if other.inverse == nil { return inverse }
    let isFunctional = known.traits?.contains("functional") ?? false
    let isOtherFunctional = other.traits?.contains("functional") ?? false
    if isFunctional != isOtherFunctional { return isOtherFunctional ? inverse : nil }
    return inverse < name ? inverse : nil
  }

  /// What the claim has to share with another one to be compared with it.
  var blocks: Set<String> {
    var blocks: Set<String> = ["r|\(relation)|\(subject.key)"]
    if let frame { blocks.insert("f|\(frame)|\(subject.key)") }
    if traits.contains("exclusive") { blocks.insert("o|\(relation)|\(object.key)") }
    if traits.contains("asymmetric") {
      blocks.insert("p|\(relation)|" + [subject.key, object.key].sorted().joined(separator: "|"))
    }
    for implied in implies { blocks.insert("r|\(implied)|\(subject.key)") }
    for side in standing?.sides ?? [] { blocks.insert("side|\(side.name)") }
    if let field = standing?.field, standing?.sort == .lead {
      blocks.insert("field|\(field.specific.sorted().joined(separator: " "))")
    }
    if let superlative { blocks.insert("top|\(superlative)|\(object.key)") }
    if superlative != nil { blocks.insert("side|\(subject.key)") }
    if let only { blocks.insert("only|\(only)|\(object.key)") }
    if relation.hasPrefix("is ") { blocks.insert("only|\(relation.dropFirst(3))|\(object.key)") }
    return blocks
  }

  /// Relations that hold whenever this one does, from traits like "implies uses".
  var implies: [String] {
    traits.filter { $0.hasPrefix("implies ") }.map { String($0.dropFirst(8)) }.sorted()
  }

  /// The rank of "is most downloaded": "most downloaded"; nil where the relation is no superlative.
  var superlative: String? {
    let words = rawWords(relation)
    guard words.first == "is", words.count > 1 else { return nil }
    let rank = words[1]
    guard
      rank == "most" || rank == "first" || rank == "top" || rank == "least" || rank == "number"
        || (rank.count > 5 && rank.hasSuffix("est"))
    else { return nil }
    return words.dropFirst().joined(separator: " ")
  }

  /// What "is the only … used for" leaves when its exclusive part is taken away: "used for".
  var only: String? {
    let words = rawWords(relation)
    guard words.first == "is", let start = words.firstIndex(of: "only") else { return nil }
    let rest = words.dropFirst(start + 1)
    if let verb = rest.firstIndex(where: { $0.count > 3 && $0.hasSuffix("ed") }) {
      return words[verb...].joined(separator: " ")
    }
    return nil
  }
}
