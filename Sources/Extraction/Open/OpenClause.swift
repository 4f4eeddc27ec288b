import Language

/// A predicate of a sentence with its subject and the words of its relation, before either rendering.
struct OpenClause {
  /// The word that says it: a verb, or the noun or adjective after a copula.
  var predicate: Int
  var isCopular: Bool
  /// The predicate and the outer verbs it completes: "plans to try to leave" is left, try, plans.
  var chain: [Int]
  /// Verbs of the chain with auxiliaries, negation, particles and the adverbs before them.
  var verb: [Int]
  /// The preposition of a copular predicate: "is of noble birth".
  var preposition: [Int] = []
  var subject: Int
  var object: Int?
  /// Whether the object is the noun that a relative clause hangs on: "chips that Washington bans".
  var isObjectRelative = false
  /// "whether it works", "how it will pay": asked rather than said.
  var isQuestion = false
  /// Whether a copula is understood: "blocked from markets, the firm …".
  var isImplied = false
}

/// How a clause beside a verb is tied to it.
enum AdverbialKind {
  /// "to win", "by winning": it finishes the clause it stands in and is no statement of its own.
  case inside
  /// "when they won", "winning twice": a statement of its own.
  case beside
}
