import Claims
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
    rules fingerprint: String, reach: Int, part: Int = 4096, chains: ChainSearch = ChainSearch(),
    probe: ([Claim]) -> ClashProbe
  ) throws -> [Clash.Label: Int] {
    try write { db in
      if try db.first(.clashRules)?["fingerprint"] != fingerprint {
        try db.run(.dropClashRules)
        try db.run(.setClashRules, ["fingerprint": fingerprint])
        try db.run(.dropBlocks)
        try db.run(.dropRanks)
        try db.run(.dropClashes)
      }
      try db.run(.ageClashes)
      // A part at a time, because what is worked out for each claim takes far more room than the
      // claim; which parts makes no difference to what is found.
      while case let new = try db.rows(.claimsUnblocked, ["limit": part])
        .map({ (row: $0["row"] as Int64, claim: Claim(row: $0)) }), !new.isEmpty
      {
        let probe = probe(new.map(\.claim))
        var offers: [Int64: [Int64]] = [:]
        let sought = Self.json(Set(probe.seeks.joined()).sorted())
        for row in try db.rows(.claimsInBlocks, ["blocks": sought, "reach": reach]) {
          offers[row["claim"], default: []].append(row["block"])
        }
        for (new, blocks) in zip(new, probe.offers) {
          // None at all would make it look new the next time.
          let blocks = Self.json(blocks.isEmpty ? [0] : blocks)
          try db.run(.addBlocks, ["claim": new.row, "blocks": blocks])
        }
        for (new, rank) in zip(new, probe.ranks) {
          guard let rank else { continue }
          try db.run(.setRank, ["claim": new.row, "above": rank.above, "below": rank.below])
        }
        let old = try db.rows(.anyClaimsByRow, ["rows": Self.json(offers.keys.sorted())])
          .map { (claim: Claim(row: $0), offers: offers[$0["row"]] ?? []) }
        try db.add(probe.clashesAgainst(old))
      }
      try db.updateChains(chains)
      // Counted there, because the new ones of what is retracted or judged already are no news.
      return try Dictionary(
        uniqueKeysWithValues: db.rows(.newClashes).compactMap { row in
          Clash.Label(rawValue: row["label"]).map { ($0, row["count"]) }
        })
    }
  }

  /// Looks for chains anew, because one claim more or less may give a shorter way round.
  ///
  /// Over all claims that rank something and aren't withdrawn: few of a store's, and of those only
  /// the tangled ones are read.
  public func updateChains(_ search: ChainSearch) throws {
    try write { try $0.updateChains(search) }
  }

  fileprivate static func json(_ numbers: [Int64]) -> String {
    "[" + numbers.map(String.init).joined(separator: ",") + "]"
  }
}

extension Database {
  fileprivate func updateChains(_ search: ChainSearch) throws {
    try run(.dropChains)
    let ranks = try rows(.claimRanks).map { row -> (claim: Int64, rank: ChainSearch.Rank) in
      (row["claim"], (row["above"], row["below"]))
    }
    let tangled = search.tangled(ranks.map(\.rank)).map { ranks[$0].claim }
    guard !tangled.isEmpty else { return }
    let claims = try rows(.anyClaimsByRow, ["rows": ClaimStore.json(tangled)])
    try add(search.chains(claims.map(Claim.init(row:))))
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
public struct ClashProbe {
  /// Older claims with what they offer of all that is sought.
  public typealias Search = (_ old: [(claim: Claim, offers: [Int64])]) -> [Clash]

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
