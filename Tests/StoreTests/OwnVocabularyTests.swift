import Claims
import Foundation
import GRDB
import Schema
import Testing

@testable import Store

private let ports = """
  relations:
    - {name: impounds, phrases: [seize, impound]}
  entities:
    - {name: Lima Port, kind: port, aliases: [the Port], part-of: [Peru]}
  """
private let locks = """
  frames:
    - {name: custody, opposes: [[release, hold]], kind: antonym}
  relations:
    - {name: impounds, frame: custody, pole: hold, phrases: [lock up]}
  """

@Test func `two stores of the same entries are alike, in whatever order they came`() throws {
  let folder = try Folder()
  var dumps: [[String]] = []
  for (name, files) in [("a.db", [ports, locks]), ("b.db", [locks, ports, ports])] {
    let store = try folder.store(name)
    for yaml in files {
      let read = try Vocabulary.Entries(yaml: yaml)
      try store.changeVocabulary { $0.extended(by: read) }
    }
    dumps.append(try store.dump())
    #expect(
      try store.vocabulary().yaml == """
        frames:
          - {name: custody, opposes: [[hold, release]], kind: antonym}
        relations:
          - {name: impounds, frame: custody, pole: hold, phrases: [impound, lock up, seize]}
        entities:
          - {name: Lima Port, kind: port, aliases: [the Port], part-of: [Peru]}

        """)
  }
  #expect(dumps[0] == dumps[1])
  #expect(dumps[0].count == 3)
}

@Test func `a change that fails leaves the vocabulary as it was`() throws {
  struct Refused: Error {}
  let folder = try Folder()
  let store = try folder.store()
  let read = try Vocabulary.Entries(yaml: ports)
  try store.changeVocabulary { _ in read }
  #expect(throws: Refused.self) { try store.changeVocabulary { _ in throw Refused() } }
  #expect(try store.vocabulary() == read.canonical)
  try store.changeVocabulary { _ in Vocabulary.Entries() }
  #expect(try store.vocabulary().isEmpty)
}

@Test func `names and kinds that the vocabulary has no longer are forgotten`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.setEntities(from: Vocabulary(try Vocabulary.Entries(yaml: ports)))
  #expect(try store.entityKinds() == ["Lima Port": "port"])
  try store.setEntities(from: Vocabulary(try Vocabulary.Entries(yaml: locks)))
  #expect(try store.entityKinds().isEmpty)
  #expect(try store.aliases().isEmpty)
}

@Test func `a store of the first schema is brought up to date, even to be read`() throws {
  let folder = try Folder()
  let extracted = sample("Ships sail.", "ships", "sail", "")
  do {
    // As the first schema wrote it: an extracted claim, and one that came with an id of its own.
    let queue = try DatabaseQueue(path: folder.file())
    try queue.write { db in
      try db.execute(sql: Schema.steps[0])
      for (row, text, name) in [(1, "Ships sail.", extracted.claim.id), (2, "Rain.", "mine-1")] {
        try db.execute(
          sql: """
            INSERT OR IGNORE INTO document VALUES (1, 'd', NULL, NULL);
            INSERT OR IGNORE INTO text VALUES (1, 'words');
            INSERT OR IGNORE INTO entity VALUES (1, 'ships', NULL);
            INSERT OR IGNORE INTO relation VALUES (1, 'sail');
            """)
        try db.execute(
          sql: "INSERT INTO insight VALUES (?, 1, ?, ?, NULL, ?, NULL, NULL)",
          arguments: [row, "i\(row)", "h\(row)", text])
        try db.execute(sql: "INSERT INTO support VALUES (?, 1)", arguments: [row])
        try db.execute(
          sql: """
            INSERT INTO claim VALUES (?, ?, ?, 1, 1, 0, 1, 1, 1, 'positive', 'asserted', NULL,
              NULL, NULL, NULL, NULL, 0.8, 1, 0, 0)
            """, arguments: [row, name, row])
      }
    }
  }
  let store = try ClaimStore(path: folder.file(), mode: .readOnly)
  #expect(try store.vocabulary().isEmpty)
  #expect(try store.readInsights().map(\.insight.id) == ["i1"])
  let imported = try store.sql("SELECT name FROM claim WHERE imported")
  #expect(imported.rows == [[.text("mine-1")]])
}

@Test func `an old store that may not be written is refused`() throws {
  let folder = try Folder()
  do {
    let queue = try DatabaseQueue(path: folder.file())
    try queue.write { try $0.execute(sql: Schema.steps[0]) }
  }
  try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.file())
  // Who may write everything, as root may, has it brought up to date.
  if FileManager.default.isWritableFile(atPath: folder.file()) { return }
  #expect(throws: StoreError.olderSchema(path: folder.file(), found: 1, known: Schema.version)) {
    try ClaimStore(path: folder.file(), mode: .readOnly)
  }
}
