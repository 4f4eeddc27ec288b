import CResources

extension Vocabulary {
  /// Frames, relations and entities as a file lists them.
  public struct Entries: Sendable, Hashable {
    public var frames: [Frame]
    public var relations: [Relation]
    public var entities: [Entity]

    public init(frames: [Frame] = [], relations: [Relation] = [], entities: [Entity] = []) {
      self.frames = frames
      self.relations = relations
      self.entities = entities
    }

    public var isEmpty: Bool { frames.isEmpty && relations.isEmpty && entities.isEmpty }
    public var count: Int { frames.count + relations.count + entities.count }

    /// What ships with `kg`.
    public static func builtIn() throws -> Entries { try shipped.get() }

    private static let shipped = Result {
      let bytes = shippedText
      return try Entries(lines: bytes) ?? Entries(yaml: String(decoding: bytes, as: UTF8.self))
    }

    static var shippedText: UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(start: kg_vocabulary(), count: Int(kg_vocabulary_size()))
    }

    /// These entries with more: one of a known name extends it, its lists are joined, and what it
    /// says of itself goes before what was known.
    public func extended(by more: Entries) -> Entries {
      if more.isEmpty { return self }
      return Entries(
        frames: frames.extended(by: more.frames), relations: relations.extended(by: more.relations),
        entities: entities.extended(by: more.entities))
    }

    /// The same entries, each name once, in the order of their bytes.
    ///
    /// So that what was added in any order is kept, dumped and exported alike.
    public var canonical: Entries {
      let merged = Entries().extended(by: self)
      return Entries(
        frames: merged.frames.map(\.canonical).sorted { $0.name.precedes($1.name) },
        relations: merged.relations.map(\.canonical).sorted { $0.name.precedes($1.name) },
        entities: merged.entities.map(\.canonical).sorted { $0.name.precedes($1.name) })
    }
  }
}

/// What entries of every part can do.
protocol VocabularyEntry: Hashable {
  var name: String { get }
  func extended(by more: Self) -> Self
}

extension Array where Element: VocabularyEntry {
  fileprivate func extended(by more: [Element]) -> [Element] {
    var all = self
    var places = Dictionary(
      enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { a, _ in a })
    for entry in more {
      if let place = places[entry.name] {
        all[place] = all[place].extended(by: entry)
      } else {
        places[entry.name] = all.count
        all.append(entry)
      }
    }
    return all
  }
}

extension Vocabulary.Frame: VocabularyEntry {
  func extended(by more: Self) -> Self {
    // What opposes what goes both ways.
    let known = Set((opposes ?? []).map(Set.init))
    let added = more.opposes?.filter { !known.contains(Set($0)) }
    return Self(name: name, opposes: joined(opposes, added), kind: more.kind ?? kind)
  }

  fileprivate var canonical: Self {
    let pairs = Set(opposes?.compactMap(ordered) ?? [])
    let sorted = pairs.sorted { $0.joined(separator: "\n").precedes($1.joined(separator: "\n")) }
    return Self(name: name, opposes: sorted.isEmpty ? nil : sorted, kind: kind)
  }
}

extension Vocabulary.Relation: VocabularyEntry {
  func extended(by more: Self) -> Self {
    Self(
      name: name, frame: more.frame ?? frame, pole: more.pole ?? pole,
      inverse: more.inverse ?? inverse, negates: more.negates ?? negates,
      reverses: more.reverses ?? reverses, traits: joined(traits, more.traits),
      phrases: joined(phrases, more.phrases), nouns: joined(nouns, more.nouns))
  }

  fileprivate var canonical: Self {
    Self(
      name: name, frame: frame, pole: pole, inverse: inverse, negates: negates,
      reverses: reverses, traits: ordered(traits),
      phrases: ordered(phrases), nouns: ordered(nouns))
  }
}

extension Vocabulary.Entity: VocabularyEntry {
  func extended(by more: Self) -> Self {
    Self(
      name: name, kind: more.kind.isEmpty ? kind : more.kind,
      aliases: joined(aliases, more.aliases), demonyms: joined(demonyms, more.demonyms),
      metonyms: joined(metonyms, more.metonyms), partOf: joined(partOf, more.partOf),
      narrowerThan: joined(narrowerThan, more.narrowerThan))
  }

  fileprivate var canonical: Self {
    Self(
      name: name, kind: kind, aliases: ordered(aliases), demonyms: ordered(demonyms),
      metonyms: ordered(metonyms), partOf: ordered(partOf), narrowerThan: ordered(narrowerThan))
  }
}

/// Both lists without repetition, nil where neither has a word.
private func joined<Word: Hashable>(_ words: [Word]?, _ more: [Word]?) -> [Word]? {
  guard let words else { return more }
  guard let more else { return words }
  let known = Set(words)
  return words + more.filter { !known.contains($0) }
}

private func ordered(_ words: [String]?) -> [String]? {
  words.flatMap { $0.isEmpty ? nil : Set($0).sorted { $0.precedes($1) } }
}

extension String {
  /// Byte order, because SQLite sorts that way too.
  fileprivate func precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
