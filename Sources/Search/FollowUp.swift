import Claims

/// A question that leans on the one before it: "And the US?" after "Does China lead in AI?".
///
/// What is new takes the place of what it resembles: a state of a state, a topic of the topic, "in
/// chips" of "in AI". The whole question is then read like any other, so nothing is answered that was
/// not asked in words.
public struct FollowUp {
  private let names: NameMatcher

  public init(vocabulary: Vocabulary) { names = NameMatcher(vocabulary: vocabulary) }

  /// The whole question that some words stand for; nil where they lean on nothing, or it isn't sure
  /// on what.
  public func question(_ text: String, after previous: String) -> String? {
    guard let new = Self.remainder(of: text) else { return nil }
    var words = previous.split(whereSeparator: \.isWhitespace).map(String.init)
    while let last = words.last, let end = last.last, "?!. ".contains(end) {
      words[words.count - 1].removeLast()
      if words.last == "" { words.removeLast() }
    }
    guard let place = place(of: new, in: words) else { return nil }
    words.replaceSubrange(place, with: new)
    return words.joined(separator: " ") + "?"
  }

  /// Whether some words may lean on a question before them.
  public static func leans(_ text: String) -> Bool { remainder(of: text) != nil }

  /// The words after "and", "but", "or" and "what about"; nil for a question of its own.
  private static func remainder(of text: String) -> [String]? {
    var words = text.split { $0.isWhitespace || "?!".contains($0) }.map(String.init)
    func begins(_ openings: [[String]]) -> Bool {
      for opening in openings where words.prefix(opening.count).map({ $0.lowercased() }) == opening
      {
        words.removeFirst(opening.count)
        return true
      }
      return false
    }
    let joined = begins([["and"], ["but"], ["or"]])
    let asked = begins([["what", "about"], ["how", "about"]])
    guard joined || asked, let first = words.first?.lowercased(), words.count <= mostWords,
      !WordList.has("asking", first)
    else { return nil }
    return words
  }

  /// More than that is no name.
  private static let mostWords = 6

  /// What of a question the new words take the place of.
  private func place(of new: [String], in words: [String]) -> Range<Int>? {
    let parts = parts(of: words)
    if let first = new.first?.lowercased(), Self.isPreposition(first) {
      // "In chips" after "in AI"; where nothing like it was said, it is added.
      let isActor = names.isActor(new.dropFirst().joined(separator: " "))
      let alike = parts.last { part in
        words[part.lowerBound].lowercased() == first
          && names.isActor(words[part].dropFirst().joined(separator: " ")) == isActor
      }
      return alike ?? words.count..<words.count
    }
    let named = spans(in: words)
    let name = names.canonical(new.joined(separator: " "))
    if let kind = names.vocabulary.entities[name]?.kind,
      let alike = named.first(where: { names.vocabulary.entities[$0.name]?.kind == kind })
    {
      return alike.place
    }
    if names.isActor(name) { return named.first { names.isActor($0.name) }?.place }
    // A topic: what follows the last preposition, unless that is a year.
    let topic = parts.last {
      words[$0].count > 1 && words[$0.lowerBound + 1].first?.isNumber == false
    }
    return topic.map { $0.dropFirst() } ?? named.last { !names.isActor($0.name) }?.place
  }

  private static func isPreposition(_ word: String) -> Bool {
    WordList.has("preposition", word) || WordList.has("preposition of time", word)
  }

  /// The ends of a question that begin with a preposition, each up to the next.
  private func parts(of words: [String]) -> [Range<Int>] {
    let starts = words.indices.filter { Self.isPreposition(words[$0].lowercased()) }
    return zip(starts, starts.dropFirst() + [words.count]).map { $0..<$1 }
  }

  /// Where the words name something the vocabulary knows, with the article before it.
  private func spans(in words: [String]) -> [(name: String, place: Range<Int>)] {
    var found: [(name: String, place: Range<Int>)] = []
    var at = 0
    while at < words.count {
      let name = stride(from: min(5, words.count - at), to: 0, by: -1).lazy.compactMap {
        count -> (name: String, place: Range<Int>)? in
        let key = Phrase(words[at..<at + count].joined(separator: " ")).key
        return key.isEmpty ? nil : names.named(key).map { ($0, at..<at + count) }
      }.first
      if let name { found.append(name) }
      at = name?.place.upperBound ?? at + 1
    }
    return found
  }
}
