import Claims

/// Who is ahead of whom, and in what, as one claim puts it.
struct Standing: Sendable {
  enum Sort: Sendable { case lead, parity, closed, narrowing }

  /// A state, or a company, that competes; `whole` when nothing but its name was said.
  struct Side: Sendable, Hashable {
    var name: String
    var whole: Bool
    static func == (a: Side, b: Side) -> Bool { a.name == b.name }
    func hash(into hasher: inout Hasher) { hasher.combine(name) }
  }

  var sort: Sort
  var leader: Side?
  var trailer: Side?
  /// The two of a parity, or of a closed or narrowing gap.
  var pair: Set<Side> = []
  var field: Field?
  /// "Overtakes" says that it was otherwise before.
  var isChange: Bool

  var sides: Set<Side> { pair.union([leader, trailer].compactMap { $0 }) }

  init?(
    _ claim: Claim, relation: String, pole: String?, subject: MatchKey, object: MatchKey,
    scope: MatchKey?, keys: MatchKeys
  ) {
    let words = keys.words
    let own = words.phraseClasses(of: relation)
    let said = pole.map { own.union(words.phraseClasses(of: $0)) } ?? own
    let overtakes = own.contains("overtake") || words.phrase(claim.relation, isIn: "overtake")
    isChange = overtakes
    guard overtakes || !said.isDisjoint(with: Self.classes) else { return nil }
    var extra: [String] = []
    guard var first = Self.side(subject, keys: keys, extra: &extra) else { return nil }
    // "Leads in FIELD" names no rival; "leads RIVAL" does, whatever the preposition.
    let namesField =
      relation.hasSuffix(" in") || object.isEmpty
      || !own.contains("rival")
        && (object.states.isEmpty && object.identifiers.isEmpty
          && !Self.isName(claim, object, words) && !Self.areOfOneSort(subject, object))
    var second: Side?
    if !namesField {
      var more: [String] = []
      second = Self.side(object, keys: keys, extra: &more)
      guard second != nil else { return nil }
      for token in more where !extra.contains(token) { extra.append(token) }
      // "Viora's Bergen plant" and "Viora's plants in Oslo" are two of one firm.
      if let two = Self.ofOneOwner(claim, keys) { (first, second, extra) = (two.0, two.1, []) }
    }
    var tokens = extra
    if namesField { tokens += object.tokens }
    let degree = claim.scope?.lowercased().hasPrefix("by a") ?? false
    // By how much is no field.
    let margin = degree ? Set(rawWords(claim.scope ?? "").map(stem)) : []
    tokens += (scope?.tokens ?? []).filter { !margin.contains($0) }
    field = tokens.isEmpty ? nil : Field(tokens, words: words)
    if said.contains("closed") || said.contains("narrowing") {
      // Catching up is not caught up.
      let isUnderWay = rawWords(claim.surface.relation).contains {
        $0.hasSuffix("ing") && !$0.hasSuffix("thing")
      }
      guard let second else { return nil }
      sort = isUnderWay || said.contains("narrowing") ? .narrowing : .closed
      pair = [first, second]
    } else if said.contains("parity") {
      guard let second else { return nil }
      sort = .parity
      pair = [first, second]
    } else if said.contains("lag") {
      sort = .lead
      trailer = first
      leader = second
    } else if overtakes || said.contains("lead") {
      sort = .lead
      leader = first
      trailer = second
    } else {
      return nil
    }
  }

  /// The two that a comparison is of.
  static func sides(_ a: MatchKey, _ b: MatchKey, keys: MatchKeys) -> Set<Side>? {
    var (x, y): ([String], [String]) = ([], [])
    guard let first = side(a, keys: keys, extra: &x), let second = side(b, keys: keys, extra: &y)
    else { return nil }
    return [first, second]
  }

  private static let classes = ["closed", "narrowing", "parity", "lag", "lead"]

  /// "Closed models lead open models": both are models.
  private static func areOfOneSort(_ a: MatchKey, _ b: MatchKey) -> Bool {
    a.tokens.count > 1 && b.tokens.count > 1 && a.tokens.last == b.tokens.last
  }

