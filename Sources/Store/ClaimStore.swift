import Claims
import Foundation
import GRDB
import GRDBSQLite
import Queries
import Schema

/// Claims with their evidence in one SQLite file.
///
/// The only module that knows SQLite. A single connection rather than a pool, because a command
/// asks one thing at a time; the write-ahead log lets other processes read meanwhile.
public final class ClaimStore: ClaimSource, Sendable {
  /// What a command means to do with the file.
  public enum Mode: Sendable {
    case readOnly, readWrite
    /// As `readWrite`, and a missing file is made.
    case create
  }

  /// For how many seconds to wait while another program writes.
  public static let patience = 30.0

  public let path: String
  /// For how many seconds this one waits.
  let timeout: Double
  let database: DatabaseQueue
  /// The names that claims are read under; those they were stored with, unless merging was asked for.
  public let identities: Identities
  /// For statements that a user wrote.
  let guarded: GuardedConnection
  /// The file, and what was written to it, when it was opened.
  private let opened: State?
  private let givesUp: GivingUp?
  /// Whom claims join, where that is kept in memory.
  let graph: MadeOnce<Graph>?
  /// All its clashes, where they are kept in memory.
  let knownClashes: MadeOnce<KnownClashes?>?

  /// Opens the store, or throws a ``StoreError`` that tells what is wrong with the file.
  ///
  /// A store of an older schema is brought up to date, even to be read. `merged` reads claims under
  /// the names that people have said are theirs. `givesUp` is asked while statements run, and ends
  /// them with ``StoreError/interrupted``. One that `staysOpen`, and is opened anew when it has
  /// changed, keeps in memory what is asked of it again and again. `day` (ISO 8601) takes what was
  /// withdrawn after it as not withdrawn.
  public convenience init(
    path: String, mode: Mode = .readWrite, merged: Bool = false,
    timeout seconds: Double = ClaimStore.patience, givesUp: GivingUp? = nil,
    staysOpen: Bool = false, asOf day: String? = nil
  ) throws {
    let store = try ClaimStore(opening: path, mode: mode, timeout: seconds, givesUp: givesUp)
    // A quotation mark in a day would end the text that it stands in.
    if let day, day.allSatisfy({ $0.isNumber || $0 == "-" }) {
      try translated(path) {
        try store.database.writeWithoutTransaction { try $0.execute(sql: Schema.views(asOf: day)) }
      }
    }
    // Looked at first, so that what is written meanwhile is noticed.
    let state = try? State(of: path, store.database)
    let identities = merged ? try store.read { try $0.identities() } : Identities()
    self.init(store, opened: state, reading: identities, staysOpen: staysOpen)
  }

  private init(
    _ store: ClaimStore, opened: State?, reading identities: Identities, staysOpen: Bool
  ) {
    path = store.path
    timeout = store.timeout
    database = store.database
    givesUp = store.givesUp
    guarded = store.guarded
    self.opened = opened
    graph = staysOpen ? MadeOnce() : nil
    knownClashes = staysOpen ? MadeOnce() : nil
    self.identities = identities
  }

