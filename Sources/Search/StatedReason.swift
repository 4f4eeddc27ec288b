import Claims

/// The reason that a claim's own sentence gives, found by the words that join reasons to what they
/// explain: "because", "due to", "Unable to …, A does B".
///
/// Used where the extraction linked no claim, since a reason is often no claim of its own.
enum StatedReason {
  static func reasons(in claim: Claim, purposeVerbs: (String) -> Bool) -> [String] {
    let quote = claim.evidence.quote
    if let opening = opening(of: quote) { return [opening] }
    var found: [String] = []
    let lower = quote.lowercased()
    for words in joiners {
      guard let range = wholeWords(words, in: lower) else { continue }
      let rest = quote[range.upperBound...]
      let reason = clause(from: rest, isFirst: range.lowerBound == quote.startIndex)
      if !reason.isEmpty, !found.contains(where: { $0.contains(reason) || reason.contains($0) }) {
        found.append(reason)
      }
    }
    if found.isEmpty, let purpose = purpose(of: claim, isVerb: purposeVerbs) { found = [purpose] }
    return found
  }

  private static let joiners = WordList.longestFirst("reason")

  /// "Unable to compete abroad" of "Unable to compete abroad, A turned to B."
  private static func opening(of quote: String) -> String? {
    guard let comma = quote.firstIndex(of: ","),
      let first = quote.split(separator: " ").first?.lowercased(),
      WordList.has("reason opening", first)
    else { return nil }
    let text = String(quote[..<comma])
    return text.split(separator: " ").count > 2 ? text : nil
  }

  /// "to attract developers" of "A uses B to attract developers".
  private static func purpose(of claim: Claim, isVerb: (String) -> Bool) -> String? {
    let quote = claim.evidence.quote
    let object = claim.surface.object
    guard !object.isEmpty, let place = quote.firstRange(of: object) else { return nil }
    let rest = quote[place.upperBound...]
    guard rest.hasPrefix(" to "), let verb = rest.split(separator: " ").dropFirst().first,
      isVerb(String(verb))
    else { return nil }
    return clause(from: rest, isFirst: false)
  }

  private static func wholeWords(_ words: String, in text: String) -> Range<String.Index>? {
    for range in text.ranges(of: words) {
      let before =
        range.lowerBound == text.startIndex
        || !text[text.index(before: range.lowerBound)].isLetter
      let after = range.upperBound == text.endIndex || !text[range.upperBound].isLetter
      if before, after { return range }
    }
    return nil
  }

  /// The words up to the end of the clause: a comma ends one that stands first.
  private static func clause(from text: Substring, isFirst: Bool) -> String {
    let ends: Set<Character> = isFirst ? [",", ";", ".", "!", "?"] : [";", "!", "?"]
    let clause = text.prefix { !ends.contains($0) }
    var out = clause.split(separator: " ").joined(separator: " ")
    while let last = out.last, ".,;:".contains(last) { out.removeLast() }
    return out
  }
}
