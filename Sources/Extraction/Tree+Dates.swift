import Language

extension Tree {
  /// "said on Friday it would build": a day between who tells and who is told of only dates the news.
  func datesTheTelling(_ day: Int) -> Bool {
    let clause = words[day].head
    guard TimeExpression.isWeekday(day, in: self), clause >= 0, base(clause) == "ccomp",
      let subject = child(of: clause, "nsubj", "nsubj:pass"),
      let above = Optional(words[clause].head)
    else { return false }
    return above < day && day < subject
  }

  /// "in September 2025": the year is its month's, even where the parser hangs both on the verb.
  func withWholeDates() -> Tree {
    var moved = words
    for year in words.indices.dropFirst() where TimeExpression.isYear(words[year].form) {
      let month = year - 1
      guard
        TimeExpression.months.contains(lemma(month)) && words[month].upos == "PROPN"
          || ["spring", "summer", "autumn", "fall", "winter"].contains(lemma(month))
            && child(of: month, "det") == nil,
        words[year].head == words[month].head,
        children[year].allSatisfy({ base($0) == "case" && $0 < month || base($0) == "punct" })
      else { continue }
      (moved[year].head, moved[year].relation) = (month, "nmod:unmarked")
      for mark in children(of: year, "case") { moved[mark].head = month }
    }
    return moved == words ? self : Tree(words: moved)
  }
}
