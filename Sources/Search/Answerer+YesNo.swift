import Claims

extension Answerer {
  /// Weighs the claims for against those that deny it; voices on both sides make it contested.
  func yesNo(_ question: Question, in ground: ClaimMatcher.Ground) throws -> Answer {
    let matches = try allMatches(question, in: ground).filter { $0.weight >= 0.3 }
    let pro = matches.filter(\.agrees).map(\.claim)
    let con = matches.filter { !$0.agrees }.map(\.claim)
    guard !matches.isEmpty else { return try nothing(question, in: ground) }
    let verdict: Answer.Verdict =
      con.isEmpty ? .supported : pro.isEmpty ? .denied : .contested
    var notes = ["for: \(sources(pro)), against: \(sources(con))"]
    let certain: Set<Modality> = [.asserted, .probable]
    if !pro.isEmpty, !pro.contains(where: { certain.contains($0.modality) }) {
      notes.append("said only as possible or planned")
    }
    if !matches.contains(where: { $0.widenings.isEmpty }) {
      notes.append("nobody says it in these words")
    }
    return Answer(
      question: question.text, form: question.form.rawValue, verdict: verdict, claims: pro,
      against: con, note: notes.joined(separator: "; "), explanation: explain(matches))
  }

  private func sources(_ claims: [Claim]) -> String {
    let count = support(claims)
    return count == 1 ? "1 source" : "\(count) sources"
  }
}
