import Text

extension PreparedSentence {
  /// "finishes dead level with" is level with, "comes out in front of" is ahead of, "keeps its nose in front" stays
  /// ahead: the parser knows the plain words.
  mutating func plainPlaces() {
    for i in sentence.tokens.indices.dropFirst() {
      let forms = sentence.tokens[i...].prefix(6).map { $0.text.lowercased() }
      if let last = Self.level(behind: forms) {
        sentence.tokens[i].text = being(at: i)
        return join(i + 1...i + last, as: "level")
      }
      if let last = Self.front(behind: forms), isRival(at: i + last + 2) {
        if Self.rankings.contains(forms[0]) { sentence.tokens[i].text = being(at: i) }
        return join(i + 1...i + last, as: "ahead")
      }
      if let stay = Self.stays[forms[0]], forms.count > 4, forms[2...4] == ["nose", "in", "front"] {
        sentence.tokens[i].text = stay
        return join(i + 1...i + 4, as: "ahead")
      }
    }
  }

  private static let rankings: Set<String> = [
    "finish", "finishes", "finished", "emerge", "emerges", "emerged", "come", "comes", "came",
  ]
  private static let states: Set<String> = ["is", "are", "was", "were", "be", "been", "remains"]
  private static let stays = ["keep": "stay", "keeps": "stays", "kept": "stayed"]

  /// How far "dead level" reaches behind a verb of a place.
  private static func level(behind forms: [String]) -> Int? {
    guard forms.count > 2, rankings.contains(forms[0]), !forms[0].hasPrefix("c") else { return nil }
    let last = ["dead", "exactly", "roughly", "almost"].contains(forms[1]) ? 2 : 1
    guard last + 1 < forms.count, forms[last] == "level",
      ["with", "on", "in", ".", ","].contains(forms[last + 1])
    else { return nil }
    return last
  }

  /// How far "out in front" reaches behind a verb, where somebody is behind.
  private static func front(behind forms: [String]) -> Int? {
    guard rankings.contains(forms[0]) || states.contains(forms[0]) else { return nil }
    if forms.count > 4, forms[1...4] == ["out", "in", "front", "of"] { return 3 }
    let isRanked = rankings.contains(forms[0]) && !forms[0].hasPrefix("c")
    return isRanked && forms.count > 3 && forms[1...3] == ["in", "front", "of"] ? 2 : nil
  }

  /// "of Viora", "of its rival", but "came out in front of the embassy"
  private func isRival(at i: Int) -> Bool {
    guard i < sentence.tokens.count else { return false }
    let word = sentence.tokens[i].text
    return word.first?.isUppercase ?? false || ["its", "their", "his", "her"].contains(word)
  }

  /// The form of "be" in the place of another verb's form.
  private func being(at i: Int) -> String {
    let before = sentence.tokens[i - 1].text.lowercased()
    let form = sentence.tokens[i].text.lowercased()
    if ["has", "have", "had", "having"].contains(before) { return "been" }
    if form.hasSuffix("s") { return "is" }
    if form.hasSuffix("d") || form == "came" { return "was" }
    let isBare = ["to", "will", "would", "could", "may", "might", "can", "should", "must", "not"]
    return isBare.contains(before) ? "be" : "are"
  }

  private mutating func join(_ range: ClosedRange<Int>, as text: String) {
    let run = sentence.tokens[range]
    let joined = Token(
      text: text,
      span: Span(start: run[range.lowerBound].span.start, end: run[range.upperBound].span.end),
      spaceBefore: run[range.lowerBound].spaceBefore)
    sentence.tokens.replaceSubrange(range, with: [joined])
  }
}
