import Claims
import Language

/// Clashes that no rule has words for: "the order was lifted in November" against "the plant is still
/// closed under it".
///
/// A trained reader has two claims side by side and says how likely both can hold; and it reads two sentences
/// that share words few others do, since not all of a sentence gets into its claims. It can't say why, and it
/// errs where two names or numbers make all the difference: so the rules go first, and names, amounts, time
/// and modality are looked at as always.
struct SideBySide: Sendable {
  /// How surely two claims must be contrary (MODEL_CARD.md has how many that are as sure are so).
  private static let contrary = 0.945
  /// The same for the sentences that make two claims, which say more of the matter: a tension, and a contradiction
  /// from 0.56, or from 0.53 together with their claims.
  private static let contraryAsTold = 0.45
  private static let shareOfSentences = 0.7
  /// Two sentences that are so surely contrary may say it in words that their claims don't have.
  private static let clearlyContrary = 0.56
  private static let beyondDoubt = 0.87
  /// The same where the rules know more of the matter.
  private static let surely = 0.75
  /// How surely what one of two sentences says must have taken the place of what the other does, and how many days
  /// after it (nearly all sources that differ do so within two months).
  private static let replaced = 0.6
  private static let apart = 62
  /// Claims that are less surely contrary may not be what the sentences are contrary in.
  private static let hardly = 0.15
  /// How surely the claims must be contrary that say it less clearly than others of the two sentences.
  private static let halfway = 0.3

  /// A tension, and a contradiction where hardly one in thirty that are as sure is wrong: from 0.95.
  private static func base(_ contrary: Double) -> Double {
    ContradictionDetector.contradiction + 2 * (contrary - 0.95)
  }

  private static func base(asTold told: Double, _ claims: Double) -> Double {
    let together = shareOfSentences * told + (1 - shareOfSentences) * claims - 0.53
    let clearly = min(told - clearlyContrary, claims - hardly)
    return ContradictionDetector.contradiction + 0.25 * max(clearly, together)
  }

  let detector: ContradictionDetector
  let keys: MatchKeys

  /// The clashes of pairs in which the rules find none, and of others that only their sentences bring together,
  /// of sentences in which the rules find nothing else.
  func clashes(
    of pairs: [(Matter, Matter)], toldAlike: [(Matter, Matter)], besides judged: [Clash]
  ) -> [(Matter, Matter, Clash)] {
    let all = pairs + toldAlike
    var worth = all.mapped(isWorthReading)
    for place in pairs.count..<all.count { worth[place].claims = false }
    guard worth.contains(where: { $0.claims || $0.sentences || $0.update }),
      let reader = try? ClashReader.shared()
    else { return [] }
    var known = Set(judged.map { Self.sentences($0.a, $0.b) })
    var found: [(Matter, Matter, Clash)] = []
    let read = zip(all, worth).filter { $1.claims }.map(\.0)
    for ((a, b), answer) in zip(read, reader(read.map(Self.texts)))
    where answer.contrary >= Self.contrary && !isForRules(answer.kind, a, b) {
      let finding = Finding(
        kind: answer.kind, base: Self.base(answer.contrary), scope: 1,
        reason: "no rule sets the two against each other, but a trained reader does",
        reconciledIf: "they speak of different things, times or parts")
      guard let clash = detector.clash(finding, a, b) else { continue }
      found.append((a, b, clash))
      known.insert(Self.sentences(a.claim, b.claim))
    }
    // Sentences that agree in one claim aren't read for another.
    for ((a, b), worth) in zip(all, worth) where worth.agree {
      known.insert(Self.sentences(a.claim, b.claim))
    }
    let told = zip(all, worth).filter { pair, worth in
      (worth.sentences || worth.update)
        && !known.contains(Self.sentences(pair.0.claim, pair.1.claim))
    }.map(\.0)
    return weighed(found) + clashes(asTold: nearest(told), reader)
  }

  /// Of how many sentences at most a new one is read beside: to read takes a few milliseconds.
  private static let mostRead = 8

