import Claims

extension Answerer {
  /// Everything said of a name, most supported first.
  func profile(_ question: Question) throws -> Answer {
    guard let asked = question.about.first else {
      throw SearchError.notUnderstood(question: question.text)
    }
    let found = try matcher.ground.matches(asked, topic: false)
    let names = Set(found.keys)
    var cited = try source.claims(subjects: names, relations: nil, objects: nil)
    let seen = Set(cited.map(\.id))
    cited += try source.claims(subjects: nil, relations: nil, objects: names)
      .filter { !seen.contains($0.id) }
    // A longer name that holds the one asked for says something of it too: "DeepSeek's models".
    let meant = matcher.names.canonical(asked)
    let wider =
      cited.count >= 20
      ? []
      : Set(
        try matcher.ground.candidates(for: asked).filter {
          !names.contains($0) && matcher.names.mentions(in: Phrase($0)).contains(meant)
        })
    if !wider.isEmpty {
      var known = Set(cited.map(\.id))
      for claim in try source.claims(subjects: wider, relations: nil, objects: nil)
        + source.claims(subjects: nil, relations: nil, objects: wider)
      where known.insert(claim.id).inserted { cited.append(claim) }
    }
    // A sentence that names it without a claim of its own: "closed models from companies like OpenAI".
    var beside: Set<String> = []
    if cited.count < 20, matcher.names.vocabulary.entities[meant] != nil {
      let known = Set(cited.map(\.evidence.quote))
      let spellings = matcher.names.spellings(of: meant)
      for claim in try source.claims(resembling: [spellings], limit: 20)
      where !known.contains(claim.evidence.quote)
        && matcher.names.mentions(in: Phrase(claim.evidence.quote)).contains(meant)
      {
        cited.append(claim)
        beside.insert(claim.id)
      }
    }
    let steps = found.values.map(\.widening).filter { !$0.isEmpty }.sorted()
    guard !cited.isEmpty else {
      let near = try source.claims(mentioning: Phrase(asked).core, limit: 5)
      let note =
        near.isEmpty
        ? "the store knows nothing of \(asked)"
        : "no claim is about \(asked); it is mentioned in "
          + Set(near.map(\.evidence.insight)).sorted().joined(separator: ", ")
      return Answer(
        question: question.text, form: question.form.rawValue, verdict: .unknown, note: note)
    }
    // What is said of the name itself comes before what a sentence says beside it.
    func isBeside(_ item: Answer.Item) -> Bool { !item.claims.contains { !beside.contains($0) } }
    let items = statements(cited).sorted {
      if isBeside($0) != isBeside($1) { return isBeside($1) }
      return $0.support != $1.support ? $0.support > $1.support : $0.name < $1.name
    }
    return Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered, answers: items,
      claims: cited, explanation: steps)
  }

  /// An answer for each thing that claims say.
  func statements(_ claims: [Claim]) -> [Answer.Item] {
    Dictionary(grouping: claims, by: \.statement).map { text, claims in
      Answer.Item(name: text, kind: "text", support: support(claims), claims: claims.map(\.id))
    }
  }

  /// Whether a longer name holds another: by its words, or as one of its parts in the vocabulary.
  private func isOf(_ meant: String, _ name: String) -> Bool {
    guard name != meant else { return false }
    let known = matcher.names.canonical(name)
    if matcher.names.isNarrower(known, than: meant) { return true }
    let mentioned = matcher.names.mentions(in: Phrase(name))
    return mentioned.contains { $0 == meant || matcher.names.isNarrower($0, than: meant) }
      || Phrase(name).words.starts(with: Phrase(meant).words)
  }

  /// Whether some sentence has the name, though no claim is about it.
  private func isNamed(_ name: String) -> Bool {
    (try? source.claims(mentioning: Phrase.split(name), limit: 1).isEmpty) == false
  }

  /// The shortest ways over claims from one name to another.
  func path(_ question: Question) throws -> Answer {
    guard question.about.count == 2 else {
      throw SearchError.notUnderstood(question: question.text)
    }
    let search = PathSearch(ground: matcher.ground)
    let ends = try question.about.map(search.ends)
    let unknown = zip(question.about, ends).filter { $1.isEmpty && !isNamed($0) }.map(\.0)
    guard unknown.isEmpty else {
      return Answer(
        question: question.text, form: question.form.rawValue, verdict: .unknown,
        note: "the store knows nothing of " + unknown.joined(separator: " or "))
    }
    var paths = try search.paths(from: ends[0], to: ends[1])
    if paths.isEmpty { paths = try search.sharingAName(from: ends[0], to: ends[1]) }
    if paths.isEmpty {
      paths = try search.mentions(of: question.about[0], question.about[1])
    }
    guard !paths.isEmpty else {
      return Answer(
        question: question.text, form: question.form.rawValue, verdict: .unknown,
        note: "no chain of up to \(PathSearch.longest) claims joins \(question.about[0])"
          + " and \(question.about[1])")
    }
    let items = paths.map { path in
      let claims = path.steps.map(\.claim)
      return Answer.Item(
        name: path.name, kind: "path", support: support(claims), claims: claims.map(\.id))
    }
    var seen = Set<String>()
    let cited = paths.flatMap { $0.steps.map(\.claim) }.filter { seen.insert($0.id).inserted }
    return Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered, answers: items,
      claims: cited, explanation: paths.flatMap { path in ["path: \(path.name)"] + path.joins })
  }

  /// Whether a claim has the names of a topic and at least half of its telling words.
  func says(_ topic: Wording, _ claim: Claim) -> Bool {
    let search = PassageSearch(
      source: source, names: matcher.names, relations: matcher.relations)
    var said = search.wording(of: claim)
    said.formUnion(matcher.names.wording(of: claim.evidence.quote))
    let telling = topic.senses.subtracting(topic.general)
    let senses = telling.isEmpty ? topic.senses : telling
    return topic.names.allSatisfy { name in
      said.names.contains { $0 == name || matcher.names.isNarrower($0, than: name) }
    } && 2 * senses.intersection(said.senses).count >= senses.count
  }

  /// Claims about a topic whose relations are opposites, which clash in what they are told to do, if
  /// not in words.
  private func opposedEffects(on topic: String, besides known: [Clash]) throws -> [Clash] {
    let asked = matcher.names.wording(of: topic, withAmount: false)
    let search = PassageSearch(
      source: source, names: matcher.names, relations: matcher.relations)
    let found = try search.matches(asked, atLeast: 0.6).filter { $0.ownCoverage >= 0.6 }.map(
      \.claim)
    var made: [Clash] = []
    for (i, a) in found.enumerated() {
      for b in found[(i + 1)...] where a.evidence.insight != b.evidence.insight {
        guard isEffect([a.relation]), matcher.relations.isContrary(a.relation, b.relation) == true,
          a.polarity == b.polarity, a.modality == b.modality,
          !(known + made).contains(where: { Set([$0.a.id, $0.b.id]) == [a.id, b.id] })
        else { continue }
        made.append(
          Clash(
            label: .tension, kind: "opposed_effect", score: 0.4,
            why: "“\(a.statement)” against “\(b.statement)”: the effects are opposite.",
            a: a, b: b))
      }
    }
    return made
  }

  /// The clashes about a name, each an answer of its claims.
  func disagreement(_ question: Question) throws -> Answer {
    let asked = question.about.first
    var all = try clashes?(asked.map { .about([matcher.names.canonical($0)]) } ?? .all) ?? []
    if let asked, matcher.names.vocabulary.entities[matcher.names.canonical(asked)] != nil {
      // "DeepSeek V3" and "a pause of the AI Act" are of DeepSeek and of the Act.
      let meant = matcher.names.canonical(asked)
      let names = Set(try matcher.ground.candidates(for: asked).filter { isOf(meant, $0) })
      var known = Set(all.map(\.id))
      let more = names.isEmpty ? [] : try clashes?(.about(names)) ?? []
      for name in names.sorted() {
        for clash in more where clash.isAbout(name) && known.insert(clash.id).inserted {
          all.append(clash)
        }
      }
      all.sort { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
    }
    lazy var everything = Result { try clashes?(.all) ?? [] }
    let topic = matcher.names.wording(of: asked ?? "", withAmount: false)
    if !topic.names.isEmpty, !topic.senses.subtracting(topic.general).isEmpty {
      // "The high-risk rules of the act" are the Kazakh act's where the claim speaks of Kazakhstan.
      let known = Set(all.map(\.id))
      all += try everything.get().filter {
        !known.contains($0.id) && says(topic, $0.a) && says(topic, $0.b)
      }
    }
    if all.isEmpty, let asked {
      all = try everything.get().filter { says(topic, $0.a) && says(topic, $0.b) }
      if all.isEmpty {
        let words = topicWords(asked)
        all = try everything.get().filter { isAbout(words, $0.a) && isAbout(words, $0.b) }
      }
      all += try opposedEffects(on: asked, besides: all)
    }
    guard !all.isEmpty else {
      let known = try asked.map {
        try !matcher.ground.matches($0, topic: true).isEmpty
      }
      let note =
        known == false
        ? "the store knows nothing of \(asked ?? "")" : "no two sources are found to disagree"
      return Answer(
        question: question.text, form: question.form.rawValue, verdict: .unknown, note: note)
    }
    // What was replaced is no dispute, so it comes last.
    all = all.filter { $0.label != .update } + all.filter { $0.label == .update }
    let items = all.map { clash in
      Answer.Item(
        name: clash.why, kind: "text", support: support(clash.claims),
        claims: clash.claims.map(\.id))
    }
    return Answer(
      question: question.text, form: question.form.rawValue, verdict: .answered, answers: items,
      claims: all.map(\.a), against: all.flatMap { $0.claims.dropFirst() })
  }
}
