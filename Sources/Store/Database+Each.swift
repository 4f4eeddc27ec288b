import GRDB
import GRDBSQLite
import Queries

extension Database {
  /// Hands over each row of a query, by SQLite's own interface because there may be millions.
  func each(
    _ query: Query, _ arguments: StatementArguments = StatementArguments(),
    _ body: (OpaquePointer) -> Void
  ) throws {
    let statement = try cachedStatement(sql: query.sql)
    try statement.setArguments(arguments)
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else {
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code),
          message: sqlite3_errmsg(sqliteConnection).map { String(cString: $0) },
          sql: statement.sql)
      }
      body(handle)
    }
  }
}