  /// The pairs of each new sentence with those that share most words with it, above all such as few others do.
  private func nearest(_ pairs: [(Matter, Matter)]) -> [(Matter, Matter)] {
    Dictionary(grouping: pairs) { $0.1.claim.evidence.quote }.values.flatMap { pairs in
      let shared = pairs.map {
        2 * $0.specific.intersection($1.specific).count + $0.content.intersection($1.content).count
      }
      let mostFirst = zip(pairs, shared).map { (quote: $0.0.claim.evidence.quote, shared: $1) }
        .sorted { $0.shared != $1.shared ? $0.shared > $1.shared : $0.quote < $1.quote }
      var read: Set<String> = []
      for (quote, _) in mostFirst where read.count < Self.mostRead { read.insert(quote) }
      return pairs.filter { read.contains($0.0.claim.evidence.quote) }
    }
  }

  /// The clashes of sentences, each by the claims that say it most clearly.
  private func clashes(
    asTold pairs: [(Matter, Matter)], _ reader: ClashReader
  ) -> [(Matter, Matter, Clash)] {
    let grouped = Dictionary(grouping: pairs) { Self.sentences($0.0.claim, $0.1.claim) }
    let groups = grouped.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let share = Self.shareOfSentences
    let told = zip(groups, reader(groups.map { ($0.key[0], $0.key[1]) }))
    let updates = told.filter { $1.update >= Self.replaced }.compactMap { group, told in
      group.value.compactMap { update($0, $1, told) }
        .min { ContradictionDetector.isSurer($0.2, $1.2) }
    }
    let hinted = told.map { group, told in
      (group.value.filter { areOfOneTime($0, $1) }, told)
    }.filter { pairs, told in
      !pairs.isEmpty && share * told.contrary + (1 - share) >= Self.contraryAsTold
    }
    var answers = reader(hinted.flatMap(\.0).map(Self.texts))[...]
    return updates
      + hinted.compactMap { pairs, told in
        let read = zip(pairs, answers.prefix(pairs.count))
        answers = answers.dropFirst(pairs.count)
        // What the rules know of the claims that say it most clearly holds of the rest.
        guard let clearest = read.map(\.1.contrary).max(),
          !read.contains(where: {
            $0.1.contrary == clearest && areForRules($0.0.0, $0.0.1, asTold: told)
          })
        else { return nil }
        let open = read.filter { pair, answer in
          answer.contrary >= min(clearest - 0.1, Self.halfway)
            && !isForRules(asTold: told, pair.0, pair.1)
        }
        guard let most = open.map(\.1.contrary).max(),
          max(told.contrary, share * told.contrary + (1 - share) * most) >= Self.contraryAsTold
        else { return nil }
        // Of what sources say months apart no one knows whether it has changed.
        let mostSure = pairs.contains { !areMonthsApart($0, $1) } ? 1 : Self.doubtful
        let finding = Finding(
          kind: told.kind, base: min(Self.base(asTold: told.contrary, most), mostSure), scope: 1,
          reason:
            "no rule sets the two against each other, but a trained reader of their sentences does",
          reconciledIf: "they speak of different things, times or parts",
          isTimeless: pairs.contains { sayOneYear($0, $1) })
        // Of claims that say it alike those that share most words say it of one thing.
        let clear = open.map { pair, answer in
          let shared = claimed(pair.0).intersection(claimed(pair.1)).count
          return (pair, answer.contrary + 0.1 * Double(shared))
        }
        let best = clear.map(\.1).max()
        return clear.filter { $0.1 == best }.map(\.0)
          .compactMap { a, b in detector.clash(finding, a, b).map { (a, b, $0) } }
          .min { ContradictionDetector.isSurer($0.2, $1.2) }
      }
  }

  /// The surest that isn't called a contradiction.
  private static let doubtful = ContradictionDetector.contradiction - 0.01

  private func areMonthsApart(_ a: Matter, _ b: Matter) -> Bool {
    guard let x = a.interval, let y = b.interval else { return false }
    return x.distance(to: y) > Self.apart
  }

