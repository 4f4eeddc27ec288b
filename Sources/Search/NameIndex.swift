import Claims

/// The vocabulary's names by how they are asked for.
///
/// A name is taken apart only when something that begins like it is looked up: to take all of them apart
/// takes longer than most answers, which come by few.
final class NameIndex {
  private let vocabulary: Vocabulary
  private let aliases: Keyed
  private let metonyms: Keyed
  private let demonyms: Keyed
  private lazy var comingWords = Coming { [names = vocabulary.entities.keys] in Worded(names) }
  private lazy var words = comingWords.value
  private var parentNames: [String: String] = [:]
  private lazy var children = Children(vocabulary.entities.values) { parentName($0) }

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    aliases = Keyed(vocabulary.entityByAlias)
    metonyms = Keyed(vocabulary.entityByMetonym)
    demonyms = Keyed(vocabulary.entityByDemonym)
  }

  /// Finds out whom each entity belongs to, and on another thread what words are in the names, which is
  /// otherwise done when it is first asked.
  func prepare() {
    _ = comingWords
    _ = children
  }

  /// The name that a phrase's key is an alias or metonym of.
  func alias(_ key: String) -> String? { aliases[key] ?? metonyms[key] }

  /// The name that a phrase's key is an adjective of.
  func demonym(_ key: String) -> String? { demonyms[key] }

  /// The entities that have a word in their names.
  func entities(havingWord word: String) -> [String] { words.names(having: word) }

  /// Of an entity those it is part of or narrower than, and the name each is known by.
  func parents(of name: String) -> [(parent: String, known: String)] {
    guard let entity = vocabulary.entities[name] else { return [] }
    return entity.parents.map { ($0, parentName($0)) }
  }

  /// All that is below one of these names, by any number of steps.
  func narrower(than names: Set<String>) -> Set<String> {
    var found: Set<String> = []
    var open = names.flatMap { children.byKnownName[$0] ?? [] }
    while let next = open.popLast() {
      if found.insert(next).inserted { open += children.byName[next] ?? [] }
    }
    return found
  }

  /// Kept, because many are part of the same few.
  private func parentName(_ parent: String) -> String {
    if let known = parentNames[parent] { return known }
    let key = Phrase(parent).key
    let name = alias(key) ?? demonym(key) ?? parent
    parentNames[parent] = name
    return name
  }
}

extension Vocabulary.Entity {
  fileprivate var parents: [String] { (partOf ?? []) + (narrowerThan ?? []) }
}

/// The entities below each, by its name as they give it and by that it is known by.
private struct Children {
  var byName: [String: [String]] = [:]
  var byKnownName: [String: [String]] = [:]

  init(_ entities: some Sequence<Vocabulary.Entity>, known: (String) -> String) {
    for entity in entities {
      for parent in entity.parents {
        byName[parent, default: []].append(entity.name)
        byKnownName[known(parent), default: []].append(entity.name)
      }
    }
  }
}

/// Names by the keys of phrases.
private final class Keyed {
  /// Phrases not taken apart yet, by how their keys begin.
  private var waiting: [Beginning: [(phrase: String, name: String)]] = [:]
  private var names: [String: String] = [:]

  init(_ named: [String: String]) {
    for (phrase, name) in named {
      waiting[Beginning(keyOf: phrase), default: []].append((phrase, name))
    }
  }

  subscript(key: String) -> String? {
    for (phrase, name) in waiting.removeValue(forKey: Beginning(key)) ?? [] {
      let key = Phrase(phrase).key
      names[key] = names[key].map { min($0, name) } ?? name
    }
    return names[key]
  }
}

/// Names by the words in them.
private struct Worded: Sendable {
  private var waiting: [Beginning: [String]] = [:]
  private var names: [String: [String]] = [:]

  init(_ names: some Sequence<String>) {
    for name in names {
      for beginning in Beginning.all(in: name) { waiting[beginning, default: []].append(name) }
    }
  }

  mutating func names(having word: String) -> [String] {
    let beginning = Beginning(word)
    for name in waiting.removeValue(forKey: beginning) ?? [] {
      for word in Phrase(name).words where Beginning(word) == beginning {
        names[word, default: []].append(name)
      }
    }
    return names[word] ?? []
  }
}

/// The first two bytes of a word.
private struct Beginning: Hashable {
  private let bytes: UInt16

  private init(_ first: UInt8, _ second: UInt8) { bytes = UInt16(first) << 8 | UInt16(second) }

  init(_ word: String) {
    var bytes = word.utf8.makeIterator()
    self.init(bytes.next() ?? 0, bytes.next() ?? 0)
  }

  /// How the key of a phrase begins.
  init(keyOf phrase: String) {
    self = Self.plain(phrase)?.first ?? Beginning(Phrase(phrase).key)
  }

  /// How the words of a name begin, each beginning once.
  static func all(in name: String) -> Set<Beginning> {
    Set(plain(name) ?? Phrase(name).words.map(Beginning.init(_:)))
  }

  /// How the words of a text begin, told from its letters; nil where that takes a ``Phrase``.
  private static func plain(_ text: String) -> [Beginning]? {
    var text = text
    return text.withUTF8 { text in
      var found: [Beginning] = []
      var rest = text[...]
      while !rest.isEmpty {
        let word = rest.prefix { (0x61...0x7a).contains($0 | 0x20) }
        rest = rest[word.endIndex...]
        if let end = rest.first, end != UInt8(ascii: " "), end != UInt8(ascii: "-") { return nil }
        rest = rest.dropFirst()
        if word.isEmpty { continue }
        guard word.count > 1 else { return nil }
        let start = word.startIndex
        let beginning = Beginning(word[start] | 0x20, word[start + 1] | 0x20)
        guard !unlike.contains(beginning), keepsBeginning(word) else { return nil }
        found.append(beginning)
      }
      return found
    }
  }

  /// Those of words that a phrase drops or makes figures of.
  private static let unlike = Set(
    (Array(Phrase.articles) + NumberWords.factors.keys).map(Beginning.init(_:)))

  /// Whether a word is one in a phrase too, its first two letters the same: not so "ties" and "chipmakers".
  private static func keepsBeginning(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let isPlural = (word[word.endIndex - 1] | 0x20) == UInt8(ascii: "s")
    return !(isPlural && word.count == 4)
      && !(word.count > 7 && word.dropFirst(3).contains { $0 | 0x20 == UInt8(ascii: "k") })
  }
}
