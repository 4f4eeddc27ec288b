/// How well the three slots of a claim agree with a gold claim, each 0 to 1.
struct SlotScores: Sendable, Hashable {
  var subject = 0.0
  var relation = 0.0
  var object = 0.0

  var total: Double { subject + relation + object }
  private var worst: Double { min(subject, relation, object) }

  /// Every slot shares at least half of its words.
  var isLenient: Bool { worst >= Self.half }
  /// Every slot has the same words.
  var isStrict: Bool { worst >= 0.999 }
  /// Subject and object agree, however the relation is called.
  var argumentsAgree: Bool { min(subject, object) >= Self.half }

  static let half = 0.5
}

/// A claim's slots as bags.
struct SlotBags: Sendable {
  var subject: WordBag
  var relation: WordBag
  var object: WordBag
  /// Whether the relation names its agent with "by", so that subject and object may have changed places.
  var isPassive = false
}

/// The ways a gold claim may be worded: its own and its alternatives.
struct GoldWordings: Sendable {
  private var triples: [(subject: WordBag, relations: [WordBag], object: WordBag)] = []

  init(_ claim: GoldClaim, bags: WordBags) {
    let surface = claim.surface.map(bags.relation)
    let own = GoldClaim.Alternative(
      subject: claim.subject, relation: claim.relation, object: claim.object)
    triples = ([own] + (claim.alternatives ?? [])).map {
      (
        bags.bag($0.subject), [bags.relation($0.relation)] + (surface.map { [$0] } ?? []),
        bags.bag($0.object)
      )
    }
  }

  /// The scores against the wording that fits best.
  func scores(of claim: SlotBags) -> SlotScores {
    var best = SlotScores()
    for triple in triples {
      let relation = triple.relations.map(claim.relation.likeness).max() ?? 0
      for (s, o) in [(claim.subject, claim.object), (claim.object, claim.subject)]
        .prefix(claim.isPassive ? 2 : 1)
      {
        let found = SlotScores(
          subject: s.likeness(to: triple.subject), relation: relation,
          // A plain change, "capacity tripled", may be told with more.
          object: triple.object.isEmpty && !o.isEmpty
            ? SlotScores.half : o.likeness(to: triple.object))
        if (found.isLenient ? 1 : 0, found.total) > (best.isLenient ? 1 : 0, best.total) {
          best = found
        }
      }
    }
    return best
  }
}
