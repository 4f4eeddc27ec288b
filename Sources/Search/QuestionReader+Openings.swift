import Claims

/// What can be told from the words alone, before any grammar: how a question opens, what is courtesy.
extension QuestionReader {
  /// The question without marks, courtesies and contractions, its date at the end.
  static func plain(_ text: String) -> String {
    var bare = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    bare = bare.replacing("\u{2019}", with: "'")
    while let last = bare.last, "?!. ".contains(last) { bare.removeLast() }
    while let first = bare.first, "¿¡\"'“ ".contains(first) { bare.removeFirst() }
    var stripped = true
    while stripped {
      stripped = false
      // "Tell me about X" is an opening of its own.
      for courtesy in WordList.longestFirst("courtesy")
      where rest(of: bare, after: "opening-profile") == nil {
        if let rest = rest(of: bare, after: [courtesy + " ", courtesy + ", "]) {
          bare = rest
          stripped = true
          break
        }
      }
    }
    for pair in WordList.longestFirst("contraction") {
      let sides = pair.split(separator: "=").map(String.init)
      if sides.count == 2, let rest = rest(of: bare, after: [sides[0] + " "]) {
        bare = sides[1] + " " + rest
      }
    }
    // "Did A go on making B?" asks whether it kept making it.
    for on in WordList.longestFirst("going on") {
      bare = bare.replacing(" \(on) ", with: " keep ")
    }
    for up in ["end up ", "ends up ", "ended up ", "ending up "] {
      guard let range = bare.firstRange(of: up),
        bare[range.upperBound...].prefix(while: { $0 != " " }).hasSuffix("ing")
      else { continue }
      bare.replaceSubrange(range, with: "be ")
    }
    return withDateLast(joined(bare))
  }

  /// "Has A suspended B?" for "Has A put B on hold?": the verb with what stands apart from it.
  private static func joined(_ text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    let lower = words.map { $0.lowercased() }
    for pair in WordList.longestFirst("parted") {
      let sides = pair.split(separator: "=").map { $0.split(separator: " ").map(String.init) }
      guard sides.count == 2, sides[1].count == 2, let first = sides[0].first else { continue }
      let apart = sides[0].dropFirst()
      guard let verb = lower.firstIndex(where: { Stem.of($0) == Stem.of(first) }), verb > 0,
        let end = lower.indices.first(where: {
          $0 > verb + 1 && lower[$0...].starts(with: apart)
        }),
        // "put its ban off the table" is another saying.
        end + apart.count == words.count
          || WordList.has("dated", lower[end + apart.count])
      else { continue }
      words[verb] = ["has", "have", "had"].contains(lower[0]) ? sides[1][1] : sides[1][0]
      words.removeSubrange(end..<(end + apart.count))
      return words.joined(separator: " ")
    }
    return text
  }

  /// "As of July 2024, who led?" with its date behind: the reader looks for the question first.
  private static func withDateLast(_ text: String) -> String {
    guard let comma = text.firstIndex(of: ","), text.index(after: comma) < text.endIndex else {
      return text
    }
    let date = String(text[..<comma])
    let asked = text[text.index(after: comma)...].drop { $0 == " " }
    guard !asked.isEmpty, date.split(separator: " ").count <= 6, date.contains(where: \.isNumber),
      WordList.longestFirst("dated").contains(where: { date.lowercased().hasPrefix($0 + " ") })
    else { return text }
    return "\(asked) \(date.prefix(1).lowercased())\(date.dropFirst())"
  }

  /// The form that the first words of a question ask for, where they tell.
  static func openingForm(_ bare: String) -> Question.Form? {
    let forms: [(Question.Form, String)] = [
      (.number, "opening-number"), (.when, "opening-when"), (.place, "opening-where"),
      (.list, "opening-list"),
    ]
    for (form, list) in forms where rest(of: bare, after: list) != nil { return form }
    if asksPrice(bare) { return .number }
    if bare.lowercased().hasPrefix("why ") || rest(of: bare, after: "opening-reason") != nil
      || asksGrounds(bare)
    {
      return .why
    }
    return nil
  }

