import Claims
import GRDB
import Queries

/// How much came in, and how much of it was new.
public struct IngestCounts: Sendable, Hashable {
  public var insights = 0
  public var newInsights = 0
  public var claims = 0
  public var newClaims = 0

  public init(insights: Int = 0, newInsights: Int = 0, claims: Int = 0, newClaims: Int = 0) {
    self.insights = insights
    self.newInsights = newInsights
    self.claims = claims
    self.newClaims = newClaims
  }

  public static func += (sum: inout IngestCounts, more: IngestCounts) {
    sum.insights += more.insights
    sum.newInsights += more.newInsights
    sum.claims += more.claims
    sum.newClaims += more.newClaims
  }
}

/// How a file's insights became claims.
public enum InsightReading: String, Codable, Sendable, CaseIterable {
  case sentences
  /// The whole insight as one sentence.
  case line
  /// Someone else made them; `kg` never reads these insights itself.
  case imported
}

extension ClaimStore {
  /// Keeps insights with the claims read from each; no document is ever kept by half.
  ///
  /// A transaction a document, or several documents in one where that holds at least so many
  /// insights: faster, and an end by force loses as many.
  ///
  /// All that the `origin` (a file's name) gives of a document comes at once: what it gave before
  /// and gives no longer is dropped, unless another origin gives it too. Of claims made elsewhere
  /// nothing is dropped. `stopped` is asked before each document.
  @discardableResult
  public func ingest(
    insights: [Insight], claims: [[Claim]], origin: String = "",
    reading: InsightReading = .sentences, atOnce: Int = 1, until stopped: () -> Bool = { false }
  ) throws -> IngestCounts {
    var counts = IngestCounts()
    let pairs = zip(insights, claims).map { (insight: $0, claims: $1) }
    let documents = Dictionary(grouping: pairs) { $0.insight.document }
    var rest = documents.sorted { $0.key < $1.key }[...]
    let known = KnownNames()
    while !rest.isEmpty, !stopped() {
      counts += try write { db in
        var writer = ClaimWriter(db: db, known: known)
        var kept = IngestCounts()
        repeat {
          let (document, given) = rest.removeFirst()
          kept += try writer.keep(given, document: document, origin: origin, reading: reading)
        } while kept.insights < atOnce && !rest.isEmpty && !stopped()
        return kept
      }
    }
    return counts
  }

  /// Keeps claims made elsewhere; the quote stands for the insight where its text isn't known.
  @discardableResult
  public func importClaims(
    _ claims: [Claim], origin: String = "import", atOnce: Int = 1,
    until stopped: () -> Bool = { false }
  ) throws -> IngestCounts {
    if claims.isEmpty { return IngestCounts() }
    var insights: [Insight] = []
    var grouped: [Insight: [Claim]] = [:]
    let kept = Dictionary(
      try allInsights().map { ([$0.document, $0.id], $0) }, uniquingKeysWith: { a, _ in a })
    for var claim in claims {
      let evidence = claim.evidence
      var insight = Insight(
        id: evidence.insight, text: evidence.quote, document: evidence.document,
        source: evidence.source, published: evidence.published)
      if let known = kept[[evidence.document, evidence.insight]],
        Array(known.text.utf8.prefix(evidence.end).dropFirst(evidence.start))
          == Array(evidence.quote.utf8)
      {
        insight = known
      } else {
        claim.evidence.start = 0
        claim.evidence.end = evidence.quote.utf8.count
      }
      if grouped[insight] == nil { insights.append(insight) }
      grouped[insight, default: []].append(claim)
    }
    return try ingest(
      insights: insights, claims: insights.map { grouped[$0] ?? [] }, origin: origin,
      reading: .imported, atOnce: atOnce, until: stopped)
  }

