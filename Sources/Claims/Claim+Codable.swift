extension Evidence: Codable {
  enum CodingKeys: String, CodingKey {
    case insight, document, source, published, quote, start, end
  }

  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(insight, forKey: .insight)
    try c.encode(document, forKey: .document)
    try c.encode(source, forKey: .source)
    try c.encode(published, forKey: .published)
    try c.encode(quote, forKey: .quote)
    try c.encode(start, forKey: .start)
    try c.encode(end, forKey: .end)
  }
}

extension Claim: Codable {
  enum CodingKeys: String, CodingKey {
    case id, subject, relation, object, surface, polarity, modality, scope, time
    case validFrom = "valid_from"
    case validTo = "valid_to"
    case attribution, confidence, evidence
  }

  // Written out, because a missing value must read `null` in the output rather than be left out.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(id, forKey: .id)
    try c.encode(subject, forKey: .subject)
    try c.encode(relation, forKey: .relation)
    try c.encode(object, forKey: .object)
    try c.encode(surface, forKey: .surface)
    try c.encode(polarity, forKey: .polarity)
    try c.encode(modality, forKey: .modality)
    try c.encode(scope, forKey: .scope)
    try c.encode(time, forKey: .time)
    try c.encode(validFrom, forKey: .validFrom)
    try c.encode(validTo, forKey: .validTo)
    try c.encode(attribution, forKey: .attribution)
    try c.encode(confidence, forKey: .confidence)
    try c.encode(evidence, forKey: .evidence)
  }
}
