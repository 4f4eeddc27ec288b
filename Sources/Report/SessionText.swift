import Analysis
import Claims

/// How a session stands, for a person: what is judged and kept, and what has changed since.
public func text(
  of session: ResearchSession, now: [String: Footing], style: Style = Style(colours: false)
) -> String {
  var out = style.bold("\(session.name)  \(oneLine(session.question))") + "\n"
  let counts = [
    counted(session.asked.count, "question"), counted(session.evidence.count, "claim") + " kept",
  ]
  out +=
    style.dim(
      "begun \(session.begun), last \(session.last)\(session.isClosed ? ", closed" : ""); "
        + counts.joined(separator: ", ")) + "\n"
  func part(_ title: String, _ lines: [String]) {
    guard !lines.isEmpty else { return }
    out += "\n" + style.bold(title) + "\n" + lines.map { "  \($0)\n" }.joined()
  }
  part("Hypotheses", session.hypotheses.flatMap { lines(of: $0, in: session, now, style) })
  part(
    "Changed since you looked",
    session.grounds.flatMap { footing -> [String] in
      let latest = now[footing.claim.id]
      let changes = footing.changes(now: latest).filter(\.isNews)
      guard !changes.isEmpty else { return [] }
      return [evidenceLine(latest?.claim ?? footing.claim)]
        + changes.map { style.yellow("  " + oneLine(words(for: $0))) }
    })
  part(
    "Watched",
    session.watches.filter(\.item.isOpen).flatMap { watch in
      [itemLine(watch.item)]
        + watch.hits.map { hit in
          style.yellow("  \(hit.day)  \(counted(hit.claims.count, "hit")): \(shortIDs(hit.claims))")
        }
    })
  part(
    "Evidence",
    session.evidence.flatMap { footing in
      let latest = now[footing.claim.id]
      let isGone = latest.map { $0.withdrawn != nil } ?? true
      let line = evidenceLine(latest?.claim ?? footing.claim)
      return [isGone ? style.dim("\(line) (withdrawn)") : line]
        + (session.remarks[footing.claim.id] ?? []).map { "  note: \(oneLine($0))" }
    })
  part("Assumptions", session.assumptions.map(itemLine))
  part("Open gaps", session.gaps.filter(\.isOpen).map(itemLine))
  part("Notes", session.notes.map(oneLine))
  return out
}

/// A hypothesis with what is thought of it, and whether that still stands.
private func lines(
  of hypothesis: ResearchSession.Item, in session: ResearchSession, _ now: [String: Footing],
  _ style: Style
) -> [String] {
  var lines = [itemLine(hypothesis)]
  let judgments = session.judgments[hypothesis.name] ?? []
  let news = session.news(of: hypothesis, now: now)
  var new = news.prefix(6).map { style.yellow("  new, \(proposalLine($0.claim, $0.side))") }
  if news.count > new.count { new.append(style.yellow("  and \(news.count - new.count) more")) }
  guard let judged = judgments.last else { return lines + [style.dim("  not judged yet")] + new }
  lines += sentences(of: judged.judgment).map { "  \($0)" }
  let earlier = judgments.dropLast().map { "\($0.judgment.likelihood.rawValue) on \($0.day)" }
  let before = earlier.isEmpty ? "" : "; before: \(earlier.joined(separator: ", "))"
  lines.append(style.dim("  judged \(judged.day)\(before)"))
  let reasons = session.staleness(of: judged, now: now)
  if hypothesis.isOpen {
    lines += reasons.map { style.yellow("  stale: \(oneLine(words(for: $0)))") }
  }
  return lines + new
}

/// How likely and how sure, each in a sentence of its own; then what that rests on.
func sentences(of judgment: Judgment) -> [String] {
  let (name, range) = (judgment.hypothesis, judgment.likelihood.range)
  let term = judgment.likelihood.rawValue
  let likelihood =
    switch judgment.likelihood {
    case .almostNoChance: "\(name) has \(term) (\(range))."
    case .roughlyEvenChance: "\(name) has a \(term) (\(range))."
    default: "\(name) is \(term) (\(range))."
    }
  let grounds = judgment.because.map { shortID($0.claim.id) } + judgment.assumptions
  return [
    likelihood, "Confidence in this judgment is \(judgment.confidence.rawValue).",
    "It rests on \(grounds.joined(separator: ", "))."
      + (judgment.note.map { " \(oneLine($0))" } ?? ""),
  ]
}

/// `A1  Licences stay as they are.`, and when and why it was ended.
func itemLine(_ item: ResearchSession.Item) -> String {
  let end = item.ended.map { day in
    " (ended \(day)\(item.because.map { ": \(oneLine($0))" } ?? ""))"
  }
  return "\(item.name)  \(oneLine(item.text))\(end ?? "")"
}

/// A claim among the evidence, under the beginning of its id and always with its grade.
func evidenceLine(_ claim: Claim) -> String {
  var claim = claim
  claim.grade = claim.grade ?? .unjudged
  return "\(shortID(claim.id))  \(citation(of: claim))"
}

