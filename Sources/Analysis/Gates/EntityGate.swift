/// How surely two phrases name the same thing.
struct EntityGate {
  static let alias = 0.95

  /// Two phrases without names, of which the one says more of the same: "server tariffs", "tariffs
  /// on imported servers".
  static let fuller = 0.94
  /// Two that share half of their words, two at least.
  static let overlap = 0.85

  let keys: MatchKeys
  private var words: Words { keys.words }

  /// The same subject, in the same or in other words; nil for another.
  func subject(_ a: MatchKey, _ b: MatchKey) -> Double? {
    guard !a.isEmpty, !b.isEmpty else { return nil }
    if a.words == b.words { return 1 }
    // "The new fee" is the fee.
    if a.words.count > 1, b.words.count > 1, a.words.symmetricDifference(b.words) == ["new"] {
      return Self.alias
    }
    let x = a.words.subtracting(b.words)
    let y = b.words.subtracting(a.words)
    if x.count < a.words.count, areOnePlace(x, y) { return Self.alias }
    if isFullerName(a, of: b) || isFullerName(b, of: a) { return Self.alias }
    guard a.identifiers == b.identifiers, a.states == b.states else { return nil }
    let shared = a.words.intersection(b.words)
    if shared.count >= 2, x.union(y).isSubset(of: words["general"]) { return Self.alias }
    guard shared.subtracting(words["general"]).subtracting(words["grade"]).count >= 2 else {
      return nil
    }
    if a.identifiers.isEmpty, x.isEmpty || y.isEmpty {
      return haveOneHead(a, b) ? Self.fuller : nil
    }
    return !areContrasted(a, b) && overlaps(a.words, b.words) && !areNamedApart(x, y, a, b)
      && haveEndsInCommon(a, b)
      ? Self.overlap : nil
  }

  /// "Olga's Nordlys hall in Molde" is "the Nordlys hall": whose it is and where it stands may be said.
  private func isFullerName(_ full: MatchKey, of short: MatchKey) -> Bool {
    let own = full.capitals.union(short.capitals).intersection(short.words)
    let more = full.words.subtracting(short.words)
    guard short.words.count > 1, short.words.isSubset(of: full.words), !more.isEmpty,
      !own.subtracting(words["general"]).isEmpty, short.states.isEmpty, short.seats.isEmpty
    else { return false }
    let names = full.identifiers.union(full.states).union(full.capitals)
    return more.isSubset(of: names)
  }

  /// Whether what is left of two names are places, each in one of the other's.
  private func areOnePlace(_ x: Set<String>, _ y: Set<String>) -> Bool {
    !x.isEmpty && !y.isEmpty && x.allSatisfy { a in y.contains { areOnePlace(a, $0) } }
      && y.allSatisfy { b in x.contains { areOnePlace($0, b) } }
  }

  private func areOnePlace(_ a: String, _ b: String) -> Bool {
    let places: Set<String> = ["place", "state", "bloc"]
    guard [a, b].allSatisfy({ places.contains(keys.kind(of: $0) ?? "") }) else { return false }
    return keys.ancestors(of: a).contains(b) || keys.ancestors(of: b).contains(a)
  }

  /// The same matter in more or fewer words, as long as both name the same product, law or firm.
  func matter(_ a: MatchKey, _ b: MatchKey) -> Double? {
    let x = content(a)
    let y = content(b)
    if a.words == b.words { return 1 }
    if isLoneName(a, of: b) || isLoneName(b, of: a) { return Self.alias }
    guard a.identifiers == b.identifiers, isOneState(a, b) else { return nil }
    if x == y, !x.isEmpty { return 1 }
    if !x.isDisjoint(with: y), areOnePlace(x.subtracting(y), y.subtracting(x)) { return Self.alias }
    if isPlacedMoreNearly(a, b) || isPlacedMoreNearly(b, a) { return Self.alias }
    let shared = x.intersection(y).subtracting(a.identifiers).subtracting(words["general"])
    let isApart = areNamedApart(x.subtracting(y), y.subtracting(x), a, b)
    guard !a.identifiers.isEmpty else {
      if overlaps(x, y), shared.count > 1, !isApart, !areContrasted(a, b), haveEndsInCommon(a, b) {
        return Self.overlap
      }
      if isOneText(a, b) { return Self.fuller }
      return coversSpecific(x, y) && haveOneHead(a, b) ? 0.6 : nil
    }
    if x.isSubset(of: y) || y.isSubset(of: x) { return Self.alias }
    return !isApart && !areContrasted(a, b) && !shared.isEmpty && overlaps(x, y) ? Self.alias : nil
  }

