extension Vocabulary.Entries {
  /// Reads entries that are to stand on top of others, and looks at what they say with those.
  ///
  /// Throws ``VocabularyError`` with all that is wrong. Traits and keys of no known meaning are
  /// wrong too, because a mistyped one would silently do nothing.
  public static func checked(yaml: String, on base: Self) throws -> Self {
    var reader = EntryReader()
    let read = reader.read(yaml)
    var problems = reader.problems
    if let read {
      var check = EntryCheck(base: base, read: read)
      check.run()
      problems += check.problems
    }
    guard problems.isEmpty, let read else { throw VocabularyError(problems) }
    return read.entries
  }
}

/// What entries say that can't stand: with each other, and with those they extend.
private struct EntryCheck {
  let read: EntryReader.Result
  let known: [String: Vocabulary.Entity]
  let knownRelations: [String: Vocabulary.Relation]
  let knownFrames: [String: Vocabulary.Frame]
  /// Base and own together.
  let frames: [String: Vocabulary.Frame]
  let relations: [String: Vocabulary.Relation]
  let entities: [String: Vocabulary.Entity]
  /// Poles of a frame: what opposes what, and what relations of the base have besides.
  var poles: [String: Set<String>] = [:]
  let base: Vocabulary.Entries
  var problems: [VocabularyError.Problem] = []