  private init(opening path: String, mode: Mode, timeout seconds: Double, givesUp: GivingUp?) throws
  {
    self.path = path
    timeout = seconds
    self.givesUp = givesUp
    identities = Identities()
    guarded = GuardedConnection(path: path, timeout: seconds, givesUp: givesUp)
    opened = nil
    graph = nil
    knownClashes = nil
    var isDirectory: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    if isDirectory.boolValue { throw StoreError.cannotOpen(path: path) }
    if !exists {
      guard mode == .create else { throw StoreError.missing(path: path) }
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      } catch {
        throw StoreError.cannotOpen(path: path)
      }
    }
    var configuration = Configuration()
    configuration.readonly = mode == .readOnly
    configuration.busyMode = .timeout(seconds)
    configuration.prepareDatabase { db in
      // GRDB takes note of each column that a statement reads, for observers. Who only reads has none, and
      // it takes longer than many a statement.
      if mode == .readOnly { sqlite3_set_authorizer(db.sqliteConnection, nil, nil) }
      try db.run(.largeCache)
      givesUp?.watch(db.sqliteConnection)
    }
    // GRDB turns WAL on before our look at the header, and another program's file must stay as
    // it is: so the header is read first, on a connection of its own.
    if exists {
      var looking = configuration
      looking.readonly = true
      database = try translated(path) {
        let look = try DatabaseQueue(path: path, configuration: looking)
        let (version, foreign) = try look.read { db in
          (try SchemaVersion.read(db), try db.foreignPrograms("view"))
        }
        try version.check(path: path, mayMigrate: mode != .readOnly)
        if mode == .readOnly {
          if version.schema == Schema.version, foreign.isEmpty { return look }
          guard FileManager.default.isWritableFile(atPath: path) else {
            if let name = foreign.first, version.schema == Schema.version {
              throw StoreError.foreign(path: path, name: name)
            }
            throw StoreError.olderSchema(
              path: path, found: version.schema, known: Schema.version)
          }
          _ = try ClaimStore(path: path, mode: .readWrite, timeout: seconds)
        }
        if mode != .readOnly {
          guard FileManager.default.isWritableFile(atPath: path) else {
            throw StoreError.readOnly(path: path)
          }
          configuration.journalMode = .wal
        }
        return try DatabaseQueue(path: path, configuration: configuration)
      }
    } else {
      configuration.journalMode = .wal
      database = try translated(path) {
        try DatabaseQueue(path: path, configuration: configuration)
      }
    }
    if mode != .readOnly { try migrate() }
  }

  /// Takes the file away, if nothing has come into it: for a store made for what then failed.
  public func removeIfEmpty() {
    guard let isEmpty = try? read({ try $0.first(.anyInsight) == nil }), isEmpty else { return }
    try? database.close()
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
  }

  /// Brings the store up to date, after a copy of it as it was has been laid beside it.
  private func migrate() throws {
    // Set here, because GRDB has its own mind when it opens a store.
    let (found, isForeign) = try translated(path) {
      try database.writeWithoutTransaction { db in
        try db.run(.durable)
        return try (
          SchemaVersion.read(db),
          !db.foreignPrograms("trigger").isEmpty || !db.foreignPrograms("view").isEmpty
        )
      }
    }
    // Without waiting for whoever is writing.
    if found.schema == Schema.version, !isForeign { return }
    if found.schema > 0, found.schema < Schema.version {
      let copy = "\(path).schema-\(found.schema)"
      if !FileManager.default.fileExists(atPath: copy) { try backup(to: copy) }
    }
    try write { db in
      let version = try SchemaVersion.read(db)
      try version.check(path: self.path, mayMigrate: true)
      // A store may come from a stranger: what would run by itself must be ours.
      if let name = try db.foreignPrograms("trigger").first {
        throw StoreError.foreign(path: self.path, name: name)
      }
      let steps = Schema.steps.dropFirst(version.schema)
      for step in steps { try db.execute(sql: step) }
      if try !steps.isEmpty || !db.foreignPrograms("view").isEmpty {
        try db.execute(sql: Schema.views)
      }
      // Clashes had no ids before schema 4.
      if (1..<4).contains(version.schema) { try db.replaceClashes(db.clashes()) }
    }
  }

  /// Several statements that see the store at one moment.
  ///
  /// By a transaction of our own, because GRDB's forbids to write by a setting on each side of it,
  /// and SQLite prepares all statements anew after a change of settings.
  func read<T>(_ body: (Database) throws -> T) throws -> T {
    try readOnce { db in
      if db.isInsideTransaction { return try body(db) }
      var made: T?
      try db.inTransaction(.deferred) {
        made = try body(db)
        return .commit
      }
      guard let made else { preconditionFailure("the transaction did not run") }
      return made
    }
  }

  /// One statement, which sees the store at one moment by itself.
  func readOnce<T>(_ body: (Database) throws -> T) throws -> T {
    if let givesUp, givesUp.asked() { throw StoreError.interrupted }
    return try translated(path) {
      isInTransaction ? try database.unsafeReentrantRead(body) : try database.unsafeRead(body)
    }
  }

  /// Whether it gives what it gave when it was opened: the path is still that file, and nobody has
  /// written to it by another connection.
  public var isCurrent: Bool { opened != nil && (try? State(of: path, database)) == opened }

  private struct State: Equatable {
    var device: UInt64
    var file: UInt64
    var version: Int64?

    init(of path: String, _ database: DatabaseQueue) throws {
      var found = stat()
      guard stat(path, &found) == 0 else { throw StoreError.missing(path: path) }
      device = UInt64(found.st_dev)
      file = UInt64(found.st_ino)
      version = try database.unsafeRead { try $0.first(.dataVersion)?.value(at: 0) }
    }
  }

  func write<T>(_ body: (Database) throws -> T) throws -> T {
    try translated(path) {
      isInTransaction ? try database.unsafeReentrantWrite(body) : try database.write(body)
    }
  }

  /// What the body does to this store is kept as a whole, or nothing of it: whatever ends the
  /// program, a log never lacks what was done.
  public func atOnce<T>(_ body: () throws -> T) throws -> T {
    if isInTransaction { return try body() }
    return try translated(path) {
      try database.write { _ in
        try Self.$inTransaction.withValue(ObjectIdentifier(database)) { try body() }
      }
    }
  }

  private var isInTransaction: Bool { Self.inTransaction == ObjectIdentifier(database) }

  /// The connection that the body of ``atOnce(_:)`` runs on.
  @TaskLocal private static var inTransaction: ObjectIdentifier?
}

