import Claims

extension Answerer {
  /// Who or what fills the hole; numbers and dates are read from the claims that match.
  func open(_ question: Question) throws -> Answer {
    let matches = ofCondition(try allMatches(question), question)
    let asked = matcher.names.wording(of: question.core, withAmount: false)
    var groups: [String: (name: String, weight: Double, isNamed: Bool, matches: [ClaimMatch])] = [:]
    var kind = "entity"
    let counted = question.form == .number ? counted(question.core) : []
    let whole = question.form == .number ? whole(askedBy: question.core) : []
    for var match in matches where match.agrees && counts(match.claim, counted) {
      let values: [String]
      switch question.form {
      case .number:
        kind = "number"
        values = [match.claim.object, match.claim.scope ?? "", match.answer].filter {
          hasNumber($0) && isPart($0, of: whole)
        }
      case .when:
        kind = "date"
        // "enters into force on 1 August" has its date as the object, whatever else it says of now.
        let time = match.claim.time.map { [$0] } ?? []
        values = (time + [match.answer]).filter(hasNumber) + time
      default: values = [unrepeated(match.answer, question)].filter { !$0.isEmpty }
      }
      guard let value = values.first, kind != "entity" || !isRepeated(value, question) else {
        continue
      }
      let key = Phrase(matcher.names.canonical(value)).key
      let fits = question.patterns.contains { category($0.category, fits: value) }
      let unnamed = names(of: asked, besides: match.claim)
      if !unnamed.isEmpty {
        match.widenings.append("its sentence names no \(unnamed.joined(separator: ", "))")
      }
      if isPast(match.claim, question) { match.widenings.append("said of an earlier time") }
      let weight =
        match.weight * (isPast(match.claim, question) ? 0.9 : 1)
        * (fits && unnamed.isEmpty ? 1 : 0.6) * emphasis(match.claim, of: asked)
      var group = groups[key] ?? (value, 0, false, [])
      group.weight = max(group.weight, weight)
      group.isNamed = group.isNamed || unnamed.isEmpty
      group.matches.append(match)
      groups[key] = group
    }
    // Amounts of other things are no rivals to those of what is named.
    let named = groups.filter { $0.value.isNamed }
    if kind != "entity", !named.isEmpty { groups = named }
    let top = groups.values.map(\.weight).max() ?? 0
    let kept = groups.values.filter { $0.weight >= 0.4 && $0.weight >= top * 0.5 }
    if kept.isEmpty, question.form == .number, let count = count(matches, question) {
      return count
    }
    guard !kept.isEmpty else {
      var none = try nothing(question)
      none.against = matches.filter { !$0.agrees && $0.weight >= 0.4 }.map(\.claim)
      none.explanation = explain(matches)
      return none
    }
    let ranked = kept.map { group in
      (group: group, support: support(group.matches.map(\.claim)))
    }.sorted { a, b in
      let x = a.group.weight + merit(a.group.matches, a.support)
      let y = b.group.weight + merit(b.group.matches, b.support)
      return x != y ? x > y : a.group.name < b.group.name
    }
    var items = ranked.map { entry in
      Answer.Item(
        name: entry.group.name, kind: kind, support: entry.support,
        claims: entry.group.matches.map(\.claim.id),
        widening: entry.group.matches.max { $0.weight < $1.weight }?.widenings
          .joined(separator: "; ") ?? "")
    }
    let answered = Set(ranked.map { Phrase(matcher.names.canonical($0.group.name)).key })
    var against = matches.filter {
      !$0.agrees && $0.weight >= 0.4 && !$0.isInstance
        && answered.contains(Phrase(matcher.names.canonical($0.answer)).key)
    }.map(\.claim)
    // Numbers and dates of one thing are rivals; several actors or objects are not, nor is what adds up.
    if let total = total(of: ranked.flatMap { $0.group.matches.map(\.claim) }, question) {
      items.insert(total, at: 0)
    } else if kind != "entity" {
      against += ranked.dropFirst().flatMap { $0.group.matches.map(\.claim) }
    }
    var answer = Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered, answers: items,
      claims: ranked.flatMap { $0.group.matches.map(\.claim) }, against: against,
      explanation: explain(matches))
    if question.form == .number { try addNearNumbers(to: &answer, question) }
    try order(&answer, question)
    return answer
  }

  /// A value without its end that the question says itself: "land" of "land to cloud firms", where it
  /// is asked what is offered to them.
  private func unrepeated(_ value: String, _ question: Question) -> String {
    guard question.patterns.contains(where: { $0.hole == .object }) else { return value }
    let asked = matcher.names.wording(of: question.core)
    for link in [" to ", " from ", " for ", " with "] {
      guard let sides = QuestionReader.split(value, at: link) else { continue }
      let tail = matcher.names.wording(of: sides[1])
      if !tail.isEmpty, tail.names.isSubset(of: asked.names),
        tail.senses.isSubset(of: asked.senses),
        !matcher.names.wording(of: sides[0]).senses.isSubset(of: asked.senses)
      {
        return sides[0]
      }
    }
    return value
  }

  /// Whether a value only says what the question names: "the US" of "What does A sell to the US?"
  private func isRepeated(_ value: String, _ question: Question) -> Bool {
    guard let pattern = question.patterns.first, pattern.hole != nil else { return false }
    let said = matcher.names.wording(of: value)
    let asked = matcher.names.wording(of: question.core)
    return !said.names.isEmpty && said.names.isSubset(of: asked.names)
      && said.senses.isSubset(of: asked.senses)
  }

  /// What an answer gains by its sources: how many, and how far the best trusted claim is trusted,
  /// which is the same for all while nothing is graded.
  private func merit(_ matches: [ClaimMatch], _ support: Int) -> Double {
    let trust = matches.map { ($0.claim.grade ?? .unjudged).weight }.max() ?? 0
    return 0.05 * Double(min(support, 5)) + 0.2 * trust
  }

  /// How much of the question's other words a claim's passage holds, as a factor near 1: of two claims
  /// that match alike the fuller comes first.
  private func emphasis(_ claim: Claim, of asked: Wording) -> Double {
    let said = matcher.names.wording(of: claim.evidence.quote).senses
    let telling = asked.senses.subtracting(asked.general)
    guard !telling.isEmpty else { return 1 }
    return 0.9 + 0.1 * Double(telling.intersection(said).count) / Double(telling.count)
  }

  /// What is asked for a case, "if duties fall", is told by what is said on a condition, where some is.
  private func ofCondition(_ matches: [ClaimMatch], _ question: Question) -> [ClaimMatch] {
    guard question.core.contains(" if ") else { return matches }
    let conditional = matches.filter { $0.claim.modality == .conditional }
    return conditional.isEmpty ? matches : conditional
  }

  /// The names of the question that a claim's sentence lacks: what China sells to Peru isn't what it
  /// sells to Chile.
  private func names(of asked: Wording, besides claim: Claim) -> [String] {
    let search = PassageSearch(source: source, names: matcher.names, relations: matcher.relations)
    let said = search.wording(of: claim).names.union(
      matcher.names.wording(of: claim.evidence.quote).names)
    return asked.names.filter { name in
      !said.contains { $0 == name || matcher.names.isNarrower($0, than: name) }
    }.sorted()
  }

  /// Whether a claim names a time that was over when it was said, where it is asked what is so now.
  private func isPast(_ claim: Claim, _ question: Question) -> Bool {
    guard claim.time != nil, let end = claim.validTo, let said = claim.evidence.published,
      end < said
    else { return false }
    return Self.asksOfToday(question)
  }

  private static func asksOfToday(_ question: Question) -> Bool {
    !question.patterns.contains { $0.from != nil || $0.to != nil }
      && Phrase.split(QuestionReader.plain(question.text)).contains {
        ["is", "are", "does", "do", "has", "have", "now", "currently"].contains($0)
      }
  }

  /// Rival amounts in other words: of the same thing counted, in passages of the same names and year.
  private func addNearNumbers(to answer: inout Answer, _ question: Question) throws {
    let counted = counted(question.core)
    guard !counted.isEmpty, let first = answer.claims.first?.quantity,
      let near = try byWords(question, loosely: true)
    else { return }
    for item in near.answers where !answer.answers.contains(where: { $0.name == item.name }) {
      guard let other = Quantity(in: item.name), other.unit == first.unit else { continue }
      var item = item
      item.widening = "near what is asked, by its words"
      answer.answers.append(item)
      let claims = near.claims.filter { item.claims.contains($0.id) }
      answer.claims += claims
    }
  }

  /// How many there are, where no text says so but the texts name them: each of the kind asked for.
  private func count(_ matches: [ClaimMatch], _ question: Question) -> Answer? {
    guard let pattern = question.patterns.first(where: { $0.hole != nil }),
      let asked = pattern.category.flatMap({ Phrase($0).words.last })
    else { return nil }
    let kinds = WordList.kinds(meantBy: asked).union(WordList.kinds(meantBy: asked + "s"))
    var names: [String] = []
    var claims: [Claim] = []
    for match in matches where match.agrees && match.weight >= 0.4 {
      let name = matcher.names.canonical(match.answer)
      guard let kind = matcher.names.vocabulary.entities[name]?.kind, kinds.contains(kind) else {
        continue
      }
      if !names.contains(name) { names.append(name) }
      claims.append(match.claim)
    }
    guard !names.isEmpty else { return nil }
    return Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered,
      answers: [
        Answer.Item(
          name: String(names.count), kind: "number", support: support(claims),
          claims: claims.map(\.id))
      ], claims: claims, note: "counted in the claims: " + names.sorted().joined(separator: ", "),
      explanation: explain(matches))
  }

  /// Puts the answers in the order of their days where the question asks for the first or the last, and
  /// what holds today before what it took the place of.
  private func order(_ answer: inout Answer, _ question: Question) throws {
    let words = Phrase.split(QuestionReader.plain(question.text))
    let byID = Dictionary(answer.claims.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    func day(_ item: Answer.Item) -> String {
      item.claims.compactMap { byID[$0] }.compactMap { $0.validFrom ?? $0.evidence.published }.min()
        ?? ""
    }
    if words.contains(where: { ["earliest", "first"].contains($0) }), question.form == .when {
      answer.answers.sort { day($0) < day($1) }
    } else if words.contains(where: { ["latest", "last", "recently"].contains($0) }),
      question.form == .when
    {
      answer.answers.sort { day($0) > day($1) }
    }
    guard Self.asksOfToday(question), let clashes, answer.answers.count > 1 else { return }
    let updates = try clashes(.of(Set(answer.claims.map(\.id)))).filter { $0.label == .update }
    guard !updates.isEmpty else { return }
    for name in Set(answer.claims.map(\.subject)).sorted() {
      for clash in updates where clash.isAbout(name) {
        guard let old = answer.answers.firstIndex(where: { $0.claims.contains(clash.a.id) }),
          let new = answer.answers.firstIndex(where: { $0.claims.contains(clash.b.id) }), old < new
        else { continue }
        var item = answer.answers.remove(at: old)
        item.widening = "before \(answer.answers[new - 1].name)"
        answer.answers.insert(item, at: new)
      }
    }
  }

  /// What is asked a part of, in its telling words: germanium in "How much of the world's germanium".
  func whole(askedBy question: String) -> Set<String> {
    let words = question.split(separator: " ").map(String.init)
    guard let of = words.firstIndex(where: { $0.lowercased() == "of" }), of > 0, of < 4,
      WordList.has("part asked", words[of - 1].lowercased()),
      let end = words.firstIndex(where: { QuestionReader.auxiliaries.contains($0.lowercased()) }),
      end > of
    else { return [] }
    return telling(words[(of + 1)..<end].joined(separator: " "))
  }

  private func telling(_ text: String) -> Set<String> {
    let wording = matcher.names.wording(of: text)
    return wording.senses.subtracting(wording.general)
  }

  /// Whether an amount is a part of what is asked about, or of nothing that it names.
  func isPart(_ amount: String, of whole: Set<String>) -> Bool {
    guard !whole.isEmpty, let sides = QuestionReader.split(amount, at: " of ") else { return true }
    let said = telling(sides[1])
    return said.isEmpty || said.isSubset(of: whole) || whole.isSubset(of: said)
  }

  private func hasNumber(_ text: String) -> Bool {
    text.contains(where: \.isNumber)
      || Phrase(text).words.contains { WordList.has("number", $0) }
  }

  /// Whether a value is of the kind asked for ("which country"); yes when that can't be told.
  func category(_ asked: String?, fits value: String) -> Bool {
    guard let word = asked.flatMap({ Phrase($0).words.last }) else { return true }
    let kinds = WordList.kinds(meantBy: word)
    if let known = matcher.names.vocabulary.entities[matcher.names.canonical(value)]?.kind {
      return kinds.isEmpty || kinds.contains(known)
    }
    guard !kinds.isEmpty else { return true }
    // "American start-ups" are no country.
    if kinds.contains("state"), let rest = matcher.names.owner(of: Phrase(value))?.rest,
      rest.last.map({ WordList.has("group", $0) || WordList.has("group", $0 + "s") }) == true
    {
      return false
    }
    guard let head = Phrase(value).headPhrase.last else { return true }
    let others = WordList.kinds(meantBy: head)
    return others.isEmpty || !others.isDisjoint(with: kinds)
  }

  /// Whether a relation's object may be where it is so: "is founded in".
  func isOfPlace(_ relation: String) -> Bool {
    relation.split(separator: " ").last.map {
      WordList.has("preposition of place", String($0))
    } ?? false
  }

  /// Where it is done or sits: the scope or object that is a place, else the goal in the object.
  func places(_ question: Question) throws -> Answer {
    if question.patterns.contains(where: { $0.hole == .object }) {
      return try open(question)
    }
    let matches = try allMatches(question).filter { $0.agrees && $0.weight >= 0.4 }
    var items: [Answer.Item] = []
    var cited: [Claim] = []
    for match in matches {
      let isInObject = isOfPlace(match.claim.relation)
      guard let place = isInObject ? match.claim.object : match.claim.scope else { continue }
      items.append(
        Answer.Item(
          name: place, kind: "entity", support: 1, claims: [match.claim.id],
          widening: match.widenings.joined(separator: "; ")))
      cited.append(match.claim)
    }
    guard !items.isEmpty else {
      var none = try nothing(question)
      if !matches.isEmpty { none.note = "it is said, but nobody says where" }
      return none
    }
    return Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered, answers: items,
      claims: cited, explanation: explain(matches))
  }

  /// How many say so: independent origins.
  private func countedVoices(_ matches: [ClaimMatch], _ question: Question) -> Answer {
    let claims = matches.map(\.claim)
    return Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered,
      answers: [
        Answer.Item(
          name: String(support(claims)), kind: "number", support: support(claims),
          claims: claims.map(\.id))
      ], claims: claims, explanation: explain(matches))
  }

  /// Who is named as saying it, else who published it.
  func whoSays(_ question: Question) throws -> Answer {
    let matches = try allMatches(question)
    let agreeing = matches.filter { $0.agrees && $0.weight >= 0.4 }
    guard !agreeing.isEmpty else { return try nothing(question) }
    if question.countsVoices { return countedVoices(agreeing, question) }
    let named = agreeing.filter { $0.claim.attribution != nil }
    let groups = Dictionary(grouping: named.isEmpty ? agreeing : named) {
      $0.claim.attribution ?? $0.claim.evidence.source ?? $0.claim.evidence.document
    }
    let items = groups.map { name, matches in
      Answer.Item(
        name: name, kind: "entity", support: support(matches.map(\.claim)),
        claims: matches.map(\.claim.id))
    }.sorted { $0.support != $1.support ? $0.support > $1.support : $0.name < $1.name }
    return Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered, answers: items,
      claims: (named.isEmpty ? agreeing : named).map(\.claim),
      against: matches.filter { !$0.agrees && $0.weight >= 0.4 }.map(\.claim),
      note: named.isEmpty ? "no one is named in the text; these published it" : nil,
      explanation: explain(matches))
  }
}
