import Claims

/// A name as the detector compares it: known entities as one token each, other words stemmed.
///
/// "Chinese labs", "labs in China" and "China's labs" have the same tokens.
struct MatchKey: Sendable, Hashable {
  /// In the order of the text.
  var tokens: [String] { didSet { words = Set(tokens) } }
  /// Kept, because every comparison asks for them.
  private(set) var words: Set<String>
  /// Tokens that name one thing and no other: products, laws, companies, words with a digit.
  var identifiers: Set<String>
  /// Tokens that name a state or bloc.
  var states: Set<String>
  /// Stems of words written like names, whether known or not.
  var capitals: Set<String> = []
  /// The stem of a lone word with a capital, a name unless a sentence begins with it.
  var loneName: String?
  /// What a phrase with "of" is: "canteen" of "the canteen of the plant"; nil for another.
  var headOfPhrase: String?
  /// States that a place in it is the seat of: "Beijing's curbs" may be China's.
  var seats: Set<String> = []

  /// Tokens that name one thing, a state, or a place that stands for one.
  var names: Set<String> { identifiers.union(states).union(seats) }

  var key: String { words.sorted().joined(separator: " ") }
  /// Tokens of which another name of the same thing has one too: its names, or all it has.
  var cores: [String] {
    let names = self.names
    return (names.isEmpty ? words : names.union(capitals.intersection(words))).sorted()
  }
  var isEmpty: Bool { tokens.isEmpty }

  /// This and another as one name.
  func joined(with other: MatchKey) -> MatchKey {
    MatchKey(
      tokens: tokens + other.tokens, identifiers: identifiers.union(other.identifiers),
      states: states.union(other.states))
  }

  init(tokens: [String], identifiers: Set<String>, states: Set<String>) {
    self.tokens = tokens
    self.identifiers = identifiers
    self.states = states
    words = Set(tokens)
  }
}

/// Makes match keys with the names of a vocabulary.
///
/// A class, because it is large and every rule and gate holds it; nothing changes in it once it is made.
final class MatchKeys: @unchecked Sendable {
  let words: Words
  private var entityByPhrase: [String: String] = [:]
  /// Of how many words at most the names are that begin with a word.
  private var entityLengths: [String: Int] = [:]
  private var metonyms: [String: String] = [:]
  /// The first words of metonyms of several, because few words of a text can begin one.
  private var seatStarts: Set<String> = []
  private var entities: [String: Vocabulary.Entity] = [:]
  /// The state that a place lies in, of those that are no entities.
  private var states: [String: String] = [:]
  private let generalised = Memo<String, Set<String>>()
  private let kinds = Memo<String, Set<String>>()
  private let called = Memo<String, Set<String>>()
  /// Names that say of whom and of what: "US export controls" are export controls, of the US.
  private var compounds: [String: [String]] = [:]
  private let known = Memo<String, MatchKey>()
  private let tellings = Memo<String, MatchKey>()
  private static let stateKinds: Set<String> = ["state", "bloc"]
  // Kinds whose words must stay apart, because "open models" and "open coding models" share them.
  private static let wordKinds: Set<String> = ["model kind", "technology", "model-kind", "concept"]

  init(vocabulary: Vocabulary, words: Words = .builtIn) {
    self.words = words
    entities.reserveCapacity(vocabulary.entities.count)
    entityByPhrase.reserveCapacity(2 * vocabulary.entityByAlias.count)
    // Names are sorted rather than entities, which take longer to move.
    for name in vocabulary.entities.keys.sorted() {
      guard let entity = vocabulary.entities[name] else { continue }
      let token = Self.token(name)
      entities[token] = entity
      guard !Self.wordKinds.contains(entity.kind) else { continue }
      for alias in [name] + (entity.aliases ?? []) + (entity.demonyms ?? []) {
        let phrase = rawWords(alias).joined(separator: " ")
        entityByPhrase[phrase] = entityByPhrase[phrase] ?? token
      }
      for metonym in entity.metonyms ?? [] {
        let bare = rawWords(metonym).filter { !words["stop"].contains($0) }
        metonyms[bare.joined(separator: " ")] = token
        if bare.count > 1 { seatStarts.insert(bare[0]) }
      }
    }
    addLawsByState()
    addPlaces()
    for (token, entity) in entities { compounds[token] = compound(entity.name) }
    for phrase in entityByPhrase.keys {
      let said = phrase.spaced
      guard let first = said.first else { continue }
      entityLengths[first] = max(entityLengths[first] ?? 0, said.count)
    }
  }

