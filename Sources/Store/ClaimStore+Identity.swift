import Claims
import Foundation
import GRDB
import Queries

extension ClaimStore {
  /// A record with its number, and when it was undone.
  public struct KeptIdentity: Sendable {
    public var number: Int
    public var record: IdentityRecord
    public var undone: String?
  }

  /// Who speaks in a document, as its transcript has it.
  public struct DocumentSpeaker: Sendable, Hashable {
    public var name: String
    public var source: String?
    public var document: String
    public var passages: Int
  }

  /// Who speaks in transcripts, by name.
  public func speakers() throws -> [DocumentSpeaker] {
    try read { db in
      try db.rows(.speakers).map {
        try DocumentSpeaker(
          name: $0.value("speaker"), source: $0.value("source"), document: $0.value("document"),
          passages: $0.value("passages"))
      }
    }
  }

  /// Keeps what a person says of two names; returns its number.
  @discardableResult
  public func add(_ record: IdentityRecord) throws -> Int { try write { try $0.add(record) } }

  /// Takes a record back: names are read as they were without it.
  public func undoIdentity(_ number: Int, at: String) throws {
    try write { try $0.run(.undoIdentity, ["id": number, "at": at]) }
  }

  /// The names as the records in force have them now.
  public func currentIdentities() throws -> Identities { try read { try $0.identities() } }

  /// Every record, undone ones too, the earliest first.
  public func identityRecords() throws -> [KeptIdentity] {
    try read { try $0.identityRecords() }
  }
}

extension Database {
  @discardableResult
  func add(_ record: IdentityRecord) throws -> Int {
    Int(try id(.addIdentity, record.arguments()) ?? 0)
  }

  func identityRecords() throws -> [ClaimStore.KeptIdentity] {
    try rows(.identities).compactMap { row in
      try IdentityRecord.Kind(rawValue: row.value("kind")).map { kind in
        try ClaimStore.KeptIdentity(
          number: row.value("id"),
          record: IdentityRecord(
            kind, row.value("name"), row.value("other"),
            claims: (row.value("claims") as String?).map { names($0).sorted() },
            source: row.value("source"), document: row.value("document"),
            because: row.value("because"), at: row.value("at")),
          undone: row.value("undone_at"))
      }
    }
  }

  /// The names as the records in force have them.
  func identities() throws -> Identities {
    Identities(try identityRecords().filter { $0.undone == nil }.map(\.record))
  }
}

extension IdentityRecord {
  fileprivate func arguments() throws -> StatementArguments {
    [
      "kind": kind.rawValue, "name": name, "other": other,
      "claims": claims.map { json($0) }, "source": source, "document": document,
      "because": because, "at": at,
    ]
  }
}
