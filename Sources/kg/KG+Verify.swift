import ArgumentParser
import Report
import Store

extension KG {
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Every quote re-read against the stored insight.")

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let findings = try openForReading(common).verify()
      if findings.isEmpty {
        if rows.chosen == .json { output("[]\n") }
        say("every quote stands where it is said to")
        return
      }
      rows.print(
        Rows(
          columns: ["document", "insight", "claim", "problem"],
          rows: findings.map {
            [.text($0.document), .text($0.insight), Cell($0.claim), .text($0.problem)]
          }))
      throw ExitStatus.nothingFound
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "The store's integrity: SQLite's, foreign keys, and our own rules.")

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let problems = try openForReading(common).check()
      if problems.isEmpty {
        if rows.chosen == .json { output("[]\n") }
        say("the store is sound")
        return
      }
      rows.print(Rows(columns: ["problem"], rows: problems.map { [.text($0)] }))
      throw ExitStatus.nothingFound
    }
  }
}
