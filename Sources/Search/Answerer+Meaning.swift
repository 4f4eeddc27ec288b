import Claims

/// How near texts are to a question by their meaning: a cosine each, 1 for the same words.
public typealias Likening = (_ question: String, _ texts: [String]) throws -> [Double]

/// How near each word of a question is to each word of the texts, as they are meant there: cosines by
/// text, then by the question's word, then by the text's.
public typealias WordLikening = (_ question: [String], _ texts: [[String]]) throws -> [[[Double]]]

extension PassageMatch {
  fileprivate var saysMost: Bool { 3 * missing.count <= words }
}

extension Answerer {
  /// The answer of the sentences that mean what the question asks in other words; nil where none does.
  ///
  /// The widest step, since a vector can't be shown: so every name, year and amount of the question has
  /// to be there, the claim must have what the form asks for, and the sentence is cited as always.
  func byMeaning(_ question: Question) throws -> Answer? {
    guard Self.askingForSentences.contains(question.form) else { return nil }
    let asked = matcher.names.wording(of: question.core, withAmount: false)
    // What says the question's words less plainly is asked only where nothing says them.
    guard let nearby = try nearby(question, asked) else { return nil }
    for isPlain in [true, false] {
      let near = try near(question, nearby, isPlain: isPlain)
      if !near.isEmpty, let answer = try byMeaning(question, asked, near) { return answer }
    }
    return nil
  }

  private static let askingForSentences: Set<Question.Form> = [
    .when, .number, .source, .why, .yesno, .subject, .object, .list,
  ]

  private func byMeaning(_ question: Question, _ asked: Wording, _ near: [PassageMatch]) throws
    -> Answer?
  {
    switch question.form {
    case .when: return try told(question, near, "date") { dates(of: $0) }
    case .number:
      let counted = counted(question.core)
      let asksMoney = question.core.lowercased().contains("much")
      return try told(question, near, "number") { claim in
        guard counts(claim, counted) else { return [] }
        // "How many plants?" isn't answered by what one cost.
        return numbers(of: claim, askedBy: question.core).filter {
          counted.isEmpty || asksMoney || Quantity(in: $0)?.isMoney != true
        }
      }
    case .source: return try told(question, near, "entity") { $0.attribution.map { [$0] } ?? [] }
    case .why:
      let nearest = nearestOfEachSentence(near, room: 0.1)
      return try reasons(question, for: nearest, asked, isNear: true)
    case .yesno: return try weighed(question, near, asked)
    case .subject, .object, .list:
      return try told(question, near, "entity") { part(of: $0, askedBy: question, asked) }
    default: return nil
    }
  }

  // Half way between what answers and what only speaks of the same things, on questions of our own.
  private static let leastNearness = 0.5
  private static let leastSaid = 0.36
  private static let muchAlike = 0.7
  // Enough for the one that answers, few enough to be read at once.
  private static let mostSentences = 32
  private static let mostPassages = 8

  /// The passages nearest a question, with the cosines of the whole and of each sentence, and how far
  /// each of its words is said there.
  private struct Nearby {
    var passages: [(passage: Passage, whole: Double, own: [Double])]
    var said: SaidWords
  }

  private func nearby(_ question: Question, _ asked: Wording) throws -> Nearby? {
    guard let liken, !asked.names.isEmpty || asked.senses.subtracting(asked.general).count > 1
    else { return nil }
    let search = PassageSearch(source: source, names: matcher.names, relations: matcher.relations)
    let passages = try nearest(Passage.all(of: search.naming(asked)), to: question.core, liken)
    guard !passages.isEmpty else { return nil }
    return try Nearby(
      passages: passages,
      said: SaidWords(
        of: question.core, in: passages.map(\.passage), names: matcher.names, search, likenWords))
  }

  private func near(_ question: Question, _ asked: Wording) throws -> [PassageMatch] {
    try nearby(question, asked).map { try near(question, $0, isPlain: true) } ?? []
  }

