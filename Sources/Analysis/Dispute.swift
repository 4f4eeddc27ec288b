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
    return clashes.flatMap(\.claims).filter { seen.insert($0.id).inserted }
      .sorted { $0.precedes($1) }
  }
}

extension StatementReader {
  /// The clashes grouped by matter; matters and clashes keep the order of the clashes.
  public func disputes(in clashes: [Clash]) -> [Dispute] {
    let topics = clashes.map { $0.claims.map { statement($0).topic } }
    // Each topic points at one of its group; the group's name is where the pointing ends.
    var parents: [String: String] = [:]
    func root(_ topic: String) -> String {
      guard let parent = parents[topic] else { return topic }
      let top = root(parent)
      parents[topic] = top
      return top
    }
    for joined in topics {
      for topic in joined.dropFirst() {
        let (a, b) = (root(joined[0]), root(topic))
        if a != b { parents[max(a, b)] = min(a, b) }
      }
    }
    var disputes: [Dispute] = []
    var places: [String: Int] = [:]
    for (clash, joined) in zip(clashes, topics) {
      let group = root(joined[0])
      if let place = places[group] {
        disputes[place].clashes.append(clash)
        disputes[place].topics.formUnion(joined)
      } else {
        places[group] = disputes.count
        disputes.append(
          Dispute(title: Self.title(of: clash), clashes: [clash], topics: Set(joined)))
      }
    }
    return disputes
  }

  private static func title(of clash: Clash) -> String {
    func all(_ names: [String]) -> String {
      var seen: Set<String> = [""]
      let each = names.filter { seen.insert($0.lowercased()).inserted }
      return each.dropLast().joined(separator: ", ")
        + (each.count > 1 ? " and " : "") + (each.last ?? "")
    }
    let claims = clash.claims
    let about =
      clash.chain.isEmpty ? all(claims.map(\.object)) : all(claims.compactMap(\.scope))
    return all(claims.map(\.subject)) + ": " + (about.isEmpty ? all(claims.map(\.relation)) : about)
  }
}
