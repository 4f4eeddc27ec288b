import Claims

/// Tells the form of a question by its first words, and what it asks by the reading of its claim.
struct QuestionReader {
  let names: NameMatcher
  let read: (String) -> [Claim]

  func question(_ text: String) -> Question? {
    var bare = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while let last = bare.last, "?!. ".contains(last) { bare.removeLast() }
    guard !bare.isEmpty else { return nil }
    if let ends = pathEnds(bare) { return Question(text: text, form: .path, about: ends) }
    if let topic = disagreement(bare) {
      return Question(text: text, form: .disagree, about: topic.isEmpty ? [] : [topic])
    }
    if let topic = change(bare) { return Question(text: text, form: .change, about: [topic]) }
    if let sides = comparison(bare) { return Question(text: text, form: .compare, about: sides) }
    if let topic = profile(bare) { return Question(text: text, form: .profile, about: [topic]) }
    if let said = rest(of: bare, after: Self.whoSays) {
      let statement = rest(of: said, after: ["that "]) ?? said
      let patterns = patterns(statement)
      if !patterns.isEmpty { return Question(text: text, form: .source, patterns: patterns) }
    }
    if let asked = whatFor(bare) {
      let patterns = patterns(asked)
      if !patterns.isEmpty { return Question(text: text, form: .why, patterns: patterns) }
    }
    var patterns =
      topPlace(bare).map { [$0] } ?? scanned(bare, sure: true).map { [$0] }
      ?? placesWhere(bare).map { [$0] } ?? patterns(listed(bare) ?? text)
    // "export controls slow China?" is a statement with a question mark.
    if patterns.isEmpty { patterns = self.patterns(bare + ".") }
    if patterns.isEmpty { patterns = scanned(bare, sure: false).map { [$0] } ?? [] }
    guard let first = patterns.first else { return nil }
    var form = Question.Form.yesno
    switch first.hole {
    case .subject: form = .subject
    case .object: form = .object
    case .relation: form = .relation
    case nil: form = .yesno
    }
    let lower = bare.lowercased()
    let opening: [(Question.Form, [String])] = [
      (.number, ["how many ", "how much ", "what share ", "what percentage "]),
      (.when, ["when ", "by when ", "since when ", "until when "]), (.why, ["why "]),
      (.list, ["list ", "name "]),
    ]
    for (kind, starts) in opening where starts.contains(where: lower.hasPrefix) { form = kind }
    // "How much did it cost to train Qwen3?" is about Qwen3.
    if form == .number {
      patterns += patterns.compactMap { pattern in
        guard let subject = pattern.subject, names.vocabulary.entities[subject] == nil else {
          return nil
        }
        var wider = pattern
        if let name = names.mentions(in: Phrase(subject)).first {
          wider.subject = name
        } else if let verb = subject.firstIndex(of: " "), lower.contains(" to \(subject[..<verb]) ")
        {
          wider.subject = String(subject[verb...].dropFirst())
        } else {
          return nil
        }
        return wider
      }
    }
    return Question(text: text, form: form, patterns: patterns)
  }

  /// The question's claims as patterns: those with a hole when there are any.
  private func patterns(_ text: String) -> [QuestionPattern] {
    let all = read(text).map { QuestionPattern($0).asClaimed }.filter {
      $0.subject != nil || $0.object != nil || $0.scope != nil
    }
    let holed = all.filter { $0.hole != nil }
    return holed.isEmpty ? all : holed
  }

  /// "What was the most used family in 2023?" asks who holds a top place.
  private func topPlace(_ bare: String) -> QuestionPattern? {
    let words = bare.split(separator: " ").map(String.init)
    guard let first = words.first?.lowercased(), ["what", "who", "which"].contains(first),
      let verb = words.firstIndex(where: { ["is", "was", "are", "were"].contains($0.lowercased()) }
      ),
      verb <= 3, verb + 2 < words.count, words[verb + 1].lowercased() == "the"
    else { return nil }
    let place = words.dropFirst(verb + 2).joined(separator: " ")
    // The statement is read for its time and its scope.
    let read = read("Something is the \(place).").first.map { QuestionPattern($0).asClaimed }
    var made = QuestionPattern(subject: nil, relation: "is", object: place).asClaimed
    guard made.relation != "is" else { return nil }
    if let read, read.relation == made.relation { made = read }
    made.subject = nil
    made.hole = .subject
    made.category = verb > 1 ? words[1..<verb].joined(separator: " ") : nil
    return made
  }

