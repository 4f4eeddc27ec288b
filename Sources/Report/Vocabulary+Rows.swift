import Claims

/// A part of a vocabulary.
public enum VocabularyPart: String, CaseIterable, Sendable {
  case frames, relations, entities
}

extension Rows {
  /// The entries of a vocabulary, an entry a row; of a name, those that have it among their words.
  ///
  /// `from` says who brought an entry.
  public init(
    vocabulary shipped: Vocabulary.Entries, own: Vocabulary.Entries,
    parts: Set<VocabularyPart> = Set(VocabularyPart.allCases), named name: String? = nil
  ) {
    var rows: [[Cell]] = []
    func add(
      _ part: VocabularyPart, _ entry: String, kind: String?, words: [String], also: [String],
      isOwn: Bool, isBuiltIn: Bool
    ) {
      guard parts.contains(part) else { return }
      if let name, !([entry] + words).contains(where: { $0.lowercased() == name.lowercased() }) {
        return
      }
      rows.append([
        .text(part.singular), .text(entry), Cell(kind), .text(words.joined(separator: "; ")),
        .text(also.joined(separator: "; ")),
        .text(isOwn ? isBuiltIn ? "extended" : "own" : "built-in"),
      ])
    }
    let entries = shipped.extended(by: own)
    let ownNames = own.names
    let shippedNames = shipped.names
    for frame in entries.frames {
      add(
        .frames, frame.name, kind: frame.kind, words: [],
        also: (frame.opposes ?? []).map { $0.joined(separator: " against ") },
        isOwn: ownNames.frames.contains(frame.name),
        isBuiltIn: shippedNames.frames.contains(frame.name))
    }
    for relation in entries.relations {
      let place = [relation.frame, relation.pole].compactMap { $0 }.joined(separator: ": ")
      add(
        .relations, relation.name, kind: place.isEmpty ? nil : place,
        words: (relation.phrases ?? []) + (relation.nouns ?? []),
        also: (relation.traits ?? []) + (relation.inverse.map { ["inverse of \($0)"] } ?? [])
          + (relation.negates.map { ["negates \($0)"] } ?? [])
          + (relation.reverses.map { ["reverses \($0)"] } ?? []),
        isOwn: ownNames.relations.contains(relation.name),
        isBuiltIn: shippedNames.relations.contains(relation.name))
    }
    for entity in entries.entities {
      add(
        .entities, entity.name, kind: entity.kind,
        words: (entity.aliases ?? []) + (entity.demonyms ?? []) + (entity.metonyms ?? []),
        also: (entity.partOf ?? []).map { "part of \($0)" }
          + (entity.narrowerThan ?? []).map { "narrower than \($0)" },
        isOwn: ownNames.entities.contains(entity.name),
        isBuiltIn: shippedNames.entities.contains(entity.name))
    }
    self.init(columns: ["part", "name", "kind", "words", "also", "from"], rows: rows)
  }
}

extension VocabularyPart {
  fileprivate var singular: String {
    switch self {
    case .frames: "frame"
    case .relations: "relation"
    case .entities: "entity"
    }
  }
}

extension Vocabulary.Entries {
  fileprivate var names: (frames: Set<String>, relations: Set<String>, entities: Set<String>) {
    (Set(frames.map(\.name)), Set(relations.map(\.name)), Set(entities.map(\.name)))
  }
}
