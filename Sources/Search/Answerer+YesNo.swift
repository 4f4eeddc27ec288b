import Claims

extension Answerer {
  /// Weighs the claims for against those that deny it; voices on both sides make it contested.
  func yesNo(_ question: Question) throws -> Answer {
    let all = try allMatches(question).filter { $0.weight >= 0.3 }
    let extras = extras(of: question)
    let matches = fittest(all, extras)
    if let fuller = try fuller(question, than: matches, extras) { return fuller }
    // Far-fetched matches give way to a passage that says all of it.
    if !matches.isEmpty, !matches.contains(where: { $0.weight >= 0.6 }),
      let found = try byWords(question)
    {
      return found
    }
    var pro = matches.filter(\.agrees).map(\.claim)
    let against = matches.filter { !$0.agrees }.map(\.claim)
    let con = try withoutReplaced(withoutImposed(against, pro, question), by: pro)
    var hedged: [Claim] = []
    // "It may restrict them" is no answer to "has it?", where somebody says that it has not.
    if QuestionReader.asksDone(question.core), pro.allSatisfy(\.isHedged),
      !con.allSatisfy(\.isHedged)
    {
      hedged = pro
      pro = []
    }
    guard !matches.isEmpty else { return try nothing(question) }
    var verdict: Answer.Verdict =
      con.isEmpty ? .supported : pro.isEmpty ? .denied : .contested
    var notes: [String] = []
    if verdict == .contested, let (later, note) = try replaced(pro, con, question) {
      verdict = later
      notes.append(note)
    }
    if !pro.isEmpty, pro.allSatisfy(\.isHedged) {
      notes.append("said only as possible or planned")
    }
    if !hedged.isEmpty {
      let ids = Set(hedged.map(\.evidence.insight)).sorted().joined(separator: ", ")
      notes.append("what may happen is left out, as it is asked what has: \(ids)")
    }
    if !matches.contains(where: { $0.widenings.isEmpty }) {
      notes.append("nobody says it in these words")
    }
    var answer = try withDisputes(
      Answer(
        question: question.text, form: question.form.rawValue, verdict: verdict, claims: pro,
        against: con, explanation: explain(matches)))
    notes.insert(answer.sides, at: 0)
    answer.note = notes.joined(separator: "; ")
    return answer
  }

  /// The matches that say as much of the question as the fullest: what names "open models" says
  /// less of "open models with systemic risk" than what names them so.
  private func fittest(_ matches: [ClaimMatch], _ extras: Set<String>) -> [ClaimMatch] {
    let unsaid = matches.map { self.unsaid(extras, by: $0.claim) }
    let least = unsaid.min() ?? 0
    return zip(matches, unsaid).filter { $0.1 == least }.map(\.0)
  }

  /// The question's words that its pattern left out, and that narrow what is asked.
  private func extras(of question: Question) -> Set<String> {
    let names = matcher.names
    let asked = names.wording(of: question.core, withAmount: false)
    var read = Wording()
    for pattern in question.patterns {
      for part in [
        pattern.subject, pattern.relation, pattern.object, pattern.scope, pattern.category,
      ] {
        if let part { read.formUnion(names.wording(of: part)) }
      }
    }
    let relations = Set(question.patterns.compactMap(\.relation).map(matcher.relations.canonical))
    // A verb more or less narrows nothing: "keep open-sourcing".
    return asked.senses.subtracting(asked.general).subtracting(read.senses).filter { sense in
      matcher.relations.verbs(of: sense).isEmpty
        && !relations.contains { relation in
          matcher.relations.vocabulary.relations[relation]?.phrases?.contains {
            names.wording(of: $0).senses.contains(sense)
          } == true
        }
    }
  }

  private func unsaid(_ extras: Set<String>, by claim: Claim) -> Int {
    guard !extras.isEmpty else { return 0 }
    let search = PassageSearch(
      source: source, names: matcher.names, relations: matcher.relations)
    var said = search.wording(of: claim)
    said.formUnion(matcher.names.wording(of: claim.evidence.quote))
    return extras.subtracting(said.senses).count
  }

