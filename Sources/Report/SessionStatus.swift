import Analysis
import Claims

/// How a session stands, for programs: what the text for a person says, by name.
public struct SessionStatus: Encodable, Sendable {
  var session: String
  var question: String
  var state: String
  var begun: String
  var last: String
  var questions: Int
  var hypotheses: [Hypothesis]
  var evidence: [Kept]
  var watches: [Watch]
  var assumptions: [SessionItem]
  var gaps: [SessionItem]
  var notes: [String]

  struct Hypothesis: Encodable, Sendable {
    var name: String
    var hypothesis: String
    var ended: String?
    var judgments: [SessionJudgment]
    /// Why the latest judgment may not hold any more.
    var stale: [String]
    /// What came in for and against it since it was added and last judged, not rated yet.
    var new: [Proposed]
  }

  struct Proposed: Encodable, Sendable {
    var side: String
    var claim: Claim
  }

  struct Kept: Encodable, Sendable {
    var claim: Claim
    var grade: Grade
    var remarks: [String]
    /// Whether it was kept as evidence; else a judgment rests on it.
    var isKept: Bool
    /// What has become of it since it was looked at.
    var changes: [ChangeWords]

    enum CodingKeys: String, CodingKey {
      case claim, grade, remarks
      case isKept = "kept"
      case changes
    }
  }

  struct ChangeWords: Encodable, Sendable {
    var kind: String
    var words: String
    /// The claims or contradictions that are new.
    var ids: [String]?
  }

  struct Watch: Encodable, Sendable {
    var name: String
    var question: String
    var hits: [Hit]
  }

  struct Hit: Encodable, Sendable {
    var day: String
    var claims: [String]
  }

  public init(of session: ResearchSession, now: [String: Footing], inUse: Bool) {
    self.session = session.name
    question = session.question
    state = session.isClosed ? "closed" : inUse ? "in use" : "open"
    (begun, last, questions) = (session.begun, session.last, session.asked.count)
    hypotheses = session.hypotheses.map { item in
      Hypothesis(
        name: item.name, hypothesis: item.text, ended: item.ended,
        judgments: SessionJudgment.all(of: item, in: session),
        stale: session.stale(item, now: now),
        new: session.news(of: item, now: now).map {
          Proposed(side: $0.side.rawValue, claim: $0.claim)
        })
    }
    let kept = Set(session.evidence.map(\.claim.id))
    evidence = session.grounds.map { footing in
      let latest = now[footing.claim.id]
      let claim = latest?.claim ?? footing.claim
      return Kept(
        claim: claim, grade: claim.grade ?? .unjudged,
        remarks: session.remarks[claim.id] ?? [], isKept: kept.contains(claim.id),
        changes: footing.changes(now: latest).map(ChangeWords.init))
    }
    watches = session.watches.filter(\.item.isOpen).map { watch in
      Watch(
        name: watch.item.name, question: watch.item.text,
        hits: watch.hits.map { Hit(day: $0.day, claims: $0.claims) })
    }
    assumptions = session.assumptions.map(SessionItem.init)
    gaps = session.gaps.map(SessionItem.init)
    notes = session.notes
  }
}

extension SessionStatus.ChangeWords {
  init(_ change: Change) {
    words = Report.words(for: change)
    switch change {
    case .withdrawn: kind = "withdrawn"
    case .gone: kind = "gone"
    case .redated: kind = "redated"
    case .regraded: kind = "regraded"
    case .supported(let claims): (kind, ids) = ("supported", claims)
    case .disputed(let clashes): (kind, ids) = ("disputed", clashes)
    case .superseded(let updates): (kind, ids) = ("superseded", updates)
    }
  }
}

/// A judgment as JSON has it.
struct SessionJudgment: Encodable, Sendable {
  var day: String
  var likelihood: String
  var confidence: String
  var because: [String]
  var assumptions: [String]
  var note: String?

  /// Those of a hypothesis, the latest last.
  static func all(of item: ResearchSession.Item, in session: ResearchSession) -> [Self] {
    (session.judgments[item.name] ?? []).map {
      Self(
        day: $0.day, likelihood: $0.judgment.likelihood.rawValue,
        confidence: $0.judgment.confidence.rawValue,
        because: $0.judgment.because.map(\.claim.id), assumptions: $0.judgment.assumptions,
        note: $0.judgment.note)
    }
  }
}

/// An assumption, gap or watch as JSON has it.
struct SessionItem: Encodable, Sendable {
  var name: String
  var text: String
  var day: String
  var ended: String?
  var because: String?

  init(_ item: ResearchSession.Item) {
    (name, text, day) = (item.name, item.text, item.day)
    (ended, because) = (item.ended, item.because)
  }
}

extension ResearchSession {
  /// The claims that are new to a hypothesis, but those withdrawn.
  func news(of item: Item, now: [String: Footing]) -> [(claim: Claim, side: Proposal.Side)] {
    news(of: item).compactMap { proposal in
      guard let footing = now[proposal.claim], footing.withdrawn == nil else { return nil }
      return (footing.claim, proposal.side)
    }
  }

  /// Why the latest judgment of a hypothesis may not hold any more, in words; nothing where it was ended.
  func stale(_ item: Item, now: [String: Footing]) -> [String] {
    guard item.isOpen, let latest = judgments[item.name]?.last else { return [] }
    return staleness(of: latest, now: now).map { words(for: $0) }
  }
}
