import Claims

/// A claim before its evidence is filled in: names are text, heads still point into the tree.
struct Draft {
  /// The rule that made it.
  var rule = ""
  var subject: String
  var relation: String
  var object: String
  var surface: Surface
  var polarity = Polarity.positive
  var modality = Modality.asserted
  var scope: String?
  var time: TimeExpression?
  var timePreposition = ""
  var attribution: String?
  /// The parser's probability of the weakest arc among subject, predicate and object.
  var trust: Double
  /// What the confidence is reckoned from, by name.
  var features: [String: Double] = [:]
  /// The predicate's word, for the order of claims.
  var predicate: Int
  /// Position of the subject's head word, for reference.
  var subjectHead: Int?
  var objectHead: Int?
}

/// A named thing of a sentence: the head of its phrase and the name an analyst would write.
struct Target {
  var head: Int
  var name: String
}
