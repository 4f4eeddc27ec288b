import Claims
import GRDB
import Queries

/// A claim in its row, and whether someone else made it.
struct KeptClaim {
  let row: Int64
  let claim: Claim
  let imported: Bool

  init(row: Row) throws {
    self.row = try row.value(.row)
    var claim = try Claim(row: row)
    // A grade is no part of what was read; it is kept by itself.
    claim.grade = nil
    self.claim = claim
    imported = try row.value(.imported)
  }
}

/// Writes within one transaction.
struct ClaimWriter {
  let db: Database
  let texts: NameTable
  let entities: NameTable
  let relations: NameTable
  let sources: NameTable
  let documents: NameTable
  private let addInsight: RowStatement
  private let addWords: RowStatement
  private let addSupport: RowStatement
  private let addClaim: RowStatement

  /// Of an empty store nothing is ever dropped, and references are not looked up.
  private let isFilling: Bool

  init(db: Database, names: KnownNames = KnownNames(), isFilling: Bool = false) throws {
    self.db = db
    self.isFilling = isFilling
    texts = try NameTable(.addText, known: names, db: db)
    entities = try NameTable(.addEntity, known: names, db: db)
    relations = try NameTable(.addRelation, known: names, db: db)
    sources = try NameTable(.addSource, known: names, db: db)
    documents = try NameTable(.addDocument, known: names, db: db)
    addInsight = try RowStatement(.addInsight, db: db)
    addWords = try RowStatement(.addWords, db: db)
    addSupport = try RowStatement(.addSupport, db: db)
    addClaim = try RowStatement(.addClaim, db: db)
  }

