import ArgumentParser
import Store

extension KG {
  struct Retract: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retract",
      abstract: "Withdraws a document, or all of a source.",
      discussion: "Nothing is deleted: kg restore takes it back.")

    @Argument(help: "Name of the document or source.")
    var name: String

    @Option(help: "Why.")
    var because: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openForChange(common)
      let claims = try store.retract(name, because: because)
      try updateChains(in: store, vocabulary: common.vocabulary(of: store))
      try store.noteIfInUse(.did(text: "withdrew \(name): \(claims) claims", because: because))
      say("withdrew \(name): \(claims) claims; kg restore takes that back")
    }
  }

  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "restore",
      abstract: "Takes the withdrawal of a document or source back.")

    @Argument(help: "Name of the document or source.")
    var name: String

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openForChange(common)
      let claims = try store.restore(name)
      try updateChains(in: store, vocabulary: common.vocabulary(of: store))
      try store.tell("restored \(name): \(claims) claims")
    }
  }
}