/// What is made of a store that stays open when it is first asked for.
final class MadeOnce<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value?

  func with<T>(_ make: () throws -> Value, _ body: (Value) throws -> T) rethrows -> T {
    lock.lock()
    defer { lock.unlock() }
    let made = try value ?? make()
    value = made
    return try body(made)
  }

  /// Nil where nobody has asked for it yet.
  func ifMade<T>(_ body: (Value) throws -> T?) rethrows -> T? {
    lock.lock()
    defer { lock.unlock() }
    return try value.flatMap(body)
  }
}

/// What a SQLite file says of itself before anything is done to it.
struct SchemaVersion {
  var schema: Int
  var application: Int
  var tables: Int

  static func read(_ db: Database) throws -> SchemaVersion {
    guard let row = try db.first(.schemaVersion) else {
      return SchemaVersion(schema: 0, application: 0, tables: 0)
    }
    return SchemaVersion(
      schema: try row.value("version"), application: try row.value("application"),
      tables: try row.value("tables"))
  }

  func check(path: String, mayMigrate: Bool) throws {
    if tables == 0, schema == 0 {
      // A store whose making was cut short.
      guard mayMigrate else { throw StoreError.missing(path: path) }
      return
    }
    guard application == Schema.applicationID else { throw StoreError.notAStore(path: path) }
    if schema > Schema.version {
      throw StoreError.newerSchema(path: path, found: schema, known: Schema.version)
    }
  }
}

/// Runs the body, with failures of SQLite told as ``StoreError``.
func translated<T>(_ path: String, _ body: () throws -> T) throws -> T {
  do {
    return try body()
  } catch let error as DatabaseError {
    throw StoreError(error, path: path)
  } catch is RowDecodingError {
    throw StoreError.damaged(path: path, detail: "a row holds what it can't")
  }
}

extension Database {
  /// Names of the views or triggers that stand in the place of ours, or that we would run unasked.
  fileprivate func foreignPrograms(_ type: String) throws -> [String] {
    try rows(.programs).compactMap { row in
      let (kind, name): (String, String) = try (row.value("type"), row.value("name"))
      guard kind == type else { return nil }
      return Schema.isForeign(kind, name, sql: try row.value("sql")) ? name : nil
    }
  }
}

extension Row {
  /// The value of a column; one of another kind than it must be is an error, because it comes of
  /// damage.
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: String) throws
    -> Value
  {
    try decode(forColumn: column)
  }

  /// The same by the column's place.
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(at place: Int) throws
    -> Value
  {
    try decode(atIndex: place)
  }
}

extension Database {
  func rows(_ query: Query, _ arguments: StatementArguments = StatementArguments()) throws -> [Row]
  {
    try Row.fetchAll(cachedStatement(sql: query.sql), arguments: arguments)
  }

  /// What is made of each row while it is read, which spares a copy of the row.
  func made<Value>(
    _ query: Query, _ arguments: StatementArguments = StatementArguments(),
    _ make: (Row) throws -> Value
  ) throws -> [Value] {
    let rows = try Row.fetchCursor(cachedStatement(sql: query.sql), arguments: arguments)
    var made: [Value] = []
    while let row = try rows.next() { made.append(try make(row)) }
    return made
  }

  func first(_ query: Query, _ arguments: StatementArguments = StatementArguments()) throws -> Row?
  {
    try Row.fetchOne(cachedStatement(sql: query.sql), arguments: arguments)
  }

  func run(_ query: Query, _ arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: query.sql).execute(arguments: arguments)
  }

  /// The id that a statement with RETURNING gives.
  func id(_ query: Query, _ arguments: StatementArguments) throws -> Int64? {
    // All rows, because a statement that isn't run to its end may not write.
    try Int64.fetchAll(cachedStatement(sql: query.sql), arguments: arguments).first
  }
}

/// Names as a JSON array, to bind a list of any length to one parameter.
///
/// By hand, because setting up an encoder takes longer than most look-ups.
func json(_ values: some Sequence<String>) -> String {
  "[" + values.sorted().map(jsonText).joined(separator: ",") + "]"
}

private func jsonText(_ value: String) -> String {
  var out = "\""
  for scalar in value.unicodeScalars {
    switch scalar {
    case "\"", "\\": out += "\\\(scalar)"
    case "\u{0}"..<" ":
      let code = String(scalar.value, radix: 16)
      out += "\\u" + String(repeating: "0", count: 4 - code.count) + code
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out + "\""
}
