import Claims
import Foundation
import GRDB
import Queries

extension ClaimStore {
  /// Begins a session and returns its number; it is the one under way until another is.
  public func openSession(_ question: String, at: String) throws -> Int {
    try write { db in
      let session = Int(try db.id(.lastSession, [:]) ?? 0) + 1
      try db.add(LogEntry(session: session, at: at, .opened(question: question)))
      return session
    }
  }

  /// Adds a line to a session's log.
  public func log(_ entry: LogEntry) throws { try write { try $0.add(entry) } }

  /// The log of a session, or of all, the earliest first.
  public func log(of session: Int? = nil) throws -> [LogEntry] {
    try read { try $0.log(of: session) }
  }

  /// The session under way, if one is.
  public func sessionInUse() throws -> Int? {
    try readOnce { try $0.first(.sessionInUse).map { try $0.value("session") } }
  }

  /// Notes how far a source or claim is trusted.
  public func grade(_ grading: Grading) throws { try write { try $0.add(grading) } }

  /// Every grade ever given, the earliest first.
  public func gradings() throws -> [Grading] { try read { try $0.gradings() } }

  /// The source's name as the store writes it, whatever its case.
  public func source(named name: String) throws -> String? {
    try read { try $0.first(.hasSource, ["name": name]).map { try $0.value("name") } }
  }

  /// The claims whose ids begin so, or that an insight of this id holds, withdrawn ones too.
  public func claims(named reference: String) throws -> [Claim] {
    // The last digit an id may go on with comes before "g".
    try claims(
      .claimsNamed, ["start": reference, "end": reference + "g", "insight": reference])
  }

  /// How claims stand now, by id; those that are not in the store any more are left out.
  public func footings(of ids: some Sequence<String>) throws -> [String: Footing] {
    let rows = try read { db in
      try db.rows(.footing, ["ids": json(ids)]).map(Footing.init(row:)).map { stored in
        guard !identities.isEmpty else { return stored }
        var footing = stored
        footing.claim = identities.read(stored.claim)
        guard identities.concern(stored.claim) else { return footing }
        let alike = try identities.claims(saying: footing.claim.words, in: db).map(\.id)
        footing.alike = Set(alike).subtracting([footing.claim.id]).sorted()
        return footing
      }
    }
    // Of a claim that two documents hold, one of which is withdrawn, the other stands.
    return Dictionary(rows.map { ($0.claim.id, $0) }) { $0.withdrawn == nil ? $0 : $1 }
  }
}

extension ClaimStore {
  /// Those of these claims whose quote is not what their insight says at its place.
  public func misquoted(among ids: some Sequence<String>) throws -> Set<String> {
    let ids = json(ids)
    return Set(try read { try $0.rows(.wrongQuotes, ["ids": ids]).map { try $0.value("claim") } })
  }
}

extension Footing {
  fileprivate init(row: Row) throws {
    try self.init(
      try Claim(row: row), withdrawn: row.value("withdrawn"),
      alike: names(row.value("alike")).sorted(),
      clashes: names(row.value("clashes")).sorted(),
      updates: names(row.value("updates")).sorted())
  }
}

extension Database {
  func add(_ entry: LogEntry) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let act = try encoder.encode(entry.act)
    let kind = try JSONDecoder().decode([String: Anything].self, from: act).keys.first
    try run(
      .addLog,
      [
        "session": entry.session, "at": entry.at, "kind": kind,
        "act": String(decoding: act, as: UTF8.self),
      ])
  }

  func log(of session: Int? = nil) throws -> [LogEntry] {
    let decoder = JSONDecoder()
    return try rows(.sessionLog, ["session": session]).map { row in
      LogEntry(
        session: try row.value("session"), at: try row.value("at"),
        try decoder.decode(Act.self, from: Data((try row.value("act") as String).utf8)))
    }
  }

  func add(_ grading: Grading) throws {
    try run(
      .addGrade,
      [
        "what": grading.what.rawValue, "name": grading.name, "grade": grading.grade,
        "because": grading.because, "at": grading.at,
      ])
  }

  func gradings() throws -> [Grading] {
    try rows(.grades).compactMap { row in
      try Grade.What(rawValue: row.value("what")).map {
        try Grading(
          $0, row.value("name"), row.value("grade"), because: row.value("because"),
          at: row.value("at"))
      }
    }
  }
}

/// Any JSON, of which only the key is wanted.
private struct Anything: Decodable {
  init(from _: any Decoder) {}
}
