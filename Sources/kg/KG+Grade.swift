import ArgumentParser
import Claims
import Report
import Store

extension KG {
  struct Grade: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "grade",
      abstract: "How far a source or a claim is trusted, in the Admiralty code.",
      discussion: """
        Sources: \(scale(.source)). Claims: \(scale(.claim)). Once a session is begun or \
        anything graded, every citation shows its code, F6 where nobody has judged; a later grade \
        takes an earlier one's place.
        """,
      subcommands: [Source.self, Claim.self, List.self], defaultSubcommand: List.self)

    private static func scale(_ what: Claims.Grade.What) -> String {
      what.scale.map { "\($0.grade) \($0.means)" }.joined(separator: ", ")
    }

    struct Source: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "source", abstract: "Grades a source, A to F.")

      @Argument(help: "Name of the source.")
      var name: String

      @Argument(help: "A to F.")
      var grade: String

      @Option(help: "Why.")
      var because: String?

      @OptionGroup var common: CommonOptions

      func run() throws {
        let store = try openForChange(common)
        guard let source = try store.source(named: name) else {
          throw Failure(.nothingFound, "the store has no source named '\(name)'")
        }
        try store.keep(.source, source, named: source, grade, because: because)
      }
    }

    struct Claim: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "claim", abstract: "Grades a claim, 1 to 6.")

      @Argument(help: "The claim: its id or a beginning of it, or its insight's id.")
      var claim: String

      @Argument(help: "1 to 6.")
      var grade: String

      @Option(help: "Why.")
      var because: String?

      @OptionGroup var common: CommonOptions

      func run() throws {
        let store = try openForChange(common)
        let id = try store.footing(of: claim).claim.id
        try store.keep(.claim, id, named: shortID(id), grade, because: because)
      }
    }

    struct List: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every grade ever given, the earliest first.")

      @OptionGroup var rows: RowOptions
      @OptionGroup var common: CommonOptions

      func run() throws {
        let gradings = try openForReading(common).gradings()
        rows.print(
          Rows(
            columns: ["what", "name", "grade", "because", "at"],
            rows: gradings.map {
              [
                .text($0.what.rawValue), .text($0.name), .text($0.grade), Cell($0.because),
                .text($0.at),
              ]
            }))
        if gradings.isEmpty {
          throw Failure(
            .nothingFound, "nothing is graded yet; kg grade source NAME B grades a source")
        }
      }
    }
  }
}

extension ClaimStore {
  fileprivate func keep(
    _ what: Grade.What, _ name: String, named shown: String, _ text: String, because: String?
  ) throws {
    guard let grade = what.grade(text),
      let means = what.scale.first(where: { $0.grade == grade })?.means
    else {
      let scale = what.scale.map { "\($0.grade) \($0.means)" }.joined(separator: ", ")
      throw Failure(.usage, "a \(what.rawValue) is graded \(scale); not \(text)")
    }
    let done = try logged(because: because) {
      try self.grade(Grading(what, name, grade, because: because, at: Clock.now()))
      return "graded \(shown) \(grade): \(means)"
    }
    say(done)
  }
}
