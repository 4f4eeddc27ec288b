extension QuestionReader {
  /// A pattern as `--explain` writes it: `China | bans | ?`, `? | restricts | chips`.
  func written(_ text: String) -> Question? {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    guard parts.count == 3 else { return nil }
    let named = parts.map { $0.isEmpty || $0 == "?" ? nil : $0 }
    let core = named.compactMap { $0 }.joined(separator: " ")
    let open = named.indices.filter { named[$0] == nil }
    if open.count == 2, let name = named[0] ?? named[2] {
      return Question(text: text, form: .profile, about: [name], core: core)
    }
    guard open.count < 2 else { return nil }
    // The one way that a relation is written in claims: "ban" is "bans".
    let relation = named[1].flatMap { relation in
      read("X \(relation) Y.").first { $0.subject == "X" }?.relation ?? relation
    }
    var pattern = QuestionPattern(subject: named[0], relation: relation, object: named[2])
    let holes: [QuestionPattern.Hole] = [.subject, .relation, .object]
    let forms: [Question.Form] = [.subject, .relation, .object]
    pattern.hole = open.first.map { holes[$0] }
    var question = Question(
      text: text, form: open.first.map { forms[$0] } ?? .yesno, patterns: [pattern], core: core)
    question.isWritten = true
    return question
  }
}
