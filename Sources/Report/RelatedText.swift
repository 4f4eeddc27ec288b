import Analysis
import Claims

/// Related claims for a person: what each is, its quote, and why.
public func text(of related: [RelatedClaim], style: Style = Style(colours: false)) -> String {
  related.map { found in
    "\(style.bold(found.relation.rawValue))  \(citation(of: found.claim))\n"
      + style.dim("  \(oneLine(found.reason))") + "\n"
  }.joined()
}

extension Rows {
  /// A row a related claim.
  public init(related: [RelatedClaim]) {
    self.init(
      columns: [
        "relation", "reason", "claim", "quote", "source", "published", "insight", "score", "to",
        "claim_id",
      ],
      rows: related.map { found in
        [
          .text(found.relation.rawValue), .text(found.reason), .text(found.claim.sentence),
          .text(found.claim.evidence.quote), Cell(found.claim.evidence.source),
          Cell(found.claim.evidence.published), .text(found.claim.evidence.insight),
          .real(found.score), .text(found.to), .text(found.claim.id),
        ]
      })
    addGrades(of: related.map(\.claim))
  }
}

/// A brief for a person at a terminal.
public func text(of brief: Brief, style: Style = Style(colours: false)) -> String {
  brief.items.enumerated().map { place, item in
    style.bold("\(place + 1)  \(oneLine(item.claim.sentence))") + "\n"
      + "   \(citation(of: item.claim))\n"
      + style.dim("   here because: \(oneLine(item.reasons.joined(separator: "; ")))") + "\n"
      + item.related.map { found in
        style.dim("   \(found.relation.rawValue): ") + citation(of: found.claim) + "\n"
      }.joined()
  }.joined(separator: "\n")
}

/// A brief as a page.
public func page(of brief: Brief, day: String, count: Int) -> Page {
  let sections = brief.items.enumerated().map { place, item in
    Section(
      title: "\(place + 1)  \(item.claim.sentence)",
      blocks: [
        .quote(id: shortID(item.claim.id), item.claim, mark: nil),
        .text("Here because: \(item.reasons.joined(separator: "; "))."),
      ]
        + item.related.map { found in
          .text("\(found.relation.rawValue.capitalisedFirst): \(citation(of: found.claim))")
        })
  }
  let note = quiet(brief, count: count).map { "; \($0)" } ?? ""
  return Page(
    title: "Brief of \(day)", subtitle: "\(counted(brief.considered, "insight")) read\(note)",
    sections: sections)
}

/// Says that there is less to tell than was asked for.
public func quiet(_ brief: Brief, count: Int) -> String? {
  guard brief.items.count < count else { return nil }
  return brief.items.isEmpty
    ? "nothing new to tell" : "a quiet day: \(brief.items.count) of \(count)"
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