  /// Whether it is asked of what has happened, for which what may happen is no evidence.
  static func asksDone(_ question: String) -> Bool {
    ["has", "have", "had", "did", "was", "were"].contains(
      question.prefix { $0 != " " }.lowercased())
  }

  /// Whether a question's words deny what it asks: "Who did not sign?"
  static func denies(_ words: [String]) -> Bool {
    words.contains {
      // "Tencent" is no "isn't".
      ["not", "never", "no", "cant", "wont"].contains($0)
        || $0.hasSuffix("nt") && auxiliaries.contains(String($0.dropLast(2)))
    }
  }

  /// "What is A's objection to B?"
  private static func asksGrounds(_ bare: String) -> Bool {
    let words = bare.lowercased().split(separator: " ").map(String.init)
    guard words.count > 3, words[0] == "what", ["is", "are", "was", "were"].contains(words[1])
    else {
      return false
    }
    return words.contains { WordList.has("reason noun", $0) }
  }

  /// "What did A pay for B?", "What price did A pay?", "What is A worth?"; "What does A pay for?" asks for B.
  private static func asksPrice(_ bare: String) -> Bool {
    let words = bare.lowercased().split(separator: " ").map(String.init)
    guard words.count > 3, words[0] == "what" else { return false }
    if WordList.has("price noun", words[1]) { return true }
    if ["is", "was"].contains(words[1]), words[2] == "the", WordList.has("price noun", words[3]) {
      return true
    }
    // "What is A worth?"
    if ["is", "was"].contains(words[1]), words.dropFirst(3).contains("worth") { return true }
    guard auxiliaries.contains(words[1]),
      let verb = words.dropFirst(2).firstIndex(where: { WordList.has("price verb", $0) })
    else { return false }
    return words[verb] == "cost" || words[(verb + 1)...].dropLast().first == "for"
  }

  /// What follows one of a list's openings.
  static func rest(of text: String, after list: String) -> String? {
    rest(of: text, after: WordList.longestFirst(list).map { $0 + " " })
  }

  static func rest(of text: String, after openings: [String]) -> String? {
    let lower = text.lowercased()
    guard let opening = openings.first(where: lower.hasPrefix) else { return nil }
    let rest = String(text.dropFirst(opening.count))
    return rest.isEmpty ? nil : rest
  }

  /// The two sides of a word that joins them.
  static func split(_ text: String, at link: String) -> [String]? {
    guard let range = text.firstRange(of: link) else { return nil }
    let ends = [String(text[..<range.lowerBound]), String(text[range.upperBound...])]
    return ends.contains("") ? nil : ends
  }
}

extension QuestionReader {
  /// The days that a question's last words of time mean, an open side being nil: "as of 2024" ends with
  /// that year, "after May 2024" begins with June.
  static func days(in bare: String) -> (from: String?, to: String?, isState: Bool)? {
    let lower = " " + bare.lowercased() + " "
    for words in WordList.longestFirst("dated") {
      guard let range = lower.ranges(of: " \(words) ").last else { continue }
      let rest = String(lower[range.upperBound...])
      let near = rest.split(separator: " ").prefix(4).joined(separator: " ")
      guard let start = TimeWord.day(near), let end = TimeWord.lastDay(near) else { continue }
      switch words {
      case "before", "until": return (nil, TimeWord.before(start), false)
      case "after": return (TimeWord.after(end), nil, false)
      case "since", "from": return (start, nil, false)
      case "as of", "as at", "by", "by the end of", "at the end of": return (nil, end, true)
      case "between":
        let years = TimeWord.years(near)
        guard let first = years.first, let last = years.last, first < last else { continue }
        return ("\(first)-01-01", "\(last)-12-31", false)
      default: return (start, end, false)
      }
    }
    return nil
  }
}

extension QuestionPattern {
  /// Takes the days of the question's words where the reading has none of its own; a state "as of" a
  /// day may have begun long before.
  mutating func take(days: (from: String?, to: String?, isState: Bool)?) {
    guard let days else { return }
    if days.isState {
      from = nil
      to = days.to
    } else if from == nil, to == nil {
      from = days.from
      to = days.to
    }
  }
}
