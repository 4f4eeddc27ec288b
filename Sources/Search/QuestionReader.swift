import Claims

/// Tells the form of a question by its first words, and what it asks by the reading of its claim.
struct QuestionReader {
  let names: NameMatcher
  private let reading: Reading

  init(names: NameMatcher, read: @escaping (String) -> [Claim]) {
    self.names = names
    reading = Reading(read)
  }

  /// A text is parsed once, however many ways of asking are tried on it.
  private final class Reading {
    private let parse: (String) -> [Claim]
    private var known: [String: [Claim]] = [:]

    init(_ parse: @escaping (String) -> [Claim]) { self.parse = parse }

    func claims(_ text: String) -> [Claim] {
      if let claims = known[text] { return claims }
      let claims = parse(text)
      known[text] = claims
      return claims
    }
  }

  func read(_ text: String) -> [Claim] { reading.claims(text) }

  func question(_ text: String) -> Question? {
    if let written = written(text) { return written }
    var bare = Self.plain(text)
    guard !bare.isEmpty else { return nil }
    if let ends = pathEnds(bare) {
      return Question(text: text, form: .path, about: ends.map(withoutOrgan))
    }
    if let topic = disagreement(bare) {
      return Question(text: text, form: .disagree, about: topic.isEmpty ? [] : [topic])
    }
    if let topic = change(bare) { return Question(text: text, form: .change, about: [topic]) }
    if let sides = comparison(bare) { return Question(text: text, form: .compare, about: sides) }
    if let stance = stance(bare) {
      return Question(text: text, form: .relation, patterns: [stance], core: bare)
    }
    if let sides = respects(bare) {
      return Question(text: text, form: .list, about: sides, core: bare)
    }
    if let condition = condition(bare) {
      return Question(text: text, form: .condition, about: [condition], core: condition)
    }
    if let topic = profile(bare) { return Question(text: text, form: .profile, about: [topic]) }
    if let said = saying(bare, text) { return said }
    if let asked = whatFor(bare) {
      let patterns = patterns(asked)
      if !patterns.isEmpty {
        return Question(text: text, form: .why, patterns: patterns, core: asked)
      }
    }
    if let seat = place(bare) {
      return Question(text: text, form: .place, patterns: seat, core: bare)
    }
    if let deeds = deeds(bare) {
      return Question(text: text, form: .relation, patterns: [deeds], core: bare)
    }
    if let rest = Self.rest(of: bare, after: "opening-check") { bare = rest }
    var patterns =
      topPlace(bare).map { [$0] } ?? scanned(bare, sure: true).map { [$0] }
      ?? placesWhere(bare).map { [$0] } ?? patterns(listed(bare) ?? bare)
    // "export controls slow China?" is a statement with a question mark.
    if patterns.isEmpty { patterns = self.patterns(bare + ".") }
    if patterns.isEmpty { patterns = byVerb(bare).map { [$0] } ?? [] }
    if patterns.isEmpty { patterns = scanned(bare, sure: false).map { [$0] } ?? [] }
    if patterns.isEmpty { patterns = doers(bare).map { [$0] } ?? [] }
    guard let first = patterns.first else { return nil }
    for i in patterns.indices {
      patterns[i].take(days: Self.days(in: bare))
      patterns[i].object = patterns[i].object.map(Self.withoutDate)
    }
    var form = Question.Form.yesno
    switch first.hole {
    case .subject: form = .subject
    case .object: form = .object
    case .relation: form = .relation
    case nil: form = .yesno
    }
    form = Self.openingForm(bare) ?? form
    // A question with an interrogative isn't answered by yes or no: what it asks was not read.
    let opening = bare.prefix { $0 != " " }.lowercased()
    if form == .yesno, ["who", "whom", "whose", "what", "which"].contains(opening) {
      if let asked = byVerb(bare), let hole = asked.hole {
        return Question(
          text: text, form: hole == .subject ? .subject : .object, patterns: [asked], core: bare)
      }
      return Question(text: text, form: opening == "who" ? .subject : .object, core: bare)
    }
    if form == .number { patterns += patterns.compactMap { trained($0, in: bare.lowercased()) } }
    if form == .list || form == .subject {
      patterns += doers(bare).map { [$0] } ?? []
      patterns += patterns.flatMap(Self.withNounInObject)
    }
    return Question(text: text, form: form, patterns: patterns, core: bare)
  }

