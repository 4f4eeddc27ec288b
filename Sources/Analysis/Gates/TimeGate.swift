/// Whether two claims speak of the same time.
enum TimeGate {
  /// Days between two publications that still count as one time.
  static let window = 180

  case same
  /// The times differ; true where the first claim is the later one.
  case different(firstIsLater: Bool)

  /// Days that a statement may run ahead of the time that another one names.
  static let foresight = 60

  /// Days after which a change is told of an earlier state, rather than against one still held.
  static let change = 14

  /// Days before "still" of which it speaks too, of what ended then, as if nothing had come of it.
  static let memory = 540

  /// "Lifts the ban" some weeks after a ban is news of it: the ban was there to be lifted.
  init(_ a: Matter, _ b: Matter) {
    if Self.isStillSo(a, after: b) || Self.isStillSo(b, after: a) {
      self = .same
      return
    }
    if let later = Self.outlived(a, b) {
      self = later ? .same : .different(firstIsLater: a.holdsOn)
      return
    }
    if Self.isNotYet(a, after: b) || Self.isNotYet(b, after: a) {
      self = .same
      return
    }
    if Self.isDoneSince(a, denied: b) || Self.isDoneSince(b, denied: a) {
      self = .different(firstIsLater: a.isPositive)
      return
    }
    if Self.isOver(a, before: b) || Self.isOver(b, before: a) {
      self = .different(firstIsLater: Self.isOver(b, before: a))
      return
    }
    self.init(a.interval, b.interval)
    guard case .same = self, a.isChange != b.isChange, let x = a.interval, let y = b.interval else {
      return
    }
    let (change, state) = a.isChange ? (x, y) : (y, x)
    if change.from - state.to > Self.change { self = .different(firstIsLater: a.isChange) }
  }

  /// Whether what holds on from its day meets what is said of a later one; nil where neither does.
  ///
  /// Who moved to Oslo in June isn't in Bergen in October; in May he may well have been.
  private static func outlived(_ a: Matter, _ b: Matter) -> Bool? {
    guard a.holdsOn != b.holdsOn, let x = a.interval, let y = b.interval else { return nil }
    let (event, other) = a.holdsOn ? (x, y) : (y, x)
    if other.to < event.from { return false }
    return other.distance(to: event) <= window ? true : nil
  }

  /// "Was still in force in August" denies that it ended in May.
  private static func isStillSo(_ state: Matter, after change: Matter) -> Bool {
    guard state.isStill, !change.isStill, change.claim.modality == .asserted,
      let x = change.interval, let y = state.interval
    else { return false }
    let isChange = change.isChange || change.isEnded || change.holdsOn
    return x.from <= y.from && y.from - x.to <= (isChange ? memory : window)
  }

  /// Whether it is dated to after the day on which nothing of it was said to have been done.
  private static func isDoneSince(_ done: Matter, denied denial: Matter) -> Bool {
    guard done.isPositive, !denial.isPositive, denial.claim.modality == .asserted,
      let x = done.interval?.stated, let y = denial.interval, !y.isStated
    else { return false }
    return x.from > y.to
  }

  /// "Had still not opened it by the end of August" speaks of July too.
  private static func isNotYet(_ denial: Matter, after done: Matter) -> Bool {
    guard denial.isNotYet, done.isPositive, done.claim.modality == .asserted,
      let x = done.interval?.stated, let y = denial.interval
    else { return false }
    return x.to < y.from
  }

  /// "Until February" is over when another is told that has no time of its own.
  private static func isOver(_ past: Matter, before other: Matter) -> Bool {
    guard past.claim.time?.lowercased().hasPrefix("until ") ?? false,
      let x = past.interval?.stated, let y = other.interval, !y.isStated
    else { return false }
    return x.to < y.from
  }

  init(_ a: Interval?, _ b: Interval?) {
    guard let a, let b else {
      self = .same
      return
    }
    // Nobody speaks of a state that is dated to later than they spoke.
    let (first, second) = a.from <= b.from ? (a, b) : (b, a)
    if second.isStated, !first.isStated, second.from - first.to > Self.foresight {
      self = .different(firstIsLater: a.from > b.to)
      return
    }
    let distance = a.distance(to: b)
    // Two stated times that don't meet are two times; a date of publication is a looser hint, also of how
    // long it went on.
    let allowed =
      a.isStated && b.isStated
      ? first.goesOn && second.from > first.to ? Self.foresight : 0 : Self.window
    self = distance <= allowed ? .same : .different(firstIsLater: a.from > b.to)
  }
}
