import Claims

extension Answerer {
  /// The answer that the words of the passages give where the question's grammar led nowhere; nil
  /// where no passage says enough of them.
  ///
  /// The last step of the widening, and the strictest: what is left out of the question must be little,
  /// because a passage that says half of it may say something else.
  ///
  /// `loosely` lets through what says less than the best passage, for what is only near.
  func byWords(_ question: Question, loosely: Bool = false) throws -> Answer? {
    var question = question
    // "Is A allowed to sell X?" is answered by who bans or allows its sale.
    for words in WordList.longestFirst("permission")
    where question.form == .yesno {
      question.core = question.core.replacing(" \(words) ", with: " ")
    }
    var asked = matcher.names.wording(of: question.core, withAmount: false)
    // "The first five months" is a time, no amount.
    if asked.quantity?.unit == "year" { asked.quantity = nil }
    let search = PassageSearch(
      source: source, names: matcher.names, relations: matcher.relations,
      weighsBoth: question.form == .yesno)
    let least = Self.leastCoverage[question.form] ?? 0.8
    let all = try search.matches(asked, atLeast: least)
    // What has a reason may be told in words far from the question's: it is the reason that is asked for.
    let found = question.form == .why ? all : try hinted(all, question.core, search)
    guard !found.isEmpty else { return nil }
    switch question.form {
    case .when: return try named(question, found, "date") { dates(of: $0.claim) }
    case .number where Self.asksMeasure(question.core):
      return try named(question, found, "number", loosely: loosely) {
        measures(of: $0.claim, askedBy: question.core)
      }
    case .number:
      let counted = counted(question.core)
      return try named(question, found, "number", loosely: loosely) { match in
        counts(match.claim, counted) ? numbers(of: match.claim, askedBy: question.core) : []
      }
    case .source:
      // Who denies a thing isn't who asserts it.
      let telling = found.filter {
        !asksDenied(question) || $0.claim.polarity == .negative
      }
      return try named(question, telling, "entity") { $0.claim.attribution.map { [$0] } ?? [] }
    case .why:
      if let answer = try named(question, found, "text", values: { statedReasons(in: $0.claim) }) {
        return answer
      }
      return try reasons(question, for: found, asked)
    case .place:
      return try named(question, found, "entity") { match in
        let claim = match.claim
        let isIn = [" in", " at", " from", " to"].contains(where: claim.relation.hasSuffix)
        return [isIn && !claim.object.isEmpty ? claim.object : claim.scope].compactMap { $0 }
      }
    case .yesno:
      // A name alone is no question.
      guard asked.names.count + asked.senses.count >= 2 else { return nil }
      // Who sells more of a thing doesn't thereby depend on its parts.
      let relations = askedRelations(question)
      let telling = found.filter { match in
        !namesAnother(match.claim, than: question.core)
          && (match.ownCoverage >= 0.8
            || !relations.contains { areApart($0, match.claim.relation) })
      }
      guard var answer = weighed(question, telling, asked) else { return nil }
      if answer.verdict == .contested,
        let (later, note) = try replaced(answer.claims, answer.against, question)
      {
        answer.verdict = later
        answer.note = note + "; found by the words of the passages"
      }
      return try withDisputes(answer)
    case .keywords:
      guard asked.names.count + asked.senses.subtracting(asked.general).count >= 2 else {
        return nil
      }
      return try named(question, found.filter { $0.ownCoverage >= 0.5 }, "text") {
        [ahead(in: $0.claim, of: asked) ?? $0.claim.statement]
      }
    case .subject, .object, .list:
      // One name and a verb are too little: much is said of China.
      let told = asked.names.count + asked.senses.subtracting(asked.general).count
      guard told >= (asked.names.isEmpty ? 2 : 3) else { return nil }
      let denies = QuestionReader.denies(Phrase.split(question.core))
      let telling = found.filter {
        $0.ownCoverage >= 0.6 && denies == ($0.claim.polarity == .negative)
      }
      // "Who fears higher fees?" asks for whoever says so, not for what would raise them.
      if question.form == .subject, Self.asksWhoThinks(question.core),
        let voices = try named(
          question, telling, "entity", values: { $0.claim.attribution.map { [$0] } ?? [] })
      {
        return voices
      }
      return try named(question, telling, "entity") {
        hole(in: $0.claim, of: question, besides: asked, search)
      }
    default: return nil
    }
  }

