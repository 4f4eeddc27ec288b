import Claims

/// What came of a proposition: drafts of claims, or the reason why there are none.
enum Outcome {
  case drafts([Draft])
  case silent(Silence)

  var drafts: [Draft] {
    if case .drafts(let made) = self { made } else { [] }
  }
}

/// A proposition and what came of it.
struct Rendered {
  let proposition: Proposition
  let outcome: Outcome
}

/// What became of a draft.
enum Fate {
  case claimed(Claim)
  case dropped(Silence)
}

/// Why a clause makes no claim.
enum Silence: Hashable {
  /// The whole sentence is a question.
  case question
  /// The clause is a condition, a purpose, part of a name: the text doesn't say that it holds.
  case notAsserted
  case noSubject
  /// A question inside a sentence: "what it costs".
  case asks
  /// A pronoun at this word, and nobody is sure what it stands for.
  case unresolved(Int)
  /// Its predicate is neither a verb nor a state.
  case noVerb
  /// A rule that knows the shape says that nothing is claimed.
  case declined(by: String)
  case noRule
  /// It only qualifies the infinitive below it, at this word: "plans to".
  case qualifies(Int)
  case noClause
  /// The claim would say something of itself, or of nothing.
  case namesItself
  case duplicate
}
