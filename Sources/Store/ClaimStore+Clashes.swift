import Claims
import GRDB
import Queries

extension ClaimStore {
  /// Keeps these clashes in place of those found before; verdicts stay.
  ///
  /// Returns those that were not known before; they count as new until the next call.
  @discardableResult
  public func replaceClashes(_ clashes: [Clash]) throws -> [Clash] {
    try write { try $0.replaceClashes(clashes) }
  }

  /// The clashes that fit, the clearest first; nil leaves a condition open, `id` is the beginning of one,
  /// `touching` are ids of claims.
  public func clashes(
    about entity: String? = nil, kind: String? = nil, label: Clash.Label? = nil,
    minScore: Double? = nil, since: String? = nil, new: Bool? = nil, id: String? = nil,
    touching claims: Set<String>? = nil
  ) throws -> [Clash] {
    let isMerged = !identities.isEmpty
    let found = try read { db in
      try db.clashes(
        .clashes,
        [
          "about": isMerged ? nil : entity, "kind": kind, "label": label?.rawValue,
          "min_score": minScore, "since": since, "new": new, "id": id,
          "touching": claims.map { json($0) },
        ], identities)
    }
    guard isMerged else { return found }
    return asRead(found).filter { clash in entity.map(clash.isAbout) ?? true }
  }

  /// The clashes that a question needs, the clearest first.
  public func clashes(_ scope: ClashScope) throws -> [Clash] {
    switch scope {
    case .all: return try known()?.all ?? clashes()
    case .about(let names):
      if let known = try known() { return known.about(names) }
      let stored = json(identities.isEmpty ? names : identities.stored(as: names))
      let found = asRead(try read { try $0.clashes(.clashesAbout, ["names": stored], identities) })
      return identities.isEmpty ? found : found.filter { names.contains(where: $0.isAbout) }
    case .of(let claims):
      return asRead(try read { try $0.clashes(.clashesOf, ["ids": json(claims)], identities) })
    }
  }

  /// All clashes, where a store stays open and they are so few that to read them doesn't keep one
  /// question waiting.
  private func known() throws -> KnownClashes? {
    guard let knownClashes else { return nil }
    return try knownClashes.with(
      {
        let count: Int = try read { try $0.first(.countClashes)?.value("count") ?? 0 }
        return count > KnownClashes.most ? nil : KnownClashes(try clashes())
      }, { $0 })
  }

  /// The clashes under the names their claims are read with.
  private func asRead(_ clashes: [Clash]) -> [Clash] {
    if identities.isEmpty { return clashes }
    return clashes.map { clash in
      var clash = clash
      clash.a = identities.read(clash.a)
      clash.b = identities.read(clash.b)
      clash.chain = clash.chain.map(identities.read)
      return clash
    }
  }
}

/// The clashes of a store, the clearest first, and which of them each name has a part in.
struct KnownClashes {
  static let most = 5000

  let all: [Clash]
  private var byName: [String: [Int]] = [:]

  init(_ clashes: [Clash]) {
    all = clashes
    for (place, clash) in clashes.enumerated() {
      for name in Set(clash.claims.flatMap { [$0.subject, $0.object] }) {
        byName[name, default: []].append(place)
      }
    }
  }

  func about(_ names: Set<String>) -> [Clash] {
    Set(names.flatMap { byName[$0] ?? [] }).sorted().map { all[$0] }
  }
}

extension Database {
  @discardableResult
  func replaceClashes(_ clashes: [Clash]) throws -> [Clash] {
    try run(.dropClashes)
    return try add(clashes)
  }

  /// Keeps clashes beside those there are; gives those whose ids were never found before.
  @discardableResult
  func add(_ clashes: [Clash]) throws -> [Clash] {
    var fresh: [Clash] = []
    // Clashes of other readings of two passages share an id, and are as new as the first.
    var news: [String: Bool] = [:]
    for clash in clashes {
      let rows = try clash.claims.compactMap { try row(of: $0) }
      guard rows.count == clash.claims.count, Set(rows).count == rows.count,
        let a = rows.first, let b = rows.last
      else { continue }
      let name = clash.id
      let isNew = try news[name] ?? (id(.seeClash, ["name": name]) != nil)
      news[name] = isNew
      if isNew { fresh.append(clash) }
      var values: StatementArguments = [
        "name": name, "is_new": isNew, "a": a, "b": b, "label": clash.label.rawValue,
        "kind": clash.kind, "score": clash.score, "why": clash.why,
        "reconciled_if": clash.reconciledIf, "size": rows.count,
      ]
      values += [
        "gate_scope": clash.gates.scope, "gate_time": clash.gates.time,
        "gate_modality": clash.gates.modality, "gate_entity": clash.gates.entity,
      ]
      try run(.addClash, values)
      if rows.count > 2 {
        try run(
          .addChain,
          [
            "clash": lastInsertedRowID,
            "claims": "[" + rows.map(String.init).joined(separator: ",") + "]",
          ])
      }
    }
    return fresh
  }

  private func row(of claim: Claim) throws -> Int64? {
    try id(
      .findClaim,
      ["id": claim.id, "insight": claim.evidence.insight, "document": claim.evidence.document])
  }

  func clashes(new: Bool? = nil, id: String? = nil) throws -> [Clash] {
    try clashes(
      .clashes,
      [
        "about": nil, "kind": nil, "label": nil, "min_score": nil, "since": nil, "new": new,
        "id": id, "touching": nil,
      ])
  }

