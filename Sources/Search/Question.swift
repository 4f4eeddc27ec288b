import Claims

/// A question as a claim with a hole: an open part is nil.
public struct QuestionPattern: Hashable, Sendable {
  public var subject: String?
  public var relation: String?
  public var object: String?
  public var polarity: Polarity
  /// The kind of thing asked for, in the question's words: "which country".
  public var category: String?
  /// What the claim has to be measured by or to hold in: "number of patents".
  public var scope: String?
  /// Where or in what respect it is asked to hold; narrows nothing by itself.
  public var within: String?
  /// First and last day of the time asked about, ISO 8601.
  public var from: String?
  public var to: String?

  public init(
    subject: String?, relation: String?, object: String?, polarity: Polarity = .positive,
    category: String? = nil
  ) {
    self.subject = subject
    self.relation = relation
    self.object = object
    self.polarity = polarity
    self.category = category
  }

  /// The part asked for is named "?" in a question read as claim; an empty part is open too.
  init(_ claim: Claim) {
    func part(_ name: String) -> String? { name.isEmpty || name == "?" ? nil : name }
    self.init(
      subject: part(claim.subject), relation: part(claim.relation), object: part(claim.object),
      polarity: claim.polarity)
    within = claim.scope
    from = claim.validFrom
    to = claim.validTo
    if claim.subject == "?" { category = claim.surface.subject }
    if claim.object == "?" { category = claim.surface.object }
    hole =
      claim.subject == "?"
      ? .subject : claim.object == "?" ? .object : claim.relation == "?" ? .relation : nil
  }

  enum Hole: Sendable { case subject, object, relation }
  /// The asked part; nil in a yes/no question.
  var hole: Hole?
}

extension QuestionPattern: CustomStringConvertible {
  public var description: String {
    let parts = [subject, relation, object].map { $0 ?? "?" }.joined(separator: " | ")
    return polarity == .negative ? "not: \(parts)" : parts
  }
}

/// A question, told apart by its form, with what it asks.
struct Question {
  enum Form: String {
    case subject, object, relation, yesno, number, when, source, why, path, disagree, profile, list
    case compare, change, place, condition
    /// Words that ask nothing in particular: what says them all.
    case keywords
  }

  var text: String
  var form: Form
  var patterns: [QuestionPattern] = []
  /// The entities of a path, a profile or a disagreement.
  var about: [String] = []
  /// What is asked, without the words that only say how: for a search by words.
  var core: String
  /// Whether it is a pattern that a person wrote, which means what it says.
  var isWritten = false
  /// How many voices say it, rather than who.
  var countsVoices = false
  /// Whether it asks for who denies the statement.
  var asksDenial = false

  init(
    text: String, form: Form, patterns: [QuestionPattern] = [], about: [String] = [],
    core: String? = nil
  ) {
    self.text = text
    self.form = form
    self.patterns = patterns
    self.about = about
    self.core = core ?? text
  }
}
