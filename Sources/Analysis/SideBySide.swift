import Claims
import Language

/// Clashes that no rule has words for: "the order was lifted in November" against "the plant is still
/// closed under it".
///
/// A trained reader has two claims side by side and says how likely both can hold; where they hint at a
/// clash, it reads the sentences that make them too, since not all of a sentence gets into its claims. It
/// can't say why, and it errs where two names or numbers make all the difference: so the rules go first,
/// and names, amounts, time and modality are looked at as always.
struct SideBySide: Sendable {
  /// How surely two claims must be contrary (MODEL_CARD.md has how many that are as sure are so).
  private static let contrary = 0.94
  /// The same for two claims together with the sentences that make them, which say more of the matter
  /// than the claims do: a tension, and a contradiction from 0.7. Then how far the claims must hint at it
  /// for the sentences to be read.
  private static let contraryAsTold = 0.66
  private static let hinted = 0.2
  private static let shareOfSentences = 0.7

  /// A tension, and a contradiction where hardly one in thirty that are as sure is wrong: from 0.95.
  private static func base(_ contrary: Double) -> Double {
    ContradictionDetector.contradiction + 2 * (contrary - 0.95)
  }

  private static func base(asTold contrary: Double) -> Double {
    ContradictionDetector.contradiction + 0.25 * (contrary - 0.7)
  }

  let detector: ContradictionDetector
  let keys: MatchKeys

  /// The clashes of pairs in which the rules find none.
  func clashes(of pairs: [(Matter, Matter)]) -> [(Matter, Matter, Clash)] {
    let worth = pairs.mapped(isWorthReading)
    let read = zip(pairs, worth).filter { $1.claims || $1.sentences }
    guard !read.isEmpty, let reader = try? ClashReader.shared() else { return [] }
    let answers = reader(read.map { (Self.text($0.0.0.claim), Self.text($0.0.1.claim)) })
    var found: [(Matter, Matter, Clash)] = []
    var known: Set<[String]> = []
    for (((a, b), worth), answer) in zip(read, answers)
    where worth.claims && answer.contrary >= Self.contrary && !isForRules(answer.kind, a, b) {
      let finding = Finding(
        kind: answer.kind, base: Self.base(answer.contrary), scope: 1,
        reason: "no rule sets the two against each other, but a trained reader does",
        reconciledIf: "they speak of different things, times or parts")
      guard let clash = detector.clash(finding, a, b) else { continue }
      found.append((a, b, clash))
      known.insert(Self.sentences(a, b))
    }
    // Sentences that agree in one claim aren't read for another.
    for ((a, b), worth) in zip(pairs, worth) where worth.agree {
      known.insert(Self.sentences(a, b))
    }
    let hinted = zip(read, answers).filter { pair, answer in
      pair.1.sentences && answer.contrary >= Self.hinted
        && !known.contains(Self.sentences(pair.0.0, pair.0.1))
    }.map { (pair: $0.0, contrary: $1.contrary) }
    return found + clashes(asTold: hinted, reader)
  }

  /// The clashes of sentences, each by the claims that say it most clearly.
  private func clashes(
    asTold pairs: [(pair: (Matter, Matter), contrary: Double)], _ reader: ClashReader
  ) -> [(Matter, Matter, Clash)] {
    let grouped = Dictionary(grouping: pairs) { Self.sentences($0.pair.0, $0.pair.1) }
    let groups = grouped.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return zip(groups, reader(groups.map { ($0.key[0], $0.key[1]) })).compactMap { group, answer in
      let (pairs, share) = (group.value, Self.shareOfSentences)
      guard let most = pairs.map(\.contrary).max(),
        case let sure = share * answer.contrary + (1 - share) * most, sure >= Self.contraryAsTold
      else { return nil }
      let finding = Finding(
        kind: answer.kind, base: Self.base(asTold: sure), scope: 1,
        reason:
          "no rule sets the two against each other, but a trained reader of their sentences does",
        reconciledIf: "they speak of different things, times or parts")
      return pairs.filter { pair, contrary in
        contrary == most && !isForRules(answer.kind, pair.0, pair.1)
          // Who is ahead of whom takes two.
          && (answer.kind != "ordering" || names(pair.0).intersection(names(pair.1)).count > 1)
      }
      .compactMap { pair, _ in
        detector.clash(finding, pair.0, pair.1).map { (pair.0, pair.1, $0) }
      }
      .min { ContradictionDetector.isSurer($0.2, $1.2) }
    }
  }

