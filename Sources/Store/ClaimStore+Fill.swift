import GRDB
import Queries
import Schema

extension ClaimStore {
  /// One transaction, which fills an empty store in half the time: its indexes are made when
  /// everything is there, and references are not looked up again that were just written.
  func writeFilling<T>(_ body: (_ db: Database, _ isEmpty: Bool) throws -> T) throws -> T {
    while true {
      // Looked at twice, because references are let go of before the transaction that may find
      // another's insights.
      let result = try translated(path) {
        try database.writeWithoutTransaction { db in
          let seemsEmpty = try db.first(.anyInsight) == nil
          if seemsEmpty { try db.run(.referencesOff) }
          defer { if seemsEmpty { try? db.run(.referencesOn) } }
          var result: T?
          try db.inTransaction(.immediate) {
            let isEmpty = try db.first(.anyInsight) == nil
            guard isEmpty == seemsEmpty else { return .rollback }
            if isEmpty { try db.execute(sql: Schema.dropIndexes) }
            result = try body(db, isEmpty)
            if isEmpty { try db.execute(sql: Schema.makeIndexes) }
            return .commit
          }
          return result
        }
      }
      if let result { return result }
    }
  }
}
