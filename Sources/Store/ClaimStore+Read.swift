import Claims
import Foundation
import GRDB
import Queries

extension ClaimStore {
  public func claims(subjects: Set<String>?, relations: Set<String>?, objects: Set<String>?) throws
    -> [Claim]
  {
    if let subjects, let objects,
      let (some, others) = graph?.ifMade({ $0.joined(subjects, objects) }),
      some.count < subjects.count || others.count < objects.count
    {
      if some.isEmpty { return [] }
      return try claims(subjects: some, relations: relations, objects: others)
    }
    guard identities.isEmpty else {
      // Of a name that was split only a part may be meant.
      return try stored(
        subjects: subjects.map(identities.stored), relations: relations,
        objects: objects.map(identities.stored)
      ).filter { claim in
        subjects?.contains(claim.subject) ?? true && objects?.contains(claim.object) ?? true
      }
    }
    return try stored(subjects: subjects, relations: relations, objects: objects)
  }

  /// The claims that join two names, whichever is the subject, in canonical order.
  public func claims(between name: String, _ other: String) throws -> [Claim] {
    let found =
      try claims(subjects: [name], relations: nil, objects: [other])
      + claims(subjects: [other], relations: nil, objects: [name])
    return found.sorted { $0.precedes($1) }
  }

  /// The same, by the names that claims were stored with.
  private func stored(subjects: Set<String>?, relations: Set<String>?, objects: Set<String>?) throws
    -> [Claim]
  {
    // From the side of fewer names, whose claims are all looked at.
    let isBySubject = subjects.map { names in objects.map { names.count <= $0.count } ?? true }
    let subjects = subjects.map(json)
    let relations = relations.map(json)
    let objects = objects.map(json)
    if subjects != nil || objects != nil {
      return try claims(
        isBySubject ?? false ? .claimsBySubject : .claimsByObject,
        ["subjects": subjects, "relations": relations, "objects": objects])
    }
    if let relations { return try claims(.claimsByRelation, ["relations": relations]) }
    return try allClaims()
  }

  /// Prepares on another thread what nearly every question asks of a store, as it asks it.
  public func prepareAhead() {
    _ = Coming { [database] in
      for query: Query in [
        .relationNames, .entitiesHaving, .claimsByObject, .claimsBySubject, .clashesOf,
      ] {
        // Whoever runs it says what is wrong.
        _ = try? database.unsafeRead { _ = try $0.cachedStatement(sql: query.sql) }
      }
    }
  }

  public func allClaims() throws -> [Claim] { try claims(.claimsAll) }

  /// The claims with these ids, in canonical order.
  public func claims(ids: some Sequence<String>) throws -> [Claim] {
    try claims(.claimsById, ["ids": json(ids)])
  }

  public func claims(besideIDs ids: Set<String>) throws -> [Claim] {
    try claims(.claimsBeside, ["ids": json(ids)])
  }

  /// Links that start or end at one of the claims, in canonical order.
  public func links(touching claims: Set<String>) throws -> [ClaimLink] {
    try read { db in
      try db.rows(.linksTouching, ["ids": json(claims)]).compactMap { row in
        guard let kind = ClaimLink.Kind(rawValue: try row.value("kind")) else { return nil }
        return ClaimLink(
          from: try row.value("from_claim"), to: try row.value("to_claim"), kind: kind,
          words: try row.value("words"))
      }
    }
  }

  /// Claims that have one of the entities as subject or object: one step of a search for paths, and
  /// the claims that a new one may clash with.
  public func claims(touching entities: Set<String>) throws -> [Claim] {
    let stored = identities.isEmpty ? entities : identities.stored(as: entities)
    let found = try claims(.claimsTouching, ["names": json(stored)])
    guard !identities.isEmpty else { return found }
    return found.filter { entities.contains($0.subject) || entities.contains($0.object) }
  }

  public func claims(voicedBy name: String) throws -> [Claim] {
    var spelt = Self.spellings(of: name)
    // One who has another name in transcripts.
    spelt += identities.records.filter {
      $0.kind == .speaker && $0.other.lowercased() == name.lowercased()
    }.map(\.name)
    return try claims(.claimsVoicedBy, ["names": json(spelt)]).filter { $0.isVoiced(by: name) }
  }

  /// How the store may have written a name: with or without its article, and in capitals.
  ///
  /// A few spellings rather than every name compared, because there is no index for any case.
  private static func spellings(of name: String) -> [String] {
    let bare = name.lowercased().hasPrefix("the ") ? String(name.dropFirst(4)) : name
    let capital = bare.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
    let first = bare.prefix(1).uppercased() + bare.dropFirst()
    return [name, bare, first, capital, bare.lowercased()].flatMap {
      [$0, "the \($0)", "The \($0)"]
    }
  }

