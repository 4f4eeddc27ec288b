import Claims

/// How much a claim commits its speaker: a plan or a fear is not a fact.
enum ModalityGate {
  /// Two plans are at odds with each other, though neither is a fact.
  static let alike = 0.92

  /// What one plans and another thinks likely, though it may be put off.
  static let foreseen = 0.75

  /// A plan that is denied by who then does it after all was dropped; denied afterwards it never was.
  private static let deniedPlan = 0.8

  /// What a thing would do, if it came to it.
  private static let hypothetical = 0.75

  static func value(_ a: Claim, _ b: Claim) -> Double {
    if isDeniedPlan(a, of: b) || isDeniedPlan(b, of: a) { return deniedPlan }
    if a.modality == .conditional, b.modality == .conditional { return hypothetical }
    if isImpossible(a, beside: b) || isImpossible(b, beside: a) { return alike }
    return isPlan(a) && isPlan(b) && [a, b].contains { $0.modality == .planned }
      ? alike : weight(a.modality) * weight(b.modality)
  }

  /// What is said today of next year is a plan, however it is put.
  private static func isPlan(_ claim: Claim) -> Bool {
    if claim.modality == .planned { return true }
    guard claim.modality == .asserted, let interval = Interval(of: claim)?.stated,
      let published = claim.evidence.published.flatMap(Interval.day)
    else { return false }
    return interval.from > published
  }

  /// "Has no intention of leaving" against an earlier "is leaving".
  private static func isDeniedPlan(_ denial: Claim, of claim: Claim) -> Bool {
    guard denial.modality == .planned, denial.polarity == .negative, claim.polarity == .positive,
      claim.modality == .asserted, let denied = denial.evidence.published,
      let said = claim.evidence.published
    else { return false }
    return said <= denied
  }

  /// "Could get at the data" against "cannot get at the data".
  private static func isImpossible(_ denial: Claim, beside claim: Claim) -> Bool {
    denial.polarity == .negative && denial.modality == .asserted && claim.polarity == .positive
      && claim.modality == .possible
      && rawWords(denial.surface.relation).contains { ["can", "cannot", "could"].contains($0) }
  }

  private static func weight(_ modality: Modality) -> Double {
    switch modality {
    case .asserted: 1
    case .probable: 0.7
    case .planned: 0.44
    case .possible, .conditional: 0.2
    }
  }
}