  // "Leads BYD" names a rival although nobody knows it; "leads AI" and "dominates exports" don't.
  private static func isName(_ claim: Claim, _ object: MatchKey, _ words: Words) -> Bool {
    let isCapital = claim.object.startsWithCapital
    return (isCapital && !object.words.isSubset(of: words["general"]))
      || !object.words.isDisjoint(with: words["actor"])
  }

  /// The side a phrase stands for: "American video models" is the United States, in video models.
  private static func side(_ key: MatchKey, keys: MatchKeys, extra: inout [String]) -> Side? {
    let rest = key.tokens.filter { !key.states.contains($0) && !keys.isActor($0) }
    // "American developers on X7": the name says where they are counted.
    let isOfState =
      key.identifiers.isEmpty
      || key.tokens.dropFirst().first.map { !key.identifiers.contains($0) } ?? false
    if key.states.count == 1, let state = key.states.first, isOfState, state == key.tokens.first {
      extra = rest
      return Side(name: state, whole: key.tokens.count == 1)
    }
    guard !rest.isEmpty else { return nil }
    if key.identifiers.count == 1, let name = key.identifiers.first {
      extra = rest.filter { $0 != name }
      return Side(name: name, whole: key.tokens.count == 1)
    }
    return Side(name: key.key, whole: true)
  }

  /// Two things of one owner, each by the state it is in or else by the names in it; nil where they aren't
  /// or have none of their own.
  private static func ofOneOwner(_ claim: Claim, _ keys: MatchKeys) -> (Side, Side)? {
    guard claim.subject.mayOwn, claim.object.mayOwn, let owner = claim.subject.spaced.first,
      owner.isOwner, owner == claim.object.spaced.first
    else { return nil }
    let homes = [claim.subject, claim.object].map { thing in
      let key = keys.key(thing.spaced.dropFirst().joined(separator: " "), metonyms: false)
      return key.tokens.reduce(into: key.states) { $0.formUnion(keys.ancestors(of: $1)) }
        .filter { keys.key($0.replacing("_", with: " ")).states.contains($0) }
    }
    let names =
      homes[0].count == 1 && homes[1].count == 1 && homes[0] != homes[1]
      ? homes.map { [String(owner.dropLast(2))] + $0 }
      : [claim.subject, claim.object].map { thing in
        thing.spaced.filter(\.startsWithCapital).flatMap(rawWords).map(stem).sorted()
      }
    guard names[0].count > 1, names[1].count > 1, names[0] != names[1] else { return nil }
    let sides = names.map { Side(name: $0.joined(separator: " "), whole: true) }
    return (sides[0], sides[1])
  }

  /// Whether two sides can't hold the same place, because neither is a part of the other.
  static func areRivals(_ a: Side, _ b: Side, keys: MatchKeys) -> Bool {
    guard a != b else { return false }
    if keys.ancestors(of: a.name).contains(b.name) || keys.ancestors(of: b.name).contains(a.name) {
      return false
    }
    // An unknown name may belong to the state it would be compared with.
    let kinds = [a, b].map { keys.kind(of: $0.name) }
    if kinds.contains(where: { $0 == "state" || $0 == "bloc" }) { return !kinds.contains(nil) }
    let wordsOfA = Set(a.name.split(separator: " "))
    let wordsOfB = Set(b.name.split(separator: " "))
    return wordsOfA.isDisjoint(with: wordsOfB)
  }
}

/// What a lead is in: "open-weight language models", "number of papers", or AI as a whole.
struct Field: Sendable, Hashable {
  var all: Set<String>
  /// Without praise, generalities and "worldwide"; empty for the whole field.
  var specific: Set<String>
  var isVague: Bool

  init(_ tokens: [String], words: Words) {
    all = Set(tokens)
    // "Arabic benchmarks" is the field of Arabic.
    let fields = all.subtracting(words["yardstick"])
    specific = (fields.isEmpty ? all : fields).filter {
      !words["grade"].contains($0) && !words["general"].contains($0)
        && !words["worldwide"].contains($0) && !words["number"].contains($0)
        && !words["actor"].contains($0) && !words["container"].contains($0)
    }
    isVague = !all.isDisjoint(with: words["vague"])
  }
}
