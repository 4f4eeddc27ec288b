/// A name that stands for another in a way over claims, and at what price.
struct Join {
  var name: String
  var weight = 1.0
  /// Empty for names of one meaning.
  var why = ""
}

/// Some names by their words, to find those that are one node with another.
struct JoinedNames {
  let names: [String]
  private let phrases: [Phrase]
  private let byWord: [String: [Int]]

  init(_ names: [String]) {
    self.names = names
    phrases = names.map { Phrase($0) }
    var byWord: [String: [Int]] = [:]
    for (i, phrase) in phrases.enumerated() {
      for word in Set(phrase.words) { byWord[word, default: []].append(i) }
    }
    self.byWord = byWord
  }

  /// Those of the names that are one node with a name, itself first.
  func joins(of name: String) -> [Join] {
    let phrase = Phrase(name)
    guard let rarest = phrase.words.min(by: { byWord[$0]?.count ?? 0 < byWord[$1]?.count ?? 0 })
    else { return [Join(name: name)] }
    var out = [Join(name: name)]
    for i in byWord[rarest] ?? [] where names[i] != name {
      if phrases[i].key == phrase.key {
        out.append(Join(name: names[i], weight: 0.98))
      } else if phrase.words.count >= 2, Self.holds(phrases[i], phrase) {
        out.append(Join(name: names[i], weight: 0.7, why: "\(names[i]) joined with \(name)"))
      }
    }
    guard phrase.words.count > 2 else { return out }
    // The other way round: a shorter name standing in this one.
    for i in Set(phrase.words.flatMap { byWord[$0] ?? [] })
    where phrases[i].words.count >= 2 && phrases[i].words.count < phrase.words.count
      && Self.holds(phrase, phrases[i])
    {
      out.append(Join(name: names[i], weight: 0.7, why: "\(name) joined with \(names[i])"))
    }
    return out
  }

  /// Which of some other names are one node with one of these, and which of these with one of them.
  func meetings(_ others: [String]) -> (others: Set<String>, own: Set<String>) {
    let known = Set(names)
    var (met, own): (Set<String>, Set<String>) = ([], [])
    for other in others {
      let joined = joins(of: other).map(\.name).filter(known.contains)
      if !joined.isEmpty { met.insert(other) }
      own.formUnion(joined)
    }
    return (met, own)
  }

  /// Whether the longer name says the shorter one, perhaps with words put in: the shorter stands in
  /// a row in it, or has the same last word and at least two telling words, all of them there.
  private static func holds(_ longer: Phrase, _ shorter: Phrase) -> Bool {
    if longer.contains(run: shorter.words) { return true }
    return shorter.words.last == longer.words.last && shorter.core.count >= 2
      && Set(shorter.words).isSubset(of: longer.words)
  }
}
