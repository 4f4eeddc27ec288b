import Analysis
import ArgumentParser
import Claims
import Language
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
        let store = try openForChange(common)
        let session = try store.note(.supposed(hypothesis: hypothesis))
        say("\(session.hypotheses.last?.name ?? "")  \(hypothesis)")
        let vocabulary = try common.vocabulary(of: store)
        let engine = try Engine(vocabulary: vocabulary)
        let said = engine.extractor.claims(in: [
          Insight(id: "given", text: hypothesis, document: "given")
        ]).flatMap { $0 }
        let finder = RelatedFinder(store: store, vocabulary: vocabulary)
        let related = try finder.related(to: said)
        for found in related.prefix(6) {
          let side = found.relation.isAgainst ? "against" : "for"
          say("  may speak \(side) it: \(shortID(found.claim.id))  \(citation(of: found.claim))")
        }
        // Of a hypothesis that is no claim kg can read, the words may still lead somewhere.
        guard related.isEmpty else { return }
        let answer = try? Query.answer(hypothesis, from: store, with: engine)
        let first = Set(answer?.answers.first?.claims ?? [])
        var found = (answer?.claims ?? []).filter { first.contains($0.id) }
        if found.isEmpty { found = try near(hypothesis, in: store) }
        for claim in found.prefix(3) {
          say("  may bear on it: \(shortID(claim.id))  \(citation(of: claim))")
        }
      }

      /// The claims nearest by their meaning, of those that share words with it.
      private func near(_ hypothesis: String, in store: ClaimStore) throws -> [Claims.Claim] {
        let words = hypothesis.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        var seen: Set<String> = []
        let claims = try store.claims(
          resembling: words.filter { $0.count > 3 }.map { [$0] }, limit: 40
        ).filter { seen.insert($0.evidence.quote).inserted }
        let likeness = try Likeness().of(hypothesis, to: claims.map(\.evidence.quote))
        return zip(claims, likeness).filter { $1 >= Self.likeEnough }
          .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.precedes($1.0) }.map(\.0)
      }

      private static let likeEnough = 0.5
    }

    struct List: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The hypotheses with what is judged of each.")

      @OptionGroup var rows: RowOptions
      @OptionGroup var common: CommonOptions

      func run() throws {
        let session = try openForReading(common).session()
        rows.print(Rows(hypotheses: session))
        if session.hypotheses.isEmpty { throw ExitStatus.nothingFound }
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
      let store = try openForChange(common)
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
