import ArgumentParser
import Report
import Store

extension KG {
  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stats", abstract: "How much the store holds.")

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openForReading(common)
      rows.print(
        Rows(
          columns: ["what", "count"],
          rows: try store.stats().map { [.text($0.name), .integer($0.count)] }))
    }
  }
}
