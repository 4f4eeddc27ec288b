import Foundation
import GRDB

extension ClaimStore {
  /// Writes a copy of the store, as it is at one moment even while others write to it.
  ///
  /// Replaces no file, because the only copy of something may be there.
  public func backup(to copy: String) throws {
    guard !FileManager.default.fileExists(atPath: copy) else { throw StoreError.exists(path: copy) }
    try translated(copy) {
      let target = try DatabaseQueue(path: copy)
      try database.backup(to: target)
      try target.close()
    }
  }
}
