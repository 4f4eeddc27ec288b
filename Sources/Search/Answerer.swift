import Claims

/// A vocabulary arranged to match the names and relations of questions with those of a store.
///
/// Apart from the answerer, because to arrange it takes longer than many an answer.
public struct Matchers {
  let names: NameMatcher
  let relations: RelationMatcher

  public init(vocabulary: Vocabulary) {
    names = NameMatcher(vocabulary: vocabulary)
    relations = RelationMatcher(vocabulary: vocabulary)
  }

  /// Works out what nearly every question asks for, some of it on other threads.
  public func prepare() {
    names.index.prepare()
    _ = Coming { Senses.builtIn }
    relations.verbIndex.prepare()
  }
}

/// Answers questions from claims: reads the question, matches it ever wider, says what it found.
///
/// Matching is by vocabulary and words first, because every such step can be shown; the meaning of whole
/// sentences is asked last.
public struct Answerer {
  let source: any ClaimSource
  let reader: QuestionReader
  let matcher: ClaimMatcher
  let clashes: ((ClashScope) throws -> [Clash])?
  let liken: Likening?
  let likenWords: WordLikening?

  /// `read` gives a question as claims with a hole named "?"; `clashes` those that a question needs;
  /// `liken` and `likenWords` compare meanings, which is left out where they are nil.
  public init(
    source: any ClaimSource, matchers: Matchers,
    clashes: ((ClashScope) throws -> [Clash])? = nil, liken: Likening? = nil,
    likenWords: WordLikening? = nil,
    read: @escaping (String) -> [Claim]
  ) {
    self.source = source
    // What texts say is kept for one answer, because a session has any number of them.
    matchers.names.wordings.known = [:]
    reader = QuestionReader(names: matchers.names, read: read)
    matcher = ClaimMatcher(source: source, names: matchers.names, relations: matchers.relations)
    self.clashes = clashes
    self.liken = liken
    self.likenWords = likenWords
  }

  public init(
    source: any ClaimSource, vocabulary: Vocabulary,
    clashes: ((ClashScope) throws -> [Clash])? = nil, liken: Likening? = nil,
    likenWords: WordLikening? = nil,
    read: @escaping (String) -> [Claim]
  ) {
    self.init(
      source: source, matchers: Matchers(vocabulary: vocabulary), clashes: clashes, liken: liken,
      likenWords: likenWords, read: read)
  }

  /// The answer; throws `SearchError.notUnderstood` when nothing of the question can be read.
  public func answer(_ text: String) throws -> Answer {
    if let opened = Spelling.opened(text) { return try answer(opened).read(text, as: opened) }
    let first = Result { try asRead(text) }
    if case .success(let answer) = first, answer.verdict != .unknown || answer.isSettled {
      return answer.isSettled ? answer : try withOtherWords(answer)
    }
    // A slip of the fingers is looked for only now, and said.
    let spelling = Spelling(source: source, vocabulary: matcher.names.vocabulary)
    let mended = try spelling.mended(text)
    if let mended, let again = try? asRead(mended), again.verdict != .unknown {
      return try withOtherWords(again).read(text, as: mended)
    }
    if let found = try byWords(reader.unread(text)) { return try withOtherWords(found) }
    if let mended, let found = try byWords(reader.unread(mended)) {
      return try withOtherWords(found).read(text, as: mended)
    }
    // What speaks against it is better than what only sounds alike.
    if case .success(let none) = first, !none.against.isEmpty { return none }
    if let found = try byMeaning(reader.unread(text)) { return found }
    if let mended, let found = try byMeaning(reader.unread(mended)) {
      return found.read(text, as: mended)
    }
    return try first.get()
  }

  /// The answer to what the grammar of the question asks.
  private func asRead(_ text: String) throws -> Answer {
    guard let question = try reader.question(text) ?? bareName(text) else {
      return try unread(text)
    }
    var answer =
      switch question.form {
      case .profile: try profile(question)
      case .compare: try compare(question)
      case .change: try change(question)
      case .path: try path(question)
      case .disagree: try disagreement(question)
      case .yesno: try yesNo(question)
      case .source: try whoSays(question)
      case .why: try why(question)
      case .condition: try consequences(question)
      case .list where question.about.count == 2: try fields(question)
      case .place: try places(question)
      default: try open(question)
      }
    if answer.verdict == .unknown, answer.against.isEmpty, let said = try sayings(question) {
      answer = said
    }
    if question.isWritten { answer.isSettled = true }
    let head =
      ["form: \(question.form.rawValue)"] + question.patterns.map { "pattern: \($0)" }
      + question.about.map { "about: \($0)" }
    answer.explanation = head + answer.explanation
    answer = try withDisputes(answer)
    answer.clashes = try clashesWithin(answer)
    return answer
  }