  /// Whether who denies something is asked for, or what doesn't do it.
  func asksDenied(_ question: Question) -> Bool {
    question.asksDenial != QuestionReader.denies(Phrase.split(question.core))
  }

  /// Whether a claim is of a sister of whom a question names: of "Norvik Marine", where it asks of "Norvik Air".
  func namesAnother(_ claim: Claim, than question: String) -> Bool {
    let parts = [claim.subject, claim.object, claim.scope ?? ""]
    return Self.names(in: question).contains { name in
      let full = name.joined(separator: " ")
      return matcher.names.wording(of: full).names.isEmpty
        && !parts.contains { $0.contains(full) }
        && parts.contains { part in
          Self.names(in: part).contains { $0[0] == name[0] && $0[1] != name[1] }
        }
    }
  }

  /// Two words and more with capitals in a row; the first word of a text may only begin it.
  private static func names(in text: String) -> [[String]] {
    text.split(separator: " ").split { $0.first?.isUppercase != true }
      .map { $0.map { String($0.filter { $0.isLetter || $0.isNumber }) } }
      .flatMap { words in words.indices.map { Array(words[$0...]) } }
      .filter { $0.count > 1 }
  }

  static func asksWhoThinks(_ question: String) -> Bool {
    let words = question.lowercased().split(separator: " ").prefix(3).map(String.init)
    return words.first == "who"
      && words.dropFirst().contains { word in
        ["saying", "saying that", "thinking of"].contains { WordList.has($0, word) }
      }
  }

  /// "norvik orvik sales 2025" asks which of the two is ahead.
  private func ahead(in claim: Claim, of asked: Wording) -> String? {
    let sides = [claim.subject, claim.object]
    guard claim.polarity == .positive,
      sides.allSatisfy({
        let own = matcher.names.wording(of: $0)
        return own.names.union(own.senses).count > 0 && own.names.isSubset(of: asked.names)
          && own.senses.isSubset(of: asked.senses)
      })
    else { return nil }
    return switch matcher.relations.order(of: claim.relation) {
    case .ahead: claim.subject
    case .behind: claim.object
    case .level, nil: nil
    }
  }

  /// The matches without those that lack a word of the question to which nothing in them comes near,
  /// as long as others are left: who took command hasn't given it up.
  private func hinted(_ found: [PassageMatch], _ question: String, _ search: PassageSearch) throws
    -> [PassageMatch]
  {
    guard let likenWords, found.contains(where: { !$0.missing.isEmpty }) else { return found }
    let passages = Array(
      Passage.all(of: found.filter { !$0.missing.isEmpty }.map(\.claim)).prefix(Self.mostHinted))
    let said = try SaidWords(
      of: question, in: passages, names: matcher.names, search, likenWords)
    var far: Set<String> = []
    for (i, passage) in passages.enumerated() {
      for (j, sentence) in passage.sentences.enumerated() where said.lacksOne(j, of: i) {
        far.insert(sentence)
      }
    }
    let near = found.filter { $0.missing.isEmpty || !far.contains($0.claim.evidence.quote) }
    return near.isEmpty ? found : near
  }

  private static let mostHinted = 8

  private static let leastCoverage: [Question.Form: Double] = [
    .when: 0.66, .number: 0.7, .source: 0.66, .why: 0.66, .place: 0.8, .yesno: 0.85, .keywords: 1,
    .subject: 0.85, .object: 0.85, .list: 0.85,
  ]

