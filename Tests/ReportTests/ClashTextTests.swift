import Claims
import Foundation
import Report
import Testing

struct ClashTextTests {
  @Test func `a clash shows its reason, both quotes, what weakened it and what would reconcile it`()
  {
    let clash = Clash(
      label: .tension, kind: "antonym", score: 0.54, why: "Leading and lagging exclude each other.",
      gates: Clash.Gates(scope: 0.6), reconciledIf: "they mean different parts of tea",
      a: claim("Ruritania", "leads in", "tea", scope: "green tea"),
      b: claim("Ruritania", "lags in", "tea", attribution: "Baron Rupert"))
    #expect(
      text(of: clash) == """
        \(clash.id.prefix(8))  tension (antonym, 0.54)  Example Letter against Baron Rupert
          Leading and lagging exclude each other.
          a  “Ruritania leads in tea.” — Example Letter, 2026-01-05, i1  (1 source)
          b  “Ruritania lags in tea.” — Baron Rupert, in Example Letter, 2026-01-05, i1  (1 source)
          weaker because of: scope 0.6 (a is of “green tea”, b of no stated scope)
          both could hold if: they mean different parts of tea

        """)
  }

  @Test func `a chain shows every quote, and what would save them all`() {
    let claims = [
      claim("Ruritania", "leads", "Graustark"), claim("Graustark", "leads", "Sylvania"),
      claim("Sylvania", "leads", "Ruritania", source: "Other Letter"),
    ]
    var clash = Clash(
      label: .contradiction, kind: "ordering", score: 0.9, why: "They go round.",
      reconciledIf: "They are by different measures", a: claims[0], b: claims[2], chain: claims)
    clash.origins = Clash.Counts([1, 2, 1])
    clash.mentions = Clash.Counts([1, 14, 2])
    clash.repeated = [nil, "the same sentence", nil]
    #expect(
      text(of: clash) == """
        \(clash.id.prefix(8))  contradiction (ordering, 0.9)  Example Letter against Other Letter
          They go round.
          a  “Ruritania leads Graustark.” — Example Letter, 2026-01-05, i1  (1 source)
          b  “Graustark leads Sylvania.” — Example Letter, 2026-01-05, i1  (2 origins, 14 mentions: the same sentence)
          c  “Sylvania leads Ruritania.” — Other Letter, 2026-01-05, i1  (1 source, 2 mentions)
          all could hold if: They are by different measures

        """)
    let reasons = gateReasons(of: clash).map(\.why)
    #expect(reasons.prefix(3) == ["all of no stated scope", "all of 2026-01-05", "all asserted"])
  }

  @Test(arguments: [
    ("Baron Rupert", "Countess Ada", "dispute between Baron Rupert and Countess Ada"),
    ("Baron Rupert", nil, "Baron Rupert against Example Letter"),
    (nil, nil, "Example Letter against itself"),
    ("Baron Rupert", "Baron Rupert", "Baron Rupert against itself"),
  ])
  func `a dispute is between those whom the text names`(_ a: String?, _ b: String?, _ said: String)
  {
    let clash = Clash(
      label: .contradiction, kind: "negation", score: 0.95, why: "One denies the other.",
      a: claim("Ruritania", "leads in", "tea", attribution: a),
      b: claim("Ruritania", "leads in", "tea", denied: true, attribution: b))
    #expect(text(of: clash).contains("  \(said)\n"))
  }

  @Test func `an update tells who came later, and is not weakened by its times`() {
    let clash = Clash(
      label: .update, kind: "reversal", score: 0.9,
      why: "Later “allows” takes the place of “bans”.",
      gates: Clash.Gates(time: 0), a: claim("Ruritania", "bans", "tea", published: "2024-01-05"),
      b: claim("Ruritania", "allows", "tea", source: "Other Letter"))
    #expect(text(of: clash).contains("update (reversal, 0.9)  Example Letter, then Other Letter\n"))
    #expect(!text(of: clash).contains("weaker"))
  }

  @Test func `the JSON has the contract's keys, and an id that outlives another reading`() throws {
    var clash = Clash(
      label: .contradiction, kind: "negation", score: 0.95, why: "One denies the other.",
      a: claim("Ruritania", "leads in", "tea"),
      b: claim("Ruritania", "leads in", "tea", denied: true)
    )
    let id = clash.id
    let keys = try JSONSerialization.jsonObject(with: JSONEncoder().encode(clash)) as? [String: Any]
    #expect(
      Set(keys?.keys.map(\.self) ?? []) == [
        "label", "kind", "score", "why", "gates", "reconciled_if", "status", "a", "b", "id",
        "because", "new_evidence", "origins", "mentions",
      ])
    clash.a.subject = "Kingdom of Ruritania"
    #expect(clash.id == id)
    swap(&clash.a, &clash.b)
    #expect(clash.id == id)
    clash.a.evidence.quote = "Ruritania led in tea."
    #expect(clash.id != id)
  }
}