  /// What stands behind a side is counted under the names as `identities` have them.
  fileprivate func clashes(
    _ query: Query, _ conditions: StatementArguments, _ identities: Identities = Identities()
  ) throws -> [Clash] {
    let rows = try rows(query, conditions)
    if rows.isEmpty { return [] }
    var chains: [Int64: [Int64]] = [:]
    if rows.contains(where: { !($0["chain"] as DatabaseValue).isNull }) {
      for row in try self.rows(.chains) {
        chains[try row.value("clash"), default: []].append(try row.value("claim"))
      }
    }
    func members(_ row: Row) throws -> [Int64] {
      try chains[row.value("row")] ?? [row.value("a_row"), row.value("b_row")]
    }
    let wanted = Set(try rows.flatMap(members))
    let list = "[" + wanted.sorted().map(String.init).joined(separator: ",") + "]"
    var claims: [Int64: (claim: Claim, saying: Saying)] = [:]
    for row in try self.rows(.claimsByRow, ["rows": list]) {
      claims[try row.value(.row)] = (
        try Claim(row: row),
        Saying(
          subject: try row.value(.subjectRow), relation: try row.value(.relationRow),
          object: try row.value(.objectRow), polarity: try row.value(.polarity))
      )
    }
    let evidence = try evidence(alike: list, identities)
    var merged: [Claim.Words: SideEvidence] = [:]
    func behind(_ side: (claim: Claim, saying: Saying)) throws -> SideEvidence {
      let claim = identities.read(side.claim)
      guard identities.concern(side.claim) else {
        return evidence[side.saying] ?? SideEvidence([claim])
      }
      if let known = merged[claim.words] { return known }
      let found = SideEvidence(try identities.claims(saying: claim.words, in: self))
      merged[claim.words] = found
      return found
    }
    return try rows.compactMap { row in
      let sides = try members(row).compactMap { claims[$0] }
      guard let a = sides.first, let b = sides.last,
        let label = Clash.Label(rawValue: try row.value("label")),
        let status = Clash.Status(rawValue: try row.value("status"))
      else { return nil }
      var clash = Clash(
        label: label, kind: try row.value("kind"), score: try row.value("score"),
        why: try row.value("why"),
        gates: Clash.Gates(
          scope: try row.value("gate_scope"), time: try row.value("gate_time"),
          modality: try row.value("gate_modality"),
          entity: try row.value("gate_entity")),
        reconciledIf: try row.value("reconciled_if"), status: status, a: a.claim, b: b.claim,
        chain: sides.count > 2 ? sides.map(\.claim) : [])
      let behind = try sides.map(behind)
      clash.origins = Clash.Counts(behind.map { $0.origins.all.count })
      clash.mentions = Clash.Counts(behind.map(\.passages.count))
      let repeated = behind.map { $0.origins.because }
      if repeated.contains(where: { $0 != nil }) { clash.repeated = repeated }
      clash.because = try row.value("because")
      if let seen = (try row.value("seen") as String?).map(names) {
        clash.hasNewEvidence = !behind.allSatisfy { $0.passages.isSubset(of: seen) }
      }
      return clash
    }
  }

  /// What stands behind what the claims in these rows (a JSON array) say.
  private func evidence(alike list: String, _ identities: Identities) throws
    -> [Saying: SideEvidence]
  {
    var found: [Saying: [Claim]] = [:]
    for row in try rows(.evidenceAlike, ["rows": list]) {
      let saying = Saying(
        subject: try row.value("subject"), relation: try row.value("relation"),
        object: try row.value("object"),
        polarity: try row.value("polarity"))
      // Of the claim no more than who says it where.
      let evidence = Evidence(
        insight: try row.value("insight"), document: try row.value("document"),
        source: try row.value("source"), published: try row.value("published"),
        quote: try row.value("quote"), start: 0, end: 0, speaker: try row.value("speaker"))
      let claim = Claim(
        id: try row.value("claim"), subject: "", relation: "", object: "",
        attribution: try row.value("attribution"), evidence: evidence)
      found[saying, default: []].append(identities.read(claim))
    }
    return found.mapValues(SideEvidence.init)
  }

  /// Keys of the passages that stand behind any side.
  func evidence(of clash: Clash, _ identities: Identities) throws -> Set<String> {
    let rows = try clash.claims.compactMap { try row(of: $0) }
    let list = "[" + rows.map(String.init).joined(separator: ",") + "]"
    var seen: Set<String> = []
    for evidence in try evidence(alike: list, identities).values {
      seen.formUnion(evidence.passages)
    }
    for claim in clash.claims where identities.concern(claim) {
      let alike = try identities.claims(saying: identities.read(claim).words, in: self)
      seen.formUnion(SideEvidence(alike).passages)
    }
    return seen
  }
}

/// The passages that say one thing, and how many of them are independent.
private struct SideEvidence {
  var passages: Set<String>
  var origins: Origins

  init(_ claims: [Claim]) {
    passages = Set(claims.map { Passage($0.evidence).key })
    origins = Origins(of: claims)
  }
}

extension Identities {
  /// The claims that say this, under the names they are read with.
  func claims(saying words: Claim.Words, in db: Database) throws -> [Claim] {
    try db.made(
      .claimsBySubject,
      [
        "subjects": json(stored(as: [words.subject])), "relations": json([words.relation]),
        "objects": json(stored(as: [words.object])),
      ], Claim.init(row:)
    ).map(read).filter { $0.words == words }
  }
}

extension Claim {
  /// What many claims may say alike, by the names they are read with.
  struct Words: Hashable {
    var subject: String
    var relation: String
    var object: String
    var polarity: Polarity
  }

  var words: Words {
    Words(subject: subject, relation: relation, object: object, polarity: polarity)
  }
}

/// What many claims may say alike, by the rows of its names.
private struct Saying: Hashable {
  var subject: Int64
  var relation: Int64
  var object: Int64
  var polarity: String
}