  /// "List the areas in which China is ahead" asks for what "China is ahead in" ends with.
  private func placesWhere(_ bare: String) -> QuestionPattern? {
    for preposition in ["in", "on", "for", "to", "from", "with", "at"] {
      guard let sides = split(bare, at: " \(preposition) which ") else { continue }
      let claim = read("\(sides[1]) \(preposition) something.").first
      guard let claim, !claim.subject.isEmpty, !["", "?"].contains(claim.object) else { continue }
      var made = QuestionPattern(claim)
      made.object = nil
      made.hole = .object
      return made
    }
    return nil
  }

  /// "List the chips used for training" asks "Which chips are used for training?".
  private func listed(_ bare: String) -> String? {
    guard var rest = rest(of: bare, after: ["list ", "name "]) else { return nil }
    for opening in ["all ", "the ", "all the ", "every "] where rest.hasPrefix(opening) {
      rest = String(rest.dropFirst(opening.count))
      break
    }
    let words = rest.split(separator: " ").map(String.init)
    if let at = words.firstIndex(where: { ["that", "which", "who"].contains($0) }) {
      return "Which \((words[..<at] + words[(at + 1)...]).joined(separator: " "))?"
    }
    guard
      let participle = words.dropFirst().firstIndex(where: { $0.hasSuffix("ed") || $0 == "built" })
    else { return "Which \(rest)?" }
    return "Which \(words[..<participle].joined(separator: " ")) are"
      + " \(words[participle...].joined(separator: " "))?"
  }

  /// Keywords with a verb of the vocabulary between two names: "export controls slow China".
  ///
  /// `sure` asks for names of the vocabulary on both sides and no question word before them.
  private func scanned(_ bare: String, sure: Bool) -> QuestionPattern? {
    let words = bare.split(separator: " ").map(String.init)
    guard words.count >= 3 else { return nil }
    func isKnown(_ words: some Sequence<String>) -> Bool {
      let name = words.joined(separator: " ")
      return names.vocabulary.entities[names.canonical(name)] != nil
    }
    for count in [3, 2, 1] where words.count > count + 1 {
      for at in 1..<(words.count - count) {
        var phrase = words[at..<(at + count)].map { $0.lowercased() }
        phrase[0] = Phrase.singular(phrase[0])
        if sure, !isKnown(words[..<at]) || !isKnown(words[(at + count)...]) { continue }
        if let relation = names.vocabulary.relationByPhrase[phrase.joined(separator: " ")] {
          return QuestionPattern(
            subject: words[..<at].joined(separator: " "), relation: relation,
            object: words[(at + count)...].joined(separator: " "))
        }
      }
    }
    return nil
  }

  private static let changes = [
    "what changed in ", "what changed about ", "what changed with ", "what changed for ",
    "what has changed in ", "what has changed about ", "what has changed with ",
    "what has happened to ", "what happened to ", "what has happened with ", "what happened with ",
    "what is new about ", "what is new on ", "how has ",
  ]

  private func change(_ bare: String) -> String? {
    guard let topic = rest(of: bare, after: Self.changes) else { return nil }
    guard bare.lowercased().hasPrefix("how has ") else { return topic }
    return topic.lowercased().hasSuffix(" changed") ? String(topic.dropLast(8)) : nil
  }

  /// The two sides and, third, what they are compared on: "A vs B: T", "compare A and B on T".
  private func comparison(_ bare: String) -> [String]? {
    if let both = rest(of: bare, after: ["compare ", "comparison of ", "how do "]) {
      let isHow = bare.lowercased().hasPrefix("how do ")
      if isHow, !bare.lowercased().contains(" compare") { return nil }
      let plain = both.replacing(" compare", with: "")
      guard let sides = split(plain, at: " and ") ?? split(plain, at: " with ") else { return nil }
      for link in [" on ", " in ", " for "] {
        if let ends = split(sides[1], at: link) { return [sides[0]] + ends }
      }
      return sides
    }
    for link in [" vs. ", " vs ", " versus "] {
      guard let sides = split(bare, at: link) else { continue }
      if let ends = split(sides[1], at: ": ") { return [sides[0]] + ends }
      let phrase = Phrase(sides[1])
      guard let owner = names.owner(of: phrase), !owner.rest.isEmpty else { return sides }
      return [sides[0], owner.name, owner.rest.joined(separator: " ")]
    }
    return nil
  }

