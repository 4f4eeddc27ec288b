import Claims

/// Orders that go round: A leads B, B leads C, C leads A.
///
/// Of three claims and more; two that set each other behind are a pair for ``OrderingRule``. All
/// must be by the same, and each of one time with each. For each link the shortest way round is
/// told, once, by the earliest claims that say so, and none that another link cuts short.
struct Chains {
  /// More links than these no reader follows.
  static let longest = 6
  /// Steps of a search from one link, after which it is given up.
  private static let patience = 1_000
  /// Of links that many claims state, so many are tried.
  private static let voices = 16

  private let matters: [Matter]
  /// By who is above and who below: places of the claims that say so, the earliest first.
  private var links: [[Int: [Int]]] = []
  private var reverse: [Set<Int>] = []

  /// Of rankings by one order.
  init(_ ranked: [(ranking: Ranking, matter: Matter)]) {
    matters = ranked.map(\.matter)
    let names = Set(ranked.flatMap { [$0.ranking.above, $0.ranking.below] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    links = Array(repeating: [:], count: names.count)
    reverse = Array(repeating: [], count: names.count)
    for (n, (ranking, _)) in ranked.enumerated() {
      guard let above = places[ranking.above], let below = places[ranking.below] else { continue }
      links[above][below, default: []].append(n)
      reverse[below].insert(above)
    }
  }

  /// The ways round, each as places of its claims in order.
  func found() -> [[Int]] {
    var known: Set<[Int]> = []
    var found: [[Int]] = []
    for above in links.indices {
      for below in links[above].keys.sorted() {
        guard let way = shortestWay(from: above, over: below), known.insert(way).inserted,
          let claims = voices(along: way), !isCutShort(way, claims)
        else { continue }
        found.append(claims)
      }
    }
    return found
  }

  /// The shortest way round over a link, from its smallest name on; nil where two are enough.
  private func shortestWay(from above: Int, over below: Int) -> [Int]? {
    let distances = distances(to: above)
    var patience = Self.patience
    func extend(_ way: [Int], _ left: Int) -> [Int]? {
      patience -= 1
      guard patience > 0, let last = way.last else { return nil }
      if left == 0 {
        return links[last][above] != nil && voices(along: way) != nil ? way : nil
      }
      for next in links[last].keys.sorted()
      where !way.contains(next) && distances[next].map({ $0 <= left }) ?? false {
        if let found = extend(way + [next], left - 1) { return found }
      }
      return nil
    }
    for between in 0...(Self.longest - 2) {
      guard let way = extend([above, below], between) else { continue }
      guard between > 0, let start = way.indices.min(by: { way[$0] < way[$1] }) else { return nil }
      return Array(way[start...] + way[..<start])
    }
    return nil
  }

  /// How many links lead from each name to one, as far as a chain may go.
  private func distances(to end: Int) -> [Int: Int] {
    var distances = [end: 0]
    var edge = [end]
    for step in 1..<Self.longest where !edge.isEmpty {
      edge = edge.flatMap { reverse[$0] }.filter { distances[$0] == nil }
      for name in edge { distances[name] = step }
    }
    return distances
  }

  /// The earliest claims for each link of a way round that are all of one time.
  private func voices(along way: [Int]) -> [Int]? {
    var patience = Self.patience
    func choose(_ chosen: [Int]) -> [Int]? {
      if chosen.count == way.count { return chosen }
      let (above, below) = (way[chosen.count], way[(chosen.count + 1) % way.count])
      for claim in (links[above][below] ?? []).prefix(Self.voices) {
        patience -= 1
        guard patience > 0 else { return nil }
        if areOfOneTime(chosen, claim), let found = choose(chosen + [claim]) { return found }
      }
      return nil
    }
    return choose([])
  }

  /// Whether a link joins two that aren't next to each other.
  private func isCutShort(_ way: [Int], _ claims: [Int]) -> Bool {
    way.indices.contains { i in
      way.indices.contains { j in
        j != i && j != (i + 1) % way.count
          && (links[way[i]][way[j]] ?? []).contains { areOfOneTime(claims, $0) }
      }
    }
  }

  private func areOfOneTime(_ claims: [Int], _ other: Int) -> Bool {
    claims.allSatisfy { claim in
      if case .same = TimeGate(matters[claim], matters[other]) { true } else { false }
    }
  }
}

extension ContradictionDetector {
  /// Of one tangle so many claims are looked at, the latest that came; see ``reach``.
  static let tangle = 1024

  /// Which of some rankings, each in two hashes, may lie on a way round of three and more.
  public static func tangled(_ ranks: [(above: Int64, below: Int64)]) -> [Int] {
    let groups = StrongComponents(ranks)
    var members: [Int: [Int]] = [:]
    for (place, rank) in ranks.enumerated() {
      guard let group = groups.of[rank.above], group == groups.of[rank.below],
        groups.sizes[group] > 2
      else { continue }
      members[group, default: []].append(place)
    }
    return members.values.flatMap { $0.suffix(tangle) }.sorted()
  }

  /// Whom each claim sets above whom, in hashes; nil for most.
  func rank(_ matter: Matter) -> (above: Int64, below: Int64)? { ranking(matter)?.rank }

  /// The clashes of three claims and more, surest first.
  public func chains(among claims: [Claim]) -> [Clash] {
    let ranked = matters(claims.sorted { $0.precedes($1) })
      .compactMap { matter in ranking(matter).map { (ranking: $0, matter: matter) } }
    return Dictionary(grouping: ranked, by: \.ranking.order).values.flatMap { ranked in
      Chains(ranked).found().map { chain($0.map { ranked[$0] }) }
    }.sorted(by: Self.isSurer)
  }

  private func chain(_ links: [(ranking: Ranking, matter: Matter)]) -> Clash {
    let start = links.indices.min { links[$0].matter.claim.precedes(links[$1].matter.claim) } ?? 0
    let links = links[start...] + links[..<start]
    let claims = links.map(\.matter.claim)
    let gates = Clash.Gates(entity: links.map(\.ranking.entity).min() ?? 1)
    let said = links.map { "“\($0.matter.claim.sentence)”" }
    return Clash(
      label: .contradiction, kind: "ordering", score: 0.90 * gates.entity,
      why: said.dropLast().joined(separator: ", ") + " and \(said.last ?? ""): "
        + "each is ahead of the next, and the last of the first.",
      gates: gates,
      reconciledIf: "They are by different measures, in different fields or of different times.",
      a: claims[0], b: claims[claims.count - 1], chain: claims)
  }
}

/// Which names can be reached from each other (Tarjan's algorithm, without recursion, because a
/// chain of leads may be as long as a store is large).
private struct StrongComponents {
  private(set) var of: [Int64: Int] = [:]
  private(set) var sizes: [Int] = []

  init(_ links: [(above: Int64, below: Int64)]) {
    var next: [Int64: [Int64]] = [:]
    for link in links { next[link.above, default: []].append(link.below) }
    var index: [Int64: Int] = [:]
    var low: [Int64: Int] = [:]
    var stack: [Int64] = []
    for root in links.map(\.above) where index[root] == nil {
      var open: [(name: Int64, tried: Int)] = [(root, 0)]
      while let (name, tried) = open.last {
        if tried == 0 {
          index[name] = index.count
          low[name] = index[name]
          stack.append(name)
        }
        let below = next[name] ?? []
        if tried > 0 { low[name] = min(low[name] ?? 0, low[below[tried - 1]] ?? .max) }
        // Those done with belong to a group of their own already.
        if let place = (tried..<below.count).first(where: { of[below[$0]] == nil }) {
          open[open.count - 1].tried = place + 1
          if let seen = index[below[place]] {
            low[name] = min(low[name] ?? 0, seen)
          } else {
            open.append((below[place], 0))
          }
          continue
        }
        open.removeLast()
        guard low[name] == index[name] else { continue }
        sizes.append(0)
        while let member = stack.popLast() {
          of[member] = sizes.count - 1
          sizes[sizes.count - 1] += 1
          if member == name { break }
        }
      }
    }
  }
}