  /// The claims whose sentences are near the question, the nearest first.
  ///
  /// Nearness is the cosine of the whole, and how far each word of the question is said: much is near
  /// that speaks of the same things, and little of it answers the question.
  private func near(_ question: Question, _ nearby: Nearby, isPlain: Bool) throws -> [PassageMatch]
  {
    guard let liken else { return [] }
    let (passages, said) = (nearby.passages, nearby.said)
    var nearness: [String: (whole: Double, missing: [String])] = [:]
    let asked = isPlain ? "" : unnamed(question.core)
    for (i, (passage, whole, own)) in passages.enumerated() {
      let unnamed =
        isPlain ? [] : try liken(asked, (passage.sentences + [passage.text]).map(unnamed))
      for (j, sentence) in passage.sentences.enumerated() {
        // The sentence that says most of it may leave a name to the one before.
        let isFullest = said.isFullest(j, of: i)
        let words = said.sentence(isFullest ? nil : j, of: i)
        let like = isFullest ? max(whole, own[j]) : own[j]
        let isSaid = words.mean >= Self.leastSaid && (words.isHinted || like >= Self.muchAlike)
        guard isSaid || !isPlain else { continue }
        // Much is said of whom a question names.
        let near =
          isPlain
          ? 0.6 * like + 0.4 * words.mean
          : (like + (isFullest ? max(unnamed.last ?? 0, unnamed[j]) : unnamed[j])) / 2
        nearness[sentence] = (near, words.missing)
      }
    }
    // A name that nobody knows is a name all the same: who asks of it asks of nothing like it.
    let strangers = strangers(in: question.core)
    let claims = passages.filter { near in
      if strangers.isEmpty { return true }
      let text = near.passage.text.lowercased()
      return strangers.contains(where: text.contains)
    }.flatMap(\.passage.claims).filter {
      nearness[$0.evidence.quote]?.whole ?? 0 >= Self.leastNearness
    }
    let own = try liken(question.core, claims.map(Self.whole))
    return zip(claims, own).map { claim, own in
      let near = nearness[claim.evidence.quote]
      return PassageMatch(
        claim: claim, coverage: near?.whole ?? 0, ownCoverage: own, missing: near?.missing ?? [],
        words: said.words.count)
    }.sorted {
      $0.coverage != $1.coverage ? $0.coverage > $1.coverage : $0.claim.precedes($1.claim)
    }
  }

  /// Words written as names, in lower case, that the vocabulary has none for; the first may only begin a sentence.
  private func strangers(in text: String) -> [String] {
    text.split(separator: " ").dropFirst().filter {
      $0.first?.isUppercase == true && matcher.names.wording(of: String($0)).names.isEmpty
    }.map { String($0.lowercased().prefix { $0.isLetter || $0.isNumber }) }.filter { !$0.isEmpty }
  }

  /// A text without its names: those of the vocabulary, and words with a capital that don't begin it.
  private func unnamed(_ text: String) -> String {
    let words = text.split(separator: " ")
    let left = words.enumerated().filter { i, word in
      !(i > 0 && word.first?.isUppercase == true)
        && matcher.names.wording(of: String(word)).names.isEmpty
    }
    return left.map(\.element).joined(separator: " ")
  }

  /// The passages nearest a question, with the cosines of the whole and of each sentence.
  private func nearest(_ all: [Passage], to question: String, _ liken: Likening) throws
    -> [(passage: Passage, whole: Double, own: [Double])]
  {
    var room = Self.mostSentences
    let passages = all.prefix {
      room -= $0.sentences.count
      return room >= 0
    }
    guard !passages.isEmpty else { return [] }
    let texts = passages.flatMap { $0.sentences.count > 1 ? $0.sentences + [$0.text] : [$0.text] }
    var likeness = try liken(question, texts)[...]
    let weighed = passages.map { passage in
      let own = Array(likeness.prefix(passage.sentences.count))
      likeness = likeness.dropFirst(own.count)
      let whole = own.count > 1 ? likeness.popFirst() ?? 0 : own[0]
      return (passage: passage, whole: whole, own: own)
    }
    func best(_ i: Int) -> Double { max(weighed[i].whole, weighed[i].own.max() ?? 0) }
    let order = weighed.indices.sorted { best($0) != best($1) ? best($0) > best($1) : $0 < $1 }
    return order.prefix(Self.mostPassages).map { weighed[$0] }
  }