  private static let whoSays =
    [
      "says", "say", "said", "claims", "argues", "warns", "reports", "thinks", "believes", "finds",
      "expects", "predicts", "puts",
    ].map { "who \($0) " } + ["according to whom ", "which sources say ", "which source says "]

  /// "What does A do B for?", "How come A does B?": the question without the words that ask for a reason.
  private func whatFor(_ bare: String) -> String? {
    let openings = [
      "how come ", "for what reason ", "for what purpose ", "what for ", "to what end ",
    ]
    if let rest = rest(of: bare, after: openings) { return rest }
    guard let rest = rest(of: bare, after: ["what "]), rest.lowercased().hasSuffix(" for"),
      ["do", "does", "did", "is", "are", "was", "were", "has", "have"].contains(
        rest.prefix { $0 != " " }.lowercased())
    else { return nil }
    let asked = String(rest.dropLast(4)) + "?"
    // "What does A pay for?" asks for an object, which the verb with its preposition needs.
    return read(asked).contains { !["", "?"].contains($0.object) } ? asked : nil
  }

  private static let profiles = [
    "what do we know about ", "what do we know of ", "what is known about ", "what is known of ",
    "what is said of ", "what is said about ", "what do sources say about ", "tell me about ",
    "profile of ", "profile ", "who is ", "what is ", "who are ", "what are ",
  ]

  private func profile(_ bare: String) -> String? {
    if names.vocabulary.entities[names.canonical(bare)] != nil { return bare }
    guard let topic = rest(of: bare, after: Self.profiles) else { return nil }
    let lower = bare.lowercased()
    // "What is China cut off from?" is no profile, "What is China?" is.
    let copular = ["who is ", "what is ", "who are ", "what are "].contains(where: lower.hasPrefix)
    let saysMore = lower.hasPrefix("what is said") || lower.hasPrefix("what is known")
    if copular, !saysMore, names.vocabulary.entities[names.canonical(topic)] == nil { return nil }
    return topic
  }

  private func pathEnds(_ bare: String) -> [String]? {
    if let both = rest(of: bare, after: ["how is ", "how are ", "how does ", "how do "]) {
      for verb in ["connected", "linked", "related", "tied", "connect", "relate", "link"] {
        for link in [" \(verb) to ", " \(verb) with "] {
          if let ends = split(both, at: link) { return ends }
        }
        if both.lowercased().hasSuffix(" \(verb)") {
          return split(String(both.dropLast(verb.count + 1)), at: " and ")
        }
      }
    }
    let openings = [
      "what links ", "what connects ", "what ties ", "path between ", "path from ",
      "what is the link between ", "what is the connection between ", "connection between ",
    ]
    if let both = rest(of: bare, after: openings) {
      for link in [" and ", " to ", " with "] {
        if let ends = split(both, at: link) { return ends }
      }
    }
    return nil
  }

  private func disagreement(_ bare: String) -> String? {
    let lower = bare.lowercased()
    let asks = ["what ", "where ", "do ", "on what ", "how ", "which "]
    let verbs = ["disagree", "contradict", "dispute", "conflict", "differ"]
    guard asks.contains(where: lower.hasPrefix), lower.contains("source"),
      verbs.contains(where: lower.contains)
    else { return nil }
    for word in [" about ", " over ", " on "] {
      if let ends = split(bare, at: word), !ends[1].lowercased().hasPrefix("about") {
        return ends[1]
      }
    }
    return ""
  }

  private func rest(of text: String, after openings: [String]) -> String? {
    let lower = text.lowercased()
    guard let opening = openings.first(where: lower.hasPrefix) else { return nil }
    let rest = String(text.dropFirst(opening.count))
    return rest.isEmpty ? nil : rest
  }

  private func split(_ text: String, at link: String) -> [String]? {
    guard let range = text.firstRange(of: link) else { return nil }
    let ends = [String(text[..<range.lowerBound]), String(text[range.upperBound...])]
    return ends.contains("") ? nil : ends
  }
}
