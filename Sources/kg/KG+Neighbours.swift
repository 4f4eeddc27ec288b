import ArgumentParser
import Report
import Store

extension Direction: ExpressibleByArgument {}

extension KG {
  struct Neighbours: Asking {
    static let configuration = CommandConfiguration(
      commandName: "neighbours",
      abstract: "Whom claims join with an entity, in one step or more.",
      discussion: """
        Each at its fewest steps. The way from one to another is kg path.
        """)

    @Argument(help: "The entity.")
    var name: String

    @Option(help: "At most this many claims away.")
    var steps = 1

    @Option(help: "Over claims of which it is the subject (out), the object (into), or both.")
    var direction: Direction = .both

    @Flag(help: "Only how many there are at each number of steps.")
    var count = false

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
      if steps < 1 { throw ValidationError("--steps is 1 or more") }
    }

    func find(in store: ClaimStore) throws -> Rows {
      let name = try common.entity(name, in: store)
      if count {
        let counts = try store.neighbourCounts(of: name, steps: steps, direction)
        return Rows(
          columns: ["steps", "names"],
          rows: counts.enumerated().map { [.integer($0 + 1), .integer($1)] })
      }
      let found = try store.neighbours(of: name, steps: steps, direction)
      return Rows(
        columns: ["steps", "name"],
        rows: found.enumerated().flatMap { place, names in
          names.map { [.integer(place + 1), .text($0)] }
        })
    }

    func show(_ found: Rows) {
      rows.print(found)
      if found.rows.isEmpty { say("kg: no claim joins \(name) with another") }
    }
  }
}
