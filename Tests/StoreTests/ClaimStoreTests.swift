import Claims
import Foundation
import Testing

@testable import Store

@Test func `claims read back are equal to those written`() throws {
  let folder = try Folder()
  let store = try folder.store()
  let counts = try store.ingest(samples)
  #expect(counts == IngestCounts(insights: 3, newInsights: 3, claims: 3, newClaims: 3))
  let expected = InMemoryClaims(samples.map(\.claim)).allClaims()
  #expect(try store.allClaims() == expected)
  #expect(try ClaimStore(path: folder.file(), mode: .readOnly).allClaims() == expected)
}

@Test func `a store and an array answer alike`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest(samples)
  let array = InMemoryClaims(samples.map(\.claim))
  let parts: [Set<String>?] = [nil, [], ["Netherlands"], ["Peru", "rainfall"], ["outsells"], [""]]
  for subjects in parts {
    for relations in parts {
      for objects in parts {
        let found = try store.claims(subjects: subjects, relations: relations, objects: objects)
        #expect(
          found == array.claims(subjects: subjects, relations: relations, objects: objects))
      }
    }
  }
  for words in [
    NameWords(whole: ["peru"], beginnings: ["rain", "neth"]), NameWords(whole: ["per", "rain"]),
    NameWords(together: [["rain", "fall"], ["pe", "per"]]), NameWords(),
  ] {
    #expect(try store.entityNames(having: words) == array.entityNames(having: words))
  }
  #expect(
    try store.entityNames(having: NameWords(beginnings: ["p", "n"])) == ["Netherlands", "Peru"])
  for beginnings: Set<String> in [["out"], ["o", "grow"], []] {
    #expect(
      try store.relationNames(among: ["grows"], beginnings: beginnings)
        == array.relationNames(among: ["grows"], beginnings: beginnings))
  }
  for name in ["Netherlands", "Peru", "rainfall"] {
    #expect(try store.entityNames(beside: [name]) == array.entityNames(beside: [name]))
    let ids = Set(samples.map(\.claim).filter { $0.subject == name }.map(\.id))
    #expect(try store.claims(besideIDs: ids) == array.claims(besideIDs: ids))
  }
  #expect(try store.claims(mentioning: ["TULIPS", "more"], limit: 9) == [tulips.claim])
  #expect(try store.claims(mentioning: ["tulips", "rainfall"], limit: 9) == [])
  #expect(try store.claims(mentioning: ["cafe"], limit: 9) == [denial.claim])
  #expect(try store.claims(mentioning: ["NOT", "*", "\"it\""], limit: 9) == [denial.claim])
  #expect(try store.claims(touching: ["rainfall"]) == [rain.claim])
}

@Test func `the same file twice changes nothing`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest(samples)
  let before = try store.dump()
  let counts = try store.ingest(samples)
  #expect(counts == IngestCounts(insights: 3, newInsights: 0, claims: 3, newClaims: 0))
  #expect(try store.dump() == before)
}

@Test func `the order of files doesn't matter`() throws {
  let folder = try Folder()
  let one = try folder.store("one.db")
  let other = try folder.store("other.db")
  for sample in samples { try one.ingest([sample], origin: sample.insight.id) }
  for sample in samples.reversed() { try other.ingest([sample], origin: sample.insight.id) }
  #expect(try one.dump() == other.dump())
  #expect(try one.dump().count == 3)
}

@Test func `a changed document replaces what only it supported`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest([denial, rain], origin: "a.jsonl")
  try store.ingest([rain], origin: "b.jsonl")
  try store.ingest([denial], origin: "a.jsonl")
  #expect(try store.allClaims().count == 2)
  try store.ingest([denial], origin: "b.jsonl")
  #expect(try store.allClaims() == [denial.claim])
  #expect(try store.check() == [])
}

@Test func `claims read anew replace the old ones of their insight`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest([tulips])
  var surer = tulips.claim
  surer.confidence = 0.9
  let counts = try store.ingest(insights: [tulips.insight], claims: [[surer]])
  #expect(counts.newClaims == 0)
  #expect(try store.allClaims() == [surer])
  try store.ingest(insights: [tulips.insight], claims: [[]])
  #expect(try store.allClaims() == [])
}

@Test func `what is retracted leaves every view and comes back`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest(samples)
  let before = try store.allClaims()
  #expect(try store.retract("Letter 7", because: "forged") == 2)
  #expect(try store.allClaims() == [tulips.claim])
  #expect(try store.claims(mentioning: ["rainfall"], limit: 5) == [])
  #expect(try store.sql("SELECT id FROM documents").rows == [[.text("Episode 1")]])
  #expect(try store.entityNames(having: NameWords(whole: ["peru"])) == ["Peru"])
  #expect(try store.retract("The Chip Hour") == 1)
  #expect(try store.entityNames(having: NameWords(whole: ["peru"])).isEmpty)
  #expect(try store.restore("The Chip Hour") == 1)
  #expect(try store.restore("Letter 7") == 2)
  #expect(try store.allClaims() == before)
  #expect(throws: StoreError.unknownName("Letter 8")) { try store.retract("Letter 8") }
}

