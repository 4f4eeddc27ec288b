import Claims
import Store
import Testing

/// What is done to a store and what is noted of it are one.
struct AtOnceTests {
  private struct Refusal: Error {}

  @Test func `what a body did before it failed is undone, and seen by it until then`() throws {
    let folder = try Folder()
    let store = try folder.store()
    try store.ingest(samples)
    let before = try store.allClaims().count
    #expect(throws: Refusal.self) {
      try store.atOnce {
        let gone = try store.retract(tulips.claim.evidence.document)
        #expect(try store.allClaims().count == before - gone)
        try store.log(LogEntry(session: 1, at: "2026-01-05", .resumed))
        #expect(try store.log().count == 1)
        throw Refusal()
      }
    }
    #expect(try store.allClaims().count == before && store.log().isEmpty)
  }

  @Test func `another program sees all of it or nothing`() throws {
    let folder = try Folder()
    let store = try folder.store()
    try store.ingest(samples)
    let other = try ClaimStore(path: folder.file(), mode: .readOnly)
    let before = try other.allClaims().count
    try store.atOnce {
      _ = try store.retract(tulips.claim.evidence.document)
      #expect(try other.allClaims().count == before)
      try store.atOnce { try store.log(LogEntry(session: 1, at: "2026-01-05", .resumed)) }
      #expect(try other.log().isEmpty)
    }
    #expect(try other.allClaims().count < before && other.log().count == 1)
  }
}
