import GRDB
import Queries

/// Which id each name was seen to have, over several transactions.
///
/// That holds as long as none of them is rolled back, because no id is ever given up or changed.
final class KnownNames {
  /// Of one table.
  fileprivate final class IDs {
    var byName: [String: Int64] = [:]
  }

  private var tables: [Query: IDs] = [:]

  fileprivate func ids(of query: Query) -> IDs {
    let ids = tables[query] ?? IDs()
    tables[query] = ids
    return ids
  }

  /// What came long ago is forgotten rather than let memory grow.
  fileprivate static let limit = 400_000
}

/// A table that keeps each name once, within one transaction.
final class NameTable {
  private let db: Database
  private let query: Query
  private let known: KnownNames.IDs
  private let add: RowStatement
  /// Where the words of each new name go too.
  private let addWords: RowStatement?
  private var last: (name: String, id: Int64)?

  init(_ query: Query, known: KnownNames, db: Database) throws {
    self.db = db
    self.query = query
    self.known = known.ids(of: query)
    add = try RowStatement(query, db: db)
    addWords = query == .addEntity ? try RowStatement(.addEntityWords, db: db) : nil
  }

  /// The id of a name, and whether it is new.
  func entry(_ name: String) throws -> (id: Int64, isNew: Bool) {
    if let id = known.byName[name] { return (id, false) }
    let (id, isNew) = try kept(name)
    if known.byName.count >= KnownNames.limit { known.byName = [:] }
    known.byName[name] = id
    return (id, isNew)
  }

  func id(_ name: String) throws -> Int64 { try entry(name).id }

  /// The same for a name that hardly comes again but right after; it isn't remembered for longer.
  func passingID(_ name: String) throws -> Int64 {
    if let last, last.name == name { return last.id }
    let id = try known.byName[name] ?? kept(name).id
    last = (name, id)
    return id
  }

  /// Not by RETURNING, because that counts as a trigger: see schema 6.
  private func kept(_ name: String) throws -> (id: Int64, isNew: Bool) {
    try add.run { $0.add(name) }
    if add.changedAny {
      let id = add.rowID
      try addWords?.run {
        $0.add(id)
        $0.add(name)
      }
      return (id, true)
    }
    let table = query.rawValue.dropFirst("add_".count).description
    return (try db.id(.nameID, ["table": table, "value": name]) ?? 0, false)
  }
}
