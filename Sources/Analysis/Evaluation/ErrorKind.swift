/// What went wrong with one claim, computed from the slots and from what the extractor says it did.
public enum ErrorKind: Hashable, Sendable {
  /// A clause with the gold claim's words was found and made no claim, because of this.
  case noClaim(because: String)
  /// A clause with the gold claim's words made other claims only.
  case clauseSaysOther
  /// A claim that shares relation and an argument with one that was found: one of several conjuncts.
  case conjunctLeftOut
  /// No clause has the gold claim's words: a noun, an apposition or no word at all says it.
  case noClause
  case relationOtherwise
  case swapped
  case pronounResolvedWrongly
  case subjectTooShort, subjectTooLong, anotherSubject
  case objectLeftOut, objectTooShort, objectTooLong, anotherObject
  case saidTwice
  /// A claim from a sentence that holds none of the gold's.
  case sideRemark(rule: String)
  /// One claim more than the gold has in its sentence.
  case extra(rule: String)
  case polarityReversed
  case modalityOther(gold: String, made: String)
  case qualifierMissed(String)
  case qualifierInvented(String)
  case qualifierOther(String)
}

extension ErrorKind {
  /// How many claims such an error spoils: a near miss is one missing and one too many.
  var cost: Double {
    switch self {
    case .relationOtherwise, .swapped, .pronounResolvedWrongly, .subjectTooShort, .subjectTooLong,
      .anotherSubject, .objectLeftOut, .objectTooShort, .objectTooLong, .anotherObject:
      2
    case .qualifierMissed, .qualifierInvented, .qualifierOther: 0.5
    default: 1
    }
  }
}

extension ErrorKind: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noClaim(let why): "no claim from the clause: \(why)"
    case .clauseSaysOther: "the clause made another claim"
    case .conjunctLeftOut: "one of several claims of a clause left out"
    case .noClause: "no clause with the claim's words"
    case .relationOtherwise: "relation named otherwise"
    case .swapped: "subject and object swapped"
    case .pronounResolvedWrongly: "subject is a pronoun taken for another name"
    case .subjectTooShort: "subject too short"
    case .subjectTooLong: "subject too long"
    case .anotherSubject: "another subject"
    case .objectLeftOut: "object left out"
    case .objectTooShort: "object too short"
    case .objectTooLong: "object too long"
    case .anotherObject: "another object"
    case .saidTwice: "said twice"
    case .sideRemark(let rule): "side remark claimed (rule: \(rule))"
    case .extra(let rule): "extra claim (rule: \(rule))"
    case .polarityReversed: "polarity reversed"
    case .modalityOther(let gold, let made): "\(gold) taken for \(made)"
    case .qualifierMissed(let name): "\(name) missed"
    case .qualifierInvented(let name): "\(name) where the gold has none"
    case .qualifierOther(let name): "another \(name)"
    }
  }
}
