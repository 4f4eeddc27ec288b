import Claims

/// How a claim's relation stands to the one asked for.
struct RelationMatch: Sendable, Hashable {
  enum Sense: Sendable { case same, opposite }
  var weight: Double
  var sense: Sense
  /// Whether the claim's subject answers to the question's object.
  var swapped: Bool
  var widening: String
}

/// Compares relations by the vocabulary: name, phrase, inverse, family, opposite pole.
struct RelationMatcher {
  let vocabulary: Vocabulary
  let verbIndex: VerbIndex

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    verbIndex = VerbIndex(vocabulary)
  }

  /// The vocabulary's relations taken apart, which another thread does meanwhile.
  final class VerbIndex {
    private let words: Coming<[String: Phrase]>
    private lazy var comingRelations: Coming<[String: [String]]> = Coming { [phrases] in
      Self.relations(by: phrases)
    }
    private let phrases: [String: String]
    /// Relations by the sense of a verb that states them.
    private(set) lazy var relations: [String: [String]] = comingRelations.value

    init(_ vocabulary: Vocabulary) {
      phrases = vocabulary.relationByPhrase
      let names = vocabulary.relations
      words = Coming { names.mapValues { Phrase($0.name) } }
    }

    /// Begins to make what not every question asks for.
    func prepare() { _ = comingRelations }

    /// A known relation's words; kept, because a question looks through all the vocabulary more than once.
    func phrase(_ relation: String) -> Phrase { words.value[relation] ?? Phrase(relation) }

    private static func relations(by phrases: [String: String]) -> [String: [String]] {
      var plain: [String: Set<String>] = [:]
      var joined: [String: Set<String>] = [:]
      for (phrase, relation) in phrases {
        let words = phrase.split(separator: " ").map(String.init)
        let sense = words.first.map { Stem.sense(of: Stem.of($0)) } ?? ""
        if words.count == 1 {
          plain[sense, default: []].insert(relation)
        } else if words.count == 2, words[0] != "be", WordList.has("preposition", words[1]) {
          joined[sense, default: []].insert(relation)
        }
      }
      // "rely on" is known by "rely"; "run from" and "run to" say nothing of who runs a firm.
      for (sense, found) in joined where found.count == 1 || plain[sense] != nil {
        plain[sense, default: []].formUnion(found)
      }
      return plain.mapValues { $0.sorted() }
    }
  }

  func canonical(_ relation: String) -> String {
    if vocabulary.relations[relation] != nil { return relation }
    if let name = vocabulary.relationByPhrase[relation] { return name }
    var words = relation.split(separator: " ").map(String.init)
    if let first = words.first {
      words[0] = ["is", "are", "was", "were"].contains(first) ? "be" : Phrase.singular(first)
    }
    return vocabulary.relationByPhrase[words.joined(separator: " ")] ?? relation
  }

  func match(_ asked: String, _ given: String) -> RelationMatch? {
    match(Asked(asked, canonical(asked)), given)
  }

  /// An asked relation taken apart, to be compared with many.
  struct Asked {
    let asked: String
    let name: String
    let words: Phrase
    let senses: Set<Senses.Side>

    init(_ asked: String, _ name: String) {
      self.asked = asked
      self.name = name
      words = Phrase(name)
      senses = Senses.builtIn.sides(of: name)
    }
  }

  func match(_ side: Asked, _ given: String) -> RelationMatch? {
    let (asked, a, wanted) = (side.asked, side.name, side.words)
    let b = canonical(given)
    if a == b {
      let widening = asked == given ? "" : "\(given) says \(asked)"
      return same(asked == given ? 1 : 0.98, widening)
    }
    let found = vocabulary.relations[b] == nil ? Phrase(b) : verbIndex.phrase(b)
    if wanted.key == found.key { return same(0.98, "") }
    if let x = vocabulary.relations[a], x.inverse == b {
      return same(0.95, "\(given) is the inverse of \(asked)", swapped: true)
    }
    if let y = vocabulary.relations[b], y.inverse == a {
      return same(0.95, "\(given) is the inverse of \(asked)", swapped: true)
    }
    if let x = vocabulary.relations[a], let y = vocabulary.relations[b], let frame = x.frame,
      frame == y.frame, let p = x.pole, let q = y.pole
    {
      if p == q { return same(0.78, "\(given) is of the family of \(asked)") }
      let opposes = vocabulary.frames[frame]?.opposes ?? []
      if opposes.contains(where: { Set($0) == [p, q] }) {
        // Whoever lags behind is outperformed.
        if [order(of: a), order(of: b)].allSatisfy({ $0 == .ahead || $0 == .behind }) {
          return same(0.78, "\(given) is the inverse of the family of \(asked)", swapped: true)
        }
        return RelationMatch(
          weight: 0.8, sense: .opposite, swapped: false, widening: "\(given) opposes \(asked)")
      }
      return nil
    }
    // Who has caught up is level.
    if order(of: a) == .level, order(of: b) == .level {
      return same(0.75, "\(given) taken for \(asked)")
    }
    // Who depends on a thing uses it.
    if implies(b, a) {
      return same(0.9, "\(given) implies \(asked)")
    }
    // Who "is the largest supplier of" it supplies it.
    if wanted.words.count == 1, let doer = Self.doer(found), doer == Stem.of(a) {
      return same(0.85, "\(given) says \(asked)")
    }
    if let doer = Self.doer(wanted), found.words.count < 3, let verb = found.words.first,
      doer == Stem.of(verb)
    {
      return same(0.9, "\(given) says \(asked)")
    }
    // "is cited more than" and "is cited more often than"
    if a.hasSuffix(" than"), b.hasSuffix(" than"), wanted.words.prefix(3) == found.words.prefix(3) {
      return same(0.85, "\(given) taken for \(asked)")
    }
    if excludes(a, b) || excludes(b, a) {
      return RelationMatch(
        weight: 0.7, sense: .opposite, swapped: false, widening: "\(given) goes against \(asked)")
    }
    if let passive = passive(a, b) ?? passive(b, a) { return passive }
    if let bySense = bySense(side, b) { return bySense }
    if WordList.has("contrary", "\(place(a) ?? a)=\(place(b) ?? b)")
      || WordList.has("belonging", a) && WordList.has("staying out", b)
    {
      return RelationMatch(
        weight: 0.7, sense: .opposite, swapped: false, widening: "\(given) goes against \(asked)")
    }
    if let refused = refused(wanted, found) {
      return RelationMatch(
        weight: 0.85, sense: .opposite, swapped: false,
        widening: "\(given) goes against \(refused)")
    }
    // "is the only chip used for" says "is used for", and a good deal more; "is main route for" says
    // "is route for", "is former partner of" doesn't say "is partner of".
    if a.hasPrefix("is "), wanted.words.count >= 3, found.words.count > wanted.words.count,
      found.words.first == "is",
      found.words.suffix(wanted.words.count - 1) == wanted.words.dropFirst(),
      !WordList.has("not yet or no more", found.words[1])
    {
      return same(0.9, "\(given) says \(asked)")
    }
    if isLedOn(wanted, found) || isLedOn(found, wanted) {
      return same(0.9, "\(given) taken for \(asked)")
    }
    // "is used" asks of what "is used for" says.
    if wanted.words.first == "is", wanted.words.count == 2, found.words.count == 3,
      found.words.prefix(2) == wanted.words[...]
    {
      return same(0.75, "\(given) taken for \(asked)")
    }
    if wanted.words.first == found.words.first,
      wanted.words.count == 1 || found.words.count == 1, wanted.words.first != "is"
    {
      return same(0.75, "\(given) taken for \(asked)")
    }
    return nil
  }

  /// "Demands" says "requires" in another word; "turns away" goes against "admits".
  private func bySense(_ side: Asked, _ given: String) -> RelationMatch? {
    // Of two that the vocabulary has in frames, the frames know better.
    guard !side.senses.isEmpty,
      [side.name, given].contains(where: { vocabulary.relations[$0]?.frame == nil })
    else { return nil }
    let senses = Senses.builtIn.sides(of: given)
    if !senses.isDisjoint(with: side.senses) {
      return same(0.75, "\(given) taken for \(side.asked)")
    }
    guard side.senses.contains(where: { senses.contains($0.opposite) }) else { return nil }
    return RelationMatch(
      weight: 0.7, sense: .opposite, swapped: false,
      widening: "\(given) goes against \(side.asked)")
  }

  /// The stem of what is done by whom a relation names: that of "supply" for "is only supplier of".
  static func doer(_ relation: Phrase) -> String? {
    let words = relation.words
    guard words.count > 2, words[0] == "is", words.last == "of" else { return nil }
    let noun = words[words.count - 2]
    return noun.hasSuffix("er") || noun.hasSuffix("or") ? Stem.of(noun) : nil
  }

  /// Whether what stands in the first relation can't stand in the second, or in another of its family.
  func excludes(_ relation: String, _ other: String) -> Bool {
    let family = vocabulary.relations[other]
    return vocabulary.relations[relation]?.traits?.contains { trait in
      guard trait.hasPrefix("excludes ") else { return false }
      let name = String(trait.dropFirst("excludes ".count))
      guard name != other else { return true }
      guard let entry = vocabulary.relations[name], let frame = entry.frame, let pole = entry.pole
      else { return false }
      return frame == family?.frame && pole == family?.pole
    } ?? false
  }

  /// Whether what stands in the first relation stands in the second as well.
  func implies(_ relation: String, _ other: String) -> Bool { has("implies \(other)", relation) }

  /// "is banned" is what "bans" says from the other side, "is chaired by" what "chairs" does.
  private func passive(_ a: String, _ b: String) -> RelationMatch? {
    let words = a.split(separator: " ").map(String.init)
    guard words.count == 2 && words[1].hasSuffix("ed") || words.count == 3 && words[2] == "by",
      words[0] == "is", !b.hasPrefix("is "), b.hasSuffix("s"), !b.contains(" "),
      Stem.of(words[1]) == Stem.of(b)
    else { return nil }
    return same(0.9, "\(b) taken for \(a)", swapped: true)
  }

  /// "takes effect on" leads on from "takes effect".
  private func isLedOn(_ short: Phrase, _ long: Phrase) -> Bool {
    short.words.count > 1 && long.words.count == short.words.count + 1
      && long.words.dropLast() == short.words[...]
      && long.words.last.map { WordList.has("preposition", $0) } == true
  }

  /// The relation that another says is refused: "signs" of "declines to sign".
  private func refused(_ wanted: Phrase, _ found: Phrase) -> String? {
    guard found.words.count == wanted.words.count + 2, found.words[1] == "to",
      WordList.has("refusing", found.words[0]),
      found.words.dropFirst(3) == wanted.words.dropFirst(),
      let verb = wanted.words.first, Stem.of(found.words[2]) == Stem.of(verb)
    else { return nil }
    return wanted.words.joined(separator: " ")
  }

  enum Order { case ahead, behind, level }

  /// How a relation sets its subject against its object, nil where it does not.
  func order(of relation: String) -> Order? {
    let name = canonical(relation)
    if name.hasSuffix(" than") { return .ahead }
    guard let entry = vocabulary.relations[name], let frame = entry.frame else { return nil }
    switch (frame, entry.pole) {
    case ("leadership", "lead"): return .ahead
    case ("leadership", "lag"): return .behind
    case ("leadership", "parity"), ("gap", "closed"): return .level
    default: return nil
    }
  }

  /// The same with top places: who is the most used is ahead.
  func place(of relation: String) -> Order? {
    if let order = order(of: relation) { return order }
    let name = canonical(relation)
    return name.hasPrefix("is most ") && excludesOthers(name) ? .ahead : nil
  }

  /// Whether a claim's relation says the contrary of the one asked for or something else of the same
  /// family; nil where the two have nothing to do with each other.
  func isContrary(_ asked: String, _ given: String) -> Bool? {
    // "May smelters export it?" against "smelters are barred from exporting it"
    let isKept = [asked, given].map { WordList.has("kept from", canonical($0)) }
    if isKept[0] != isKept[1], control(of: isKept[0] ? given : asked) == .allow { return true }
    guard let x = vocabulary.relations[canonical(asked)],
      let y = vocabulary.relations[canonical(given)], let frame = x.frame, frame == y.frame,
      x.pole != y.pole
    else { return match(asked, given)?.sense == .opposite ? true : nil }
    let opposes = vocabulary.frames[frame]?.opposes ?? []
    return opposes.contains { Set($0) == Set([x.pole, y.pole].compactMap { $0 }) }
  }

  enum Control { case ban, allow }

  /// Whether a relation forbids its object or lets it be, nil where it does neither.
  func control(of relation: String) -> Control? {
    guard let entry = vocabulary.relations[canonical(relation)] else {
      // "bars from shipping", "is forbidden from using", "allows to export"
      let words = relation.split(separator: " ").map(String.init)
      guard let link = words.firstIndex(where: { ["from", "to"].contains($0) }), link > 0,
        link + 1 < words.count
      else { return nil }
      let passive = ["is", "are"].contains(words[0]) ? Array(words[1..<link]) : []
      let deed = (passive.isEmpty ? Array(words[..<link]) : passive).joined(separator: " ")
      return [deed, deed + " from"].lazy.compactMap { phrase in
        let entry = self.vocabulary.relations[self.canonical(phrase)]
        return entry?.frame == "control" ? self.control(of: phrase) : nil
      }.first
    }
    if WordList.has("kept from", entry.name) { return .ban }
    guard entry.frame == "control" else { return nil }
    return entry.pole == "ban" ? .ban : entry.pole == "allow" ? .allow : nil
  }

  /// Whether the relation ends what was before: "lifts", "suspends".
  func isChange(_ relation: String) -> Bool { has("change", canonical(relation)) }

  /// Whether only one value can stand in the relation to one subject.
  func hasOneValue(_ relation: String) -> Bool { has("functional", canonical(relation)) }

  /// Whether both parties of the relation stand on one footing: "co-leads with".
  func isMutual(_ relation: String) -> Bool {
    let name = canonical(relation)
    return has("symmetric", name) || name.hasSuffix(" with")
  }

  /// Whether only one can stand in the relation to one thing: another in it denies the first.
  func excludesOthers(_ relation: String) -> Bool {
    let name = canonical(relation)
    return has("exclusive", name) || has("asymmetric", name)
      || name.hasPrefix("is most ") && name.utf8.count { $0 == UInt8(ascii: " ") } == 2
  }

  /// Frame and pole in one word: "leadership/lead".
  private func place(_ relation: String) -> String? {
    guard let entry = vocabulary.relations[relation], let frame = entry.frame,
      let pole = entry.pole
    else { return nil }
    return "\(frame)/\(pole)"
  }

  private func has(_ trait: String, _ name: String) -> Bool {
    vocabulary.relations[name]?.traits?.contains(trait) ?? false
  }

  private func same(_ weight: Double, _ widening: String, swapped: Bool = false) -> RelationMatch {
    RelationMatch(weight: weight, sense: .same, swapped: swapped, widening: widening)
  }
}
