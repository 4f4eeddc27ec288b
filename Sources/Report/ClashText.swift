import Claims

/// Clashes for a person: the verdict, why, both quotes, what weakened it and what would reconcile it.
public func text(of clashes: [Clash], style: Style = Style(colours: false)) -> String {
  clashes.map { text(of: $0, style: style) }.joined(separator: "\n")
}

/// One clash, a few lines.
public func text(of clash: Clash, style: Style = Style(colours: false)) -> String {
  let name = "\(clash.label.rawValue) (\(clash.kind), \(shortNumber(clash.score)))"
  var out: String
  switch clash.label {
  case .contradiction: out = style.red(style.bold(name))
  case .tension: out = style.yellow(style.bold(name))
  case .update: out = style.bold(name)
  }
  if clash.status != .open { out += " [\(clash.status.rawValue)]" }
  out += "  \(oneLine(clash.why))\n"
  out += "  a  \(citation(of: clash.a))\n"
  out += "  b  \(citation(of: clash.b))\n"
  let weak = weakGates(clash.gates)
  if !weak.isEmpty { out += style.dim("  weaker because of: \(weak)") + "\n" }
  if let reading = clash.reconciledIf {
    out += style.dim("  both could hold if: \(oneLine(reading))") + "\n"
  }
  return out
}

/// The gates below 1, in words: `scope 0.6, time 0.5`.
func weakGates(_ gates: Clash.Gates) -> String {
  [
    ("scope", gates.scope), ("time", gates.time), ("modality", gates.modality),
    ("entity", gates.entity),
  ].filter { $0.1 < 1 }.map { "\($0.0) \(shortNumber($0.1))" }.joined(separator: ", ")
}

extension Rows {
  /// Clashes as rows, both sides in short.
  public init(clashes: [Clash]) {
    self.init(
      columns: [
        "label", "kind", "score", "status", "why", "reconciled_if", "a", "a_quote", "a_source",
        "a_published", "b", "b_quote", "b_source", "b_published",
      ],
      rows: clashes.map { clash in
        [
          .text(clash.label.rawValue), .text(clash.kind), .real(clash.score),
          .text(clash.status.rawValue), .text(clash.why), Cell(clash.reconciledIf),
        ] + side(clash.a) + side(clash.b)
      })
  }
}

private func side(_ claim: Claim) -> [Cell] {
  [
    .text(sentence(of: claim)), .text(claim.evidence.quote), Cell(claim.evidence.source),
    Cell(claim.evidence.published),
  ]
}
