import Analysis
import ArgumentParser
import Claims
import Report
import Store

extension KG.Session {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "The session as a report for a colleague.",
      discussion: """
        Judgments, the matrix, every cited sentence with its source and grade, contradictions side \
        by side, the graph, and the log. Each quote is read again in its insight. Argdown has the \
        hypotheses, and the claims that support or attack them, for tools that draw arguments.
        """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
      case markdown, html, json, argdown
    }

    @Argument(help: "The session; without it the one in use.")
    var session: String?

    @Option(help: "What to write.")
    var format: Format = .markdown

    @Option(name: [.customShort("o"), .customLong("output")], help: "Write to this file.")
    var file: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
      let report = try openForReading(common).report(on: session)
      switch format {
      case .markdown: try output(markdown(of: page(of: report)), to: file)
      case .html: try output(html(of: page(of: report)), to: file)
      case .json: try output(json(report), to: file)
      case .argdown: try output(argdown(of: report), to: file)
      }
    }
  }
}

extension ClaimStore {
  fileprivate func report(on name: String?) throws -> SessionReport {
    let session = try session(named: name)
    let now = try footings(of: session.claims)
    var seen: Set<String> = []
    let clashes = try clashes(touching: session.claims).filter {
      $0.isInSight && $0.label != .update && seen.insert($0.id).inserted
    }
    return SessionReport(
      session, now: now, clashes: clashes, misquoted: try misquoted(among: now.keys))
  }
}