  /// "Skyfin", and "the Fjordchip Skyfin drone" with its maker and its kind.
  private func isLoneName(_ short: MatchKey, of full: MatchKey) -> Bool {
    guard let name = short.loneName, let at = full.tokens.firstIndex(of: name),
      full.tokens.count <= at + 2,
      // "The Skyfin venture" is Skyfin, its users aren't.
      full.capitals.contains(name)
        || at == 0 && words["sort of thing"].contains(full.tokens.last ?? "")
    else { return false }
    return full.tokens[..<at].allSatisfy {
      full.states.contains($0) || words["firmlike"].contains(keys.kind(of: $0) ?? "")
    }
  }

  /// "Its hall at Tomra near Molde" is "its hall at Tomra", which is the only one there.
  private func isPlacedMoreNearly(_ full: MatchKey, _ short: MatchKey) -> Bool {
    let more = full.words.subtracting(short.words)
    return !more.isEmpty && short.words.isSubset(of: full.words)
      && !short.capitals.intersection(short.words).subtracting(short.states).isEmpty
      && more.allSatisfy { ["place", "state", "bloc"].contains(keys.kind(of: $0) ?? "") }
  }

  /// "The UN pact on drones" is "the UN pact", named by who made it, and "the UN text on drones".
  func isOneText(_ a: MatchKey, _ b: MatchKey) -> Bool {
    let documents = words["document"]
    guard !a.words.isDisjoint(with: documents), !b.words.isDisjoint(with: documents) else {
      return false
    }
    let parts = (a.words.subtracting(b.words), b.words.subtracting(a.words))
    if parts.0.union(parts.1).isSubset(of: documents) {
      return !parts.0.isEmpty && !parts.1.isEmpty && parts.0.count < a.words.count
    }
    let (short, long) = a.tokens.count < b.tokens.count ? (a, b) : (b, a)
    // "The Paris AI declaration" is "the Paris AI summit declaration".
    if short.tokens.count > 2, long.tokens.count == short.tokens.count + 1,
      short.tokens.last == long.tokens.last, short.tokens.first == long.tokens.first,
      short.words.isSubset(of: long.words), short.identifiers == long.identifiers
    {
      return true
    }
    return short.states == long.states && !short.states.isEmpty
      && long.tokens.starts(with: short.tokens)
  }

  /// Whether one has a name, a number or an opposite where the other has something else: Fjordchip's X7
  /// lenses aren't Norbyte's, the Skyfin 2 isn't the Skyfin 3, warm days aren't cold ones.
  private func areNamedApart(_ x: Set<String>, _ y: Set<String>, _ a: MatchKey, _ b: MatchKey)
    -> Bool
  {
    !x.isEmpty && !y.isEmpty
      && (!x.union(y).isDisjoint(with: a.capitals.union(b.capitals))
        || [x, y].allSatisfy {
          $0.contains { $0.contains(where: \.isNumber) || words["number word"].contains($0) }
        }
        || x.contains { word in y.contains { Opposites.builtIn.areOpposite(word, $0) } })
  }

  /// Whether the two are word for word the same but for one, or two of one: "contract prices" aren't "spot prices",
  /// nor "older dry scanners" "immersion scanners", whatever else is said of both.
  func areContrasted(_ a: MatchKey, _ b: MatchKey) -> Bool {
    guard a.tokens.last == b.tokens.last else { return false }
    let start = zip(a.tokens, b.tokens).prefix { $0 == $1 }.count
    let end = zip(a.tokens.reversed(), b.tokens.reversed()).prefix { $0 == $1 }.count
    let parts = [a, b].map { Array($0.tokens.dropFirst(start).dropLast(end)) }
    let counts = parts.map(\.count).sorted()
    guard counts == [1, 1] || counts == [1, 2] && start > 0 else { return false }
    let idle = ["general", "grade", "universal", "transfer", "actor"].map { words[$0] }
    return parts.allSatisfy { part in
      part.contains { word in !idle.contains { $0.contains(word) } }
    }
  }

  /// "The canteen of the Molde plant" is no "plant in Molde".
  private func haveOneHead(_ a: MatchKey, _ b: MatchKey) -> Bool {
    let (full, short) = a.words.count < b.words.count ? (b, a) : (a, b)
    guard let head = full.headOfPhrase, !short.words.contains(head) else { return true }
    return ["general", "grade", "universal", "transfer", "actor", "measure noun"].contains {
      words[$0].contains(head)
    }
  }

