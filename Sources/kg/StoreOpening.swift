import Analysis
import Claims
import Store

/// Opens the store to look at it.
func openForReading(_ common: CommonOptions) throws -> ClaimStore {
  try ClaimStore(path: StorePath.resolve(option: common.db), mode: .readOnly)
}

/// Opens a store that is there for one change, which an interruption lets come to its end.
func openForChange(_ common: CommonOptions) throws -> ClaimStore {
  Interruption.hold()
  return try ClaimStore(path: StorePath.resolve(option: common.db), mode: .readWrite)
}

/// Opens the store to add to it, made where it is missing.
func openOrCreate(_ common: CommonOptions) throws -> ClaimStore {
  try ClaimStore(path: StorePath.resolve(option: common.db), mode: .create)
}

/// Looks for clashes of the claims not looked at yet and keeps them; gives those not known before.
@discardableResult
func updateClashes(in store: ClaimStore, vocabulary: Vocabulary) throws -> [Clash] {
  let detector = ContradictionDetector(vocabulary: vocabulary)
  return try store.updateClashes(rules: detector.fingerprint) { new in
    let probe = detector.probe(new)
    return (probe.blocks, probe.clashes(against:))
  }
}

/// `3 new contradictions, 1 update: kg contradictions --new`; nil where nothing is new.
func news(of clashes: [Clash]) -> String? {
  let counts = Clash.Label.allCases.compactMap { label -> (Int, Clash.Label)? in
    let count = clashes.count { $0.label == label }
    return count == 0 ? nil : (count, label)
  }
  guard !counts.isEmpty else { return nil }
  return counts.enumerated().map { place, counted in
    let (count, label) = counted
    return "\(count) \(place == 0 ? "new " : "")\(label.rawValue)\(count == 1 ? "" : "s")"
  }.joined(separator: ", ") + ": kg contradictions --new"
}
