import GRDB

/// Why a store can't be used; the sentence names the file and what to do.
public enum StoreError: Error, Equatable {
  case missing(path: String)
  case notAStore(path: String)
  case newerSchema(path: String, found: Int, known: Int)
  case olderSchema(path: String, found: Int, known: Int)
  case readOnly(path: String)
  case locked(path: String)
  case full(path: String)
  case cannotOpen(path: String)
  case damaged(path: String, detail: String)
  case foreign(path: String, name: String)
  case exists(path: String)
  case notEmpty(path: String)
  case notADump(line: Int)
  case unknownName(String)
  /// No document or source of this name is withdrawn.
  case notWithdrawn(String)
  case badStatement(detail: String)
  case refused(statement: String)
  /// The one who asked has given up waiting.
  case interrupted
  case failed(path: String, detail: String)
}

extension StoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no store here; make one with 'kg ingest FILE' or name another file"
    case .notAStore(let path):
      "\(path): this file is no store of kg; name another file with --db"
    case .newerSchema(let path, let found, let known):
      "\(path): the database has schema \(found), this kg knows \(known); "
        + "update kg or name another file"
    case .olderSchema(let path, let found, let known):
      "\(path): the database has schema \(found), this kg reads \(known) and may not write to "
        + "the file to bring it up to date; open a copy of it"
    case .readOnly(let path):
      "\(path): the store may not be written to; check the rights of the file and its folder"
    case .locked(let path):
      "\(path): another program is writing to the store; try again when it is done, or wait "
        + "longer with --timeout"
    case .full(let path):
      "\(path): no room is left on the disk; nothing was changed, free some space and try again"
    case .cannotOpen(let path):
      "\(path): the store can't be opened; check that the path is a file you may read"
    case .damaged(let path, let detail):
      "\(path): the store is damaged (\(detail)); restore it from a backup, or save what is left: "
        + "kg dump --salvage | kg load --db NEW"
    case .foreign(let path, let name):
      "\(path): the store holds a program that is not of kg (\(name)), which would run by itself; "
        + "take over what the store holds: kg dump | kg load --db NEW"
    case .exists(let path):
      "\(path): there is a file already; name another for the copy"
    case .notEmpty(let path):
      "\(path): the store holds insights already; load into another with --db"
    case .notADump(let line):
      "line \(line) is none that 'kg dump' prints; nothing was loaded"
    case .unknownName(let name):
      "the store has no document or source named '\(name)'; "
        + "kg sql 'SELECT id, source FROM documents' lists them"
    case .notWithdrawn(let name):
      "no document or source named '\(name)' is withdrawn"
    case .badStatement(let detail):
      "the statement can't be run: \(detail)"
    case .refused(let statement):
      "only reading is allowed here, the database refused: \(statement)"
    case .interrupted:
      "interrupted"
    case .failed(let path, let detail):
      "\(path): \(detail)"
    }
  }
}

extension StoreError {
  /// What a failure of SQLite means to the user of the file.
  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notAStore(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path)
    case .SQLITE_INTERRUPT: self = .interrupted
    case .SQLITE_CORRUPT: self = .damaged(path: path, detail: error.message ?? "corrupt")
    default: self = .failed(path: path, detail: error.message ?? "\(error)")
    }
  }
}
