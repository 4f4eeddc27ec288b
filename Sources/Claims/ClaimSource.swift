/// Words that a name has to have, in lower case: one of these whole, one that begins with one of these,
/// or all of one of the rows of beginnings.
///
/// So a name is found by an index of words, because a store may hold a million names.
public struct NameWords: Hashable, Sendable {
  public var whole: Set<String>
  public var beginnings: Set<String>
  public var together: Set<[String]>

  public init(
    whole: Set<String> = [], beginnings: Set<String> = [], together: Set<[String]> = []
  ) {
    self.whole = whole
    self.beginnings = beginnings
    self.together = together
  }

  /// Whether a name has what is asked for.
  public func admit(_ name: String) -> Bool {
    let given = name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }
    func has(_ beginning: String) -> Bool { given.contains { $0.hasPrefix(beginning) } }
    return given.contains { whole.contains(String($0)) } || beginnings.contains(where: has)
      || together.contains { $0.allSatisfy(has) }
  }
}

/// What a question needs to read from wherever claims are kept.
///
/// A protocol, because answers and clashes are then tested without a database.
public protocol ClaimSource {
  /// Claims whose subject, relation and object are among the given names; nil leaves a part open.
  /// In canonical order (published, insight, start, id).
  func claims(subjects: Set<String>?, relations: Set<String>?, objects: Set<String>?) throws
    -> [Claim]
  /// The canonical names used as a subject or object that have one of the words, sorted.
  func entityNames(having words: NameWords) throws -> [String]
  /// The canonical names that some claim has on the other side of one of these, sorted.
  func entityNames(beside names: Set<String>) throws -> [String]
  /// The relations kept that are among these or, whatever their case, begin with one of the
  /// beginnings; sorted.
  func relationNames(among names: Set<String>, beginnings: Set<String>) throws -> [String]
  /// Claims whose quote holds all the words (full-text search), best first, at most `limit`.
  func claims(mentioning words: [String], limit: Int) throws -> [Claim]
  /// Claims of the insights that have most of the things asked for, each by some beginnings of words,
  /// best first, of at most `limit` insights; of a large number the things that few insights have count.
  func claims(resembling things: [[String]], limit: Int) throws -> [Claim]
  /// Words of the insights that begin with some letters and have so many of them, and those of the
  /// given spellings that the insights have; the commonest first.
  func words(
    beginningWith start: String, letters: ClosedRange<Int>, orAmong spellings: Set<String>
  ) throws -> [String]
  /// What a source, a document or one who is named as speaker says, in canonical order.
  func claims(voicedBy name: String) throws -> [Claim]
  /// Every claim, in canonical order.
  func allClaims() throws -> [Claim]
  /// The claims with these ids, in canonical order.
  func claims(ids: some Sequence<String>) throws -> [Claim]
  /// Every claim of the insights that the claims with these ids are of, in canonical order.
  func claims(besideIDs ids: Set<String>) throws -> [Claim]
  /// Links that start or end at one of the claims, in canonical order.
  func links(touching claims: Set<String>) throws -> [ClaimLink]
}

extension ClaimSource {
  public func claims(voicedBy name: String) throws -> [Claim] {
    try allClaims().filter { $0.isVoiced(by: name) }
  }

  /// The claims that the text gives as causes of this one.
  public func causes(of claim: String) throws -> [Claim] {
    try claims(
      ids: links(touching: [claim]).filter { $0.kind == .cause && $0.to == claim }.map(\.from))
  }

  /// The claims that the text gives as effects of this one.
  public func effects(of claim: String) throws -> [Claim] {
    try claims(
      ids: links(touching: [claim]).filter { $0.kind == .cause && $0.from == claim }.map(\.to))
  }

  /// The claims that say what this one is done for.
  public func purposes(of claim: String) throws -> [Claim] {
    try claims(
      ids: links(touching: [claim]).filter { $0.kind == .purpose && $0.from == claim }.map(\.to))
  }
}

extension Claim {
  /// Whether it is said or published by someone of this name, whatever its case and article.
  public func isVoiced(by name: String) -> Bool {
    func key(_ name: String) -> Substring {
      let name = name.lowercased()
      return name.hasPrefix("the ") ? name.dropFirst(4) : name[...]
    }
    let wanted = key(name)
    return [attribution, evidence.source, evidence.document].contains {
      $0.map(key) == wanted
    }
  }

