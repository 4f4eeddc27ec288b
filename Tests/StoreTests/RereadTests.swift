import Claims
import Testing

@testable import Store

@Test func `what reading again changes is told, and the rest stays in its row`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest([tulips, rain])
  let rows = try store.sql("SELECT name, id FROM claim").rows
  var surer = tulips.claim
  surer.confidence = 0.9
  let other = Claim(
    subject: "rainfall", relation: "grows", object: "", evidence: rain.claim.evidence)
  let result = try store.reread(
    [tulips.insight, rain.insight, denial.insight], claims: [[surer], [other], [denial.claim]])
  // The denial's insight was never ingested.
  #expect(
    result.changes
      == [
        ClaimChange(kind: .changed, claim: surer), ClaimChange(kind: .gone, claim: rain.claim),
        ClaimChange(kind: .added, claim: other),
      ].sorted { $0.claim.precedes($1.claim) })
  #expect(result.same == 0)
  let again = try store.reread([tulips.insight, rain.insight], claims: [[surer], [other]])
  #expect(again.changes.isEmpty)
  #expect(again.same == 2)
  #expect(Set(try store.allClaims()) == [surer, other])
  #expect(try store.check() == [])
  #expect(rows.count == 2)
}

@Test func `imported claims are never touched, whoever comes first`() throws {
  let folder = try Folder()
  var mine = tulips.claim
  mine.id = "mine-1"
  let alike = tulips.claim
  for importsFirst in [true, false] {
    let store = try folder.store("\(importsFirst).db")
    if importsFirst { try store.importClaims([mine, alike]) }
    // The text is known to imports only when it was ingested before.
    try store.ingest([tulips], origin: "a.txt")
    if !importsFirst { try store.importClaims([mine, alike]) }
    let result = try store.reread([tulips.insight], claims: [[]])
    #expect(result.changes.isEmpty)
    #expect(Set(try store.allClaims().map(\.id)) == [alike.id, "mine-1"])
    try store.ingest(insights: [tulips.insight], claims: [[]], origin: "a.txt")
    #expect(Set(try store.allClaims().map(\.id)) == [alike.id, "mine-1"])
  }
}

@Test func `insights that only imports gave are not read again`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.importClaims([tulips.claim])
  try store.ingest(
    insights: [denial.insight], claims: [[denial.claim]], origin: "lines", reading: .line)
  try store.ingest([denial, rain], origin: "text")
  try store.retract("Letter 7")
  #expect(
    Set(try store.readInsights()) == [
      ReadInsight(insight: denial.insight, readings: [.line, .sentences]),
      ReadInsight(insight: rain.insight, readings: [.sentences]),
    ])
  #expect(try store.readInsights(source: "Lima Weekly").map(\.insight) == [denial.insight])
  #expect(try store.readInsights(document: "Episode 1").isEmpty)
  #expect(try store.readInsights(document: "Letter 7").count == 2)
}

@Test func `what was read from an insight goes with the last file that gave it to be read`() throws
{
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest([denial, rain], origin: "a.txt")
  var mine = denial.claim
  mine.id = "mine-1"
  try store.importClaims([mine])
  try store.ingest([rain], origin: "a.txt")
  #expect(Set(try store.allClaims().map(\.id)) == ["mine-1", rain.claim.id])
}

@Test func `claims read anew replace the old ones though another file gives them too`() throws {
  let folder = try Folder()
  let store = try folder.store()
  try store.ingest([tulips], origin: "a.txt")
  try store.ingest([tulips], origin: "b.txt")
  try store.ingest(insights: [tulips.insight], claims: [[]], origin: "b.txt")
  #expect(try store.allClaims().isEmpty)
}
