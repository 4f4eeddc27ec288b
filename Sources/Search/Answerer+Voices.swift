import Claims

extension Answerer {
  /// What a source or speaker says, of a topic or at all: "What does X say?", "What has X said about Y?"
  ///
  /// Nil where the question asks nothing of the kind, or the store knows no such voice.
  func sayings(_ question: Question) throws -> Answer? {
    guard let pattern = question.patterns.first, let voice = pattern.subject else { return nil }
    let asksAll =
      pattern.hole == .object && WordList.has("saying", pattern.relation ?? "")
    guard asksAll || pattern.hole == .relation && pattern.object != nil else { return nil }
    var all = try source.claims(voicedBy: voice)
    if all.isEmpty { all = try spoken(for: voice) }
    guard !all.isEmpty else { return nil }
    let topic = pattern.object.map { matcher.names.wording(of: $0, withAmount: false) }
    let said = topic.map { topic in all.filter { says(topic, $0) } } ?? all
    var answer = Answer(
      question: question.text, form: question.form.rawValue,
      verdict: said.isEmpty ? .unknown : .answered)
    // In the order of what is cited, because nobody says more of a thing by saying it again.
    let place = Dictionary(
      said.enumerated().map { place, claim in (claim.id, place) }, uniquingKeysWith: { a, _ in a })
    answer.answers = statements(said).sorted {
      (place[$0.claims[0]] ?? 0, $0.name) < (place[$1.claims[0]] ?? 0, $1.name)
    }
    answer.claims = said
    answer.explanation = ["\(voice) says \(claims(all.count))"]
    if said.isEmpty {
      answer.isSettled = true
      answer.note =
        "\(voice) says nothing of \(pattern.object ?? "it"), but \(claims(all.count)) of other things;"
        + " ask: What does \(voice) say?"
    }
    return answer
  }

  /// Claims of those who speak for somebody: "Analysts at Tanabe Research".
  private func spoken(for voice: String) throws -> [Claim] {
    let run = Phrase(voice).words
    guard !run.isEmpty else { return [] }
    return try source.claims(resembling: [run], limit: Self.mostSpoken).filter {
      $0.attribution.map { Phrase($0).contains(run: run) } ?? false
    }
  }

  private static let mostSpoken = 100
}