  /// Whether a claim tells of something else than what is asked: who trains a model doesn't thereby
  /// oppose it. A contrary is; of two relations that the vocabulary knows apart only a sentence that is
  /// nearer than most says the other.
  func tellsOfOther(_ match: PassageMatch, _ asked: String) -> Bool {
    let relations = matcher.relations
    let given = match.claim.relation
    if relations.isContrary(asked, given) == true { return true }
    return match.coverage < Self.nearerThanMost && areApart(asked, given)
  }

  /// Whether the vocabulary knows two relations, and not that the one is the other.
  func areApart(_ asked: String, _ given: String) -> Bool {
    let relations = matcher.relations
    let known = relations.vocabulary.relations
    return known[relations.canonical(asked)] != nil && known[relations.canonical(given)] != nil
      && relations.match(asked, given)?.sense != .same && relations.isContrary(asked, given) != true
  }

  private static let nearerThanMost = 0.6

  private static func whole(_ claim: Claim) -> String {
    [claim.subject, claim.surface.relation, claim.object, claim.scope ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Of the sentences those that are about as near as the nearest, and of the claims of one sentence
  /// those that are nearest the question themselves, with their like: in "A and B sign", A signs and B.
  private func nearestOfEachSentence(_ matches: [PassageMatch], room: Double)
    -> [PassageMatch]
  {
    let least = (matches.map(\.coverage).max() ?? 0) - room
    var best: [String: PassageMatch] = [:]
    for match in matches where match.coverage >= least {
      let known = best[match.claim.evidence.quote]
      if match.ownCoverage > known?.ownCoverage ?? -1 { best[match.claim.evidence.quote] = match }
    }
    return matches.filter { match in
      guard let nearest = best[match.claim.evidence.quote] else { return false }
      let (a, b) = (match.claim, nearest.claim)
      let isLike =
        a.relation == b.relation && a.polarity == b.polarity
        && (a.subject == b.subject || a.object == b.object)
      return isLike || match.ownCoverage >= nearest.ownCoverage - 0.02
    }
  }

  /// An answer of the values that near claims have in the place asked for; of a sentence's claims those
  /// speak that are nearest themselves.
  private func told(
    _ question: Question, _ near: [PassageMatch], _ kind: String, values: (Claim) -> [String]
  ) throws -> Answer? {
    let relations = askedRelations(question)
    let denies = asksDenied(question)
    let names = matcher.names.wording(of: question.core, withAmount: false).names
    let strangers = strangers(in: question.core)
    let having = near.filter { match in
      denies == (match.claim.polarity == .negative)
        // "Who owns Viora?" isn't answered by who, beside Viora, lost on price.
        && (kind != "entity" || match.coverage >= Self.nearerThanMost
          || names.isSubset(of: matcher.names.wording(of: Self.whole(match.claim)).names)
            && strangers.allSatisfy(Self.whole(match.claim).lowercased().contains))
        && !relations.contains { tellsOfOther(match, $0) } && !values(match.claim).isEmpty
    }
    let wanted = self.kind(askedBy: question.core)
    var items: [Answer.Item] = []
    var cited: [Claim] = []
    // Rival amounts and dates are told in other words more often than not.
    let room = kind == "entity" ? 0.1 : 0.15
    for match in nearestOfEachSentence(withTotals(having, question), room: room) {
      for value in values(match.claim)
      where !isUnnamed(value) && (kind != "entity" || category(wanted, fits: value)) {
        let key = Phrase(matcher.names.canonical(value)).key
        if let at = items.firstIndex(where: { Phrase(matcher.names.canonical($0.name)).key == key })
        {
          items[at].claims.append(match.claim.id)
        } else {
          items.append(
            Answer.Item(
              name: value, kind: kind, support: 1, claims: [match.claim.id],
              widening: "said in other words"))
        }
      }
      cited.append(match.claim)
    }
    guard !items.isEmpty else { return nil }
    for i in items.indices {
      items[i].support = support(cited.filter { items[i].claims.contains($0.id) })
    }
    var answer = Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered, answers: items,
      claims: cited, note: Self.inOtherWords,
      explanation: ["form: \(question.form.rawValue)"] + near.map(likenessStep))
    if kind == "number", let total = total(of: cited, question) {
      answer.answers.insert(total, at: 0)
    } else if kind != "entity", items.count > 1 {
      answer.against = cited.filter { !items[0].claims.contains($0.id) }
    }
    return try withDisputes(answer)
  }

  /// Where a total is asked for, the claims that give one, if there are any.
  private func withTotals(_ matches: [PassageMatch], _ question: Question) -> [PassageMatch] {
    guard asksTotal(question) else { return matches }
    let totals = matches.filter {
      matcher.names.wording(of: Self.whole($0.claim)).senses.contains("alike-total")
    }
    return totals.isEmpty ? matches : totals
  }

  /// A verdict needs all that is asked to be said by one sentence at least: who makes chips doesn't
  /// thereby make memory chips. Others that are near it may say less, where they plainly deny it.
  private func weighed(_ question: Question, _ near: [PassageMatch], _ asked: Wording) throws
    -> Answer?
  {
    let full = near.filter(\.missing.isEmpty)
    guard !full.isEmpty else { return try contested(question, near) }
    let relations = askedRelations(question) + full.map(\.claim.relation)
    let asksDone = QuestionReader.asksDone(question.core)
    var pro: [Claim] = []
    var con: [Claim] = []
    for match in nearestOfEachSentence(near, room: Self.roomForDispute) {
      guard !namesAnother(match.claim, than: question.core),
        let side = side(of: match, question, relations, asked),
        match.missing.isEmpty || side.isPlain && match.saysMost,
        // What is only planned hasn't been done.
        !(asksDone && side.agrees && match.claim.modality == .planned)
      else { continue }
      if side.agrees { pro.append(match.claim) } else { con.append(match.claim) }
    }
    guard !pro.isEmpty || !con.isEmpty else { return try contested(question, near) }
    var answer = Answer(
      question: question.text, form: question.form.rawValue,
      verdict: con.isEmpty ? .supported : pro.isEmpty ? .denied : .contested, claims: pro,
      against: con, note: Self.inOtherWords,
      explanation: ["form: \(question.form.rawValue)"] + near.map(likenessStep))
    if answer.verdict == .contested, let (later, note) = try replaced(pro, con, question) {
      answer.verdict = later
      answer.note = note + "; " + Self.inOtherWords
    }
    return try withDisputes(answer)
  }

  /// Two near sentences that contradict each other leave what is asked contested, whichever of them
  /// says it: "dearer" where one raises the bills and the other lowers them.
  private func contested(_ question: Question, _ near: [PassageMatch]) throws -> Answer? {
    let asked = askedRelations(question)
    let spoken = near.filter { match in
      match.coverage >= Self.nearerThanMost && match.saysMost
        && !asked.contains { areApart($0, match.claim.relation) }
    }.map(\.claim)
    let ids = Set(spoken.map(\.id))
    let found = try disputes(of: spoken).filter { ids.contains($0.other.id) }
    guard let first = found.first else { return nil }
    let turned = first.mine.polarity == .negative && first.other.polarity != .negative
    let (pro, con) = turned ? (first.other, first.mine) : (first.mine, first.other)
    return Answer(
      question: question.text, form: question.form.rawValue, verdict: .contested, claims: [pro],
      against: [con], note: Self.inOtherWords,
      explanation: ["form: \(question.form.rawValue)"] + near.map(likenessStep))
  }

  // Who denies a thing says it in other words than who asserts it.
  private static let roomForDispute = 0.2

  /// Whether a claim says what a question asks, and whether its polarity or its relation tell so.
  private func side(
    of match: PassageMatch, _ question: Question, _ relations: [String], _ asked: Wording
  ) -> (agrees: Bool, isPlain: Bool)? {
    let claim = match.claim
    let rules = matcher.relations
    let own = askedRelations(question)
    let goesAgainst = own.contains {
      rules.isContrary($0, claim.relation) == true && !matcher.isForbiddenByChange(claim, $0)
    }
    // "Taiwan forbids it" says the contrary of "may it be made there?", near as the two are.
    let asksLeave =
      rules.control(of: claim.relation) != nil
      && !own.contains { rules.control(of: $0) != nil }
      || takesLeave(claim) && !own.contains { rules.match($0, claim.relation)?.sense == .same }
    let isSame =
      !goesAgainst && !asksLeave
      && relations.contains {
        rules.match($0, claim.relation)?.sense == .same || matcher.isForbiddenByChange(claim, $0)
      }
    let denies = QuestionReader.denies(Phrase.split(question.core))
    // Who halts a thing says that it stops, whatever else halting forbids.
    // "The start-up" may be whom the sentence before names, another name is another's deed.
    guard
      matcher.names.wording(of: claim.subject).names.isEmpty || isOfActor(claim, question),
      var agrees = isSame
        ? (claim.polarity == .positive) != denies : stance(of: claim, to: question, asked)
    else { return nil }
    let contrary =
      goesAgainst
      || !isSame && relations.contains { rules.isContrary($0, claim.relation) == true }
    if contrary {
      // A contrary verb may be of something else: what slows one thing doesn't cheapen another.
      guard match.coverage >= Self.nearerThanMost else { return nil }
      agrees.toggle()
    }
    // Not to sell a thing is no denial of having it.
    let known = matcher.relations.vocabulary.relations
    let isOwnVerb =
      known[matcher.relations.canonical(claim.relation)] == nil
      || !relations.contains { known[matcher.relations.canonical($0)] != nil }
    return (agrees, contrary || isSame || claim.polarity == .negative && isOwnVerb)
  }

  /// A verdict of one side with what near sentences plainly say for the other.
  private func withOtherSide(_ answer: Answer, _ question: Question) throws -> Answer {
    let asked = matcher.names.wording(of: question.core, withAmount: false)
    let own = answer.claims + answer.against
    let relations = askedRelations(question) + own.map(\.relation)
    let known = Set(own.map(\.evidence.insight))
    let near = try near(question, asked).filter { !known.contains($0.claim.evidence.insight) }
    let found = nearestOfEachSentence(near, room: Self.roomForDispute).filter { match in
      // Who leads in what is weighed by its words, since one field is near another.
      if answer.verdict == .denied, match.claim.isHedged, QuestionReader.asksDone(question.core) {
        return false
      }
      guard match.saysMost, matcher.relations.order(of: match.claim.relation) == nil,
        let side = side(of: match, question, relations, asked)
      else {
        return false
      }
      return (side.isPlain || match.missing.isEmpty) && side.agrees == (answer.verdict == .denied)
        && !own.contains { isSameDeed(match.claim, doneToOther: $0) }
    }
    guard !found.isEmpty else { return answer }
    var out = answer
    if answer.verdict == .denied {
      out.claims += found.map(\.claim)
    } else {
      out.against += found.map(\.claim)
    }
    out.verdict = .contested
    out.note = answer.note?.replacing(answer.sides, with: out.sides)
    if let (later, note) = try replaced(out.claims, out.against, question) {
      out.verdict = later
      out.note = ([out.note].compactMap { $0 } + [note]).joined(separator: "; ")
    }
    out.explanation += found.map(likenessStep)
    return out
  }

  /// Whether two claims tell of one deed done to different things: a duty on servers is none on software.
  private func isSameDeed(_ claim: Claim, doneToOther other: Claim) -> Bool {
    let relations = matcher.relations
    guard relations.canonical(claim.relation) == relations.canonical(other.relation),
      !claim.object.isEmpty, !other.object.isEmpty
    else { return false }
    let (a, b) = (telling(claim), telling(other))
    return !a.subtracting(b).isEmpty && !b.subtracting(a).isEmpty
  }

  /// The telling words of what a claim's deed is done to, and where.
  private func telling(_ claim: Claim) -> Set<String> {
    let said = matcher.names.wording(
      of: [claim.surface.object, claim.object, claim.scope ?? ""].joined(separator: " "))
    return said.senses.subtracting(said.general).union(said.names)
  }

  /// The answer with its rivals in other words: amounts and dates of the same matter.
  func withOtherWords(_ answer: Answer) throws -> Answer {
    let question = reader.unread(answer.question)
    if answer.form == Question.Form.yesno.rawValue, question.form == .yesno,
      [.supported, .denied].contains(answer.verdict),
      answer.claims.isEmpty || answer.against.isEmpty,
      // What was so at one time says nothing of another.
      QuestionReader.days(in: question.core) == nil,
      (answer.claims + answer.against).count < Self.manyClaims
    {
      return try withOtherSide(answer, question)
    }
    guard question.form == .number || question.form == .when,
      answer.form == question.form.rawValue, answer.claims.count < Self.manyClaims,
      let near = try byMeaning(question)
    else { return answer }
    return withRivals(near, in: answer)
  }

  // Rivals are looked for where few speak; where many do, their clashes are known.
  private static let manyClaims = 3

  private func withRivals(_ near: Answer, in answer: Answer) -> Answer {
    var out = answer
    let unit = answer.answers.first.flatMap { Quantity(in: $0.name)?.unit }
    for var item in near.answers where !out.answers.contains(where: { $0.name == item.name }) {
      let cited = near.claims.filter { item.claims.contains($0.id) }
      guard !cited.contains(where: { claim in out.claims.contains { $0.id == claim.id } }) else {
        continue
      }
      if answer.form == Question.Form.number.rawValue, Quantity(in: item.name)?.unit != unit {
        continue
      }
      item.widening = "near what is asked, in other words"
      out.answers.append(item)
      out.claims += cited
      out.against += cited
    }
    return out
  }

  private static let inOtherWords = "found by the meaning of the sentences, not their words"

  private func likenessStep(_ match: PassageMatch) -> String {
    let percent = Int((match.coverage * 100).rounded())
    return
      "meaning \(percent) %: \(match.claim.statement) (\(match.claim.evidence.insight))"
  }

  /// The part of a claim that the question asks for: the one its grammar leaves open, where the
  /// question doesn't name it; else who says it, where the question names both.
  private func part(of claim: Claim, askedBy question: Question, _ asked: Wording) -> [String] {
    if Self.asksWhoThinks(question.core), let speaker = claim.attribution { return [speaker] }
    func isNew(_ part: String) -> Bool {
      let said = matcher.names.wording(of: part)
      // "stocks in Rome" are asked for where Rome is named.
      let head = matcher.names.wording(of: Phrase(part).headPhrase.joined(separator: " "))
      guard head.names.isDisjoint(with: asked.names) else { return false }
      let telling = said.senses.subtracting(said.general)
      return !head.names.isEmpty || 2 * telling.intersection(asked.senses).count < telling.count
    }
    let parts = [claim.subject, claim.object]
    let first = question.core.split(separator: " ").first?.lowercased() ?? ""
    var places = parts
    switch question.patterns.first?.hole {
    case .subject where first.hasPrefix("who"): places = [claim.subject]
    case .object: places = parts.reversed()
    // "is founded in Oslo" says where.
    case nil where first.hasPrefix("who") && isOfPlace(claim.relation): places = [claim.subject]
    default: break
    }
    if let new = places.first(where: isNew) { return [new] }
    // "buys valves from Corvo" has who supplies them at its end.
    for link in kind(askedBy: question.core) == nil ? [] : [" from ", " to ", " by "] {
      guard let tail = QuestionReader.split(claim.object, at: link)?[1], isNew(tail),
        !matcher.names.wording(of: tail).names.isEmpty
          || tail.first?.isUppercase == true
      else { continue }
      return [tail]
    }
    // "holds shares" has in what behind it.
    if kind(askedBy: question.core) != nil, let scope = claim.scope, isNew(scope),
      !matcher.names.wording(of: scope).names.isEmpty
    {
      return [scope]
    }
    guard first.hasPrefix("who"), !parts.contains(where: isNew) else { return [] }
    return claim.attribution.map { [$0] } ?? []
  }
}
