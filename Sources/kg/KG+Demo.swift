import Analysis
import ArgumentParser
import Claims
import Foundation
import Reading
import Report
import Store

extension KG {
  struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "demo",
      abstract: "The main job on the built-in sample, in a temporary store.",
      discussion: "Ingest, a few questions, contradictions and a graph. The sample is made up.")

    @Option(help: "Write the whole graph to this file, for Graphviz.")
    var dot: String?

    @OptionGroup var common: CommonOptions

    static let questions = [
      "Who champions open-source AI?", "Does the US lead in AI?",
      "How is China connected to soft power?",
    ]

    func run() throws {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kg-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let sample = folder.appendingPathComponent("sample.jsonl")
      try Data(builtInSample.utf8).write(to: sample)
      let engine = try Engine(vocabulary: Vocabulary.builtIn())
      let store = try ClaimStore(path: folder.appendingPathComponent("kg.db").path, mode: .create)

      heading("kg ingest sample.jsonl", "illustrative insights, made up for this")
      let insights = try Reading.read(
        path: sample.path, format: nil, source: nil, published: nil
      ).insights
      let counts = try Ingest.ingest(insights, origin: "sample.jsonl", into: store, with: engine)
      try updateClashes(in: store, vocabulary: engine.vocabulary)
      output("\(counted(counts.insights, "insight")), \(counted(counts.claims, "claim"))\n")

      for question in Self.questions {
        heading("kg \"\(question)\"")
        let answer = try Query.answer(question, from: store, with: engine)
        output(text(of: answer, style: common.style))
      }

      heading("kg contradictions")
      let reader = StatementReader(vocabulary: engine.vocabulary)
      output(text(of: reader.disputes(in: try store.clashes()), style: common.style))

      if let dot {
        let graph = try Export.graph(of: store, vocabulary: engine.vocabulary, cap: nil)
        try output(graph.dot, to: dot)
        heading("kg export --limit 0 -o \(dot)")
      } else {
        heading("kg export --about China --limit 8", "draw it with | dot -Tsvg")
        let graph = try Export.graph(
          of: store, vocabulary: engine.vocabulary, about: "China", cap: 8)
        output(graph.dot)
      }
    }

    private func heading(_ command: String, _ remark: String? = nil) {
      output("\n$ \(command)\(remark.map { "   # \($0)" } ?? "")\n")
    }
  }
}
