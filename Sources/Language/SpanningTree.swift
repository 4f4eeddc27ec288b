/// The best tree with a single root for a table of arc scores (Chu and Liu 1965, Edmonds 1967).
enum SpanningTree {
  private static let never = -1e9
  private static let hardlyEver = -1e6

  /// Heads for `scores[dependent * count + head]`, where 0 is the root; the root's own head is 0.
  ///
  /// Greedy heads first, because nine times in ten they are a tree already.
  static func heads(_ scores: UnsafeBufferPointer<Float>, count n: Int) -> [Int] {
    var heads = [Int](repeating: 0, count: n)
    for i in 1..<max(n, 1) {
      var best = -1
      for j in 0..<n where j != i && (best < 0 || scores[i * n + j] > scores[i * n + best]) {
        best = j
      }
      heads[i] = best
    }
    if heads.dropFirst().count(where: { $0 == 0 }) == 1, reachesRoot(heads) { return heads }

    var table = Table(n)
    for i in 0..<n {
      for j in 0..<n where i != j { table[i, j] = Double(scores[i * n + j]) }
    }
    heads = table.best()
    let roots = (1..<n).filter { heads[$0] == 0 }
    if roots.count == 1 { return heads }
    var best: (total: Double, heads: [Int])?
    for root in roots {
      var rooted = table
      for i in 0..<n { rooted[i, 0] = hardlyEver }
      for j in 0..<n { rooted[root, j] = hardlyEver }
      rooted[root, 0] = table[root, 0]
      let tree = rooted.best()
      let total = (1..<n).reduce(0) { $0 + rooted[$1, tree[$1]] }
      if total > best?.total ?? -.infinity { best = (total, tree) }
    }
    return best?.heads ?? heads
  }

  private static func reachesRoot(_ heads: [Int]) -> Bool {
    for i in 1..<heads.count {
      var j = i
      var steps = 0
      while j != 0 {
        j = heads[j]
        steps += 1
        if steps > heads.count { return false }
      }
    }
    return true
  }

  private struct Table {
    let count: Int
    var scores: [Double]

    init(_ count: Int) {
      self.count = count
      scores = Array(repeating: never, count: count * count)
    }

    subscript(_ dependent: Int, _ head: Int) -> Double {
      get { scores[dependent * count + head] }
      set { scores[dependent * count + head] = newValue }
    }

    private func bestHead(of i: Int) -> Int {
      var best = 0
      for j in 1..<count where self[i, j] > self[i, best] { best = j }
      return best
    }

    private func cycle(in heads: [Int]) -> [Int]? {
      var seen = [Int](repeating: 0, count: count)
      for i in 1..<count where seen[i] == 0 {
        var path: [Int] = []
        var j = i
        while j != 0 && seen[j] == 0 {
          seen[j] = i
          path.append(j)
          j = heads[j]
        }
        if j != 0, seen[j] == i, let from = path.firstIndex(of: j) { return Array(path[from...]) }
      }
      return nil
    }

    /// A cycle of greedy heads becomes one node, the smaller problem is solved, the cycle reopened.
    func best() -> [Int] {
      guard count > 1 else { return [0] }
      let greedy = (0..<count).map { $0 == 0 ? 0 : bestHead(of: $0) }
      guard let cycle = cycle(in: greedy) else { return greedy }
      let inside = Set(cycle)
      let rest = (0..<count).filter { !inside.contains($0) }
      let k = rest.count
      let kept = cycle.reduce(0) { $0 + self[$1, greedy[$1]] }
      var smaller = Table(k + 1)
      var entry = [Int](repeating: 0, count: k)
      var exit = [Int](repeating: 0, count: k)
      for (a, node) in rest.enumerated() {
        for (b, other) in rest.enumerated() where a != b && a > 0 {
          smaller[a, b] = self[node, other]
        }
        var entering = -Double.infinity
        var leaving = -Double.infinity
        for member in cycle {
          let gain = self[member, node] - self[member, greedy[member]]
          if gain > entering { (entering, entry[a]) = (gain, member) }
          if self[node, member] > leaving { (leaving, exit[a]) = (self[node, member], member) }
        }
        smaller[k, a] = entering + kept
        smaller[a, k] = a == 0 ? never : leaving
      }
      let solved = smaller.best()
      var heads = greedy
      for a in 1..<max(k, 1) { heads[rest[a]] = solved[a] == k ? exit[a] : rest[solved[a]] }
      heads[entry[solved[k]]] = rest[solved[k]]
      return heads
    }
  }
}
