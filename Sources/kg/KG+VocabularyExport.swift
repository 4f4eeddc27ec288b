import ArgumentParser
import Claims

extension KG.Words {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Your own entries as a file that add and import read.")

    @Flag(help: "The whole vocabulary, with what ships with kg.")
    var all = false

    @Option(name: [.customShort("o"), .customLong("output")], help: "Write to this file.")
    var file: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
      let own = try common.ownVocabulary(of: common.storeIfAny())
      let entries = all ? try Vocabulary.Entries.builtIn().extended(by: own) : own.canonical
      try output(entries.yaml, to: file)
      if entries.isEmpty {
        say("kg: there are no entries of your own")
        throw ExitStatus.nothingFound
      }
    }
  }
}
