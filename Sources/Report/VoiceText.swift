import Analysis
import Claims

/// Two voices side by side, for a person.
public func text(
  of comparison: VoiceComparison, first: String, second: String,
  style: Style = Style(colours: false)
) -> String {
  VoiceComparison.Stance.allCases.compactMap { stance in
    let lines = comparison.lines.filter { $0.stance == stance }
    guard !lines.isEmpty else { return nil }
    return style.bold(heading(stance, first, second)) + "\n"
      + lines.map { text(of: $0, style: style) }.joined()
  }.joined(separator: "\n")
}

private func heading(_ stance: VoiceComparison.Stance, _ first: String, _ second: String) -> String
{
  switch stance {
  case .differ: "They differ"
  case .agree: "They agree"
  case .onlyFirst: "Only \(first); \(second) is silent"
  case .onlySecond: "Only \(second); \(first) is silent"
  }
}

private func text(of line: VoiceComparison.Line, style: Style) -> String {
  var out = ""
  if let clash = line.clash {
    out += "  " + headline(of: clash, style: style) + "\n"
  } else if let claim = line.first ?? line.second {
    out += "  " + oneLine(claim.sentence) + "\n"
  }
  for claim in [line.first, line.second].compactMap({ $0 }) {
    out += "    \(citation(of: claim))\n"
  }
  return out
}

extension Rows {
  /// A row for each statement or clash of two voices.
  public init(comparison: VoiceComparison, first: String, second: String) {
    func side(_ claim: Claim?) -> [Cell] {
      [
        Cell(claim.map(\.sentence)), Cell(claim?.evidence.quote), Cell(claim?.evidence.published),
        Cell(claim?.id),
      ]
    }
    self.init(
      columns: [
        "stance", "voice", "clash", "label", "first", "first_quote", "first_published",
        "first_claim", "second", "second_quote", "second_published", "second_claim",
      ],
      rows: comparison.lines.map { line in
        let stance: (String, String?) =
          switch line.stance {
          case .differ: ("differ", nil)
          case .agree: ("agree", nil)
          case .onlyFirst: ("only", first)
          case .onlySecond: ("only", second)
          }
        return [
          .text(stance.0), Cell(stance.1), Cell(line.clash?.id), Cell(line.clash?.label.rawValue),
        ] + side(line.first) + side(line.second)
      })
    addGrades(of: comparison.lines.map(\.first), as: "first_grade")
    addGrades(of: comparison.lines.map(\.second), as: "second_grade")
  }

  /// One voice's claims in each of its own disputes, by date, with the clashes each one makes.
  public init(voiceOverTime disputes: [Dispute]) {
    self.init(
      columns: ["matter", "published", "claim", "against_earlier", "clash", "quote", "claim_id"],
      rows: disputes.flatMap { dispute in
        dispute.claims.map { claim in
          let against = earlier(claim, in: dispute)
          return [
            .text(dispute.title), Cell(claim.evidence.published), .text(claim.sentence),
            .text(against.map(\.label.rawValue).joined(separator: " ")),
            .text(against.map(\.id).joined(separator: " ")), .text(claim.evidence.quote),
            .text(claim.id),
          ]
        }
      })
    addGrades(of: disputes.flatMap(\.claims))
  }
}

/// One voice's own disputes, each claim by date, for a person.
public func text(ofVoiceOverTime disputes: [Dispute], style: Style = Style(colours: false))
  -> String
{
  disputes.map { dispute in
    style.bold(oneLine(dispute.title)) + "\n"
      + dispute.claims.map { claim in
        let marks = earlier(claim, in: dispute).map { "\($0.label.rawValue) \(shortID($0.id))" }
        let mark = marks.isEmpty ? "" : style.dim("  [\(marks.joined(separator: ", "))]")
        return
          "  \(claim.evidence.published ?? "undated")  \(oneLine(claim.sentence))\(mark)\n"
          + "    \(citation(of: claim))\n"
      }.joined()
  }.joined(separator: "\n")
}

/// The clashes of a claim with claims that stand before it.
private func earlier(_ claim: Claim, in dispute: Dispute) -> [Clash] {
  dispute.clashes.filter { clash in
    clash.claims.contains { $0.id == claim.id }
      && clash.claims.contains { $0.id != claim.id && $0.precedes(claim) }
  }
}
