import Analysis
import Claims
import Store

/// Opens the store to look at it, as of a day if one is given.
func openForReading(_ common: CommonOptions, asOf day: String? = nil) throws -> ClaimStore {
  try Kept.store(
    path: StorePath.resolve(option: common.db), merged: common.identity == .merged,
    timeout: common.timeout, asOf: day)
}

/// Opens a store that is there for one change, which an interruption lets come to its end.
///
/// Where the change follows from what is read, `asRead` reads claims as questions do.
func openForChange(_ common: CommonOptions, asRead: Bool = false) throws -> ClaimStore {
  Interruption.hold()
  return try ClaimStore(
    path: StorePath.resolve(option: common.db), mode: .readWrite,
    merged: asRead && common.identity == .merged, timeout: common.timeout,
    givesUp: Kept.current.map { _ in Interruption.givesUp })
}

/// Opens the store to add to it, made where it is missing.
func openOrCreate(_ common: CommonOptions) throws -> ClaimStore {
  try ClaimStore(
    path: StorePath.resolve(option: common.db), mode: .create, timeout: common.timeout,
    givesUp: Kept.current.map { _ in Interruption.givesUp })
}

/// What finds clashes. To make it takes longer than to search a claim, so another thread does while
/// claims are read.
struct ClashRules: Sendable {
  let detector: ContradictionDetector
  let fingerprint: String

  static func coming(of vocabulary: Vocabulary) -> Coming<ClashRules> {
    Coming {
      let detector = ContradictionDetector(vocabulary: vocabulary)
      return ClashRules(detector: detector, fingerprint: detector.fingerprint)
    }
  }
}

/// Looks for clashes of the claims not looked at yet and keeps them; counts those not known before.
@discardableResult
func updateClashes(in store: ClaimStore, with rules: Coming<ClashRules>) throws
  -> [Clash.Label: Int]
{
  let detector = rules.value.detector
  let identities = try store.currentIdentities()
  return try store.updateClashes(
    rules: rules.value.fingerprint + identities.fingerprint, reach: ContradictionDetector.reach,
    chains: chainSearch(detector, identities)
  ) { new in
    let probe = detector.probe(new.map(identities.read))
    return ClashProbe(offers: probe.offers, seeks: probe.seeks, ranks: probe.ranks) { old in
      probe.clashes(against: old.map { (identities.read($0.claim), $0.offers) })
    }
  }
}

/// The same with rules that are made for it.
@discardableResult
func updateClashes(in store: ClaimStore, vocabulary: Vocabulary) throws -> [Clash.Label: Int] {
  try updateClashes(in: store, with: ClashRules.coming(of: vocabulary))
}

extension ClaimStore {
  /// Those clashes that are there under the names the claims are read with.
  ///
  /// Clashes are kept for names as people merged them, and a strict reading may know nothing of one.
  func asRead(_ clashes: [Clash], vocabulary: Vocabulary) throws -> [Clash] {
    let merged = try currentIdentities()
    guard identities.isEmpty, !merged.fingerprint.isEmpty else { return clashes }
    let detector = ContradictionDetector(vocabulary: vocabulary)
    return clashes.filter { clash in
      let sides = clash.claims
      return sides.map(merged.read) == sides || !detector.clashes(among: sides).isEmpty
    }
  }
}

/// Looks again for clashes of three claims and more, because some were withdrawn or came back.
func updateChains(in store: ClaimStore, vocabulary: Vocabulary) throws {
  let detector = ContradictionDetector(vocabulary: vocabulary)
  try store.updateChains(chainSearch(detector, store.currentIdentities()))
}

private func chainSearch(_ detector: ContradictionDetector, _ identities: Identities) -> ChainSearch
{
  ChainSearch(tangled: ContradictionDetector.tangled) { claims in
    detector.chains(among: claims.map(identities.read))
  }
}

/// `3 new contradictions, 1 update: kg contradictions --new`; nil where nothing is new.
func news(of found: [Clash.Label: Int]) -> String? {
  let counts = Clash.Label.allCases.compactMap { label in found[label].map { ($0, label) } }
  guard !counts.isEmpty else { return nil }
  return counts.enumerated().map { place, count in
    counted(count.0, (place == 0 ? "new " : "") + count.1.rawValue)
  }.joined(separator: ", ") + ": kg contradictions --new"
}
