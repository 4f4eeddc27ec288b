import Claims
import Foundation
import GRDB
import Queries

extension ClaimStore {
  /// Looks for clashes of the claims that came in since the last search; counts those that were
  /// never found before.
  ///
  /// Only claims that offer what a new one seeks are read, at most `reach` of each, the latest.
  /// With other rules than last time everything is compared anew. Retracted claims take part,
  /// because they may be restored; no view shows their clashes till then. Chains are looked for
  /// as ``updateChains(_:)`` does.
  @discardableResult
  public func updateClashes(
    rules fingerprint: String, reach: Int, part: Int = 2048, chains: ChainSearch = ChainSearch(),
    probe: @escaping @Sendable ([Claim]) -> ClashProbe
  ) throws -> [Clash.Label: Int] {
    try write { db in
      if try db.first(.clashRules)?.value("fingerprint") != fingerprint {
        try db.run(.dropClashRules)
        try db.run(.setClashRules, ["fingerprint": fingerprint])
        try db.run(.dropBlocks)
        try db.run(.dropRanks)
        try db.run(.dropClashes)
      }
      try db.run(.ageClashes)
      // A part at a time, because what is worked out for each claim takes far more room than the
      // claim; which parts makes no difference to what is found. It is worked out beside the
      // reading and writing of the parts before and after.
      var index = try BlockIndex(db: db, reach: reach)
      func next(after row: Int64?) throws -> (rows: [Int64], probe: Coming<ClashProbe>)? {
        var new = try db.made(.claimsUnblocked, ["after": row, "limit": part]) {
          (row: try $0.value(.row) as Int64, claim: try Claim(row: $0))
        }
        // The claims of one text are looked at together.
        if new.count == part, let last = new.last?.claim.evidence.insight,
          let end = new.lastIndex(where: { $0.claim.evidence.insight != last })
        {
          new.removeSubrange((end + 1)...)
        }
        guard !new.isEmpty else { return nil }
        let claims = new.map(\.claim)
        return (new.map(\.row), Coming { probe(claims) })
      }
      var found: Coming<[Clash]>?
      var coming = try next(after: nil)
      while let (rows, probed) = coming {
        let probe = probed.value
        coming = try next(after: rows.last)
        let offers = try index.claims(offering: Set(probe.seeks.joined()))
        for (row, blocks) in zip(rows, probe.offers) { try index.add(blocks, of: row) }
        for (row, rank) in zip(rows, probe.ranks) {
          guard let rank else { continue }
          try db.run(.setRank, ["claim": row, "above": rank.above, "below": rank.below])
        }
        let old = try db.made(.anyClaimsByRow, ["rows": listed(offers.keys.sorted())]) {
          (claim: try Claim(row: $0), offers: offers[try $0.value(.row)] ?? [])
        }
        if let found { try db.add(found.value) }
        found = Coming { probe.clashesAgainst(old) }
      }
      if let found { try db.add(found.value) }
      try index.store()
      try db.updateChains(chains)
      // Counted there, because the new ones of what is retracted or judged already are no news.
      return try Dictionary(
        uniqueKeysWithValues: db.rows(.newClashes).compactMap { row in
          try Clash.Label(rawValue: row.value("label")).map { ($0, try row.value("count")) }
        })
    }
  }

  /// Looks for chains anew around the rankings that came or went since last time, because one
  /// claim more or less may give a shorter way round.
  public func updateChains(_ search: ChainSearch) throws {
    try write { try $0.updateChains(search) }
  }
}

extension Database {
  fileprivate func updateChains(_ search: ChainSearch) throws {
    let around = try rows(.ranksAround)
    try run(.dropRankChanges)
    guard !around.isEmpty else { return }
    try run(.dropChains, ["claims": listed(around.map { try $0.value("claim") })])
    let ranks = try around.filter { try $0.value("live") }
      .map { row -> (claim: Int64, rank: ChainSearch.Rank) in
        (try row.value("claim"), (try row.value("above"), try row.value("below")))
      }
    let tangled = search.tangled(ranks.map(\.rank)).map { ranks[$0].claim }
    guard !tangled.isEmpty else { return }
    let claims = try made(
      .anyClaimsByRow, ["rows": listed(tangled)], Claim.init(row:))
    try add(search.chains(claims))
  }
}

/// The search for clashes of more than two claims, where each is ahead of the next.
public struct ChainSearch {
  /// Whom a claim sets above whom; each a hash of the name and of what they are compared in.
  public typealias Rank = (above: Int64, below: Int64)

  var tangled: ([Rank]) -> [Int]
  var chains: ([Claim]) -> [Clash]

  /// `tangled` gives the places of ranks that may lie on a way round, `chains` the clashes of claims.
  public init(
    tangled: @escaping ([Rank]) -> [Int] = { _ in [] },
    chains: @escaping ([Claim]) -> [Clash] = { _ in [] }
  ) {
    self.tangled = tangled
    self.chains = chains
  }
}

/// What new claims offer others to clash with and seek in them, and the search among those found.
public struct ClashProbe: Sendable {
  /// Older claims with what they offer of all that is sought.
  public typealias Search = @Sendable (_ old: [(claim: Claim, offers: [Int64])]) -> [Clash]

  var offers: [[Int64]]
  var seeks: [[Int64]]
  var ranks: [ChainSearch.Rank?]
  var clashesAgainst: Search

  public init(
    offers: [[Int64]], seeks: [[Int64]], ranks: [ChainSearch.Rank?] = [],
    clashesAgainst: @escaping Search
  ) {
    self.offers = offers
    self.seeks = seeks
    self.ranks = ranks
    self.clashesAgainst = clashesAgainst
  }
}
