import Claims

/// A phrase that a preposition ties to a predicate: "under licence", "in July", "from selling chips".
struct Oblique: Hashable {
  var head: Int
  /// Lower-case preposition, empty for a bare one ("last year").
  var preposition: String
  /// Whether the phrase is a clause with a participle: "from selling chips".
  var isGerund = false
}

/// What one predicate of a sentence says, still tied to the tree.
struct Proposition {
  /// Name of the rule that made it, for `--explain`.
  var rule: String
  var predicate: Int
  var subject: Int?
  var isPassive = false
  var object: Int?
  /// Who is given something: "hands Mistral a contract".
  var recipient: Int?
  var obliques: [Oblique] = []
  /// Complement clause or infinitive that is part of what is said.
  var complement: Int?
  var polarity = Polarity.positive
  var modality = Modality.asserted
  var attribution: Int?
  /// Whether it has to be done rather than is done: "must report", "brokers need not".
  var isDuty = false
  /// Whether the text asserts it at all: purposes, conditions and questions' parts are not.
  var isAsserted = true
}
