import Claims
import Foundation
import GRDB
import Queries

extension ClaimStore {
  /// The whole store as canonical JSON lines: the same for the same inputs, whatever their order.
  ///
  /// Without times of change, inner ids and clashes, because the first two differ between two such
  /// stores, and the clashes follow from the rest. What an analyst did has its time and order.
  public func dump() throws -> [String] {
    var lines: [String] = []
    try dump { lines.append($0) }
    return lines
  }

  /// The same, a line at a time, because a large store's text is larger than memory.
  public func dump(to write: (String) throws -> Void) throws {
    try withoutActuallyEscaping(write) { write in
      let writer = DumpWriter(write: write)
      try read { db in
        let insights = try Row.fetchCursor(db.cachedStatement(sql: Query.everyInsight.sql))
        while let row = try insights.next() { try writer.line(DumpedInsight(row: row, db: db)) }
        for part in writer.parts(beside: db) { try part() }
      }
    }
  }

  /// Fills this store with the lines of a dump, as below.
  public func load(_ lines: some Sequence<String>) throws {
    try load { keep in for line in lines { try keep(line) } }
  }

  /// Fills this store, which must hold no insights yet, with the lines that `read` hands on one by
  /// one; all or nothing.
  ///
  /// The clashes are to be looked for afterwards.
  public func load(from read: (_ keep: (String) throws -> Void) throws -> Void) throws {
    let decoder = JSONDecoder()
    try writeFilling { db, isEmpty in
      guard isEmpty else { throw StoreError.notEmpty(path: path) }
      let writer = try ClaimWriter(db: db)
      var vocabulary = Vocabulary.Entries()
      var number = 0
      try read { line in
        number += 1
        if line.isEmpty { return }
        let part: DumpedPart
        do {
          part = try decoder.decode(DumpedPart.self, from: Data(line.utf8))
        } catch {
          throw StoreError.notADump(line: number)
        }
        switch part {
        case .insight(let insight): try writer.keep(insight)
        case .retraction(let retraction):
          let isDocument = retraction.retracted == "document"
          _ = try (isDocument ? writer.documents : writer.sources).id(retraction.name)
          try db.run(
            isDocument ? .retractDocument : .retractSource,
            ["name": retraction.name, "because": retraction.because, "at": retraction.at])
        case .verdict(let verdict): try db.set(verdict)
        case .identity(let record): try db.add(record)
        case .grading(let grading): try db.add(grading)
        case .briefed(let briefed): try db.add(briefed)
        case .log(let entry): try db.add(entry)
        case .frame(let frame): vocabulary.frames.append(frame)
        case .relation(let relation): vocabulary.relations.append(relation)
        case .entity(let entity): vocabulary.entities.append(entity)
        }
      }
      try db.keep(vocabulary)
    }
  }
}

/// Writes the lines of a dump.
struct DumpWriter {
  private let encoder = JSONEncoder()
  private let write: (String) throws -> Void

  init(write: @escaping (String) throws -> Void) {
    self.write = write
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func line(_ value: some Encodable) throws {
    try write(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// What writes all that a dump holds beside insights, a kind each.
  func parts(beside db: Database) -> [() throws -> Void] {
    [
      {
        for row in try db.rows(.retractions) {
          try line(
            Retraction(
              retracted: row.value("what"), name: row.value("name"), because: row.value("because"),
              at: row.value("at")))
        }
      },
      { for verdict in try db.verdicts() { try line(["verdict": verdict]) } },
      {
        for kept in try db.identityRecords() where kept.undone == nil {
          try line(["identity": kept.record])
        }
      },
      { for grading in try db.gradings() { try line(["grading": grading]) } },
      { for briefed in try db.briefed() { try line(["briefed": briefed]) } },
      { for entry in try db.log() { try line(["log": entry]) } },
      {
        let vocabulary = try Vocabulary.Entries(db: db)
        for frame in vocabulary.frames { try line(["frame": frame]) }
        for relation in vocabulary.relations { try line(["relation": relation]) }
        for entity in vocabulary.entities { try line(["entity": entity]) }
      },
    ]
  }
}

/// An insight and its claims, in the shape that `kg import` reads.
struct DumpedInsight: Codable {
  struct Origin: Codable {
    var file: String
    var reading: InsightReading
  }

  var id: String
  var title: String?
  var text: String
  var document: String
  var source: String?
  var published: String?
  var speaker: String?
  var marks: [TimeMark]?
  var claims: [Claim]
  /// Ids of the claims that someone else made.
  var imported: [String]
  /// The files that gave it.
  var origins: [Origin]

  init(row: Row, db: Database) throws {
    let key: StatementArguments = ["insight": try row.value("row") as Int64]
    let claims = try db.made(.claimsOfInsight, key, KeptClaim.init(row:))
      .sorted { $0.claim.precedes($1.claim) }
    let origins = try db.rows(.originsOfInsight, key).map {
      DumpedInsight.Origin(
        file: try $0.value("file"),
        reading: InsightReading(rawValue: try $0.value("reading")) ?? .sentences)
    }
    self.init(try Insight(row: row), claims, origins)
  }

  init(_ insight: Insight, _ claims: [KeptClaim], _ origins: [Origin]) {
    id = insight.id
    title = insight.title
    text = insight.text
    document = insight.document
    source = insight.source
    published = insight.published
    speaker = insight.speaker
    marks = insight.marks.isEmpty ? nil : insight.marks
    self.claims = claims.map(\.claim)
    imported = claims.filter(\.imported).map(\.claim.id)
    self.origins = origins
  }

  var insight: Insight {
    Insight(
      id: id, title: title, text: text, document: document, source: source, published: published,
      speaker: speaker, marks: marks ?? [])
  }
}

private struct Retraction: Codable {
  /// `document` or `source`.
  var retracted: String
  var name: String
  var because: String?
  /// When; no dump of an older `kg` says it.
  var at: String?
}

/// What one line of a dump holds, told by the key that no other kind has.
private enum DumpedPart: Decodable {
  case insight(DumpedInsight)
  case retraction(Retraction)
  case verdict(Verdict)
  case identity(IdentityRecord)
  case grading(Grading)
  case briefed(Briefed)
  case log(LogEntry)
  case frame(Vocabulary.Frame)
  case relation(Vocabulary.Relation)
  case entity(Vocabulary.Entity)

  enum Key: String, CodingKey {
    case claims, retracted, verdict, identity, grading, briefed, log, frame, relation, entity
  }

  init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: Key.self)
    if c.contains(.claims) {
      self = .insight(try DumpedInsight(from: decoder))
    } else if c.contains(.retracted) {
      self = .retraction(try Retraction(from: decoder))
    } else if c.contains(.verdict) {
      self = .verdict(try c.decode(Verdict.self, forKey: .verdict))
    } else if c.contains(.identity) {
      self = .identity(try c.decode(IdentityRecord.self, forKey: .identity))
    } else if c.contains(.grading) {
      self = .grading(try c.decode(Grading.self, forKey: .grading))
    } else if c.contains(.briefed) {
      self = .briefed(try c.decode(Briefed.self, forKey: .briefed))
    } else if c.contains(.log) {
      self = .log(try c.decode(LogEntry.self, forKey: .log))
    } else if c.contains(.frame) {
      self = .frame(try c.decode(Vocabulary.Frame.self, forKey: .frame))
    } else if c.contains(.relation) {
      self = .relation(try c.decode(Vocabulary.Relation.self, forKey: .relation))
    } else {
      self = .entity(try c.decode(Vocabulary.Entity.self, forKey: .entity))
    }
  }
}
