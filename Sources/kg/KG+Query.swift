import ArgumentParser
import Claims
import Extraction
import Report
import Search
import Store

extension KG {
  struct Query: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "query",
      abstract: "Answers a question with cited evidence, and what disputes it.",
      discussion: """
        Asks who or what (Who leads in chips? What does China ban?), yes or no (Does the US lead \
        in AI?), what is said of something (What do we know about Nvidia?) and for a path (How is \
        China connected to soft power?).
        """)

    @Argument(help: "The question.")
    var question: [String]

    @Flag(help: "Show how the question was read and each step to the answer.")
    var explain = false

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openForReading(common)
      let engine = try Engine(vocabulary: common.vocabulary(of: store))
      let answer = try Self.answer(question.joined(separator: " "), from: store, with: engine)
      try show(answer)
      if answer.verdict == .unknown { throw ExitStatus.nothingFound }
    }

    static func answer(_ question: String, from store: ClaimStore, with engine: Engine) throws
      -> Answer
    {
      let answerer = Answerer(
        source: store, vocabulary: engine.vocabulary,
        clashes: { try store.clashes(about: $0).filter(\.isInSight) },
        read: engine.extractor.questionClaims)
      do {
        return try answerer.answer(question)
      } catch let error as SearchError {
        throw Failure(.notUnderstood, "\(error)")
      }
    }

    private func show(_ answer: Answer) throws {
      switch rows.chosen {
      case .table: output(text(of: answer, explained: explain, style: common.style))
      case .json: output(try json(answer))
      case .jsonl: output(try jsonLines([answer]))
      case .csv, .tsv, .markdown: rows.print(Rows(answer: answer))
      }
      if rows.chosen != .table {
        if answer.verdict == .unknown, let note = answer.note { say("kg: \(note)") }
        if explain { for step in answer.explanation { say(step) } }
      }
    }
  }
}
