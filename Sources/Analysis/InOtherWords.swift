import Claims
import Language

/// Clashes of claims that say in other words what they are of: "machine-picked target lists push
/// civilian deaths up" against "automated targeting aids bring the toll among civilians down".
///
/// No list can hold all words for one thing. So a trained reader is asked, of two claims that share
/// some words, which of their phrases name one matter; the rules then judge the one claim once more
/// with these in the wording of the other. The reader never reads over a name or a number, and what
/// excludes what is for the rules alone: their words, their gates.
struct InOtherWords: Sendable {
  /// How surely two phrases must name one matter to be read as one.
  ///
  /// Of pairs made to mislead, nine in ten that are as sure are the same (MODEL_CARD.md).
  private static let same = 0.8
  /// The same of phrases that have no word in common.
  private static let sameWithoutAWord = 0.95
  /// How surely two phrases must name different matters for a clash over both to be none.
  private static let apart = 0.9

  let detector: ContradictionDetector
  let keys: MatchKeys

  /// The clash of each pair, where reading it in other words finds one.
  ///
  /// The rules go first, because the reader takes ten times as long: it is asked only of phrases on
  /// which a clash hangs.
  func clashes(of pairs: [(Matter, Matter)]) -> [Clash?] {
    // The later one is always read in the words of the earlier, whichever was found first.
    let pairs = pairs.map { $0.claim.precedes($1.claim) ? ($0, $1) : ($1, $0) }
    let readings = pairs.mapped { self.readings(of: $0.0, $0.1) }
    let asked = Set(readings.joined().joined().map(\.pair)).sorted()
    guard !asked.isEmpty, let reader = try? PairReader.shared() else {
      return pairs.map { _ in nil }
    }
    let answers = reader(asked.map { ($0.one, $0.other) })
    let sure = Dictionary(uniqueKeysWithValues: zip(asked, answers.map(\.same)))
    return zip(pairs, readings).map { pair, readings in
      let found = readings.lazy.compactMap { phrases -> Clash? in
        var sureness = 1.0
        for phrase in phrases {
          let same = sure[phrase.pair] ?? 0
          guard same >= phrase.least else { return nil }
          sureness *= same
        }
        return clash(pair.0, pair.1, reading: phrases, by: sureness)
      }
      return found.first
    }
  }

  /// Whether what effects are opposite on are matters of their own that only share words: the pay of
  /// deckhands, and their number.
  func areApart(_ pairs: [(Matter, Matter, Clash)]) -> [Bool] {
    let objects = pairs.map { a, b, clash -> Pair? in
      guard clash.kind == "opposed_effect", !a.isAgentless, !b.isAgentless,
        a.subject.words == b.subject.words, a.object.words != b.object.words,
        haveOneName(a.object, b.object),
        keys.isDescribed(a.claim.object), keys.isDescribed(b.claim.object)
      else { return nil }
      return Pair(a.claim.object, b.claim.object)
    }
    let asked = Set(objects.compactMap(\.self)).sorted()
    guard !asked.isEmpty, let reader = try? PairReader.shared() else {
      return pairs.map { _ in false }
    }
    let answers = reader(asked.map { ($0.one, $0.other) })
    let apart = Dictionary(uniqueKeysWithValues: zip(asked, answers.map(\.different)))
    return objects.map { $0.flatMap { apart[$0] } ?? 0 >= Self.apart }
  }

