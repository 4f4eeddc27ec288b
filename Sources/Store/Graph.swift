import Claims
import Foundation
import GRDB
import GRDBSQLite
import Queries

/// Which way claims are read from one entity to the next.
public enum Direction: String, CaseIterable, Sendable {
  /// From subject to object.
  case out
  /// From object to subject.
  case into
  case both
}

/// Whom claims join, in memory: for each entity the row of those beside it, one after the other in
/// two arrays (compressed sparse rows), so that a step takes no longer than reading it.
///
/// Entities are numbered by name, so that numbers in order are names in order. Statements walk such
/// ways a hundred times slower.
final class Graph {
  private struct Rows {
    var starts: [Int32]
    var others: [Int32]

    init(_ edges: [(Int32, Int32)], count: Int) {
      starts = [Int32](repeating: 0, count: count + 1)
      for (from, _) in edges { starts[Int(from) + 1] += 1 }
      for node in 0..<count { starts[node + 1] += starts[node] }
      others = [Int32](repeating: 0, count: edges.count)
      var next = starts
      for (from, to) in edges {
        others[Int(next[Int(from)])] = to
        next[Int(from)] += 1
      }
    }

    func places(of node: Int32) -> Range<Int> {
      Int(starts[Int(node)])..<Int(starts[Int(node) + 1])
    }
  }

  private let names: [String]
  private let numbers: [String: Int32]
  private let after: Rows
  private let before: Rows
  /// In which walk an entity was last reached, so that none has to begin with clearing it.
  private var reached: [UInt32]
  private var walk: UInt32 = 0

  /// Whom claims join under the names that they are read with.
  init(_ db: Database, _ identities: Identities) throws {
    var stored: [String] = []
    var byRow: [Int64: Int32] = [:]
    try db.each(.entityRows) { row in
      guard let name = sqlite3_column_text(row, 1) else { return }
      byRow[sqlite3_column_int64(row, 0)] = Int32(stored.count)
      stored.append(String(cString: name))
    }
    // Of a name that was split some claims are read under another, so they are taken one by one.
    let split = try db.rows(.claimsById, ["ids": json(identities.splitClaims)])
    var apart: [[Int64]: Int] = [:]
    var read: [(subject: String, object: String)] = []
    for row in split {
      apart[[try row.value(.subjectRow), try row.value(.objectRow)], default: 0] += 1
      let claim = identities.read(try Claim(row: row))
      if !claim.object.isEmpty { read.append((claim.subject, claim.object)) }
    }
    let names: [String]
    if identities.isEmpty {
      names = stored
    } else {
      names = Set(stored.map(identities.head) + read.flatMap { [$0.subject, $0.object] })
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    let numbers = Dictionary(
      names.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    if !identities.isEmpty {
      byRow = byRow.compactMapValues { numbers[identities.head(of: stored[Int($0)])] }
    }
    var edges = read.compactMap { claim in
      numbers[claim.subject].flatMap { from in numbers[claim.object].map { (from, $0) } }
    }
    try db.each(.liveEdges) { row in
      let ends = (sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1))
      if !apart.isEmpty, let left = apart[[ends.0, ends.1]], left > 0 {
        apart[[ends.0, ends.1]] = left - 1
      } else if let from = byRow[ends.0], let to = byRow[ends.1] {
        // A claim whose side has no name is of a damaged store: statements pass over it too.
        edges.append((from, to))
      }
    }
    self.names = names
    self.numbers = numbers
    // Two claims of the same two make one step.
    edges.sort { $0 < $1 }
    edges = edges.reduce(into: []) { kept, edge in
      if let last = kept.last, last == edge { return }
      kept.append(edge)
    }
    after = Rows(edges, count: names.count)
    before = Rows(edges.map { ($1, $0) }, count: names.count)
    reached = [UInt32](repeating: 0, count: names.count)
  }

  /// Those in so many steps from one, each once at its fewest steps, without itself; by name.
  func around(_ name: String, steps: Int, _ direction: Direction) -> [[String]] {
    reached(from: name, steps: steps, direction).map(inOrder)
  }

  /// How many those are at each number of steps.
  func counts(around name: String, steps: Int, _ direction: Direction) -> [Int] {
    reached(from: name, steps: steps, direction).map(\.count)
  }

  /// Those that some claim has on the other side of one of these, by name.
  func beside(_ some: Set<String>) -> [String] {
    walk &+= 1
    return inOrder(step(from: some.compactMap { numbers[$0] }, .both))
  }

  /// A shortest way from one to another over claims read in either direction, its ends among them.
  func way(from name: String, to other: String, steps: Int) -> [String]? {
    guard let start = numbers[name], let goal = numbers[other] else { return nil }
    let ways = ShortestWay<Int32>(
      beside: {
        self.walk &+= 1
        return self.step(from: $0, .both)
      }, first: { $0.min() ?? start })
    return (try? ways.nodes(from: start, to: goal, steps: steps))?.map { names[Int($0)] }
  }

  /// Those of some subjects and some objects that a claim joins; nil where that can't be known, as
  /// some claims have no object.
  func joined(_ subjects: Set<String>, _ objects: Set<String>) -> (Set<String>, Set<String>)? {
    if objects.contains("") { return nil }
    let isForward = subjects.count <= objects.count
    let (few, rows) = isForward ? (subjects, after) : (objects, before)
    walk &+= 1
    for name in isForward ? objects : subjects {
      if let node = numbers[name] { reached[Int(node)] = walk }
    }
    var (near, far): (Set<String>, Set<Int32>) = ([], [])
    for name in few {
      guard let node = numbers[name] else { continue }
      for place in rows.places(of: node) where reached[Int(rows.others[place])] == walk {
        near.insert(name)
        far.insert(rows.others[place])
      }
    }
    let names = Set(far.map { self.names[Int($0)] })
    return isForward ? (near, names) : (names, near)
  }

  private func inOrder(_ nodes: [Int32]) -> [String] { nodes.sorted().map { names[Int($0)] } }

  private func reached(from name: String, steps: Int, _ direction: Direction) -> [[Int32]] {
    walk &+= 1
    var edge = [name].compactMap { numbers[$0] }
    for node in edge { reached[Int(node)] = walk }
    var found: [[Int32]] = []
    while found.count < steps, !edge.isEmpty {
      edge = step(from: edge, direction)
      if !edge.isEmpty { found.append(edge) }
    }
    return found
  }

  /// Those that this walk now reaches first.
  private func step(from edge: [Int32], _ direction: Direction) -> [Int32] {
    let walk = walk
    var next: [Int32] = []
    // By addresses, because to check each place and count each use takes longer than the step.
    reached.withUnsafeMutableBufferPointer { reached in
      func go(_ rows: Rows) {
        rows.starts.withUnsafeBufferPointer { starts in
          rows.others.withUnsafeBufferPointer { others in
            for node in edge {
              for place in Int(starts[Int(node)])..<Int(starts[Int(node) + 1]) {
                let other = Int(others[place])
                if reached[other] == walk { continue }
                reached[other] = walk
                next.append(others[place])
              }
            }
          }
        }
      }
      if direction != .into { go(after) }
      if direction != .out { go(before) }
    }
    return next
  }
}
