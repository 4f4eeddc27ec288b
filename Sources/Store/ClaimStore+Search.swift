import Claims
import GRDB
import Queries

extension ClaimStore {
  /// Looks for clashes of the claims that came in since the last search; gives those in sight that
  /// were never found before.
  ///
  /// Only claims that share a block with a new one are read. With other rules than last time
  /// everything is compared anew. Retracted claims take part, because they may be restored; no view
  /// shows their clashes till then.
  @discardableResult
  public func updateClashes(
    rules fingerprint: String,
    probe: ([Claim]) -> (blocks: [[Int64]], clashesAgainst: (_ old: [Claim]) -> [Clash])
  ) throws -> [Clash] {
    try write { db in
      if try db.first(.clashRules)?["fingerprint"] != fingerprint {
        try db.run(.dropClashRules)
        try db.run(.setClashRules, ["fingerprint": fingerprint])
        try db.run(.dropBlocks)
        try db.run(.dropClashes)
      }
      try db.run(.ageClashes)
      let new = try db.rows(.claimsUnblocked)
        .map { (row: $0["row"] as Int64, claim: Claim(row: $0)) }.sorted { $0.row < $1.row }
      if new.isEmpty { return [] }
      let (found, clashes) = probe(new.map(\.claim))
      for (kept, blocks) in zip(new, found) {
        // None at all would make it look new the next time.
        for block in blocks.isEmpty ? [0] : blocks {
          try db.run(.addBlock, ["block": block, "claim": kept.row])
        }
      }
      let shared = Set(found.joined()).sorted().map(String.init).joined(separator: ",")
      let rows = Set(new.map(\.row))
      let old = try db.rows(.claimsInBlocks, ["blocks": "[\(shared)]"])
        .filter { !rows.contains($0["row"]) }.map { Claim(row: $0) }
      try db.add(clashes(old))
      // Read back, because the new ones of what is retracted or judged already are no news.
      return try db.clashes(new: true).filter(\.isInSight)
    }
  }
}
