import Claims
import Search

/// An answer for a person: the verdict, each answer with its cited quotes, then what disputes it.
public func text(
  of answer: Answer, explained: Bool = false, why: Bool = false,
  style: Style = Style(colours: false)
) -> String {
  var out = ""
  switch answer.verdict {
  case .answered: break
  case .supported: out += style.green(style.bold("Supported")) + "\n"
  case .denied: out += style.red(style.bold("Denied")) + "\n"
  case .contested: out += style.yellow(style.bold("Contested")) + "\n"
  case .unknown: out += style.bold("Unknown") + "\n"
  }
  let byID = Dictionary((answer.claims + answer.against).map { ($0.id, $0) }) { first, _ in first }
  var cited: Set<String> = []
  for item in answer.answers {
    let origins = Origins(of: item.claims.compactMap { byID[$0] })
    let sources =
      origins.all.count == item.support ? origins.words : counted(item.support, "source")
    let taken = item.widening.isEmpty ? "" : "; \(oneLine(item.widening))"
    out += style.bold(oneLine(item.name)) + style.dim("  (\(sources)\(taken))") + "\n"
    if why {
      let grounds = grounds(for: item.claims.compactMap { byID[$0] }, item, answer)
      out += style.dim("  because: \(grounds)") + "\n"
    }
    for id in item.claims {
      guard let claim = byID[id] else { continue }
      cited.insert(id)
      out += citedLine(claim)
    }
  }
  if why, answer.answers.isEmpty, !answer.claims.isEmpty {
    out += style.dim("  because: \(grounds(for: answer.claims, nil, answer))") + "\n"
  }
  for claim in answer.claims where cited.insert(claim.id).inserted { out += citedLine(claim) }
  let against = answer.against.filter { !cited.contains($0.id) }
  if !against.isEmpty {
    out += style.red(answer.verdict == .denied ? "Denied by" : "Against it") + "\n"
    for claim in against { out += citedLine(claim) }
  }
  if !answer.clashes.isEmpty {
    let ids = answer.clashes.prefix(3).map(shortID).joined(separator: ", ")
    let more = answer.clashes.count > 3 ? " and \(answer.clashes.count - 3) more" : ""
    out += style.dim("clash: \(ids)\(more); kg contradictions show \(shortID(answer.clashes[0]))")
    out += "\n"
  }
  if let note = answer.note { out += oneLine(note) + "\n" }
  if explained, !answer.explanation.isEmpty {
    out += style.dim("How this was found") + "\n"
    for step in answer.explanation { out += style.dim("  \(oneLine(step))") + "\n" }
  }
  return out
}

/// What an answer rests on: how many independent origins, how sure and how recent, how it was matched,
/// and what is said against it.
private func grounds(for claims: [Claim], _ item: Answer.Item?, _ answer: Answer) -> String {
  var parts: [String] = []
  let origins = Origins(of: claims)
  let publishers = Set(claims.map { $0.evidence.source ?? $0.evidence.document })
  parts.append("\(counted(claims.count, "claim")) of \(counted(publishers.count, "source"))")
  let repeated = origins.all.filter { $0.because != nil }
  if !repeated.isEmpty {
    let reasons = Set(repeated.compactMap(\.because)).sorted().joined(separator: ", ")
    parts.append("\(counted(origins.all.count, "origin")) (\(reasons))")
  }
  let days = claims.compactMap(\.evidence.published).sorted()
  if let first = days.first, let last = days.last {
    parts.append(first == last ? "published \(last)" : "published \(first) to \(last)")
  }
  let confidence = claims.map(\.confidence).max() ?? 0
  parts.append("confidence \(shortNumber((confidence * 100).rounded() / 100))")
  let unsure = Set(claims.map(\.modality)).subtracting([.asserted]).map(\.rawValue).sorted()
  if !unsure.isEmpty { parts.append("said as \(unsure.joined(separator: ", "))") }
  if let item { parts.append(item.widening.isEmpty ? "as asked" : oneLine(item.widening)) }
  let subjects = Set(claims.map(\.subject))
  let against = answer.against.filter { claim in
    subjects.contains(claim.subject) && !claims.contains { $0.id == claim.id }
  }
  if !against.isEmpty { parts.append("\(against.count) against") }
  return parts.joined(separator: "; ")
}

private func citedLine(_ claim: Claim) -> String {
  var claim = claim
  var doubt = qualifiers(of: claim.withoutSpeaker)
  if !doubt.isEmpty { doubt = "[\(doubt)] " }
  claim.evidence.quote = oneLine(claim.evidence.quote)
  return "  \(doubt)\(citation(of: claim))\n"
}

extension Claim {
  /// The claim without who says it, because its citation names the speaker already.
  fileprivate var withoutSpeaker: Claim {
    var claim = self
    claim.attribution = nil
    claim.time = nil
    return claim
  }
}

extension Rows {
  /// A row for each claim behind each answer, and for each claim against it.
  public init(answer: Answer) {
    let byID = Dictionary((answer.claims + answer.against).map { ($0.id, $0) }) { first, _ in first
    }
    var rows: [[Cell]] = []
    var claims: [Claim?] = []
    var cited: Set<String> = []
    func add(_ item: Answer.Item?, _ stance: String, _ claim: Claim?) {
      claims.append(claim)
      rows.append([
        .text(answer.verdict.rawValue), Cell(item?.name), Cell(item?.kind),
        item.map { .integer($0.support) } ?? .null, .text(stance), Cell(claim.map(\.sentence)),
        Cell(claim?.evidence.quote), Cell(claim?.evidence.source), Cell(claim?.evidence.published),
        Cell(claim?.attribution), Cell(claim?.evidence.insight), Cell(claim?.id),
      ])
    }
    for item in answer.answers {
      let its = item.claims.compactMap { byID[$0] }
      cited.formUnion(its.map(\.id))
      if its.isEmpty { add(item, "for", nil) }
      for claim in its { add(item, "for", claim) }
    }
    for claim in answer.claims where cited.insert(claim.id).inserted {
      add(nil, "for", claim)
    }
    for claim in answer.against where cited.insert(claim.id).inserted {
      add(nil, "against", claim)
    }
    self.init(
      columns: [
        "verdict", "answer", "kind", "support", "stance", "claim", "quote", "source", "published",
        "attribution", "insight", "claim_id",
      ], rows: rows)
    addGrades(of: claims)
  }
}
