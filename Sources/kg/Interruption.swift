import Foundation
import Store
import Synchronization
import Terminal

/// Ctrl-C and SIGTERM while a store is written: noted, so that the command ends where nothing is half done.
///
/// Outside of that they end the process as usual. A second one ends it at once; SQLite then rolls
/// the open transaction back. In a session on a terminal they end a command and never the session.
enum Interruption {
  // Atomic rather than locked, because a signal handler may take no lock; and rather than plain,
  // because Swift ends a program whose variable is written while another access to it is under way.
  private static let noted = Atomic<Int32>(0)
  private static let times = Atomic<Int32>(0)
  private static let isHeld = Atomic<Bool>(false)
  private static let spares = Atomic<Bool>(false)

  /// From here to the command's end, interruptions wait for `received` to be asked.
  static func hold() {
    isHeld.store(true, ordering: .relaxed)
    note()
  }

  /// From here on interruptions end commands, not the process.
  static func spareProcess() {
    spares.store(true, ordering: .relaxed)
    note()
  }

  /// Before a session's next command: a Ctrl-C that came before isn't meant for it.
  static func begin() {
    if endsSession { return }
    noted.store(0, ordering: .relaxed)
    times.store(0, ordering: .relaxed)
    isHeld.store(false, ordering: .relaxed)
    if !spares.load(ordering: .relaxed) {
      for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
  }

  private static func note() {
    for number in [SIGINT, SIGTERM] { signal(number) { Interruption.take($0) } }
  }

  /// What a signal does.
  private static func take(_ number: Int32) {
    let isHeld = isHeld.load(ordering: .relaxed)
    let spares = spares.load(ordering: .relaxed)
    noted.store(number, ordering: .sequentiallyConsistent)
    let before = times.wrappingAdd(1, ordering: .sequentiallyConsistent).oldValue
    if before > 0, !spares { _exit(128 + number) }
    if spares { Waking.wake() }
    guard before == 0, isHeld || spares else { return }
    let answer: StaticString =
      isHeld ? "\nkg: stopping when the document under way is kept; once more ends at once\n" : "\n"
    _ = write(STDERR_FILENO, answer.utf8Start, answer.utf8CodeUnitCount)
  }

  /// Whether the command was asked to stop.
  static var received: Bool { noted.load(ordering: .relaxed) != 0 }

  static var status: Int32 { Interrupted(signal: noted.load(ordering: .relaxed)).status }

  /// Whether the session is to end with the command.
  static var endsSession: Bool {
    let number = noted.load(ordering: .relaxed)
    return number != 0 && !(spares.load(ordering: .relaxed) && number == SIGINT)
  }

  /// Ends what is being read when the process is spared: at once where nothing is written, else
  /// the second time.
  static let givesUp = GivingUp {
    spares.load(ordering: .relaxed)
      && times.load(ordering: .relaxed) > (isHeld.load(ordering: .relaxed) ? 1 : 0)
  }

  /// Ends a command that was asked to stop, once it has said what it kept.
  static func check() throws {
    guard received else { return }
    if isHeld.load(ordering: .relaxed) {
      say("kg: interrupted; what was finished is kept, the same command again does the rest")
    } else {
      say("kg: interrupted")
    }
    throw Interrupted(signal: noted.load(ordering: .relaxed))
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
