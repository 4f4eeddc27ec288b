import ArgumentParser
import Claims
import Report
import Store

extension Clash.Label: ExpressibleByArgument {}

extension KG {
  struct Contradictions: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "contradictions",
      abstract: "Pairs of claims that clash, with the reason and both quotes.")

    @Option(help: "Only where this entity is subject or object of a side.")
    var about: String?

    @Option(help: "Only this rule: negation, antonym, ordering, trend_state.")
    var kind: String?

    @Option(help: "Only contradiction, tension or update.")
    var label: Clash.Label?

    @Option(help: "Only from this score up, 0 to 1.")
    var minScore: Double = 0

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
      guard (0...1).contains(minScore) else { throw ValidationError("--min-score is from 0 to 1") }
    }

    func run() throws {
      let store = try openForReading(common)
      let entity = try about.map {
        try canonicalName($0, vocabulary: common.vocabulary(of: store))
      }
      let clashes = Self.chosen(
        try store.clashes(), about: entity, kind: kind, label: label, minScore: minScore)
      switch rows.chosen {
      case .table: output(text(of: clashes, style: common.style))
      case .json: output(try json(clashes))
      case .jsonl: output(try jsonLines(clashes))
      case .csv, .tsv, .markdown: rows.print(Rows(clashes: clashes))
      }
      if clashes.isEmpty {
        say("kg: no clashes found")
        throw ExitStatus.nothingFound
      }
    }

    /// The clashes asked for, the surest first.
    static func chosen(
      _ clashes: [Clash], about: String?, kind: String?, label: Clash.Label?, minScore: Double
    ) -> [Clash] {
      clashes.filter { clash in
        let names = [clash.a.subject, clash.a.object, clash.b.subject, clash.b.object]
        return
          (about.map { wanted in
            names.contains { $0.lowercased() == wanted.lowercased() }
          } ?? true)
          && (kind.map { $0 == clash.kind } ?? true) && (label.map { $0 == clash.label } ?? true)
          && clash.score >= minScore
      }
    }
  }
}

/// The name the vocabulary knows an entity by: `Washington` and `the U.S.` are the United States.
func canonicalName(_ name: String, vocabulary: Vocabulary) -> String {
  let key = name.lowercased()
  return vocabulary.entityByAlias[key] ?? vocabulary.entityByMetonym[key] ?? name
}