  private static func sentences(_ a: Matter, _ b: Matter) -> [String] {
    [a.claim.evidence.quote, b.claim.evidence.quote].sorted()
  }

  /// Whether the reader errs where the rules don't: it knows neither who may own a thing together nor
  /// what one thing does to several, takes "shrinks" for the contrary of "is gone", and Chinese firms
  /// for rivals of China; and it says that there are none or all where no one counts.
  private func isForRules(_ kind: String, _ a: Matter, _ b: Matter) -> Bool {
    if deniesMore(a, b) || deniesMore(b, a) || isStillBehind(a, b) || isStillBehind(b, a)
      || liesIn(a, b) || liesIn(b, a)
    {
      return true
    }
    let isOfOne = !a.subject.names.isDisjoint(with: b.subject.names)
    return switch kind {
    case "trend_state": true
    case "functional": a.relation == b.relation && detector.knows(a.relation)
    case "superlative": !shareAField(a, b) || isOfOne
    case "ordering": isOfOne && a.frame == b.frame && a.pole == b.pole
    case "quantifier": !areOfOneParty(a, b) || ![a, b].contains(where: saysHowMany)
    case "opposed_effect": a.subject.words == b.subject.words || !areOfOneParty(a, b)
    default: !areOfOneParty(a, b)
    }
  }

  /// Whether the one claim holds wherever what the other denies does, by the vocabulary: who uses a part
  /// need not rely on it, and what is touched need not rise.
  private func deniesMore(_ positive: Matter, _ negative: Matter) -> Bool {
    positive.isPositive && !negative.isPositive
      && (positive.follows(from: negative)
        || keys.words.phrase(positive.claim.relation, isIn: "affecting"))
  }

  /// Who leads, and that the other hasn't drawn level: the two say one thing.
  private func isStillBehind(_ lead: Matter, _ denial: Matter) -> Bool {
    guard lead.standing?.sort == .lead, !denial.isPositive else { return false }
    let classes = keys.words.phraseClasses(of: denial.relation)
    return !classes.isDisjoint(with: ["parity", "closed"])
  }

  /// Whether a place that only the one names lies in one that only the other names.
  private func liesIn(_ a: Matter, _ b: Matter) -> Bool {
    let (x, y) = (names(a), names(b))
    return x.subtracting(y).contains { !keys.ancestors(of: $0).isDisjoint(with: y.subtracting(x)) }
  }

  private func saysHowMany(_ matter: Matter) -> Bool {
    [matter.claim.subject, matter.claim.object, matter.claim.scope].compactMap(\.self).contains {
      Quantifier($0, words: keys.words) != nil
    }
  }

  /// Whether what both are largest of has a word in common.
  private func shareAField(_ a: Matter, _ b: Matter) -> Bool {
    let ranks = keys.words["rank"]
    return !a.whole.words.intersection(b.whole.words).isSubset(of: ranks)
  }

  /// A claim as the reader has learnt to read it.
  static func text(_ claim: Claim) -> String {
    var text = claim.modality == .asserted ? "" : "\(claim.modality.rawValue): "
    if claim.polarity == .negative { text += "not: " }
    text += [claim.subject, claim.relation, claim.object].filter { !$0.isEmpty }
      .joined(separator: " ")
    let held = [claim.scope, claim.time].compactMap(\.self)
    return held.isEmpty ? text : text + " (\(held.joined(separator: ", ")))"
  }

