import Analysis
import ArgumentParser
import Claims
import Report
import Store

extension KG {
  struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "watch",
      abstract: "Asks a question again whenever claims come in; without one lists the watches.",
      discussion: """
        New claims that answer it are hits: kg ingest, import and reextract say so, and \
        kg session status keeps them. \
        kg session end W1 ends a watch.
        """)

    @Argument(help: "The question, as kg query takes it, or a pattern: 'China | bans | ?'.")
    var question: String?

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      guard let question else {
        return try listItems(rows, common, "watch", "watch") { $0.watches.map(\.item) }
      }
      let store = try openForChange(common, asRead: true)
      _ = try store.session()
      let engine = try Engine(vocabulary: common.vocabulary(of: store))
      let answer = try Query.answer(question, from: store, with: engine)
      let claims = Set((answer.claims + answer.against).map(\.id)).sorted()
      let session = try store.note(.watched(question: question, claims: claims))
      say(
        "\(session.watches.last?.item.name ?? "")  \(question) (\(counted(claims.count, "claim")) so far)"
      )
    }
  }
}

/// Asks the watched questions of open sessions again, and what bears on their hypotheses; keeps what
/// is new and says it.
func reportNews(in common: CommonOptions, with vocabulary: Vocabulary) throws {
  let store = try openForChange(common, asRead: true)
  let sessions = ResearchSession.all(in: try store.log()).filter { !$0.isClosed }
  guard sessions.contains(where: { $0.waitsForNews }) else { return }
  let engine = try Engine(vocabulary: vocabulary)
  let proposer = Proposer(store: store, engine: engine)
  for session in sessions {
    func keep(_ act: Act) throws {
      try store.log(LogEntry(session: session.number, at: Clock.now(), act))
    }
    for watch in session.watches where watch.item.isOpen {
      guard let answer = try? KG.Query.answer(watch.item.text, from: store, with: engine) else {
        continue
      }
      let found = answer.claims + answer.against
      let new = Set(found.map(\.id)).subtracting(watch.known).sorted()
      guard !new.isEmpty else { continue }
      try keep(.hit(watch: watch.item.name, claims: new))
      say("\(session.name) \(watch.item.name) “\(watch.item.text)”: \(new.count) new")
      for id in new.prefix(3) {
        if let claim = found.first(where: { $0.id == id }) {
          say("  \(shortID(id))  \(citation(of: claim))")
        }
      }
    }
    for item in session.hypotheses where item.isOpen {
      let known = session.known(of: item)
      let new = try proposer.proposals(for: item.text).filter { !known.contains($0.claim.id) }
      guard !new.isEmpty else { continue }
      try keep(
        .proposed(hypothesis: item.name, claims: new.map { Proposal($0.claim.id, $0.side) }))
      say("\(session.name) \(item.name) “\(item.text)”: \(new.count) new")
      for found in new.prefix(3) { say("  \(proposalLine(found.claim, found.side))") }
    }
  }
}
