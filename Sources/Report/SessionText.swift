import Analysis
import Claims

/// How a session stands, for a person: what is kept, and what has changed since.
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
  let changed = session.evidence.map { ($0, $0.changes(now: now[$0.claim.id])) }
    .map { ($0, $1.filter(\.isNews)) }.filter { !$0.1.isEmpty }
  if !changed.isEmpty {
    out += "\n" + style.bold("Changed since you looked") + "\n"
    for (footing, changes) in changed {
      out += "  \(evidenceLine(now[footing.claim.id]?.claim ?? footing.claim))\n"
      for change in changes { out += "    \(style.yellow(oneLine(words(for: change))))\n" }
    }
  }
  if !session.evidence.isEmpty {
    out += "\n" + style.bold("Evidence") + "\n"
    for footing in session.evidence {
      let latest = now[footing.claim.id]
      let isGone = latest.map { $0.withdrawn != nil } ?? true
      let line = evidenceLine(latest?.claim ?? footing.claim)
      out += isGone ? style.dim("  \(line) (withdrawn)") + "\n" : "  \(line)\n"
      for remark in session.remarks[footing.claim.id] ?? [] {
        out += "    note: \(oneLine(remark))\n"
      }
    }
  }
  if !session.notes.isEmpty {
    out += "\n" + style.bold("Notes") + "\n"
    for note in session.notes { out += "  \(oneLine(note))\n" }
  }
  return out
}

/// A claim among the evidence, under the beginning of its id and always with its grade.
func evidenceLine(_ claim: Claim) -> String {
  var claim = claim
  claim.grade = claim.grade ?? .unjudged
  return "\(shortID(claim.id))  \(citation(of: claim))"
}

/// A change in words.
func words(for change: Change) -> String {
  func ids(_ list: [String]) -> String {
    list.prefix(3).map(shortID).joined(separator: ", ")
      + (list.count > 3 ? " and \(list.count - 3) more" : "")
  }
  switch change {
  case .withdrawn(let because): return "withdrawn: \(because)"
  case .gone: return "no longer in the store, or its sentence is read otherwise now"
  case .redated(let from, let to): return "was dated \(from), is now \(to)"
  case .regraded(let from, let to): return "was graded \(from), is now \(to): \(to.words)"
  case .supported(let by): return "\(counted(by.count, "new claim")) saying the same: \(ids(by))"
  case .disputed(let clashes):
    return "\(counted(clashes.count, "new contradiction")): \(ids(clashes))"
  }
}

/// What was done, on one line.
public func words(for act: Act) -> String {
  func reason(_ because: String?) -> String { because.map { " (\($0))" } ?? "" }
  switch act {
  case .opened(let question): return "began: \(question)"
  case .resumed: return "took it up again"
  case .closed(let because): return "closed it" + reason(because)
  case .asked(let asked):
    let answers =
      asked.answers.isEmpty ? "" : ": " + asked.answers.prefix(3).joined(separator: ", ")
    let conditions = asked.conditions.sorted { $0.key < $1.key }.map { " --\($0.key) \($0.value)" }
    return "asked “\(asked.question)”\(conditions.joined()): \(asked.verdict)\(answers)"
  case .pinned(let footing, let note):
    return "kept \(shortID(footing.claim.id)), \(sentence(of: footing.claim))" + reason(note)
  case .noted(let text, let footing):
    return "noted" + (footing.map { " on \(shortID($0.claim.id))" } ?? "") + ": \(text)"
  case .did(let text, let because): return text + reason(because)
  }
}

extension Rows {
  /// A session's log, a line an act.
  public init(log: [LogEntry]) {
    self.init(
      columns: ["at", "what"],
      rows: log.map { [.text($0.at), .text(words(for: $0.act))] })
  }
}

/// `1 claim`, `3 claims`.
func counted(_ count: Int, _ what: String) -> String { "\(count) \(what)\(count == 1 ? "" : "s")" }

extension Rows {
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
}
