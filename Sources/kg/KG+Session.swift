import Analysis
import ArgumentParser
import Claims
import Report
import Store

extension KG {
  struct Session: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "session",
      abstract: "An analyst's work on one question, over days and weeks.",
      discussion: """
        With a session in use, kg notes every question, verdict, grade and withdrawal in its log; \
        kg pin, note, hyp, rate, judge, assume, gap and watch add to it. Nothing in a log is ever changed. Claims are named by their \
        id or its beginning, or by their insight's id.
        """,
      subcommands: [
        New.self, Use.self, List.self, Status.self, Log.self, End.self, Replay.self, Export.self,
        Close.self,
      ],
      defaultSubcommand: Status.self)

    struct New: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begins a session, which is then in use.")

      @Argument(help: "The question it is to answer.")
      var question: String

      @OptionGroup var common: CommonOptions

      func run() throws {
        let question = try written(question, "a session's question")
        let store = try openForChange(common)
        let number = try store.openSession(question, at: Clock.now())
        say("s\(number) in use: \(question)")
      }
    }

    struct Use: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "use", abstract: "Takes a session up again.")

      @Argument(help: "The session, such as s1.")
      var session: String

      @OptionGroup var common: CommonOptions

      func run() throws {
        let store = try openForChange(common)
        let found = try store.session(named: session)
        if try store.sessionInUse() != found.number {
          try store.log(LogEntry(session: found.number, at: Clock.now(), .resumed))
        }
        say("\(found.name) in use: \(found.question)")
      }
    }

    struct List: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every session.")

      @OptionGroup var rows: RowOptions
      @OptionGroup var common: CommonOptions

      func run() throws {
        let store = try openForReading(common)
        let sessions = ResearchSession.all(in: try store.log())
        rows.print(Rows(sessions: sessions, inUse: try store.sessionInUse()))
        if sessions.isEmpty { throw ExitStatus.nothingFound }
      }
    }

    struct Status: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "How a session stands, and what has changed since you looked.")

      enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json
      }

      @Argument(help: "The session; without it the one in use.")
      var session: String?

      @Option(help: "How to print: for a person or for a program.")
      var format: Format?

      @Flag(help: "The same as --format json.")
      var json = false

      @OptionGroup var common: CommonOptions

      func run() throws {
        let store = try openForReading(common)
        let found = try store.session(named: session)
        let now = try store.footings(of: found.claimsInSight)
        let format = format ?? Format(rawValue: RowOptions.usual.rawValue) ?? .table
        if json || format == .json {
          output(
            try Report.json(
              SessionStatus(
                of: found, now: now, inUse: try store.sessionInUse() == found.number)))
        } else {
          output(text(of: found, now: now, style: common.style))
        }
      }
    }

    struct Log: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "log", abstract: "All that was done in a session, the earliest first.")

      @Argument(help: "The session; without it the one in use.")
      var session: String?

      @OptionGroup var rows: RowOptions
      @OptionGroup var common: CommonOptions

      func run() throws {
        rows.print(Rows(log: try openForReading(common).session(named: session).log))
      }
    }

    struct Close: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Ends the session in use; kg session use takes it up again."
      )

      @Option(help: "Why.")
      var because: String?

      @OptionGroup var common: CommonOptions

      func run() throws {
        let session = try openForChange(common).note(.closed(because: because))
        say("\(session.name) closed: \(session.question)")
      }
    }
  }
}
