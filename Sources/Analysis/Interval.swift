import Claims

/// The days a claim speaks of, counted from 1 January of year 0; good enough to compare.
struct Interval: Sendable, Hashable {
  var from: Int
  var to: Int
  /// Whether the text itself names the time, rather than the day it was published.
  var isStated: Bool
  /// Whether it goes on, and ends only because it was told then: "since July".
  var goesOn = false

  init?(of claim: Claim) {
    let published = claim.evidence.published.flatMap(Self.day)
    let surface = claim.surface.relation + " " + claim.evidence.quote
    let never =
      claim.polarity == .negative
      && rawWords(surface).contains { Words.builtIn["never"].contains($0) }
    if let from = claim.validFrom.flatMap(Self.day) {
      self.init(from: from, to: claim.validTo.flatMap(Self.day) ?? max(from, published ?? from))
      if claim.validTo == nil, published == nil { to = from + 180 }
    } else if let time = claim.time, let stated = Self.stated(time) {
      let said = rawWords(time)
      // Nothing "since 2019" leaves room for what happened in 2019.
      let opens = claim.polarity == .negative && stated.to - stated.from > 500
      self.init(from: stated.from + (opens ? 366 : 0), to: stated.to)
      // What goes on has its other end where it is told; how long it will last nobody knows yet.
      if let published, said.contains("since") {
        to = max(to, published)
        goesOn = true
      }
      // "Before 2023 was over" is in 2023.
      let isInside = said.last.map { ["over", "out", "ended", "up"].contains($0) } ?? false
      if said.first == "before", !isInside {
        to = stated.from - 1
        // What is not to be before 2028 isn't from now on.
        from = min(to - 365, published ?? .max)
      }
      if let published, said.contains("until") {
        if from <= published {
          // Until July is not in July any more.
          to = from - 1
          from = to - 365
        } else {
          from = min(from, published)
          to = published
          isStated = false
        }
      }
    } else if let published {
      // What never happened until then didn't happen at any time before.
      self.init(from: never ? 0 : published, to: published)
      isStated = false
    } else {
      return nil
    }
  }

  private init(from: Int, to: Int) {
    self.from = from
    self.to = max(from, to)
    isStated = true
  }

  /// Itself, where the text names the time.
  var stated: Interval? { isStated ? self : nil }

  func distance(to other: Interval) -> Int { max(0, max(other.from - to, from - other.to)) }

  static func day(_ iso: String) -> Int? {
    let parts = iso.utf8.prefix(10).split(separator: UInt8(ascii: "-"))
      .compactMap { Int(Substring($0)) }
    guard let year = parts.first, year > 1000, year < 3000 else { return nil }
    return day(year, parts.count > 1 ? parts[1] : 1, parts.count > 2 ? parts[2] : 1)
  }

  /// Months begin where they do, because the last day of a year must lie before the next one's first.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let starts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
    let leap = month > 2 && year % 4 == 0 ? 1 : 0
    return year * 365 + (year + 3) / 4 + starts[min(max(month, 1), 12) - 1] + leap + day
  }

  private static func lastDay(of month: Int, _ year: Int) -> Int {
    month == 12 ? day(year, 12, 31) : day(year, month + 1, 1) - 1
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let seasons = ["spring": 3, "summer": 6, "autumn": 9, "fall": 9]

  private static let ordinals = ["first": 0, "second": 1, "third": 2, "fourth": 3, "last": 3]

  /// "The first quarter of 2025", "the second half of 2028", "Q3 2024".
  private static func part(of year: Int, in words: [String]) -> Interval? {
    for (n, word) in words.enumerated() {
      if word.count == 2, word.first == "q", let quarter = word.last?.wholeNumberValue,
        (1...4).contains(quarter)
      {
        return Interval(from: day(year, quarter * 3 - 2, 1), to: lastDay(of: quarter * 3, year))
      }
      guard ["quarter", "half"].contains(word), n > 0, let place = ordinals[words[n - 1]] else {
        continue
      }
      let length = word == "half" ? 6 : 3
      let first = min(place, 12 / length - 1) * length + 1
      return Interval(from: day(year, first, 1), to: lastDay(of: first + length - 1, year))
    }
    return nil
  }

  /// How many times as long as the other the longer of the two is.
  func stretch(to other: Interval) -> Double {
    let lengths = [Double(to - from + 1), Double(other.to - other.from + 1)].sorted()
    return lengths[1] / lengths[0]
  }

  /// Whether a word can stand in a date: "early", "27", "March".
  static func isOfDate(_ word: String) -> Bool {
    months.contains(word) || seasons[word] != nil || parts.contains(word)
      || Int(word).map { $0 < 3000 } ?? false
  }

  private static let parts: Set<String> = [
    "early", "late", "mid", "the", "of", "first", "second", "third", "fourth", "half", "quarter",
    "beginning", "start", "end", "middle",
  ]

  /// The day beside the name of a month: "21 September 2025", "September 21, 2025".
  private static func date(in words: [String], _ year: Int, _ month: Int) -> Int? {
    guard let place = words.firstIndex(of: months[month - 1]) else { return nil }
    let beside = [place - 1, place + 1].filter(words.indices.contains)
    guard let day = beside.compactMap({ Int(words[$0]) }).first(where: { (1...31).contains($0) })
    else { return nil }
    return Self.day(year, month, day)
  }

  /// The interval of "April 2025", "autumn 2025", "2019 to late 2024".
  static func stated(_ text: String) -> Interval? {
    let words = rawWords(text)
    let years = words.compactMap(Int.init).filter { $0 > 1900 && $0 < 2100 }
    guard let first = years.first, let last = years.last else { return nil }
    let named = words.compactMap { months.firstIndex(of: $0) }.map { $0 + 1 }
    if let from = named.first, let to = named.last, first == last {
      if from == to, let date = date(in: words, first, from) {
        return Interval(from: date, to: date)
      }
      return Interval(from: day(first, from, 1), to: lastDay(of: to, last))
    }
    // "December 2024 and January 2025"
    if first != last, named.count == 2, years.count == 2 {
      return Interval(from: day(first, named[0], 1), to: lastDay(of: named[1], last))
    }
    if let season = words.compactMap({ seasons[$0] }).first {
      return Interval(from: day(first, season, 1), to: lastDay(of: season + 2, first))
    }
    if first == last, let part = part(of: first, in: words) { return part }
    var from = day(first, 1, 1)
    var to = day(last, 12, 31)
    let isPart = { (names: Set<String>) in first == last && !names.isDisjoint(with: words) }
    if isPart(["early", "start", "beginning", "outset"]) { to = day(first, 4, 30) }
    if isPart(["late", "end", "close"]) { from = day(first, 9, 1) }
    if words.contains("mid"), first == last {
      from = day(first, 5, 1)
      to = day(first, 8, 31)
    }
    return Interval(from: from, to: to)
  }
}
