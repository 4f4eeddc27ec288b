import ArgumentParser
import Claims
import Extraction
import Language
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
        China connected to soft power?). The same questions without language: kg queries list.
        """)

    /// How an answer is printed: rows, or the graph of its claims.
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case table, json, jsonl, csv, tsv, markdown, dot
    }

    @Argument(help: "The question.")
    var question: [String]

    @Flag(help: "Show how the question was read and each step to the answer.")
    var explain = false

    @Flag(
      help: "Say of each answer why it is given: sources, dates, confidence, how it was matched.")
    var why = false

    @Option(help: "At most this many answers, the best; a table shows ten.")
    var limit: Int?

    @Flag(help: "Every answer.")
    var all = false

    @Option(
      name: .customLong("valid-at"),
      help: ArgumentHelp("Only what held on this day, by its text or its date.", valueName: "date"))
    var validAt: String?

    @Option(
      name: .customLong("known-at"),
      help: ArgumentHelp("Only what was published by this day.", valueName: "date"))
    var knownAt: String?

    @Option(help: ArgumentHelp("Only what was published on this day or later.", valueName: "date"))
    var since: String?

    @Option(help: "Only what this source published.")
    var source: String?

    @Option(help: "How to print; else KG_FORMAT, else table on a terminal and tsv when piped.")
    var format: Format?

    @Flag(help: "The same as --format json.")
    var json = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
      if json, let format, format != .json {
        throw ValidationError("--json and --format \(format.rawValue) don't go together")
      }
      if let limit, limit < 1 { throw ValidationError("--limit is 1 or more") }
      if limit != nil, all { throw ValidationError("--limit and --all don't go together") }
      try validateDate(validAt, option: "--valid-at")
      try validateDate(knownAt, option: "--known-at")
      try validateDate(since, option: "--since")
    }

    func run() throws {
      let store = try openForReading(common, asOf: knownAt)
      let text = question.joined(separator: " ")
      // A session waits for no vocabulary, and many a question needs no grammar.
      if Kept.current == nil {
        ClaimExtractor.readAhead(text, try SyntaxParser.shared())
        store.prepareAhead()
      }
      let engine = try common.engine(of: store)
      let conditions = ClaimWindow.Conditions(
        validAt: validAt, knownAt: knownAt, since: since, source: source)
      let answer: Answer
      do {
        answer = try Self.answer(text, from: store, with: engine, conditions)
      } catch let failure as Failure where failure.status == .notUnderstood {
        // A program that reads JSON gets its object whatever comes.
        let none = Answer.notUnderstood(text)
        if chosen == .json { output(try Report.json(none)) }
        if chosen == .jsonl { output(try jsonLines([none])) }
        throw failure
      }
      try show(answer, engine.vocabulary)
      try common.logAsked(in: store) {
        var asked = AskedQuestion(answer, conditions)
        if common.identity == .strict { asked.conditions["identity"] = common.identity.rawValue }
        return .asked(what: asked)
      }
      if answer.verdict == .unknown { throw ExitStatus.nothingFound }
    }

    static func answer(
      _ question: String, from store: ClaimStore, with engine: Engine,
      _ conditions: ClaimWindow.Conditions = ClaimWindow.Conditions()
    ) throws -> Answer {
      let window = ClaimWindow(store, conditions, vocabulary: engine.vocabulary)
      let likeness = Likeness()
      let answerer = Answerer(
        source: conditions.isOpen ? store : window, matchers: engine.matchers,
        clashes: { scope in
          try store.asRead(store.clashes(scope), vocabulary: engine.vocabulary).filter {
            $0.isInSight && (conditions.isOpen || window.holds($0.a) && window.holds($0.b))
          }
        },
        liken: { question, texts in
          if Interruption.received { throw StoreError.interrupted }
          return try likeness.of(question, to: texts)
        },
        likenWords: { try likeness.ofWords($0, to: $1) },
        read: engine.extractor.questionClaims)
      do {
        return try answerer.answer(question)
      } catch let error as SearchError {
        throw Failure(.notUnderstood, "\(error)")
      }
    }

    private var chosen: Format {
      if json { return .json }
      return format ?? Format(rawValue: RowOptions.usual.rawValue) ?? .tsv
    }

    private func show(_ whole: Answer, _ vocabulary: Vocabulary) throws {
      let most = limit ?? (all || chosen != .table ? nil : Self.shownInTable)
      let answer = whole.limited(to: most)
      let left = whole.answers.count - answer.answers.count
      switch chosen {
      case .table:
        output(text(of: answer, explained: explain, why: why, style: common.style))
        if left > 0 {
          say("kg: \(counted(left, "more answer")); --all shows them")
        }
      case .json: output(try Report.json(answer))
      case .jsonl: output(try jsonLines([answer]))
      case .dot:
        let claims = (answer.claims + answer.against).sorted { $0.precedes($1) }
        output(
          dot(claims, contested: Set(answer.against.map(\.id))) {
            vocabulary.entities[$0]?.kind
          })
      case .csv, .tsv, .markdown:
        output(
          Rows(answer: answer).rendered(
            as: RowFormat(rawValue: chosen.rawValue) ?? .tsv, width: terminalWidth))
      }
      if chosen != .table {
        if answer.verdict == .unknown, let note = answer.note { say("kg: \(note)") }
        if explain { for step in answer.explanation { say(step) } }
      }
    }

    /// More than that no one reads at once.
    private static let shownInTable = 10
  }
}

extension AskedQuestion {
  init(_ answer: Answer, _ conditions: ClaimWindow.Conditions) {
    let named = [
      "valid-at": conditions.validAt, "known-at": conditions.knownAt, "since": conditions.since,
      "source": conditions.source,
    ]
    self.init(
      question: answer.question, conditions: named.compactMapValues { $0 },
      verdict: answer.verdict.rawValue, answers: answer.answers.map(\.name),
      claims: answer.claims.map(\.id), against: answer.against.map(\.id))
  }
}
