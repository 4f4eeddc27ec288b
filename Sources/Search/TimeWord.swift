/// Days, months and years in a question's words: "April 2025", "1 May 2024".
enum TimeWord {
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The years that a time's words name, in their order.
  static func years(_ text: String) -> [String] {
    Phrase.split(text).filter {
      $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) && Int($0) != nil
    }.sorted()
  }

  /// The first day of what the words mean, nil where they name no year.
  static func day(_ text: String) -> String? { read(text)?.first }

  /// The last day of what the words mean.
  static func lastDay(_ text: String) -> String? { read(text)?.last }

  /// "May", "2024", "3rd", "the", "of"
  static func isOfDate(_ word: String) -> Bool {
    let bare = word.lowercased().filter { $0.isLetter || $0.isNumber }
    return months.contains(bare) || bare.first?.isNumber ?? false
      || ["the", "of", "and", "early", "late", "mid"].contains(bare)
  }

  static func after(_ day: String) -> String { moved(day, by: 1) }
  static func before(_ day: String) -> String { moved(day, by: -1) }

  /// The day half a year later, after which the newer of two claims may tell of a change.
  static func halfYear(from day: String) -> String {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return day }
    let month = parts[1] + 6
    return
      "\(parts[0] + (month > 12 ? 1 : 0))-\(two(month > 12 ? month - 12 : month))-\(two(parts[2]))"
  }

  private static func read(_ text: String) -> (first: String, last: String)? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let at = words.firstIndex(where: { $0.count == 4 && Int($0) != nil }) else { return nil }
    let year = words[at]
    // "2024-05-01" comes as three numbers.
    if at + 2 < words.count, let month = Int(words[at + 1]), let day = Int(words[at + 2]),
      (1...12).contains(month), (1...31).contains(day)
    {
      let iso = "\(year)-\(two(month))-\(two(day))"
      return (iso, iso)
    }
    guard let month = words.compactMap({ months.firstIndex(of: $0) }).first.map({ $0 + 1 }) else {
      return ("\(year)-01-01", "\(year)-12-31")
    }
    let start = "\(year)-\(two(month))-"
    if let day = words.compactMap({ Int($0) }).first(where: { (1...31).contains($0) }) {
      return (start + two(day), start + two(day))
    }
    return (start + "01", start + two(days(in: month, of: Int(year) ?? 0)))
  }

  private static func moved(_ day: String, by step: Int) -> String {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return day }
    var (year, month, date) = (parts[0], parts[1], parts[2] + step)
    if date < 1 {
      month -= 1
      if month < 1 { (year, month) = (year - 1, 12) }
      date = days(in: month, of: year)
    } else if date > days(in: month, of: year) {
      (month, date) = (month + 1, 1)
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    return "\(year)-\(two(month))-\(two(date))"
  }

  private static func days(in month: Int, of year: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
