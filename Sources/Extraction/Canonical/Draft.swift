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

extension Draft {
  /// The draft for readers of another sentence: its words are not theirs.
  var ofAnotherSentence: Draft {
    var out = self
    (out.predicate, out.subjectHead, out.objectHead) = (-1, nil, nil)
    return out
  }

  /// The draft under the relation that the vocabulary keeps: "does without" as a denial of "depends on".
  func plain(by vocabulary: Vocabulary) -> Draft {
    guard let known = vocabulary.relations[relation] else { return self }
    var out = self
    if let denied = known.negates {
      out.relation = denied
      out.polarity = polarity.opposite
    } else if let other = known.reverses, !object.isEmpty {
      out.relation = other
      swap(&out.subject, &out.object)
      swap(&out.subjectHead, &out.objectHead)
      swap(&out.surface.subject, &out.surface.object)
    }
    return out
  }
}

/// A named thing of a sentence: the head of its phrase and the name an analyst would write.
struct Target {
  var head: Int
  var name: String
}
