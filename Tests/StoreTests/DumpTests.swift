import Claims
import Foundation
import Testing

@testable import Store

/// Claims of a few names, so that documents, quotes and texts are shared between files.
private func files(seed: UInt64) -> [(origin: String, given: [(insight: Insight, claim: Claim)])] {
  var state = seed
  func some(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }
  let names = ["Peru", "Holland", "a café", "“tulips”", "line\nbreak", "tab\tand \u{2028}"]
  return (0..<6).map { file in
    let given = (0..<1 + some(5)).map { _ in
      let (a, b) = (names[some(names.count)], names[some(names.count)])
      let verb = ["sells", "buys", "paints"][some(3)]
      // Alike for the same text, as what is read from a text is; files share documents and insights.
      return sample(
        "\(a) \(verb) \(b).", a, verb, b, document: "Letter \(some(3))",
        source: a == "Peru" ? nil : "Hour \(some(2))",
        polarity: b == "Peru" ? .negative : .positive, scope: b == "Holland" ? "spring" : nil)
    }
    return ("file \(file)", given)
  }
}

@Test("a dump is the same in any order of files, and comes back as it was", arguments: 1...12)
func dumps(seed: Int) throws {
  let folder = try Folder()
  let files = files(seed: UInt64(seed))
  let one = try folder.store("one.db")
  for file in files { try one.ingest(file.given, origin: file.origin) }
  let other = try folder.store("other.db")
  for file in files.reversed() { try other.ingest(file.given, origin: file.origin) }
  let dump = try one.dump()
  #expect(try other.dump() == dump, "seed \(seed)")

  let third = try folder.store("third.db")
  try third.load(dump)
  #expect(try third.dump() == dump, "seed \(seed)")
  #expect(try third.check() == [])
}

@Test func `withdrawals, verdicts, vocabulary and imported claims come back too`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest([tulips, denial], origin: "a.jsonl")
  try store.importClaims([rain.claim], origin: "b.jsonl")
  try store.retract("The Chip Hour", because: "a hoax")
  try store.retract("Letter 7")
  try store.keep([
    Verdict(
      .dismissed, because: "a joke", kind: "negation",
      [Passage(tulips.claim.evidence), Passage(denial.claim.evidence)], seen: [])
  ])
  try store.changeVocabulary { _ in
    var entries = Vocabulary.Entries()
    let entity = #"{"name": "Netherlands", "kind": "state", "aliases": ["Holland"]}"#
    entries.entities = [
      try JSONDecoder().decode(Vocabulary.Entity.self, from: Data(entity.utf8))
    ]
    return entries
  }
  let dump = try store.dump()
  #expect(dump.count == 7)
  let copy = try folder.store("copy.db")
  try copy.load(dump)
  #expect(try copy.dump() == dump)
  #expect(try copy.allClaims() == [])
  #expect(throws: StoreError.notEmpty(path: copy.path)) { try copy.load(dump) }
}

// The day of a withdrawal was lost, so that a day before it was answered otherwise after a load.
@Test func `a withdrawal comes back with its day, from an older dump without`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest([tulips, denial], origin: "a.jsonl")
  try store.retract("The Chip Hour", because: "a hoax", at: "2025-06-02")
  try store.retract("Letter 7", at: "2025-06-01T09:00:00Z")
  let dump = try store.dump()
  #expect(
    dump.suffix(2) == [
      #"{"at":"2025-06-01T09:00:00Z","name":"Letter 7","retracted":"document"}"#,
      #"{"at":"2025-06-02T00:00:00Z","because":"a hoax","name":"The Chip Hour","retracted":"source"}"#,
    ])
  let copy = try folder.store("copy.db")
  try copy.load(dump)
  #expect(try copy.dump() == dump)
  for (day, count) in [("2025-05-31", 2), ("2025-06-01", 1), ("2025-06-03", 0)] {
    let then = try ClaimStore(path: copy.path, mode: .readOnly, asOf: day)
    #expect(try then.allClaims().count == count, "\(day)")
  }
  let older = try folder.store("older.db")
  try older.load(dump.map { $0.replacing(/"at":"2025[^"]*",/, with: "") })
  #expect(try older.allClaims() == [])
  #expect(try older.dump().suffix(2).allSatisfy { $0.hasPrefix(#"{"at":"20"#) })
}

@Test func `what is no dump leaves the store as it was`() throws {
  let folder = try Folder()
  let from = try folder.store("from.db")
  try from.ingest(samples)
  let store = try folder.store()
  let lines = try from.dump() + ["{\"subject\": \"a claim\"}"]
  #expect(throws: StoreError.notADump(line: 4)) { try store.load(lines) }
  #expect(try store.dump() == [])
}

@Test func `a backup holds what the store held, and replaces no file`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest([tulips, denial])
  let before = try store.dump()
  try store.backup(to: folder.file("copy.db"))
  try store.ingest([rain])
  let copy = try ClaimStore(path: folder.file("copy.db"), mode: .readOnly)
  #expect(try copy.dump() == before)
  #expect(throws: StoreError.exists(path: copy.path)) { try store.backup(to: copy.path) }
}