  /// What of two claims is worth reading, and whether they agree as far as they go.
  private struct Worth {
    var claims = false
    var sentences = false
    var agree = false
  }

  /// Whether the two may be of one matter and one time: to read takes ten times as long as to judge.
  private func isWorthReading(_ pair: (Matter, Matter)) -> Worth {
    let (a, b) = pair
    var worth = Worth()
    // Who says both in one text has seen them together, and the reader has not.
    guard a.claim.evidence.insight != b.claim.evidence.insight,
      ModalityGate.value(a.claim, b.claim) >= ContradictionDetector.contradiction
    else { return worth }
    // The first phase of a project has less than the whole of it.
    guard a.amount == nil || b.amount == nil || isOfAPhase(a) == isOfAPhase(b) else {
      return worth
    }
    guard !differInFulness(a, b) else {
      worth.agree = a.claim.polarity == b.claim.polarity
      return worth
    }
    // Amounts are for the rules, unless they can't agree and nobody denies one.
    if let x = a.amount, let y = b.amount, x.unit == y.unit {
      if x.canAgree(with: y) || a.claim.polarity != b.claim.polarity { return worth }
    }
    if case .different = TimeGate(a, b) { return worth }
    // Of names alone nobody knows what they have in common.
    guard let p = a.told?.words, let q = b.told?.words else { return worth }
    worth.claims = haveMuchInCommon(a, b)
    worth.sentences = haveMuchInCommon(p, asTold: q)
    return worth
  }

  private func isOfAPhase(_ matter: Matter) -> Bool {
    let said = rawWords(
      "\(matter.claim.subject) \(matter.claim.object) \(matter.claim.scope ?? "")")
    return said.contains { keys.words["phase"].contains(stem($0)) }
  }

  /// Whether two sentences have at least three words in common, and a third of those of the shorter.
  private func haveMuchInCommon(_ p: Set<String>, asTold q: Set<String>) -> Bool {
    let both = p.intersection(q).count
    return both > 2 && 3 * both >= min(p.count, q.count)
  }

  /// Whether half the words of the one that says less are in the other.
  private func haveMuchInCommon(_ a: Matter, _ b: Matter) -> Bool {
    let (p, q) = (said(a), said(b))
    return 2 * p.intersection(q).count >= min(p.count, q.count)
  }

  /// Whether the one only says more of the same things: a ban of drones, leave for heavy drones. What
  /// comes of that is for the rules.
  private func differInFulness(_ a: Matter, _ b: Matter) -> Bool {
    a.relation == b.relation
      && zip([a.subject, a.whole], [b.subject, b.whole]).allSatisfy { x, y in
        x.words.isSubset(of: y.words) || y.words.isSubset(of: x.words)
      }
  }

  /// Whether whoever one is of comes up in the other, and neither has a name or the opposite of a word
  /// where the other has another: "inside China", "outside China".
  private func areOfOneParty(_ a: Matter, _ b: Matter) -> Bool {
    let (x, y) = (names(a), names(b))
    guard x.isSubset(of: y) || y.isSubset(of: x) else { return false }
    let (p, q) = (said(a), said(b))
    guard !a.subject.words.isDisjoint(with: q), !b.subject.words.isDisjoint(with: p) else {
      return false
    }
    guard !p.symmetricDifference(q).contains(where: MatchKeys.isOutside) else { return false }
    return !Opposites.builtIn.areOpposite(p.subtracting(q), q.subtracting(p))
  }

  private func said(_ matter: Matter) -> Set<String> {
    matter.subject.words.union(matter.whole.words)
  }

  private func names(_ matter: Matter) -> Set<String> {
    [matter.subject, matter.object, matter.scope].compactMap(\.self).reduce(into: []) {
      $0.formUnion($1.names)
    }
  }
}
