import GRDB
import Queries
import Schema

/// What the claims compared so far offer to others to clash with, by what is offered.
///
/// What new ones offer stays in memory until there is much of it, because a tree takes rows several
/// times as fast in the order that it keeps them in.
struct BlockIndex {
  /// Of a row that takes some 35 bytes there; less than 2^22, because an array doubles its room there.
  private static let inMemory = 4_000_000
  /// From so many rows on, an index over all of them is made anew rather than added to.
  private static let many = 1_000

  private let db: Database
  private let reach: Int
  private var isStored: Bool
  private var rows: [(block: Int64, claim: Int64)] = []
  /// For each row the place of the one before it of the same block.
  private var earlier: [Int32] = []
  private var latest: [Int64: Int32] = [:]

  /// Of each block the `reach` latest claims are found.
  init(db: Database, reach: Int) throws {
    self.db = db
    self.reach = reach
    isStored = try db.first(.anyBlock) != nil
  }

  /// Adds what a claim offers; claims come in the order of their rows.
  mutating func add(_ blocks: [Int64], of claim: Int64) throws {
    // None at all would make it look new the next time.
    for block in blocks.isEmpty ? [0] : blocks {
      let place = Int32(rows.count)
      rows.append((block, claim))
      earlier.append(latest.updateValue(place, forKey: block) ?? -1)
    }
    if rows.count >= Self.inMemory { try store() }
  }

  /// The claims that offer any of these, and which.
  func claims(offering blocks: Set<Int64>) throws -> [Int64: [Int64]] {
    var found: [Int64: [Int64]] = [:]
    if isStored {
      let sought: StatementArguments = ["blocks": listed(blocks.sorted()), "reach": reach]
      for row in try db.rows(.claimsInBlocks, sought) {
        found[try row.value(at: 1), default: []].append(try row.value(at: 0))
      }
    }
    for block in blocks {
      var place = latest[block] ?? -1
      for _ in 0..<reach where place >= 0 {
        found[rows[Int(place)].claim, default: []].append(block)
        place = earlier[Int(place)]
      }
    }
    return found
  }

  /// Writes all that is in memory.
  mutating func store() throws {
    (latest, earlier) = ([:], [])
    rows.sort { $0.block != $1.block ? $0.block < $1.block : $0.claim < $1.claim }
    let isFilling = !isStored && rows.count >= Self.many
    if isFilling { try db.execute(sql: Schema.dropBlockIndex) }
    let adding = try RowStatement(.addBlock, db: db)
    for row in rows {
      try adding.run {
        $0.add(row.block)
        $0.add(row.claim)
      }
    }
    if isFilling { try db.execute(sql: Schema.makeBlockIndex) }
    isStored = isStored || !rows.isEmpty
    rows = []
  }
}

/// Numbers as a JSON array, to bind a list of any length to one parameter.
func listed(_ numbers: [Int64]) -> String {
  "[" + numbers.map(String.init).joined(separator: ",") + "]"
}
