import Foundation

/// Ctrl-C and SIGTERM while a store is written: noted, so that the command ends where nothing is half done.
///
/// Outside of that they end the process as usual. A second one ends it at once; SQLite then rolls
/// the open transaction back.
enum Interruption {
  // Plain memory rather than a lock, because a signal handler may take none; a word is written whole.
  nonisolated(unsafe) private static var noted: Int32 = 0

  /// From here to the process's end, interruptions wait for `received` to be asked.
  static func hold() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if Interruption.noted != 0 { _exit(128 + number) }
        Interruption.noted = number
        let answer: StaticString =
          "\nkg: stopping when the document under way is kept; once more ends at once\n"
        _ = write(STDERR_FILENO, answer.utf8Start, answer.utf8CodeUnitCount)
      }
    }
  }

  /// Whether the command was asked to stop.
  static var received: Bool { noted != 0 }

  /// Ends a command that was asked to stop, once it has said what it kept.
  static func check() throws {
    guard received else { return }
    say("kg: interrupted; what was finished is kept, the same command again does the rest")
    throw Interrupted(signal: noted)
  }
}

/// The end of an interrupted command, when everything has been said.
struct Interrupted: Error {
  let signal: Int32

  /// 130 after Ctrl-C, 143 after SIGTERM, as shells count.
  var status: Int32 { 128 + signal }
}

extension [String] {
  /// Files in the order to read them: whoever ends the wait for standard input has nothing half done.
  var standardInputFirst: [String] {
    filter { $0 == "-" }.prefix(1) + filter { $0 != "-" }
  }
}
