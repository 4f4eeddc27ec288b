import ArgumentParser
import Claims
import Reading
import Store

extension KG {
  struct Ingest: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Insights to claims to the store.",
      discussion: "The same file twice changes nothing; a file changed since replaces what it gave."
    )

    @Argument(help: "Files to read; - is standard input.")
    var files: [String]

    @OptionGroup var input: InputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let engine = try Engine()
      let store = try openOrCreate(common)
      var summary = Summary()
      summary.newInsights = 0
      summary.newClaims = 0
      for file in files {
        let insights = input.read(file, into: &summary)
        let counts = try Self.ingest(
          insights, origin: file, wholeLines: input.inputFormat == .lines, into: store, with: engine
        )
        summary.insights += counts.insights
        summary.newInsights? += counts.newInsights
        summary.claims += counts.claims
        summary.newClaims? += counts.newClaims
      }
      try updateClashes(in: store, vocabulary: engine.vocabulary)
      say(summary.text)
      if summary.unreadable { throw ExitStatus.inputUnreadable }
      if summary.insights == 0 { throw ExitStatus.nothingFound }
    }

    /// Reads the claims of a file's insights and keeps both.
    ///
    /// All of a file at once, because the store then knows what the file no longer says.
    static func ingest(
      _ insights: [Insight], origin: String, wholeLines: Bool = false, into store: ClaimStore,
      with engine: Engine
    ) throws -> IngestCounts {
      guard !insights.isEmpty else { return IngestCounts() }
      var claims: [[Claim]] = []
      var progress = Progress(total: insights.count, what: "insights")
      engine.claims(in: insights, wholeLines: wholeLines) { batch, found in
        claims += found
        progress.advance(by: batch.count)
      }
      progress.finish()
      try store.setEntities(from: engine.vocabulary)
      return try store.ingest(insights: insights, claims: claims, origin: origin)
    }
  }
}
