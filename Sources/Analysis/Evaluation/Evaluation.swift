import Claims

/// How an extractor's claims compare with those an analyst would have written.
///
/// Matching is lenient and slot by slot, one claim to one, because two people never use the same
/// words; whether polarity and the other qualifiers are right is asked of the matched claims only.
public struct Evaluation: Sendable {
  public internal(set) var insights = 0
  /// Every slot shares at least half of its words.
  public internal(set) var lenient = Score()
  /// Every slot has the same words.
  public internal(set) var strict = Score()
  /// Subject and object agree, however the relation is called.
  public internal(set) var arguments = Score()
  public internal(set) var polarity = Share()
  public internal(set) var negatives = Share()
  public internal(set) var modality = Share()
  public internal(set) var scope = Score()
  public internal(set) var time = Score()
  public internal(set) var attribution = Score()
  /// Every claim made, with whether the gold has it; for fitting confidences.
  public internal(set) var judged: [(made: Extracted.Made, isRight: Bool)] = []
  var findings: [ErrorFinding] = []

  public init() {}

  /// The kinds of error, the costliest first.
  public var errors: [ErrorGroup] { ErrorGroup.groups(of: findings) }
}

/// Compares what an extractor made with the gold, insight by insight.
public struct Evaluator: Sendable {
  let bags: WordBags

  public init(vocabulary: Vocabulary) { bags = WordBags(vocabulary: vocabulary) }

  public func evaluation(of pairs: [(gold: GoldInsight, extracted: Extracted)]) -> Evaluation {
    var out = Evaluation()
    for (gold, extracted) in pairs { add(gold, extracted, to: &out) }
    return out
  }

  private func add(_ gold: GoldInsight, _ extracted: Extracted, to out: inout Evaluation) {
    let made = extracted.made.map { slots(of: $0.claim) }
    let wordings = gold.claims.map { GoldWordings($0, bags: bags) }
    let all = made.indices.flatMap { p in
      wordings.indices.map { g in
        Pairing(made: p, gold: g, scores: wordings[g].scores(of: made[p]))
      }
    }
    func score(_ pairs: [Pairing]) -> Score {
      Score(matched: pairs.count, made: made.count, gold: wordings.count)
    }
    let matched = all.best(by: \.total, where: \.isLenient)
    let right = Set(matched.map(\.made))
    out.judged += extracted.made.enumerated().map { ($1, right.contains($0)) }
    out.insights += 1
    out.lenient = out.lenient + score(matched)
    out.strict = out.strict + score(all.best(by: \.total, where: \.isStrict))
    out.arguments =
      out.arguments
      + score(all.best(by: { $0.subject + $0.object }, where: \.argumentsAgree))
    for pair in matched {
      addQualifiers(of: extracted.made[pair.made].claim, gold.claims[pair.gold], to: &out)
    }
    out.findings += ErrorFinder(
      gold: gold, extracted: extracted, made: made, bags: bags, pairings: all, matched: matched
    ).findings()
  }

  private func slots(of claim: Claim) -> SlotBags {
    SlotBags(
      subject: bags.bag(claim.subject), relation: bags.relation(claim.relation),
      object: bags.bag(claim.object), isPassive: rawWords(claim.relation).contains("by"))
  }

  private func addQualifiers(of claim: Claim, _ gold: GoldClaim, to out: inout Evaluation) {
    let agrees = claim.polarity == gold.polarity
    out.polarity.of += 1
    out.polarity.right += agrees ? 1 : 0
    if gold.polarity == .negative {
      out.negatives.of += 1
      out.negatives.right += agrees ? 1 : 0
    }
    out.modality.of += 1
    out.modality.right += claim.modality == gold.modality ? 1 : 0
    func score(_ made: String?, _ gold: String?) -> Score {
      Score(
        matched: bags.agree(made, gold) ? 1 : 0, made: made == nil ? 0 : 1,
        gold: gold == nil ? 0 : 1)
    }
    out.scope = out.scope + score(claim.scope, gold.scope)
    out.time = out.time + score(claim.time, gold.time)
    out.attribution = out.attribution + score(claim.attribution, gold.attribution)
  }
}

extension WordBags {
  /// Whether a qualifier was found: both say something, and at least half of it is the same.
  func agree(_ made: String?, _ gold: String?) -> Bool {
    guard let made, let gold else { return false }
    return bag(made).likeness(to: bag(gold)) >= SlotScores.half
  }
}