  /// An answer by words, where its claims say more of the question than the matches do.
  private func fuller(_ question: Question, than matches: [ClaimMatch], _ extras: Set<String>)
    throws
    -> Answer?
  {
    guard let least = matches.map({ unsaid(extras, by: $0.claim) }).min(), least > 0,
      let answer = try byWords(question)
    else { return nil }
    let claims = answer.claims + answer.against
    return claims.contains { unsaid(extras, by: $0) < least } ? answer : nil
  }

  /// What speaks against without the bans that came before they were lifted: those deny no lifting.
  private func withoutImposed(_ con: [Claim], _ pro: [Claim], _ question: Question) -> [Claim] {
    let rules = matcher.relations
    guard question.patterns.contains(where: { $0.relation.map(rules.isChange) == true }),
      let lifted = pro.compactMap(\.evidence.published).min()
    else { return con }
    return con.filter { claim in
      !(rules.control(of: claim.relation) == .ban && claim.polarity == .positive
        && claim.evidence.published.map { $0 < lifted } == true)
    }
  }

  /// What speaks against without what the other side has replaced, as long as something is left.
  private func withoutReplaced(_ con: [Claim], by pro: [Claim]) throws -> [Claim] {
    guard let clashes, con.count > 1, !pro.isEmpty else { return con }
    let ours = Set(pro.map(\.id))
    let updates = try clashes(.of(Set(con.map(\.id)))).filter { $0.label == .update }
    let replaced = Set(updates.filter { ours.contains($0.b.id) }.map(\.a.id))
    let left = con.filter { !replaced.contains($0.id) }
    return left.isEmpty ? con : left
  }

  /// The verdict where one side took the place of the other: what was asked of the past stays true,
  /// of today the later side speaks. Nil where they contradict each other.
  func replaced(_ pro: [Claim], _ con: [Claim], _ question: Question) throws
    -> (Answer.Verdict, String)?
  {
    // "Still?" is answered by what was said much later.
    let asksNow = Phrase.split(question.core).contains { ["still", "now", "anymore"].contains($0) }
    if asksNow, let last = pro.compactMap(\.evidence.published).max(),
      let first = con.compactMap(\.evidence.published).min(), TimeWord.halfYear(from: last) < first
    {
      return (.denied, "it was so before")
    }
    let isPast = ["did", "was", "were", "had"].contains(
      Phrase.split(QuestionReader.plain(question.core)).first ?? "")
    // What held until a day is so no more when another says that it isn't.
    if !isPast, !pro.isEmpty, pro.allSatisfy({ $0.time?.lowercased().hasPrefix("until ") ?? false })
    {
      return (.denied, "it was so before")
    }
    guard let clashes else { return nil }
    let (ours, theirs) = (Set(pro.map(\.id)), Set(con.map(\.id)))
    let between = try clashes(.of(ours)).filter {
      ours.contains($0.a.id) && theirs.contains($0.b.id)
        || theirs.contains($0.a.id) && ours.contains($0.b.id)
    }
    guard !between.isEmpty, between.allSatisfy({ $0.label == .update }) else { return nil }
    let isNow = between.allSatisfy { ours.contains($0.b.id) }
    let wasSo = between.allSatisfy { ours.contains($0.a.id) }
    if isPast {
      return wasSo ? (.supported, "it changed later") : nil
    }
    if isNow { return (.supported, "it was otherwise before") }
    return wasSo ? (.denied, "it was so before") : nil
  }
}

extension Answer {
  /// `for: 2 sources, against: 1 source`
  var sides: String {
    "for: \(Origins(of: claims).words), against: \(Origins(of: against).words)"
  }
}

extension Claim {
  /// Whether it tells of what may be, is meant to be, or would be.
  var isHedged: Bool { [.possible, .planned, .conditional].contains(modality) }
}
