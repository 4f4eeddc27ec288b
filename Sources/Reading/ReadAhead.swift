import Foundation

/// The elements of an iterator, each made while the one before it is worked on.
///
/// One and no more, because each may be as large as memory allows.
final class ReadAhead<Base: IteratorProtocol>: Sequence, IteratorProtocol, @unchecked Sendable
where Base.Element: Sendable {
  // The iterator and what comes of it are touched by one thread at a time: between `start` and the
  // signal by that at work, and else by the one that asks.
  private var base: Base
  private var coming: Base.Element?
  private let made = DispatchSemaphore(value: 0)
  private let queue = DispatchQueue(label: "reading ahead")

  init(_ base: sending Base) {
    self.base = base
    start()
  }

  private func start() {
    queue.async {
      self.coming = self.base.next()
      self.made.signal()
    }
  }

  func next() -> Base.Element? {
    made.wait()
    guard let element = coming else {
      // For whoever asks again after the end.
      made.signal()
      return nil
    }
    start()
    return element
  }
}