  /// An answer of values, best passages first; of the claims of one sentence the fullest speak.
  private func named(
    _ question: Question, _ found: [PassageMatch], _ kind: String, loosely: Bool = false,
    values: (PassageMatch) -> [String]
  ) throws -> Answer? {
    var items: [Answer.Item] = []
    var cited: [Claim] = []
    var steps: [String] = []
    let best = found.first.map { $0.coverage + 0.5 * $0.ownCoverage } ?? 0
    let relations = askedRelations(question)
    // Rival dates and amounts must be as near; reasons add up.
    let room = loosely ? 0.5 : kind == "text" ? 0.35 : 0.25
    for match in found where match.coverage + 0.5 * match.ownCoverage >= best - room {
      // What says the contrary, or tells of another deed, is no answer.
      if relations.contains(where: {
        matcher.relations.isContrary($0, match.claim.relation) == true
          && !matcher.isForbiddenByChange(match.claim, $0) || isOtherDeed(match, $0)
      }) {
        continue
      }
      let given = values(match)
      guard !given.isEmpty else { continue }
      for value in given {
        let key = Phrase(matcher.names.canonical(value)).key
        if let at = items.firstIndex(where: { Phrase(matcher.names.canonical($0.name)).key == key })
        {
          if !items[at].claims.contains(match.claim.id) { items[at].claims.append(match.claim.id) }
        } else {
          items.append(
            Answer.Item(
              name: value, kind: kind, support: 1, claims: [match.claim.id],
              widening: "found by its words"))
        }
      }
      if !cited.contains(where: { $0.id == match.claim.id }) { cited.append(match.claim) }
      steps.append(step(match))
    }
    guard !items.isEmpty else { return nil }
    for i in items.indices {
      items[i].support = support(cited.filter { items[i].claims.contains($0.id) })
    }
    var answer = Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered, answers: items,
      claims: cited, note: "found by the words of the passages",
      explanation: ["form: \(question.form.rawValue)", "by words: \(question.core)"] + steps)
    if kind == "number" || kind == "date", items.count > 1 {
      answer.against = cited.filter { claim in !items[0].claims.contains(claim.id) }
    }
    return try withDisputes(answer)
  }

  /// Whether the question's verb is missing in the passage and the claim has a known verb of its own:
  /// why one thing is suspended doesn't say why another is bought.
  private func isOtherDeed(_ match: PassageMatch, _ asked: String) -> Bool {
    let relations = matcher.relations
    guard let verb = relations.vocabulary.relations[relations.canonical(asked)],
      relations.vocabulary.relations[relations.canonical(match.claim.relation)] != nil,
      relations.match(asked, match.claim.relation) == nil,
      !matcher.names.wording(of: match.claim.relation).isEmpty
    else { return false }
    return match.missing.contains { relations.verbs(of: $0).contains(verb.name) }
  }

  /// Whether who is asked about has a part in the claim, not only in its sentence.
  func isOfActor(_ claim: Claim, _ question: Question) -> Bool {
    guard let subject = question.patterns.first?.subject else { return true }
    var said = Wording()
    for part in [claim.subject, claim.object, claim.scope, claim.attribution].compactMap({ $0 }) {
      said.formUnion(matcher.names.wording(of: part))
    }
    return matcher.names.wording(of: subject).names.allSatisfy { name in
      said.names.contains { $0 == name || matcher.names.isNarrower($0, than: name) }
    }
  }

  /// The relation of the question's reading, else those that its words state.
  func askedRelations(_ question: Question) -> [String] {
    let stated = matcher.names.wording(of: question.core).senses.filter { $0.hasPrefix("=") }
      .flatMap { matcher.relations.verbs(of: $0) }.sorted()
    guard let relation = question.patterns.first?.relation else { return stated }
    let isKnown =
      matcher.relations.vocabulary.relations[matcher.relations.canonical(relation)] != nil
    return isKnown || stated.isEmpty ? [relation] : stated
  }

  private func weighed(_ question: Question, _ found: [PassageMatch], _ asked: Wording) -> Answer? {
    var pro: [Claim] = []
    var con: [Claim] = []
    var steps: [String] = []
    guard let best = found.first?.coverage else { return nil }
    for match in fullest(ofSubject(found, question), asked)
    where match.coverage >= best - 0.1 && match.ownCoverage >= 0.5 {
      guard isOfActor(match.claim, question),
        var agrees = stance(of: match.claim, to: question, asked)
      else { continue }
      if let contrary = askedRelations(question).lazy.compactMap({
        matcher.relations.isContrary($0, match.claim.relation)
      }).first {
        guard contrary else { continue }
        agrees.toggle()
      }
      // "Does A trail B?" is denied by "B trails A".
      if let turned = isTurned(match.claim, asked) {
        if turned, matcher.relations.order(of: match.claim.relation) == nil { continue }
        if turned { agrees.toggle() }
      }
      if agrees { pro.append(match.claim) } else { con.append(match.claim) }
      steps.append(step(match))
    }
    guard !pro.isEmpty || !con.isEmpty else { return nil }
    return Answer(
      question: question.text, form: question.form.rawValue,
      verdict: con.isEmpty ? .supported : pro.isEmpty ? .denied : .contested, claims: pro,
      against: con, note: "found by the words of the passages",
      explanation: ["form: \(question.form.rawValue)", "by words: \(question.core)"] + steps)
  }

  /// Whether a claim has the question's two names the other way round; nil where it can't be told.
  private func isTurned(_ claim: Claim, _ asked: Wording) -> Bool? {
    guard asked.inOrder.count == 2 else { return nil }
    let subject = matcher.names.wording(of: claim.subject).names
    let object = matcher.names.wording(of: claim.object).names
    if subject == [asked.inOrder[0]], object == [asked.inOrder[1]] { return false }
    if subject == [asked.inOrder[1]], object == [asked.inOrder[0]] {
      // "lags behind" asked as "trails" is one way, as "is ahead of" the other.
      let side = matcher.relations.order(of: claim.relation)
      let all = asked.senses.flatMap { matcher.relations.verbs(of: $0) }
        .compactMap { matcher.relations.order(of: $0) }
      // Who is level with whom is the same both ways; words of two orders ask for neither.
      if all.contains(.level) { return false }
      let asks = Set(all).count == 1 ? all.first : nil
      return side == nil || asks == nil || side == asks
    }
    return nil
  }

  /// Of each sentence the claims with the whole subject asked about, where there are some: "recyclers
  /// with foreign owners" are not the "small recyclers" beside them.
  private func ofSubject(_ found: [PassageMatch], _ question: Question) -> [PassageMatch] {
    guard let subject = question.patterns.first?.subject else { return found }
    let wanted = matcher.names.wording(of: subject).senses
    guard wanted.count > 1 else { return found }
    func hasIt(_ claim: Claim) -> Bool {
      [claim.subject, claim.object].contains {
        wanted.isSubset(of: matcher.names.wording(of: $0).senses)
      }
    }
    let having = Set(found.filter { hasIt($0.claim) }.map(\.claim.evidence.quote))
    return found.filter { !having.contains($0.claim.evidence.quote) || hasIt($0.claim) }
  }

  /// Of each sentence the claims that say most of the question themselves, and least besides: in "small
  /// recyclers are exempt, foreign ones aren't" each claim answers its own question.
  private func fullest(_ found: [PassageMatch], _ asked: Wording) -> [PassageMatch] {
    let search = PassageSearch(
      source: source, names: matcher.names, relations: matcher.relations)
    let fits = found.map { match -> Double in
      let own = search.wording(of: match.claim)
      let all = own.senses.subtracting(own.general)
      let shared = all.intersection(asked.senses)
      let focus = all.isEmpty ? 0 : Double(shared.count) / Double(all.count)
      let sum = focus + match.ownCoverage
      return sum == 0 ? 0 : 2 * focus * match.ownCoverage / sum
    }
    var best: [String: Double] = [:]
    for (match, fit) in zip(found, fits) {
      best[match.claim.evidence.quote] = max(best[match.claim.evidence.quote] ?? 0, fit)
    }
    return zip(found, fits).filter { $0.1 >= (best[$0.0.claim.evidence.quote] ?? 0) - 0.01 }
      .map(\.0)
  }

  /// Whether a claim says what a question asks or the contrary; nil where it can't be told.
  func stance(of claim: Claim, to question: Question, _ asked: Wording) -> Bool? {
    let words = Phrase.split(question.core)
    let isNegative = QuestionReader.denies(words)
    var agrees = (claim.polarity == .positive) != isNegative
    // "Can X be sold?" is answered by who bans or allows its sale.
    if var rule = matcher.relations.control(of: claim.relation) {
      // "suspends exports" forbids them, "suspends the ban" doesn't.
      let isRule = Phrase(claim.object).words.contains { WordList.has("rule", $0) }
      if rule == .allow, !isRule, matcher.relations.isChange(claim.relation) { rule = .ban }
      // "Are they allowed to sell it?" asks of the sale, "does X allow it?" of the rule.
      let asksLeave = WordList.longestFirst("permission").contains {
        question.core.contains(" \($0) ")
      }
      let stated = asksLeave ? [] : asked.senses.flatMap { matcher.relations.verbs(of: $0) }
      let asksRule = (askedRelations(question) + stated).contains {
        matcher.relations.control(of: $0) != nil
      }
      if !asksRule {
        if !(words.first.map { ["can", "may", "could", "is", "are", "does", "do"].contains($0) }
          ?? false)
        {
          return nil
        }
        if rule == .ban { agrees.toggle() }
      }
    } else if takesLeave(claim),
      words.first.map({ ["can", "may", "could", "is", "are"].contains($0) }) ?? false
    {
      // "May A do it?" is denied by who withdraws A's permit to.
      agrees.toggle()
    }
    return agrees
  }

  /// Whether a claim ends what lets somebody do a thing: a permit, a licence.
  func takesLeave(_ claim: Claim) -> Bool {
    WordList.has("taking away", claim.relation)
      && Phrase(claim.object).headPhrase.contains { WordList.has("leave", $0) }
  }

  func step(_ match: PassageMatch) -> String {
    let said = Int((match.coverage * 100).rounded())
    let missing = match.missing.isEmpty ? "" : ", without \(match.missing.joined(separator: ", "))"
    return
      "words \(said) %: \(match.claim.statement) (\(match.claim.evidence.insight))\(missing)"
  }

  // MARK: what a claim has in a place

  func dates(of claim: Claim) -> [String] {
    func isDate(_ text: String) -> Bool {
      let words = Phrase.split(text)
      return words.contains {
        $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) && Int($0) != nil
      }
        || words.contains { TimeWord.months.contains($0) }
    }
    if isDate(claim.object) { return [claim.object] }
    return [claim.time, claim.scope].compactMap { $0 }.filter(isDate).prefix(1).map { $0 }
  }

  /// Whether a claim counts what is asked: "wind power" is more than power, and its sentence has to
  /// say so.
  func counts(_ claim: Claim, _ counted: Set<String>) -> Bool {
    guard !counted.isEmpty else { return true }
    // Gigawatts are of power, whether or not it is said.
    if counted.count == 1, let sense = counted.first, let units = Self.unitsBySense[sense],
      Quantity(in: claim.object)?.unit.map(units.contains) == true
    {
      return true
    }
    let search = PassageSearch(
      source: source, names: matcher.names, relations: matcher.relations)
    var said = search.wording(of: claim)
    // "…, two employees say" counts no employees.
    var unspoken = claim
    unspoken.attribution = nil
    let value = search.wording(of: unspoken)
    said.formUnion(matcher.names.wording(of: claim.evidence.quote))
    return counted.isSubset(of: said.senses) && !counted.isDisjoint(with: value.senses)
  }

  private static let unitsBySense: [String: Set<String>] = {
    var units: [String: Set<String>] = [:]
    for pair in WordList.all["dimension"] ?? [] {
      let sides = pair.split(separator: "=").map(String.init)
      units[Stem.sense(of: Stem.of(sides[0])), default: []].insert(sides[1])
    }
    return units
  }()

  /// What is counted: "gigawatts" of "how many gigawatts".
  func counted(_ question: String) -> Set<String> {
    let words = question.split(separator: " ").map(String.init)
    guard words.count > 2, words[0].lowercased() == "how",
      ["many", "much"].contains(words[1].lowercased())
    else { return [] }
    let named = words[2...].prefix {
      !QuestionReader.auxiliaries.contains($0.lowercased())
        && !WordList.has("preposition", $0.lowercased())
    }
    // What is counted in money is told by its unit.
    return matcher.names.wording(
      of: named.filter { $0.lowercased() != "money" }.joined(separator: " ")
    ).senses
  }

  /// "By how much", "how far": a measure that needs no number, as "by more than a year".
  private static func asksMeasure(_ question: String) -> Bool {
    let lower = question.lowercased()
    return WordList.longestFirst("measure").contains { lower.hasPrefix($0 + " ") }
  }

  private func measures(of claim: Claim, askedBy question: String) -> [String] {
    for part in [claim.scope, claim.object].compactMap({ $0 }) where !part.isEmpty {
      if part.hasPrefix("by ") { return [part] }
      if let by = part.firstRange(of: " by ") {
        return [String(part[by.lowerBound...].dropFirst())]
      }
    }
    return numbers(of: claim, askedBy: question)
  }

  /// The amount that a claim gives, unless the question has it: "the 5-nanometre line" asks for none.
  func numbers(of claim: Claim, askedBy question: String) -> [String] {
    let known = Quantity(in: question)
    let whole = whole(askedBy: question)
    return [claim.object, claim.scope ?? "", claim.subject].filter {
      guard let amount = Quantity(in: $0), isPart($0, of: whole) else { return false }
      return amount.unit != known?.unit || amount.value != known?.value
    }.prefix(1).map { $0 }
  }

  /// The part of a claim that the question doesn't name: what it asks for.
  private func hole(
    in claim: Claim, of question: Question, besides asked: Wording, _ search: PassageSearch
  ) -> [String] {
    guard search.relationIsAsked(claim, asked) else { return [] }
    let category = category(question.core)
    func isNew(_ part: String) -> Bool {
      let said = matcher.names.wording(of: part)
      return !said.isEmpty && said.names.isDisjoint(with: asked.names)
        && said.senses.subtracting(said.general).subtracting(category).isDisjoint(
          with: asked.senses)
    }
    let parts = [claim.subject, claim.object].filter { !$0.isEmpty }
    // "Mistral's founders" are new where Mistral is asked about, "the company" isn't.
    if question.form == .subject, isUnnamed(claim.object),
      matcher.names.owner(of: Phrase(claim.subject)) != nil
    {
      return [claim.subject]
    }
    if let new = parts.first(where: { isNew($0) && !isUnnamed($0) }) { return [new] }
    if let scope = claim.scope, isNew(scope), !matcher.names.wording(of: scope).names.isEmpty,
      !WordList.beginsWithPreposition(scope)
    {
      return [scope]
    }
    // "What do labs gain?" is answered by "the revenue of labs".
    guard question.form == .object || question.core.lowercased().hasPrefix("what ") else {
      return []
    }
    return parts.suffix(1).filter {
      let said = matcher.names.wording(of: $0)
      return said.names.isSubset(of: asked.names)
        && !said.senses.subtracting(said.general).isSubset(of: asked.senses)
    }
  }

  /// Whether a part only takes up what another sentence names: "the company".
  func isUnnamed(_ part: String) -> Bool {
    let words = Phrase(part).words
    return words.count == 1
      && ["company", "startup", "start-up", "group", "lab", "firm"].contains(words[0])
  }

  /// The kind asked for: "papers" of "Whose papers are cited more?"
  private func category(_ question: String) -> Set<String> {
    kind(askedBy: question).map { matcher.names.wording(of: $0).senses } ?? []
  }

  func kind(askedBy question: String) -> String? {
    let words = question.split(separator: " ").map(String.init)
    guard let first = words.first?.lowercased(), ["which", "what", "whose"].contains(first) else {
      return nil
    }
    let phrases = matcher.names.vocabulary.relationByPhrase
    let kind = words.dropFirst().prefix { word in
      let word = word.lowercased()
      return !QuestionReader.auxiliaries.contains(word) && phrases[word] == nil
        && phrases[Phrase.singular(word)] == nil
    }
    return kind.isEmpty || kind.count == words.count - 1 ? nil : kind.joined(separator: " ")
  }

  /// What a claim's sentence gives as its reason.
  func statedReasons(in claim: Claim) -> [String] {
    let phrases = matcher.names.vocabulary.relationByPhrase
    return StatedReason.reasons(in: claim) { phrases[$0] != nil }
  }
}

extension PassageSearch {
  /// Whether the claim's relation is said in the question, so that its parts are what is asked about.
  func relationIsAsked(_ claim: Claim, _ asked: Wording) -> Bool {
    let relation = names.wording(of: claim.relation).senses
      .union(names.wording(of: claim.surface.relation).senses)
    return relation.isEmpty || !relation.isDisjoint(with: asked.senses)
      || asked.senses.contains { isSaid($0, by: claim.relation) } || plansIt(claim, asked)
  }

  /// "proposes delaying the rules" is asked by "who wants to delay them": the deed is in the object.
  /// Not so in "bans the sale", which is no selling.
  private func plansIt(_ claim: Claim, _ asked: Wording) -> Bool {
    let plan = relations.vocabulary.relations[relations.canonical(claim.relation)]
    guard plan?.frame == "plan", plan?.pole != "rule out" else { return false }
    let asks = Set(asked.senses.flatMap { relations.verbs(of: $0) })
    let deeds = names.wording(of: claim.object).senses.flatMap { relations.verbs(of: $0) }
    return deeds.contains(where: asks.contains)
      && coverage(of: asked, by: wording(of: claim), claim).0 >= 0.8
  }
}
