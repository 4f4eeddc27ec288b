/// What a person says of names: that two are one, or one is two.
public struct IdentityRecord: Codable, Hashable, Sendable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// `name` is another name of `other`, under which its claims are then read.
    case merge
    /// As a merge, into a name that was not there before.
    case rename
    /// `other` is one more name that questions may use for `name`.
    case alias
    /// Some claims of `name` are of `other`.
    case split
    case different
    case unsure
    /// The speaker whom transcripts call `name` is `other`.
    case speaker
  }

  public var kind: Kind
  public var name: String
  public var other: String
  /// Ids of the claims that a split takes.
  public var claims: [String]?
  /// Where alone a speaker is that; nil leaves it open.
  public var source: String?
  public var document: String?
  public var because: String?
  public var at: String

  public init(
    _ kind: Kind, _ name: String, _ other: String, claims: [String]? = nil, source: String? = nil,
    document: String? = nil, because: String?, at: String
  ) {
    self.kind = kind
    self.name = name
    self.other = other
    self.claims = claims
    self.source = source
    self.document = document
    self.because = because
    self.at = at
  }

  /// `“Halden” is “Halden AI”`.
  public var words: String {
    switch kind {
    case .merge: "“\(name)” is “\(other)”"
    case .rename: "“\(name)” is called “\(other)”"
    case .alias: "“\(other)” is one more name of “\(name)”"
    case .split:
      "“\(name)” is “\(other)” in \((claims ?? []).map { $0.prefix(8) }.joined(separator: ", "))"
    case .different: "“\(name)” and “\(other)” are different"
    case .unsure: "“\(name)” and “\(other)” may be one or not"
    case .speaker:
      "the speaker “\(name)” is “\(other)”"
        + [document, source].compactMap { $0.map { " in \($0)" } }.joined()
    }
  }
}

/// The names as the records in force have them, over the names that claims were stored with.
///
/// Claims keep the names they were read with and are read under others, because a merge that is
/// taken back must leave no trace.
public struct Identities: Sendable {
  /// The name that each merged or renamed one is read as.
  private var heads: [String: String] = [:]
  private var splits: [String: [(name: String, other: String)]] = [:]
  private var others: [String: Set<String>] = [:]
  private var aliases: [String: [String]] = [:]
  /// Names that are read as others, that others are read as, or of which a part is.
  private var touched: Set<String> = []
  private var speakers: [String: [IdentityRecord]] = [:]
  public private(set) var records: [IdentityRecord]

  public init(_ records: [IdentityRecord] = []) {
    self.records = records
    var next: [String: String] = [:]
    for record in records {
      switch record.kind {
      case .merge, .rename:
        next[record.name] = record.other
        touched.formUnion([record.name, record.other])
      case .alias: aliases[record.name, default: []].append(record.other)
      case .split:
        for claim in record.claims ?? [] {
          splits[claim, default: []].append((record.name, record.other))
        }
        others[record.other, default: []].insert(record.name)
        touched.formUnion([record.name, record.other])
      case .speaker: speakers[record.name, default: []].append(record)
      case .different, .unsure: break
      }
    }
    for name in next.keys {
      var head = name
      var seen: Set<String> = [name]
      while let further = next[head], seen.insert(further).inserted { head = further }
      heads[name] = head
    }
    for (name, head) in heads { others[head, default: []].insert(name) }
  }

  public var isEmpty: Bool { records.isEmpty }

  /// Ids of the claims that are read under a part of a name.
  public var splitClaims: [String] { splits.keys.sorted() }

  /// Whether a claim, as stored or as read, has a name that was merged, renamed or split.
  public func concern(_ claim: Claim) -> Bool {
    [claim.subject, claim.object].contains { touched.contains($0) }
  }

  /// The name that a name is read as.
  public func head(of name: String) -> String { heads[name] ?? name }

  /// A claim under the names it is read with; its id stays.
  public func read(_ claim: Claim) -> Claim {
    var claim = claim
    for (name, other) in splits[claim.id] ?? [] {
      if claim.subject == name { claim.subject = other }
      if claim.object == name { claim.object = other }
    }
    claim.subject = head(of: claim.subject)
    claim.object = head(of: claim.object)
    if let label = claim.evidence.speaker,
      let name = speaker(
        label, source: claim.evidence.source, document: claim.evidence.document)
    {
      claim.evidence.speaker = name
      if claim.attribution == label { claim.attribution = name }
    }
    return claim
  }

  /// Who a transcript's speaker is, by the latest that was said of this place.
  public func speaker(_ label: String, source: String?, document: String) -> String? {
    speakers[label]?.last { record in
      (record.source ?? source) == source && (record.document ?? document) == document
    }?.other
  }

  /// The names under which claims read with one of these may be stored.
  public func stored(as names: Set<String>) -> Set<String> {
    var all = names
    var rest = names
    while !rest.isEmpty {
      rest = Set(rest.flatMap { others[$0] ?? [] }).subtracting(all)
      all.formUnion(rest)
    }
    return all
  }

  /// The names merged into this one, sorted.
  public func names(of head: String) -> [String] {
    (heads.filter { $0.value == head }.map(\.key)
      + ([head] + heads.filter { $0.value == head }.map(\.key)).flatMap { aliases[$0] ?? [] })
      .sorted()
  }

  /// Other names as entries of a vocabulary, so that questions find what they stand for.
  public var entries: Vocabulary.Entries {
    let named = Set(heads.values).union(aliases.keys.map(head)).sorted()
    return Vocabulary.Entries(
      entities: named.map { Vocabulary.Entity(name: $0, kind: "", aliases: names(of: $0)) })
  }

  /// Whether the two are one.
  public func areOne(_ a: String, _ b: String) -> Bool { head(of: a) == head(of: b) }

  /// What was said of the two otherwise than that they are one.
  public func doubt(of a: String, _ b: String) -> IdentityRecord? {
    records.last { record in
      [.different, .unsure].contains(record.kind)
        && (areOne(record.name, a) && areOne(record.other, b)
          || areOne(record.name, b) && areOne(record.other, a))
    }
  }

  /// Changes whenever a name is read otherwise; empty while all are read as they are stored.
  public var fingerprint: String {
    let telling = records.filter { [.merge, .rename, .split, .speaker].contains($0.kind) }
    if telling.isEmpty { return "" }
    return contentHash(
      telling.flatMap {
        [$0.kind.rawValue, $0.name, $0.other] + ($0.claims ?? [])
          + [$0.source, $0.document].compactMap { $0 }
      })
  }
}
