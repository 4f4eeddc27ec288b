import Claims
import GRDB
import GRDBSQLite
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
  /// Keeps insights with the claims read from each, a document a transaction: none is kept by half.
  ///
  /// All that the `origin` (a file's name) gives of a document comes at once: what it gave before
  /// and gives no longer is dropped, unless another origin gives it too. Of claims made elsewhere
  /// nothing is dropped.
  @discardableResult
  public func ingest(
    insights: [Insight], claims: [[Claim]], origin: String = "",
    reading: InsightReading = .sentences
  ) throws -> IngestCounts {
    var counts = IngestCounts()
    let names = KnownNames()
    let given = zip(insights, claims).map { (insight: $0, claims: $1) }
    for (document, places) in given.places(by: \.insight.document) {
      counts += try write { db in
        let writer = try ClaimWriter(db: db, names: names)
        return try writer.keep(
          places.map { given[$0] }, document: document, origin: origin, reading: reading)
      }
    }
    return counts
  }

  /// Keeps claims made elsewhere, in parts as their file gives them.
  ///
  /// A transaction a part, or as many parts as it takes until documents end; an empty store takes
  /// all in one. `stopped` is asked
  /// where no document is half done.
  @discardableResult
  public func importClaims(
    _ batches: some Sequence<ClaimBatch>, origin: String, until stopped: () -> Bool = { false }
  ) throws -> IngestCounts {
    var counts = IngestCounts()
    let names = KnownNames()
    var rest = batches.makeIterator()
    var next = rest.next()
    while next != nil, !stopped() {
      counts += try writeFilling { db, isEmpty in
        let writer = try ClaimWriter(db: db, names: names, isFilling: isEmpty)
        var kept = IngestCounts()
        while let batch = next {
          kept += try writer.keep(batch, origin: origin)
          next = rest.next()
          if batch.endsDocuments, !isEmpty || stopped() { break }
        }
        return kept
      }
    }
    return counts
  }

  /// Keeps claims made elsewhere of which no more than the quote is known.
  @discardableResult
  public func importClaims(_ claims: [Claim], origin: String = "import") throws -> IngestCounts {
    var batch = ClaimBatch()
    batch.quoted = claims
    return try importClaims([batch], origin: origin)
  }

  /// Stores the kinds and other names of the vocabulary's entities.
  public func setEntities(from vocabulary: Vocabulary) throws {
    // Hardly ever another vocabulary than last time.
    let isKnown = try read { db in
      try db.pairs(.entityKinds, are: vocabulary.entities.count) {
        vocabulary.entities[$0]?.kind == $1
      }
        && db.pairs(.aliases, are: vocabulary.entityByAlias.count) {
          vocabulary.entityByAlias[$0] == $1
        }
    }
    if isKnown { return }
    try write { db in
      let writer = try ClaimWriter(db: db)
      for entity in vocabulary.entities.values.sorted(by: { $0.name < $1.name }) {
        let id = try writer.entities.id(entity.name)
        try db.run(.setEntityKind, ["entity": id, "kind": entity.kind])
      }
      for (alias, name) in vocabulary.entityByAlias.sorted(by: { $0.key < $1.key }) {
        try db.run(.addAlias, ["name": alias, "entity": try writer.entities.id(name)])
      }
      // What an earlier vocabulary said and this one doesn't.
      try db.run(.dropOtherAliases, ["names": json(vocabulary.entityByAlias.keys)])
      try db.run(.clearOtherKinds, ["names": json(vocabulary.entities.keys)])
    }
  }
}

extension Database {
  /// Whether a query has so many rows and each one's two columns are a pair that is wanted.
  fileprivate func pairs(_ query: Query, are count: Int, _ isWanted: (String, String) -> Bool)
    throws
    -> Bool
  {
    var found = 0
    var all = true
    try each(query) { row in
      found += 1
      guard let first = sqlite3_column_text(row, 0), let second = sqlite3_column_text(row, 1) else {
        all = false
        return
      }
      all = all && isWanted(String(cString: first), String(cString: second))
    }
    return all && found == count
  }
}

extension Array {
  /// The elements' places by a name of theirs, the names in order.
  fileprivate func places(by name: (Element) -> String) -> [(String, [Int])] {
    Dictionary(grouping: indices) { name(self[$0]) }.sorted { $0.key < $1.key }
  }
}

extension ClaimWriter {
  /// Keeps a part of a file of claims that someone else made.
  func keep(_ batch: ClaimBatch, origin: String) throws -> IngestCounts {
    var counts = try keep(batch.insights, origin: origin)
    // The insights of quotes may be among those just kept.
    counts += try keep(withInsights(batch.quoted), origin: origin)
    return counts
  }

  private func keep(_ given: [(insight: Insight, claims: [Claim])], origin: String) throws
    -> IngestCounts
  {
    var counts = IngestCounts()
    for (document, places) in given.places(by: \.insight.document) {
      counts += try keep(
        places.map { given[$0] }, document: document, origin: origin, reading: .imported)
    }
    return counts
  }

  /// Each claim with the insight that its quote stands in, else with the quote in its place.
  private func withInsights(_ claims: [Claim]) throws -> [(insight: Insight, claims: [Claim])] {
    try claims.map { claim in
      let evidence = claim.evidence
      for row in try db.rows(.insightsNamed, [evidence.document, evidence.insight]) {
        let known = try Insight(row: row)
        if known.holds(evidence) {
          return (known, [claim])
        }
      }
      var claim = claim
      claim.evidence.start = 0
      claim.evidence.end = evidence.quote.utf8.count
      let insight = Insight(
        id: evidence.insight, text: evidence.quote, document: evidence.document,
        source: evidence.source, published: evidence.published, speaker: evidence.speaker,
        marks: evidence.timecode.map { [TimeMark(start: 0, time: $0)] } ?? [])
      return (insight, [claim])
    }
  }
}