/// A claim that bears on a hypothesis, not rated by anybody.
public func proposalLine(_ claim: Claim, _ side: Proposal.Side) -> String {
  let how =
    switch side {
    case .for: "may speak for it"
    case .against: "may speak against it"
    case .open: "may bear on it"
    }
  return "\(how): \(shortID(claim.id))  \(citation(of: claim))"
}

func shortIDs(_ list: [String]) -> String {
  list.prefix(3).map(shortID).joined(separator: ", ")
    + (list.count > 3 ? " and \(list.count - 3) more" : "")
}

/// A change in words.
func words(for change: Change) -> String {
  switch change {
  case .withdrawn(let because): "withdrawn: \(because)"
  case .gone: "no longer in the store, or its sentence is read otherwise now"
  case .redated(let from, let to): "was dated \(from), is now \(to)"
  case .regraded(let from, let to): "was graded \(from), is now \(to): \(to.words)"
  case .supported(let by): "\(counted(by.count, "new claim")) saying the same: \(shortIDs(by))"
  case .disputed(let clashes):
    "\(counted(clashes.count, "new contradiction")): \(shortIDs(clashes))"
  case .superseded(let updates): "what was said later takes its place: \(shortIDs(updates))"
  }
}

/// A reason to judge anew, in words.
func words(for reason: Staleness) -> String {
  switch reason {
  case .claim(let claim, let change): "\(shortID(claim.id)): \(words(for: change))"
  case .assumption(let item): "assumption \(itemLine(item))"
  case .rated(let claim, let rating, let day):
    "\(shortID(claim.id)) was rated \(rating.rawValue) on \(day), after the judgment"
  }
}

/// What was done, on one line.
public func words(for act: Act) -> String {
  func reason(_ because: String?) -> String { because.map { " (\($0))" } ?? "" }
  switch act {
  case .opened(let question): return "began: \(question)"
  case .resumed: return "took it up again"
  case .closed(let because): return "closed it" + reason(because)
  case .asked(let asked) where asked.command != nil:
    return "ran “\(asked.question)”: \(asked.verdict)"
  case .asked(let asked):
    let answers =
      asked.answers.isEmpty ? "" : ": " + asked.answers.prefix(3).joined(separator: ", ")
    let conditions = asked.conditions.sorted { $0.key < $1.key }
      .map { " --\($0.key) \($0.value)" }
    return "asked “\(asked.question)”\(conditions.joined()): \(asked.verdict)\(answers)"
  case .pinned(let footing, let note):
    return "kept \(shortID(footing.claim.id)), \(footing.claim.sentence)" + reason(note)
  case .noted(let text, let footing):
    return "noted" + (footing.map { " on \(shortID($0.claim.id))" } ?? "") + ": \(text)"
  case .did(let text, let because): return text + reason(because)
  case .supposed(let hypothesis, _): return "supposed: \(hypothesis)"
  case .proposed(let hypothesis, let claims):
    return "\(counted(claims.count, "new claim")) for or against \(hypothesis): "
      + shortIDs(claims.map(\.claim))
  case .rated(let footing, let hypothesis, let rating, let why):
    return "rated \(shortID(footing.claim.id)) \(rating.rawValue) for \(hypothesis)" + reason(why)
  case .judged(let judgment):
    return "judged: " + sentences(of: judgment).joined(separator: " ")
  case .assumed(let text): return "assumed: \(text)"
  case .missed(let text): return "missing: \(text)"
  case .watched(let question, _): return "watches “\(question)”"
  case .hit(let watch, let claims):
    return "\(counted(claims.count, "hit")) of \(watch): \(shortIDs(claims))"
  case .ended(let item, let because): return "ended \(item)" + reason(because)
  }
}

extension Rows {
  /// A session's log, a line an act.
  public init(log: [LogEntry]) {
    self.init(
      columns: ["at", "what"],
      rows: log.map { [.text($0.at), .text(words(for: $0.act))] })
  }

  /// Sessions, the earliest first.
  public init(sessions: [ResearchSession], inUse: Int?) {
    self.init(
      columns: ["session", "question", "begun", "last", "state", "questions", "claims"],
      rows: sessions.map { session in
        let state =
          session.number == inUse ? "in use" : session.isClosed ? "closed" : "open"
        return [
          .text(session.name), .text(session.question), .text(session.begun), .text(session.last),
          .text(state), .integer(session.asked.count), .integer(session.evidence.count),
        ]
      })
  }

  /// The evidence, a row a claim and a column a hypothesis, and the totals below.
  public init(matrix: EvidenceMatrix) {
    let total: [Cell] = [.null, .text("against"), .null]
    self.init(
      columns: ["claim", "says", "grade"] + matrix.hypotheses + ["tells apart", "remark"],
      rows: matrix.rows.map { row in
        let remark =
          row.isWithdrawn
          ? "withdrawn, not counted"
          : row.repeats.map { "one origin with \(shortID($0))" }
            ?? (row.diagnosticity == 0 ? "alike for all" : nil)
        return [
          .text(shortID(row.claim.id)), .text(row.claim.sentence),
          .text("\(row.claim.grade ?? .unjudged)"),
        ] + matrix.hypotheses.map { Cell(row.ratings[$0]?.rawValue) }
          + [row.diagnosticity.map { .integer($0) } ?? .null, Cell(remark)]
      } + [
        total + matrix.hypotheses.map { .integer(matrix.totals[$0] ?? 0) } + [.null, .null]
      ])
  }
}

