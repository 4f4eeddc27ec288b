import Dispatch

/// A value that another thread makes meanwhile.
public final class Coming<Value: Sendable>: @unchecked Sendable {
  // Written before the signal and read after it.
  private var made: Value?
  private let done = DispatchSemaphore(value: 0)

  public init(_ make: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async {
      self.made = make()
      self.done.signal()
    }
  }

  /// Waits for it.
  public var value: Value {
    done.wait()
    defer { done.signal() }
    guard let made else { preconditionFailure("signalled before it was made") }
    return made
  }
}
