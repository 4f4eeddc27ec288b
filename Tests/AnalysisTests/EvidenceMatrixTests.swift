import Claims
import Testing

@testable import Analysis

private func claim(
  _ quote: String, source: String?, says subject: String = "tea", attribution: String? = nil,
  document: String? = nil
) -> Claim {
  Claim(
    subject: subject, relation: "cures", object: "colds", attribution: attribution,
    evidence: Evidence(
      insight: "i-\(source ?? "")-\(quote)", document: document ?? source ?? "d", source: source,
      published: nil, quote: quote, start: 0, end: quote.utf8.count))
}

struct EvidenceMatrixTests {
  @Test func `totals are sums of what speaks against; what fits counts nothing`() {
    // Every combination of three ratings for two claims.
    for a in Rating.allCases {
      for b in Rating.allCases {
        for c in Rating.allCases {
          let one = claim("Tea cures colds.", source: "Tea Letter")
          let other = claim("Milk cures colds.", source: "Milk Letter", says: "milk")
          let matrix = EvidenceMatrix(
            hypotheses: ["H1", "H2"],
            evidence: [(one, ["H1": a, "H2": b], false), (other, ["H1": c], false)])
          #expect(matrix.totals == ["H1": a.against + c.against, "H2": b.against])
        }
      }
    }
  }

  @Test func `what tells hypotheses apart comes first, what is alike for all last`() {
    let claims = (0..<3).map { claim("Quote \($0) it is.", source: "S\($0)", says: "s\($0)") }
    let matrix = EvidenceMatrix(
      hypotheses: ["H1", "H2"],
      evidence: [
        (claims[0], ["H1": .consistent, "H2": .consistent], false),
        (claims[1], ["H1": .veryConsistent, "H2": .veryInconsistent], false),
        (claims[2], ["H1": .neutral], false),
      ])
    #expect(matrix.rows.map(\.claim) == [claims[1], claims[0], claims[2]])
    #expect(matrix.rows.map(\.diagnosticity) == [4, 0, nil])
    #expect(matrix.order == [["H1"], ["H2"]])
    #expect(
      matrix.sensitivity == [
        EvidenceMatrix.Sensitivity(
          without: claims[1].id, isSource: false, order: [["H1", "H2"]])
      ])
  }

  @Test func `a claim that repeats an origin counts once, the strongest rating of it`() {
    let first = claim("Tea cures colds in a week or so.", source: "Tea Letter")
    let copy = claim("Tea cures colds in a week or so, we read.", source: "Milk Letter")
    let matrix = EvidenceMatrix(
      hypotheses: ["H1"],
      evidence: [(first, ["H1": .inconsistent], false), (copy, ["H1": .veryInconsistent], false)])
    #expect(matrix.totals == ["H1": 2])
    #expect(matrix.origins == 1)
    #expect(Set(matrix.rows.map(\.repeats)).count == 2)
  }

  @Test
  func
    `what is withdrawn does not count, and a source is named where two of its claims are needed`()
  {
    let claims = ["one", "two"].map { claim("It is \($0) again.", source: "Tea Letter", says: $0) }
    let other = claim("It is three again.", source: "Milk Letter", says: "three")
    func matrix(withdrawn: Bool) -> EvidenceMatrix {
      EvidenceMatrix(
        hypotheses: ["H1", "H2"],
        evidence: claims.map { ($0, ["H1": .veryInconsistent], withdrawn) }
          + [(other, ["H2": .inconsistent], false)])
    }
    let all = matrix(withdrawn: false)
    #expect(all.order == [["H2"], ["H1"]])
    #expect(
      all.sensitivity == [
        EvidenceMatrix.Sensitivity(without: "Tea Letter", isSource: true, order: [["H1"], ["H2"]])
      ])
    #expect(matrix(withdrawn: true).totals == ["H1": 0, "H2": 1])
  }
}

extension Rating {
  /// By hand.
  fileprivate var against: Int { [.inconsistent: 1, .veryInconsistent: 2][self] ?? 0 }
}

struct OriginsTests {
  private func origins(_ claims: Claim...) -> [Int] {
    Origins(of: claims).all.map(\.claims.count)
  }

  @Test func `one publisher is one origin, two are two`() {
    let tea = [
      claim("Tea cures colds.", source: "Tea Letter"), claim("It cures.", source: "Tea Letter"),
    ]
    #expect(origins(tea[0], tea[1]) == [2])
    #expect(origins(tea[0], claim("Tea does cure colds.", source: "Milk Letter")) == [1, 1])
  }

  @Test func `who quotes one speaker by name, or the other publisher, adds no origin`() {
    let institute = claim(
      "Tea cures colds, the Leaf Institute says.", source: "Tea Letter",
      attribution: "Leaf Institute")
    let again = claim(
      "It cures, according to the Leaf Institute.", source: "Milk Letter",
      attribution: "the Leaf Institute")
    let found = Origins(of: [institute, again]).all
    #expect(found.map(\.because) == ["Leaf Institute is quoted"])
    let quoting = claim(
      "The Tea Letter says that it cures.", source: "Rye Letter", attribution: "the Tea Letter")
    #expect(origins(institute, quoting) == [2])
    // Officials may be others each time.
    #expect(
      origins(
        claim("It cures, officials say.", source: "Tea Letter", attribution: "officials"),
        claim("Officials hold that it cures.", source: "Milk Letter", attribution: "officials"))
        == [1, 1])
  }

  @Test func `a sentence taken over is one origin`() {
    let wire = claim("Ministers met in Lima on Monday to ban the sale of tea.", source: "Wire")
    let copy = claim(
      "Ministers met in Lima on Monday to ban the sale of tea, Wire reported.",
      source: "Milk Letter")
    let own = claim(
      "A ban on tea was agreed on by ministers at the start of the week.", source: "Rye Letter")
    #expect(Origins(of: [wire, copy, own]).all.map(\.because) == ["the same sentence", nil])
  }
}
