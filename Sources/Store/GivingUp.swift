import GRDBSQLite

/// A question asked again and again while statements run: whether the one who waits has given up.
///
/// A plain function, because SQLite calls it.
public struct GivingUp: Sendable {
  let asked: @convention(c) () -> Bool

  public init(asked: @escaping @convention(c) () -> Bool) { self.asked = asked }

  /// Ends the statements of a connection with `SQLITE_INTERRUPT` when the answer is yes.
  func watch(_ connection: OpaquePointer?) {
    sqlite3_progress_handler(
      connection, Self.steps,
      { context in
        let asked = unsafeBitCast(context, to: (@convention(c) () -> Bool).self)
        return asked() ? 1 : 0
      }, unsafeBitCast(asked, to: UnsafeMutableRawPointer.self))
  }

  /// Of SQLite's machine, between two answers: some microseconds.
  private static let steps: Int32 = 4096
}