  private func areOfOneTime(_ a: Matter, _ b: Matter) -> Bool {
    if case .different = TimeGate(a, b) { return sayOneYear(a, b) }
    return true
  }

  /// What a sentence says took the place of, months before: "Oslo barred Viora", "Norway readmits Viora".
  private func update(_ one: Matter, _ other: Matter, _ told: ClashReader.Answer)
    -> (Matter, Matter, Clash)?
  {
    let (before, after) =
      (one.claim.evidence.published ?? "") < (other.claim.evidence.published ?? "")
      ? (one, other) : (other, one)
    guard mayBeReplaced(before, after) else { return nil }
    let kind = after.isChange || after.isEnded ? "reversal" : "supersession"
    let finding = Finding(
      kind: kind, base: told.update, scope: 1, reason: "", reconciledIf: "", updateKind: kind,
      isCorrection: true)
    return detector.clash(finding, before, after).map { (one, other, $0) }
  }

  /// Whether one was said months before the other, of a time before it, and neither speaks of what isn't yet.
  private func mayBeReplaced(_ before: Matter, _ after: Matter) -> Bool {
    let claims = [before.claim, after.claim]
    let days = claims.compactMap { $0.evidence.published.flatMap(Interval.day) }
    guard days.count == 2, days[1] - days[0] > Self.apart, before.isPositive,
      claims.allSatisfy({ $0.modality == .asserted }),
      // "As of October it remains the largest"
      !after.isStill, !after.claim.evidence.quote.has(" remain")
    else { return false }
    if case .different(let firstIsLater) = TimeGate(before, after) { return !firstIsLater }
    return true
  }

  /// How surely two sentences must be contrary for what a rule is in doubt of to be a contradiction.
  private static let agreeing = 0.6

  /// The clashes found in pairs: a tension, because only one of the two names a part, a scope or a basis, is
  /// a contradiction where the reader of their sentences finds them contrary too.
  func weighed(_ found: [(Matter, Matter, Clash)]) -> [(Matter, Matter, Clash)] {
    let doubted = found.indices.filter { isDoubted(found[$0]) }
    guard !doubted.isEmpty, let reader = try? ClashReader.shared() else { return found }
    var found = found
    let answers = reader(
      doubted.map { (found[$0].2.a.evidence.quote, found[$0].2.b.evidence.quote) })
    for (place, answer) in zip(doubted, answers) where answer.contrary >= Self.agreeing {
      let sure = ContradictionDetector.contradiction + 0.25 * (answer.contrary - Self.agreeing)
      found[place].2.label = .contradiction
      found[place].2.score = (sure * 1000).rounded() / 1000
      found[place].2.why += " A trained reader of their sentences finds them contrary too."
    }
    return found
  }

  private func isDoubted(_ found: (a: Matter, b: Matter, clash: Clash)) -> Bool {
    let (a, b) = (found.clash.a, found.clash.b)
    return found.clash.label == .tension && found.clash.gates.modality >= ModalityGate.alike
      && found.a.told != nil && found.b.told != nil && a.evidence.insight != b.evidence.insight
  }

  private static func sentences(_ a: Claim, _ b: Claim) -> [String] {
    [a.evidence.quote, b.evidence.quote].sorted()
  }

  private static func texts(_ a: Matter, _ b: Matter) -> (String, String) {
    (text(a.claim), text(b.claim))
  }

