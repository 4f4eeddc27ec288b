import Analysis
import Claims

/// Clashes for a person, a matter at a time: the verdict, why, both quotes, what weakened it and
/// what would reconcile it.
public func text(of disputes: [Dispute], style: Style = Style(colours: false)) -> String {
  disputes.map { dispute in
    style.bold(oneLine(dispute.title)) + "\n"
      + folded(dispute.clashes).map { clash, others in
        var out = text(of: clash, style: style)
        if !others.isEmpty {
          let ids = others.prefix(5).map { shortID($0.id) }.joined(separator: ", ")
          let more = others.count > 5 ? " and \(others.count - 5) more" : ""
          out += style.dim("  the same in other mentions: \(ids)\(more)") + "\n"
        }
        return indented(out)
      }.joined()
  }.joined(separator: "\n")
}

/// Clashes between mentions of the same things, each with the others of its kind: what is said
/// fourteen times and denied once is one clash to a reader.
private func folded(_ clashes: [Clash]) -> [(Clash, others: [Clash])] {
  var order: [[String]] = []
  var groups: [[String]: [Clash]] = [:]
  for clash in clashes {
    var sides = clash.claims.map { claim in
      [
        claim.subject, claim.relation, claim.object, claim.polarity.rawValue,
        claim.modality.rawValue, claim.scope ?? "",
      ]
    }
    // Which side came first makes another clash only where one takes the other's place.
    if clash.chain.isEmpty, clash.label != .update {
      sides.sort { $0.lexicographicallyPrecedes($1) }
    }
    let key = [
      "\(clash.label) \(clash.kind) \(clash.score) \(clash.status) \(clash.hasNewEvidence)"
    ]
    let whole = key + sides.joined()
    if groups[whole] == nil { order.append(whole) }
    groups[whole, default: []].append(clash)
  }
  return order.compactMap { key in
    guard let all = groups[key], let first = all.first else { return nil }
    var seen: Set<String> = [first.id]
    return (first, all.filter { seen.insert($0.id).inserted })
  }
}

/// One clash, a few lines.
public func text(of clash: Clash, style: Style = Style(colours: false)) -> String {
  var out = headline(of: clash, style: style) + "\n"
  out += "  \(oneLine(clash.why))\n"
  for (side, words) in zip(sides(of: clash), backing(of: clash)) {
    out += "  \(side.letter)  \(citation(of: side.claim))  \(style.dim("(\(words))"))\n"
  }
  // An update is made by its two times, not weakened by them.
  let weak = gateReasons(of: clash)
    .filter { $0.value < 1 && !(clash.label == .update && $0.gate == "time") }
  if !weak.isEmpty {
    let reasons = weak.map { "\($0.gate) \(shortNumber($0.value)) (\(oneLine($0.why)))" }
    out += style.dim("  weaker because of: \(reasons.joined(separator: "; "))") + "\n"
  }
  if let reading = clash.reconciledIf {
    out += style.dim("  \(all(of: clash)) could hold if: \(oneLine(reading))") + "\n"
  }
  return out
}

/// `k12ab34c  contradiction (negation, 0.95)  Tea Letter against Milk Letter`, and any verdict.
func headline(of clash: Clash, style: Style) -> String {
  let name = "\(clash.label.rawValue) (\(clash.kind), \(shortNumber(clash.score)))"
  var out = shortID(clash.id) + "  "
  switch clash.label {
  case .contradiction: out += style.red(style.bold(name))
  case .tension: out += style.yellow(style.bold(name))
  case .update: out += style.bold(name)
  }
  out += "  " + oneLine(parties(of: clash))
  if clash.status != .open {
    let reason = clash.because.map { ": \(oneLine($0))" } ?? ""
    let news = clash.hasNewEvidence ? "; new evidence" : ""
    out += "  [\(clash.status.rawValue)\(reason)\(news)]"
  }
  return out
}

/// How many say what each side says: `2 sources`, or `2 origins, 14 mentions: the same sentence`.
func backing(of clash: Clash) -> [String] {
  zip(clash.origins.all, clash.mentions.all).enumerated().map { place, counts in
    let (origins, mentions) = counts
    let because = place < clash.repeated.count ? clash.repeated[place] : nil
    return counted(origins, because == nil ? "source" : "origin")
      + (mentions > origins ? ", \(counted(mentions, "mention"))" : "")
      + (because.map { ": \($0)" } ?? "")
  }
}

/// The claims of a clash with letters to call them by, `a` and `b` as a rule.
func sides(of clash: Clash) -> [(letter: String, claim: Claim)] {
  Array(zip(letters(clash.claims.count), clash.claims))
}

/// `a`, `b` and on.
func letters(_ count: Int) -> [String] {
  "abcdefghijklmnopqrstuvwxyz".prefix(count).map { String($0) }
}

/// `both`, or `all` of a chain.
func all(of clash: Clash) -> String { clash.chain.isEmpty ? "both" : "all" }

/// Enough of a clash's id to name it; the commands take any beginning that is unique.
public func shortID(_ id: String) -> String { String(id.prefix(8)) }

/// Who is against whom; a dispute is between speakers whom the text names.
func parties(of clash: Clash) -> String {
  if !clash.chain.isEmpty {
    var seen: Set<String> = []
    let voices = clash.chain.map(voice).filter { seen.insert($0).inserted }
    return voices.count == 1 ? "\(voices[0]) against itself" : voices.joined(separator: " against ")
  }
  let (a, b) = (voice(of: clash.a), voice(of: clash.b))
  if clash.label == .update { return a == b ? a : "\(a), then \(b)" }
  if a == b { return "\(a) against itself" }
  let areNamed = clash.a.attribution != nil && clash.b.attribution != nil
  return areNamed ? "dispute between \(a) and \(b)" : "\(a) against \(b)"
}

/// Whom the text names as the speaker, else who published it.
public func voice(of claim: Claim) -> String {
  claim.attribution ?? claim.evidence.source ?? claim.evidence.document
}

func indented(_ text: String, by depth: Int = 2) -> String {
  let margin = String(repeating: " ", count: depth)
  return text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
}

extension Rows {
  /// Clashes as rows, the sides in short; a chain also whole.
  public init(clashes: [Clash]) {
    self.init(
      columns: [
        "label", "kind", "score", "status", "why", "reconciled_if", "a", "a_quote", "a_source",
        "a_published", "b", "b_quote", "b_source", "b_published", "id", "chain",
      ],
      rows: clashes.map { clash in
        [
          .text(clash.label.rawValue), .text(clash.kind), .real(clash.score),
          .text(clash.status.rawValue), .text(clash.why), Cell(clash.reconciledIf),
        ] + side(clash.a) + side(clash.b) + [
          .text(clash.id),
          Cell(clash.chain.isEmpty ? nil : clash.chain.map(\.sentence).joined(separator: "; ")),
        ]
      })
    addGrades(of: clashes.map(\.a), as: "a_grade")
    addGrades(of: clashes.map(\.b), as: "b_grade")
  }
}

private func side(_ claim: Claim) -> [Cell] {
  [
    .text(claim.sentence), .text(claim.evidence.quote), Cell(claim.evidence.source),
    Cell(claim.evidence.published),
  ]
}
