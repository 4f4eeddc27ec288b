import Analysis
import ArgumentParser
import Claims
import Report
import Store

extension KG {
  struct Diff: Asking {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Where two voices agree, differ, or one is silent; or one voice over time.",
      discussion: """
        A voice is a source, a document or a speaker the text names. With one voice and \
        --over-time: what it said of each matter in which it clashed with itself or moved on, by \
        date.
        """)

    @Argument(help: "Two voices, or one with --over-time.")
    var voices: [String]

    @Option(help: "Only what names this entity, or has these words.")
    var on: String?

    @Flag(help: "One voice against its own earlier claims.")
    var overTime = false

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
      guard voices.count == (overTime ? 1 : 2) else {
        throw ValidationError(
          overTime ? "--over-time takes one voice" : "two voices, or one with --over-time")
      }
    }

    enum Found {
      case voices(VoiceComparison)
      case overTime([Dispute])
    }

    func find(in store: ClaimStore) throws -> Found {
      let vocabulary = try common.vocabulary(of: store)
      let reader = StatementReader(vocabulary: vocabulary)
      let topic = on.map { canonicalName($0, vocabulary: vocabulary) }
      let all = try store.allClaims()
      let spoken = try voices.map { name in
        let claims = all.filter { $0.isVoiced(by: name) }
        guard !claims.isEmpty else {
          throw Failure(
            .nothingFound, "the store has no source, document or speaker named '\(name)'")
        }
        return claims.filter { claim in topic.map { claim.isOn($0) } ?? true }
      }
      let clashes = try store.clashes().filter(\.isInSight)
      guard overTime else {
        return .voices(VoiceComparison(spoken[0], spoken[1], clashes: clashes, reader: reader))
      }
      let ids = Set(spoken[0].map(\.id))
      return .overTime(
        reader.disputes(in: clashes.filter { $0.claims.allSatisfy { ids.contains($0.id) } }))
    }

    func show(_ found: Found) {
      switch (found, rows.chosen) {
      case (.voices(let comparison), .table):
        output(
          text(of: comparison, first: voices[0], second: voices[1], style: common.style))
      case (.voices(let comparison), _):
        rows.print(Rows(comparison: comparison, first: voices[0], second: voices[1]))
      case (.overTime(let disputes), .table):
        output(text(ofVoiceOverTime: disputes, style: common.style))
      case (.overTime(let disputes), _): rows.print(Rows(voiceOverTime: disputes))
      }
      if lines(of: found).isEmpty { say("kg: nothing to compare") }
    }

    func lines(of found: Found) -> [String] {
      switch found {
      case .voices(let comparison): comparison.lines.map { line(of: $0, between: voices) }
      case .overTime(let disputes): disputes.flatMap(\.clashes).map(Report.line)
      }
    }
  }
}

extension Claim {
  /// Whether it names the entity, or has the words among its own.
  fileprivate func isOn(_ topic: String) -> Bool {
    [subject, object, scope ?? "", surface.subject, surface.object].contains {
      " \($0.lowercased()) ".contains(" \(topic.lowercased()) ")
    }
  }
}
