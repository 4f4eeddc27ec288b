import Claims

/// Finds claims that can't both hold: a pure function of claims and a vocabulary.
///
/// Claims are first put into blocks that share a frame and a party, because comparing all pairs
/// would take the square of a store. Typed rules then give a base score, and the gates (scope,
/// time, modality, entity) multiply it. Words in common never make a clash by themselves.
public struct ContradictionDetector: Sendable {
  static let contradiction = 0.7
  static let tension = 0.4

  private let vocabulary: Vocabulary
  fileprivate let reader: MatterReader
  private let rules: [any Rule]

  public init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    reader = MatterReader(vocabulary: vocabulary)
    let context = RuleContext(vocabulary: vocabulary, keys: reader.keys)
    rules = [
      NegationRule(context: context), AntonymRule(context: context),
      OrderingRule(context: context), TrendStateRule(context: context),
      SuperlativeRule(context: context), FunctionalRule(context: context),
      NumericRule(context: context), QuantifierRule(context: context),
      OpposedEffectRule(context: context), ContrastRule(context: context),
    ]
  }

  /// Every clash among the claims, surest first, then by the ids of the two.
  public func clashes(among claims: [Claim]) -> [Clash] {
    (probe(claims).clashes(against: []) + chains(among: claims)).sorted(by: Self.isSurer)
  }

  /// The clashes of two, of new claims with older ones, and of the new ones with each other.
  public func clashes(of new: [Claim], against old: [Claim]) -> [Clash] {
    let fresh = Set(new)
    let old = probe(old.filter { !fresh.contains($0) })
    return probe(new).clashes(against: zip(old.matters.map(\.claim), old.offers).map { ($0, $1) })
  }

  /// New claims made ready to be compared.
  public func probe(_ claims: [Claim]) -> Probe { Probe(claims, detector: self) }

  /// Of claims that offer one thing a new claim is compared with so many, the latest that came.
  ///
  /// A bound rather than all, because ten thousand claims of one matter would make a hundred
  /// million comparisons and more clashes than anyone reads.
  public static let reach = 32

  /// New claims, and what they and others have to offer to clash.
  public struct Probe: Sendable {
    private let detector: ContradictionDetector
    fileprivate let matters: [Matter]
    /// For each claim, in order.
    public let offers: [[Int64]]
    public let seeks: [[Int64]]
    /// How many of these are sought for the rules; the others only for the reader of sentences.
    private let soughtForRules: [Int]
    /// Whom each sets above whom, if so, for ``ContradictionDetector/tangled(_:)``.
    public let ranks: [(above: Int64, below: Int64)?]

    init(_ claims: [Claim], detector: ContradictionDetector) {
      self.detector = detector
      matters = detector.matters(claims)
      let blocks = matters.mapped(detector.blocks)
      offers = blocks.map(\.offers)
      seeks = blocks.map { $0.seeks + $0.telling }
      soughtForRules = blocks.map(\.seeks.count)
      ranks = matters.mapped(detector.rank)
    }

    /// The clashes with older claims and of the new ones with each other, surest first.
    public func clashes(against old: [(claim: Claim, offers: [Int64])]) -> [Clash] {
      let all = detector.matters(old.map(\.claim)) + matters
      let places = pairs(with: old.map(\.offers))
      // Some at a time, because a place for the clash of each pair takes far more room than the pair.
      let some = 16_384
      var found: [Clash] = []
      var start = 0
      while start < places.count {
        var end = min(places.count, start + some)
        // What the claims of one text meet is looked at together.
        func insight(_ place: Int) -> String { all[places[place].new].claim.evidence.insight }
        while end < places.count, insight(end) == insight(end - 1) { end += 1 }
        func pairs(forRules: Bool) -> [(Matter, Matter)] {
          places[start..<end].filter { $0.isForRules == forRules }.map {
            (all[$0.old], all[$0.new])
          }
        }
        found += clashes(of: pairs(forRules: true), toldAlike: pairs(forRules: false))
        start = end
      }
      return found.sorted(by: ContradictionDetector.isSurer)
    }

    /// The clashes of pairs, and of others that only their sentences bring together.
    private func clashes(
      of pairs: [(Matter, Matter)], toldAlike: [(Matter, Matter)]
    ) -> [Clash] {
      let judged = pairs.mapped { detector.judge($0.0, $0.1) }
      var found = zip(pairs, judged).compactMap { pair, clash in clash.map { (pair.0, pair.1, $0) }
      }
      // What the rules find nothing in may be said in other words, and what they find in words alike
      // may be of two matters.
      let words = InOtherWords(detector: detector, keys: detector.reader.keys)
      let unjudged = zip(pairs, judged).filter { $1 == nil }.map(\.0)
      let reworded = words.clashes(of: unjudged)
      found += zip(unjudged, reworded).compactMap { pair, clash in
        clash.map { (pair.0, pair.1, $0) }
      }
      let sideBySide = SideBySide(detector: detector, keys: detector.reader.keys)
      found = sideBySide.weighed(found)
      // What seems to be of two matters by its claims may be of one by its sentences.
      let apart = words.areApart(found)
      let kept = zip(found, apart).filter { !$1 }.map(\.0.2)
      let read = sideBySide.clashes(
        of: zip(unjudged, reworded).filter { $1 == nil }.map(\.0),
        toldAlike: toldAlike + zip(found, apart).filter { $1 }.map { ($0.0.0, $0.0.1) },
        besides: kept)
      return kept + read.map(\.2)
    }

    /// Places of two claims of which the new one seeks what the old one offers.
    private struct Pair {
      var old: Int
      var new: Int
      /// Whether it is sought for the rules too.
      var isForRules: Bool
    }

    private func pairs(with old: [[Int64]]) -> [Pair] {
      let wanted = Set(seeks.joined())
      var offering: [Int64: [Int]] = [:]
      func offer(_ blocks: [Int64], at place: Int) {
        for block in blocks where wanted.contains(block) {
          offering[block, default: []].append(place)
        }
      }
      for (place, blocks) in old.enumerated() { offer(blocks, at: place) }
      var pairs: [Pair] = []
      for n in matters.indices {
        let place = old.count + n
        var met: Set<Int> = []
        for (number, block) in seeks[n].enumerated() {
          for earlier in offering[block]?.suffix(reach) ?? [] where met.insert(earlier).inserted {
            pairs.append(
              Pair(old: earlier, new: place, isForRules: number < soughtForRules[n]))
          }
        }
        offer(offers[n], at: place)
      }
      return pairs
    }
  }

  /// Surest first, then by the ids of the two, then pairs before chains.
  static func isSurer(_ x: Clash, _ y: Clash) -> Bool {
    if x.score != y.score { return x.score > y.score }
    if x.a.id != y.a.id { return x.a.id < y.a.id }
    if x.b.id != y.b.id { return x.b.id < y.b.id }
    if x.a != y.a { return x.a.precedes(y.a) }
    if x.b != y.b { return x.b.precedes(y.b) }
    return x.chain.map(\.id).lexicographicallyPrecedes(y.chain.map(\.id))
  }

  func ranking(_ matter: Matter) -> Ranking? {
    Ranking(matter, words: reader.keys.words, vocabulary: vocabulary)
  }

  /// Changes whenever the rules or the vocabulary do, and what was found before may not hold.
  public var fingerprint: String { reader.fingerprint }

  /// The clash of two claims, if they clash; the earlier one comes first in it.
  func judge(_ a: Claim, _ b: Claim) -> Clash? {
    let pair = matters([a, b])
    return judge(pair[0], pair[1])
  }

  func matter(of claim: Claim) -> Matter { reader.matter(of: claim) }

  func matters(_ claims: [Claim]) -> [Matter] {
    claims.mapped(reader.matter(of:))
  }

  private func blocks(_ matter: Matter) -> Blocks {
    Blocks(matter, keys: reader.keys, vocabulary: vocabulary)
  }

  /// The clash of two claims that are so surely read as they stand here.
  func judge(_ one: Matter, _ other: Matter, sureness: Double = 1) -> Clash? {
    guard let (a, b) = comparable(one, other) else { return nil }
    let all = a.readings.flatMap { x in
      // What two deeds lead to is up to both; only beside a state does the outcome of one count.
      b.readings.filter { !(x.isOutcome && $0.isOutcome) }.flatMap { y in
        rules.compactMap { $0.finding(x, y) }.compactMap {
          clash($0, x, y, of: (a.claim, b.claim), sureness)
        }
      }
    }
    // A clash of one time outweighs an update; of equals the first rule's stands.
    return all.enumerated().max { x, y in
      let (p, q) = (x.element.label == .update, y.element.label == .update)
      if p != q { return p }
      if x.element.score != y.element.score { return x.element.score < y.element.score }
      return x.offset > y.offset
    }?.element
  }

  /// The two, the earlier first; nil where they are said together.
  private func comparable(_ one: Matter, _ other: Matter) -> (Matter, Matter)? {
    let (a, b) = one.claim.precedes(other.claim) ? (one, other) : (other, one)
    return areOnePredication(a.claim, b.claim) || isToldOfIts(a, b) ? nil : (a, b)
  }

  /// "Poland and Sweden lead the push" is said of the two together.
  private func areOnePredication(_ a: Claim, _ b: Claim) -> Bool {
    !a.evidence.quote.isEmpty && a.evidence == b.evidence
      && a.surface.relation == b.surface.relation
      && a.polarity == b.polarity && a.attribution == b.attribution
  }

  /// "Lifted its ban" tells of the ban too, which was there to be lifted.
  private func isToldOfIts(_ a: Matter, _ b: Matter) -> Bool {
    !a.claim.evidence.quote.isEmpty && a.claim.evidence == b.claim.evidence
      && a.isChange != b.isChange
  }

  /// Whether the vocabulary has the relation, and so what can't hold beside it.
  func knows(_ relation: String) -> Bool { vocabulary.relations[relation] != nil }

  /// The clash that something found in the two makes of them as they stand here.
  func clash(_ finding: Finding, _ one: Matter, _ other: Matter) -> Clash? {
    guard let (a, b) = comparable(one, other) else { return nil }
    return clash(finding, a, b, of: (a.claim, b.claim), 1)
  }

  private func clash(
    _ finding: Finding, _ a: Matter, _ b: Matter, of claims: (a: Claim, b: Claim),
    _ sureness: Double
  ) -> Clash? {
    var gates = Clash.Gates(
      scope: finding.scope * Basis(scope: a.claim.scope).value(Basis(scope: b.claim.scope)),
      time: 1,
      modality: finding.modality ?? ModalityGate.value(a.claim, b.claim),
      entity: finding.entity * a.sureness * b.sureness * sureness)
    let strength = finding.base * gates.scope * gates.entity
    let pair = "“\(a.claim.sentence)” against “\(b.claim.sentence)”"
    if let firstIsLater = order(finding, a, b) {
      guard let kind = finding.updateKind, strength >= Self.tension else { return nil }
      gates.time = 0
      let (before, after) = firstIsLater ? (b, a) : (a, b)
      // What is only meant to come takes no place yet.
      if kind == "supersession", before.claim.modality == .asserted,
        after.claim.modality != .asserted
      {
        return nil
      }
      return Clash(
        label: .update, kind: kind, score: rounded(strength),
        why: "Later “\(after.claim.sentence)” takes the place of “\(before.claim.sentence)”.",
        gates: gates,
        reconciledIf: "Both held, one after the other.", a: claims.a, b: claims.b)
    }
    let score = rounded(strength * gates.modality)
    guard score >= Self.tension else { return nil }
    return Clash(
      label: score >= Self.contradiction ? .contradiction : .tension, kind: finding.kind,
      score: score, why: "\(pair): \(finding.reason).", gates: gates,
      reconciledIf: sentence(finding.reconciledIf), a: claims.a, b: claims.b)
  }

  /// Whether the first is the later of two that are of different times, or of which one corrects
  /// the other; nil where both are of one time.
  private func order(_ finding: Finding, _ a: Matter, _ b: Matter) -> Bool? {
    if finding.isCorrection {
      return (a.claim.evidence.published ?? "") > (b.claim.evidence.published ?? "")
    }
    if !finding.isTimeless, case .different(let firstIsLater) = TimeGate(a, b) {
      return firstIsLater
    }
    return nil
  }

  private func rounded(_ score: Double) -> Double { (score * 1000).rounded() / 1000 }

  private func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}
