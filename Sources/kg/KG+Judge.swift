import Analysis
import ArgumentParser
import Claims
import Report
import Store

extension KG {
  struct Judge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "judge",
      abstract: "How likely a hypothesis is, how sure you are, and what that rests on.",
      discussion: """
        Likelihood is one of the seven terms of ICD 203: \
        \(Likelihood.allCases.map { "\($0.rawValue) (\($0.range))" }.joined(separator: ", ")). \
        A judgment rests on claims or assumptions; it is dated and never changed, a later one \
        replaces it. kg session status says when what it rests on has changed.
        """)

    @Argument(help: "The hypothesis, such as H1.")
    var hypothesis: String

    @Option(help: "One of the seven terms.")
    var likelihood: String

    @Option(help: "low, moderate or high.")
    var confidence: String

    @Option(help: ArgumentHelp("Claims it rests on.", valueName: "id,id"))
    var because: [String] = []

    @Option(help: "An assumption it rests on: A1, or a new one in words.")
    var assumption: [String] = []

    @Option(help: "What you would tell a colleague.")
    var note: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openForChange(common, asRead: true)
      let session = try store.session()
      let name = try session.hypothesis(named: hypothesis).name
      guard let likelihood = Likelihood(rawValue: likelihood.lowercased()) else {
        let terms = Likelihood.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(.usage, "likelihood is one of \(terms); not “\(likelihood)”")
      }
      guard let confidence = Confidence(rawValue: confidence.lowercased()) else {
        throw Failure(.usage, "confidence is low, moderate or high; not “\(confidence)”")
      }
      let footings = try because.flatMap { $0.split(separator: ",") }
        .map { try store.footing(of: String($0)) }
      if let withdrawn = footings.first(where: { $0.withdrawn != nil }) {
        throw Failure(
          .usage, "\(shortID(withdrawn.claim.id)) is withdrawn and can't bear a judgment")
      }
      guard !footings.isEmpty || !assumption.isEmpty else {
        throw Failure(
          .usage, "a judgment rests on something: name claims with --because, or an --assumption")
      }
      // Known ones are looked up before new ones are kept, so that a slip leaves nothing behind.
      for text in assumption where text.wholeMatch(of: /[Aa]\d+/) != nil {
        guard let known = session.item(text), known.isOpen else {
          throw Failure(.usage, "there is no open assumption \(text); kg assume lists them")
        }
      }
      let (judgment, after) = try store.atOnce {
        let assumptions = try assumption.map { text in
          if let known = session.item(text) { return known.name }
          let text = try written(text, "an assumption")
          return try store.note(.assumed(what: text)).assumptions.last?.name ?? ""
        }
        let judgment = Judgment(
          name, likelihood, confidence, because: footings, assumptions: assumptions, note: note)
        return (judgment, try store.note(.judged(what: judgment)))
      }
      say(judgmentText(judgment))
      if let before = after.judgments[name]?.dropLast().last {
        say("It replaces the judgment of \(before.day): \(before.judgment.likelihood.rawValue).")
      }
    }
  }

  struct Assume: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "assume",
      abstract: "Notes what the session takes for granted; without text lists it.",
      discussion: "kg session end A1 ends one; judgments that rest on it are then stale.")

    @Argument(help: "The assumption.")
    var assumption: String?

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      guard let assumption else {
        return try listItems(rows, common, "assumption", "assume", \.assumptions)
      }
      let session = try openForChange(common)
        .note(.assumed(what: written(assumption, "an assumption")))
      say("\(session.assumptions.last?.name ?? "")  \(assumption)")
    }
  }

  struct Gap: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "gap",
      abstract: "Notes what would have to be known; without text lists it.",
      discussion: "kg session end G1 ends one.")

    @Argument(help: "The gap.")
    var gap: String?

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      guard let gap else { return try listItems(rows, common, "gap", "gap", \.gaps) }
      let session = try openForChange(common).note(.missed(what: written(gap, "a gap")))
      say("\(session.gaps.last?.name ?? "")  \(gap)")
    }
  }
}

/// Prints assumptions, gaps or watches of the session in use.
func listItems(
  _ rows: RowOptions, _ common: CommonOptions, _ what: String, _ command: String,
  _ items: (ResearchSession) -> [ResearchSession.Item]
) throws {
  let found = items(try openForReading(common).session())
  rows.print(Rows(items: found))
  if found.isEmpty {
    throw Failure(.nothingFound, "no \(what) yet; kg \(command) \"…\" adds one")
  }
}
