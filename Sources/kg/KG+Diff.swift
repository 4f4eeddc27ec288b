import Analysis
import ArgumentParser
import Claims
import Report
import Store

extension KG {
  struct Diff: ParsableCommand {
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

    func run() throws {
      let store = try openForReading(common)
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
      let isEmpty =
        overTime
        ? showOverTime(spoken[0], clashes, reader) : show(spoken[0], spoken[1], clashes, reader)
      if isEmpty {
        say("kg: nothing to compare")
        throw ExitStatus.nothingFound
      }
    }

    private func show(
      _ first: [Claim], _ second: [Claim], _ clashes: [Clash], _ reader: StatementReader
    ) -> Bool {
      let comparison = VoiceComparison(first, second, clashes: clashes, reader: reader)
      let (one, other) = (voices[0], voices[1])
      if rows.chosen == .table {
        output(text(of: comparison, first: one, second: other, style: common.style))
      } else {
        rows.print(Rows(comparison: comparison, first: one, second: other))
      }
      return comparison.lines.isEmpty
    }

    private func showOverTime(_ claims: [Claim], _ clashes: [Clash], _ reader: StatementReader)
      -> Bool
    {
      let ids = Set(claims.map(\.id))
      let disputes = reader.disputes(
        in: clashes.filter { $0.claims.allSatisfy { ids.contains($0.id) } })
      if rows.chosen == .table {
        output(text(ofVoiceOverTime: disputes, style: common.style))
      } else {
        rows.print(Rows(voiceOverTime: disputes))
      }
      return disputes.isEmpty
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
