import Claims
import Report
import Testing

struct GraphSliceTests {
  let claims = [
    claim("A", "r", "B"), claim("B", "r", "C"), claim("C", "r", "D"), claim("X", "r", "Y"),
    claim("A", "r", "B", quote: "Again."),
  ]

  @Test func `hops bound how far from the entity a slice goes`() {
    #expect(GraphSlice(of: claims, about: "A", hops: 1).claims.map(\.object) == ["B", "B"])
    #expect(GraphSlice(of: claims, about: "A", hops: 2).claims.map(\.object) == ["B", "C", "B"])
    #expect(GraphSlice(of: claims, about: "A", hops: 9).claims.count == 4)
  }

  @Test func `the cap keeps the best supported triples and counts the rest`() {
    let slice = GraphSlice(of: claims, cap: 1)
    #expect(slice.claims.map(\.object) == ["B", "B"])
    #expect(slice.omitted == 3)
  }

  @Test func `since and kind choose claims`() {
    #expect(GraphSlice(of: claims, since: "2027-01-01").claims.isEmpty)
    #expect(
      GraphSlice(of: claims, kind: "state", kindOf: { $0 == "X" ? "state" : nil }).claims.count == 1
    )
  }
}