  /// What must be read as one for the two to clash: phrases, the most first.
  private func readings(of a: Matter, _ b: Matter) -> [[Differing]] {
    guard !a.isAgentless, !b.isAgentless else { return [] }
    // That there is something says of it only what it is.
    if [a, b].allSatisfy({ $0.object.isEmpty && $0.scope == nil }),
      a.subject.words.isDisjoint(with: b.subject.words)
    {
      return []
    }
    // "Is no simple race. It is a matrix": who says what a thing is not goes on to say what it is.
    let isContrast = [a, b].allSatisfy {
      rawWords($0.claim.relation).first.map(keys.words["state"].contains) ?? false
    }
    if isContrast, a.claim.polarity != b.claim.polarity,
      a.claim.evidence.insight == b.claim.evidence.insight
    {
      return []
    }
    let differing = differing(a, b)
    let some = (0..<1 << differing.count).dropFirst().map { chosen in
      differing.indices.filter { chosen >> $0 & 1 == 1 }.map { differing[$0] }
    }
    let mostFirst = some.indices.sorted {
      some[$0].count != some[$1].count ? some[$0].count > some[$1].count : $0 < $1
    }
    return mostFirst.map { some[$0] }.filter { clash(a, b, reading: $0, by: 1) != nil }
  }

  /// The clash of two claims when these phrases of the second are read as those of the first.
  private func clash(
    _ a: Matter, _ b: Matter, reading phrases: [Differing], by sureness: Double
  ) -> Clash? {
    var reworded = b.claim
    for phrase in phrases { reworded[keyPath: phrase.place] = phrase.reworded }
    guard var clash = detector.judge(a, detector.matter(of: reworded), sureness: sureness) else {
      return nil
    }
    (clash.a, clash.b) = (a.claim, b.claim)
    let read = phrases.map { "“\($0.said)” is taken for “\($0.meant)”" }
    clash.why += " Here " + read.joined(separator: " and ") + "."
    return clash
  }

  private typealias Place = any WritableKeyPath<Claim, String> & Sendable

  /// A place in which two claims have other words.
  private struct Differing: Sendable {
    /// Of the second claim.
    let place: Place
    /// Its words, and those of the first that may mean the same.
    let said: String
    let meant: String
    /// What stands in that place in the words of the first.
    let reworded: String
    /// How surely the two must name one matter.
    let least: Double

    var pair: Pair { Pair(said, meant) }
  }

  private func differing(_ a: Matter, _ b: Matter) -> [Differing] {
    var found: [Differing] = []
    func compare(
      _ place: Place, _ y: MatchKey?,
      with other: Place, _ x: MatchKey?
    ) {
      let (said, meant) = (b.claim[keyPath: place], a.claim[keyPath: other])
      guard let x, let y, keys.isDescribed(said), keys.isDescribed(meant), areOfOneName(x, y) else {
        return
      }
      found.append(
        Differing(
          place: place, said: said, meant: meant, reworded: meant,
          least: least(x, y)))
    }
    // "A is level with B" and "B leads A" are of the same two, each in the other's place.
    if a.standing != nil, b.standing != nil, !haveOneName(a.subject, b.subject),
      !a.object.isEmpty, !b.object.isEmpty
    {
      compare(\.subject, b.subject, with: \.object, a.object)
      compare(\.object, b.object, with: \.subject, a.subject)
    } else {
      compare(\.subject, b.subject, with: \.subject, a.subject)
      if let x = a.amount, let y = b.amount {
        found += measured(x, y, b).map { [$0] } ?? []
      } else if (a.amount == nil) == (b.amount == nil)
        || a.objectShare != nil && b.objectShare != nil || shareAThing(a.object, b.object)
      {
        // "A tenth of Viora" is no seat on its board, but may be all its shares.
        compare(\.object, b.object, with: \.object, a.object)
      }
    }
    // Most claims that only look alike are of another scope.
    if let x = a.scope, let y = b.scope, shareHalf(x, y),
      Basis(scope: a.claim.scope) == Basis(scope: b.claim.scope)
    {
      compare(\.scopeOrNone, y, with: \.scopeOrNone, x)
    }
    return found
  }

  /// Whether they have a word in common that is no name.
  private func shareAThing(_ x: MatchKey, _ y: MatchKey) -> Bool {
    !x.words.intersection(y.words)
      .isSubset(of: x.names.union(y.names).union(x.capitals).union(y.capitals))
  }

