import Analysis
import ArgumentParser
import Claims
import Foundation
import Report
import Store

extension KG {
  struct Brief: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "brief",
      abstract: "The few insights not to miss, each with the reason it is here.",
      discussion: """
        Ranked by what clashes with the store or with your judgments, hits of watches, novelty and \
        independent corroboration, times how specific and how far trusted a claim is. At most two of \
        a document, one of a cluster, a dissent if there is one. What was told is noted, so that \
        nothing comes twice.
        """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
      case table, markdown, html, json
    }

    @Option(
      help: ArgumentHelp(
        "Only what was published since: a date, or 1d, 2w.", valueName: "date"))
    var since: String?

    @Option(name: [.customShort("n"), .long], help: "At most this many.")
    var limit = 5

    @Flag(help: "Note nothing: the next brief may tell the same.")
    var dryRun = false

    @Option(help: "How to print.")
    var format: Format = .table

    @OptionGroup var common: CommonOptions

    func validate() throws {
      if limit < 1 { throw ValidationError("--limit is 1 or more") }
      if let since, since.wholeMatch(of: /\d+[dw]/) == nil {
        try validateDate(since, option: "--since")
      }
    }

    func run() throws {
      let store = try openForReading(common)
      let vocabulary = try common.vocabulary(of: store)
      let now = try Clock.now()
      let candidates = try store.claimsNotBriefed(
        since: since.map { try Self.day($0, before: now) })
      let finder = RelatedFinder(store: store, vocabulary: vocabulary)
      var brief = Analysis.Brief(
        of: candidates, ground: try ground(of: candidates, in: store), count: limit,
        reader: finder.reader)
      for place in brief.items.indices {
        let insight = brief.items[place].claim.evidence
        let mine = candidates.filter {
          $0.evidence.insight == insight.insight && $0.evidence.document == insight.document
        }
        brief.items[place].related = Array(try finder.related(to: mine).prefix(2))
      }
      let page = page(of: brief, day: String(now.prefix(10)), count: limit)
      switch format {
      case .table: output(text(of: brief, style: common.style))
      case .markdown: output(markdown(of: page))
      case .html: output(html(of: page))
      case .json: output(try json(brief))
      }
      if let note = quiet(brief, count: limit) { say("kg: \(note)") }
      if !dryRun, !brief.items.isEmpty {
        // What stands beside an insight is told too.
        let told = brief.items.flatMap { [$0.claim] + $0.related.map(\.claim) }
        let changing = try openForChange(common)
        _ = try changing.logged {
          try changing.noteBriefed(told.map(\.evidence), at: now)
          let ids = brief.items.map { shortID($0.claim.id) }
          return "read a brief of \(counted(ids.count, "insight")): \(ids.joined(separator: ", "))"
        }
      }
      if brief.items.isEmpty { throw ExitStatus.nothingFound }
    }

    private func ground(of candidates: [Claim], in store: ClaimStore) throws
      -> Analysis.Brief.Ground
    {
      let footings = try store.footings(of: candidates.map(\.id))
      let sessions = ResearchSession.all(in: try store.log()).filter { !$0.isClosed }
      let judged = sessions.flatMap { session in
        session.judgments.values.compactMap(\.last).flatMap(\.judgment.because).map(\.claim.id)
      }
      var hits: [String: String] = [:]
      for watch in sessions.flatMap(\.watches) where watch.item.isOpen {
        for id in watch.hits.flatMap(\.claims) { hits[id] = watch.item.text }
      }
      let alike = Set(footings.values.flatMap(\.alike))
      let known = Dictionary(
        try store.claims(ids: alike).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
      return Analysis.Brief.Ground(
        clashes: try store.clashes(touching: Set(candidates.map(\.id))).filter(\.isInSight),
        judged: Set(judged), hits: hits,
        alike: footings.mapValues { footing in
          [footing.claim] + footing.alike.compactMap { known[$0] }
        }, told: try store.briefedInsights())
    }

    /// The day that `1d`, `2w` or a date names.
    static func day(_ since: String, before now: String) throws -> String {
      guard let unit = since.last, let count = Int(since.dropLast()), "dw".contains(unit) else {
        return since
      }
      let days = unit == "w" ? 7 * count : count
      guard let date = try? Date(String(now.prefix(10)) + "T00:00:00Z", strategy: .iso8601) else {
        return since
      }
      let day = date.addingTimeInterval(-86_400 * Double(days)).formatted(.iso8601)
      return String(day.prefix(10))
    }
  }
}
