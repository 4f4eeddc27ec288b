import Claims

/// The few insights that a day's reading should not miss, each with the reason it is here.
public struct Brief: Sendable {
  public struct Item: Hashable, Sendable {
    /// The claim of the insight that tells most.
    public var claim: Claim
    /// Why it is here, the weightiest first.
    public var reasons: [String]
    public var score: Double
    public var isDissent: Bool
    /// Its insight's other claims, and what they were compared with.
    public var related: [RelatedClaim] = []
  }

  public var items: [Item]
  /// Insights that were looked at.
  public var considered: Int

  /// What is known around the candidates.
  public struct Ground {
    /// Clashes that a person has not dismissed.
    public var clashes: [Clash]
    /// Ids of claims that a judgment of an open session rests on.
    public var judged: Set<String>
    /// The watched question that each claim, by id, is a hit of.
    public var hits: [String: String]
    /// Claims that say the same as each candidate, by its id, itself among them.
    public var alike: [String: [Claim]]
    /// Documents and insights that briefs have told.
    public var told: Set<[String]>

    public init(
      clashes: [Clash], judged: Set<String>, hits: [String: String], alike: [String: [Claim]],
      told: Set<[String]> = []
    ) {
      self.clashes = clashes
      self.judged = judged
      self.hits = hits
      self.alike = alike
      self.told = told
    }
  }

  /// The best `count` of the candidates: at most two of a document, one of a statement, a clash or a
  /// sentence, and a dissent if there is one.
  public init(of candidates: [Claim], ground: Ground, count: Int, reader: StatementReader) {
    let clashes = Dictionary(
      grouping: ground.clashes.flatMap { clash in clash.claims.map { ($0.id, clash) } }, by: \.0
    ).mapValues { $0.map(\.1) }
    var best: [[String]: Item] = [:]
    for claim in candidates where !Self.isEcho(claim, ground) {
      let item = Self.item(claim, clashes[claim.id] ?? [], ground)
      guard !item.reasons.isEmpty else { continue }
      if let known = best[claim.place], known.score >= item.score { continue }
      best[claim.place] = item
    }
    let ranked = best.values.sorted {
      $0.score != $1.score ? $0.score > $1.score : $0.claim.precedes($1.claim)
    }
    var chosen: [Item] = []
    func fits(_ item: Item) -> Bool {
      let document = item.claim.evidence.document
      let partners = (clashes[item.claim.id] ?? []).flatMap(\.claims).map(\.id)
      return chosen.count { $0.claim.evidence.document == document } < 2
        && !chosen.contains { other in
          // The other side of a clash is told with it.
          partners.contains(other.claim.id)
            || reader.statement(other.claim) == reader.statement(item.claim)
            || Origins.areAlike(other.claim, item.claim)
        }
    }
    for item in ranked where chosen.count < count && fits(item) { chosen.append(item) }
    if !chosen.contains(where: \.isDissent), chosen.count == count, !chosen.isEmpty {
      let last = chosen.removeLast()
      chosen.append(ranked.first { $0.isDissent && fits($0) } ?? last)
    }
    items = chosen
    considered = Set(candidates.map(\.place)).count
  }

  /// Whether it repeats what was told, of the same origin: another who says so is news, an echo is none.
  private static func isEcho(_ claim: Claim, _ ground: Ground) -> Bool {
    guard let alike = ground.alike[claim.id],
      alike.contains(where: { ground.told.contains($0.place) })
    else { return false }
    return Origins(of: alike + [claim]).all.contains { origin in
      origin.claims.contains { $0.id == claim.id }
        && origin.claims.contains { ground.told.contains($0.place) }
    }
  }

  private static func item(_ claim: Claim, _ clashes: [Clash], _ ground: Ground) -> Item {
    var reasons: [(weight: Double, text: String)] = []
    func other(_ clash: Clash) -> Claim { clash.a.id == claim.id ? clash.b : clash.a }
    if let clash = clashes.filter({ $0.label != .update }).max(by: { $0.score < $1.score }) {
      reasons.append((clash.score, "\(other(clash).voice) says otherwise"))
    }
    if let clash = clashes.first(where: { ground.judged.contains(other($0).id) }) {
      reasons.append((0.6, "against what you judged by: \(other(clash).evidence.insight)"))
    }
    if let clash = clashes.first(where: { $0.label == .update && !claim.precedes(other($0)) }) {
      reasons.append((0.7 * clash.score, "takes the place of what \(other(clash).voice) said"))
    }
    if let watch = ground.hits[claim.id] { reasons.append((0.6, "you watch “\(watch)”")) }
    let alike = ground.alike[claim.id] ?? [claim]
    let origins = Origins(of: alike + [claim]).all.count
    if origins > 1 {
      reasons.append((0.1 * Double(min(origins, 4)), "\(origins) independent origins say so"))
    } else if !alike.contains(where: { $0.precedes(claim) }) {
      reasons.append((0.3, "nobody said so before"))
    }
    let trust = (claim.grade ?? .unjudged).weight
    let score =
      reasons.reduce(0) { $0 + $1.weight } * (0.4 + specificity(claim)) * trust
      * claim.confidence
    return Item(
      claim: claim, reasons: reasons.sorted { $0.weight > $1.weight }.map(\.text),
      score: (score * 1000).rounded() / 1000, isDissent: clashes.contains { $0.label != .update })
  }

  /// How much a claim pins down, from 0 to 1: names, amounts, times, and that it is asserted.
  private static func specificity(_ claim: Claim) -> Double {
    let signs = [
      claim.subject.contains(where: \.isUppercase), claim.object.contains(where: \.isUppercase),
      claim.quantity != nil || claim.object.contains(where: \.isNumber), claim.time != nil,
      claim.scope != nil, claim.modality == .asserted,
    ]
    return Double(signs.count { $0 }) / Double(signs.count)
  }
}

extension Brief: Encodable {
  private enum Key: String, CodingKey { case considered, items }

  private struct Told: Encodable {
    var claim: Claim
    var reasons: [String]
    var score: Double
    var related: [RelatedClaim]
  }

  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: Key.self)
    try c.encode(considered, forKey: .considered)
    try c.encode(
      items.map {
        Told(claim: $0.claim, reasons: $0.reasons, score: $0.score, related: $0.related)
      }, forKey: .items)
  }
}
