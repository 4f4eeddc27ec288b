import Claims

extension Answerer {
  /// Who or what fills the hole; numbers and dates are read from the claims that match.
  func open(_ question: Question, in ground: ClaimMatcher.Ground) throws -> Answer {
    let matches = try allMatches(question, in: ground)
    var groups: [String: (name: String, weight: Double, matches: [ClaimMatch])] = [:]
    var kind = "entity"
    for match in matches where match.agrees {
      let values: [String]
      switch question.form {
      case .number:
        kind = "number"
        values = [match.claim.object, match.claim.scope ?? ""].filter(hasNumber)
      case .when:
        kind = "date"
        // "enters into force on 1 August" has its date as the object.
        values = [match.claim.time].compactMap { $0 } + [match.answer].filter(hasNumber)
      default: values = [match.answer].filter { !$0.isEmpty }
      }
      guard let value = values.first else { continue }
      let key = Phrase(matcher.names.canonical(value)).key
      let fits = question.patterns.contains { category($0.category, fits: value) }
      let weight = match.weight * (fits ? 1 : 0.6)
      var group = groups[key] ?? (value, 0, [])
      group.weight = max(group.weight, weight)
      group.matches.append(match)
      groups[key] = group
    }
    let top = groups.values.map(\.weight).max() ?? 0
    let kept = groups.values.filter { $0.weight >= 0.4 && $0.weight >= top * 0.5 }
    guard !kept.isEmpty else {
      var none = try nothing(question, in: ground)
      none.against = matches.filter { !$0.agrees && $0.weight >= 0.4 }.map(\.claim)
      none.explanation = explain(matches)
      return none
    }
    let ranked = kept.map { group in
      (group: group, support: support(group.matches.map(\.claim)))
    }.sorted { a, b in
      let x = a.group.weight + 0.05 * Double(min(a.support, 5))
      let y = b.group.weight + 0.05 * Double(min(b.support, 5))
      return x != y ? x > y : a.group.name < b.group.name
    }
    let items = ranked.map { entry in
      Answer.Item(
        name: entry.group.name, kind: kind, support: entry.support,
        claims: entry.group.matches.map(\.claim.id),
        widening: entry.group.matches.max { $0.weight < $1.weight }?.widenings
          .joined(separator: "; ") ?? "")
    }
    let answered = Set(ranked.map { Phrase(matcher.names.canonical($0.group.name)).key })
    var against = matches.filter {
      !$0.agrees && $0.weight >= 0.4
        && answered.contains(Phrase(matcher.names.canonical($0.answer)).key)
    }.map(\.claim)
    // Numbers and dates of one thing are rivals; several actors or objects are not.
    if kind != "entity" {
      against += ranked.dropFirst().flatMap { $0.group.matches.map(\.claim) }
    }
    return Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered, answers: items,
      claims: ranked.flatMap { $0.group.matches.map(\.claim) }, against: against,
      explanation: explain(matches))
  }

  private func hasNumber(_ text: String) -> Bool {
    text.contains(where: \.isNumber)
      || Phrase(text).words.contains { WordList.has("number", $0) }
  }

  /// Whether a value is of the kind asked for ("which country"); yes when that can't be told.
  private func category(_ asked: String?, fits value: String) -> Bool {
    guard let word = asked.flatMap({ Phrase($0).words.last }) else { return true }
    let kinds = WordList.kinds(meantBy: word)
    if let known = matcher.names.vocabulary.entities[matcher.names.canonical(value)]?.kind {
      return kinds.isEmpty || kinds.contains(known)
    }
    guard !kinds.isEmpty else { return true }
    guard let head = Phrase(value).headPhrase.last else { return true }
    let others = WordList.kinds(meantBy: head)
    return others.isEmpty || !others.isDisjoint(with: kinds)
  }

  /// Who is named as saying it, else who published it.
  func whoSays(_ question: Question, in ground: ClaimMatcher.Ground) throws -> Answer {
    let matches = try allMatches(question, in: ground)
    let agreeing = matches.filter { $0.agrees && $0.weight >= 0.4 }
    guard !agreeing.isEmpty else { return try nothing(question, in: ground) }
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