  init(base: Vocabulary.Entries, read: EntryReader.Result) {
    self.base = base
    self.read = read
    func byName<Entry: VocabularyEntry>(_ entries: [Entry]) -> [String: Entry] {
      Dictionary(entries.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    }
    known = byName(base.entities)
    knownRelations = byName(base.relations)
    knownFrames = byName(base.frames)
    let all = base.extended(by: read.entries)
    frames = byName(all.frames)
    relations = byName(all.relations)
    entities = byName(all.entities)
    for frame in all.frames { poles[frame.name] = Set((frame.opposes ?? []).joined()) }
    for relation in base.relations {
      if let frame = relation.frame, let pole = relation.pole { poles[frame]?.insert(pole) }
    }
  }

  mutating func run() {
    for (frame, place) in zip(read.entries.frames, read.frames) {
      differs(frame.kind, knownFrames[frame.name]?.kind, "kind", "frame '\(frame.name)'", place)
      if let kind = frame.kind, !Self.frameKinds.contains(kind) {
        complain(
          place, kind, "unknown kind '\(kind)' of a frame; there are \(list(Self.frameKinds))")
      }
    }
    for (relation, place) in zip(read.entries.relations, read.relations) { check(relation, place) }
    for (entity, place) in zip(read.entries.entities, read.entities) { check(entity, place) }
    claim(
      "phrase", base.relations, read.entries.relations, read.relations,
      words: { [$0.name] + ($0.phrases ?? []) })
    claim(
      "noun", base.relations, read.entries.relations, read.relations, words: { $0.nouns ?? [] })
    claim(
      "name", base.entities, read.entries.entities, read.entities,
      words: { [$0.name] + ($0.aliases ?? []) })
    claim(
      "demonym", base.entities, read.entries.entities, read.entities,
      words: { $0.demonyms ?? [] })
    claim(
      "metonym", base.entities, read.entries.entities, read.entities,
      words: { $0.metonyms ?? [] })
  }

  private static let frameKinds: Set<String> = [
    "antonym", "ordering", "trend_state", "opposed_effect",
  ]
  private static let traits: Set<String> = [
    "functional", "exclusive", "asymmetric", "symmetric", "transitive", "change",
  ]

  private mutating func check(_ relation: Vocabulary.Relation, _ place: EntryReader.Place) {
    let what = "relation '\(relation.name)'"
    let before = knownRelations[relation.name]
    differs(relation.frame, before?.frame, "frame", what, place)
    differs(relation.pole, before?.pole, "pole", what, place)
    differs(relation.inverse, before?.inverse, "inverse", what, place)
    differs(relation.negates, before?.negates, "negated relation", what, place)
    differs(relation.reverses, before?.reverses, "reversed relation", what, place)
    let whole = relations[relation.name] ?? relation
    if let frame = relation.frame, frames[frame] == nil {
      complain(place, frame, "\(what) is in the unknown frame '\(frame)'")
    } else if let pole = relation.pole {
      if let frame = whole.frame {
        let poles = poles[frame] ?? []
        if !poles.contains(pole) {
          complain(
            place, pole,
            "\(what) has the unknown pole '\(pole)'; the frame '\(frame)' has "
              + (poles.isEmpty ? "none" : list(poles)))
        }
      } else {
        complain(place, pole, "\(what) has the pole '\(pole)' of no frame")
      }
    }
    for (other, does) in [(relation.negates, "negates"), (relation.reverses, "reverses")] {
      if let other, relations[other] == nil {
        complain(place, other, "\(what) \(does) the unknown relation '\(other)'")
      }
    }
    if let inverse = relation.inverse, relations[inverse] == nil {
      complain(place, inverse, "\(what) has the unknown inverse '\(inverse)'")
    }
    for trait in relation.traits ?? [] where !Self.traits.contains(trait) {
      let words = trait.split(separator: " ", maxSplits: 1).map(String.init)
      if words.count == 2, ["implies", "excludes"].contains(words[0]), relations[words[1]] != nil {
        continue
      }
      complain(
        place, trait,
        "\(what) has the unknown trait '\(trait)'; there are \(list(Self.traits)) "
          + "and 'implies' or 'excludes' with a relation")
    }
  }

  private mutating func check(_ entity: Vocabulary.Entity, _ place: EntryReader.Place) {
    let what = "entity '\(entity.name)'"
    if entity.kind.isEmpty {
      if entities[entity.name]?.kind.isEmpty ?? true { complain(place, "", "\(what) needs a kind") }
    } else {
      differs(entity.kind, known[entity.name]?.kind, "kind", what, place)
    }
    for wider in (entity.partOf ?? []) + (entity.narrowerThan ?? []) {
      if entities[wider] == nil {
        complain(place, wider, "\(what) is part of or narrower than the unknown '\(wider)'")
      } else if isWithin(wider, entity.name) {
        complain(place, wider, "\(what) is part of or narrower than itself, by '\(wider)'")
      }
    }
  }

  /// Whether the first is the second, or part of it by any number of steps.
  private func isWithin(_ name: String, _ other: String) -> Bool {
    var seen: Set<String> = []
    var open = [name]
    while let next = open.popLast() {
      if next == other { return true }
      guard seen.insert(next).inserted, let entity = entities[next] else { continue }
      open += (entity.partOf ?? []) + (entity.narrowerThan ?? [])
    }
    return false
  }

  /// A word that stands for two entries.
  private mutating func claim<Entry: VocabularyEntry>(
    _ what: String, _ base: [Entry], _ own: [Entry], _ places: [EntryReader.Place],
    words: (Entry) -> [String]
  ) {
    var owners: [String: String] = [:]
    for entry in base {
      for word in words(entry) where owners[word.lowercased()] == nil {
        owners[word.lowercased()] = entry.name
      }
    }
    for (entry, place) in zip(own, places) {
      for word in words(entry) {
        let owner = owners[word.lowercased()] ?? entry.name
        owners[word.lowercased()] = owner
        if owner != entry.name {
          complain(place, word, "the \(what) '\(word)' of '\(entry.name)' is also of '\(owner)'")
        }
      }
    }
  }

  /// A single value may be given where there is none, not changed.
  private mutating func differs(
    _ value: String?, _ before: String?, _ key: String, _ what: String, _ place: EntryReader.Place
  ) {
    guard let value, let before, !before.isEmpty, value != before else { return }
    complain(place, value, "\(what) has the \(key) '\(before)' already, not '\(value)'")
  }

  private mutating func complain(_ place: EntryReader.Place, _ word: String, _ reason: String) {
    problems.append(VocabularyError.Problem(line: place.line(of: word), reason: reason))
  }

  private func list(_ words: Set<String>) -> String { words.sorted().joined(separator: ", ") }
}
