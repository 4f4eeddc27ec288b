import ArgumentParser
import Claims
import Report
import Store

extension KG {
  struct Pin: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pin",
      abstract: "Keeps a claim as evidence of the session in use.",
      discussion: "kg session status says when it is withdrawn, re-dated, supported or disputed.")

    @Argument(help: "The claim: its id or a beginning of it, or its insight's id.")
    var claim: String

    @Option(help: "What you think of it.")
    var note: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openForChange(common, asRead: true)
      let footing = try store.footing(of: claim)
      try store.note(.pinned(claim: footing, note: note))
      say("pinned \(shortID(footing.claim.id)): \(citation(of: footing.claim))")
    }
  }

  struct Note: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "note", abstract: "Notes a thought in the session in use.")

    @Argument(help: "The note.")
    var text: String

    @Option(help: "The claim it is about.")
    var on: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openForChange(common, asRead: true)
      let text = try written(text, "a note")
      let footing = try on.map(store.footing)
      let session = try store.note(.noted(text: text, on: footing))
      say("noted in \(session.name)" + (footing.map { " on \(shortID($0.claim.id))" } ?? ""))
    }
  }
}
