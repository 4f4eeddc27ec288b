import ArgumentParser
import Claims
import Foundation
import Reading
import Report
import Store

extension KG {
  struct Verdicts: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verdicts",
      abstract: "What was confirmed and dismissed: listed, taken to another store, taken back.",
      subcommands: [List.self, Export.self, Import.self, Drop.self],
      defaultSubcommand: List.self)

    struct List: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every verdict, also on clashes no longer found.")

      @OptionGroup var rows: RowOptions
      @OptionGroup var common: CommonOptions

      func run() throws {
        let verdicts = try openForReading(common).verdicts()
        rows.print(
          Rows(
            columns: ["clash", "verdict", "because", "kind", "a_quote", "b_quote"],
            rows: verdicts.map {
              [
                .text($0.clash), .text($0.status.rawValue), Cell($0.because), .text($0.kind),
                .text($0.a.quote), .text($0.b.quote),
              ]
            }))
        if verdicts.isEmpty { throw ExitStatus.nothingFound }
      }
    }

    struct Export: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Every verdict as a JSON line, for kg verdicts import.")

      @Argument(help: "File to write; standard output without it.")
      var file: String?

      @OptionGroup var common: CommonOptions

      func run() throws {
        try output(jsonLines(openForReading(common).verdicts()), to: file)
      }
    }

    struct Import: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Keeps the verdicts of a file, in place of those on the same clashes.",
        discussion: "They hold as soon as the store has the two sentences, now or later.")

      @Argument(help: "File of JSON lines, as export writes them; - is standard input.")
      var file: String

      @OptionGroup var common: CommonOptions

      func run() throws {
        let (verdicts, failures) = try Self.read(readText(file, mayBeEmpty: true), name: file)
        for failure in failures { say("kg: \(failure)") }
        let store = try openOrCreate(common)
        Interruption.hold()
        if !verdicts.isEmpty {
          _ = try store.logged {
            try store.keep(verdicts)
            return "took over \(counted(verdicts.count, "verdict"))"
          }
        }
        say("\(counted(verdicts.count, "verdict")) kept, \(failures.count) failed")
        if !failures.isEmpty { throw ExitStatus.inputUnreadable }
      }

      /// The verdicts of JSON lines, and a sentence for each line that holds none.
      static func read(_ text: String, name: String) -> ([Verdict], failures: [String]) {
        var verdicts: [Verdict] = []
        var failures: [String] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (number, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
          let verdict = try? JSONDecoder().decode(Verdict.self, from: Data(line.utf8))
          if let verdict, verdict.isSound {
            verdicts.append(verdict)
          } else {
            let problem = verdict == nil ? "is no verdict" : "has an id of another clash"
            failures.append("\(name), line \(number + 1) \(problem)")
          }
        }
        return (verdicts, failures)
      }
    }

    struct Drop: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "drop", abstract: "Takes a verdict back: its clash is open again.")

      @Argument(help: "The clash's id, or its beginning.")
      var id: String

      @OptionGroup var common: CommonOptions

      func run() throws {
        let store = try openForChange(common)
        let found = try store.verdicts().map(\.clash).filter { $0.hasPrefix(id.lowercased()) }
        guard let first = found.first, found.count == 1 else {
          throw Failure(
            found.isEmpty ? .nothingFound : .usage,
            found.isEmpty
              ? "there is no verdict on \(id); kg verdicts lists them"
              : "\(id) begins several ids: \(found.joined(separator: ", "))")
        }
        _ = try store.logged {
          try store.dropVerdict(on: first)
          return "took back the verdict on \(shortID(first))"
        }
        say("open \(shortID(first))")
      }
    }
  }
}
