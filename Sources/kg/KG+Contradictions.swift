import Analysis
import ArgumentParser
import Claims
import Report
import Store

extension Clash.Label: ExpressibleByArgument {}

extension KG {
  struct Contradictions: Asking {
    static let configuration = CommandConfiguration(
      commandName: "contradictions",
      abstract: "Claims that clash, with the reason and their quotes.",
      discussion: """
        Pairs, and chains of leads that go round: A leads B, B leads C, C leads A. \
        Grouped by matter, the surest first. Each has an id that stays as long as the \
        sentences do: kg contradictions show ID tells how it came about, kg confirm ID and \
        kg dismiss ID keep your verdict. What you dismissed stays out of sight until new \
        evidence comes for any side. --matrix gives letters to what is said of a matter and \
        shows which source says which.
        """,
      subcommands: [Show.self])

    /// Which verdicts are shown.
    enum Shown: String, ExpressibleByArgument, CaseIterable {
      case open, confirmed, dismissed, all
    }

    @Option(help: "Only where this entity is subject or object of a side.")
    var about: String?

    @Option(
      help: """
        Only this kind: negation, antonym, functional, ordering, superlative, numeric, quantifier, \
        trend_state, opposed_effect, supersession, reversal, revision.
        """)
    var kind: String?

    @Option(help: "Only contradiction, tension or update.")
    var label: Clash.Label?

    @Option(help: "Only from this score up, 0 to 1.")
    var minScore: Double = 0

    @Option(help: "Only with a side published on this date (YYYY-MM-DD) or later.")
    var since: String?

    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp(
        "Only between these two: sources, documents or named speakers.", valueName: "source"))
    var between: [String] = []

    @Option(help: "Only of this verdict: open, confirmed, dismissed, or all of them.")
    var status: Shown?

    @Flag(help: "Only what the last ingest, import or reextract was the first to find.")
    var new = false

    @Flag(help: "Sources against matters: who says what in each.")
    var matrix = false

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
      guard (0...1).contains(minScore) else { throw ValidationError("--min-score is from 0 to 1") }
      guard between.isEmpty || between.count == 2 else {
        throw ValidationError("--between takes two names")
      }
      try validateDate(since, option: "--since")
    }

    struct Found {
      var clashes: [Clash]
      var vocabulary: Vocabulary
      /// Where the matrix was asked for.
      var matrix: DisputeMatrix?
    }

    func find(in store: ClaimStore) throws -> Found {
      let vocabulary = try common.vocabulary(of: store)
      let about = about.map { canonicalName($0, vocabulary: vocabulary) }
      let scope = try about.map { ClashScope.about(try store.entityNames(alike: $0)) } ?? .all
      let kept = new ? try store.clashes(new: true) : try store.clashes(scope)
      let clashes = chosen(try store.asRead(kept, vocabulary: vocabulary), about: about)
      guard matrix else { return Found(clashes: clashes, vocabulary: vocabulary) }
      let reader = StatementReader(vocabulary: vocabulary)
      let disputes = reader.disputes(in: clashes)
      return Found(
        clashes: clashes, vocabulary: vocabulary,
        matrix: DisputeMatrix(
          disputes, around: try store.claims(around: disputes.flatMap(\.claims)), reader: reader))
    }

    func show(_ found: Found) throws {
      if let matrix = found.matrix {
        show(matrix, isEmpty: found.clashes.isEmpty)
      } else {
        try show(found.clashes, found.vocabulary)
      }
      if found.clashes.isEmpty { say("kg: no clashes found") }
    }

    func lines(of found: Found) -> [String] { found.clashes.map(Report.line) }
    func isNothing(_ found: Found) -> Bool { found.clashes.isEmpty }

    private func show(_ clashes: [Clash], _ vocabulary: Vocabulary) throws {
      switch rows.chosen {
      case .table:
        let reader = StatementReader(vocabulary: vocabulary)
        output(text(of: reader.disputes(in: clashes), style: common.style))
      case .json: output(try json(clashes))
      case .jsonl: output(try jsonLines(clashes))
      case .csv, .tsv, .markdown: rows.print(Rows(clashes: clashes))
      }
    }

    private func show(_ matrix: DisputeMatrix, isEmpty: Bool) {
      switch rows.chosen {
      case .table:
        if !isEmpty { output(text(of: matrix, width: terminalWidth, style: common.style)) }
      default: rows.print(Rows(matrix: matrix))
      }
    }

    /// The clashes asked for, the surest first.
    func chosen(_ clashes: [Clash], about: String?) -> [Clash] {
      let about = about?.lowercased()
      return clashes.filter { clash in
        if let about,
          !clash.claims.contains(where: {
            $0.subject.lowercased() == about || $0.object.lowercased() == about
          })
        {
          return false
        }
        if let kind, kind != clash.kind { return false }
        if let label, label != clash.label { return false }
        if let since, !clash.claims.contains(where: { $0.evidence.published ?? "" >= since }) {
          return false
        }
        return clash.score >= minScore && isBetween(clash) && isShown(clash)
      }
    }

    private func isBetween(_ clash: Clash) -> Bool {
      guard let one = between.first, let other = between.last else { return true }
      return clash.claims.contains { claim in
        claim.isVoiced(by: one)
          && clash.claims.contains { $0.isVoiced(by: other) && $0 != claim }
      }
    }

    private func isShown(_ clash: Clash) -> Bool {
      switch status {
      case nil: clash.isInSight
      case .all: true
      case .open: clash.status == .open
      case .confirmed: clash.status == .confirmed
      case .dismissed: clash.status == .dismissed
      }
    }
  }
}

extension ClaimStore {
  /// Claims that share a name with one of these: among them are all of the same matter.
  func claims(around claims: [Claim]) throws -> [Claim] {
    var names = Set(claims.flatMap { [$0.subject, $0.object] })
    names.remove("")
    return try self.claims(touching: names)
  }

  /// The clashes of the id that begins so; it must be one.
  func clashes(of id: String) throws -> [Clash] {
    let found = try clashes(id: id.lowercased())
    let ids = Set(found.map(\.id)).sorted()
    guard !ids.isEmpty, id.count > 1 else {
      throw Failure(.nothingFound, "there is no clash \(id); kg contradictions lists them")
    }
    guard ids.count == 1 else {
      throw Failure(.usage, "\(id) begins several ids: \(ids.joined(separator: ", "))")
    }
    return found
  }
}

/// The name the vocabulary knows an entity by: `Washington` and `the U.S.` are the United States.
func canonicalName(_ name: String, vocabulary: Vocabulary) -> String {
  let key = name.lowercased()
  return vocabulary.entityByAlias[key] ?? vocabulary.entityByMetonym[key] ?? name
}

/// Dates compare as text, so they must be written alike.
func validateDate(_ date: String?, option: String) throws {
  if let date, (date.wholeMatch(of: /\d{4}(-\d\d(-\d\d)?)?/)) == nil {
    throw ValidationError("\(option) takes a date such as 2026-01-31")
  }
}
