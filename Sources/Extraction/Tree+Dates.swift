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
    // "until 1 July 2026", with day and month tied to the verb one by one
    for month in words.indices.dropFirst()
    where TimeExpression.months.contains(lemma(month)) && words[month].upos == "PROPN" {
      let day = month - 1
      guard words[day].upos == "NUM", Int(words[day].form).map({ $0 < 32 }) ?? false,
        base(day) == "obl", base(month) == "obl", words[day].head == words[month].head,
        marker(of: month) == nil
      else { continue }
      (moved[month].head, moved[month].relation) = (day, "nmod:unmarked")
      for year in children[day] where year == month + 1 { moved[year].head = month }
    }
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
    // "in fiscal 2026": the year is the date, fiscal its kind.
    for year in words.indices.dropFirst() where TimeExpression.isYear(words[year].form) {
      let kind = year - 1
      guard lemma(kind) == "fiscal", words[year].head == kind, child(of: kind, "nummod") != year
      else { continue }
      (moved[year].head, moved[year].relation) = (words[kind].head, words[kind].relation)
      for k in children[kind] where k != year { moved[k].head = year }
      (moved[kind].head, moved[kind].relation) = (year, "amod")
    }
    return moved == words ? self : Tree(words: moved)
  }
}

extension Tree {
  /// "from July to September"
  func isFromTo(_ time: Int) -> Bool {
    children(of: time, "nmod", "obl").contains {
      $0 > time && ["to", "until"].contains(marker(of: $0) ?? "")
        && TimeExpression.isTime($0, in: self)
    }
  }

  /// The date that a clause beside it tells something of: "until 1 July, the day on which the act takes effect".
  func datedByRelative(_ i: Int) -> Int? {
    let day = words[i].head
    guard words[i].relation == "acl:relcl", day >= 0, let first = subtree(day).first, first > 1,
      ["day", "date", "month", "year", "week"].contains(lemma(day)),
      words[first].form == "," || words[first - 1].form == ",",
      children(of: i, "obl").contains(where: isRelativePronoun)
        || children(of: i, "advmod").contains(where: { lemma($0) == "when" })
    else { return nil }
    return words.indices.prefix(first).last {
      TimeExpression.isTime($0, in: self) && words[$0].relation != "nmod:unmarked"
    }
  }
}
