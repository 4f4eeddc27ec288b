import Foundation
import Store
import Terminal

/// Ctrl-C and SIGTERM while a store is written: noted, so that the command ends where nothing is half done.
///
/// Outside of that they end the process as usual. A second one ends it at once; SQLite then rolls
/// the open transaction back. In a session on a terminal they end a command and never the session.
enum Interruption {
  // Plain memory rather than a lock, because a signal handler may take none; a word is written whole.
  nonisolated(unsafe) private static var noted: Int32 = 0
  nonisolated(unsafe) private static var times: Int32 = 0
  nonisolated(unsafe) private static var isHeld = false
  nonisolated(unsafe) private static var spares = false

  /// From here to the command's end, interruptions wait for `received` to be asked.
  static func hold() {
    isHeld = true
    note()
  }

  /// From here on interruptions end commands, not the process.
  static func spareProcess() {
    spares = true
    note()
  }

  /// Before a session's next command: a Ctrl-C that came before isn't meant for it.
  static func begin() {
    if endsSession { return }
    (noted, times, isHeld) = (0, 0, false)
    if !spares { for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) } }
  }

  private static func note() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if Interruption.times > 0, !Interruption.spares { _exit(128 + number) }
        Interruption.noted = number
        Interruption.times &+= 1
        if Interruption.spares { Waking.wake() }
        guard Interruption.times == 1, Interruption.isHeld || Interruption.spares else { return }
        let answer: StaticString =
          Interruption.isHeld
          ? "\nkg: stopping when the document under way is kept; once more ends at once\n" : "\n"
        _ = write(STDERR_FILENO, answer.utf8Start, answer.utf8CodeUnitCount)
      }
    }
  }

  /// Whether the command was asked to stop.
  static var received: Bool { noted != 0 }

  static var status: Int32 { Interrupted(signal: noted).status }

  /// Whether the session is to end with the command.
  static var endsSession: Bool { received && !(spares && noted == SIGINT) }

  /// Ends what is being read when the process is spared: at once where nothing is written, else
  /// the second time.
  static let givesUp = GivingUp { spares && times > (isHeld ? 1 : 0) }

  /// Ends a command that was asked to stop, once it has said what it kept.
  static func check() throws {
    guard received else { return }
    if isHeld {
      say("kg: interrupted; what was finished is kept, the same command again does the rest")
    } else {
      say("kg: interrupted")
    }
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
