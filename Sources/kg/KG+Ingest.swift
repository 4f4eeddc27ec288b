import ArgumentParser
import Claims
import Reading
import Store

extension KG {
  struct Ingest: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ingest",
      abstract: "Insights to claims to the store.",
      discussion: """
        The same file twice changes nothing; a file changed since replaces what it gave.

        Formats, told by a file's ending or its first words: txt and md (a blank line between \
        insights; front matter; Snipd's export), jsonl (an insight a line), csv (with a column \
        text; Readwise's export), html, \
        transcripts as vtt, srt and transcript (JSON in segments), feeds as rss and atom, opml \
        (a list of feeds), and on demand lines (each line one sentence).

        Nothing is fetched: a feed takes its transcripts from the files given or beside it, a \
        list its feeds from beside it.
        """
    )

    @Argument(help: "Files to read; - is standard input.")
    var files: [String]

    @Flag(help: "Leave the search for clashes to the next ingest or import.")
    var noClashes = false

    @OptionGroup var input: InputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openOrCreate(common)
      let vocabulary = try common.vocabulary(of: store)
      let rules = noClashes ? nil : ClashRules.coming(of: vocabulary)
      let engine = try Engine(vocabulary: vocabulary)
      var summary = Summary()
      var counts = IngestCounts()
      try input.read(files.standardInputFirst, into: &summary) { file, result in
        Interruption.hold()
        // What names itself is of no one file: from another it is the same, or its later state.
        let named = Dictionary(grouping: result.insights) { result.named.contains($0.document) }
        for (isNamed, insights) in named.sorted(by: { !$0.key && $1.key }) {
          counts += try Self.ingest(
            insights, origin: isNamed ? "guid" : file, wholeLines: input.inputFormat == .lines,
            into: store, with: engine)
        }
      }
      summary.insights = counts.insights
      summary.newInsights = counts.newInsights
      summary.claims = counts.claims
      summary.newClaims = counts.newClaims
      let fresh = try rules.map { try updateClashes(in: store, with: $0) } ?? [:]
      say(summary.text)
      if let news = news(of: fresh) { say(news) }
      try reportNews(in: common, with: vocabulary)
      try Interruption.check()
      if summary.unreadable { throw ExitStatus.inputUnreadable }
      if summary.insights == 0 { throw ExitStatus.nothingFound }
    }

    /// Reads the claims of a file's insights and keeps both, a few whole documents at a time.
    ///
    /// Documents are never cut, because the store drops what a file no longer says of one; an
    /// interrupted run keeps the documents it has finished and reads no further.
    static func ingest(
      _ insights: [Insight], origin: String, wholeLines: Bool = false, into store: ClaimStore,
      with engine: Engine
    ) throws -> IngestCounts {
      var counts = IngestCounts()
      guard !insights.isEmpty else { return counts }
      try store.setEntities(from: engine.vocabulary)
      var progress = Progress(total: insights.count, what: "insights")
      for documents in wholeDocuments(of: insights, atLeast: 512) {
        var claims: [[Claim]] = []
        engine.claims(in: documents, wholeLines: wholeLines) { batch, found in
          claims += found
          progress.advance(by: batch.count)
        }
        counts += try store.ingest(
          insights: finished(documents, after: claims.count), claims: claims, origin: origin,
          reading: wholeLines ? .line : .sentences)
        if Interruption.received { break }
      }
      progress.finish()
      return counts
    }

    /// The insights whose whole document is among the first so many.
    static func finished(_ insights: [Insight], after count: Int) -> [Insight] {
      let open = Set(insights.dropFirst(count).map(\.document))
      return Array(insights.prefix(count).prefix { !open.contains($0.document) })
    }

    /// The insights in groups that hold all of each of their documents, in order of first mention.
    static func wholeDocuments(of insights: [Insight], atLeast size: Int) -> [[Insight]] {
      var order: [String] = []
      let byDocument = Dictionary(grouping: insights, by: \.document)
      var seen: Set<String> = []
      for insight in insights where seen.insert(insight.document).inserted {
        order.append(insight.document)
      }
      var groups: [[Insight]] = []
      for document in order {
        if let last = groups.last, last.count < size {
          groups[groups.count - 1] += byDocument[document] ?? []
        } else {
          groups.append(byDocument[document] ?? [])
        }
      }
      return groups
    }
  }
}
