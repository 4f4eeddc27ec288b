import Claims

extension Answerer {
  /// The answer with the claims that contradict those it cites, wherever they stand.
  ///
  /// Each side is shown: who reads an answer must see that another source says the contrary, even in
  /// words that the question would not have found.
  func withDisputes(_ answer: Answer, about asked: [Claim] = []) throws -> Answer {
    guard answer.verdict != .unknown, Self.disputed.contains(answer.form) else { return answer }
    var out = answer
    var shown = Set((answer.claims + answer.against).map(\.id))
    for (mine, other, clash) in try disputes(of: answer.claims + asked) {
      if shown.insert(other.id).inserted {
        out.against.append(other)
        out.explanation.append("disputed (\(clash.kind)): \(other.statement)")
        addRival(other, clash, to: &out)
      } else if !out.against.contains(where: { [mine.id, other.id].contains($0.id) }) {
        // Both are answers: the later in the ranking is against the first.
        out.against.append(other)
      }
    }
    if answer.verdict == .supported, out.against.count > answer.against.count {
      out.verdict = .contested
    }
    if answer.verdict == .denied, answer.form == Question.Form.yesno.rawValue {
      let asksDone = QuestionReader.asksDone(QuestionReader.plain(answer.question))
      let defended = try disputes(of: answer.against).filter {
        !(asksDone && $0.other.isHedged) && shown.insert($0.other.id).inserted
      }
      out.claims += defended.map(\.other)
      out.explanation += defended.map {
        "disputed (\($0.clash.kind)): \($0.other.statement)"
      }
      if !defended.isEmpty { out.verdict = .contested }
    }
    return out
  }

  /// The contradictions of some claims, the claim first and then what it clashes with.
  func disputes(of claims: [Claim]) throws -> [(mine: Claim, other: Claim, clash: Clash)] {
    guard let clashes else { return [] }
    let ids = Set(claims.map(\.id))
    var found: [(mine: Claim, other: Claim, clash: Clash)] = []
    // Of a chain no claim by itself is against another.
    let all = try clashes(.of(ids)).filter { $0.label != .update && $0.chain.isEmpty }
    guard !all.isEmpty else { return [] }
    var seen = Set<String>()
    for name in claims.flatMap({ [$0.subject, $0.object] })
    where !name.isEmpty && seen.insert(name).inserted {
      for clash in all where clash.isAbout(name) {
        for (mine, other) in [(clash.a, clash.b), (clash.b, clash.a)]
        where ids.contains(mine.id)
          && !found.contains(where: { $0.mine.id == mine.id && $0.other.id == other.id })
        {
          found.append((mine, other, clash))
        }
      }
    }
    return found
  }

  /// Where one value only can be right, the other side's is an answer too.
  private func addRival(_ other: Claim, _ clash: Clash, to answer: inout Answer) {
    guard clash.kind == "numeric" || clash.kind == "functional" else { return }
    let value: String?
    switch answer.form {
    case Question.Form.number.rawValue: value = numbers(of: other, askedBy: answer.question).first
    case Question.Form.when.rawValue: value = dates(of: other).first
    case Question.Form.place.rawValue: value = other.object.isEmpty ? nil : other.object
    default: return
    }
    guard let value, !answer.answers.contains(where: { $0.name == value }) else { return }
    answer.answers.append(
      Answer.Item(
        name: value, kind: answer.answers.first?.kind ?? "text", support: 1, claims: [other.id],
        widening: "contradicts what is above"))
    answer.claims.append(other)
  }

  private static let disputed: Set<String> = Set(
    [
      Question.Form.subject, .object, .yesno, .number, .when, .source, .why, .list, .place,
      .relation, .compare,
    ].map(\.rawValue))
}
