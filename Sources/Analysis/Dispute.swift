import Claims

/// The clashes of one matter: those that share a statement's topic, or are joined by others that do.
public struct Dispute: Sendable, Hashable {
  /// Who and what the surest clash is about: `China and the US: batteries`.
  public var title: String
  /// The surest first.
  public var clashes: [Clash]
  public var topics: Set<String>

  /// The claims that clash here, each once, in canonical order.
  public var claims: [Claim] {
    var seen: Set<String> = []
    return clashes.flatMap { [$0.a, $0.b] }.filter { seen.insert($0.id).inserted }
      .sorted { $0.precedes($1) }
  }
}

extension StatementReader {
  /// The clashes grouped by matter; matters and clashes keep the order of the clashes.
  public func disputes(in clashes: [Clash]) -> [Dispute] {
    let topics = clashes.map { [statement($0.a).topic, statement($0.b).topic] }
    // Each topic points at one of its group; the group's name is where the pointing ends.
    var parents: [String: String] = [:]
    func root(_ topic: String) -> String {
      guard let parent = parents[topic] else { return topic }
      let top = root(parent)
      parents[topic] = top
      return top
    }
    for pair in topics {
      let (a, b) = (root(pair[0]), root(pair[1]))
      if a != b { parents[max(a, b)] = min(a, b) }
    }
    var disputes: [Dispute] = []
    var places: [String: Int] = [:]
    for (clash, pair) in zip(clashes, topics) {
      let group = root(pair[0])
      if let place = places[group] {
        disputes[place].clashes.append(clash)
        disputes[place].topics.formUnion(pair)
      } else {
        places[group] = disputes.count
        disputes.append(
          Dispute(title: Self.title(of: clash), clashes: [clash], topics: Set(pair)))
      }
    }
    return disputes
  }

  private static func title(of clash: Clash) -> String {
    func both(_ a: String, _ b: String) -> String {
      let names = a.lowercased() == b.lowercased() ? [a] : [a, b]
      return names.filter { !$0.isEmpty }.joined(separator: " and ")
    }
    let objects = both(clash.a.object, clash.b.object)
    return both(clash.a.subject, clash.b.subject) + ": "
      + (objects.isEmpty ? both(clash.a.relation, clash.b.relation) : objects)
  }
}