  /// Stores the kinds and other names of the vocabulary's entities.
  public func setEntities(from vocabulary: Vocabulary) throws {
    try write { db in
      var writer = ClaimWriter(db: db)
      for entity in vocabulary.entities.values.sorted(by: { $0.name < $1.name }) {
        let id = try writer.id(.addEntity, entity.name)
        try db.run(.setEntityKind, ["entity": id, "kind": entity.kind])
      }
      for (alias, name) in vocabulary.entityByAlias.sorted(by: { $0.key < $1.key }) {
        try db.run(.addAlias, ["name": alias, "entity": try writer.id(.addEntity, name)])
      }
      // What an earlier vocabulary said and this one doesn't.
      try db.run(.dropOtherAliases, ["names": try json(vocabulary.entityByAlias.keys)])
      try db.run(.clearOtherKinds, ["names": try json(vocabulary.entities.keys)])
    }
  }
}

/// A claim in its row, and whether someone else made it.
struct KeptClaim {
  let row: Int64
  let claim: Claim
  let imported: Bool

  init(row: Row) {
    self.row = row["row"]
    claim = Claim(row: row)
    imported = row["imported"]
  }
}

/// Which id each name was seen to have, over several transactions.
///
/// That holds as long as none of them is rolled back, because no id is ever given up or changed.
final class KnownNames {
  private var known: [Query: [String: Int64]] = [.addEntity: ["": 0]]
  /// Quotes rarely come again; what came long ago is forgotten rather than let memory grow.
  private static let limit = 200_000

  subscript(table: Query, name: String) -> Int64? { known[table]?[name] }

  func add(_ name: String, _ id: Int64, to table: Query) {
    if known[table]?.count ?? 0 >= Self.limit { known[table] = nil }
    known[table, default: [:]][name] = id
  }
}

/// Writes within one transaction.
struct ClaimWriter {
  let db: Database
  private let known: KnownNames

  init(db: Database, known: KnownNames = KnownNames()) {
    self.db = db
    self.known = known
  }

  mutating func keep(
    _ given: [(insight: Insight, claims: [Claim])], document: String, origin: String,
    reading: InsightReading
  ) throws -> IngestCounts {
    var counts = IngestCounts()
    let documentRow = try id(.addDocument, document)
    let originRow = try id(.addText, origin)
    var kept: Set<Int64> = []
    for (insight, claims) in merged(given) {
      counts.insights += 1
      let (row, isNew) = try insightRow(insight, document: documentRow)
      if isNew { counts.newInsights += 1 }
      kept.insert(row)
      let support: StatementArguments = [
        "insight": row, "origin": originRow, "reading": reading.rawValue,
      ]
      let others = isNew ? 0 : try db.id(.otherReadings, support) ?? 0
      counts += try keep(
        claims, of: row, imported: reading == .imported,
        replacing: reading != .imported && others == 0, isNew: isNew)
      try db.run(.addSupport, support)
    }
    if reading != .imported {
      let list = "[" + kept.sorted().map(String.init).joined(separator: ",") + "]"
      try db.run(
        .dropSupport, ["document": documentRow, "origin": originRow, "kept": list])
      try db.run(.dropUnsupported, ["document": documentRow])
      try db.run(.dropUnread, ["document": documentRow])
    }
    return counts
  }

  /// Content order, because two stores of the same inputs should be alike row for row; an insight
  /// given twice counts once.
  private func merged(_ given: [(insight: Insight, claims: [Claim])]) -> [(Insight, [Claim])] {
    Dictionary(given.map { ($0.insight, $0.claims) }, uniquingKeysWith: +)
      .map { (hash: $0.key.contentHash, insight: $0.key, claims: $0.value) }
      .sorted { ($0.insight.id, $0.hash) < ($1.insight.id, $1.hash) }
      .map { ($0.insight, $0.claims) }
  }

  private mutating func insightRow(_ insight: Insight, document: Int64) throws -> (Int64, Bool) {
    let hash = insight.contentHash
    if let row = try db.id(.findInsight, [document, insight.id, hash]) { return (row, false) }
    let values: [(any DatabaseValueConvertible)?] = [
      document, insight.id, hash, insight.title, insight.text,
      try insight.source.map { try id(.addSource, $0) }, insight.published,
    ]
    try db.run(.addInsight, StatementArguments(values))
    let row = db.lastInsertedRowID
    try db.run(.addWords, [row, insight.text])
    return (row, true)
  }

