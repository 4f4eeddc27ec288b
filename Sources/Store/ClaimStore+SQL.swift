import Foundation
import GRDBSQLite
import Queries

extension ClaimStore {
  /// A value of a row that `sql` gives.
  public enum Value: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
  }

  /// Runs one reading statement; whatever would write, attach or change a setting is refused by
  /// the connection.
  ///
  /// Parameters that the statement names and `parameters` doesn't are null; a name it doesn't have is
  /// refused, because it is most likely a slip.
  public func sql(_ statement: String, parameters: [String: String] = [:]) throws -> (
    columns: [String], rows: [[Value]]
  ) {
    try guarded.run(statement, parameters: parameters)
  }
}

/// A connection that only reads, for statements that a user wrote; it is opened by the first.
///
/// One of its own, because GRDB keeps SQLite's authorizer for itself. Statements stay prepared for
/// the next time.
final class GuardedConnection: @unchecked Sendable {
  private let path: String
  private let timeout: Double
  private let givesUp: GivingUp?
  // A command asks one thing at a time; the lock is for tests, which don't.
  private let lock = NSLock()
  private var handle: OpaquePointer?
  private var prepared: [String: OpaquePointer] = [:]
  private static let mostPrepared = 100

  init(path: String, timeout: Double, givesUp: GivingUp?) {
    self.path = path
    self.timeout = timeout
    self.givesUp = givesUp
  }

  deinit {
    for statement in prepared.values { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
  }

  private func open() throws {
    guard handle == nil else { return }
    guard sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else {
      sqlite3_close_v2(handle)
      handle = nil
      throw StoreError.cannotOpen(path: path)
    }
    sqlite3_busy_timeout(handle, Int32(timeout * 1000))
    givesUp?.watch(handle)
    sqlite3_exec(handle, Query.largeCache.sql, nil, nil, nil)
    // FTS5 declares its columns by a CREATE statement of its own when it is first named, which must
    // come before the authorizer.
    var words: OpaquePointer?
    sqlite3_prepare_v2(handle, Query.insightsMentioning.sql, -1, &words, nil)
    sqlite3_finalize(words)
    sqlite3_set_authorizer(handle, authorize, nil)
  }

  private func prepare(_ statement: String) throws -> OpaquePointer {
    if let known = prepared[statement] { return known }
    var made: OpaquePointer?
    let (code, hasMore) = statement.withCString { start in
      var tail: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v2(handle, start, -1, &made, &tail)
      let rest = tail.map { String(cString: $0) } ?? ""
      return (code, rest.contains { !$0.isWhitespace && $0 != ";" })
    }
    try check(code, statement)
    guard let made else { throw StoreError.badStatement(detail: "it is empty") }
    guard !hasMore else {
      sqlite3_finalize(made)
      throw StoreError.badStatement(detail: "one statement at a time")
    }
    if prepared.count >= Self.mostPrepared {
      for statement in prepared.values { sqlite3_finalize(statement) }
      prepared = [:]
    }
    prepared[statement] = made
    return made
  }

  func run(_ statement: String, parameters: [String: String]) throws -> (
    columns: [String], rows: [[ClaimStore.Value]]
  ) {
    lock.lock()
    defer { lock.unlock() }
    try open()
    let prepared = try prepare(statement)
    defer {
      sqlite3_reset(prepared)
      sqlite3_clear_bindings(prepared)
    }
    try bind(parameters, to: prepared)
    let columns = (0..<sqlite3_column_count(prepared)).map { column in
      sqlite3_column_name(prepared, column).map { String(cString: $0) } ?? ""
    }
    var rows: [[ClaimStore.Value]] = []
    while true {
      let code = sqlite3_step(prepared)
      if code == SQLITE_DONE { return (columns, rows) }
      guard code == SQLITE_ROW else {
        try check(code, statement)
        return (columns, rows)
      }
      rows.append(columns.indices.map { ClaimStore.Value(prepared, Int32($0)) })
    }
  }

  private func bind(_ parameters: [String: String], to statement: OpaquePointer?) throws {
    let names = (0..<sqlite3_bind_parameter_count(statement)).compactMap { index in
      sqlite3_bind_parameter_name(statement, index + 1).map { String(cString: $0) }
    }
    for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
      guard let place = names.firstIndex(of: ":" + name) else {
        let known = names.map { String($0.dropFirst()) }.joined(separator: ", ")
        throw StoreError.badStatement(
          detail: "it has no parameter \(name)" + (known.isEmpty ? "" : ", only \(known)"))
      }
      sqlite3_bind_text(statement, Int32(place + 1), value, -1, toBeCopied)
    }
  }

  private func check(_ code: Int32, _ statement: String) throws {
    switch code {
    case SQLITE_OK: return
    case SQLITE_AUTH, SQLITE_READONLY: throw StoreError.refused(statement: statement)
    case SQLITE_BUSY, SQLITE_LOCKED: throw StoreError.locked(path: path)
    case SQLITE_INTERRUPT: throw StoreError.interrupted
    case SQLITE_NOTADB: throw StoreError.notAStore(path: path)
    default: throw StoreError.badStatement(detail: String(cString: sqlite3_errmsg(handle)))
    }
  }
}

extension ClaimStore.Value {
  fileprivate init(_ statement: OpaquePointer?, _ column: Int32) {
    let count = Int(sqlite3_column_bytes(statement, column))
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      let bytes = UnsafeBufferPointer(start: sqlite3_column_text(statement, column), count: count)
      self = .text(String(decoding: bytes, as: UTF8.self))
    case SQLITE_BLOB:
      self = .blob(
        Array(UnsafeRawBufferPointer(start: sqlite3_column_blob(statement, column), count: count)))
    default: self = .null
    }
  }
}

/// Allows what reads; FTS5 itself asks for `data_version` while it searches.
private func authorize(
  _: UnsafeMutableRawPointer?, action: Int32, first: UnsafePointer<CChar>?,
  second: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?
) -> Int32 {
  switch action {
  case SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION, SQLITE_RECURSIVE: return SQLITE_OK
  case SQLITE_PRAGMA:
    let name = first.map { String(cString: $0).lowercased() } ?? ""
    return readingPragmas.contains(name) ? SQLITE_OK : SQLITE_DENY
  default: return SQLITE_DENY
  }
}

private let readingPragmas: Set<String> = [
  "data_version", "table_info", "table_xinfo", "table_list", "index_list", "index_info",
  "foreign_key_list",
]