  /// Whether both begin and end with what the other says too: the output of programmers isn't their
  /// confidence, and drone jammers aren't drone makers.
  private func haveEndsInCommon(_ a: MatchKey, _ b: MatchKey) -> Bool {
    [(a, b), (b, a)].allSatisfy { one, other in
      [one.tokens.first, one.tokens.last].allSatisfy { $0.map(other.words.contains) ?? false }
    }
  }

  private func overlaps(_ x: Set<String>, _ y: Set<String>) -> Bool {
    Double(x.intersection(y).count) >= 0.5 * Double(x.union(y).count)
  }

  /// Whether a denial of `general` denies `instance`: no open model, hence not this one.
  func denial(of general: MatchKey, covers instance: MatchKey) -> Double? {
    if general.words == instance.words { return 1 }
    let apart = (
      general.words.subtracting(instance.words), instance.words.subtracting(general.words)
    )
    if !apart.0.isEmpty, apart.0.count < general.words.count,
      apart.0.allSatisfy({ place in apart.1.contains { areOnePlace(place, $0) } })
    {
      return Self.alias
    }
    if !instance.identifiers.isEmpty, isMember(instance, of: general) { return Self.alias }
    if isOneText(general, instance) { return Self.fuller }
    let x = content(general).subtracting(["model"])
    let y = content(instance).subtracting(["model"])
    if isLoneName(general, of: instance) || isLoneName(instance, of: general) { return Self.alias }
    guard general.identifiers.isSubset(of: instance.identifiers) else { return nil }
    if x.isEmpty { return x == y ? 1 : nil }
    if x == y { return 1 }
    return x.isSubset(of: y) && !x.isSubset(of: words["general"]) ? Self.alias : nil
  }

  /// Whether all that names the group is said of the part, or follows from what the part is: a lab
  /// of a state is one of its developers, a model is of the state of who makes it.
  func isWithin(_ part: MatchKey, _ group: MatchKey) -> Bool {
    if group.words.isSubset(of: part.words) { return true }
    let missing = group.words.subtracting(part.words)
    // "The 27 EU member states": a state that is in the union is one of them.
    if !part.states.isEmpty {
      let unions = group.words.filter { keys.kind(of: $0) == "bloc" }
      if part.states.contains(where: { !keys.ancestors(of: $0).isDisjoint(with: unions) }),
        missing.allSatisfy({
          unions.contains($0) || words["member of union"].contains($0) || Int($0) != nil
        })
      {
        return true
      }
    }
    let isFirm = part.identifiers.contains { words["firmlike"].contains(keys.kind(of: $0) ?? "") }
    return missing.allSatisfy { word in
      isFirm && (words["firm"].contains(word) || words["size"].contains(word))
        // Only models have weights.
        || word == "model" && part.words.contains("weight")
        || words["mainland"].contains(word) && part.tokens.contains(where: isOnMainland)
        || part.tokens.contains {
          keys.generalisations(of: $0).contains(word) || keys.kindWords(of: $0).contains(word)
            || keys.callings(of: $0).contains(word)
        }
    }
  }

  /// Shenzhen, but not Hong Kong.
  private func isOnMainland(_ place: String) -> Bool {
    keys.ancestors(of: place).contains("china") && !["hong_kong", "macau"].contains(place)
      && keys.ancestors(of: place).isDisjoint(with: ["hong_kong", "macau"])
  }

  /// Whether the one is known to be of the group that the other names, rather than called so.
  func isMember(_ part: MatchKey, of group: MatchKey) -> Bool {
    !group.isEmpty && !part.isEmpty && part.words != group.words && isWithin(part, group)
  }

  private func isOneState(_ a: MatchKey, _ b: MatchKey) -> Bool {
    a.states.isSubset(of: b.states) || b.states.isSubset(of: a.states)
  }

  private func coversSpecific(_ x: Set<String>, _ y: Set<String>) -> Bool {
    let small = x.count <= y.count ? x : y
    let large = x.count <= y.count ? y : x
    return small.isSubset(of: large) && !small.isSubset(of: words["general"])
  }

  /// Without praise, and without "sale of" and "buyers" where there is more to name the thing.
  func content(_ key: MatchKey) -> Set<String> {
    let said = key.words.filter {
      !words["grade"].contains($0) && !words["universal"].contains($0)
        && (key.states.isEmpty || !words["actor"].contains($0))
    }
    let things = said.subtracting(words["transfer"])
    return things.isEmpty ? said : things
  }
}
