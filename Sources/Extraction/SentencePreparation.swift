import Text

/// A sentence made ready for the parser: who speaks it by its label, verbs with a hyphen in one piece.
struct PreparedSentence {
  /// The tokens to parse.
  var sentence: Sentence
  /// Who the text says is speaking: "Okafor: …".
  var speaker: String?
  /// Whether it opens with a label at all, "Q:" included, so that an earlier speaker is done.
  var hasLabel = false

  init(_ sentence: Sentence, words: WordLists = .builtIn) {
    self.sentence = sentence
    dropDateline()
    takeLabel(words)
    dropMoreThan(words["multiplied"])
    setOffTime(words["inside opening time"])
    unfoldCondition()
    unfoldTimeCleft(words)
    joinTopicMarks()
    levelDraws()
    plainPlaces()
    joinPlacedAdjectives()
    joinVerbs(words["hyphenated verb"])
  }

  /// "LIMA, May 3 (Reuters) - The board met": where and when it was written is no part of what was.
  private mutating func dropDateline() {
    let tokens = sentence.tokens
    guard let first = tokens.first?.text, first.count > 2,
      first.allSatisfy({ $0.isUppercase && $0.isLetter }),
      let dash = tokens.prefix(14).firstIndex(where: {
        ["-", "--", "–", "—"].contains($0.text) && $0.spaceBefore
      }), dash + 1 < tokens.count, tokens[dash + 1].spaceBefore,
      tokens[dash + 1].text.first?.isUppercase ?? false,
      tokens[..<dash].allSatisfy({ token in
        !(token.text.first?.isLowercase ?? false)
      }),
      tokens[..<dash].prefix(while: { $0.text != "," && $0.text != "(" }).allSatisfy({
        $0.text.allSatisfy { $0.isUppercase || !$0.isLetter }
      })
    else { return }
    sentence.tokens = Array(tokens[(dash + 1)...])
  }

  /// A run of capitalised words before a colon is a speaker; "Note:" and "Q:" only mark what follows.
  private mutating func takeLabel(_ words: WordLists) {
    let tokens = sentence.tokens
    guard let colon = tokens.prefix(8).firstIndex(where: { $0.text == ":" }), colon > 0,
      colon == tokens.count - 1 || tokens[colon + 1].spaceBefore,
      tokens[..<colon].allSatisfy({
        $0.text.first?.isUppercase ?? false || words["inside name"].contains($0.text)
      })
    else { return }
    let label = tokens[..<colon]
    hasLabel = true
    let isMark = label.contains { words["label"].contains($0.text.lowercased()) }
    if !isMark {
      speaker = label.enumerated().map { ($0 > 0 && $1.spaceBefore ? " " : "") + $1.text }.joined()
      for article in ["The ", "A "] where speaker?.hasPrefix(article) ?? false {
        speaker?.removeFirst(article.count)
      }
    }
    sentence.tokens = Array(tokens[(colon + 1)...])
  }

  /// "when it comes to chips" is "in chips" to the parser, and "its one and only plant" its only one.
  private mutating func joinTopicMarks() {
    let marks = [
      (["when", "it", "comes", "to"], "in"), (["in", "terms", "of"], "in"),
      (["as", "regards"], "in"),
      (["one", "and", "only"], "only"),
    ]
    for (mark, short) in marks {
      guard
        let start = sentence.tokens.indices.first(where: { i in
          i + mark.count < sentence.tokens.count
            && zip(mark, sentence.tokens[i...]).allSatisfy { $0 == $1.text.lowercased() }
        })
      else { continue }
      let whole = sentence.tokens[start..<(start + mark.count)]
      let joined = Token(
        text: start == 0 ? short.capitalized : short,
        span: Span(start: whole[start].span.start, end: whole[start + mark.count - 1].span.end),
        spaceBefore: whole[start].spaceBefore)
      sentence.tokens.replaceSubrange(start..<(start + mark.count), with: [joined])
    }
  }