  /// Ids of the clashes between claims of an answer that something speaks against, surest first.
  private func clashesWithin(_ answer: Answer) throws -> [String] {
    guard !answer.against.isEmpty, let clashes else { return [] }
    let cited = Set((answer.claims + answer.against).map(\.id))
    let names = Set(answer.against.map(\.subject))
    let found = try clashes(.of(cited)).filter { clash in
      cited.contains(clash.a.id) && cited.contains(clash.b.id)
        && names.contains(where: clash.isAbout)
    }
    var ids: Set<String> = []
    return found.sorted { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
      .map(\.id).filter { ids.insert($0).inserted }
  }

  /// A bare name of the store asks for its profile.
  private func bareName(_ text: String) throws -> Question? {
    let key = Phrase(text).key
    let name = try matcher.ground.candidates(for: text).first { Phrase($0).key == key }
    return name.map { Question(text: text, form: .profile, about: [$0]) }
  }

  private func unread(_ text: String) throws -> Answer {
    let known = matcher.names.mentions(in: Phrase(text))
    guard let name = known.first else { throw SearchError.notUnderstood(question: text) }
    let count = try source.claims(
      subjects: Set(matcher.ground.matches(name, topic: false).keys),
      relations: nil, objects: nil
    ).count
    return Answer(
      question: text, form: "none", verdict: .unknown,
      note: "the question's words are not understood; of \(name) the store has \(claims(count)),"
        + " ask: What do we know about \(name)?")
  }

  func claims(_ count: Int) -> String { count == 1 ? "1 claim" : "\(count) claims" }

  /// Independent origins: who published, unless one repeats another.
  func support(_ claims: [Claim]) -> Int { Origins(of: claims).all.count }

  func allMatches(_ question: Question) throws -> [ClaimMatch] {
    var best: [String: ClaimMatch] = [:]
    for pattern in question.patterns {
      for match in try matcher.matches(pattern)
      where match.weight > best[match.claim.id]?.weight ?? 0 {
        best[match.claim.id] = match
      }
    }
    for match in try question.patterns.flatMap(ofOwner)
    where match.weight > best[match.claim.id]?.weight ?? 0 {
      best[match.claim.id] = match
    }
    return best.values.sorted {
      $0.weight != $1.weight ? $0.weight > $1.weight : $0.claim.precedes($1.claim)
    }
  }

  /// Claims about "the lens bill" where "Peru's lens bill" is asked for, if their sentences name Peru.
  private func ofOwner(_ pattern: QuestionPattern) throws -> [ClaimMatch] {
    guard let thing = pattern.object, let cut = thing.firstRange(of: "'s ") else { return [] }
    let owner = String(thing[..<cut.lowerBound])
    let wanted = Set(Phrase(owner).words)
    var bare = pattern
    bare.object = String(thing[cut.upperBound...])
    return try matcher.matches(bare).filter {
      wanted.isSubset(of: Phrase($0.claim.evidence.quote).words)
    }.map { match in
      var match = match
      match.weight *= 0.9
      match.widenings.append("its sentence names \(owner)")
      return match
    }
  }

  func explain(_ matches: [ClaimMatch]) -> [String] {
    matches.map { match in
      let side = match.agrees ? "for" : "against"
      let steps = match.widenings.isEmpty ? "as asked" : match.widenings.joined(separator: "; ")
      let weight = Double(Int((match.weight * 100).rounded())) / 100
      return "\(side) \(weight): \(match.claim.subject) | \(match.claim.relation) |"
        + " \(match.claim.object) (\(match.claim.evidence.insight)): \(steps)"
    }
  }

  /// Names of the store that share a telling word with one it lacks, or are a slip away from it.
  private func near(_ name: String) throws -> [String] {
    let wanted = Set(Phrase(name).core)
    guard !wanted.isEmpty else { return [] }
    var looked = NameWords()
    looked.add(wanted)
    if wanted.count == 1, let word = wanted.first, word.count > 3 {
      looked.beginnings.insert(String(word.prefix(3)))
      looked.add(Spelling.slips(of: word, in: 0..<3))
    }
    var found: [(name: String, shared: Int)] = []
    for entity in try matcher.ground.candidates(looked) {
      let words = Set(Phrase(entity).core)
      let shared = wanted.intersection(words).count
      if shared > 0 {
        found.append((entity, shared * 10 - words.count))
      } else if words.count == 1, wanted.count == 1, let a = wanted.first, let b = words.first,
        a.count > 3, Spelling.isOneSlip(Array(a), Array(b))
      {
        found.append((entity, 15))
      }
    }
    return found.sorted { $0.shared != $1.shared ? $0.shared > $1.shared : $0.name < $1.name }
      .prefix(3).map(\.name)
  }

  /// Which "no" it is: nothing known of a name, or nobody says so.
  func nothing(_ question: Question) throws -> Answer {
    var notes: [String] = []
    for name in Set(question.patterns.flatMap { [$0.subject, $0.object] }.compactMap { $0 })
      .sorted()
    {
      let known = try !matcher.ground.matches(name, topic: true).isEmpty
      guard !known else { continue }
      let near = try near(name)
      notes.append(
        "the store knows nothing of \(name)"
          + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"))
    }
    if notes.isEmpty { notes.append("nobody says so") }
    let words = question.patterns.flatMap { [$0.subject, $0.object] }.compactMap { $0 }
      .flatMap { Phrase($0).core }
    let near = words.isEmpty ? [] : try source.claims(mentioning: words, limit: 3)
    if !near.isEmpty {
      let ids = Set(near.map(\.evidence.insight)).sorted().joined(separator: ", ")
      notes.append("its words stand in \(ids)")
    }
    return Answer(
      question: question.text, form: question.form.rawValue, verdict: .unknown,
      note: notes.joined(separator: "; "))
  }
}
