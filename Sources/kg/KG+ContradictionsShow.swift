import Analysis
import ArgumentParser
import Report
import Store

extension KG.Contradictions {
  struct Show: Asking {
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

    func find(in store: ClaimStore) throws -> [ClashDerivation] {
      let reader = StatementReader(vocabulary: try common.vocabulary(of: store))
      return try store.clashes(of: id).map { clash in
        ClashDerivation(
          of: clash, around: try store.claims(around: clash.claims), reader: reader)
      }
    }

    func show(_ derivations: [ClashDerivation]) throws {
      switch rows.chosen {
      case .table, .tsv:
        output(derivations.map { text(of: $0, style: common.style) }.joined(separator: "\n"))
      case .json: output(try json(derivations))
      case .jsonl: output(try jsonLines(derivations))
      case .csv, .markdown: rows.print(Rows(clashes: derivations.map(\.clash)))
      }
    }

    func lines(of found: [ClashDerivation]) -> [String] { found.map(\.clash).map(Report.line) }
  }
}
