/// Whether two claims speak of the same time.
enum TimeGate {
  /// Days between two publications that still count as one time.
  static let window = 180

  case same
  /// The times differ; true where the first claim is the later one.
  case different(firstIsLater: Bool)

  init(_ a: Interval?, _ b: Interval?) {
    guard let a, let b else {
      self = .same
      return
    }
    let distance = a.distance(to: b)
    // Two stated times that don't meet are two times; a date of publication is a looser hint.
    let allowed = a.isStated && b.isStated ? 0 : Self.window
    self = distance <= allowed ? .same : .different(firstIsLater: a.from > b.to)
  }
}