  /// Whether the reader errs where the rules don't: it knows neither who may own a thing together nor
  /// what one thing does to several, takes "shrinks" for the contrary of "is gone", and Chinese firms
  /// for rivals of China; and it says that there are none or all where no one counts.
  private func isForRules(_ kind: String, _ a: Matter, _ b: Matter) -> Bool {
    if areForRules(a, b) { return true }
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

  /// The same of sentences, which may call one thing by two names.
  private func isForRules(asTold told: ClashReader.Answer, _ a: Matter, _ b: Matter) -> Bool {
    if areForRules(a, b, asTold: told) { return true }
    // Two denials agree, whatever else the sentences have them deny.
    if a.claim.polarity == .negative, b.claim.polarity == .negative { return true }
    let isClear = told.contrary >= Self.clearlyContrary
    // What else the sentences have in common need not be what is claimed.
    let both = a.specific.intersection(b.specific)
    let beside = [a, b].count { both.isDisjoint(with: claimed($0)) }
    if beside > (isClear ? 1 : 0) { return true }
    // Of two who are ahead, and of a gap that shrinks, the rules know more, where the sentences leave room for doubt.
    if told.contrary < Self.surely, let x = a.standing?.sort, let y = b.standing?.sort,
      Set([x, y]) != [.lead, .parity]
    {
      return true
    }
    let areOfStrangers =
      !knows(a, whoIsIn: b) && !knows(b, whoIsIn: a)
      && !(told.kind == "functional" && areOfOneThing(a, b))
    return switch told.kind {
    case "superlative": isOfPart(a) != isOfPart(b)
    // Who is ahead of whom takes two.
    case "ordering": names(a).intersection(names(b)).count < 2
    // What isn't slowed may even grow.
    case "trend_state", "opposed_effect":
      a.claim.polarity != b.claim.polarity || areOfStrangers || sayOneVerb(a, b)
    case "numeric": areOfOtherUnits(a, b) || areOfStrangers
    case "functional": a.relation == b.relation && detector.knows(a.relation) || areOfStrangers
    // An example beside a count often fits it.
    case "quantifier": told.contrary < Self.surely || areOfStrangers
    // What most do, one need not.
    case "negation":
      told.contrary < Self.beyondDoubt && isOfPart(a) != isOfPart(b) || areOfStrangers
    default: areOfStrangers
    }
  }

  /// Whether the sentence of one claim names all that the subject of the other is named by.
  private func knows(_ matter: Matter, whoIsIn other: Matter) -> Bool {
    other.subject.names.isSubset(of: matter.told?.names ?? [])
  }

  /// Whether both speak of one thing with a name: the Coral Bridge cable, which only one lays.
  private func areOfOneThing(_ a: Matter, _ b: Matter) -> Bool {
    let named = { (matter: Matter) in
      matter.specific.intersection(claimed(matter)).filter {
        matter.told?.capitals.contains($0) ?? false || keys.isName($0)
      }
    }
    return !named(a).isDisjoint(with: named(b))
  }

  private func isOfPart(_ matter: Matter) -> Bool {
    matter.subjectShare.map { $0.share != 1...1 && $0.share != 0...0 }
      ?? matter.claim.subject.lowercased().hasPrefix("most ")
  }

  /// "Pushes to better designs", "forces better designs": what one verb says is not opposite.
  private func sayOneVerb(_ a: Matter, _ b: Matter) -> Bool {
    let verbs = [a, b].map { $0.relationStems.first.map(keys.words.common) }
    return verbs[0] == verbs[1]
  }

  private func areOfOtherUnits(_ a: Matter, _ b: Matter) -> Bool {
    guard let x = a.amount?.unit, let y = b.amount?.unit else { return false }
    return x != y
  }

  /// Whether the rules know how the two go together, or that they are of other places.
  private func areForRules(_ a: Matter, _ b: Matter, asTold told: ClashReader.Answer? = nil) -> Bool
  {
    // What is so in a country can't be denied of all its parts, and of each of its towns it need not be said.
    let isOfPlaces =
      told.map { $0.contrary < Self.clearlyContrary || Self.ofPlaces.contains($0.kind) } ?? true
    return deniesMore(a, b) || deniesMore(b, a) || isStillBehind(a, b) || isStillBehind(b, a)
      || isOfPlaces && (liesIn(a, b) || liesIn(b, a)) || isOfMainland(a) != isOfMainland(b)
      || denyOpposites(a, b)
  }

  /// The kinds in which a town and its country are mistaken for two things.
  private static let ofPlaces: Set<String> = ["functional", "opposed_effect", "numeric"]

  /// What isn't large may be small.
  private func denyOpposites(_ a: Matter, _ b: Matter) -> Bool {
    guard a.claim.polarity != b.claim.polarity else { return false }
    if let frame = a.frame, frame == b.frame { return a.pole != b.pole }
    let (p, q) = (claimed(a), claimed(b))
    return Opposites.builtIn.areOpposite(p.subtracting(q), q.subtracting(p))
  }

  /// Hong Kong is not the mainland.
  private func isOfMainland(_ matter: Matter) -> Bool {
    !said(matter).isDisjoint(with: keys.words["mainland"])
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

  /// Whether a place that only the one names lies in one that only the other names, which is not all that
  /// the other is said of.
  private func liesIn(_ a: Matter, _ b: Matter) -> Bool {
    // What holds of none or of all in China holds of none or all in Shanghai.
    guard b.isPositive, ![b.subjectShare, b.objectShare].contains(where: { $0?.share == 1...1 })
    else { return false }
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
    /// Whether the one may have taken the place of the other.
    var update = false
    var agree = false
  }

  /// Whether the two may be of one matter, and of one time or one after the other: to read takes ten times as long as to judge.
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
      let areOne = x.value == y.value && a.claim.polarity != b.claim.polarity
      if !areOne, x.canAgree(with: y) || a.claim.polarity != b.claim.polarity { return worth }
    }
    // Of names alone nobody knows what they have in common.
    guard a.told != nil, b.told != nil else { return worth }
    worth.update =
      (mayBeReplaced(a, b) || mayBeReplaced(b, a)) && haveMuchInCommonAsTold(a, b)
    guard areOfOneTime(a, b) else { return worth }
    worth.claims = haveMuchInCommon(a, b)
    worth.sentences = haveMuchInCommonAsTold(a, b)
    return worth
  }

