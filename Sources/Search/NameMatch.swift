import Claims

/// How far a name of the store is the name asked for.
struct NameMatch: Sendable, Hashable {
  /// 1 for the very name; each widening costs.
  var weight: Double
  /// The widening in words; empty for the very name.
  var widening: String
  /// Whether the name is only one of the kind asked for: what is said of it binds no other.
  var isInstance = false
}

/// Finds the names of a store that a question's name may mean, widening step by step.
struct NameMatcher {
  let vocabulary: Vocabulary

  /// Kinds that act: a longer name holding theirs is something else ("export controls on China").
  private static let actorKinds: Set<String> = [
    "state", "bloc", "company", "chipmaker", "lab", "person", "organisation", "government body",
    "university",
  ]

  private static let companyKinds: Set<String> = ["company", "chipmaker", "lab"]

  private func isState(_ name: String) -> Bool { vocabulary.entities[name]?.kind == "state" }

  let index: NameIndex
  let idioms: Idioms
  let wordings = Wordings()

  /// What texts were found to say.
  final class Wordings {
    var known: [Bool: [String: Wording]] = [:]
  }

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    index = NameIndex(vocabulary)
    idioms = Idioms(vocabulary)
  }

  /// The name that a phrase's key is an alias or adjective of.
  func named(_ key: String) -> String? { index.alias(key) ?? index.demonym(key) }

  /// The canonical name of a phrase, or the phrase itself.
  func canonical(_ name: String) -> String { canonical(name, Phrase(name)) }

  private func canonical(_ name: String, _ phrase: Phrase) -> String {
    named(phrase.key) ?? name
  }

  /// Whether a name is someone who acts: "China", "American labs".
  func isActor(_ name: String) -> Bool {
    let phrase = Phrase(name)
    if let kind = vocabulary.entities[canonical(name, phrase)]?.kind {
      return Self.actorKinds.contains(kind)
    }
    return owner(of: phrase)?.rest.last.map {
      WordList.has("group", $0) || WordList.has("group", $0 + "s")
    } ?? false
  }

  /// The name that an alias stands for, metonyms and adjectives left as they are.
  func literal(_ name: String) -> String {
    let lower = Phrase.split(name).joined(separator: " ")
    return vocabulary.entityByAlias[name.lowercased()] ?? vocabulary.entityByAlias[lower] ?? name
  }

  /// Whether the vocabulary has the first below the second, by any number of steps.
  func isNarrower(_ name: String, than other: String) -> Bool {
    var seen: Set<String> = [name]
    var open = [name]
    while let next = open.popLast() {
      for (parent, known) in index.parents(of: next) {
        if known == other { return true }
        if seen.insert(parent).inserted { open.append(parent) }
      }
    }
    return false
  }

  /// The entity a phrase belongs to by its first words: China for "Chinese labs".
  func owner(of phrase: Phrase) -> (name: String, rest: [String])? {
    for count in stride(from: min(3, phrase.words.count - 1), to: 0, by: -1) {
      let key = phrase.words.prefix(count).joined()
      if let name = index.demonym(key) ?? index.alias(key) {
        return (name, Array(phrase.words.dropFirst(count)))
      }
    }
    return nil
  }

  /// The named entities in a phrase, longest first, with no overlap.
  ///
  /// Adjectives count when asked for: "Chinese chips" then mention China.
  func mentions(in phrase: Phrase, adjectives: Bool = false) -> [String] {
    var found: [String] = []
    var at = 0
    while at < phrase.words.count {
      var step = 1
      for count in stride(from: min(5, phrase.words.count - at), to: 0, by: -1) {
        let key = phrase.words[at..<(at + count)].joined()
        if let name = index.alias(key) ?? (adjectives ? index.demonym(key) : nil) {
          found.append(name)
          step = count
          break
        }
      }
      at += step
    }
    return found
  }

  /// How far `candidate` is what `asked` means; nil when it is not.
  func match(_ asked: String, _ candidate: String, topic: Bool) -> NameMatch? {
    match(asked, Phrase(asked), candidate, topic: topic)
  }

  private func match(_ name: String, _ wanted: Phrase, _ candidate: String, topic: Bool)
    -> NameMatch?
  {
    if name == candidate { return NameMatch(weight: 1, widening: "") }
    let given = Phrase(candidate)
    guard !wanted.words.isEmpty, !given.words.isEmpty else { return nil }
    if wanted.key == given.key { return NameMatch(weight: 0.98, widening: "") }
    let meant = canonical(name, wanted)
    let known = canonical(candidate, given)
    if meant == known {
      return NameMatch(weight: 0.98, widening: "\(candidate) is another name of \(name)")
    }
    if isNarrower(known, than: meant) {
      // A company of a country seldom acts for it.
      let kind = vocabulary.entities[known]?.kind ?? ""
      let weight = !topic && Self.companyKinds.contains(kind) && isState(meant) ? 0.5 : 0.85
      return NameMatch(
        weight: weight, widening: "\(candidate) is part of \(meant) or narrower")
    }
    let isActor = vocabulary.entities[meant].map { Self.actorKinds.contains($0.kind) }
    if isActor == true, let owner = owner(of: given), owner.name == meant {
      let group = owner.rest.last.map {
        WordList.has("group", $0) || WordList.has("group", $0 + "s")
      }
      // "Peru's ministry of mines" acts for Peru.
      let acts =
        vocabulary.entities[meant]?.kind == "state"
        && given.headPhrase.last.map { WordList.has("state organ", $0) } == true
      if group == true || acts {
        return NameMatch(weight: 0.8, widening: "\(candidate) taken for \(meant)")
      }
      if topic { return NameMatch(weight: 0.55, widening: "\(candidate) taken for \(meant)") }
    }
    if isActor == true { return nil }
    // "models" asked, Qwen-Max found: the vocabulary knows it for one.
    if wanted.words.count == 1, let kind = vocabulary.entities[known]?.kind,
      WordList.kinds(meantBy: wanted.words[0]).contains(kind)
        || WordList.kinds(meantBy: wanted.words[0] + "s").contains(kind)
    {
      return NameMatch(
        weight: 0.85, widening: "\(candidate) is one of the \(name)", isInstance: true)
    }
    // "China's open-source strategy" and "China's approach"
    if let asked = owner(of: wanted), let other = owner(of: given), asked.name == other.name,
      let manner = asked.rest.last, let way = other.rest.last, WordList.has("manner", manner),
      WordList.has("manner", way), asked.rest.count == 1 || other.rest.count == 1
    {
      return NameMatch(weight: 0.7, widening: "\(candidate) taken for \(name)")
    }
    let words = Set(given.words)
    let asked = unified(wanted.words)
    if asked.isSubset(of: unified(topic ? given.words : given.headPhrase)) {
      return NameMatch(weight: 0.8, widening: "\(candidate) is a kind of \(name)")
    }
    // "all of its best models" and "its most advanced models" differ in nothing that names them.
    let (plain, other) = (Self.withoutDegree(wanted.words), Self.withoutDegree(given.words))
    if plain != wanted.words, !plain.isEmpty, unified(plain) == unified(other) {
      return NameMatch(weight: 0.75, widening: "\(candidate) taken for \(name)")
    }
    if !topic, wanted.words.contains(where: { $0.allSatisfy(\.isNumber) }), overlap(wanted, given) {
      return NameMatch(weight: 0.7, widening: "\(candidate) taken for \(name)")
    }
    // "part of Corvo" and "nine percent of Corvo"
    if topic, let whole = Self.whole(of: name), let other = Self.whole(of: candidate),
      canonical(whole) == canonical(other)
    {
      return NameMatch(weight: 0.8, widening: "\(candidate) taken for \(name)")
    }
    if topic {
      if mentions(in: given).contains(where: { isNarrower($0, than: meant) || $0 == meant }) {
        return NameMatch(weight: 0.7, widening: "\(candidate) names something of \(name)")
      }
      let core = wanted.core
      let telling = words.union(Phrase(known).words)
      if core != wanted.words, Set(core).isSubset(of: telling) {
        return NameMatch(weight: 0.7, widening: "\(candidate) shares the telling words of \(name)")
      }
      if overlap(wanted, given) {
        return NameMatch(weight: 0.6, widening: "\(candidate) is near \(name)")
      }
      // "AI" asked, "frontier models" found: both are of the whole field, one of them a part of it.
      if wanted.words.allSatisfy({ WordList.has("general", $0) }),
        let head = given.headPhrase.last, WordList.has("field", head)
      {
        return NameMatch(weight: 0.65, widening: "\(candidate) taken for a part of \(name)")
      }
    }
    return nil
  }

  /// "Corvo" of "just under a tenth of Corvo", "shares in Corvo" and "Corvo shares".
  private static func whole(of stake: String) -> String? {
    for link in [" of ", " in "] {
      guard let sides = QuestionReader.split(stake, at: link) else { continue }
      return Phrase.split(sides[0]).last.map { WordList.has("stake", $0) } == true ? sides[1] : nil
    }
    let words = stake.split(separator: " ")
    guard let at = words.firstIndex(where: { WordList.has("stake", $0.lowercased()) }), at > 0
    else { return nil }
    return words[..<at].joined(separator: " ")
  }

  private static func withoutDegree(_ words: [String]) -> [String] {
    words.filter { !WordList.has("degree", $0) && !WordList.has("degree", $0 + "s") }
  }

  /// The words with adjectives of states as the states: "Chinese" and "China's" are one.
  private func unified(_ words: [String]) -> Set<String> {
    Set(words.map { (index.demonym($0) ?? index.alias($0))?.lowercased() ?? $0 })
  }

  /// A text's words as names are compared, states by their names.
  func plainWords(_ text: String) -> [String] {
    Phrase(text).words.filter { !WordList.has("preposition", $0) }.map {
      WordList.has("general", $0)
        ? $0 : (index.demonym($0) ?? index.alias($0))?.lowercased() ?? $0
    }
  }

  /// Whether two topics share most of what tells them apart: "chip making" and "chip manufacturing".
  private func overlap(_ wanted: Phrase, _ given: Phrase) -> Bool {
    let asked = unified(wanted.core)
    guard asked.count >= 2 else { return false }
    let shared = asked.intersection(unified(given.words))
    return shared.count >= 2 && Double(shared.count) >= 0.6 * Double(asked.count)
  }

  /// The names that match, out of those of the store.
  func matches(_ asked: String, among names: [String], topic: Bool) -> [String: NameMatch] {
    var found: [String: NameMatch] = [:]
    let wanted = Phrase(asked)
    for name in names {
      found[name] = match(asked, wanted, name, topic: topic)
    }
    return found
  }
}
