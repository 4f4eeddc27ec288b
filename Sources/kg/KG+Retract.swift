import ArgumentParser
import Claims
import Store

extension KG {
  /// Whose withdrawal is meant.
  struct Withdrawn: ParsableArguments {
    @Argument(help: "Name of the document, or else of the source.")
    var document: String?

    @Option(help: "Name of the source, where a document has the same name.")
    var source: String?

    var name: String { source ?? document ?? "" }
    var isSource: Bool { source != nil }

    func validate() throws {
      if (document == nil) == (source == nil) {
        throw ValidationError("Name a document or, with --source, a source.")
      }
    }
  }

  struct Retract: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retract",
      abstract: "Withdraws a document, or all of a source.",
      discussion: """
        Nothing is deleted: kg restore takes it back, and kg query --known-at answers as before for \
        a day before the withdrawal.
        """)

    @OptionGroup var withdrawn: Withdrawn

    @Option(help: "Why.")
    var because: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openForChange(common)
      let name = withdrawn.name
      let done = try store.logged(because: because) {
        let claims = try store.retract(
          name, isSource: withdrawn.isSource, because: because, at: Clock.now())
        try updateChains(in: store, vocabulary: common.vocabulary(of: store))
        return "withdrew \(name): \(counted(claims, "claim"))"
      }
      say("\(done); kg restore takes that back")
    }
  }

  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "restore",
      abstract: "Takes the withdrawal of a document or source back.")

    @OptionGroup var withdrawn: Withdrawn

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openForChange(common)
      let done = try store.logged {
        let claims = try store.restore(withdrawn.name, isSource: withdrawn.isSource)
        try updateChains(in: store, vocabulary: common.vocabulary(of: store))
        return "restored \(withdrawn.name): \(counted(claims, "claim"))"
      }
      say(done)
    }
  }
}