  /// "on-device" is one adjective; in three pieces its preposition is the verb's to the parser.
  private mutating func joinPlacedAdjectives() {
    var i = 1
    while i + 3 < sentence.tokens.count {
      let run = sentence.tokens[i...(i + 2)]
      if ["on", "off", "in"].contains(run[i].text), run[i + 1].text == "-", !run[i + 1].spaceBefore,
        !run[i + 2].spaceBefore, run[i + 2].text.allSatisfy(\.isLowercase),
        sentence.tokens[i + 3].text != "-", sentence.tokens[i + 3].text.first?.isLetter ?? false
      {
        let joined = Token(
          text: run.map(\.text).joined(),
          span: Span(start: run[i].span.start, end: run[i + 2].span.end),
          spaceBefore: run[i].spaceBefore)
        sentence.tokens.replaceSubrange(i...(i + 2), with: [joined])
      }
      i += 1
    }
  }

  /// "has drawn even with", "pulls even with": an adverb of what follows to the parser, which knows "level".
  private mutating func levelDraws() {
    for i in sentence.tokens.indices.dropFirst().dropLast()
    where sentence.tokens[i].text == "even" && sentence.tokens[i + 1].text == "with"
      && [
        "draw", "draws", "drew", "drawn", "drawing", "pull", "pulls", "pulled", "pulling",
      ].contains(sentence.tokens[i - 1].text)
    {
      sentence.tokens[i].text = "level"
    }
  }

  /// "Were Brussels to act, …", "Should the bill pass, …": the parser is shown the plain "If".
  private mutating func unfoldCondition() {
    guard let first = sentence.tokens.first, ["Were", "Should", "Had"].contains(first.text),
      sentence.tokens.last?.text != "?", sentence.tokens.contains(where: { $0.text == "," })
    else { return }
    sentence.tokens[0].text = "If"
  }

  /// "In 2020 data centres used …": a comma keeps the parser from tying the year to what follows.
  private mutating func setOffTime(_ inside: Set<String>) {
    let tokens = sentence.tokens
    guard let first = tokens.first,
      ["In", "By", "Since", "Until", "During", "From", "On"].contains(first.text),
      var last = tokens.prefix(8).firstIndex(where: { TimeExpression.isYear($0.text) })
        ?? Self.season(opening: tokens) ?? Self.month(opening: tokens),
      tokens[1..<last].allSatisfy({
        inside.contains($0.text.lowercased()) || $0.text == "-"
          || Int($0.text).map { $0 < 32 } ?? false
      }),
      last + 2 < tokens.count
    else { return }
    // "From 2030 on"
    if ["From", "Since"].contains(first.text), tokens[last + 1].text == "on" { last += 1 }
    let next = tokens[last + 1].text
    guard last + 2 < tokens.count, next.first?.isLetter ?? false,
      // "The Hague" is a name, "the city" begins what the parser tells apart.
      next.first?.isUppercase ?? false
        || ![
          "and", "or", "to", "the", "a", "an", "alone", "as", "it", "they", "he", "she", "we",
          "there",
        ].contains(next)
    else { return }
    let end = tokens[last].span.end
    sentence.tokens.insert(
      Token(text: ",", span: Span(start: end, end: end), spaceBefore: false), at: last + 1)
  }

  /// The last word of "In late May" or "On Friday", where a name follows.
  private static func month(opening tokens: [Token]) -> Int? {
    guard
      let last = tokens.prefix(4).firstIndex(where: {
        // "mid-July" may be one word.
        TimeExpression.months.contains(
          String($0.text.lowercased().split(separator: "-").last ?? ""))
          || TimeExpression.weekdays.contains($0.text.lowercased())
      }), last > 0, last + 1 < tokens.count, tokens[last + 1].text.first?.isUppercase ?? false
    else { return nil }
    return last
  }

  /// The last word of "Since the spring" or "By mid-2025", where a name follows.
  private static func season(opening tokens: [Token]) -> Int? {
    let forms = tokens.prefix(3).map { $0.text.lowercased() }
    guard forms.count == 3, tokens.count > 4 else { return nil }
    if let year = forms[1].split(separator: "-").last, forms[1].contains("-"),
      TimeExpression.isYear(String(year))
    {
      return 1
    }
    guard forms[1] == "the", ["spring", "summer", "autumn", "winter"].contains(forms[2]),
      tokens[3].text.first?.isUppercase ?? false
    else { return nil }
    return 2
  }