  /// Whether both sentences name one year and no other, in whatever of their parts.
  private func sayOneYear(_ a: Matter, _ b: Matter) -> Bool {
    let years = [a, b].map { matter in
      (matter.told?.words ?? []).filter { $0.utf8.count == 4 && Int($0) != nil }
    }
    return !years[0].isEmpty && years[0] == years[1]
      && [a, b].contains { $0.claim.time == nil }
  }

  private func isOfAPhase(_ matter: Matter) -> Bool {
    let said = rawWords(
      "\(matter.claim.subject) \(matter.claim.object) \(matter.claim.scope ?? "")")
    return said.contains { keys.words["phase"].contains(stem($0)) }
  }

  /// Whether their sentences have two words in common that few others have; or a name and one more that says what
  /// they are about; or one, and a third of the words of the shorter.
  private func haveMuchInCommonAsTold(_ a: Matter, _ b: Matter) -> Bool {
    guard let p = a.told, let q = b.told else { return false }
    let specific = a.specific.intersection(b.specific)
    guard specific.count == 1, let only = specific.first else { return specific.count > 1 }
    let isName = keys.isName(only) || p.capitals.contains(only) && q.capitals.contains(only)
    let both = p.words.intersection(q.words).count
    return isName && a.content.intersection(b.content).count > 1
      || both > 2 && 3 * both >= min(p.words.count, q.words.count)
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
      && !knows(a.subject, whatIsIn: b) && !knows(b.subject, whatIsIn: a)
  }

  /// Whether the sentence of a matter has the words that a subject has more, but for those of a works: "Norbyte's
  /// Oslo plant" beside Norbyte, in Oslo.
  private func knows(_ subject: MatchKey, whatIsIn matter: Matter) -> Bool {
    guard matter.subject.words.isStrictSubset(of: subject.words) else { return false }
    let more = subject.words.subtracting(matter.subject.words)
      .subtracting(keys.words["works"])
    return !more.isEmpty && more.isSubset(of: matter.told?.words ?? [])
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

  private func claimed(_ matter: Matter) -> Set<String> {
    said(matter).union(matter.scope?.words ?? []).union(matter.relationStems)
  }

  private func names(_ matter: Matter) -> Set<String> {
    [matter.subject, matter.object, matter.scope].compactMap(\.self).reduce(into: []) {
      $0.formUnion($1.names)
    }
  }
}