@Test func `a name with any character of Unicode can be asked for`() throws {
  let store = try Folder().store()
  let words = (0x21...0x1ffff).compactMap(Unicode.Scalar.init).map { "a\(Character($0))b" }
  for start in stride(from: 0, to: words.count, by: 500) {
    let some = Set(words[start..<min(words.count, start + 500)])
    let asked = NameWords(whole: some, beginnings: some)
    #expect(try store.entityNames(having: asked).isEmpty)
  }
  let together = NameWords(together: [["e\u{351}x", "s\u{320}"]])
  #expect(try store.entityNames(having: together).isEmpty)
}

@Test func `imported claims keep their ids and get a text to stand in`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest([tulips])
  var known = tulips.claim
  known.id = "mine-1"
  var bare = denial.claim
  bare.id = "mine-2"
  try store.importClaims([known, bare])
  #expect(Set(try store.allClaims().map(\.id)) == [tulips.claim.id, "mine-1", "mine-2"])
  #expect(try store.verify() == [])
  #expect(try store.importClaims([known, bare]).newClaims == 0)
}

@Test func `a store that stays open gives the clashes of an entity from those in its memory`()
  throws
{
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest(samples)
  let clash = Clash(
    label: .contradiction, kind: "negation", score: 0.95, why: "One denies the other.",
    a: tulips.claim, b: denial.claim)
  try store.replaceClashes([clash])
  let open = try ClaimStore(path: folder.file(), mode: .readOnly, staysOpen: true)
  for _ in 0..<2 {
    #expect(try open.clashes(.about(["Netherlands"])) == [clash])
    #expect(try open.clashes(.about(["rainfall", "tulips"])) == [])
    #expect(try open.clashes(.all) == [clash])
  }
}

@Test func `clashes are kept with both claims, and verdicts outlive them`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest(samples)
  var clash = Clash(
    label: .contradiction, kind: "negation", score: 0.95, why: "One denies the other.",
    gates: Clash.Gates(scope: 0.6), reconciledIf: nil, a: tulips.claim, b: denial.claim)
  try store.replaceClashes([clash])
  #expect(try store.clashes() == [clash])
  #expect(try store.clashes(about: "Peru", kind: "negation", minScore: 0.9) == [clash])
  #expect(try store.clashes(about: "rainfall") == [])
  #expect(try store.clashes(label: .tension) == [])
  #expect(try store.clashes(since: "2025-04-02") == [clash])
  #expect(try store.clashes(since: "2025-04-03") == [])
  try store.judge(clash, .dismissed, because: "a joke")
  try store.replaceClashes([clash])
  clash.status = .dismissed
  clash.because = "a joke"
  #expect(try store.clashes() == [clash])
  try store.dropVerdict(on: clash.id)
  #expect(try store.clashes().map(\.status) == [.open])
  try store.retract("Letter 7")
  #expect(try store.clashes() == [])
}

@Test func `a text changed behind our back is found`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest(samples)
  #expect(try store.verify() == [])
  #expect(try store.check() == [])
  try store.write { db in
    try db.execute(sql: "UPDATE insight SET text = replace(text, 'tulips', 'turnip')")
  }
  #expect(
    try store.verify().map(\.problem) == [
      "the insight is not what was ingested",
      "the quote is \"Holland is said to ship more tulips than Peru.\", the insight has "
        + "\"Holland is said to ship more turnip than Peru.\" there",
    ])
}

@Test func `check names what breaks a rule`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest([tulips])
  try store.write { db in try db.execute(sql: "DELETE FROM support") }
  #expect(
    try store.check() == ["insight \(tulips.insight.id) of Episode 1 is given by no file"])
}

@Test func `a word index that lost an insight is found`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest([tulips])
  try store.write { db in
    try db.execute(sql: "INSERT INTO insight_words (insight_words) VALUES ('delete-all')")
  }
  #expect(try store.check() == ["the word index doesn't hold the words of the insights"])
}

@Test func `the vocabulary gives entities their kinds and other names`() throws {
  let folder = try Folder()
  let store = try folder.store()
  let vocabulary = try Vocabulary(
    yaml: """
      frames: []
      relations: []
      entities:
        - { name: Peru, kind: state, aliases: [Republic of Peru] }
      """)
  try store.setEntities(from: vocabulary)
  try store.setEntities(from: vocabulary)
  #expect(try store.entityKinds() == ["Peru": "state"])
  #expect(try store.aliases() == ["peru": "Peru", "republic of peru": "Peru"])
  #expect(try store.entityNames(having: NameWords(whole: ["peru"])).isEmpty)
}

@Test func `the counts tell what can be seen`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest(samples)
  let stats = Dictionary(uniqueKeysWithValues: try store.stats().map { ($0.name, $0.count) })
  #expect(stats["claims"] == 3)
  #expect(stats["documents"] == 2)
  #expect(stats["sources"] == 2)
  #expect(stats["entities"] == 3)
}
