import Claims

/// What a rule has found in two claims, before time and modality are weighed.
struct Finding {
  var kind: String
  var base: Double
  var scope: Double
  var entity = 1.0
  /// How the two can't both hold, to follow the words of the two.
  var reason: String
  var reconciledIf: String
  /// How far the modalities let both hold, where the rule knows better than their kind alone tells.
  var modality: Double?
  /// What it is called when the two claims are of different times; nil if that is no news then.
  var updateKind: String?
  /// Whether it can't have changed with time: what something began as.
  var isTimeless = false
  /// Whether the later of the two takes the earlier one's place, whatever time they speak of.
  var isCorrection = false
}

/// One way in which two claims can exclude each other; the order of the two never matters.
protocol Rule: Sendable {
  func finding(_ a: Matter, _ b: Matter) -> Finding?
}

/// What the rules share.
final class RuleContext: Sendable {
  let vocabulary: Vocabulary
  let keys: MatchKeys

  init(vocabulary: Vocabulary, keys: MatchKeys) {
    self.vocabulary = vocabulary
    self.keys = keys
  }

  var words: Words { keys.words }
  var scope: ScopeGate { ScopeGate(words: words) }
  var entity: EntityGate { EntityGate(keys: keys) }

  /// Whether the vocabulary sets the two relations against each other.
  func areOpposed(_ a: Matter, _ b: Matter) -> Bool {
    if a.excludes.contains(b.relation) { return true }
    guard let frame = a.frame, frame == b.frame, let p = a.pole, let q = b.pole, p != q else {
      return areOfContrarySides(a, b)
    }
    return a.opposedPoles.contains(q)
  }

  /// "Admits" against "turns away"; of two that share another sense nobody knows which is meant.
  private func areOfContrarySides(_ a: Matter, _ b: Matter) -> Bool {
    a.sides.contains { b.sides.contains($0.opposite) } && !saySame(a, b)
  }

  /// The kind of clash of two opposed relations, nil where that is for the rules of ranking.
  func kindOfOpposition(_ a: Matter, _ b: Matter) -> String? {
    let kinds = [a.frameKind, b.frameKind]
    if kinds.contains("ordering") || kinds.contains("trend_state") { return nil }
    return kinds.contains("opposed_effect") ? "opposed_effect" : "antonym"
  }

  /// Whether the two are verbs of opposite sense that the vocabulary doesn't set against each other:
  /// "wins", "loses".
  func areContrary(_ a: Matter, _ b: Matter) -> Bool {
    guard !a.isCopular, !b.isCopular, a.frame == nil || a.frame != b.frame else { return false }
    let (x, y) = (a.relationStems, b.relationStems)
    let particles = words["particle"]
    return areContrary(x, y)
      || areContrary(x.filter { !particles.contains($0) }, y.filter { !particles.contains($0) })
  }

  /// What is left of each side without what both say must be one word and its opposite.
  func areContrary(_ a: [String], _ b: [String]) -> Bool {
    let x = Set(a).subtracting(b)
    let y = Set(b).subtracting(a)
    guard x.count == 1, y.count == 1, let x = x.first, let y = y.first else { return false }
    return Opposites.builtIn.areOpposite(x, y)
  }

  /// Whether it bans or allows, where one pole has many degrees.
  func isControl(_ a: Matter) -> Bool { a.frame.map { words["controlling"].contains($0) } ?? false }

  /// Whether the two say the same of their objects, going by relation, by frame and pole, or by sense.
  func saySame(_ a: Matter, _ b: Matter) -> Bool {
    if a.relation == b.relation || !a.sides.isDisjoint(with: b.sides) { return true }
    guard let frame = a.frame, let pole = a.pole else { return false }
    return frame == b.frame && pole == b.pole
  }

  // MARK: the same thing

  /// How surely both speak of one subject; a passive without its agent may be of anyone.
  func sameSubject(_ a: Matter, _ b: Matter) -> Double? {
    if a.isAgentless || b.isAgentless {
      return a.isAgentless && b.isAgentless || isOfItsOwner(a, b) ? 1 : 0.8
    }
    if let same = entity.subject(a.subject, b.subject) { return same }
    if isSurname(a.claim.subject, of: b.claim.subject)
      || isSurname(b.claim.subject, of: a.claim.subject)
    {
      return EntityGate.alias
    }
    // A ministry acts for its state, as a rule.
    let speakers = [keys.spokenFor(by: a.subject), keys.spokenFor(by: b.subject)]
    if speakers[0] == b.subject.key || speakers[1] == a.subject.key { return 0.85 }
    return nil
  }

