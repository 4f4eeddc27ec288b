import Claims
import GRDB
import Queries

extension ClaimStore {
  /// Withdraws the document of that name, or else all of the source of that name; the source, where `isSource`.
  ///
  /// Nothing is deleted, because a withdrawal may itself be wrong. `at` is ISO 8601, else now.
  /// Returns how many claims left.
  @discardableResult
  public func retract(
    _ name: String, isSource: Bool = false, because: String? = nil, at: String? = nil
  ) throws -> Int {
    try change(
      by: isSource ? [.retractSource] : [.retractDocument, .retractSource],
      ["name": name, "because": because, "at": at], else: .unknownName(name))
  }

  /// Takes a withdrawal back. Returns how many claims came back.
  @discardableResult
  public func restore(_ name: String, isSource: Bool = false) throws -> Int {
    try change(
      by: isSource ? [.restoreSource] : [.restoreDocument, .restoreSource], ["name": name],
      else: .notWithdrawn(name))
  }

  private func change(
    by queries: [Query], _ arguments: StatementArguments, else error: StoreError
  ) throws -> Int {
    try write { db in
      let before = try db.id(.countClaims, [:]) ?? 0
      for query in queries {
        try db.run(query, arguments)
        if db.changesCount > 0 { return abs(Int((try db.id(.countClaims, [:]) ?? 0) - before)) }
      }
      throw error
    }
  }
}
