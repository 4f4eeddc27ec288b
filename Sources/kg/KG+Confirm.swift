import ArgumentParser
import Claims
import Report
import Store

extension KG {
  struct Confirm: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "confirm",
      abstract: "Notes that a clash is one.",
      discussion: verdictsStay)

    @OptionGroup var verdict: VerdictOptions
    @OptionGroup var common: CommonOptions

    func run() throws { try verdict.judge(.confirmed, in: openForChange(common, asRead: true)) }
  }

  struct Dismiss: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "dismiss",
      abstract: "Notes that a clash is none; it stays out of sight until new evidence comes.",
      discussion: verdictsStay)

    @OptionGroup var verdict: VerdictOptions
    @OptionGroup var common: CommonOptions

    func run() throws { try verdict.judge(.dismissed, in: openForChange(common, asRead: true)) }
  }

  private static let verdictsStay = """
    A verdict holds for two sentences and the kind of their clash: it outlives ingest and \
    reextract. kg verdicts drop ID takes it back, kg contradictions --status all shows all.
    """
}

/// Which clash is judged, and why so.
struct VerdictOptions: ParsableArguments {
  @Argument(help: "The clash's id, or its beginning.")
  var id: String

  @Option(help: "Why.")
  var because: String?

  func judge(_ status: Clash.Status, in store: ClaimStore) throws {
    guard let clash = try store.clashes(of: id).first else { return }
    let done = try store.logged(because: because) {
      try store.judge(clash, status, because: because)
      return "\(status.rawValue) \(shortID(clash.id)): \(clash.why)"
    }
    say(done)
  }
}
