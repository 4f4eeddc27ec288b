import Language

/// A phrase that says when: "in April 2025", "by mid-2025", "since 2019", "last year".
struct TimeExpression: Equatable {
  var text: String

  static let months = [
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
    let parts = tree.lemma(head).split(separator: "-").map(String.init)
    // "mid-May"
    let lemma =
      parts.count == 2 && ["mid", "early", "late"].contains(parts[0]) ? parts[1] : tree.lemma(head)
    if tree.words[head].relation == "obl:tmod" || tree.words[head].relation == "nmod:tmod" {
      return true
    }
    // "at 12:05": a pattern takes long, and few words have a colon.
    if tree.words[head].form.utf8.contains(UInt8(ascii: ":")),
      tree.words[head].form.wholeMatch(of: /\d{1,2}:\d\d/) != nil
    {
      return true
    }
    if isYear(lemma) || isYear(tree.words[head].form) || isFiscal(tree.words[head].form) {
      return true
    }
    // "fiscal 2026"
    if lemma == "fiscal",
      tree.children(of: head, "flat", "nummod").contains(where: {
        isYear(tree.words[$0].form)
      })
    {
      return true
    }
    // "kilowatt-hours"
    if lemma == "hour", head > 1, tree.words[head - 1].form == "-",
      tree.children[head].contains(head - 2), tree.words[head - 2].upos == "NOUN"
    {
      return false
    }
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
      // "in the quarter" is the one reported on.
      if lemma == "quarter", tree.marker(of: head) == "in",
        tree.children(of: head, "det").contains(where: { tree.lemma($0) == "the" }),
        tree.child(of: head, "nmod", "nummod", "amod") == nil
      {
        return true
      }
      return modified && (lemma != "may" || tree.words[head].upos == "PROPN")
    }
    if units.contains(lemma) { return true }
    // "through most of 2022"
    if ["most", "much", "part", "rest", "all"].contains(lemma) {
      return tree.children(of: head, "nmod").contains {
        tree.marker(of: $0) == "of" && isTime($0, in: tree)
      }
    }
    return ["end", "start", "beginning", "middle", "early", "late", "mid"].contains(lemma)
      && tree.subtree(head).contains {
        isYear(tree.words[$0].form) || months.contains(tree.lemma($0))
          || units.contains(tree.lemma($0))
      }
  }

  /// Whether the word is a bare unit of time: "years".
  static func isUnit(_ head: Int, in tree: Tree) -> Bool {
    // "half of the power", "a second term"
    units.contains(tree.lemma(head)) && tree.words[head].upos == "NOUN"
      && !["half", "term", "run", "fall"].contains(tree.lemma(head))
  }

  static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  static func isWeekday(_ head: Int, in tree: Tree) -> Bool { weekdays.contains(tree.lemma(head)) }

  /// "by more than a year" measures a difference, "to six months" what is left of one, "at six months" how long it is.
  static func isMeasure(_ oblique: Oblique, in tree: Tree) -> Bool {
    ["by", "to", "at"].contains(oblique.preposition) && isUnit(oblique.head, in: tree)
      && (oblique.preposition == "to" && tree.words[oblique.head].xpos == "NNS"
        || tree.children[oblique.head].contains {
          tree.base($0) == "nummod"
            || ["a", "an", "more", "several", "many", "few"].contains(tree.lemma($0))
        })
  }

  /// "FY25", "Q3", "H1": a year or a part of it as reports abbreviate them.
  static func isFiscal(_ form: String) -> Bool {
    guard form.count > 1, form.allSatisfy({ $0.isLetter || $0.isNumber }) else { return false }
    let digits = form.drop { $0.isLetter }
    guard !digits.isEmpty, digits.allSatisfy(\.isNumber) else { return false }
    switch form.prefix(form.count - digits.count) {
    case "FY": return digits.count == 2 || digits.count == 4
    case "Q": return digits.count == 1 && ("1"..."4").contains(String(digits))
    case "H": return digits == "1" || digits == "2"
    default: return false
    }
  }

  static func isYear(_ form: String) -> Bool {
    form.count == 4 && (Int(form).map { (1900...2099).contains($0) } ?? false)
  }
}