  /// "Halvorsen", "Governor Halvorsen" and "Ida Halvorsen" are one person, as far as a text says.
  private func isSurname(_ short: String, of full: String) -> Bool {
    let (name, said) = (short.spaced, full.spaced)
    guard let surname = said.last, surname == name.last, said.count == 2 || said.count == 3,
      name.count == 1 || name.count == 2 && words["title"].contains(name[0].lowercased()),
      said.allSatisfy({ $0.startsWithCapital }), surname.count > 2,
      !surname.contains(where: { $0.isNumber || $0 == "'" || $0 == "’" }),
      !said.dropLast().contains(where: \.isOwner),
      case let word = rawWords(surname).joined(separator: " "),
      keys.kind(of: word) == nil, !words["actor"].contains(stem(word)),
      !words["document"].contains(stem(word)), !words["descriptor"].contains(stem(word)),
      !words["body"].contains(stem(word))
    else { return false }
    return keys.key(full).identifiers.isEmpty && keys.key(full).states.isEmpty
  }

  /// "Fjordchip's plant in Molde | is opened" against "Fjordchip | opens | Molde plant".
  private func isOfItsOwner(_ a: Matter, _ b: Matter) -> Bool {
    guard a.isAgentless != b.isAgentless else { return false }
    let (passive, active) = a.isAgentless ? (a, b) : (b, a)
    return !active.object.isEmpty && !active.object.words.isSubset(of: active.subject.words)
      && passive.object.words == active.object.words.union(active.subject.words)
  }

  /// How surely both speak of one object, and how far of one scope.
  ///
  /// A place may stand in either: "sells H20 in China" and "sells H20, in China".
  func sameObject(_ a: Matter, _ b: Matter) -> (entity: Double, scope: Double)? {
    if entity.isOneText(a.whole, b.whole) { return (EntityGate.fuller, 1) }
    if isOfItsOwner(a, b) { return (1, scope.value(a.scope, b.scope)) }
    let apart = entity.matter(a.object, b.object).map { ($0, scope.value(a.scope, b.scope)) }
    let joined: (Double, Double)? =
      a.scope == nil && b.scope == nil || a.whole.words != b.whole.words
      ? nil : (1, 1)
    guard let apart else { return joined ?? narrower(a, b) }
    guard let joined else { return apart }
    return apart.0 * apart.1 >= joined.0 * joined.1 ? apart : joined
  }

  /// A ban of advanced chips is one of the H100; leave for the H100 alone is no leave for all.
  private func narrower(_ a: Matter, _ b: Matter) -> (entity: Double, scope: Double)? {
    guard !a.object.identifiers.isEmpty || !b.object.identifiers.isEmpty else { return nil }
    let (wide, narrow) = isWithin(a.object, b.object) ? (b, a) : (a, b)
    guard !a.isAgentless, !b.isAgentless, !wide.object.isEmpty, !narrow.object.identifiers.isEmpty,
      isWithin(narrow.object, wide.object)
    else { return nil }
    let isSweeping =
      wide.pole.map { words.phrase($0, isIn: "sweeping") } ?? false
      && !words.phrase(wide.relation, isIn: "partial ban")
    return (isSweeping ? 0.85 : 0.6, scope.value(a.scope, b.scope))
  }

  /// How surely both build or give up one thing in one place: "Molde project", "plant at Molde".
  func sameUndertaking(_ a: Matter, _ b: Matter) -> Double? {
    guard [a, b].contains(where: \.isGivingUp) else { return nil }
    let parts = [a, b].map { matter in
      let said = matter.objectShare?.rest ?? matter.objectText
      let raw = said.spaced.filter { !words["stop"].contains($0.lowercased()) }
      let names = raw.filter(\.startsWithCapital).flatMap(rawWords).map(stem)
      let works = raw.filter { !$0.startsWithCapital && Int($0) == nil }.flatMap(rawWords)
      return (names: Set(names), works: works.map { words.common(stem($0)) })
    }
    guard !parts[0].names.isEmpty, parts[0].names == parts[1].names,
      parts.allSatisfy({ $0.works.allSatisfy { words["works"].contains($0) } && !$0.works.isEmpty }
      ),
      Set(parts[0].works) == Set(parts[1].works)
        || parts.contains(where: { $0.works.allSatisfy { words["any works"].contains($0) } })
    else { return nil }
    return EntityGate.fuller
  }

  /// Whether all that names the group is said of the part, or follows from what the part is.
  func isWithin(_ part: MatchKey, _ group: MatchKey) -> Bool { entity.isWithin(part, group) }

  /// A subject without where it is from.
  func foreignless(_ matter: Matter) -> Set<String> {
    matter.subject.words.filter {
      !words["domestic"].contains($0) && !words["general"].contains($0)
    }
  }

  /// Whether neither speaks of some of its subjects only, as "some labs" may and others may not.
  func speakOfAll(_ a: Matter, _ b: Matter) -> Bool {
    [a, b].allSatisfy { $0.subjectShare == nil || $0.subjectShare?.share == 1...1 }
  }
}