/// The matrix for a person, with what follows from it.
public func text(
  of matrix: EvidenceMatrix, in session: ResearchSession, width: Int? = nil,
  style: Style = Style(colours: false)
) -> String {
  var out = Rows(matrix: matrix).table(width: width) + "\n"
  for item in session.hypotheses where matrix.hypotheses.contains(item.name) {
    out += itemLine(item) + "\n"
  }
  for line in conclusions(of: matrix) { out += "\n" + style.bold(line.title) + " " + line.text }
  return out + "\n"
}

/// What a matrix says, each under a title.
func conclusions(of matrix: EvidenceMatrix) -> [(title: String, text: String)] {
  let claims = matrix.rows.filter { !$0.isWithdrawn }.count
  var out = [
    (title: "Least against it first:", text: words(forOrder: matrix.order, matrix.totals)),
    (
      "Evidence:",
      "\(counted(claims, "claim")) of \(counted(matrix.origins, "origin"))"
        + "; what fits counts nothing, I counts 1, II counts 2"
    ),
  ]
  let open = matrix.rows.filter { !$0.isWithdrawn && $0.ratings.count < matrix.hypotheses.count }
  if !open.isEmpty { out.append(("Not rated yet:", shortIDs(open.map(\.claim.id)))) }
  for change in matrix.sensitivity {
    let name = change.isSource ? change.without : shortID(change.without)
    out.append(("Without \(name):", words(forOrder: change.order)))
  }
  if matrix.sensitivity.isEmpty, matrix.order.count > 1 {
    out.append(("Sensitivity:", "no single claim or source changes the order"))
  }
  return out
}

/// `H2 (0), then H1 = H3 (2)`.
private func words(forOrder order: [[String]], _ totals: [String: Int]? = nil) -> String {
  order.map { level in
    let total = totals.flatMap { totals in level.first.flatMap { totals[$0] } }
    return level.joined(separator: " = ") + (total.map { " (\($0))" } ?? "")
  }.joined(separator: ", then ")
}

/// A judgment in three sentences, a line each.
public func judgmentText(_ judgment: Judgment) -> String {
  sentences(of: judgment).joined(separator: "\n")
}

extension Rows {
  /// Hypotheses with the latest judgment of each.
  public init(hypotheses session: ResearchSession) {
    self.init(
      columns: ["name", "hypothesis", "likelihood", "confidence", "judged", "ended"],
      rows: session.hypotheses.map { item in
        let judged = session.judgments[item.name]?.last
        return [
          .text(item.name), .text(item.text), Cell(judged?.judgment.likelihood.rawValue),
          Cell(judged?.judgment.confidence.rawValue), Cell(judged?.day), Cell(item.ended),
        ]
      })
  }

  /// Assumptions, gaps or watches.
  public init(items: [ResearchSession.Item]) {
    self.init(
      columns: ["name", "text", "since", "ended", "because"],
      rows: items.map {
        [.text($0.name), .text($0.text), .text($0.day), Cell($0.ended), Cell($0.because)]
      })
  }

  /// Questions asked again, then and now.
  public init(replays: [Replay]) {
    self.init(
      columns: [
        "question", "then", "now", "new_answers", "lost_answers", "new_claims", "lost_claims",
      ],
      rows: replays.map { replay in
        [
          .text(replay.then.question), .text(replay.then.verdict), Cell(replay.now?.verdict),
          .text(replay.newAnswers.joined(separator: "; ")),
          .text(replay.lostAnswers.joined(separator: "; ")),
          .text(replay.newClaims.joined(separator: " ")),
          .text(replay.lostClaims.joined(separator: " ")),
        ]
      })
  }
}

/// A question that is answered otherwise now.
public func text(of replay: Replay, style: Style = Style(colours: false)) -> String {
  var out = style.bold(oneLine(replay.then.question)) + "\n"
  guard let now = replay.now else { return out + "  can't be answered any more\n" }
  if replay.then.verdict != now.verdict {
    out += "  \(replay.then.verdict), now \(now.verdict)\n"
  }
  for answer in replay.newAnswers { out += style.green("  + \(oneLine(answer))") + "\n" }
  for answer in replay.lostAnswers { out += style.red("  - \(oneLine(answer))") + "\n" }
  if !replay.newClaims.isEmpty { out += "  new claims: \(shortIDs(replay.newClaims))\n" }
  if !replay.lostClaims.isEmpty { out += "  no longer cited: \(shortIDs(replay.lostClaims))\n" }
  if replay.isOnlyOrder { out += "  the same in another order\n" }
  return out
}
