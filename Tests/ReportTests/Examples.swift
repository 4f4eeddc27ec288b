import Claims

/// A claim for tests, with only what matters named.
func claim(
  _ subject: String, _ relation: String, _ object: String, denied: Bool = false,
  quote: String? = nil, source: String? = "Example Letter", published: String? = "2026-01-05",
  attribution: String? = nil, modality: Modality = .asserted, time: String? = nil,
  scope: String? = nil
) -> Claim {
  let quote = quote ?? "\(subject) \(relation) \(object)."
  return Claim(
    subject: subject, relation: relation, object: object, polarity: denied ? .negative : .positive,
    modality: modality, scope: scope, time: time, attribution: attribution,
    evidence: Evidence(
      insight: "i1", document: "d1", source: source, published: published, quote: quote, start: 0,
      end: quote.utf8.count))
}
