import Claims
import Report
import Testing

struct ClashTextTests {
  @Test func `a clash shows its reason, both quotes, what weakened it and what would reconcile it`()
  {
    let clash = Clash(
      label: .tension, kind: "antonym", score: 0.54, why: "Leading and lagging exclude each other.",
      gates: Clash.Gates(scope: 0.6), reconciledIf: "they mean different parts of tea",
      a: claim("Ruritania", "leads in", "tea"),
      b: claim("Ruritania", "lags in", "tea", attribution: "Baron Rupert"))
    #expect(
      text(of: clash) == """
        tension (antonym, 0.54)  Leading and lagging exclude each other.
          a  “Ruritania leads in tea.” — Example Letter, 2026-01-05, i1
          b  “Ruritania lags in tea.” — Baron Rupert, in Example Letter, 2026-01-05, i1
          weaker because of: scope 0.6
          both could hold if: they mean different parts of tea

        """)
  }
}
