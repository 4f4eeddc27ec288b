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
  public private(set) var hypotheses: [Item] = []
  public private(set) var assumptions: [Item] = []
  public private(set) var gaps: [Item] = []
  public private(set) var watches: [Watch] = []
  /// Of each claim, by id, and hypothesis the latest rating.
  public private(set) var ratings: [String: [String: Rated]] = [:]
  /// All judgments of each hypothesis, the latest last.
  public private(set) var judgments: [String: [Judged]] = [:]

  /// What was proposed for each hypothesis after it was added.
  private var proposals: [String: [(proposal: Proposal, place: Int)]] = [:]
  /// Ids of the claims that bore on each hypothesis when it was added.
  private var known: [String: Set<String>] = [:]

  /// Something with a name of its own: `H1 Export controls slow it`.
  public struct Item: Hashable, Sendable {
    public var name: String
    public var text: String
    public var day: String
    /// When it was ended, and why.
    public var ended: String?
    public var because: String?

    public var isOpen: Bool { ended == nil }
  }

  /// A question asked again whenever something comes in.
  public struct Watch: Hashable, Sendable {
    public var item: Item
    /// Ids of the claims that answer it, those of later hits too.
    public var known: Set<String>
    public var hits: [(day: String, claims: [String])] = []

    public static func == (a: Watch, b: Watch) -> Bool { a.item == b.item && a.known == b.known }
    public func hash(into hasher: inout Hasher) { hasher.combine(item) }
  }

  public struct Rated: Hashable, Sendable {
    public var rating: Rating
    public var why: String?
    public var day: String
    /// Its place in the log.
    var place: Int
  }

  public struct Judged: Hashable, Sendable {
    public var judgment: Judgment
    public var day: String
    var place: Int
  }

  /// `s1`, as commands take it.
  public var name: String { "s\(number)" }
  public var begun: String { log.first?.day ?? "" }
  public var last: String { log.last?.day ?? "" }

  public init(number: Int, log: [LogEntry]) {
    self.number = number
    self.log = log.filter { $0.session == number }
    for (place, entry) in self.log.enumerated() { take(entry, at: place) }
  }

  /// The sessions of a log, the earliest first.
  public static func all(in log: [LogEntry]) -> [ResearchSession] {
    Dictionary(grouping: log, by: \.session).sorted { $0.key < $1.key }
      .map { ResearchSession(number: $0.key, log: $0.value) }
  }

  private mutating func take(_ entry: LogEntry, at place: Int) {
    func item(_ letter: String, _ items: [Item], _ text: String) -> Item {
      Item(name: "\(letter)\(items.count + 1)", text: text, day: entry.day)
    }
    switch entry.act {
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
    case .supposed(let text, let claims):
      let item = item("H", hypotheses, text)
      hypotheses.append(item)
      known[item.name] = Set(claims ?? [])
    case .proposed(let hypothesis, let claims):
      proposals[hypothesis, default: []] += claims.map { ($0, place) }
    case .rated(let footing, let hypothesis, let rating, let why):
      lookAt(footing)
      ratings[footing.claim.id, default: [:]][hypothesis] = Rated(
        rating: rating, why: why, day: entry.day, place: place)
    case .judged(let judgment):
      judgments[judgment.hypothesis, default: []].append(
        Judged(judgment: judgment, day: entry.day, place: place))
      // Whoever judges by a claim has looked at it.
      for footing in judgment.because
      where evidence.contains(where: { $0.claim.id == footing.claim.id }) { lookAt(footing) }
    case .assumed(let text): assumptions.append(item("A", assumptions, text))
    case .missed(let text): gaps.append(item("G", gaps, text))
    case .watched(let question, let claims):
      let item = item("W", watches.map(\.item), question)
      watches.append(Watch(item: item, known: Set(claims)))
    case .hit(let watch, let claims):
      guard let place = watches.firstIndex(where: { $0.item.name == watch }) else { return }
      watches[place].known.formUnion(claims)
      watches[place].hits.append((entry.day, claims))
    case .ended(let name, let because):
      func end(_ items: inout [Item]) {
        guard let place = items.firstIndex(where: { $0.name == name }) else { return }
        items[place].ended = entry.day
        items[place].because = because
      }
      end(&hypotheses)
      end(&assumptions)
      end(&gaps)
      if let place = watches.firstIndex(where: { $0.item.name == name }) {
        watches[place].item.ended = entry.day
        watches[place].item.because = because
      }
    }
  }

  /// The hypothesis, assumption, gap or watch of this name, whatever its case.
  public func item(_ name: String) -> Item? {
    (hypotheses + assumptions + gaps + watches.map(\.item))
      .first { $0.name == name.uppercased() }
  }

  /// Ids of the claims that were ever proposed for a hypothesis.
  public func known(of hypothesis: Item) -> Set<String> {
    (known[hypothesis.name] ?? []).union((proposals[hypothesis.name] ?? []).map(\.proposal.claim))
  }

  /// What came in for and against an open hypothesis since it was added and last judged, and isn't
  /// rated for it.
  public func news(of hypothesis: Item) -> [Proposal] {
    guard hypothesis.isOpen else { return [] }
    let judged = judgments[hypothesis.name]?.last?.place ?? 0
    return (proposals[hypothesis.name] ?? []).filter { $0.place > judged }.map(\.proposal)
      .filter { ratings[$0.claim]?[hypothesis.name] == nil }
  }

  /// Whether anything that comes in is to be held against something in it.
  public var waitsForNews: Bool {
    hypotheses.contains(where: \.isOpen) || watches.contains(where: \.item.isOpen)
  }

  /// Ids of all claims that the session's status tells of.
  public var claimsInSight: Set<String> {
    claims.union(hypotheses.flatMap(news).map(\.claim))
  }

  /// Ids of all claims that anything in the session rests on.
  public var claims: Set<String> {
    Set(evidence.map(\.claim.id)).union(
      judgments.values.joined().flatMap { $0.judgment.because.map(\.claim.id) })
  }

  /// The evidence, and what else the judgments in force rest on, each as it was last looked at.
  public var grounds: [Footing] {
    var seen = Set(evidence.map(\.claim.id))
    let judged = hypotheses.filter(\.isOpen).flatMap {
      judgments[$0.name]?.last?.judgment.because ?? []
    }
    return evidence + judged.filter { seen.insert($0.claim.id).inserted }
  }

  /// The hypotheses still open against the evidence, by how the claims stand now.
  public func matrix(now: [String: Footing]) -> EvidenceMatrix {
    EvidenceMatrix(
      hypotheses: hypotheses.filter(\.isOpen).map(\.name),
      evidence: evidence.map { footing in
        let id = footing.claim.id
        let current = now[id]
        return (
          current?.claim ?? footing.claim, (ratings[id] ?? [:]).mapValues(\.rating),
          current.map { $0.withdrawn != nil } ?? true
        )
      })
  }

  /// Why a judgment may not hold any more: what it rests on has changed since, or was seen otherwise.
  ///
  /// That more says the same is no reason; nor is anything of a judgment that another has replaced.
  public func staleness(of judged: Judged, now: [String: Footing]) -> [Staleness] {
    var reasons: [Staleness] = judged.judgment.because.flatMap { footing in
      footing.changes(now: now[footing.claim.id]).filter { !$0.isSupport }
        .map { Staleness.claim(footing.claim, $0) }
    }
    for name in judged.judgment.assumptions {
      if let item = item(name), !item.isOpen { reasons.append(.assumption(item)) }
    }
    let hypothesis = judged.judgment.hypothesis
    for footing in evidence {
      if let rated = ratings[footing.claim.id]?[hypothesis], rated.place > judged.place,
        rated.rating.inconsistency > 0
          || judged.judgment.because.contains(where: {
            $0.claim.id == footing.claim.id
          })
      {
        reasons.append(.rated(footing.claim, rated.rating, day: rated.day))
      }
    }
    return reasons
  }

  private mutating func lookAt(_ footing: Footing) {
    if let place = evidence.firstIndex(where: { $0.claim.id == footing.claim.id }) {
      evidence[place] = footing
    } else {
      evidence.append(footing)
    }
  }
}

/// A reason to judge anew.
public enum Staleness: Hashable, Sendable {
  case claim(Claim, Change)
  case assumption(ResearchSession.Item)
  case rated(Claim, Rating, day: String)
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
  /// Ids of new updates: what was said later takes its place.
  case superseded(by: [String])

  /// Whether it came from elsewhere: grades are the analyst's own.
  public var isNews: Bool {
    if case .regraded = self { false } else { true }
  }

  var isSupport: Bool {
    if case .supported = self { true } else { false }
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
    if let updates {
      let later = (now.updates ?? []).filter { !updates.contains($0) }
      if !later.isEmpty { changes.append(.superseded(by: later)) }
    }
    return changes
  }

  /// When it was published, and from when to when it holds.
  private var dates: String {
    let held = [claim.validFrom, claim.validTo].compactMap { $0 }
    return (claim.evidence.published ?? "undated")
      + (held.isEmpty ? "" : " (of \(held.joined(separator: " to ")))")
  }
}