  /// "Norway's AI Act" is the Norwegian AI Act.
  private func addLawsByState() {
    var states: [String: String] = [:]
    for entity in entities.values where Self.stateKinds.contains(entity.kind) {
      for demonym in entity.demonyms ?? [] { states[demonym] = entity.name }
    }
    let laws = entities.values.filter { $0.kind == "law" }
    for entity in laws.sorted(by: { $0.name < $1.name }) {
      for name in [entity.name] + (entity.aliases ?? []) {
        let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, let state = states[parts[0]] else { continue }
        let phrase = rawWords(state + " " + parts[1]).joined(separator: " ")
        entityByPhrase[phrase] = entityByPhrase[phrase] ?? Self.token(entity.name)
      }
    }
  }

  /// The places of `places.txt` that the vocabulary doesn't know.
  private func addPlaces() {
    let list = String(decoding: PackageResources.places_txt, as: UTF8.self)
    for line in list.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      for place in parts[1].split(separator: ";") {
        let phrase = rawWords(String(place))
        let name = phrase.joined(separator: " ")
        let token = phrase.joined(separator: "_")
        guard entityByPhrase[name] == nil, metonyms[name] == nil else { continue }
        states[token] = Self.token(String(parts[0]))
        entityByPhrase[name] = token
      }
    }
  }

  /// A name of a state's name and another's; the other tokens of such a phrase are those of a bare one.
  private func compound(_ name: String) -> [String]? {
    let parts = rawWords(name)
    guard parts.count > 1, let state = entityByPhrase[parts[0]],
      Self.stateKinds.contains(entities[state]?.kind ?? ""),
      let rest = entityByPhrase[parts.dropFirst().joined(separator: " ")],
      rest != Self.token(name)
    else { return nil }
    return [state, rest]
  }

  private static func token(_ name: String) -> String { rawWords(name).joined(separator: "_") }

  /// "Olga's X7" is the X7 where it is known who makes it.
  private func dropMaker(from tokens: inout [String], _ key: inout MatchKey) {
    guard tokens.count > 1, let thing = tokens.last, key.identifiers.contains(thing),
      case let maker = tokens[tokens.count - 2],
      key.identifiers.contains(maker) || isOwn(thing, of: maker),
      ancestors(of: thing).contains(maker)
    else { return }
    tokens.remove(at: tokens.count - 2)
    key.identifiers.remove(maker)
    key.states.remove(maker)
  }

  /// "The Korean AI Basic Act" is the AI Basic Act; but what a firm does in a state is another thing.
  private func isOwn(_ thing: String, of state: String) -> Bool {
    Self.stateKinds.contains(kind(of: state) ?? "")
      && !words["owned"].isDisjoint(with: kindWords(of: thing))
  }

  /// The key of a phrase; without `metonyms`, "Beijing" is the town.
  func key(_ full: String, metonyms usesMetonyms: Bool = true) -> MatchKey {
    usesMetonyms
      ? known.value(of: full) { made(of: full, usesMetonyms: true) }
      : made(of: full, usesMetonyms: false)
  }

  /// "Labs outside Finland" are labs, and of all that is not in Finland: which is no part of what is.
  private func outside(_ full: String, _ usesMetonyms: Bool) -> MatchKey? {
    let said = full.spaced
    guard let at = said.firstIndex(where: { words["outside"].contains($0.lowercased()) }),
      at + 1 < said.count
    else { return nil }
    let (before, after) = (said[..<at], said[(at + 1)...])
    var key = made(of: before.joined(separator: " "), usesMetonyms: usesMetonyms)
    let beyond = made(of: after.joined(separator: " "), usesMetonyms: usesMetonyms)
    key.tokens.append(Self.beyond + beyond.tokens.joined(separator: "_"))
    return key
  }

  private static let beyond = "outside_"

  /// Whether a phrase says what a thing is: what only names it has no other words.
  func isDescribed(_ phrase: String) -> Bool {
    // Most names are one word with a capital, which is quicker to see.
    guard phrase.utf8.contains(UInt8(ascii: " ")) || phrase.first?.isLowercase ?? false else {
      return false
    }
    return described(phrase) > 0
  }

  /// How many words of a phrase are no names.
  func described(_ phrase: String) -> Int {
    phrase.spaced.count { word in
      word.first?.isLowercase ?? false && !words["stop"].contains(word)
    }
  }

  /// The words of a sentence that say what it is about.
  func telling(_ sentence: String) -> MatchKey {
    tellings.value(of: sentence) {
      var key = made(of: sentence, usesMetonyms: true, isSentence: true)
      let idle = Self.idle.map { words[$0] }
      key.tokens.removeAll { word in idle.contains { $0.contains(word) } }
      return key
    }
  }

  /// Of the words of a sentence those that few others of the field share: no state, no date, no "chips".
  func specific(_ told: MatchKey) -> Set<String> {
    content(told).filter(isSpecific)
  }

  /// Whether few others of the field share a word of what a sentence is about.
  func isSpecific(_ word: String) -> Bool { !words["field"].contains(word) && !isState(word) }

  /// Of the words of a sentence all that say what it is about, be they the whole field's.
  func content(_ told: MatchKey) -> Set<String> {
    told.words.union(told.seats).filter { word in
      !words["function"].contains(word) && !Interval.isOfDate(word)
    }
  }

  /// The lists of words that say little of a matter.
  static let idle = ["general", "universal", "transfer", "stop"]

  /// Whether a token is of all that something is not.
  static func isOutside(_ token: String) -> Bool { token.hasPrefix(beyond) }

  /// "Two-nanometre" and "2 nm" are "2nm".
  private func joinNodes(_ raw: inout [String]) {
    for i in raw.indices.dropLast().reversed()
    where ["nm", "nanometre", "nanometer", "nanometres", "nanometers"].contains(raw[i + 1]) {
      let number = Self.numbers.firstIndex(of: raw[i]).map(String.init) ?? raw[i]
      guard number.allSatisfy(\.isNumber) else { continue }
      raw.replaceSubrange(i...(i + 1), with: [number + "nm"])
    }
  }

  private static let numbers = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]

  private func made(
    of full: String, usesMetonyms: Bool, isSentence: Bool = false
  ) -> MatchKey {
    if !isSentence, let key = outside(full, usesMetonyms) { return key }
    let text = ownName(in: full)
    var raw = rawWords(text)
    // "us" is the pronoun unless it is written like the country.
    if raw.contains("us"), !text.contains("US"), !text.contains("U.S") {
      raw.removeAll { $0 == "us" }
    }
    joinNodes(&raw)
    // "European" is said of the union, and so is "Europe" where it isn't said which part.
    if let at = raw.firstIndex(of: "europe"), at == 0 || !words["part"].contains(raw[at - 1]) {
      raw.replaceSubrange(at...at, with: ["european", "union"])
    }
    var key = MatchKey(tokens: [], identifiers: [], states: [])
    var tokens: [String] = []
    let bare = raw.filter { !words["actor"].contains($0) && !words["stop"].contains($0) }
    if usesMetonyms, let state = metonyms[bare.joined(separator: " ")] {
      return MatchKey(tokens: [state], identifiers: [], states: [state])
    }
    var i = 0
    scan: while i < raw.count {
      // The longest name wins: "EU AI Act" must not become the bloc and a stray law.
      let longest = max(1, min(5, raw.count - i, entityLengths[raw[i]] ?? 0))
      for length in stride(from: longest, through: 1, by: -1) {
        guard let token = entity(raw[i..<i + length]) else { continue }
        // "Chile's AI Act" is not the one that is called so without a state.
        if let state = tokens.last, key.states.contains(state),
          isForShort(raw[i..<i + length].joined(separator: " "), token)
        {
          continue
        }
        for token in compounds[token] ?? [token] {
          tokens.append(token)
          if Self.stateKinds.contains(entities[token]?.kind ?? "") {
            key.states.insert(token)
          } else {
            key.identifiers.insert(token)
          }
        }
        i += length
        dropMaker(from: &tokens, &key)
        continue scan
      }
      // Of "Abu Dhabi campus" the place is one name.
      if let (state, length) = seat(raw[i...]) {
        tokens.append(raw[i..<i + length].joined(separator: "_"))
        key.seats.insert(state)
        i += length
        continue
      }
      if let (stems, length) = words.name(raw[i...]) {
        tokens += stems.map(words.common)
        i += length
        continue
      }
      let word = raw[i]
      i += 1
      // Within a phrase a seat of government stands for the state where it acts: "by Washington".
      if usesMetonyms, i > 1, raw[i - 2] == "by", let state = metonyms[word] {
        tokens.append(state)
        key.states.insert(state)
        continue
      }
      if words["stop"].contains(word) { continue }
      if let state = metonyms[word] {
        key.seats.insert(state)
        tokens.append(word)
        continue
      }
      // A chipmaker is a maker of chips.
      if word.count > 6, let maker = ["maker", "makers"].first(where: word.hasSuffix) {
        let thing = stem(String(word.dropLast(maker.count)))
        tokens += [words.common(thing), words.common("maker")]
        continue
      }
      let stemmed = words.common(stem(word))
      tokens.append(stemmed)
      if word.contains(where: \.isNumber), word.contains(where: \.isLetter) {
        key.identifiers.insert(stemmed)
      }
    }
    // "Brazil's new AI law" is Brazil's AI law.
    if !key.states.isEmpty, let last = tokens.last, words["document"].contains(last) {
      tokens.removeAll { $0 == "new" }
    }
    // "Nvidia's Hopper chips" are Hopper chips.
    if key.identifiers.count > 1, !isSentence {
      let owners = key.identifiers.filter { owner in
        words["firmlike"].contains(entities[owner]?.kind ?? "")
          && key.identifiers.contains { $0 != owner && ancestors(of: $0).contains(owner) }
      }
      tokens.removeAll { owners.contains($0) }
      key.identifiers.subtract(owners)
    }
    // "The French bank Norbyte" is Norbyte.
    // But developers on GitHub are not GitHub.
    let isOneName = !raw.contains {
      ["on", "of", "in", "at", "for", "from", "with", "by"].contains($0)
    }
    if isOneName, tokens.count > 1, let last = tokens.last, key.identifiers == [last],
      words["firmlike"].contains(entities[last]?.kind ?? ""),
      tokens.dropLast().allSatisfy({
        key.states.contains($0) || isActor($0) || words["descriptor"].contains($0)
      })
    {
      key = MatchKey(tokens: [], identifiers: [last], states: [])
      tokens = [last]
    }
    key.capitals = capitals(in: text)
    if let of = raw.firstIndex(of: "of"), of > 0 {
      key.headOfPhrase = words.common(stem(raw[of - 1]))
    }
    if raw.count == 1, text.startsWithCapital, key.identifiers.isEmpty, key.states.isEmpty {
      key.loneName = tokens.first
    }
    if tokens.count > 1, tokens.allSatisfy({ key.states.contains($0) || isActor($0) }) {
      let governing = raw.contains { ["government", "administration"].contains($0) }
      if governing { tokens.removeAll { !key.states.contains($0) } }
    }
    key.tokens = tokens
    return key
  }

  /// The first word may be a capital's only because it begins a sentence; an owner is a name.
  private func capitals(in text: String) -> Set<String> {
    var found: Set<String> = []
    for (n, word) in text.spaced.enumerated() where word.startsWithCapital {
      guard n > 0 || word.isOwner else { continue }
      for part in rawWords(word) { found.insert(words.common(stem(part))) }
    }
    return found
  }

  /// "California's SB 53" and "Huawei's Pangu" have names of their own; "Italy's Ministry" hasn't.
  private func ownName(in text: String) -> String {
    guard text.mayOwn else { return text }
    let parts = text.spaced
    guard let owner = parts.firstIndex(where: \.isOwner),
      owner < 3, owner < parts.count - 1,
      parts[...owner].allSatisfy({ $0.startsWithCapital || $0 == "the" })
    else { return text }
    if entityByPhrase[rawWords(text).joined(separator: " ")] != nil { return text }
    let name = parts[(owner + 1)...]
    let said = name.flatMap(rawWords)
    // "Sweden's Ericsson" is Ericsson.
    let owned = said.joined(separator: " ")
    if let token = entityByPhrase[owned], words["firmlike"].contains(entities[token]?.kind ?? "") {
      return name.joined(separator: " ")
    }
    // "China's AI Act" is not the one that is called so for short.
    if let token = entityByPhrase[owned], isForShort(owned, token) { return text }
    let isName = name.allSatisfy { $0.first.map { $0.isUppercase || $0.isNumber } ?? false }
    guard isName, said.allSatisfy({ entityByPhrase[$0] == nil && !words["body"].contains($0) }),
      !words["legislature"].contains(where: said.contains)
    else { return text }
    return name.joined(separator: " ")
  }

  /// Whether a phrase is less than the name of a law: "AI Act".
  private func isForShort(_ phrase: String, _ token: String) -> Bool {
    entities[token]?.kind == "law" && phrase != token.replacing("_", with: " ").lowercased()
  }

  /// The state seated in the town of several words that these begin with, and of how many.
  private func seat(_ words: ArraySlice<String>) -> (state: String, length: Int)? {
    guard let first = words.first, seatStarts.contains(first) else { return nil }
    for length in 2...3 where words.count >= length {
      if let state = metonyms[words.prefix(length).joined(separator: " ")] {
        return (state, length)
      }
    }
    return nil
  }

  private func state(seatedIn token: String) -> String? {
    metonyms[token.replacing("_", with: " ")]
  }

  private func entity(_ phrase: ArraySlice<String>) -> String? {
    let text = phrase.joined(separator: " ")
    if let token = entityByPhrase[text] { return token }
    guard let last = phrase.last, last.hasSuffix("s"), last.count > 3 else { return nil }
    // There are H20s and Americans, but "arms" are no Arm and "mass" is no MAS.
    let one = (phrase.dropLast() + [String(last.dropLast())]).joined(separator: " ")
    return entityByPhrase[one].flatMap { isSingle(entities[$0]?.kind) ? nil : $0 }
  }

  private func isSingle(_ kind: String?) -> Bool {
    kind?.split(separator: " ").last.map { words["single"].contains(String($0)) } ?? false
  }

  func isActor(_ token: String) -> Bool { words["actor"].contains(token) }

  /// Everything a known entity is part of or narrower than, itself left out.
  func ancestors(of token: String) -> Set<String> {
    var found: Set<String> = []
    var open = [token]
    while let next = open.popLast() {
      let entity = entities[next]
      if let state = states[next], found.insert(state).inserted { open.append(state) }
      // A capital lies in the state it can stand for.
      if entity == nil, let state = state(seatedIn: next), found.insert(state).inserted {
        open.append(state)
      }
      for name in (entity?.partOf ?? []) + (entity?.narrowerThan ?? []) {
        let parent = Self.token(name)
        if found.insert(parent).inserted { open.append(parent) }
      }
    }
    return found
  }

  /// The tokens of all that a name stands under: an H100 is a chip of its maker's.
  func generalisations(of token: String) -> Set<String> {
    generalised.value(of: token) {
      let wider = ancestors(of: token)
      return wider.reduce(into: wider) { said, name in
        guard let entity = entities[name], Self.wordKinds.contains(entity.kind) else { return }
        said.formUnion(key(entity.name).tokens)
      }
    }
  }

  /// The tokens of the kind of thing that a name is of.
  func kindWords(of token: String) -> Set<String> {
    guard let kind = entities[token]?.kind else { return [] }
    return kinds.value(of: kind) { Set(key(kind).tokens) }
  }

  /// What else a thing may be called, known by its name or by its kind alone: a lab is a developer.
  func callings(of token: String) -> Set<String> {
    let kind = entities[token]?.kind ?? token
    return called.value(of: kind) { Set(words["called \(kind)"].map(words.common)) }
  }

  /// The state that a government body speaks for; a parliament speaks for none.
  func spokenFor(by key: MatchKey) -> String? {
    // "Italy's data protection authority", whoever that is.
    if key.states.count == 1, key.identifiers.isEmpty,
      key.tokens.contains(where: { words["body"].contains($0) })
    {
      return key.states.first
    }
    guard key.tokens.count == 1, let token = key.tokens.first, let entity = entities[token],
      entity.kind == "government body",
      rawWords(entity.name).allSatisfy({ !words["legislature"].contains($0) })
    else { return nil }
    // The state itself rather than a union or a league that it is in.
    let homes = ancestors(of: token)
    return homes.filter { kind(of: $0) == "state" }.min()
      ?? homes.filter { kind(of: $0) == "bloc" }.min()
  }

  /// Whether it is one the vocabulary or the list of places knows.
  func isName(_ token: String) -> Bool { kind(of: token) != nil }

  /// Whether a token is of a place, wherever it lies.
  func isPlaceOrState(_ token: String) -> Bool {
    ["place", "state", "bloc"].contains(kind(of: token) ?? "")
  }

  func isState(_ token: String) -> Bool { Self.stateKinds.contains(entities[token]?.kind ?? "") }

  /// Whether a name is that of a place or state.
  func isPlace(_ name: String) -> Bool {
    let key = key(name, metonyms: false)
    return name.startsWithCapital && key.tokens.count == 1
      && ["place", "state"].contains(kind(of: key.tokens[0]) ?? "")
  }

  func kind(of token: String) -> String? {
    entities[token]?.kind
      ?? (states[token] == nil && state(seatedIn: token) == nil ? nil : "place")
  }
}
