/// A day of the Gregorian calendar, counted; ISO 8601 in and out.
///
/// Counting follows H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
struct CivilDay: Comparable, Hashable {
  /// Days since 1970-01-01.
  var number: Int

  init(number: Int) { self.number = number }

  init(_ year: Int, _ month: Int, _ day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146097 + dayOfEra - 719468
  }

  /// Reads `2025-06-15`, `2025-06` and `2025`; nil for anything else.
  init?(iso: String) {
    let parts = iso.prefix(10).split(separator: "-").map { Int($0) }
    guard let year = parts.first ?? nil, (1...9999).contains(year), parts.count <= 3 else {
      return nil
    }
    let month = parts.count > 1 ? parts[1] : 1
    let day = parts.count > 2 ? parts[2] : 1
    guard let month, let day, (1...12).contains(month), (1...31).contains(day) else { return nil }
    self.init(year, month, day)
  }

  var parts: (year: Int, month: Int, day: Int) {
    let z = number + 719468
    let era = (z >= 0 ? z : z - 146096) / 146097
    let dayOfEra = z - era * 146097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * m + 2) / 5 + 1)
  }

  var iso: String {
    let (year, month, day) = parts
    let pad = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
    return "\(year)-\(pad(month))-\(pad(day))"
  }

  /// 0 for Monday.
  var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  func adding(days: Int) -> CivilDay { CivilDay(number: number + days) }

  /// The same day some months on, or the last day of that month where it is shorter.
  func adding(months: Int) -> CivilDay {
    let (year, month, day) = parts
    let count = year * 12 + month - 1 + months
    let first = CivilDay(
      Int((Double(count) / 12).rounded(.down)),
      count - Int((Double(count) / 12).rounded(.down)) * 12 + 1, 1)
    let length = CivilDay.lastDay(first.parts.year, first.parts.month)
    return CivilDay(first.parts.year, first.parts.month, min(day, length))
  }

  static func lastDay(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func < (a: CivilDay, b: CivilDay) -> Bool { a.number < b.number }
}
