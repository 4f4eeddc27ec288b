import Claims
import GRDB
import GRDBSQLite
import Queries

extension ClaimStore {
  /// The names in so many steps from one over claims, each at its fewest steps; by name.
  public func neighbours(of name: String, steps: Int, _ direction: Direction) throws -> [[String]] {
    if let found = try inGraph({ $0.around(name, steps: steps, direction) }) { return found }
    var reached: Set<String> = [name]
    var edge = [name]
    var found: [[String]] = []
    while found.count < steps, !edge.isEmpty {
      var next: Set<String> = []
      if direction != .into { next.formUnion(try self.names(after: edge)) }
      if direction != .out { next.formUnion(try self.names(before: edge)) }
      edge = next.subtracting(reached).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      reached.formUnion(edge)
      if !edge.isEmpty { found.append(edge) }
    }
    return found
  }

  /// How many those are at each number of steps.
  public func neighbourCounts(of name: String, steps: Int, _ direction: Direction) throws -> [Int] {
    if let found = try inGraph({ $0.counts(around: name, steps: steps, direction) }) {
      return found
    }
    return try neighbours(of: name, steps: steps, direction).map(\.count)
  }

  /// The names on a shortest way of claims, read in either direction, between two names, which are its
  /// ends; nil where none of so many steps is there.
  public func way(from name: String, to other: String, steps: Int) throws -> [String]? {
    if name == other { return [name] }
    if let found = try inGraph({ $0.way(from: name, to: other, steps: steps) }) { return found }
    guard identities.isEmpty else {
      let ways = ShortestWay<String>(
        beside: { try self.entityNames(beside: Set($0)) },
        first: { $0.min { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? name })
      return try ways.nodes(from: name, to: other, steps: steps)
    }
    // By rows rather than names, because to look up names takes longer than the walk.
    return try read { db in
      let rows = try [name, other].compactMap {
        try db.id(.nameID, ["table": "entity", "value": $0])
      }
      guard let start = rows.first, let goal = rows.last, rows.count == 2 else { return nil }
      let ways = ShortestWay<Int64>(
        beside: { try db.column(.rowsBeside, listed($0)) },
        first: { try db.column(.rowsByName, listed($0))[0] })
      let way = try ways.nodes(from: start, to: goal, steps: steps)
      return try way?.compactMap { try db.first(.entityName, ["row": $0])?.value("name") }
    }
  }

  /// What the graph kept in memory gives; nil where none is.
  func inGraph<T>(_ find: (Graph) throws -> T) throws -> T? {
    try graph?.with({ try read { try Graph($0, identities) } }, find)
  }

  private func names(after edge: [String]) throws -> [String] {
    guard !identities.isEmpty else { return try names(.entitiesAfter, ["names": json(edge)]) }
    return try claims(subjects: Set(edge), relations: nil, objects: nil).map(\.object)
      .filter { !$0.isEmpty }
  }

  private func names(before edge: [String]) throws -> [String] {
    guard !identities.isEmpty else { return try names(.entitiesBefore, ["names": json(edge)]) }
    return try claims(subjects: nil, relations: nil, objects: Set(edge)).map(\.subject)
  }
}

extension Database {
  /// The first column of the rows that some have.
  fileprivate func column(_ query: Query, _ rows: String) throws -> [Int64] {
    var found: [Int64] = []
    try each(query, ["rows": rows]) { found.append(sqlite3_column_int64($0, 0)) }
    return found
  }
}
