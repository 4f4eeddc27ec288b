import ArgumentParser
import Reading
import Report
import Store

extension KG {
  struct SQL: Asking {
    static let configuration = CommandConfiguration(
      commandName: "sql",
      abstract: "One reading SQL statement.",
      discussion: """
        The views claims, links, entities, relations, insights, documents and contradictions are a \
        stable interface. What writes is refused by the database.
        """)

    @Argument(help: "The statement; - is standard input.")
    var statement: String

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    mutating func run() throws {
      if statement == "-" { statement = try readText(path: "-").text }
      try ask()
    }

    var asked: [String] { Main.arguments.map { $0 == "-" ? statement : $0 } }

    func find(in store: ClaimStore) throws -> Rows { Rows(try store.sql(statement)) }

    func show(_ found: Rows) { rows.print(found) }
  }
}

extension Rows {
  init(_ result: (columns: [String], rows: [[ClaimStore.Value]])) {
    self.init(columns: result.columns, rows: result.rows.map { $0.map(Cell.init) })
  }
}

extension Cell {
  /// A value as SQLite gives it; bytes are shown in hexadecimal.
  init(_ value: ClaimStore.Value) {
    switch value {
    case .null: self = .null
    case .integer(let value): self = .integer(Int(value))
    case .real(let value): self = .real(value)
    case .text(let text): self = .text(text)
    case .blob(let bytes):
      let digits = bytes.map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }
      self = .text("x'" + digits.joined() + "'")
    }
  }
}