  /// "has more than tripled" has tripled; the parser takes "has" for the verb.
  private mutating func dropMoreThan(_ multiplied: Set<String>) {
    let forms = sentence.tokens.map { $0.text.lowercased() }
    guard
      let i = forms.indices.first(where: {
        $0 >= 2 && multiplied.contains(forms[$0]) && forms[$0 - 2] == "more"
          && forms[$0 - 1] == "than"
      })
    else { return }
    sentence.tokens.removeSubrange((i - 2)..<i)
  }

  /// "It was only in May 2025 that the plant opened" is "In May 2025 the plant opened" to the parser.
  private mutating func unfoldTimeCleft(_ words: WordLists) {
    let tokens = sentence.tokens
    let forms = tokens.map { $0.text.lowercased() }
    guard forms.count > 6, forms[0] == "it", ["is", "was"].contains(forms[1]),
      let end = forms.prefix(10).firstIndex(of: "that"), tokens.last?.text != "?"
    else { return }
    var start = 2
    while ["only", "just", "as", "early", "late", "back"].contains(forms[start]) { start += 1 }
    // "It was not until 2024 that" is only in 2024.
    if forms[start] == "not", start + 1 < end, forms[start + 1] == "until" { start += 1 }
    guard start + 1 < end, ["in", "on", "at", "during", "until"].contains(forms[start]),
      forms[start..<end].contains(where: {
        TimeExpression.isYear($0) || TimeExpression.months.contains($0)
          || ["week", "month", "year", "spring", "summer", "autumn", "winter"].contains($0)
      })
    else { return }
    var comma = tokens[end]
    comma.text = ","
    comma.spaceBefore = false
    if forms[start] == "until" { sentence.tokens[start].text = "In" }
    sentence.tokens =
      Array(sentence.tokens[start..<end]) + [comma] + Array(sentence.tokens[(end + 1)...])
  }

  /// "open-sourced" is one verb, although treebanks cut it in three: whole it is seldom misread.
  private mutating func joinVerbs(_ verbs: Set<String>) {
    var out: [Token] = []
    var i = 0
    let tokens = sentence.tokens
    while i < tokens.count {
      if i + 2 < tokens.count, tokens[i + 1].text == "-", !tokens[i + 1].spaceBefore,
        !tokens[i + 2].spaceBefore,
        isVerb(
          (tokens[i].text + "-" + tokens[i + 2].text).lowercased(),
          after: out.last?.text.lowercased(),
          before: i + 3 < tokens.count ? tokens[i + 3].text : "?", verbs)
      {
        out.append(
          Token(
            text: tokens[i].text + "-" + tokens[i + 2].text,
            span: Span(start: tokens[i].span.start, end: tokens[i + 2].span.end),
            spaceBefore: tokens[i].spaceBefore))
        i += 3
      } else {
        out.append(tokens[i])
        i += 1
      }
    }
    sentence.tokens = out
  }

  private func isVerb(
    _ form: String, after last: String?, before next: String, _ verbs: Set<String>
  ) -> Bool {
    guard let last else { return false }
    let isInfinitive = [
      "to", "not", "n't", "will", "would", "could", "may", "might", "can", "should", "must",
      "longer", "never",
    ].contains(last)
    // "What did they open-source?" ends in it.
    if verbs.contains(form) { return isInfinitive || next == "?" }
    if form.hasSuffix("ing") {
      let stem = String(form.dropLast(3))
      return (verbs.contains(stem) || verbs.contains(stem + "e"))
        && !["by", "of", "for", "from", "in", ",", "and", "that"].contains(last)
    }
    return form.hasSuffix("d")
      && (verbs.contains(String(form.dropLast())) || verbs.contains(String(form.dropLast(2))))
      && !["the", "a", "an"].contains(last)
  }
}