  /// Whether this claim comes first in canonical order: published, insight, start, id.
  ///
  /// Names are compared by their bytes, because SQLite sorts that way too.
  public func precedes(_ other: Claim) -> Bool {
    for (mine, its) in [
      (evidence.published ?? "", other.evidence.published ?? ""),
      (evidence.insight, other.evidence.insight),
    ] where mine != its {
      return mine.utf8.lexicographicallyPrecedes(its.utf8)
    }
    if evidence.start != other.evidence.start { return evidence.start < other.evidence.start }
    if id != other.id { return id.utf8.lexicographicallyPrecedes(other.id.utf8) }
    // Two documents may give one passage under one id.
    return evidence.document.utf8.lexicographicallyPrecedes(other.evidence.document.utf8)
  }
}

/// Claims kept in an array, for tests and for small samples.
public struct InMemoryClaims: ClaimSource, Sendable {
  private let sorted: [Claim]

  public init(_ claims: [Claim]) { sorted = claims.sorted { $0.precedes($1) } }

  public func claims(subjects: Set<String>?, relations: Set<String>?, objects: Set<String>?)
    -> [Claim]
  {
    sorted.filter { claim in
      subjects.map { $0.contains(claim.subject) } ?? true
        && relations.map { $0.contains(claim.relation) } ?? true
        && objects.map { $0.contains(claim.object) } ?? true
    }
  }

  public func entityNames(having words: NameWords) -> [String] {
    Set(sorted.flatMap { [$0.subject, $0.object] }).subtracting([""]).filter(words.admit).sorted()
  }

  public func entityNames(beside names: Set<String>) -> [String] {
    let found = sorted.flatMap { claim in
      (names.contains(claim.subject) ? [claim.object] : [])
        + (names.contains(claim.object) ? [claim.subject] : [])
    }
    return Set(found).subtracting([""]).sorted()
  }

  public func relationNames(among names: Set<String>, beginnings: Set<String>) -> [String] {
    Set(sorted.map(\.relation)).sorted().filter { name in
      names.contains(name) || beginnings.contains(where: name.lowercased().hasPrefix)
    }
  }

  public func claims(mentioning words: [String], limit: Int) -> [Claim] {
    let wanted = Set(words.flatMap(lowercaseWords))
    guard !wanted.isEmpty, limit > 0 else { return [] }
    let found = sorted.filter { wanted.isSubset(of: lowercaseWords($0.evidence.quote)) }
    return Array(found.prefix(limit))
  }

  public func claims(resembling things: [[String]], limit: Int) -> [Claim] {
    let wanted = things.joined().flatMap(lowercaseWords)
    let scored = sorted.map { claim in
      let words = lowercaseWords(claim.evidence.quote)
      return (claim, wanted.count { start in words.contains { $0.hasPrefix(start) } })
    }
    let best = scored.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.map(\.0)
    var insights: [String] = []
    for claim in best where !insights.contains(claim.evidence.insight) {
      insights.append(claim.evidence.insight)
    }
    let kept = Set(insights.prefix(limit))
    return best.filter { kept.contains($0.evidence.insight) }
  }

  public func words(
    beginningWith start: String, letters: ClosedRange<Int>, orAmong spellings: Set<String>
  ) -> [String] {
    let all = sorted.flatMap {
      Set(lowercaseWords("\($0.evidence.quote) \($0.subject) \($0.relation) \($0.object)"))
    }
    var counts: [String: Int] = [:]
    for word in all
    where spellings.contains(word) || word.hasPrefix(start) && letters.contains(word.count) {
      counts[word, default: 0] += 1
    }
    return counts.keys.sorted { a, b in
      let (x, y) = (counts[a] ?? 0, counts[b] ?? 0)
      return x != y ? x > y : a < b
    }
  }

  public func allClaims() -> [Claim] { sorted }

  public func claims(ids: some Sequence<String>) -> [Claim] {
    let wanted = Set(ids)
    return sorted.filter { wanted.contains($0.id) }
  }

  public func claims(besideIDs ids: Set<String>) -> [Claim] {
    let insights = Set(claims(ids: ids).map(\.evidence.insight))
    return sorted.filter { insights.contains($0.evidence.insight) }
  }

  public func links(touching claims: Set<String>) -> [ClaimLink] {
    sorted.flatMap(\.links).filter { claims.contains($0.from) || claims.contains($0.to) }
      .sorted { $0.precedes($1) }
  }

  private func lowercaseWords(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