  /// What is left to search by words when no claim could be read.
  func unread(_ text: String) -> Question {
    var bare = Self.plain(text)
    if let said = sayingStatement(bare) {
      var question = Question(text: text, form: .source, core: said.statement)
      question.asksDenial = said.denied
      return question
    }
    // What joins two and who disagrees is in no one passage.
    if let ends = pathEnds(bare) { return Question(text: text, form: .path, about: ends) }
    if disagreement(bare) != nil { return Question(text: text, form: .disagree) }
    if let rest = Self.rest(of: bare, after: "opening-check") { bare = rest }
    let patterns = question(text)?.patterns ?? []
    let first = bare.split(separator: " ").first?.lowercased() ?? ""
    let form: Question.Form =
      Self.openingForm(bare)
      ?? (["who", "what", "which", "whose", "whom"].contains(first) || comparison(bare) != nil
        ? .subject : Self.auxiliaries.contains(first) || text.hasSuffix("?") ? .yesno : .keywords)
    return Question(text: text, form: form, patterns: patterns, core: bare)
  }

  static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "can", "could", "will",
    "would", "may", "might", "must", "should",
  ]

  /// "How much did it cost to train Qwen3?" is about Qwen3.
  private func trained(_ pattern: QuestionPattern, in lower: String) -> QuestionPattern? {
    guard let subject = pattern.subject, names.vocabulary.entities[subject] == nil else {
      return nil
    }
    var wider = pattern
    if let name = names.mentions(in: Phrase(subject)).first {
      wider.subject = name
    } else if let verb = subject.firstIndex(of: " "), lower.contains(" to \(subject[..<verb]) ") {
      wider.subject = String(subject[verb...].dropFirst())
    } else {
      return nil
    }
    return wider
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
      guard let sides = Self.split(bare, at: " \(preposition) which ") else { continue }
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
    guard var rest = Self.rest(of: bare, after: "opening-list") else { return nil }
    if let after = Self.rest(of: rest, after: "all of") { rest = after }
    let words = rest.split(separator: " ").map(String.init)
    // "List everything that China restricts", "list what China restricts"
    if let first = words.first?.lowercased(), ["what", "which", "who"].contains(first) {
      return rest + "?"
    }
    if let first = words.first?.lowercased(), ["that", "who"].contains(first), words.count > 2 {
      return "What \(words.dropFirst().joined(separator: " "))?"
    }
    if let at = words.firstIndex(where: { ["that", "which", "who"].contains($0) }) {
      return "Which \((words[..<at] + words[(at + 1)...]).joined(separator: " "))?"
    }
    guard
      let participle = words.dropFirst().firstIndex(where: { $0.hasSuffix("ed") || $0 == "built" }),
      // "List the bills Newsom signed"
      words[participle - 1].first?.isUppercase != true || participle == 1
    else { return "Which \(rest)?" }
    return "Which \(words[..<participle].joined(separator: " ")) are"
      + " \(words[participle...].joined(separator: " "))?"
  }

  /// "? | holds stake in | Norvik" may be told as "holds | small stake in Norvik", or of a shareholder.
  private static func withNounInObject(_ pattern: QuestionPattern) -> [QuestionPattern] {
    guard let words = pattern.relation?.split(separator: " "), words.count == 3,
      let preposition = words.last, ["in", "on", "with", "over", "of"].contains(preposition),
      words[0] != "is", let object = pattern.object
    else { return [] }
    var (made, holder) = (pattern, pattern)
    made.relation = String(words[0])
    made.object = "\(words[1]) \(preposition) \(object)"
    holder.relation = "is shareholder of"
    return ["stake", "share", "shares", "holding"].contains(words[1]) ? [made, holder] : [made]
  }

  /// "List the refiners of gallium", "gallium refiners": who refines it.
  private func doers(_ bare: String) -> QuestionPattern? {
    let asked =
      Self.rest(of: bare, after: "opening-list") ?? Self.rest(of: bare, after: "opening-who")
    let words = Phrase.split(asked ?? bare).filter { !Phrase.articles.contains($0) }
    let of = words.firstIndex(of: "of")
    let isBare = asked == nil && words.count < 5
    guard let noun = of.map({ $0 - 1 }) ?? (isBare ? words.indices.last : nil), noun >= 0,
      ["ers", "ors"].contains(where: words[noun].hasSuffix)
    else { return nil }
    let object = (of.map { words[($0 + 1)...] } ?? words[..<noun]).joined(separator: " ")
    guard !object.isEmpty else { return nil }
    var made = QuestionPattern(
      subject: nil, relation: "is \(Phrase.singular(words[noun])) of", object: object)
    made.hole = .subject
    return made
  }

  /// "What did Anthropic open-source?", where the parser took the verb for something else: the words
  /// between the auxiliary and a verb of the vocabulary are the subject, and what is asked its object.
  private func byVerb(_ bare: String) -> QuestionPattern? {
    let words = bare.split(separator: " ").map(String.init)
    guard words.count >= 4, let first = words.first?.lowercased(),
      ["what", "which", "who", "whom"].contains(first),
      let helper = words.firstIndex(where: { Self.auxiliaries.contains($0.lowercased()) }),
      helper >= 1, helper + 2 < words.count
    else { return nil }
    let kind = helper > 1 ? words[1..<helper].joined(separator: " ") : nil
    // "Who is against the act?": "be against" is a verb of the vocabulary.
    if ["is", "are", "was", "were"].contains(words[helper].lowercased()) {
      for count in [4, 3, 2, 1] where helper + 1 + count < words.count {
        let phrase = words[(helper + 1)...(helper + count)].map { $0.lowercased() }
        guard let relation = relation(of: ["be"] + phrase) else { continue }
        var made = QuestionPattern(
          subject: nil, relation: relation,
          object: words[(helper + 1 + count)...].joined(separator: " "), category: kind)
        made.hole = .subject
        return made
      }
    }
    var rest = words[(helper + 1)...].map { $0.lowercased() }
    // "What could X be building?"
    if let last = rest.last, last.hasSuffix("ing"), rest.dropLast().last == "be" {
      rest = rest.dropLast(2) + [Self.base(of: last, names.vocabulary)]
    }
    for count in [3, 2, 1] where rest.count > count {
      var phrase = Array(rest.suffix(count))
      guard
        let relation = relation(of: phrase)
          ?? {
            phrase[0] = Phrase.singular(phrase[0])
            return self.relation(of: phrase)
          }()
      else { continue }
      var made = QuestionPattern(
        subject: words[(helper + 1)..<(helper + 1 + rest.count - count)].joined(separator: " "),
        relation: relation, object: nil, category: kind)
      made.hole = .object
      return made
    }
    return nil
  }

  private func relation(of phrase: [String]) -> String? {
    names.vocabulary.relationByPhrase[phrase.joined(separator: " ")]
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
    let first = words[0].lowercased()
    let asks = Self.auxiliaries.contains(first)
    // A question with words of asking is no row of keywords.
    if !asks, WordList.has("question word", first) || ["who", "what", "why", "how"].contains(first)
    {
      return nil
    }
    // The parser reads what begins with an auxiliary better, time and scope with it.
    if sure, asks { return nil }
    let start = asks ? 1 : 0
    for count in [3, 2, 1] where words.count > count + 1 + start {
      for at in (start + 1)..<(words.count - count) {
        var phrase = words[at..<(at + count)].map { $0.lowercased() }
        // "Is Qatar funding models?"
        if asks, phrase[0].hasSuffix("ing") {
          phrase[0] = Self.base(of: phrase[0], names.vocabulary)
        }
        phrase[0] = Phrase.singular(phrase[0])
        if sure, !isKnown(words[start..<at]) || !isKnown(words[(at + count)...]) { continue }
        if let relation = relation(of: phrase) {
          return QuestionPattern(
            subject: words[start..<at].joined(separator: " "), relation: relation,
            object: words[(at + count)...].joined(separator: " "))
        }
      }
    }
    return nil
  }

  /// "funding" is "fund", "releasing" is "release", where the vocabulary has them.
  private static func base(of word: String, _ vocabulary: Vocabulary) -> String {
    let stem = String(word.dropLast(3))
    let ends = [stem, stem + "e", String(stem.dropLast())]
    return ends.first { vocabulary.relationByPhrase[$0] != nil } ?? word
  }

  private func change(_ bare: String) -> String? {
    if let topic = Self.rest(of: bare, after: "opening-change") { return topic }
    if let rest = Self.rest(
      of: bare, after: ["what changed between ", "what has changed between "])
    {
      // "between 2023 and 2024 in X" as "X between 2023 and 2024"
      for link in [" in ", " for ", " about ", " with ", " on "] {
        if let ends = Self.split(rest, at: link), ends[0].contains(" and ") {
          return "\(ends[1]) between \(ends[0])"
        }
      }
    }
    for opening in ["how has ", "how have ", "how did "] {
      guard let topic = Self.rest(of: bare, after: [opening]) else { continue }
      for verb in WordList.longestFirst("changing").map({ " " + $0 }) {
        if let ends = Self.split(topic + " ", at: verb + " ")
          ?? (topic.hasSuffix(verb) ? [String(topic.dropLast(verb.count)), ""] : nil)
        {
          // "How did the title change hands in 2025?"
          let rest = ends[1].hasPrefix("hands") ? String(ends[1].dropFirst(5)) : ends[1]
          return rest.allSatisfy(\.isWhitespace)
            ? ends[0] : "\(ends[0]) \(rest.split(separator: " ").joined(separator: " "))"
        }
      }
    }
    return nil
  }

  /// The two sides and, third, what they are compared on: "A vs B: T", "compare A and B on T".
  private func comparison(_ bare: String) -> [String]? {
    let compares = Self.rest(
      of: bare, after: ["compare ", "comparison of ", "comparing ", "how do ", "how does "])
    // "Compare A vs B: who leads?" has its sides where "A vs B" has them.
    if let both = compares, [" vs. ", " vs ", " versus "].contains(where: both.contains) {
      return comparison(both)
    }
    if let both = compares {
      let lower = bare.lowercased()
      if lower.hasPrefix("how do"), !lower.contains(" compare") { return nil }
      let plain = both.replacing(" compare", with: "")
      guard
        let sides = Self.split(plain, at: " and ") ?? Self.split(plain, at: " with ")
          ?? Self.split(plain, at: " to ")
      else { return nil }
      let ends = onTopic(sides[1])
      // "US and Chinese papers" are compared on papers.
      if ends.count == 1, names.named(Phrase(sides[0]).key) != nil,
        let owner = names.owner(of: Phrase(sides[1])), !owner.rest.isEmpty
      {
        return [sides[0], owner.name, owner.rest.joined(separator: " ")]
      }
      return [sides[0]] + ends
    }
    for link in [" vs. ", " vs ", " versus "] {
      guard let sides = Self.split(bare, at: link) else { continue }
      for mark in [": ", ", "] {
        if let ends = Self.split(sides[1], at: mark) { return [sides[0], ends[0], ends[1]] }
      }
      let phrase = Phrase(sides[1])
      guard let owner = names.owner(of: phrase), !owner.rest.isEmpty else { return sides }
      return [sides[0], owner.name, owner.rest.joined(separator: " ")]
    }
    // "Between Qwen and Llama, which is downloaded more?"
    if let both = Self.rest(of: bare, after: ["between "]),
      let asked = Self.split(both, at: ", "), let sides = Self.split(asked[0], at: " and "),
      ["who", "which", "what", "whose"].contains(asked[1].prefix { $0 != " " }.lowercased())
    {
      return sides.map(Self.owner) + [asked[1]]
    }
    // "Who leads in chips, the US or China?", "Is China or the US ahead in chips?"
    let words = bare.split(separator: " ").map(String.init)
    let first = words.first?.lowercased() ?? ""
    if let comma = Self.split(bare, at: ", "), let sides = Self.split(comma[1], at: " or "),
      ["who", "which", "what", "whose", "where"].contains(first)
    {
      return sides.map(Self.owner) + [comma[0]]
    }
    // "Qwen or Llama: which is downloaded more?"
    for mark in [": ", ", ", " - "] {
      guard let asked = Self.split(bare, at: mark), let sides = Self.split(asked[0], at: " or "),
        ["who", "which", "what", "whose"].contains(asked[1].prefix { $0 != " " }.lowercased())
      else { continue }
      return sides.map(Self.owner) + [asked[1]]
    }
    // "Qwen or Llama downloads"
    if !Self.asks(first), let sides = Self.split(bare, at: " or "),
      names.named(Phrase(sides[0]).key) != nil,
      let owner = names.owner(of: Phrase(sides[1])), !owner.rest.isEmpty
    {
      return [sides[0], owner.name, owner.rest.joined(separator: " ")]
    }
    if ["is", "are", "does", "do"].contains(first),
      let sides = Self.split(words.dropFirst().joined(separator: " "), at: " or ")
    {
      for verb in [
        " ahead in ", " ahead on ", " leading in ", " lead in ", " better at ", " ahead of ",
      ] {
        if let ends = Self.split(sides[1], at: verb) { return [sides[0]] + ends }
      }
      // "Does Apollo Go or Waymo handle more trips?"
      for link in [" more ", " fewer ", " less "] {
        guard let ends = Self.split(sides[1], at: link), let verb = ends[0].lastIndex(of: " ")
        else {
          continue
        }
        return [sides[0], String(ends[0][..<verb]), ends[1]]
      }
    }
    return nil
  }

  private static func asks(_ word: String) -> Bool {
    WordList.has("asking", word.lowercased())
  }

  /// "America" of "America's".
  private static func owner(_ side: String) -> String {
    side.hasSuffix("'s") ? String(side.dropLast(2)) : side
  }

  private func onTopic(_ side: String) -> [String] {
    for link in [" on ", " in ", " for ", " when it comes to ", " regarding "] {
      if let ends = Self.split(side, at: link) { return ends }
    }
    return [side]
  }

  /// "What has X said about Y?", "What is X's position on Y?", "How does X affect Y?": what joins them.
  private func stance(_ bare: String) -> QuestionPattern? {
    func made(_ subject: String, _ object: String) -> QuestionPattern {
      var pattern = QuestionPattern(subject: subject, relation: nil, object: object)
      pattern.hole = .relation
      return pattern
    }
    let words = bare.split(separator: " ").map(String.init)
    guard words.count >= 5 else { return nil }
    let topics = [" about ", " of ", " on ", " regarding ", " towards ", " toward ", " to "]
    if let rest = Self.rest(
      of: bare,
      after: [
        "what has ", "what does ", "what did ", "what do ", "what have ", "how does ", "how do ",
        "where does ", "where do ", "how did ",
      ])
    {
      let verbs = [
        "said", "say", "think", "thought", "feel", "stand", "see", "view", "affect", "influence",
      ]
      for verb in verbs {
        guard let sides = Self.split(rest, at: " \(verb) ") else { continue }
        if ["see", "view", "affect", "influence"].contains(verb) {
          return made(sides[0], sides[1])
        }
        for link in topics where ("\(" ")\(sides[1])").hasPrefix(link) {
          // "What do sources say about X?" is a profile.
          if WordList.has("voices", Phrase(sides[0]).words.last ?? "") { return nil }
          return made(sides[0], String(sides[1].dropFirst(link.count - 1)))
        }
      }
    }
    if let rest = Self.rest(of: bare, after: ["what is ", "what are ", "what was "]) {
      if let sides = Self.split(rest, at: " saying "),
        let link = topics.first(where: (" " + sides[1]).hasPrefix)
      {
        return made(sides[0], String(sides[1].dropFirst(link.count - 1)))
      }
      for noun in (WordList.all["stance"] ?? []).sorted() {
        for link in topics {
          guard let sides = Self.split(rest, at: "'s \(noun)\(link)") else { continue }
          return made(sides[0], sides[1])
        }
      }
      for noun in (WordList.all["affect"] ?? []).sorted() {
        guard let after = Self.rest(of: rest, after: ["the \(noun) of ", "\(noun) of "]),
          let sides = Self.split(after, at: " on ")
        else { continue }
        return made(sides[0], sides[1])
      }
    }
    return nil
  }

  /// "Who says that S?", "Who denies that S?", "According to whom S?", "How many sources say S?".
  private func saying(_ bare: String, _ text: String) -> Question? {
    guard let said = sayingStatement(bare) else { return nil }
    let (statement, denied, counts) = said
    var patterns = patterns(statement)
    if patterns.isEmpty { patterns = self.patterns(statement + ".") }
    if patterns.isEmpty { patterns = self.patterns(text).filter { $0.hole == nil } }
    if denied {
      for i in patterns.indices { patterns[i].polarity = patterns[i].polarity.opposite }
    }
    guard !patterns.isEmpty else { return nil }
    var question = Question(text: text, form: .source, patterns: patterns, core: statement)
    question.countsVoices = counts
    question.asksDenial = denied
    return question
  }

  private func sayingStatement(_ bare: String) -> (statement: String, denied: Bool, counts: Bool)? {
    if let rest = Self.rest(
      of: bare, after: ["according to whom ", "according to who ", "according to which source "])
    {
      // "According to whom would A do B?" states that A would do B.
      let isTurned = Self.auxiliaries.contains(rest.prefix { $0 != " " }.lowercased())
      return (isTurned ? rest + "?" : rest, false, false)
    }
    let words = bare.split(separator: " ").map(String.init)
    guard words.count >= 4 else { return nil }
    let lower = words.map { $0.lowercased() }
    var at: Int
    var counts = false
    switch lower[0] {
    case "who": at = 1
    case "which", "what":
      // "Which publication says", "Which ministry holds that"
      guard
        let voice = lower.indices.dropFirst().prefix(3).first(where: { at in
          at < 3 && WordList.has("voices", Phrase.singular(lower[at]))
            || at + 2 < lower.count && lower[at + 2] == "that"
              && ["saying", "saying that", "denying"].contains { WordList.has($0, lower[at + 1]) }
        })
      else { return nil }
      at = voice + 1
    case "how":
      guard lower[1] == "many", WordList.has("voices", Phrase.singular(lower[2])) else {
        return nil
      }
      at = 3
      counts = true
    default: return nil
    }
    while at < lower.count,
      ["has", "have", "is", "are", "do", "does", "did", "was"].contains(lower[at])
    {
      at += 1
    }
    guard at + 1 < lower.count else { return nil }
    let verb = lower[at]
    let hasThat = lower[at + 1] == "that"
    let isDenial = WordList.has("denying", verb) && hasThat
    let says =
      WordList.has("saying", verb) || hasThat && WordList.has("saying that", verb)
      || (verb.hasSuffix("ing") && WordList.has("saying", String(verb.dropLast(3))))
    guard isDenial || says else { return nil }
    let statement = words[(at + (hasThat ? 2 : 1))...].joined(separator: " ")
    return statement.isEmpty ? nil : (statement, isDenial, counts)
  }

  /// "What does A do B for?", "How come A does B?": the question without the words that ask for a reason.
  private func whatFor(_ bare: String) -> String? {
    if let rest = Self.rest(of: bare, after: "opening-reason") { return rest }
    guard let rest = Self.rest(of: bare, after: ["what "]), rest.lowercased().hasSuffix(" for"),
      Self.auxiliaries.contains(rest.prefix { $0 != " " }.lowercased())
    else { return nil }
    let asked = String(rest.dropLast(4)) + "?"
    // "What does A pay for?" asks for an object, which the verb with its preposition needs.
    return read(asked).contains { !["", "?"].contains($0.object) } ? asked : nil
  }

  /// "What is the seat of X?", "List the places named as X's head office"
  private func seated(_ bare: String) -> QuestionPattern? {
    let words = bare.split(separator: " ").map(String.init)
    let asks = Self.rest(of: bare, after: "opening-list") != nil || words.count < 8
    guard asks, ["what", "which", "list", "name", "where"].contains(words[0].lowercased()),
      let of = words.lastIndex(where: { $0.lowercased() == "of" }), of > 1, of + 1 < words.count,
      // The head of a firm is a person.
      WordList.has("seat noun", words[of - 1].lowercased()), words[of - 1].lowercased() != "head"
    else { return nil }
    var seat = QuestionPattern(
      subject: words[(of + 1)...].joined(separator: " "), relation: "is headquartered in",
      object: nil)
    seat.hole = .object
    return seat
  }

  /// "Where is X based?", "Where will X build Y?"
  private func place(_ bare: String) -> [QuestionPattern]? {
    if let seated = seated(bare) { return [seated] }
    guard let rest = Self.rest(of: bare, after: "opening-where") else { return nil }
    let words = rest.split(separator: " ").map(String.init)
    guard words.count >= 2, Self.auxiliaries.contains(words[0].lowercased()) else { return nil }
    let lower = words.map { $0.lowercased() }
    var subject = words.dropFirst()
    if let last = lower.last, WordList.has("seat", last) {
      subject = subject.dropLast()
    } else if let last = lower.last, WordList.has("seat noun", last),
      let have = lower.lastIndex(where: { ["have", "has", "had"].contains($0) })
    {
      // "Where does X have its head office?"
      subject = words[1..<max(1, have)]
    } else if !["is", "are"].contains(lower[0]) || words.count > 4 {
      subject = []
    }
    if !subject.isEmpty {
      var seat = QuestionPattern(
        subject: subject.joined(separator: " "), relation: "is headquartered in", object: nil)
      seat.hole = .object
      return [seat]
    }
    let made = patterns(rest + "?").filter { $0.hole == nil }
    return made.isEmpty ? nil : made
  }

  /// "What does S do?", "What would S do to O?": every relation of S, or of S to O.
  private func deeds(_ bare: String) -> QuestionPattern? {
    let words = bare.split(separator: " ").map(String.init)
    let lower = words.map { $0.lowercased() }
    guard words.count >= 4, lower[0] == "what", Self.auxiliaries.contains(lower[1]),
      let verb = lower.lastIndex(where: { ["do", "doing", "done"].contains($0) }), verb >= 3
    else { return nil }
    var rest = lower[(verb + 1)...]
    var made = QuestionPattern(
      subject: words[2..<verb].joined(separator: " "), relation: nil, object: nil)
    // "What did Viora do in May 2024?" asks of a time, not of what was done to May.
    if let time = rest.indices.first(where: { at in
      ["on", "in", "during", "since", "after", "before", "between"].contains(rest[at])
        && TimeWord.day(rest[at...].joined(separator: " ")) != nil
        && rest[(at + 1)...].allSatisfy(TimeWord.isOfDate)
    }) {
      made.take(days: Self.days(in: bare))
      rest = rest[..<time]
    }
    if let link = rest.first, link != "if" {
      guard ["to", "for", "about", "with", "against", "in"].contains(link), rest.count > 1 else {
        return nil
      }
      made.object = words[(verb + 2)..<rest.endIndex].joined(separator: " ")
    }
    made.hole = .relation
    return made
  }

  /// "In which kinds of models are A ahead of B?": the two sides of a list of fields.
  private func respects(_ bare: String) -> [String]? {
    let words = bare.split(separator: " ").map(String.init)
    let opens = words.prefix(3).contains { ["which", "what"].contains($0.lowercased()) }
    guard opens,
      words.first.map({ ["in", "on", "at", "where", "for"].contains($0.lowercased()) }) == true,
      let helper = words.firstIndex(where: { Self.auxiliaries.contains($0.lowercased()) }),
      helper >= 2
    else { return nil }
    let rest = words[(helper + 1)...].joined(separator: " ")
    for phrase in WordList.longestFirst("ahead") {
      guard let sides = Self.split(rest, at: " \(phrase) ") else { continue }
      return sides
    }
    for phrase in WordList.longestFirst("behind") {
      guard let sides = Self.split(rest, at: " \(phrase) ") else { continue }
      return sides.reversed()
    }
    return nil
  }

  /// What has to be so in "What could happen if the act is passed?"
  private func condition(_ bare: String) -> String? {
    for link in [" if ", " in case ", " once "] {
      guard let sides = Self.split(bare, at: link),
        Self.rest(of: sides[0] + " .", after: "opening-condition") != nil
      else { continue }
      return sides[1]
    }
    return nil
  }

  private func profile(_ bare: String) -> String? {
    if names.vocabulary.entities[names.canonical(bare)] != nil { return bare }
    guard let topic = Self.rest(of: bare, after: "opening-profile") else { return nil }
    let lower = bare.lowercased()
    // "What is China cut off from?" is no profile, "What is China?" is.
    let copular = ["who is ", "what is ", "who are ", "what are "].contains(where: lower.hasPrefix)
    let saysMore = ["what is said", "what is known", "what is there"].contains(
      where: lower.hasPrefix)
    if copular, !saysMore, names.vocabulary.entities[names.canonical(topic)] == nil { return nil }
    return topic
  }

  private func pathEnds(_ bare: String) -> [String]? {
    if let both = Self.rest(of: bare, after: ["how is ", "how are ", "how does ", "how do "]) {
      for verb in (WordList.all["linking"] ?? []).sorted() {
        for link in [" \(verb) to ", " \(verb) with "] {
          if let ends = Self.split(both, at: link) { return ends }
        }
        if both.lowercased().hasSuffix(" \(verb)") {
          return Self.split(String(both.dropLast(verb.count + 1)), at: " and ")
        }
      }
    }
    if let both = Self.rest(of: bare, after: "opening-path") {
      for link in [" and ", " to ", " with "] {
        if let ends = Self.split(both, at: link) { return ends }
      }
    }
    return nil
  }

  /// The Netherlands for "the Dutch state".
  private func withoutOrgan(_ end: String) -> String {
    guard let owner = names.owner(of: Phrase(end)), !owner.rest.isEmpty,
      owner.rest.allSatisfy({ $0 == "state" || WordList.has("state organ", $0) })
    else { return end }
    return owner.name
  }

  /// "A on B" of "the effect of A on B".
  private func withoutEffect(_ topic: String) -> String {
    for noun in (WordList.all["affect"] ?? []).sorted() {
      if let rest = Self.rest(of: topic, after: ["the \(noun) of ", "\(noun) of "]) { return rest }
    }
    return topic
  }

  /// "its models" of "its models in mid-2024": the date is read by itself.
  private static func withoutDate(_ name: String) -> String {
    let words = name.split(separator: " ").map(String.init)
    for at in words.indices.dropFirst()
    where WordList.has("dated", words[at].lowercased()) && words.count - at <= 4 {
      let rest = words[(at + 1)...].joined(separator: " ")
      let first = rest.prefix { $0 != " " }.lowercased()
      guard TimeWord.day(rest) != nil,
        first.contains(where: \.isNumber) || TimeWord.months.contains(first)
      else { continue }
      return words[..<at].joined(separator: " ")
    }
    return name
  }

  private func disagreement(_ bare: String) -> String? {
    let lower = bare.lowercased()
    let words = Phrase.split(bare)
    let isAsked =
      [
        "what ", "where ", "do ", "on what ", "on which ", "over what ", "over which ", "how ",
        "which ", "are there ", "is there ", "disagreements ", "disputes ", "contradictions ",
        "conflicting ",
      ]
      .contains(where: lower.hasPrefix)
    let disagrees = words.contains(where: isDisagreeing)
    let voices = words.contains { WordList.has("voices", Phrase.singular($0)) }
    let isNoun = ["disagreements ", "disputes ", "contradictions "].contains(where: lower.hasPrefix)
    let isDisputed = lower.hasPrefix("what is disputed") || lower.hasPrefix("what is contested")
    guard isAsked, disagrees, voices || isNoun || isDisputed else { return nil }
    for word in [" about ", " over ", " on ", " regarding ", " in ", " of ", " around "] {
      guard let ends = Self.split(bare, at: word), !ends[1].lowercased().hasPrefix("about") else {
        continue
      }
      // "Where do the accounts of X diverge?"
      let topic = ends[1].split(separator: " ").prefix { !isDisagreeing(String($0)) }
      if !topic.isEmpty { return withoutEffect(topic.joined(separator: " ")) }
    }
    return ""
  }

  private func isDisagreeing(_ word: String) -> Bool {
    (WordList.all["disagreeing"] ?? []).contains {
      word.lowercased().hasPrefix($0.dropLast($0.count > 6 ? 1 : 0))
    }
  }
}
