import Claims

/// What a claim says of what, under the vocabulary's own name: "imposes | ban on X7" is "bans | X7".
struct Predication: Sendable {
  /// Nil where the text doesn't say who: "X7 is banned".
  var subject: String?
  var relation: String
  var object: String
  /// What must have been so before: whoever lifts a ban had one.
  var presupposes: String?
  /// Whether it says that something is no longer as it was.
  var isChange: Bool
  /// Whether it is put as the end of what it says: "stops selling" is selling, no more.
  var isEnded = false

  init(_ claim: Claim, relations: RelationNames, words: Words) {
    subject = claim.subject
    object = claim.object
    relation = relations.name(claim.relation)
    isChange = relations.traits(relation).contains("change")
    if let (aspect, verb) = relations.aspect(claim.relation, words: words) {
      relation = verb
      isEnded = aspect == "ceasing"
      isChange = true
    } else if let payer = Self.payer(claim, words: words) {
      relation = relations.name("is funded by")
      object = payer
    } else if claim.object.isEmpty, let active = relations.active(claim.relation) {
      relation = active
      object = claim.subject
      subject = nil
      isChange = relations.traits(relation).contains("change")
    } else if let noun = relations.noun(in: claim.object, words: words) {
      if words.phrase(relation, isIn: "making") {
        relation = noun.relation
        object = noun.object
      } else if words.phrase(relation, isIn: "ending") {
        relation = "lifts"
        object = noun.object
        presupposes = noun.relation
        isChange = true
      }
    }
    if claim.polarity == .negative, Self.saysNoLonger(claim) { isChange = true }
  }

  /// Who gives the money that the subject takes: "accepts | funding from Olga" is "is funded by | Olga".
  private static func payer(_ claim: Claim, words: Words) -> String? {
    guard words["receiving"].contains(claim.relation.lowercased()) else { return nil }
    let said = claim.object.split(separator: " ").map(String.init)
    guard let from = said.firstIndex(of: "from"), from > 0, from < said.count - 1,
      words["funding"].contains(said[from - 1].lowercased())
    else { return nil }
    return said[(from + 1)...].joined(separator: " ")
  }

  /// Any longer, any more: the denial owns up to an earlier state.
  private static func saysNoLonger(_ claim: Claim) -> Bool {
    let said = rawWords(claim.surface.relation + " " + claim.surface.object)
    return said.contains { ["longer", "anymore"].contains($0) }
      || rawWords(claim.evidence.quote).adjacent("no", "longer") && !claim.evidence.quote.isEmpty
  }
}

extension [String] {
  fileprivate func adjacent(_ a: String, _ b: String) -> Bool {
    zip(self, dropFirst()).contains { $0 == a && $1 == b }
  }
}

/// The vocabulary's relations by the ways a claim may put them.
struct RelationNames: Sendable {
  private let vocabulary: Vocabulary
  private let byVerb: [String: String]

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    var byVerb: [String: String] = [:]
    for name in vocabulary.relations.keys.sorted() where !name.contains(" ") {
      let verb = Self.bare(name)
      byVerb[verb] = byVerb[verb] ?? name
    }
    self.byVerb = byVerb
  }

  func name(_ relation: String) -> String { vocabulary.relationByPhrase[relation] ?? relation }

  func traits(_ relation: String) -> [String] { vocabulary.relations[relation]?.traits ?? [] }

  /// The relation that "is banned" is the passive of.
  func active(_ relation: String) -> String? {
    let parts = relation.split(separator: " ")
    guard parts.count == 2, parts[0] == "is", parts[1].hasSuffix("ed"),
      vocabulary.relations[relation] == nil
    else { return nil }
    return byVerb[Self.bare(String(parts[1]))]
  }

  /// The verb that "stops selling" and "continues to sell" are the end or the course of.
  func aspect(_ relation: String, words: Words) -> (aspect: String, verb: String)? {
    let parts = relation.split(separator: " ").map(String.init)
    guard parts.count > 1, vocabulary.relationByPhrase[relation] == nil,
      let aspect = ["ceasing", "lasting"].first(where: { words[$0].contains(parts[0]) })
    else { return nil }
    let rest = Array(parts.dropFirst(parts[1] == "to" ? 2 : 1))
    guard let verb = rest.first, parts[1] == "to" || verb.hasSuffix("ing"), verb.count > 3 else {
      return nil
    }
    let known = byVerb[Self.bare(verb)] ?? Self.bare(verb) + "s"
    return (aspect, name(([known] + rest.dropFirst()).joined(separator: " ")))
  }

  /// The relation that a noun in an object states, and what it is stated of: "its ban on X7".
  func noun(in object: String, words: Words) -> (relation: String, object: String)? {
    let parts = object.split(separator: " ").map(String.init)
    guard parts.count > 2 else { return nil }
    for i in 0..<Swift.min(4, parts.count - 2) {
      let key = parts[i].lowercased() + " " + parts[i + 1].lowercased()
      let singular = String(parts[i].lowercased().dropLast()) + " " + parts[i + 1].lowercased()
      guard let relation = vocabulary.relationByNoun[key] ?? vocabulary.relationByNoun[singular]
      else { continue }
      return (relation, parts[(i + 2)...].joined(separator: " "))
    }
    return nil
  }

  /// A verb without its ending, "bans" and "banned" alike.
  private static func bare(_ verb: String) -> String {
    var stem = stem(verb)
    if stem.hasSuffix("ed") { stem.removeLast(2) }
    if stem.count > 3, stem.last == stem.dropLast().last { stem.removeLast() }
    if stem.hasSuffix("e") { stem.removeLast() }
    return stem
  }
}
