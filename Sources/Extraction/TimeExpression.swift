import Language

/// A phrase that says when: "in April 2025", "by mid-2025", "since 2019", "last year".
///
/// The interval follows ISO 8601, days included at both ends; what can't be placed has none.
struct TimeExpression: Equatable {
  var text: String
  var from: String?
  var to: String?

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let units: Set<String> = [
    "year", "month", "week", "day", "decade", "century", "today", "tomorrow",
    "yesterday",
    "tonight", "spring", "summer", "autumn", "winter", "fall", "weekend", "hour", "term", "run",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "half", "january",
    "christmas", "easter", "ramadan",
  ]

  /// Whether the phrase at `head` names a time: a year, a month, a unit of time.
  static func isTime(_ head: Int, in tree: Tree) -> Bool {
    let lemma = tree.lemma(head)
    if tree.words[head].relation == "obl:tmod" || tree.words[head].relation == "nmod:tmod" {
      return true
    }
    if isYear(tree.words[head].form) { return true }
    // "month by month" counts, it places nothing.
    if units.contains(lemma), tree.children[head].isEmpty, tree.words[head].upos == "NOUN",
      !["today", "tomorrow", "yesterday", "tonight"].contains(lemma)
    {
      return false
    }
    if tree.words[head].upos == "NUM",
      tree.children[head].contains(where: { months.contains(tree.lemma($0)) })
    {
      return true
    }
    if months.contains(lemma) && tree.words[head].upos == "PROPN" { return true }
    if ["term", "run", "half", "fall", "may", "quarter"].contains(lemma) {
      let modified = tree.subtree(head).contains {
        [
          "long", "short", "near", "medium", "first", "second", "third", "fourth", "last", "next",
          "this", "previous", "current", "coming", "past", "final", "each", "every",
        ].contains(
          tree.lemma($0))
          || isYear(tree.words[$0].form)
      }
      return modified && (lemma != "may" || tree.words[head].upos == "PROPN")
    }
    if units.contains(lemma) { return true }
    return ["end", "start", "beginning", "middle", "early", "late", "mid"].contains(lemma)
      && tree.subtree(head).contains {
        isYear(tree.words[$0].form) || months.contains(tree.lemma($0))
          || units.contains(tree.lemma($0))
      }
  }

  /// Whether the word is a bare unit of time: "years".
  static func isUnit(_ head: Int, in tree: Tree) -> Bool {
    units.contains(tree.lemma(head)) && tree.words[head].upos == "NOUN"
  }

  /// "by more than a year" measures a difference.
  static func isMeasure(_ oblique: Oblique, in tree: Tree) -> Bool {
    oblique.preposition == "by" && isUnit(oblique.head, in: tree)
      && tree.children[oblique.head].contains {
        tree.base($0) == "nummod"
          || ["a", "an", "more", "several", "many", "few"].contains(tree.lemma($0))
      }
  }

  static func isYear(_ form: String) -> Bool {
    form.count == 4 && (Int(form).map { (1900...2099).contains($0) } ?? false)
  }

  /// The interval a time's words mean, seen from the date of publication.
  static func interval(of text: String, preposition: String, published: String?) -> (
    String?, String?
  ) {
    let tokens = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let publishedYear = published.flatMap { Int($0.prefix(4)) }
    var year = tokens.first(where: isYear).flatMap { Int($0) }
    if year == nil, let publishedYear {
      if tokens.contains("last"), tokens.contains("year") { year = publishedYear - 1 }
      if tokens.contains("next"), tokens.contains("year") { year = publishedYear + 1 }
      if tokens.contains("this"), tokens.contains("year") { year = publishedYear }
    }
    let month = tokens.compactMap { months.firstIndex(of: $0) }.first.map { $0 + 1 }
    if year == nil, month != nil { year = publishedYear }
    guard let year else { return (nil, nil) }
    var first = (1, 1)
    var last = (12, 31)
    if let month {
      let day = tokens.compactMap { Int($0.filter(\.isNumber)) }.first { (1...31).contains($0) }
      first = (month, day ?? 1)
      last = (month, day ?? daysIn(month, year))
    } else if tokens.contains("early") || tokens.contains("start") || tokens.contains("beginning") {
      last = (4, 30)
    } else if tokens.contains("late") || tokens.contains("end") {
      first = (9, 1)
    } else if tokens.contains("mid") || tokens.contains("middle") {
      first = (5, 1)
      last = (8, 31)
    } else if let season = ["winter", "spring", "summer", "autumn"].firstIndex(
      where: tokens.contains), season > 0
    {
      first = (season * 3, 1)
      last = (season * 3 + 2, daysIn(season * 3 + 2, year))
    }
    let from = iso(year, first)
    let to = iso(year, last)
    switch preposition {
    case "since", "from", "after": return (from, nil)
    case "until", "till", "before", "through": return (nil, to)
    default: return (from, to)
    }
  }

  private static func daysIn(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func iso(_ year: Int, _ day: (Int, Int)) -> String {
    let pad = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
    return "\(year)-\(pad(day.0))-\(pad(day.1))"
  }
}
