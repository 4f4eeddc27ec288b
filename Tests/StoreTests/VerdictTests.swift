import Claims
import Foundation
import GRDB
import Schema
import Testing

@testable import Store

private func clash(_ a: Claim, _ b: Claim, kind: String = "negation") -> Clash {
  Clash(label: .contradiction, kind: kind, score: 0.95, why: "One denies the other.", a: a, b: b)
}

/// A search that finds this clash, whatever the claims.
private func finding(_ clash: Clash) -> @Sendable ([Claim]) -> ClashProbe {
  { claims in
    let blocks = claims.map { _ in [Int64(1)] }
    return ClashProbe(offers: blocks, seeks: blocks) { _ in [clash] }
  }
}

@Test func `a verdict holds for another reading of the same two sentences, and no other kind`()
  throws
{
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest(samples)
  try store.replaceClashes([clash(tulips.claim, denial.claim)])
  try store.judge(clash(tulips.claim, denial.claim), .confirmed, because: "the customs office said")

  var reread = tulips
  reread.claim.subject = "Holland"
  reread.claim.id = reread.claim.contentID
  try store.ingest([reread, denial, rain])
  let (again, other) = (
    clash(denial.claim, reread.claim), clash(reread.claim, denial.claim, kind: "antonym")
  )
  #expect(again.id == clash(tulips.claim, denial.claim).id)
  try store.replaceClashes([again, other])
  let found = try store.clashes()
  #expect(found.map(\.kind) == ["antonym", "negation"])
  #expect(found.map(\.status) == [.open, .confirmed])
  #expect(found.map(\.because) == [nil, "the customs office said"])
}

@Test func `what was dismissed comes back when another passage says what a side says`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest(samples)
  let pair = clash(tulips.claim, denial.claim)
  try store.replaceClashes([pair])
  try store.judge(pair, .dismissed)
  #expect(try store.clashes().map(\.isInSight) == [false])

  let unrelated = sample("Peru is said to outsell Chile.", "Peru", "outsells", "Chile")
  try store.ingest([unrelated], origin: "more")
  #expect(try store.clashes().map(\.isInSight) == [false])

  let more = sample(
    "Tulips: Holland is far ahead of Peru.", "Netherlands", "outsells", "Peru",
    document: "Letter 9", source: "Bulb Post")
  try store.ingest([more], origin: "more")
  let back = try #require(try store.clashes().first)
  #expect(back.isInSight && back.hasNewEvidence && back.status == .dismissed)
  #expect(back.origins == Clash.Counts(a: 2, b: 1))
  // Judged again, it is settled again.
  try store.judge(back, .dismissed)
  #expect(try store.clashes().map(\.isInSight) == [false])
}

@Test func `one verdict judges every reading of the two sentences`() throws {
  let folder = try Folder()
  let store = try folder.store()
  // Both are read of one sentence; another passage backs only the second reading.
  var ships = tulips
  ships.claim.relation = "ships more than"
  ships.claim.id = ships.claim.contentID
  let more = sample(
    "More ships from Holland.", "Netherlands", "ships more than", "Peru", document: "Letter 9",
    source: "Bulb Post")
  try store.ingest(
    insights: [tulips, denial, more].map(\.insight),
    claims: [[tulips.claim, ships.claim], [denial.claim], [more.claim]])
  let pairs = [clash(tulips.claim, denial.claim), clash(ships.claim, denial.claim)]
  #expect(pairs[0].id == pairs[1].id)
  try store.replaceClashes(pairs)
  try store.judge(pairs[0], .dismissed)
  #expect(try store.clashes().map(\.isInSight) == [false, false])
}

@Test func `verdicts given elsewhere hold here, and dump alike`() throws {
  let folder = try Folder()
  let stores = [try folder.store("one.db"), try folder.store("two.db")]
  for store in stores {
    try store.ingest(samples)
    try store.replaceClashes([clash(tulips.claim, denial.claim)])
  }
  try stores[0].judge(clash(tulips.claim, denial.claim), .dismissed, because: "old numbers")
  let verdicts = try stores[0].verdicts()
  #expect(verdicts.map(\.isSound) == [true])
  try stores[1].keep(verdicts)
  #expect(try stores[1].clashes().map(\.status) == [.dismissed])
  #expect(try stores[0].dump() == stores[1].dump())
  try stores[1].dropVerdict(on: clash(denial.claim, tulips.claim).id)
  #expect(try stores[1].verdicts() == [])
}

@Test func `only what the last search found first is new`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest(samples)
  let first = clash(tulips.claim, denial.claim)
  let second = clash(tulips.claim, denial.claim, kind: "antonym")
  #expect(try store.replaceClashes([first]) == [first])
  #expect(try store.replaceClashes([first, second]) == [second])
  #expect(try store.clashes(new: true).map(\.kind) == ["antonym"])
  #expect(try store.replaceClashes([first, second]) == [])
  #expect(try store.clashes(new: true) == [])
}

