import Claims
import Testing

@testable import Store

/// Whom claims join with an entity: in memory as by statements.
struct NeighbourTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func opened(staysOpen: Bool) throws -> ClaimStore {
    try ClaimStore(path: folder.file(), mode: .readOnly, merged: true, staysOpen: staysOpen)
  }

  /// Claims by the names of their two sides: `ab` says that a does something to b.
  private func keep(_ edges: [String], in store: ClaimStore) throws {
    try store.ingest(
      edges.map { edge in
        let (from, to) = (String(edge.prefix(1)), String(edge.dropFirst()))
        return sample("\(from) bakes \(to).", from, "bakes", to, document: edge)
      })
  }

  @Test func `names come by steps and then by name, each once`() throws {
    let store = try folder.store()
    try keep(["ab", "ab", "ad", "bc", "cd", "da", "aa", "e"], in: store)
    for staysOpen in [false, true] {
      let store = try opened(staysOpen: staysOpen)
      #expect(try store.neighbours(of: "a", steps: 1, .out) == [["b", "d"]])
      #expect(try store.neighbours(of: "a", steps: 9, .out) == [["b", "d"], ["c"]])
      #expect(try store.neighbours(of: "a", steps: 2, .into) == [["d"], ["c"]])
      #expect(try store.neighbours(of: "c", steps: 2, .both) == [["b", "d"], ["a"]])
      #expect(try store.neighbours(of: "e", steps: 2, .both) == [])
      #expect(try store.neighbours(of: "nobody", steps: 2, .both) == [])
      #expect(try store.entityNames(beside: ["a", "b"]) == ["a", "b", "c", "d"])
    }
  }

  @Test func `of ways as short the first by name is gone, whichever way claims lead`() throws {
    let store = try folder.store()
    try keep(["ac", "bc", "ad", "bd", "be", "fe", "xy"], in: store)
    for staysOpen in [false, true] {
      let store = try opened(staysOpen: staysOpen)
      #expect(try store.way(from: "a", to: "b", steps: 4) == ["a", "c", "b"])
      #expect(try store.way(from: "d", to: "f", steps: 4) == ["d", "b", "e", "f"])
      #expect(try store.way(from: "f", to: "d", steps: 2) == nil)
      #expect(try store.way(from: "a", to: "x", steps: 9) == nil)
      #expect(try store.way(from: "a", to: "nobody", steps: 9) == nil)
      #expect(try store.way(from: "a", to: "a", steps: 4) == ["a"])
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `a graph in memory gives what statements give`(_ seed: UInt64) throws {
    let store = try folder.store()
    var state = seed &+ 1
    func draw(_ below: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % below
    }
    let letters = Array("abcdefgh")
    let edges = (0..<4 + Int(draw(16))).map { _ in
      String([letters[Int(draw(8))], letters[Int(draw(8))]])
    }
    try keep(edges, in: store)
    if seed % 2 == 1 { _ = try store.retract(edges[0]) }
    let day = "2026-01-05"
    if seed % 3 > 0 {
      let parted = try store.claims(touching: ["c"]).map(\.id).filter { _ in draw(2) == 0 }
      try store.add(IdentityRecord(.split, "c", "ç", claims: parted, because: nil, at: day))
    }
    if seed % 3 > 1 {
      try store.add(IdentityRecord(.merge, "a", "b", because: nil, at: day))
      try store.add(IdentityRecord(.rename, "h", "z", because: nil, at: day))
    }
    let (one, other) = (try opened(staysOpen: false), try opened(staysOpen: true))
    for name in letters.map({ String($0) }) + ["ç", "z"] {
      for direction in Direction.allCases {
        for steps in 1...4 {
          #expect(
            try one.neighbours(of: name, steps: steps, direction)
              == other.neighbours(of: name, steps: steps, direction),
            "seed \(seed), \(edges): \(name) \(direction) \(steps)")
        }
      }
      let some = Set([name, String(letters[Int(draw(8))])])
      #expect(try one.entityNames(beside: some) == other.entityNames(beside: some))
      let to = String(letters[Int(draw(8))])
      let way = try one.way(from: name, to: to, steps: 4)
      #expect(try way == other.way(from: name, to: to, steps: 4), "seed \(seed), \(edges)")
      guard name != to else { continue }
      let steps = try one.neighbours(of: name, steps: 4, .both).firstIndex { $0.contains(to) }
      #expect(way.map { $0.count - 2 } == steps, "seed \(seed), \(edges): \(name) \(to)")
      for (here, next) in zip(way ?? [], way?.dropFirst() ?? []) {
        #expect(try !one.claims(between: here, next).isEmpty)
      }
    }
  }

  @Test func `a store knows when another has written to it or taken its place`() throws {
    let store = try folder.store()
    try keep(["ab"], in: store)
    let reading = try opened(staysOpen: true)
    #expect(reading.isCurrent)
    _ = try reading.neighbours(of: "a", steps: 1, .both)
    #expect(reading.isCurrent)
    // What it writes by itself is no news.
    let own = try ClaimStore(path: folder.file(), merged: true, staysOpen: true)
    try own.log(LogEntry(session: 1, at: "2026-01-05", .opened(question: "Who bakes?")))
    #expect(own.isCurrent && !reading.isCurrent)
    try keep(["ac"], in: store)
    #expect(!own.isCurrent && !reading.isCurrent)
    #expect(try opened(staysOpen: true).neighbours(of: "a", steps: 1, .both) == [["b", "c"]])
  }

  @Test func `whoever gives up waiting gets an end`() throws {
    try keep(["ab"], in: folder.store())
    let store = try ClaimStore(
      path: folder.file(), mode: .readOnly, givesUp: GivingUp { true })
    #expect(throws: StoreError.interrupted) { try store.allClaims() }
    #expect(throws: StoreError.interrupted) {
      try store.sql(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
    }
  }
}
