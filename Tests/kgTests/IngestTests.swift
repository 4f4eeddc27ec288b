import Claims
import Testing

@testable import kg

struct IngestTests {
  @Test func `a document is never cut, however many insights a step takes`() {
    let insights = ["a", "b", "a", "c", "b"].enumerated().map { k, document in
      Insight(id: "i\(k)", text: "Passage \(k).", document: document)
    }
    for size in 1...6 {
      let groups = KG.Ingest.wholeDocuments(of: insights, atLeast: size)
      #expect(groups.flatMap { $0.map(\.id) }.sorted() == insights.map(\.id))
      for document in ["a", "b", "c"] {
        #expect(groups.count { $0.contains { $0.document == document } } == 1)
      }
      #expect(groups.dropLast().allSatisfy { $0.count >= size })
    }
  }
  @Test func `an interruption keeps the documents that are whole, wherever it falls`() {
    let insights = ["a", "a", "b", "c", "c", "c"].enumerated().map { k, document in
      Insight(id: "i\(k)", text: "Passage \(k).", document: document)
    }
    let kept = (0...6).map { KG.Ingest.finished(insights, after: $0).map(\.document).joined() }
    #expect(kept == ["", "", "aa", "aab", "aab", "aab", "aabccc"])
  }
}
