import GRDB
import GRDBSQLite
import Queries

/// A statement that is run for each of many rows, by SQLite's own interface.
///
/// Because GRDB looks a statement up by its text and wraps each value, which takes longer than most
/// insertions do.
struct RowStatement {
  private let statement: Statement
  private let connection: OpaquePointer?

  init(_ query: Query, db: Database) throws {
    statement = try db.cachedStatement(sql: query.sql)
    connection = db.sqliteConnection
  }

  /// The row that the last run added.
  var rowID: Int64 { sqlite3_last_insert_rowid(connection) }

  /// Whether the last run changed anything.
  var changedAny: Bool { sqlite3_changes(connection) > 0 }

  /// Runs it with values for its parameters, in their order.
  func run(_ values: (inout Values) -> Void) throws {
    let handle = statement.sqliteStatement
    sqlite3_reset(handle)
    var bound = Values(handle: handle)
    values(&bound)
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE, bound.failure == SQLITE_OK else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code == SQLITE_DONE ? bound.failure : code),
        message: sqlite3_errmsg(connection).map { String(cString: $0) }, sql: statement.sql)
    }
  }

  /// Values in the order of the parameters.
  struct Values {
    fileprivate let handle: OpaquePointer
    fileprivate var failure = SQLITE_OK
    private var place: Int32 = 0

    fileprivate init(handle: OpaquePointer) { self.handle = handle }

    private mutating func note(_ code: Int32) { if code != SQLITE_OK { failure = code } }

    mutating func add(_ number: Int64) {
      place += 1
      note(sqlite3_bind_int64(handle, place, number))
    }

    mutating func add(_ number: Int64?) {
      guard let number else { return addNull() }
      add(number)
    }

    mutating func add(_ number: Double) {
      place += 1
      note(sqlite3_bind_double(handle, place, number))
    }

    mutating func add(_ text: String) {
      place += 1
      var text = text
      note(
        text.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) {
            // Without an address it would be no text at all.
            $0.isEmpty
              ? sqlite3_bind_text(handle, place, "", 0, toBeCopied)
              : sqlite3_bind_text(handle, place, $0.baseAddress, Int32($0.count), toBeCopied)
          }
        })
    }

    mutating func add(_ text: String?) {
      guard let text else { return addNull() }
      add(text)
    }

    private mutating func addNull() {
      place += 1
      note(sqlite3_bind_null(handle, place))
    }
  }
}

/// Says that SQLite keeps a text of its own, because ours goes before the statement does.
let toBeCopied = unsafeBitCast(
  OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)
