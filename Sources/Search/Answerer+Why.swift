import Claims

extension Answerer {
  /// The causes and purposes that the text links to the claims asked about; where it links none, what it
  /// states beside them: their scopes, and claims of effect in the same passages.
  func why(_ question: Question, in ground: ClaimMatcher.Ground) throws -> Answer {
    let matches = try allMatches(question, in: ground).filter { $0.agrees && $0.weight >= 0.4 }
    var reasons = try linkedReasons(of: matches.map(\.claim))
    if reasons.isEmpty { reasons = try statedReasons(of: matches.map(\.claim), in: ground) }
    guard !reasons.isEmpty else {
      var none = try nothing(question, in: ground)
      if !matches.isEmpty { none.note = "it is said, but nobody says why" }
      return none
    }
    return Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered,
      answers: reasons.map(\.item), claims: reasons.map(\.claim),
      explanation: explain(matches) + reasons.compactMap(\.step))
  }

  private struct Reason {
    var item: Answer.Item
    var claim: Claim
    /// How it was found, where a link led there.
    var step: String?

    init(_ name: String, _ claim: Claim, step: String? = nil) {
      item = Answer.Item(name: name, kind: "text", support: 1, claims: [claim.id])
      self.claim = claim
      self.step = step
    }
  }

  /// The claims at the other end of links, in the order of the claims asked about.
  private func linkedReasons(of claims: [Claim]) throws -> [Reason] {
    var found: [Reason] = []
    for claim in claims {
      let links = try source.links(touching: [claim.id])
      for link in links {
        let other: String
        switch link.kind {
        case .cause where link.to == claim.id: other = link.from
        case .purpose where link.from == claim.id: other = link.to
        default: continue
        }
        for reason in try source.claims(ids: [other])
        where !found.contains(where: { $0.claim.id == reason.id }) {
          found.append(
            Reason(
              Self.statement(reason), reason,
              step: "\(link.kind.rawValue) (\(link.words)): \(Self.statement(reason))"))
        }
      }
    }
    return found
  }

  private func statedReasons(of claims: [Claim], in ground: ClaimMatcher.Ground) throws -> [Reason]
  {
    var found: [Reason] = []
    for claim in claims {
      if let scope = claim.scope { found.append(Reason(scope, claim)) }
    }
    let effects = ground.relations.filter { name in
      let frame = matcher.relations.vocabulary.relations[matcher.relations.canonical(name)]?.frame
      return frame.map { f in ["caus", "effect", "drive"].contains { f.contains($0) } } ?? false
    }
    let passages = Set(claims.map(\.evidence.insight))
    guard !passages.isEmpty, !effects.isEmpty else { return found }
    let causes = try source.claims(subjects: nil, relations: Set(effects), objects: nil)
    return found
      + causes.filter { passages.contains($0.evidence.insight) }.map {
        Reason(Self.statement($0), $0)
      }
  }

  private static func statement(_ claim: Claim) -> String {
    let words = [claim.subject, claim.relation, claim.object].filter { !$0.isEmpty }
    return (claim.polarity == .negative ? "not: " : "") + words.joined(separator: " ")
  }
}
