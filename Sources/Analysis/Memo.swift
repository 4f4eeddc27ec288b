import Claims
import Foundation

/// What a pure function gave for what it was asked before, because names and relations come again
/// and again.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: @unchecked Sendable {
  // Unchecked, because the lock is held wherever this is touched.
  private var known: [Key: Value] = [:]
  private let lock = NSLock()
  /// Of so many all are forgotten rather than memory let grow.
  private let limit = 20_000

  func value(of key: Key, _ make: () -> Value) -> Value {
    if let found = lock.withLock({ known[key] }) { return found }
    let made = make()
    lock.withLock {
      if known.count >= limit { known.removeAll(keepingCapacity: true) }
      known[key] = made
    }
    return made
  }
}

extension Senses {
  private static let known = Memo<String, Set<Side>>()

  /// The same as ``sides(of:)`` of the built-in list, which is asked of each relation many times.
  static func sides(of relation: String) -> Set<Side> {
    known.value(of: relation) { builtIn.sides(of: relation) }
  }
}

extension Array where Element: Sendable {
  /// The same as `map`, on all cores where there is much to do.
  func mapped<Made: Sendable>(_ make: @Sendable (Element) -> Made) -> [Made] {
    let size = 64
    guard count > size else { return map(make) }
    var parts = [[Made]](repeating: [], count: (count + size - 1) / size)
    parts.withUnsafeMutableBufferPointer { parts in
      // Each part is written by one thread only.
      nonisolated(unsafe) let parts = parts
      DispatchQueue.concurrentPerform(iterations: parts.count) { part in
        parts[part] = self[(part * size)..<Swift.min(count, (part + 1) * size)].map(make)
      }
    }
    return [Made](parts.joined())
  }
}