@Test func `what an older store had found is nothing new when its claims are compared again`()
  throws
{
  let folder = try Folder()
  let found = clash(tulips.claim, denial.claim)
  do {
    let store = try folder.store()
    try store.ingest(samples)
    try store.replaceClashes([found])
    try store.write { db in
      try db.execute(sql: "PRAGMA user_version = 4")
      try db.execute(sql: "DROP INDEX contradiction_new")
      try forgetSchema7(db)
      for table in ["claim_block", "clash_rules", "clash_seen"] {
        try db.execute(sql: "DROP TABLE \(table)")
      }
    }
  }
  let store = try folder.store()
  #expect(try store.clashes().map(\.id) == [found.id])
  let news = try store.updateClashes(rules: "new", reach: 9, probe: finding(found))
  #expect(news == [:])
  #expect(try store.clashes().map(\.id) == [found.id])
}

@Test func `a clash is no news where a side was retracted or someone dismissed it`() throws {
  let folder = try Folder()
  let store = try folder.store()
  let pair = clash(tulips.claim, denial.claim)
  try store.keep([
    Verdict(
      .dismissed, because: nil, kind: pair.kind, pair.passages,
      seen: [Passage(pair.a.evidence).key, Passage(pair.b.evidence).key])
  ])
  try store.ingest(samples)
  #expect(try store.updateClashes(rules: "1", reach: 9, probe: finding(pair)) == [:])
  #expect(try store.clashes().map(\.status) == [.dismissed])

  let other = try folder.store("other.db")
  try other.ingest(samples)
  try other.retract(tulips.claim.evidence.document)
  #expect(try other.updateClashes(rules: "1", reach: 9, probe: finding(pair)) == [:])
  #expect(try other.clashes() == [])
  try other.restore(tulips.claim.evidence.document)
  #expect(try other.clashes().map(\.id) == [pair.id])
}

@Test func `a clash lost with its passage and found again is no news`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest(samples)
  let pair = clash(tulips.claim, denial.claim)
  #expect(
    try store.updateClashes(rules: "1", reach: 9, probe: finding(pair)) == [.contradiction: 1])
  try store.ingest([rain])
  #expect(try store.clashes() == [])
  try store.ingest(samples)
  #expect(try store.updateClashes(rules: "1", reach: 9, probe: finding(pair)) == [:])
  #expect(try store.clashes().map(\.id) == [pair.id])
}

/// Takes from a store what an older kg didn't know.
private func forgetSchema7(_ db: Database) throws {
  let views = "SELECT name FROM sqlite_master WHERE type = 'view'"
  for view in try String.fetchAll(db, sql: views) { try db.execute(sql: "DROP VIEW \(view)") }
  try db.execute(
    sql: """
      DROP TRIGGER document_withdrawn;
      DROP TRIGGER source_withdrawn;
      ALTER TABLE insight DROP COLUMN speaker;
      ALTER TABLE insight DROP COLUMN marks;
      DROP TABLE clash_chain;
      DROP TABLE claim_rank;
      DROP TABLE rank_changed;
      DROP INDEX contradiction_pair;
      DROP INDEX contradiction_chain;
      ALTER TABLE contradiction DROP COLUMN size;
      ALTER TABLE verdict DROP COLUMN chain;
      """)
}

@Test func `clashes of an older store get their ids when it is opened`() throws {
  let folder = try Folder()
  let path = folder.file()
  do {
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      for step in Schema.steps.prefix(3) { try db.execute(sql: step) }
    }
  }
  // Filled as an older kg would have, which knew nothing of the new columns.
  do {
    let folder = try Folder()
    let store = try folder.store()
    try store.ingest(samples)
    try store.replaceClashes([clash(tulips.claim, denial.claim)])
    try store.write { db in
      try db.execute(sql: "UPDATE contradiction SET name = '', is_new = 0")
      try db.execute(sql: "PRAGMA user_version = 3")
      try db.execute(sql: "DROP VIEW contradictions")
      try db.execute(sql: "DROP VIEW live_contradiction")
      try forgetSchema7(db)
      try db.execute(sql: "DROP TABLE claim_block")
      try db.execute(sql: "DROP TABLE clash_rules")
      try db.execute(sql: "DROP TABLE clash_seen")
      try db.execute(sql: "DROP INDEX contradiction_name")
      try db.execute(sql: "DROP INDEX contradiction_new")
      try db.execute(sql: "ALTER TABLE contradiction DROP COLUMN name")
      try db.execute(sql: "ALTER TABLE contradiction DROP COLUMN is_new")
    }
    let again = try ClaimStore(path: folder.file(), mode: .readOnly)
    #expect(try again.clashes().map(\.id) == [clash(tulips.claim, denial.claim).id])
    #expect(
      try again.sql("SELECT id FROM contradictions").rows
        == [[.text(clash(tulips.claim, denial.claim).id)]])
  }
  #expect(try ClaimStore(path: path, mode: .readOnly).clashes() == [])
}
