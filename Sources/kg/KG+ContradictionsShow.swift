import Analysis
import ArgumentParser
import Report
import Store

extension KG.Contradictions {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "How one clash came about.",
      discussion: """
        The rule and its base score, each gate with its value and why, the claims in full, who \
        else says them, and the other claims of the matter.
        """)

    @Argument(help: "The clash's id, or its beginning.")
    var id: String

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openForReading(common)
      let reader = StatementReader(vocabulary: try common.vocabulary(of: store))
      let derivations = try store.clashes(of: id).map { clash in
        ClashDerivation(
          of: clash, around: try store.claims(around: clash.claims), reader: reader)
      }
      switch rows.chosen {
      case .table, .tsv:
        output(derivations.map { text(of: $0, style: common.style) }.joined(separator: "\n"))
      case .json: output(try json(derivations))
      case .jsonl: output(try jsonLines(derivations))
      case .csv, .markdown: rows.print(Rows(clashes: derivations.map(\.clash)))
      }
    }
  }
}
