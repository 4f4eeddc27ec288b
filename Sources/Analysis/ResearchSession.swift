import Claims

/// An analyst's work on one question, as its log tells it.
public struct ResearchSession: Sendable {
  public let number: Int
  public let log: [LogEntry]
  public private(set) var question = ""
  public private(set) var isClosed = false
  /// Each claim that was pinned or noted on, as it stood when last looked at, in order of first mention.
  public private(set) var evidence: [Footing] = []
  /// What was noted on each claim, by its id, in order.
  public private(set) var remarks: [String: [String]] = [:]
  /// What was noted on no claim.
  public private(set) var notes: [String] = []
  public private(set) var asked: [AskedQuestion] = []

  /// `s1`, as commands take it.
  public var name: String { "s\(number)" }
  public var begun: String { log.first?.day ?? "" }
  public var last: String { log.last?.day ?? "" }

  public init(number: Int, log: [LogEntry]) {
    self.number = number
    self.log = log.filter { $0.session == number }
    for entry in self.log { take(entry.act) }
  }

  /// The sessions of a log, the earliest first.
  public static func all(in log: [LogEntry]) -> [ResearchSession] {
    Dictionary(grouping: log, by: \.session).sorted { $0.key < $1.key }
      .map { ResearchSession(number: $0.key, log: $0.value) }
  }

  private mutating func take(_ act: Act) {
    switch act {
    case .opened(let question): self.question = question
    case .resumed: isClosed = false
    case .closed: isClosed = true
    case .asked(let asked): self.asked.append(asked)
    case .pinned(let footing, let note):
      lookAt(footing)
      if let note { remarks[footing.claim.id, default: []].append(note) }
    case .noted(let text, let footing):
      guard let footing else { return notes.append(text) }
      lookAt(footing)
      remarks[footing.claim.id, default: []].append(text)
    case .did: break
    }
  }

  private mutating func lookAt(_ footing: Footing) {
    if let place = evidence.firstIndex(where: { $0.claim.id == footing.claim.id }) {
      evidence[place] = footing
    } else {
      evidence.append(footing)
    }
  }
}

/// What has become of a claim since it was looked at.
public enum Change: Hashable, Sendable {
  case withdrawn(because: String)
  /// Not in the store any more: its insight is gone, or its sentence is read otherwise.
  case gone
  case redated(from: String, to: String)
  case regraded(from: Grade, to: Grade)
  /// Ids of new claims that say the same.
  case supported(by: [String])
  /// Ids of new contradictions and tensions.
  case disputed(in: [String])

  /// Whether it came from elsewhere: grades are the analyst's own.
  public var isNews: Bool {
    if case .regraded = self { false } else { true }
  }
}

extension Footing {
  /// What has changed since, by how the claim stands now; nil when it is in the store no more.
  public func changes(now: Footing?) -> [Change] {
    guard let now else { return [.gone] }
    if let because = now.withdrawn { return withdrawn == nil ? [.withdrawn(because: because)] : [] }
    var changes: [Change] = []
    if dates != now.dates { changes.append(.redated(from: dates, to: now.dates)) }
    let grades = [claim.grade ?? .unjudged, now.claim.grade ?? .unjudged]
    if grades[0] != grades[1] { changes.append(.regraded(from: grades[0], to: grades[1])) }
    let support = now.alike.filter { !alike.contains($0) }
    if !support.isEmpty { changes.append(.supported(by: support)) }
    let dispute = now.clashes.filter { !clashes.contains($0) }
    if !dispute.isEmpty { changes.append(.disputed(in: dispute)) }
    return changes
  }

  /// When it was published, and from when to when it holds.
  private var dates: String {
    let held = [claim.validFrom, claim.validTo].compactMap { $0 }
    return (claim.evidence.published ?? "undated")
      + (held.isEmpty ? "" : " (of \(held.joined(separator: " to ")))")
  }
}
