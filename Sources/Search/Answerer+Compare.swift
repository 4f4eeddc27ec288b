import Claims

extension Answerer {
  /// Who is ahead of whom: claims that set the two sides against each other, each side an answer.
  func compare(_ question: Question) throws -> Answer {
    guard question.about.count >= 2 else {
      throw SearchError.notUnderstood(question: question.text)
    }
    let sides = try question.about.prefix(2).map {
      try matcher.ground.matches($0, topic: true)
    }
    let unknown = zip(question.about, sides).filter { $0.1.isEmpty }.map(\.0)
    guard unknown.isEmpty else {
      return Answer(
        question: question.text, form: question.form.rawValue, verdict: .unknown,
        note: "the store knows nothing of " + unknown.joined(separator: " or "))
    }
    let topic = question.about.count > 2 ? comparedOn(question.about[2]) : []
    let names = Set(sides.flatMap(\.keys))
    var seen = Set<String>()
    let pool =
      try source.claims(subjects: names, relations: nil, objects: nil)
      + source.claims(subjects: nil, relations: nil, objects: names)
    var ahead: [Int: (name: String, claims: [Claim])] = [:]
    // A side goes by its name in the claims, as long as that is one.
    func add(_ claim: Claim, _ name: String, to side: Int) {
      var known = ahead[side] ?? (name, [])
      if known.name != name { known.name = matcher.names.canonical(question.about[side]) }
      known.claims.append(claim)
      ahead[side] = known
    }
    var level: [Claim] = []
    let ordered = pool.filter {
      seen.insert($0.id).inserted && matcher.relations.place(of: $0.relation) != nil
        && isAbout(topic, $0) && !isElsewhere($0, question) && isByMeasure(topic, $0)
    }
    // "A leads in X, while B leads in Y": the claim's own words tell the two apart, unless it has both sides
    // and so no room for what they are compared on.
    var own = ordered.filter { claim in
      isAbout(topic, claim, withQuote: false)
        || sides.allSatisfy { $0[claim.subject] != nil || $0[claim.object] != nil }
    }
    if ordered.isEmpty {
      // "Italy has more of it" has its topic in the sentence before.
      own = try pool.filter { claim in
        guard matcher.relations.order(of: claim.relation) != nil,
          sides.allSatisfy({ $0[claim.subject] != nil || $0[claim.object] != nil })
        else { return false }
        return try source.claims(besideIDs: [claim.id]).contains { isAbout(topic, $0) }
      }
    }
    for claim in own.isEmpty ? ordered : own {
      guard let place = matcher.relations.place(of: claim.relation) else { continue }
      let subject = sides.firstIndex { $0[claim.subject] != nil }
      let object = sides.firstIndex { $0[claim.object] != nil }
      guard let side = subject ?? object, subject != object else { continue }
      let leads = (place == .ahead) == (claim.polarity == .positive)
      if place == .level || claim.polarity == .negative && place != .ahead {
        level.append(claim)
      } else if leads, subject != nil {
        add(claim, claim.subject, to: side)
      } else if object != nil, subject != nil {
        add(claim, claim.object, to: 1 - side)
      }
    }
    func latest(_ claims: [Claim]) -> String { claims.compactMap(\.evidence.published).max() ?? "" }
    let ranked = ahead.values.map { ($0, support($0.claims)) }.sorted { a, b in
      if a.1 != b.1 { return a.1 > b.1 }
      let (x, y) = (latest(a.0.claims), latest(b.0.claims))
      return x != y ? x > y : a.0.name < b.0.name
    }
    guard !ranked.isEmpty || !level.isEmpty else {
      return Answer(
        question: question.text, form: question.form.rawValue, verdict: .unknown,
        note: "nobody compares \(question.about[0]) with \(question.about[1])"
          + (question.about.count > 2 ? " on \(question.about[2])" : ""))
    }
    let items = ranked.map {
      Answer.Item(name: $0.0.name, kind: "entity", support: $0.1, claims: $0.0.claims.map(\.id))
    }
    let rivals = ranked.dropFirst().flatMap(\.0.claims)
    return Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered,
      answers: items.isEmpty
        ? [
          Answer.Item(name: "level", kind: "text", support: support(level), claims: level.map(\.id))
        ] : items,
      claims: ranked.flatMap(\.0.claims) + level, against: rivals + (items.isEmpty ? [] : level))
  }

  /// Whether a claim holds outside the place that the question names: "outside Europe".
  private func isElsewhere(_ claim: Claim, _ question: Question) -> Bool {
    guard question.about.count > 2, let scope = claim.scope,
      let rest = QuestionReader.rest(of: scope, after: ["outside ", "except in ", "excluding "])
    else { return false }
    return !topicWords(rest).isDisjoint(with: topicWords(question.about[2]))
  }

  /// Whether a claim that counts does so by what is asked: who uses less power leads in no market.
  private func isByMeasure(_ topic: Set<String>, _ claim: Claim) -> Bool {
    guard !topic.isEmpty, claim.relation == "exceeds", let measure = claim.scope else {
      return true
    }
    return !topicWords(measure).isDisjoint(with: topic)
  }

  /// The fields in which one side is ahead of the other.
  func fields(_ question: Question) throws -> Answer {
    let sides = try question.about.map { side in
      // "Chinese ones" are those of China.
      let owner = matcher.names.owner(of: Phrase(side)).map(\.name)
      return try matcher.ground.matches(owner ?? side, topic: true)
    }
    let names = Set(sides.flatMap(\.keys))
    var items: [Answer.Item] = []
    var cited: [Claim] = []
    var seen = Set<String>()
    for claim in try source.claims(subjects: names, relations: nil, objects: nil)
    where seen.insert(claim.id).inserted && claim.polarity == .positive {
      guard let order = matcher.relations.order(of: claim.relation), order != .level else {
        continue
      }
      let winner = order == .ahead ? 0 : 1
      guard sides[winner][claim.subject] != nil else { continue }
      var field = claim.scope
      // "leads in X" has its field as object, "leads B in X" behind the other side.
      if sides[1 - winner][claim.object] == nil || claim.relation.hasSuffix(" in") {
        field = claim.object
      } else if let tail = Self.split(claim.object, at: " in ") {
        field = tail
      }
      // How far ahead and in what number are no fields.
      guard let field, !field.isEmpty,
        !field.hasPrefix("by "), !field.hasPrefix("number of")
      else { continue }
      cited.append(claim)
      items.append(
        Answer.Item(name: field, kind: "entity", support: 1, claims: [claim.id]))
    }
    guard !items.isEmpty else { return try nothing(question) }
    return try withDisputes(
      Answer(
        question: question.text, form: question.form.rawValue, verdict: .answered, answers: items,
        claims: cited))
  }

  private static func split(_ text: String, at link: String) -> String? {
    QuestionReader.split(text, at: link)?[1]
  }

  /// What is said to follow where something is so: claims of passages that state the condition.
  func consequences(_ question: Question) throws -> Answer {
    let asked = matcher.names.wording(of: question.core, withAmount: false)
    let search = PassageSearch(
      source: source, names: matcher.names, relations: matcher.relations)
    let found = try search.matches(asked, atLeast: 0.55).filter {
      $0.claim.modality == .conditional || $0.claim.modality == .possible
    }
    guard !found.isEmpty else { return try nothing(question) }
    return Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered,
      answers: found.map {
        Answer.Item(
          name: $0.claim.statement, kind: "text", support: 1, claims: [$0.claim.id])
      }, claims: found.map(\.claim), explanation: found.map(step))
  }

  /// What was said of a topic in the order of its dates, so that a reader sees it change.
  func change(_ question: Question) throws -> Answer {
    guard let asked = question.about.first else {
      throw SearchError.notUnderstood(question: question.text)
    }
    var topic = asked
    var since: String?
    var until: String?
    for link in [" since ", " after ", " between ", " in "] {
      guard let range = topic.firstRange(of: link) else { continue }
      let time = String(topic[range.upperBound...])
      guard let day = TimeWord.day(time) else { continue }
      since = day
      if link == " between " { until = TimeWord.years(time).last.map { "\($0)-12-31" } }
      if link == " in " { until = TimeWord.lastDay(time) }
      topic = String(topic[..<range.lowerBound])
    }
    let words = topicWords(topic)
    let owners = matcher.names.mentions(in: Phrase(topic), adjectives: true)
    let names = try Set(owners.flatMap { try matcher.ground.matches($0, topic: true).keys })
    let pool =
      names.isEmpty
      ? try source.claims(resembling: words.sorted().map { [Stem.of($0)] }, limit: 50)
      : try source.claims(subjects: names, relations: nil, objects: nil)
        + source.claims(subjects: nil, relations: nil, objects: names)
        + holding(owners)
    var seen = Set<String>()
    let told = pool.filter { claim in
      guard seen.insert(claim.id).inserted else { return false }
      if let since, let said = claim.evidence.published, said < since { return false }
      if let until, let said = claim.evidence.published, said > until { return false }
      return isAbout(words, claim)
    }.sorted { $0.precedes($1) }
    guard !told.isEmpty else { return try nothing(question) }
    // News is read from the last backwards, a change from the first on.
    let asksNews = Phrase.split(question.text).contains {
      ["latest", "news", "new", "update", "updates"].contains($0)
    }
    let items = (asksNews ? told.reversed() : told).map { claim in
      Answer.Item(
        name: claim.statement + (claim.evidence.published.map { " (\($0))" } ?? ""),
        kind: "text", support: 1, claims: [claim.id])
    }
    return Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered, answers: items,
      claims: told)
  }

  /// Claims about what is of these names: "shareholders of Fjordchip", where Fjordchip is asked about.
  private func holding(_ names: [String]) throws -> [Claim] {
    let search = PassageSearch(source: source, names: matcher.names, relations: matcher.relations)
    let places: Set<String> = ["place", "state", "bloc"]
    return try names.filter {
      !places.contains(matcher.names.vocabulary.entities[$0]?.kind ?? "place")
    }.flatMap { name in
      try source.claims(resembling: [matcher.names.spellings(of: name)], limit: 50).filter {
        search.wording(of: $0).names.contains(name)
      }
    }
  }

  /// The topic of "who leads in talent" is talent.
  private func comparedOn(_ topic: String) -> Set<String> {
    let words = topicWords(topic).filter { word in
      !WordList.has("function", word)
        && !matcher.relations.verbs(of: Stem.sense(of: Stem.of(word))).contains {
          matcher.relations.order(of: $0) != nil
        }
    }
    return words.isEmpty ? topicWords(topic) : words
  }

  /// The words that a claim about the topic has to share.
  func topicWords(_ topic: String) -> Set<String> {
    Set(matcher.names.plainWords(topic).filter { !WordList.has("topicless", $0) })
  }

  /// Whether a claim's names, scope or quote hold at least half of the topic's words.
  func isAbout(_ topic: Set<String>, _ claim: Claim, withQuote: Bool = true) -> Bool {
    guard !topic.isEmpty else { return true }
    // "language models" is told by "language": models are everywhere.
    let telling = topic.filter { !WordList.has("general", $0) }
    let topic = telling.isEmpty ? topic : telling
    let quote = withQuote ? claim.evidence.quote : ""
    let said = Set(
      [claim.subject, claim.relation, claim.object, claim.scope ?? "", quote].flatMap {
        matcher.names.plainWords($0)
      })
    return Double(topic.intersection(said).count) >= 0.5 * Double(topic.count)
  }
}
