import ArgumentParser
import Claims
import Reading
import Store

extension KG {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Claims someone else made, as JSON lines, without extraction.")

    @Argument(help: "Files of claims; - is standard input.")
    var files: [String]

    @Flag(help: "Leave the search for clashes to the next ingest or import.")
    var noClashes = false

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openOrCreate(common)
      let vocabulary = try common.vocabulary(of: store)
      try store.setEntities(from: vocabulary)
      var summary = Summary()
      summary.newClaims = 0
      for file in files.standardInputFirst {
        do {
          let result = try readClaims(path: file)
          Interruption.hold()
          for failure in result.failures { summary.fail("\(failure)") }
          let counts = try Self.keep(result, origin: file, in: store)
          summary.insights += counts.insights
          summary.claims += counts.claims
          summary.newClaims? += counts.newClaims
          if Interruption.received { break }
        } catch let error as ReadingError {
          summary.fail("\(error)")
        }
      }
      let fresh = noClashes ? [:] : try updateClashes(in: store, vocabulary: vocabulary)
      say(summary.text)
      if let news = news(of: fresh) { say(news) }
      try reportHits(in: store, with: vocabulary)
      try Interruption.check()
      if summary.unreadable { throw ExitStatus.inputUnreadable }
      if summary.claims == 0 { throw ExitStatus.nothingFound }
    }

    /// Claims with their insight where the file gives its text, else with the quote in its place.
    static func keep(_ read: ClaimReadingResult, origin: String, in store: ClaimStore) throws
      -> IngestCounts
    {
      let claims = Dictionary(grouping: read.claims, by: \.evidence.insight)
      var counts = try store.ingest(
        insights: read.insights,
        claims: read.insights.map { insight in
          (claims[insight.id] ?? []).filter { stands($0.evidence, in: insight) }
        }, origin: origin, reading: .imported, atOnce: atOnce, until: { Interruption.received })
      let whole = Set(read.insights.map(\.id))
      let rest = read.claims.filter { !whole.contains($0.evidence.insight) }
      counts += try store.importClaims(
        rest, origin: origin, atOnce: atOnce, until: { Interruption.received })
      return counts
    }

    /// So many insights a transaction: the same pages of an index are then written once for all of them.
    private static let atOnce = 8192

    /// Whether the quote is where the evidence says; two lines may give one id to two texts.
    private static func stands(_ evidence: Evidence, in insight: Insight) -> Bool {
      evidence.document == insight.document
        && insight.text.utf8.dropFirst(evidence.start).prefix(max(0, evidence.end - evidence.start))
          .elementsEqual(evidence.quote.utf8)
    }
  }
}