  /// Keeps what a file gives of a document; of what it doesn't say to be imported that is all.
  func keep(
    _ given: [(insight: Insight, claims: [Claim])], document: String, origin: String,
    reading: InsightReading
  ) throws -> IngestCounts {
    var counts = IngestCounts()
    let (documentRow, isNewDocument) = try documents.entry(document)
    let originRow = try texts.id(origin)
    var kept: Set<Int64> = []
    for (hash, insight, claims) in merged(given) {
      counts.insights += 1
      let (row, isNew) = try insightRow(
        insight, hash: hash, document: documentRow, isNewDocument: isNewDocument)
      // A passage that comes again under another title or date is no news.
      let earlier =
        isNew && !isNewDocument
        ? try db.id(
          .findPassage,
          ["document": documentRow, "name": insight.id, "text": insight.text, "row": row]) : nil
      if isNew, earlier == nil { counts.newInsights += 1 }
      let others =
        isNew || reading == .imported
        ? 0
        : try db.id(
          .otherReadings, ["insight": row, "origin": originRow, "reading": reading.rawValue]) ?? 0
      var its = try keep(
        claims, of: row, imported: reading == .imported,
        replacing: reading != .imported && others == 0, isNew: isNew)
      if let earlier {
        let known = try self.kept(of: earlier)
        its.newClaims = Set(claims.map(\.id)).count { known[$0] == nil }
      }
      counts += its
      try addSupport(of: row, origin: originRow, reading: reading)
      if reading != .imported { kept.insert(row) }
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

  private func addSupport(of insight: Int64, origin: Int64, reading: InsightReading) throws {
    try addSupport.run {
      $0.add(insight)
      $0.add(origin)
      $0.add(reading.rawValue)
    }
  }

  /// Content order, because two stores of the same inputs should be alike row for row; an insight
  /// given twice counts once.
  private func merged(_ given: [(insight: Insight, claims: [Claim])]) -> [(
    hash: String, insight: Insight, claims: [Claim]
  )] {
    let hashes = given.map(\.insight.contentHash)
    let order = given.indices.sorted { a, b in
      let (x, y) = (given[a].insight.id, given[b].insight.id)
      if x != y { return x < y }
      return hashes[a] != hashes[b] ? hashes[a] < hashes[b] : a < b
    }
    var merged: [(hash: String, insight: Insight, claims: [Claim])] = []
    merged.reserveCapacity(given.count)
    for place in order {
      let (insight, claims) = given[place]
      if merged.last?.hash == hashes[place], merged.last?.insight == insight {
        merged[merged.count - 1].claims += claims
      } else {
        merged.append((hashes[place], insight, claims))
      }
    }
    return merged
  }

  private func insightRow(
    _ insight: Insight, hash: String, document: Int64, isNewDocument: Bool
  ) throws -> (Int64, isNew: Bool) {
    // A document not known until now has no insights.
    if !isNewDocument, let row = try db.id(.findInsight, [document, insight.id, hash]) {
      return (row, false)
    }
    let source = try insight.source.map { try sources.id($0) }
    try addInsight.run {
      $0.add(document)
      $0.add(insight.id)
      $0.add(hash)
      $0.add(insight.title)
      $0.add(insight.text)
      $0.add(source)
      $0.add(insight.published)
      $0.add(insight.speaker)
      $0.add(insight.storedMarks)
    }
    let row = addInsight.rowID
    try addWords.run {
      $0.add(row)
      $0.add(insight.text)
    }
    return (row, true)
  }

  /// Keeps the claims of an insight in place of those read from it before.
  ///
  /// An imported claim stays as it is whatever is read, and takes the place of a claim alike.
  func keep(
    _ claims: [Claim], of insight: Int64, imported: Bool, replacing: Bool, isNew: Bool = false
  ) throws -> IngestCounts {
    let unique = Self.unique(claims)
    var counts = IngestCounts(claims: unique.count)
    if isNew {
      for claim in unique { try add(claim, to: insight, imported: imported) }
      counts.newClaims = unique.count
      try addLinks(of: unique, in: insight)
      return counts
    }
    let old = try kept(of: insight)
    var present = old.mapValues(\.claim)
    if replacing {
      let read = Set(unique.map(\.id))
      for (id, kept) in old where !read.contains(id) && !kept.imported {
        try db.run(.dropClaim, ["row": kept.row])
        present[id] = nil
      }
    }
    for claim in unique {
      if let kept = old[claim.id] {
        if isFilling || kept.imported && !imported { continue }
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

  /// In order, of each id the first.
  private static func unique(_ claims: [Claim]) -> [Claim] {
    if claims.count < 2 { return claims }
    return Dictionary(claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      .values.sorted { $0.precedes($1) }
  }

  private func addLinks(of claims: [Claim], in insight: Int64) throws {
    for link in claims.flatMap(\.links).sorted(by: { $0.precedes($1) }) {
      try db.run(
        .addLink,
        [
          "insight": insight, "from": link.from, "to": link.to, "kind": link.kind.rawValue,
          "words": try texts.id(link.words),
        ])
    }
  }

  /// Keeps an insight of another store with what was read from it and the files that gave it.
  func keep(_ dumped: DumpedInsight) throws {
    let (document, isNew) = try documents.entry(dumped.document)
    let insight = dumped.insight
    let (row, _) = try insightRow(
      insight, hash: insight.contentHash, document: document, isNewDocument: isNew)
    let imported = Set(dumped.imported)
    for claim in dumped.claims {
      try add(claim, to: row, imported: imported.contains(claim.id))
    }
    try addLinks(of: dumped.claims, in: row)
    for origin in dumped.origins {
      try addSupport(of: row, origin: texts.id(origin.file), reading: origin.reading)
    }
  }

  /// The claims of an insight as they are kept, by id.
  func kept(of insight: Int64) throws -> [String: KeptClaim] {
    let kept = try db.made(.claimsOfInsight, ["insight": insight], KeptClaim.init(row:))
    return Dictionary(kept.map { ($0.claim.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  private func add(_ claim: Claim, to insight: Int64, imported: Bool) throws {
    let subject = try entities.id(claim.subject)
    let relation = try relations.id(claim.relation)
    let object = try entities.id(claim.object)
    let surface = claim.surface
    let surfaceSubject = try texts.id(surface.subject)
    let surfaceRelation = try texts.id(surface.relation)
    let surfaceObject = try texts.id(surface.object)
    let scope = try claim.scope.map { try texts.id($0) }
    let time = try claim.time.map { try texts.id($0) }
    let attribution = try claim.attribution.map { try texts.id($0) }
    let quote = try texts.passingID(claim.evidence.quote)
    try addClaim.run {
      $0.add(claim.id)
      $0.add(insight)
      $0.add(subject)
      $0.add(relation)
      $0.add(object)
      $0.add(surfaceSubject)
      $0.add(surfaceRelation)
      $0.add(surfaceObject)
      $0.add(claim.polarity.rawValue)
      $0.add(claim.modality.rawValue)
      $0.add(scope)
      $0.add(time)
      $0.add(claim.validFrom)
      $0.add(claim.validTo)
      $0.add(attribution)
      $0.add(claim.confidence)
      $0.add(quote)
      $0.add(Int64(claim.evidence.start))
      $0.add(Int64(claim.evidence.end))
      $0.add(Int64(imported ? 1 : 0))
    }
  }
}
