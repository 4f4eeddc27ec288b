import Claims
import GRDB
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
