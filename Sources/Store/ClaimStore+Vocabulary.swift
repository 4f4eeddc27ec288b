import Claims
import Foundation
import GRDB
import Queries

extension ClaimStore {
  /// The user's own vocabulary, in canonical order.
  public func vocabulary() throws -> Vocabulary.Entries {
    try readOnce { try Vocabulary.Entries(db: $0) }
  }

  /// Keeps another own vocabulary in place of the one there was, each name once and in canonical
  /// order, so that two stores of the same entries are alike.
  public func changeVocabulary(_ change: (Vocabulary.Entries) throws -> Vocabulary.Entries) throws {
    try write { db in
      try db.keep(change(Vocabulary.Entries(db: db)))
    }
  }
}

extension Vocabulary.Entries {
  init(db: Database) throws {
    self.init()
    let rows = try db.rows(.vocabulary)
    if rows.isEmpty { return }
    let decoder = JSONDecoder()
    for row in rows {
      let entry = Data((try row.value("entry") as String).utf8)
      switch try row.value("part") as String {
      case "frames": frames.append(try decoder.decode(Vocabulary.Frame.self, from: entry))
      case "relations": relations.append(try decoder.decode(Vocabulary.Relation.self, from: entry))
      default: entities.append(try decoder.decode(Vocabulary.Entity.self, from: entry))
      }
    }
  }
}

extension Database {
  func keep(_ entries: Vocabulary.Entries) throws {
    let entries = entries.canonical
    try run(.dropVocabulary)
    try keep(entries.frames, "frames") { $0.name }
    try keep(entries.relations, "relations") { $0.name }
    try keep(entries.entities, "entities") { $0.name }
  }

  private func keep<Entry: Encodable>(
    _ entries: [Entry], _ part: String, name: (Entry) -> String
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for entry in entries {
      let json = String(decoding: try encoder.encode(entry), as: UTF8.self)
      try run(.addVocabulary, ["part": part, "name": name(entry), "entry": json])
    }
  }
}
