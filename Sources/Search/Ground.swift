import Claims

/// What a store has by the names and relations of a question, read as far as it is asked for.
///
/// Kept for the length of one answer, because a question comes back to its names again and again.
final class Ground {
  let source: any ClaimSource
  let names: NameMatcher
  let relations: RelationMatcher
  private var candidates: [NameWords: [String]] = [:]
  private var matches: [Bool: [String: [String: NameMatch]]] = [:]
  private var verbs: [String: [String: RelationMatch]] = [:]

  init(source: any ClaimSource, names: NameMatcher, relations: RelationMatcher) {
    self.source = source
    self.names = names
    self.relations = relations
  }

  /// The store's names that a name may mean; as the topic of something, more widely.
  func matches(_ asked: String, topic: Bool) throws -> [String: NameMatch] {
    if let known = matches[topic]?[asked] { return known }
    let found = names.matches(asked, among: try candidates(for: asked), topic: topic)
    matches[topic, default: [:]][asked] = found
    return found
  }

  /// All names of the store that may mean a name or hold it, and more.
  func candidates(for name: String) throws -> [String] { try candidates(names.words(of: name)) }

  func candidates(_ words: NameWords) throws -> [String] {
    if let known = candidates[words] { return known }
    let found = try source.entityNames(having: words)
    candidates[words] = found
    return found
  }

  /// The store's relations that say what the asked one says, or the contrary.
  func verbs(_ asked: String) throws -> [String: RelationMatch] {
    if let known = verbs[asked] { return known }
    var found: [String: RelationMatch] = [:]
    let (named, beginnings) = relations.candidates(for: asked)
    for name in try source.relationNames(among: named, beginnings: beginnings) {
      found[name] = relations.match(asked, name)
    }
    verbs[asked] = found
    return found
  }
}