  /// Keeps the claims of an insight in place of those read from it before.
  ///
  /// An imported claim stays as it is whatever is read, and takes the place of a claim alike.
  mutating func keep(
    _ claims: [Claim], of insight: Int64, imported: Bool, replacing: Bool, isNew: Bool = false
  ) throws -> IngestCounts {
    let old = isNew ? [:] : try kept(of: insight)
    let unique = Dictionary(claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var counts = IngestCounts(claims: unique.count)
    var present = old.mapValues(\.claim)
    if replacing {
      for (id, kept) in old where unique[id] == nil && !kept.imported {
        try db.run(.dropClaim, ["row": kept.row])
        present[id] = nil
      }
    }
    for claim in unique.values.sorted(by: { $0.precedes($1) }) {
      if let kept = old[claim.id] {
        if kept.imported && !imported { continue }
        if kept.claim == claim && kept.imported == imported { continue }
        try db.run(.dropClaim, ["row": kept.row])
      } else {
        counts.newClaims += 1
      }
      try add(claim, to: insight, imported: imported)
      present[claim.id] = claim
    }
    // Once all are there; a claim written anew has lost the links to it too.
    try addLinks(of: Array(present.values), in: insight)
    return counts
  }

  private mutating func addLinks(of claims: [Claim], in insight: Int64) throws {
    for link in claims.flatMap(\.links).sorted(by: { $0.precedes($1) }) {
      try db.run(
        .addLink,
        [
          "insight": insight, "from": link.from, "to": link.to, "kind": link.kind.rawValue,
          "words": try id(.addText, link.words),
        ])
    }
  }

  /// Keeps an insight of another store with what was read from it and the files that gave it.
  mutating func keep(_ dumped: DumpedInsight) throws {
    let (row, _) = try insightRow(dumped.insight, document: id(.addDocument, dumped.document))
    let imported = Set(dumped.imported)
    for claim in dumped.claims {
      try add(claim, to: row, imported: imported.contains(claim.id))
    }
    try addLinks(of: dumped.claims, in: row)
    for origin in dumped.origins {
      try db.run(
        .addSupport,
        [
          "insight": row, "origin": try id(.addText, origin.file),
          "reading": origin.reading.rawValue,
        ])
    }
  }

  /// The claims of an insight as they are kept, by id.
  func kept(of insight: Int64) throws -> [String: KeptClaim] {
    let kept = try db.rows(.claimsOfInsight, ["insight": insight]).map(KeptClaim.init(row:))
    return Dictionary(kept.map { ($0.claim.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  private mutating func add(_ claim: Claim, to insight: Int64, imported: Bool) throws {
    // By place and not by name, because twenty names are looked up anew for each claim.
    let values: [(any DatabaseValueConvertible)?] = [
      claim.id, insight, try id(.addEntity, claim.subject), try id(.addRelation, claim.relation),
      try id(.addEntity, claim.object), try id(.addText, claim.surface.subject),
      try id(.addText, claim.surface.relation), try id(.addText, claim.surface.object),
      claim.polarity.rawValue, claim.modality.rawValue,
      try claim.scope.map { try id(.addText, $0) }, try claim.time.map { try id(.addText, $0) },
      claim.validFrom, claim.validTo, try claim.attribution.map { try id(.addText, $0) },
      claim.confidence, try id(.addText, claim.evidence.quote), claim.evidence.start,
      claim.evidence.end, imported,
    ]
    try db.run(.addClaim, StatementArguments(values))
  }

  /// The id of a name in its table.
  ///
  /// Not by RETURNING, because that counts as a trigger: see schema 6.
  mutating func id(_ table: Query, _ name: String) throws -> Int64 {
    if let id = known[table, name] { return id }
    try db.run(table, [name])
    let id =
      db.changesCount > 0
      ? db.lastInsertedRowID
      : try db.id(.nameID, ["table": table.rawValue.dropFirst(4).description, "value": name]) ?? 0
    known.add(name, id, to: table)
    return id
  }
}
