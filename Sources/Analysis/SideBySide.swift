import Claims
import Language

/// Clashes that no rule has words for: "the order was lifted in November" against "the plant is still
/// closed under it".
///
/// A trained reader has two claims side by side and says how likely both can hold. It can't say why, and
/// it errs where two names or numbers make all the difference: so the rules go first, what it finds is
/// rarely more than a tension, and names, amounts, time and modality are looked at as always.
struct SideBySide: Sendable {
  /// How surely two claims must be contrary. Of pairs made to mislead nine in ten that are as sure are so
  /// (MODEL_CARD.md).
  private static let contrary = 0.9

  /// A tension, and a contradiction where hardly one in thirty that are as sure is wrong: from 0.95.
  private static func base(_ contrary: Double) -> Double {
    ContradictionDetector.contradiction + 2 * (contrary - 0.95)
  }

  let detector: ContradictionDetector
  let keys: MatchKeys

  /// The clashes of pairs in which the rules find none.
  func clashes(of pairs: [(Matter, Matter)]) -> [(Matter, Matter, Clash)] {
    let worth = pairs.mapped(isWorthReading)
    let read = zip(pairs, worth).filter(\.1).map(\.0)
    guard !read.isEmpty, let reader = try? ClashReader.shared() else { return [] }
    let answers = reader(read.map { (Self.text($0.claim), Self.text($1.claim)) })
    return zip(read, answers).compactMap { pair, answer in
      let (a, b) = pair
      guard answer.contrary >= Self.contrary, !isForRules(answer.kind, a, b) else {
        return nil
      }
      let finding = Finding(
        kind: answer.kind, base: Self.base(answer.contrary), scope: 1,
        reason: "no rule sets the two against each other, but a trained reader does",
        reconciledIf: "they speak of different things, times or parts")
      return detector.clash(finding, a, b).map { (a, b, $0) }
    }
  }

  /// Whether the reader errs where the rules don't: it knows neither who may own a thing together nor
  /// what one thing does to several, takes "shrinks" for the contrary of "is gone", and Chinese firms
  /// for rivals of China; and it says that there are none or all where no one counts.
  private func isForRules(_ kind: String, _ a: Matter, _ b: Matter) -> Bool {
    if deniesMore(a, b) || deniesMore(b, a) { return true }
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

  /// Whether the two may be of one matter and one time: to read takes ten times as long as to judge.
  private func isWorthReading(_ pair: (Matter, Matter)) -> Bool {
    let (a, b) = pair
    // Who says both in one text has seen them together, and the reader has not.
    guard isDescribed(a), isDescribed(b), a.claim.evidence.insight != b.claim.evidence.insight,
      ModalityGate.value(a.claim, b.claim) >= ContradictionDetector.contradiction,
      !differInFulness(a, b)
    else { return false }
    // Amounts are for the rules, unless they can't agree and nobody denies one.
    if let x = a.amount, let y = b.amount, x.unit == y.unit {
      if x.canAgree(with: y) || a.claim.polarity != b.claim.polarity { return false }
    }
    if case .different = TimeGate(a, b) { return false }
    return haveMuchInCommon(a, b)
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

  /// Whether it says more than names do: of names alone nobody knows what they have in common.
  private func isDescribed(_ matter: Matter) -> Bool {
    [matter.claim.subject, matter.claim.object].contains(where: keys.isDescribed)
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