  /// "A weekly audience of 400 million" beside "700 million weekly users": what is counted, whatever
  /// the count.
  private func measured(_ x: Quantity, _ y: Quantity, _ b: Matter) -> Differing? {
    let (meant, said) = (x.rest.joined(separator: " "), y.rest.joined(separator: " "))
    let object = b.claim.object
    let (p, q) = (keys.key(meant), keys.key(said))
    guard areOfOneName(p, q), object.hasSuffix(said) else { return nil }
    return Differing(
      place: \.object, said: said, meant: meant,
      reworded: object.dropLast(said.count) + meant,
      least: least(p, q))
  }

  /// Without a word in common there is little to go by; and where all is alike but for one word, that word makes the
  /// difference.
  private func least(_ x: MatchKey, _ y: MatchKey) -> Double {
    x.words.isDisjoint(with: y.words) || EntityGate(keys: keys).areContrasted(x, y)
      ? Self.sameWithoutAWord : Self.same
  }

  /// Whether the one with fewer words that say something has half of them in common with the other.
  private func shareHalf(_ x: MatchKey, _ y: MatchKey) -> Bool {
    let general = keys.words["general"]
    let (p, q) = (x.words.subtracting(general), y.words.subtracting(general))
    return 2 * p.intersection(q).count >= min(p.count, q.count) && !p.isDisjoint(with: q)
  }

  /// Whether both have words, other ones, and neither a name, a number or an opposite where the other
  /// has another.
  private func areOfOneName(_ x: MatchKey, _ y: MatchKey) -> Bool {
    let (mine, others) = (x.words.subtracting(y.words), y.words.subtracting(x.words))
    // "Open models with a risk" are some of the open models, whatever a reader says.
    guard !mine.isEmpty, !others.isEmpty, haveOneName(x, y) else { return false }
    // Nor is the first phase of a project all of it.
    let phases = [x, y].map { !$0.words.isDisjoint(with: keys.words["phase"]) }
    guard phases[0] == phases[1] else { return false }
    // Nor is a paper on a model the model, nor the canteen of a plant the plant.
    let texts = [x, y].map { key in
      ["document", "writing"].contains { !key.words.isDisjoint(with: keys.words[$0]) }
    }
    guard texts[0] == texts[1] else { return false }
    // "K visas" are no "visas of the R class".
    guard mine.isDisjoint(with: x.capitals) || others.isDisjoint(with: y.capitals) else {
      return false
    }
    for (one, other) in [(x, y), (y, x)] {
      if let head = one.headOfPhrase, other.headOfPhrase == nil, mine.union(others).contains(head),
        other.words.isSubset(of: one.words.union(keys.words["general"]))
      {
        return false
      }
    }
    return !Opposites.builtIn.areOpposite(mine, others)
  }

  private func haveOneName(_ x: MatchKey, _ y: MatchKey) -> Bool {
    func names(_ key: MatchKey) -> Set<String> {
      key.names.union(
        key.words.filter {
          $0.contains(where: \.isNumber) || keys.words["number word"].contains($0)
        })
    }
    let (p, q) = (names(x), names(y))
    // "The second Kumamoto fab" is named in other words where its owner is named too.
    return p == q || (p.isSubset(of: q) || q.isSubset(of: p)) && !x.words.isDisjoint(with: y.words)
  }

  /// Two texts in the order in which they are asked.
  private struct Pair: Hashable, Comparable {
    let one: String
    let other: String

    init(_ a: String, _ b: String) { (one, other) = a <= b ? (a, b) : (b, a) }

    static func < (a: Pair, b: Pair) -> Bool { (a.one, a.other) < (b.one, b.other) }
  }
}

extension Claim {
  /// Its scope, empty where it has none.
  fileprivate var scopeOrNone: String {
    get { scope ?? "" }
    set { scope = newValue.isEmpty ? nil : newValue }
  }
}
