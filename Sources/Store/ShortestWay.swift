/// The search for a shortest way between two nodes of a graph, from both ends at once, the smaller
/// edge first (bidirectional breadth-first search: Pohl, "Bi-directional Search", 1971).
///
/// Of several as short it is the one whose nodes come first, so that it is the same each time.
struct ShortestWay<Node: Hashable> {
  /// All that lie one step from some of these, each once.
  let beside: ([Node]) throws -> [Node]
  /// Which of these, one at least, comes first.
  let first: ([Node]) throws -> Node

  /// The nodes of the way to another node, its ends among them; nil where no way of so many steps is
  /// there.
  func nodes(from start: Node, to goal: Node, steps most: Int) throws -> [Node]? {
    var ahead = Side(start)
    var back = Side(goal)
    while ahead.steps + back.steps < most {
      let isAhead = ahead.edge.count <= back.edge.count
      let next = try beside(isAhead ? ahead.edge : back.edge)
      // Looked at before they are kept, because the last layer is the largest by far.
      let met = next.filter((isAhead ? back : ahead).reached.contains)
      if !met.isEmpty {
        // Those met are of the other side's last layer.
        return try way(
          ahead.layers.dropLast(isAhead ? 0 : 1), met, back.layers.dropLast(isAhead ? 1 : 0))
      }
      if isAhead { ahead.add(next) } else { back.add(next) }
      if ahead.edge.isEmpty || back.edge.isEmpty { return nil }
    }
    return nil
  }

  /// What was reached from one end, by the number of steps.
  private struct Side {
    var layers: [[Node]]
    var reached: Set<Node>

    init(_ end: Node) {
      layers = [[end]]
      reached = [end]
    }

    var edge: [Node] { layers.last ?? [] }
    var steps: Int { layers.count - 1 }

    mutating func add(_ next: [Node]) {
      layers.append(next.filter { reached.insert($0).inserted })
    }
  }

  private func way(
    _ ahead: some BidirectionalCollection<[Node]>, _ met: [Node],
    _ back: some BidirectionalCollection<[Node]>
  ) throws -> [Node] {
    // Of those in the layers before the meeting only some lead to it. They are asked for what lies
    // beside them, not those met, which nobody has gone over yet: hubs among them have thousands.
    var layers = [met]
    for layer in ahead.reversed() {
      let further = Set(layers[layers.count - 1])
      layers.append(try layer.filter { try beside([$0]).contains(where: further.contains) })
    }
    guard var last = layers.popLast()?.first else { return [] }
    var way = [last]
    func go(_ nodes: [Node]) throws {
      last = try first(nodes)
      way.append(last)
    }
    for layer in layers.reversed() {
      let near = Set(try beside([last]))
      try go(layer.filter(near.contains))
    }
    for layer in back.reversed() { try go(layer.filter { try beside([$0]).contains(last) }) }
    return way
  }
}
