import ArgumentParser
import Claims
import Foundation
import Report
import Store

extension KG {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "The graph, or a slice of it, for other tools.",
      discussion: "svg and png are drawn by Graphviz' dot, which must be installed.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
      case dot, svg, png
    }

    @Option(help: "What to write.")
    var format: Format = .dot

    @Option(help: "Only around this entity.")
    var about: String?

    @Option(help: "How many steps around the entity.")
    var hops = 1

    @Option(help: "Only with entities of this kind: state, company, lab, model, chip, law…")
    var kind: String?

    @Option(help: "Only claims of this date (YYYY-MM-DD) or later.")
    var since: String?

    @Option(help: "At most this many edges, the best supported; 0 for all.")
    var limit = 150

    @Option(name: [.customShort("o"), .customLong("output")], help: "Write to this file.")
    var file: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
      guard hops >= 1 else { throw ValidationError("--hops is 1 or more") }
      guard limit >= 0 else { throw ValidationError("--limit is 0 or more") }
      try validateDate(since, option: "--since")
    }

    func run() throws {
      let store = try openForReading(common)
      let vocabulary = try common.vocabulary(of: store)
      let graph = try Self.graph(
        of: store, vocabulary: vocabulary,
        about: about.map { canonicalName($0, vocabulary: vocabulary) }, hops: hops, kind: kind,
        since: since, cap: limit == 0 ? nil : limit)
      switch format {
      case .dot: try output(graph.dot, to: file)
      case .svg, .png: try Graphviz.draw(graph.dot, as: format.rawValue, to: file)
      }
      if graph.isEmpty {
        say("kg: no claims to draw")
        throw ExitStatus.nothingFound
      }
      if let note = graph.note { say("kg: \(note)") }
    }

    static func graph(
      of store: ClaimStore, vocabulary: Vocabulary, about: String? = nil, hops: Int = 1,
      kind: String? = nil, since: String? = nil, cap: Int?
    ) throws -> (dot: String, note: String?, isEmpty: Bool) {
      let kindOf = { (name: String) in vocabulary.entities[name]?.kind }
      var entity = about
      let all = try store.allClaims()
      if let about {
        let names = Set(all.flatMap { [$0.subject, $0.object] })
        entity =
          names.contains(about) ? about : names.first { $0.lowercased() == about.lowercased() }
        if entity == nil { entity = about }
      }
      let slice = GraphSlice(
        of: all, about: entity, hops: hops, kind: kind, since: since, cap: cap, kindOf: kindOf)
      let contested = try store.clashes().filter {
        $0.label == .contradiction && $0.isInSight
      }
      .flatMap { $0.claims.map(\.id) }
      let note =
        slice.omitted > 0
        ? "\(slice.omitted) edges with less support are left out; --limit 0 draws all, --about narrows"
        : nil
      return (
        dot(slice.claims, contested: Set(contested), note: note, kindOf: kindOf), note,
        slice.claims.isEmpty
      )
    }
  }
}

/// Graphviz' `dot`, a program of its own.
enum Graphviz {
  static var program: String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/usr/local/bin")
      .split(separator: ":").map { "\($0)/dot" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Draws a graph to a file, or to standard output.
  static func draw(_ graph: String, as format: String, to file: String?) throws {
    guard let program else {
      throw Failure(
        .usage,
        "\(format) is drawn by Graphviz, which is not installed: install graphviz (apt, dnf or brew), or use --format dot"
      )
    }
    if format == "png", file == nil, outputIsTerminal {
      throw Failure(.usage, "a png is no text for a terminal; name a file with -o")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-T\(format)"]
    let input = Pipe()
    let result = Pipe()
    process.standardInput = input
    process.standardOutput = result
    try process.run()
    // Written from another thread, because both pipes are shorter than a graph can be.
    let writer = Thread {
      try? input.fileHandleForWriting.write(contentsOf: Data(graph.utf8))
      try? input.fileHandleForWriting.close()
    }
    writer.start()
    let drawing = result.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(.usage, "dot could not draw the graph")
    }
    try output(drawing, to: file)
  }
}
