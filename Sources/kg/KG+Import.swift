import ArgumentParser
import Claims
import Reading
import Store

extension KG {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Claims someone else made, as JSON lines, without extraction.")

    @Argument(help: "Files of claims; - is standard input.")
    var files: [String]

    @Flag(help: "Leave the search for clashes to the next ingest or import.")
    var noClashes = false

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openOrCreate(common)
      let vocabulary = try common.vocabulary(of: store)
      let rules = noClashes ? nil : ClashRules.coming(of: vocabulary)
      try store.setEntities(from: vocabulary)
      var summary = Summary()
      summary.newClaims = 0
      for file in files.standardInputFirst {
        do {
          let parts = try readClaims(path: file)
          Interruption.hold()
          let counts = try store.importClaims(
            parts.lazy.map { part in
              for failure in part.failures { summary.fail("\(failure)") }
              for warning in part.warnings { say("kg: \(warning)") }
              return part.batch
            }, origin: file, until: { Interruption.received })
          summary.insights += counts.insights
          summary.claims += counts.claims
          summary.newClaims? += counts.newClaims
          if Interruption.received { break }
        } catch let error as ReadingError {
          summary.fail("\(error)")
        }
      }
      let fresh = try rules.map { try updateClashes(in: store, with: $0) } ?? [:]
      say(summary.text)
      if let news = news(of: fresh) { say(news) }
      try reportNews(in: common, with: vocabulary)
      try Interruption.check()
      if summary.unreadable { throw ExitStatus.inputUnreadable }
      if summary.claims == 0 { throw ExitStatus.nothingFound }
    }
  }
}
