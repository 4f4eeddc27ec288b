import Claims

/// How much a claim commits its speaker: a plan or a fear is not a fact.
enum ModalityGate {
  /// Two plans are at odds with each other, though neither is a fact.
  private static let alike = 0.85

  static func value(_ a: Modality, _ b: Modality) -> Double {
    a == .planned && b == .planned ? alike : weight(a) * weight(b)
  }

  private static func weight(_ modality: Modality) -> Double {
    switch modality {
    case .asserted: 1
    case .probable: 0.7
    case .planned: 0.5
    case .possible, .conditional: 0.2
    }
  }
}
