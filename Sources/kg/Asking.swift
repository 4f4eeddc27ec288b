import ArgumentParser
import Claims
import Report
import Store

/// A command that asks the store something: what it found is logged in the session under way, and
/// compared when the session is replayed.
protocol Asking: ParsableCommand {
  associatedtype Found
  var common: CommonOptions { get set }
  /// What was typed, but for how to print it.
  var asked: [String] { get }
  func find(in store: ClaimStore) throws -> Found
  func show(_ found: Found) throws
  /// A line for each finding.
  func lines(of found: Found) -> [String]
  /// Whether there is no such line.
  func isNothing(_ found: Found) -> Bool
}

extension Asking {
  func isNothing(_ found: Found) -> Bool { lines(of: found).isEmpty }
}

extension Asking where Found == Rows {
  func lines(of found: Rows) -> [String] { found.lines }
  func isNothing(_ found: Rows) -> Bool { found.rows.isEmpty }
}

extension Asking {
  var asked: [String] { Main.arguments }

  func run() throws { try ask() }

  func ask() throws {
    let store = try openForReading(common)
    let found = try find(in: store)
    try show(found)
    try common.logAsked(in: store) { .asked(what: asked(finding: lines(of: found))) }
    if isNothing(found) { throw ExitStatus.nothingFound }
  }

  /// The same asked again.
  func again(in store: ClaimStore) throws -> AskedQuestion {
    asked(finding: lines(of: try find(in: store)))
  }

  private func asked(finding lines: [String]) -> AskedQuestion {
    let arguments = Self.plain(asked)
    return AskedQuestion(
      command: arguments, as: arguments.map(ShellLine.quoted).joined(separator: " "), found: lines)
  }

  /// Arguments without those that say which store it is and how to print.
  private static func plain(_ arguments: [String]) -> [String] {
    var plain: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      let name = argument.prefix { $0 != "=" }
      if name == "--json" { continue }
      if ["--db", "--timeout", "--format", "--color"].contains(name) {
        if name == argument { rest = rest.dropFirst() }
        continue
      }
      plain.append(argument)
    }
    return plain
  }
}
