import Claims

@testable import Search

/// A small world of made-up claims and names, for the tests of this module.
enum Fixture {
  static let yaml = """
    frames:
      - {name: rank, opposes: [[ahead, behind], [ahead, level]], kind: ordering}
      - {name: backing, opposes: [[for, against]], kind: antonym}
    relations:
      - {name: leads in, frame: rank, pole: ahead, traits: [asymmetric], phrases: [be ahead in]}
      - {name: dominates, frame: rank, pole: ahead}
      - {name: lags behind in, frame: rank, pole: behind}
      - {name: co-leads with, frame: rank, pole: level, traits: [symmetric]}
      - {name: champions, frame: backing, pole: for, phrases: [champion]}
      - {name: embraces, frame: backing, pole: for}
      - {name: bans, frame: backing, pole: against}
      - {name: owns, inverse: belongs to}
      - {name: belongs to, inverse: owns}
    entities:
      - {name: France, kind: state, demonyms: [French], metonyms: [Paris]}
      - {name: Spain, kind: state, demonyms: [Spanish]}
      - {name: solar power, kind: technology, aliases: [photovoltaics]}
      - {name: rooftop solar, kind: technology, narrower-than: [solar power]}
      - {name: Heliora, kind: company}
      - {name: Sunward, kind: company}
    """

  static func vocabulary() throws -> Vocabulary { try Vocabulary(yaml: yaml) }

  static func claim(
    _ insight: String, _ subject: String, _ relation: String, _ object: String,
    polarity: Polarity = .positive, modality: Modality = .asserted, scope: String? = nil,
    time: String? = nil, attribution: String? = nil, source: String? = nil, quote: String? = nil
  ) -> Claim {
    let text = quote ?? "\(subject) \(relation) \(object)."
    return Claim(
      subject: subject, relation: relation, object: object, polarity: polarity,
      modality: modality, scope: scope, time: time, attribution: attribution,
      evidence: Evidence(
        insight: insight, document: "d-" + insight, source: source ?? "Paper " + insight,
        published: "2025-01-01", quote: text, start: 0, end: text.utf8.count))
  }

  static let claims = [
    claim("a", "France", "champions", "rooftop-solar cooperatives"),
    claim("b", "French firms", "embraces", "rooftop solar"),
    claim("c", "Spain", "leads in", "solar power"),
    claim("d", "Spain", "leads in", "photovoltaics"),
    claim("e", "Spain", "lags behind in", "rooftop solar"),
    claim(
      "f", "Spain", "co-leads with", "France", quote: "In solar power the two are level now."),
    claim("g", "Heliora", "owns", "Sunward"),
    claim("h", "Sunward", "sells panels to", "the Spanish grid operator"),
    claim("i", "France", "bans", "cheap panels", polarity: .negative),
    claim("j", "Heliora", "spends", "$40 million", time: "in 2024", attribution: "an auditor"),
    claim("k", "France", "leads in", "nuclear power"),
    claim("l", "France", "subsidises", "large wind farm auctions"),
    claim("m", "wind farm auctions", "leads to", "cheap power"),
  ]

  /// Answers a question read as the given claim, "?" being the part asked for.
  static func answer(
    _ question: String, _ subject: String = "", _ relation: String = "", _ object: String = "",
    category: String? = nil, claims: [Claim] = claims,
    clashes: ((ClashScope) throws -> [Clash])? = nil, liken: Likening? = nil,
    likenWords: WordLikening? = nil
  ) throws -> Answer {
    var reading = claim("q", subject, relation, object)
    if let category, subject == "?" { reading.surface.subject = category }
    let readings = relation.isEmpty ? [] : [reading]
    return try Answerer(
      source: InMemoryClaims(claims), vocabulary: vocabulary(), clashes: clashes, liken: liken,
      likenWords: likenWords, read: { _ in readings }
    ).answer(question)
  }
}
