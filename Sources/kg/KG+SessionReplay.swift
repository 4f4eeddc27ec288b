import Analysis
import ArgumentParser
import Claims
import Report
import Search
import Store

extension KG.Session {
  struct End: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "end", abstract: "Ends a hypothesis, assumption, gap or watch.")

    @Argument(help: "Its name, such as A1.")
    var item: String

    @Option(help: "Why.")
    var because: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openForChange(common)
      guard let found = try store.session().item(item), found.isOpen else {
        throw Failure(.nothingFound, "nothing open is named \(item); kg session status lists all")
      }
      try store.note(.ended(item: found.name, because: because))
      say("ended \(found.name)  \(found.text)")
    }
  }

  struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "replay",
      abstract: "Asks the session's questions again and shows what is answered otherwise.")

    @Argument(help: "The session; without it the one in use.")
    var session: String?

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openForReading(common)
      let found = try store.session(named: session)
      let engine = try Engine(vocabulary: common.vocabulary(of: store))
      let replays = try found.lastAsked.map { asked in
        if let command = asked.command {
          return Replay(then: asked, now: try? again(command, in: store))
        }
        var common = self.common
        if asked.conditions["identity"] == IdentityReading.strict.rawValue {
          common.identity = .strict
        }
        let store = try openForReading(common, asOf: asked.conditions["known-at"])
        // Which names are one is part of what the question is read with.
        let engine =
          common.identity == self.common.identity
          ? engine : try Engine(vocabulary: common.vocabulary(of: store))
        let conditions = ClaimWindow.Conditions(
          validAt: asked.conditions["valid-at"], knownAt: asked.conditions["known-at"],
          since: asked.conditions["since"], source: asked.conditions["source"])
        let answer = try? KG.Query.answer(asked.question, from: store, with: engine, conditions)
        return Replay(then: asked, now: answer.map { AskedQuestion($0, conditions) })
      }
      let changed = replays.filter(\.isChanged)
      if rows.chosen == .table {
        output(changed.map { text(of: $0, style: common.style) }.joined(separator: "\n"))
      } else {
        rows.print(Rows(replays: changed))
      }
      say("\(counted(replays.count, "question")) asked again, \(changed.count) changed")
    }

    private func again(_ asked: [String], in store: ClaimStore) throws -> AskedQuestion? {
      guard var command = try KG.command(asked) as? any Asking else { return nil }
      command.common.db = common.db
      let store =
        command.common.identity == common.identity ? store : try openForReading(command.common)
      return try Main.$arguments.withValue(asked) { try command.again(in: store) }
    }

    typealias Replay = Analysis.Replay
  }
}