  public func claims(mentioning words: [String], limit: Int) throws -> [Claim] {
    guard let pattern = Self.pattern(words), limit > 0 else { return [] }
    let wanted = Set(words.flatMap(Self.folded))
    // The index knows whole insights; the words must stand in the quote itself.
    let found = try claims(.claimsMentioning, ["pattern": pattern, "limit": Self.common])
      .filter { wanted.isSubset(of: Self.folded($0.evidence.quote)) }
    return Array(found.prefix(limit))
  }

  public func claims(resembling things: [[String]], limit: Int) throws -> [Claim] {
    let patterns = things.map { $0.flatMap(Self.folded).map { Self.quoted($0) + "*" } }
      .filter { !$0.isEmpty }.map { $0.joined(separator: " OR ") }
    guard !patterns.isEmpty, limit > 0 else { return [] }
    let pattern = try read { try Self.bounded(patterns, limit: limit, in: $0) }
    return try claims(.claimsResembling, ["pattern": pattern, "limit": limit])
  }

  /// Things that more insights have are common: to weigh all of those takes longer than the rest.
  private static let common = 1000

  /// What finds insights with most of some things, without weighing all that have a common one.
  private static func bounded(_ patterns: [String], limit: Int, in db: Database) throws -> String {
    func any(_ patterns: [String]) -> String {
      patterns.map { "(\($0))" }.joined(separator: " OR ")
    }
    func all(_ patterns: [String]) -> String {
      patterns.map { "(\($0))" }.joined(separator: " AND ")
    }
    func count(_ pattern: String) throws -> Int {
      try db.first(.countInsights, ["pattern": pattern, "most": common + 1])?.value("count") ?? 0
    }
    let counted = try patterns.map { (pattern: $0, count: try count($0)) }
    let rare = counted.filter { $0.count <= common }
    let frequent = counted.filter { $0.count > common }.map(\.pattern)
    let few = any(rare.map(\.pattern))
    if rare.isEmpty {
      // Together they are rarer.
      var together = frequent
      while together.count > 1, try count(all(together)) == 0 { together.removeLast() }
      return all(together)
    }
    if frequent.isEmpty { return few }
    if rare.map(\.count).reduce(0, +) > limit { return "(\(few)) AND (\(any(patterns)))" }
    return frequent.count == 1 ? few : "\(few) OR (\(all(frequent)))"
  }

  public func words(
    beginningWith start: String, letters: ClosedRange<Int>, orAmong spellings: Set<String>
  ) throws -> [String] {
    guard let first = Self.folded(start).first else { return [] }
    let spellings = json(spellings)
    return try translated(path) {
      // A table of this connection only, so a store opened to be read isn't written to.
      try database.unsafeRead { db in
        try db.execute(sql: Query.openTerms.sql)
        return try db.rows(
          .termsBetween,
          [
            "first": first, "last": first + "\u{10FFFF}", "shortest": letters.lowerBound,
            "longest": letters.upperBound, "spellings": spellings,
          ]
        ).map { try $0.value("term") }
      }
    }
  }

  /// Insights whose text holds all the words, best first.
  public func insights(mentioning words: [String], limit: Int) throws -> [Insight] {
    guard let pattern = Self.pattern(words), limit > 0 else { return [] }
    return try read { db in
      try db.rows(.insightsMentioning, ["pattern": pattern, "limit": limit]).map(Insight.init(row:))
    }
  }

  /// Every insight, the oldest first.
  public func allInsights() throws -> [Insight] {
    try read { try $0.rows(.insightsAll).map(Insight.init(row:)) }
  }

  /// Whether claims were stored under this very name.
  public func hasEntity(_ name: String) throws -> Bool {
    try readOnce { try $0.id(.nameID, ["table": "entity", "value": name]) != nil }
  }

