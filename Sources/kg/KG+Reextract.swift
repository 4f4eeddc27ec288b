import ArgumentParser
import Claims
import Report
import Store

extension KG {
  struct Reextract: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reextract",
      abstract: "Reads the stored insights again, with the vocabulary and the kg of today.",
      discussion: """
        Claims are brought up to date in place: afterwards the store says what a new ingest of \
        the same texts would. Imported claims stay as they are, so do verdicts. An interrupted \
        run keeps the documents it has finished; run it again for the rest.
        """)

    @Option(help: "Only what this source published.")
    var source: String?

    @Option(help: "Only this document.")
    var document: String?

    @Flag(help: "List each claim that was added, changed or is gone.")
    var explain = false

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openForChange(common)
      let vocabulary = try common.vocabulary(of: store)
      let rules = ClashRules.coming(of: vocabulary)
      let engine = try Engine(vocabulary: vocabulary)
      let insights = try store.readInsights(source: source, document: document)
      guard !insights.isEmpty else {
        say("kg: the store has no such insight to read again")
        throw ExitStatus.nothingFound
      }
      let result = try Self.reread(insights, in: store, with: engine)
      let fresh = try updateClashes(in: store, with: rules)
      if explain {
        if !result.changes.isEmpty || rows.chosen == .json {
          rows.print(Self.listed(result.changes))
        }
      }
      say(Self.summary(insights: insights.count, result))
      if let news = news(of: fresh) { say(news) }
      try reportNews(in: common, with: vocabulary)
    }

    /// Reads insights again, a few whole documents at a time, as an ingest does.
    static func reread(_ insights: [ReadInsight], in store: ClaimStore, with engine: Engine) throws
      -> RereadResult
    {
      try store.setEntities(from: engine.vocabulary)
      let readings = Dictionary(
        insights.map { ($0.insight, $0.readings) }, uniquingKeysWith: { a, _ in a })
      var result = RereadResult()
      var progress = Progress(total: insights.count, what: "insights")
      for documents in Ingest.wholeDocuments(of: insights.map(\.insight), atLeast: 512) {
        var claims: [Insight: [Claim]] = [:]
        var unread = 0
        for reading in [InsightReading.sentences, .line] {
          let given = documents.filter { readings[$0]?.contains(reading) ?? false }
          unread += given.count
          engine.claims(in: given, wholeLines: reading == .line) { batch, found in
            unread -= batch.count
            for (insight, its) in zip(batch, found) { claims[insight, default: []] += its }
          }
        }
        // Reading that was cut short says nothing of the insights it didn't come to.
        guard unread == 0 else { break }
        result += try store.reread(documents, claims: documents.map { claims[$0] ?? [] })
        progress.advance(by: documents.count)
      }
      progress.finish()
      return result
    }

    /// `64 insights: 3 claims added, 1 changed, 2 gone, 76 same`.
    static func summary(insights: Int, _ result: RereadResult) -> String {
      func count(_ kind: ClaimChange.Kind) -> Int { result.changes.count { $0.kind == kind } }
      return
        counted(insights, "insight") + ": " + counted(count(.added), "claim")
        + " added, \(count(.changed)) changed, \(count(.gone)) gone, \(result.same) same"
    }

    static func listed(_ changes: [ClaimChange]) -> Rows {
      Rows(
        columns: [
          "change", "id", "subject", "relation", "object", "qualified", "document", "quote",
        ],
        rows: changes.map { change in
          let claim = change.claim
          return [
            .text(change.kind.rawValue), .text(claim.id), .text(claim.subject),
            .text(claim.relation), .text(claim.object), .text(qualifiers(of: claim)),
            .text(claim.evidence.document), .text(claim.evidence.quote),
          ]
        })
    }
  }
}
