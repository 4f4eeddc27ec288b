/// Days that a time's words mean, both included; an open side is nil.
struct DaySpan: Equatable {
  var from: CivilDay?
  var to: CivilDay?

  static func year(_ year: Int) -> DaySpan {
    DaySpan(from: CivilDay(year, 1, 1), to: CivilDay(year, 12, 31))
  }

  static func months(_ year: Int, _ first: Int, _ last: Int) -> DaySpan {
    DaySpan(
      from: CivilDay(year, first, 1), to: CivilDay(year, last, CivilDay.lastDay(year, last)))
  }
}

extension TimeExpression {
  /// The interval a time's words mean, seen from the date of publication; nil where it can't be placed.
  ///
  /// Relative words ("last year", "over the past five years", "Tuesday") need that date.
  static func interval(of text: String, preposition: String, published: String?) -> (
    String?, String?
  ) {
    let tokens = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let published = published.flatMap(CivilDay.init(iso:))
    guard let span = TimeWords(tokens: tokens, published: published).span(after: preposition) else {
      return (nil, nil)
    }
    switch preposition {
    case "since", "from": return (span.from?.iso, nil)
    case "after": return (span.to?.adding(days: 1).iso, nil)
    case "until", "till", "through": return (nil, span.to?.iso)
    case "before": return (nil, span.from?.adding(days: -1).iso)
    default: return (span.from?.iso, span.to?.iso)
    }
  }
}

