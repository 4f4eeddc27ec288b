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

/// Looks for clashes among all claims again and keeps them.
func updateClashes(in store: ClaimStore, vocabulary: Vocabulary) throws {
  let detector = ContradictionDetector(vocabulary: vocabulary)
  try store.replaceClashes(detector.clashes(among: store.allClaims()))
}
