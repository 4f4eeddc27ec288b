import ArgumentParser
import Claims
import Report
import Store

extension KG {
  struct Path: Asking {
    static let configuration = CommandConfiguration(
      commandName: "path",
      abstract: "The shortest chain of claims from one entity to another.",
      discussion: """
        Claims are read in either direction; of several between two neighbours the first said is \
        shown. Other names, and all the ways, are a question: kg "How is A connected to B?".
        """)

    @Argument(help: "The entity that it begins with.")
    var from: String

    @Argument(help: "The one that it leads to.")
    var to: String

    @Option(help: "At most this many claims.")
    var steps = 4

    @Flag(help: "Only how many claims it has.")
    var count = false

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
      if steps < 1 { throw ValidationError("--steps is 1 or more") }
    }

    func find(in store: ClaimStore) throws -> Rows {
      let ends = try [from, to].map { try common.entity($0, in: store) }
      let way = try store.way(from: ends[0], to: ends[1], steps: steps) ?? []
      let pairs = Array(zip(way, way.dropFirst()))
      if count {
        return Rows(
          columns: ["claims"], rows: pairs.isEmpty ? [] : [[.integer(pairs.count)]])
      }
      let claims = try pairs.compactMap { try store.claims(between: $0, $1).first }
      guard rows.chosen == .table else { return Rows(claims: claims) }
      return Rows(claimsInShort: claims)
    }

    func show(_ found: Rows) {
      rows.print(found)
      if found.rows.isEmpty {
        say("kg: no chain of \(counted(steps, "claim")) or fewer joins \(from) and \(to)")
      }
    }
  }
}