/// The words of one time, read.
private struct TimeWords {
  let tokens: [String]
  let published: CivilDay?

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let numbers = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "eighteen": 18, "twenty": 20, "couple": 2,
  ]
  private static let ordinals = ["first": 1, "second": 2, "third": 3, "fourth": 4]

  private func has(_ words: String...) -> Bool { words.contains { tokens.contains($0) } }

  func span(after preposition: String) -> DaySpan? {
    let years = tokens.filter(TimeExpression.isYear).compactMap { Int($0) }
    // "between 2019 and 2023", "2019 to late 2024"
    if let first = years.first, let last = years.last, years.count > 1, first < last {
      let start = place(in: first, tokens.prefix { $0 != String(first) } + [String(first)])
      let end = place(in: last, Array(tokens.drop { $0 != String(first) }.dropFirst()))
      return DaySpan(from: start.from, to: end.to)
    }
    if let year = years.first { return place(in: year, tokens) }
    if let decade = tokens.first(where: { $0.count == 5 && $0.hasSuffix("0s") }),
      let year = Int(decade.dropLast())
    {
      return DaySpan(from: CivilDay(year, 1, 1), to: CivilDay(year + 9, 12, 31))
    }
    return published.flatMap { relative(to: $0, preposition) }
  }

  /// A month, season, quarter, half or edge of a year.
  private func place(in year: Int, _ tokens: [String]) -> DaySpan {
    let has = { (words: [String]) in words.contains { tokens.contains($0) } }
    if let month = month(in: tokens) { return days(of: month, year, tokens) }
    if let quarter = part("quarter", tokens) ?? tokens.compactMap(Self.shortQuarter).first {
      return .months(year, quarter * 3 - 2, quarter * 3)
    }
    if let half = part("half", tokens), half <= 2 { return .months(year, half * 6 - 5, half * 6) }
    if has(["early", "start", "beginning"]) { return .months(year, 1, 4) }
    if has(["late", "end"]) { return .months(year, 9, 12) }
    if has(["mid", "middle"]) { return .months(year, 5, 8) }
    for (season, names) in [["winter"], ["spring"], ["summer"], ["autumn", "fall"]].enumerated()
    where season > 0 && has(names) {
      return .months(year, season * 3, season * 3 + 2)
    }
    return .year(year)
  }

  private func month(in tokens: [String]) -> Int? {
    tokens.compactMap { TimeExpression.months.firstIndex(of: $0) }.first.map { $0 + 1 }
  }

  private func days(of month: Int, _ year: Int, _ tokens: [String]) -> DaySpan {
    let day = tokens.filter { !TimeExpression.isYear($0) }.compactMap {
      Int($0.filter(\.isNumber))
    }.first { (1...31).contains($0) }
    guard let day else { return .months(year, month, month) }
    return DaySpan(from: CivilDay(year, month, day), to: CivilDay(year, month, day))
  }

  /// "third quarter", "first half".
  private func part(_ name: String, _ tokens: [String]) -> Int? {
    guard let at = tokens.firstIndex(of: name), at > 0 else { return nil }
    return Self.ordinals[tokens[at - 1]]
  }

  private static func shortQuarter(_ token: String) -> Int? {
    guard token.count == 2, token.hasPrefix("q"), let n = token.last?.wholeNumberValue else {
      return nil
    }
    return (1...4).contains(n) ? n : nil
  }

  private func relative(to today: CivilDay, _ preposition: String) -> DaySpan? {
    let (year, thisMonth, _) = today.parts
    let step = has("last", "previous") ? -1 : has("next", "coming", "following") ? 1 : 0
    if has("formerly") { return DaySpan(from: nil, to: today.adding(days: -1)) }
    if has("today", "tonight") { return DaySpan(from: today, to: today) }
    if has("yesterday") { return DaySpan(from: today.adding(days: -1), to: today.adding(days: -1)) }
    if has("tomorrow") { return DaySpan(from: today.adding(days: 1), to: today.adding(days: 1)) }
    if let month = month(in: tokens) {
      // "since March" is the last one, "by March" the next one.
      let isAhead = step > 0 || ["by", "until", "till", "from"].contains(preposition)
      var when = year
      if isAhead, month < thisMonth { when += 1 }
      if !isAhead, month > thisMonth, step < 0 || ["since", "in", "on"].contains(preposition) {
        when -= preposition == "since" || step < 0 ? 1 : 0
      }
      return days(of: month, when, tokens)
    }
    if let count = lengthBack(today) { return count }
    if let quarter = part("quarter", tokens) ?? tokens.compactMap(Self.shortQuarter).first {
      return .months(year, quarter * 3 - 2, quarter * 3)
    }
    if has("year") {
      guard step != 0 || has("this", "current") else { return nil }
      return place(in: year + step, tokens)
    }
    if has("quarter"), step != 0 || has("this", "current") {
      let first = CivilDay(year, (thisMonth - 1) / 3 * 3 + 1, 1).adding(months: step * 3)
      return .months(first.parts.year, first.parts.month, first.parts.month + 2)
    }
    if has("month"), step != 0 || has("this", "current") {
      let first = CivilDay(year, thisMonth, 1).adding(months: step).parts
      return .months(first.year, first.month, first.month)
    }
    if has("week"), step != 0 || has("this", "current") {
      let monday = today.adding(days: step * 7 - today.weekday)
      return DaySpan(from: monday, to: monday.adding(days: 6))
    }
    if has("spring", "summer", "autumn") {
      let there = place(in: year, tokens)
      guard let from = there.from else { return nil }
      let shift = step < 0 && from > today ? -1 : step > 0 && from <= today ? 1 : 0
      return place(in: year + shift, tokens)
    }
    if let day = tokens.compactMap({ Self.weekdays.firstIndex(of: $0) }).first {
      let ahead = (day - today.weekday + 7) % 7
      let when =
        step > 0 || preposition == "by"
        ? today.adding(days: ahead) : today.adding(days: ahead == 0 ? 0 : ahead - 7)
      return DaySpan(from: when, to: when)
    }
    return nil
  }

  /// "over the past five years", "in the last two months", "three weeks ago"; "within two years" may look back as well.
  private func lengthBack(_ today: CivilDay) -> DaySpan? {
    guard
      let at = tokens.firstIndex(where: {
        ["years", "months", "weeks", "days", "decades", "decade", "year", "month", "week"].contains(
          $0)
      })
    else { return nil }
    let before = tokens[..<at]
    let number = before.compactMap { Int($0) ?? Self.numbers[$0] }.last
    let isAgo = tokens.contains("ago")
    let isPast = has("past", "last") && (number != nil || tokens[at].hasSuffix("s") || has("past"))
    let isAhead = has("next", "coming") && number != nil
    guard isAgo || isPast || isAhead, let count = number ?? (isPast ? 1 : nil) else { return nil }
    let unit = tokens[at]
    let moved = { (sign: Int) -> CivilDay in
      if unit.hasPrefix("day") { return today.adding(days: sign * count) }
      if unit.hasPrefix("week") { return today.adding(days: sign * count * 7) }
      let months = unit.hasPrefix("month") ? 1 : unit.hasPrefix("decade") ? 120 : 12
      return today.adding(months: sign * count * months)
    }
    if isAgo {
      let (year, month, _) = moved(-1).parts
      return unit.hasPrefix("year") ? .year(year) : .months(year, month, month)
    }
    return isAhead
      ? DaySpan(from: today, to: moved(1)) : DaySpan(from: moved(-1), to: today)
  }
}
