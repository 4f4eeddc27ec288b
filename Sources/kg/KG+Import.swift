import ArgumentParser
import Claims
import Reading
import Store

extension KG {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Claims someone else made, as JSON lines, without extraction.")

    @Argument(help: "Files of claims; - is standard input.")
    var files: [String]

    @OptionGroup var common: CommonOptions

    func run() throws {
      let vocabulary = try Vocabulary.builtIn()
      let store = try openOrCreate(common)
      try store.setEntities(from: vocabulary)
      var summary = Summary()
      summary.newClaims = 0
      for file in files {
        do {
          let result = try readClaims(path: file)
          for failure in result.failures { summary.fail("\(failure)") }
          let counts = try store.importClaims(result.claims, origin: file)
          summary.insights += counts.insights
          summary.claims += counts.claims
          summary.newClaims? += counts.newClaims
        } catch let error as ReadingError {
          summary.fail("\(error)")
        }
      }
      try updateClashes(in: store, vocabulary: vocabulary)
      say(summary.text)
      if summary.unreadable { throw ExitStatus.inputUnreadable }
      if summary.claims == 0 { throw ExitStatus.nothingFound }
    }
  }
}
