import Analysis
import ArgumentParser
import Claims
import Report
import Store

extension KG {
  struct Related: Asking {
    static let configuration = CommandConfiguration(
      commandName: "related",
      abstract: "Insights related to one, or to a text: each with what it is to it, and why.",
      discussion: """
        same speaker, changed position · disputes · supersedes · superseded by · agrees, \
        independent · narrower · broader · echoes, same origin. Where nothing is, nothing is shown.
        """)

    @Argument(help: "The id of an insight or claim, or a text in quotes.")
    var insight: String

    @Option(name: [.customShort("n"), .long], help: "At most this many.")
    var limit = 5

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
      if limit < 1 { throw ValidationError("--limit is 1 or more") }
    }

    func find(in store: ClaimStore) throws -> [RelatedClaim] {
      let vocabulary = try common.vocabulary(of: store)
      let mine = try claims(in: store, vocabulary)
      guard !mine.isEmpty else {
        throw Failure(.nothingFound, "no claim was read in it, so nothing can be related to it")
      }
      let finder = RelatedFinder(store: store, vocabulary: vocabulary)
      return Array(try finder.related(to: mine).prefix(limit))
    }

    func show(_ found: [RelatedClaim]) throws {
      switch rows.chosen {
      case .table: output(text(of: found, style: common.style))
      case .json: output(try json(found))
      case .jsonl: output(try jsonLines(found))
      case .csv, .tsv, .markdown: rows.print(Rows(related: found))
      }
      if found.isEmpty { say("kg: nothing is related to it") }
    }

    func lines(of found: [RelatedClaim]) -> [String] { found.map(Report.line) }

    private func claims(in store: ClaimStore, _ vocabulary: Vocabulary) throws -> [Claim] {
      let named = try store.claims(named: insight)
      if !named.isEmpty { return named }
      guard insight.contains(where: \.isWhitespace) else {
        throw Failure(
          .nothingFound, "the store has no insight or claim \(insight); a text is put in quotes")
      }
      let engine = try Engine(vocabulary: vocabulary)
      let given = Insight(id: "given", text: insight, document: "given")
      return engine.extractor.claims(in: [given]).flatMap { $0 }
    }
  }
}

/// Looks for what is related to claims of one insight.
struct RelatedFinder {
  let store: ClaimStore
  let reader: StatementReader
  private let detector: ContradictionDetector

  init(store: ClaimStore, vocabulary: Vocabulary) {
    self.store = store
    reader = StatementReader(vocabulary: vocabulary)
    detector = ContradictionDetector(vocabulary: vocabulary)
  }

  /// Of each insight its best relation, the most telling first.
  func related(to mine: [Claim]) throws -> [RelatedClaim] {
    let others = try around(mine)
    let dismissed = Set(try store.verdicts().filter { $0.status == .dismissed }.map(\.clash))
    let clashes = detector.clashes(of: mine, against: others)
      .filter { !dismissed.contains($0.id) }
    return reader.related(to: mine, among: others, clashes: clashes)
  }

  /// Claims of the passages that resemble most, and those between the same two names.
  ///
  /// Not all that share a name, because a common one may have a hundred thousand.
  private func around(_ mine: [Claim]) throws -> [Claim] {
    var seen = Set(mine)
    var found: [Claim] = []
    for claim in mine {
      let words = claim.evidence.quote.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      found += try store.claims(resembling: words.filter { $0.count > 3 }.map { [$0] }, limit: 100)
      found += try store.claims(
        subjects: [claim.subject], relations: nil, objects: [claim.object])
    }
    return found.filter { seen.insert($0).inserted }.sorted { $0.precedes($1) }
  }
}
