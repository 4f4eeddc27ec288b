import ArgumentParser
import Claims
import Foundation
import Queries
import Report
import Store

extension KG {
  /// The forms of questions as named statements, and the user's own beside them.
  struct Queries: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "queries",
      abstract: "Questions as named SQL statements: those that come with kg, and your own.",
      discussion: """
        Your own are .sql files in $XDG_CONFIG_HOME/kg/queries (~/.config/kg/queries): a first line \
        that says the question, parameters as :name. One that is named like a form of kg takes its \
        place. What writes is refused by the database.
        """,
      subcommands: [List.self, Show.self, Run.self], defaultSubcommand: List.self)

    struct List: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The names, with what each asks and takes.")

      @OptionGroup var rows: RowOptions

      func run() throws {
        rows.print(
          Rows(
            columns: ["name", "question", "parameters", "from"],
            rows: try NamedQuery.all().map {
              [
                .text($0.name), .text($0.question), .text($0.parameters.joined(separator: ", ")),
                .text($0.file ?? "kg"),
              ]
            }))
      }
    }

    struct Show: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "show", abstract: "The statement of one.")

      @Argument(help: "The name.")
      var name: String

      func run() throws { output(try NamedQuery.named(name).sql) }
    }

    struct Run: Asking {
      static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Asks the store one of them.",
        discussion: "kg queries run who -p relation='leads in' -p object=patents")

      @Argument(help: "The name.")
      var name: String

      @Option(
        name: [.customShort("p"), .customLong("parameter")],
        help: ArgumentHelp("A parameter; those left out are null.", valueName: "name=value"))
      var parameters: [String] = []

      @OptionGroup var rows: RowOptions
      @OptionGroup var common: CommonOptions

      func find(in store: ClaimStore) throws -> Rows {
        let query = try NamedQuery.named(name)
        var values: [String: String] = [:]
        for pair in parameters {
          guard let equals = pair.firstIndex(of: "="), equals != pair.startIndex else {
            throw Failure(.usage, "-p takes name=value, not \(pair)")
          }
          values[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
        }
        return Rows(try store.sql(query.sql, parameters: values))
      }

      func show(_ found: Rows) { rows.print(found) }
    }
  }
}

/// A statement with a name: a form of kg or a file of the user.
struct NamedQuery {
  var name: String
  var sql: String
  /// Where it lies; nil for one that comes with kg.
  var file: String?

  /// What the first comment says.
  var question: String {
    let first = sql.split(separator: "\n").first.map(String.init) ?? ""
    return first.hasPrefix("--") ? String(first.drop { $0 == "-" || $0 == " " }) : ""
  }

  /// The names after a colon, outside comments and quotes, in their order.
  var parameters: [String] {
    var found: [String] = []
    for line in sql.split(separator: "\n") where !line.hasPrefix("--") {
      var isQuoted = false
      var name: String?
      for letter in line + " " {
        if letter == "'" { isQuoted.toggle() }
        if let begun = name, letter.isLetter || letter == "_" || letter.isNumber {
          name = begun + String(letter)
        } else {
          if let name, !name.isEmpty, !found.contains(name) { found.append(name) }
          name = letter == ":" && !isQuoted ? "" : nil
        }
      }
    }
    return found
  }

  /// Those of kg in their order, then the user's own by name.
  static func all() throws -> [NamedQuery] {
    let own = try ownFiles()
    let taken = Set(own.map(\.name))
    return Query.forms.filter { !taken.contains($0.rawValue) }.map {
      NamedQuery(name: $0.rawValue, sql: $0.sql)
    } + own
  }

  static func named(_ name: String) throws -> NamedQuery {
    let all = try all()
    guard let found = all.first(where: { $0.name == name }) else {
      let names = all.map(\.name).joined(separator: ", ")
      throw Failure(.usage, "there is no query \(name); there are \(names)")
    }
    return found
  }

  private static func ownFiles() throws -> [NamedQuery] {
    let environment = ProcessInfo.processInfo.environment
    let home = environment["HOME"] ?? NSHomeDirectory()
    let config =
      environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.config"
    let folder = config + "/kg/queries"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try files.filter { $0.hasSuffix(".sql") && !$0.hasPrefix(".") }.sorted().map { file in
      let path = folder + "/" + file
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw Failure(.inputUnreadable, "\(path) can't be read as UTF-8 text")
      }
      return NamedQuery(name: String(file.dropLast(4)), sql: text, file: path)
    }
  }
}
