import Foundation

/// Ends the wait for a key when a signal has come.
///
/// By a pipe to ourselves, because a signal that comes just before the wait would not end it.
public enum Waking {
  // Made by the editor, because a signal handler must not be the first to ask for it.
  static let pipe: (read: Int32, write: Int32) = {
    var ends: [Int32] = [-1, -1]
    guard Foundation.pipe(&ends) == 0 else { return (-1, -1) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    return (ends[0], ends[1])
  }()

  /// For signal handlers.
  public static func wake() {
    var byte: UInt8 = 0
    _ = write(pipe.write, &byte, 1)
  }

  /// Takes what has woken the reader, so that it can be woken again.
  static func listen() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(pipe.read, &bytes, bytes.count) > 0 {}
  }
}
