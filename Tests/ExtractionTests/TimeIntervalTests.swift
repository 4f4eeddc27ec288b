import Testing

@testable import Extraction

struct TimeIntervalTests {
  /// Text, preposition, first and last day, seen from Sunday 15 June 2025.
  static let cases: [(String, String, String?, String?)] = [
    ("2024", "in", "2024-01-01", "2024-12-31"),
    ("March 2024", "in", "2024-03-01", "2024-03-31"),
    ("1 August 2024", "on", "2024-08-01", "2024-08-01"),
    ("since January", "since", "2025-01-01", nil),
    ("since November", "since", "2024-11-01", nil),
    ("March", "by", "2026-03-01", "2026-03-31"),
    ("between 2019 and 2023", "between", "2019-01-01", "2023-12-31"),
    ("2019 to late 2024", "", "2019-01-01", "2024-12-31"),
    ("third quarter of 2025", "for", "2025-07-01", "2025-09-30"),
    ("Q1 2024", "in", "2024-01-01", "2024-03-31"),
    ("first half of 2024", "in", "2024-01-01", "2024-06-30"),
    ("mid-2025", "by", "2025-05-01", "2025-08-31"),
    ("last year", "", "2024-01-01", "2024-12-31"),
    ("this quarter", "", "2025-04-01", "2025-06-30"),
    ("last month", "", "2025-05-01", "2025-05-31"),
    ("next week", "", "2025-06-16", "2025-06-22"),
    ("over the past five years", "over", "2020-06-15", "2025-06-15"),
    ("within two years", "within", nil, nil),
    ("next two years", "over", "2025-06-15", "2027-06-15"),
    ("three years ago", "", "2022-01-01", "2022-12-31"),
    ("Tuesday", "on", "2025-06-10", "2025-06-10"),
    ("yesterday", "", "2025-06-14", "2025-06-14"),
    ("before 2030", "before", nil, "2029-12-31"),
    ("after March 2024", "after", "2024-04-01", nil),
    ("until 2027", "until", nil, "2027-12-31"),
    ("the 2010s", "in", "2010-01-01", "2019-12-31"),
    ("long run", "in", nil, nil),
  ]

  @Test("a time's words mean days", arguments: cases)
  func interval(_ text: String, _ preposition: String, _ from: String?, _ to: String?) {
    let found = TimeExpression.interval(
      of: text, preposition: preposition, published: "2025-06-15")
    #expect(found.0 == from)
    #expect(found.1 == to)
  }

  @Test func `without a date of publication, relative times have no place`() {
    let found = TimeExpression.interval(of: "last year", preposition: "", published: nil)
    #expect(found.0 == nil && found.1 == nil)
  }

  @Test func `days are counted as the calendar has them`() {
    for number in stride(from: -800_000, to: 800_000, by: 371) {
      let day = CivilDay(number: number)
      let (year, month, d) = day.parts
      #expect(CivilDay(year, month, d) == day)
      #expect((1...CivilDay.lastDay(year, month)).contains(d))
    }
    #expect(CivilDay(iso: "2024-02-29")?.adding(months: 12).iso == "2025-02-28")
    #expect(CivilDay(iso: "2025-06-15")?.weekday == 6)
    #expect(CivilDay(iso: "1 May") == nil)
  }
}
