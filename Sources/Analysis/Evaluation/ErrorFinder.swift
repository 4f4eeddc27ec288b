import Claims

/// Says of each claim of one insight that did not match what went wrong with it.
///
/// A missed claim is compared with the nearest one that was made, slot by slot, then with the clauses
/// that were found; one too many is laid to the rule that made it.
struct ErrorFinder {
  let gold: GoldInsight
  let extracted: Extracted
  let made: [SlotBags]
  let bags: WordBags
  /// Every claim made beside every claim of the gold.
  let pairings: [Pairing]
  let matched: [Pairing]

  func findings() -> [ErrorFinding] {
    let matchedMade = Set(matched.map(\.made))
    let matchedGold = Set(matched.map(\.gold))
    let free = pairings.filter { !matchedMade.contains($0.made) && !matchedGold.contains($0.gold) }
    let swapped = free.filter(isSwapped)
    let near =
      swapped
      + free.filter { isNear($0.scores) }.best(by: \.total, where: { _ in true }).filter { pair in
        !swapped.contains { $0.made == pair.made || $0.gold == pair.gold }
      }
    var out = matched.sorted { $0.gold < $1.gold }.flatMap(qualifierErrors)
    out += near.map { finding(nearMiss($0), made: $0.made, gold: $0.gold) }
    for g in gold.claims.indices
    where !matchedGold.contains(g) && !near.contains(where: { $0.gold == g }) {
      out.append(finding(miss(g), gold: g))
    }
    for m in made.indices
    where !matchedMade.contains(m) && !near.contains(where: { $0.made == m }) {
      out.append(finding(surplus(m), made: m))
    }
    return out
  }

  /// All slots but one agree.
  private func isNear(_ scores: SlotScores) -> Bool {
    [scores.subject, scores.relation, scores.object].count { $0 >= SlotScores.half } == 2
  }

  private func isSwapped(_ pair: Pairing) -> Bool {
    let (claim, wanted) = (made[pair.made], gold.claims[pair.gold])
    return pair.scores.relation >= SlotScores.half
      && claim.subject.likeness(to: bags.bag(wanted.object)) >= SlotScores.half
      && claim.object.likeness(to: bags.bag(wanted.subject)) >= SlotScores.half
  }

  private func nearMiss(_ pair: Pairing) -> ErrorKind {
    let (claim, wanted) = (made[pair.made], gold.claims[pair.gold])
    if isSwapped(pair) { return .swapped }
    if pair.scores.relation < SlotScores.half { return .relationOtherwise }
    if pair.scores.subject < SlotScores.half {
      let bag = bags.bag(wanted.subject)
      let surface = extracted.made[pair.made].claim.surface.subject
      if rawWords(surface).allSatisfy(Words.slots["pronoun"].contains) {
        return .pronounResolvedWrongly
      }
      if claim.subject.isPart(of: bag) { return .subjectTooShort }
      return bag.isPart(of: claim.subject) ? .subjectTooLong : .anotherSubject
    }
    let bag = bags.bag(wanted.object)
    if claim.object.isEmpty { return .objectLeftOut }
    if claim.object.isPart(of: bag) { return .objectTooShort }
    return bag.isPart(of: claim.object) ? .objectTooLong : .anotherObject
  }

  private func miss(_ g: Int) -> ErrorKind {
    let wanted = gold.claims[g]
    let isConjunct = matched.contains { match in
      pairings.contains {
        $0.made == match.made && $0.gold == g && $0.scores.relation >= SlotScores.half
          && max($0.scores.subject, $0.scores.object) >= SlotScores.half
      }
    }
    if isConjunct { return .conjunctLeftOut }
    let said = [wanted.surface, wanted.relation].compactMap { $0 }.map(bags.relation)
    // The text's own words tell the clause better than the canonical relation does.
    for bag in said {
      let clauses = extracted.clauses.filter { clause in
        clause.words.contains { bag.shares(bags.root($0.lowercased())) }
      }
      if let silence = clauses.lazy.compactMap(\.silence).first {
        return .noClaim(because: silence)
      }
      if !clauses.isEmpty { return .clauseSaysOther }
    }
    return .noClause
  }

  private func surplus(_ m: Int) -> ErrorKind {
    let rule = extracted.made[m].rule
    if pairings.contains(where: { $0.made == m && $0.scores.isLenient }) { return .saidTwice }
    let own = sentence(of: extracted.made[m].claim)
    let isAlone = gold.claims.indices.allSatisfy { sentence(ofGold: $0) != own }
    return isAlone ? .sideRemark(rule: rule) : .extra(rule: rule)
  }

  private func qualifierErrors(_ pair: Pairing) -> [ErrorFinding] {
    let (claim, wanted) = (extracted.made[pair.made].claim, gold.claims[pair.gold])
    var kinds: [ErrorKind] = []
    if claim.polarity != wanted.polarity { kinds.append(.polarityReversed) }
    if claim.modality != wanted.modality {
      kinds.append(
        .modalityOther(gold: wanted.modality.rawValue, made: claim.modality.rawValue))
    }
    for (name, made, gold) in [
      ("scope", claim.scope, wanted.scope), ("time", claim.time, wanted.time),
      ("attribution", claim.attribution, wanted.attribution),
    ] where !bags.agree(made, gold) {
      if made == nil, gold != nil { kinds.append(.qualifierMissed(name)) }
      if made != nil, gold == nil { kinds.append(.qualifierInvented(name)) }
      if made != nil, gold != nil { kinds.append(.qualifierOther(name)) }
    }
    return kinds.map { finding($0, made: pair.made, gold: pair.gold) }
  }

  private func finding(_ kind: ErrorKind, made m: Int? = nil, gold g: Int? = nil) -> ErrorFinding {
    let claim = m.map { extracted.made[$0].claim }
    let text = claim.map(sentence) ?? g.flatMap(sentence(ofGold:)) ?? gold.text
    return ErrorFinding(
      kind: kind, insight: gold.id, text: text, gold: g.map { gold.claims[$0] },
      made: claim)
  }

  private func sentence(of claim: Claim) -> String { claim.evidence.quote }

  /// The sentence that shares most words with a claim of the gold, which does not say where it stands.
  private func sentence(ofGold g: Int) -> String? {
    let claim = gold.claims[g]
    let words = bags.bag(
      [claim.subject, claim.surface ?? claim.relation, claim.object].joined(separator: " "))
    let ranked = extracted.sentences.map { ($0, bags.bag($0).shared(with: words)) }
    let most = ranked.map(\.1).max()
    return ranked.first { $0.1 == most }?.0
  }
}
