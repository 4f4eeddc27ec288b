import Analysis
import ArgumentParser
import Claims
import Report
import Store

extension KG {
  struct Hyp: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "hyp",
      abstract: "The hypotheses of the session in use.",
      subcommands: [Add.self, List.self], defaultSubcommand: List.self)

    struct Add: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds a hypothesis; claims that bear on it are proposed, not rated.")

      @Argument(help: "What may be so, as a sentence.")
      var hypothesis: String

      @OptionGroup var common: CommonOptions

      func run() throws {
        let hypothesis = try written(hypothesis, "a hypothesis")
        let store = try openForChange(common, asRead: true)
        _ = try store.session()
        let vocabulary = try common.vocabulary(of: store)
        let found = try Proposer(store: store, engine: Engine(vocabulary: vocabulary))
          .proposals(for: hypothesis)
        let session = try store.note(
          .supposed(hypothesis: hypothesis, claims: found.map(\.claim.id).sorted()))
        say("\(session.hypotheses.last?.name ?? "")  \(hypothesis)")
        for found in found.prefix(6) { say("  \(proposalLine(found.claim, found.side))") }
      }
    }

    struct List: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The hypotheses with what is judged of each.")

      @OptionGroup var rows: RowOptions
      @OptionGroup var common: CommonOptions

      func run() throws {
        let session = try openForReading(common).session()
        rows.print(Rows(hypotheses: session))
        if session.hypotheses.isEmpty {
          throw Failure(.nothingFound, "no hypothesis yet; kg hyp add \"…\" adds one")
        }
      }
    }
  }

  struct Rate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rate",
      abstract: "How a claim bears on a hypothesis.",
      discussion: """
        CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent, NA says \
        nothing of it. A later rating takes an earlier one's place.
        """)

    @Argument(help: "The claim: its id or a beginning of it, or its insight's id.")
    var claim: String

    @Argument(help: "The hypothesis, such as H1.")
    var hypothesis: String

    @Argument(help: "CC, C, N, I, II or NA.")
    var rating: String

    @Option(help: "Why.")
    var why: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openForChange(common, asRead: true)
      let name = try store.session().hypothesis(named: hypothesis).name
      guard let rating = Rating(rawValue: rating.uppercased()) else {
        throw Failure(.usage, "a rating is CC, C, N, I, II or NA, not \(rating)")
      }
      let footing = try store.footing(of: claim)
      try store.note(.rated(claim: footing, hypothesis: name, rating: rating, why: why))
      say("\(shortID(footing.claim.id)) rated \(rating.rawValue) for \(name)")
    }
  }

  struct Matrix: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "matrix",
      abstract: "The evidence against the hypotheses, what tells them apart first.",
      discussion: """
        Analysis of competing hypotheses: the one with least against it stands best. I counts 1 and \
        II counts 2 against; what fits counts nothing, because it may fit the others too. Claims \
        that repeat one origin count once. What would change the order, were it taken away, is named.
        """)

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openForReading(common)
      let session = try store.session()
      let matrix = session.matrix(now: try store.footings(of: session.claims))
      guard !matrix.hypotheses.isEmpty, !matrix.rows.isEmpty else {
        throw Failure(
          .nothingFound,
          "a matrix needs hypotheses (kg hyp add) and evidence (kg pin, kg rate)")
      }
      if rows.chosen == .table {
        output(text(of: matrix, in: session, width: terminalWidth, style: common.style))
      } else {
        rows.print(Rows(matrix: matrix))
      }
    }
  }
}

extension ResearchSession {
  /// The open hypothesis of this name.
  func hypothesis(named name: String) throws -> Item {
    guard let found = item(name), hypotheses.contains(found) else {
      throw Failure(.nothingFound, "there is no hypothesis \(name); kg hyp lists them")
    }
    guard found.isOpen else {
      throw Failure(.usage, "\(found.name) was ended on \(found.ended ?? "")")
    }
    return found
  }
}
