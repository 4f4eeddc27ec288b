import Claims

/// How much a claim commits its speaker: a plan or a fear is not a fact.
enum ModalityGate {
  static func value(_ a: Modality, _ b: Modality) -> Double { weight(a) * weight(b) }

  private static func weight(_ modality: Modality) -> Double {
    switch modality {
    case .asserted: 1
    case .probable: 0.7
    case .planned: 0.5
    case .possible, .conditional: 0.2
    }
  }
}