  /// Every canonical name used as a subject or object, sorted.
  public func entityNames() throws -> [String] {
    let names = try names(.entityNames)
    guard !identities.isEmpty else { return names }
    var all = Set(names.map(identities.head))
    for record in identities.records where record.kind == .split {
      all.insert(identities.head(of: record.other))
    }
    return all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// How many claims each name is in; claims of a name that was split count for the whole.
  public func entityCounts() throws -> [String: Int] {
    try read { db in
      try db.rows(.entityCounts).reduce(into: [:]) {
        $0[identities.head(of: try $1.value("name")), default: 0] += try $1.value("claims")
      }
    }
  }

  public func entityNames(having words: NameWords) throws -> [String] {
    func all(_ words: some Sequence<String>, ending: String) -> String? {
      let parts = words.map { Self.tokens(of: $0).map(Self.quoted) }
      guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
      let asked = parts.flatMap { $0.dropLast() + $0.suffix(1).map { $0 + ending } }
      return asked.count > 1 ? "(" + asked.joined(separator: " AND ") + ")" : asked.first
    }
    let pattern =
      (words.whole.compactMap { all([$0], ending: "") }
      + words.beginnings.compactMap { all([$0], ending: "*") }
      + words.together.compactMap { all($0, ending: "*") })
      .sorted().joined(separator: " OR ")
    guard !pattern.isEmpty else { return [] }
    let found = try names(.entitiesHaving, ["pattern": pattern])
    guard !identities.isEmpty else { return found }
    let split = identities.records.filter { $0.kind == .split }.map(\.other).filter(words.admit)
    return Set((found + split).map(identities.head)).sorted()
  }

  /// A name, and those in use that differ from it in their case only.
  public func entityNames(alike name: String) throws -> Set<String> {
    let key = name.lowercased()
    let words = key.split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init)
    guard !words.isEmpty else { return [name] }
    let found = try entityNames(having: NameWords(together: [words]))
    return Set(found.filter { $0.lowercased() == key }).union([name])
  }

  public func entityNames(beside names: Set<String>) throws -> [String] {
    if let found = try inGraph({ $0.beside(names) }) { return found }
    guard !identities.isEmpty else {
      return try self.names(.entitiesBeside, ["names": json(names)])
    }
    return try Set(
      claims(touching: names).flatMap { claim in
        [(claim.subject, claim.object), (claim.object, claim.subject)]
          .compactMap { names.contains($0) ? $1 : nil }
      }
    ).subtracting([""]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  public func relationNames(among names: Set<String>, beginnings: Set<String>) throws -> [String] {
    try self.names(.relationNames, ["names": json(names), "beginnings": json(beginnings)])
  }

  func names(_ query: Query, _ arguments: StatementArguments = StatementArguments()) throws
    -> [String]
  {
    try readOnce { try $0.rows(query, arguments).map { try $0.value(at: 0) } }
  }

  /// The kind of each entity that has one: `China` is a `state`.
  public func entityKinds() throws -> [String: String] { try dictionary(.entityKinds) }

  /// The entity that each alias stands for.
  public func aliases() throws -> [String: String] { try dictionary(.aliases) }

  private func dictionary(_ query: Query) throws -> [String: String] {
    let pairs: [(String, String)] = try read {
      try $0.rows(query).map { (try $0.value(at: 0), try $0.value(at: 1)) }
    }
    return Dictionary(pairs, uniquingKeysWith: { a, _ in a })
  }

  func claims(_ query: Query, _ arguments: StatementArguments = StatementArguments()) throws
    -> [Claim]
  {
    let found = try readOnce { try $0.made(query, arguments, Claim.init(row:)) }
    return identities.isEmpty ? found : found.map(identities.read)
  }

  private static func pattern(_ words: [String]) -> String? {
    let parts = words.flatMap(folded).map(quoted)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// What FTS5 makes of a word: letters and digits of Unicode 6.1, points and the marks that it knows for
  /// diacritics stay together, all else parts it; two tokens in one pair of quotes would be a phrase, which
  /// the index of names has none of.
  private static func tokens(of word: String) -> [String] {
    word.unicodeScalars.split { scalar in
      guard let age = scalar.properties.age, (age.major, age.minor) <= (6, 1),
        // Vowel signs then, letters since.
        !(0x19b0...0x19c9).contains(scalar.value), !(0x1cf2...0x1cf3).contains(scalar.value)
      else { return true }
      return switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber, .privateUse:
        false
      default: scalar != "." && !isKept(scalar)
      }
    }.map(String.init)
  }

  /// Whether a mark stays in a token: `sqlite3Fts5UnicodeIsdiacritic` of SQLite's fts5_unicode2.c.
  private static func isKept(_ mark: Unicode.Scalar) -> Bool {
    guard (768...817).contains(mark.value) else { return false }
    return 0x361f8_08029fdf as UInt64 >> UInt64(mark.value - 768) & 1 == 1
  }

  /// All words quoted, because `AND`, `*` and `-` mean something to FTS5.
  private static func quoted(_ word: String) -> String { "\"\(word)\"" }

  private static func folded(_ text: String) -> [String] {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    let folded =
      isPlain
      ? text.lowercased()
      : text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
