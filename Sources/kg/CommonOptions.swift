import ArgumentParser
import Foundation
import Report
import Store

extension RowFormat: ExpressibleByArgument {}

/// When colours are used.
enum Colour: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// Whether names that people have merged are read as one.
enum IdentityReading: String, ExpressibleByArgument, CaseIterable {
  case merged, strict
}

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The store; see kg --help for where it is otherwise.", valueName: "path"))
  var db: String?

  @Option(
    help: ArgumentHelp(
      "Your own vocabulary for this run, on top of what the store keeps; else KG_VOCABULARY.",
      valueName: "file"))
  var vocabulary: String?

  @Option(
    help: "Names as kg entity merges and splits them, or strictly as they were read.")
  var identity: IdentityReading = .merged

  @Option(
    help: ArgumentHelp(
      "How long to wait while another program writes to the store.", valueName: "seconds"))
  var timeout = ClaimStore.patience

  @Option(help: "When to colour what a person reads; NO_COLOR and TERM=dumb turn auto off.")
  var color: Colour = .auto

  /// How text for a person is styled.
  var style: Style {
    switch color {
    case .always: Style(colours: true)
    case .never: Style(colours: false)
    case .auto:
      Style(
        colours: outputIsTerminal && !terminalIsDumb && variable("NO_COLOR") == nil)
    }
  }
}

/// How rows are printed.
struct RowOptions: ParsableArguments {
  @Option(help: "How to print; else KG_FORMAT, else table on a terminal and tsv when piped.")
  var format: RowFormat?

  @Flag(help: "The same as --format json.")
  var json = false

  var chosen: RowFormat {
    if json { return .json }
    return format ?? Self.usual
  }

  /// What is printed where no format is asked for.
  static var usual: RowFormat {
    let usual = variable("KG_FORMAT").flatMap(RowFormat.init(rawValue:))
    return usual ?? (outputIsTerminal ? .table : .tsv)
  }

  func validate() throws {
    if json, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) don't go together")
    }
  }

  /// Prints rows in the chosen format.
  func print(_ rows: Rows) { output(rows.rendered(as: chosen, width: terminalWidth)) }
}
