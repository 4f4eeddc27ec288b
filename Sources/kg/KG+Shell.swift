import ArgumentParser
import Foundation
import Search
import Store
import Terminal

extension KG {
  struct Shell: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "shell",
      abstract: "A session: a command or a question a line, answered without starting anew.",
      discussion: """
        Every command of kg works, without the kg; what is no command is a question, and one such \
        as "and the US?" leans on the last, which is said. The store stays open and what language needs in memory; what another program writes is seen.

        On a terminal: arrows, Ctrl-A E K U W Y and Ctrl-R as in other shells; Tab completes \
        commands, options and names of the store; lines are kept in $XDG_STATE_HOME/kg/history \
        (~/.local/state/kg/history), but those that begin with a space. Ctrl-C gives up a command \
        or the line; Ctrl-D, exit or quit ends the session with 0.

        From a pipe or file: each line prints what kg prints for it, and a line that fails does \
        not end the session. Its exit code is that of the last command. Empty lines and what \
        begins with # are passed over; a command that reads - finds nothing.
        """)

    @Option(help: ArgumentHelp("The store, as KG_DB names it.", valueName: "path"))
    var db: String?

    @Option(
      help: ArgumentHelp("Your own vocabulary, as KG_VOCABULARY names it.", valueName: "file"))
    var vocabulary: String?

    func run() throws {
      if Kept.current != nil { throw Failure(.usage, "this is a shell already; exit ends it") }
      if let db { setenv("KG_DB", db, 1) }
      if let vocabulary { setenv("KG_VOCABULARY", vocabulary, 1) }
      let status = try Kept.$current.withValue(Kept()) {
        isatty(STDIN_FILENO) == 1 && outputIsTerminal ? try onTerminal() : try fromPipe()
      }
      if let status = ExitStatus(rawValue: status) {
        if status != .found { throw status }
      } else if status > 128 {
        throw Interrupted(signal: status - 128)
      }
    }

    private func fromPipe() throws -> Int32 {
      // Commands that read standard input would take the lines that follow.
      let lines = FileHandle(fileDescriptor: dup(STDIN_FILENO), closeOnDealloc: true)
      let nothing = open("/dev/null", O_RDONLY)
      dup2(nothing, STDIN_FILENO)
      close(nothing)
      var session = LineSession()
      var reader = LineReader(lines.fileDescriptor)
      while let line = reader.next() {
        Interruption.begin()
        guard session.run(line), !Interruption.endsSession else { break }
      }
      return session.status
    }

    private func onTerminal() throws -> Int32 {
      say("A command or a question a line; help lists the commands, Ctrl-D or exit ends.")
      let editor = LineEditor(
        history: History(file: Self.historyFile), isPlain: terminalIsDumb,
        begins: { Interruption.begin() },
        goesOn: { !Interruption.endsSession },
        complete: { ShellCompletion(store: try? openForReading(CommonOptions.parse([]))).of($0) })
      var session = LineSession()
      Interruption.spareProcess()
      while !Interruption.endsSession {
        // The Ctrl-C that ended a command must not keep the prompt from reading the store.
        Interruption.begin()
        switch editor.read(prompt: Self.prompt()) {
        case .line(let line):
          editor.history.add(line)
          guard session.run(line) else { return ExitStatus.found.rawValue }
        // A terminal that edits the line itself sends a signal, which must not stop the prompt.
        case .cleared: Interruption.begin()
        case .ended:
          return Interruption.endsSession ? Interruption.status : ExitStatus.found.rawValue
        }
      }
      return Interruption.status
    }

    /// `kg s1> ` while a session is under way.
    private static func prompt() -> String {
      let number = try? openForReading(CommonOptions.parse([])).sessionInUse()
      return number.map { "kg s\($0)> " } ?? "kg> "
    }

    private static var historyFile: URL {
      let state =
        variable("XDG_STATE_HOME") ?? (variable("HOME") ?? NSHomeDirectory()) + "/.local/state"
      return URL(fileURLWithPath: state + "/kg/history")
    }
  }
}

/// The lines of a session, one after the other: all that one may know of those before it.
private struct LineSession {
  /// Of the last command.
  private(set) var status = ExitStatus.found.rawValue
  /// The last question, which the next may lean on.
  private var asked: String?

  /// Runs a line; false where it ends the session.
  mutating func run(_ line: String) -> Bool {
    do {
      var arguments = try ShellLine.arguments(of: line)
      if arguments.isEmpty { return true }
      if arguments == ["exit"] || arguments == ["quit"] { return false }
      if let place = arguments.firstIndex(where: { $0.contains(" ") || $0.hasSuffix("?") }),
        place == 0 || arguments[0] == "query"
      {
        if let whole = try whole(arguments[place]) {
          say("kg: read as: \(whole)")
          arguments[place] = whole
        }
        asked = arguments[place]
      }
      status = Main.run { arguments }
    } catch {
      status = Main.report(error)
    }
    return true
  }

  /// The question that one stands for which leans on the last.
  private func whole(_ question: String) throws -> String? {
    guard let asked, FollowUp.leans(question) else { return nil }
    let common = try CommonOptions.parse([])
    return FollowUp(vocabulary: try common.vocabulary(of: common.storeIfAny()))
      .question(question, after: asked)
  }
}

/// The lines of a descriptor, each as soon as it is there.
private struct LineReader {
  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private var isAll = false

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  mutating func next() -> String? {
    var looked = 0
    while true {
      if let end = bytes[looked...].firstIndex(of: 0x0a) {
        defer { bytes.removeFirst(end + 1) }
        return String(decoding: bytes[..<end], as: UTF8.self)
      }
      looked = bytes.count
      if isAll {
        defer { bytes = [] }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
      }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 { bytes += buffer.prefix(count) }
      if count == 0 || count < 0 && errno != EINTR { isAll = true }
    }
  }
}
