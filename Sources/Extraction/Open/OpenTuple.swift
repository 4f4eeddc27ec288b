import Claims
import Language
import Text

/// One open extraction in the words of its sentence: subject, relation, object, further arguments.
///
/// Words that are not in the sentence come in at one place: a copula that is only implied reads `be`,
/// which has no tense because the text gives it none ("Zhipu, a Beijing lab" is `Zhipu | be | a Beijing lab`).
public struct OpenTuple: Sendable, Hashable {
  public var sentence: String
  /// How much of the tuple a reader would find right, 0 to 1.
  public var confidence: Double
  /// Subject, relation, object and further arguments; at least three.
  public var parts: [String]
  /// What `confidence` was reckoned from, by name; for fitting it anew.
  public var features: [String: Double]
}

extension ClaimExtractor {
  /// Open tuples of sentences, each taken whole; with `minimal` binary facts in place of n-ary tuples.
  public func openTuples(in lines: [String], minimal: Bool = false) -> [[OpenTuple]] {
    let segmenter = Segmenter()
    let trees = parser.parse(lines.map { segmenter.sentence(taking: $0) })
    return zip(lines, trees).map { line, parsed in
      let tree = parsed.withTagsAndArcsAgreeing()
      guard !tree.words.isEmpty else { return [] }
      let found = minimal ? MinimalFacts.all(in: tree) : NaryTuples.all(in: tree)
      return found.map { $0.tuple(of: line, in: tree) }
    }
  }
}

/// An open extraction whose slots still are words of the tree.
struct OpenReading: Hashable {
  /// The clause it was read from, by its predicate.
  var predicate: Int
  var subject: [Int]
  /// Parts of the relation in the order they are read, each in text order.
  var relation: [[Int]]
  var arguments: [[Int]]
  /// Whether a copula is understood.
  var isImplied = false

  func tuple(of sentence: String, in tree: Tree) -> OpenTuple {
    let features = OpenConfidence.features(of: self, in: tree)
    return OpenTuple(
      sentence: sentence, confidence: OpenConfidence.builtIn.confidence(features),
      parts: texts(in: tree), features: features)
  }

  /// The slots as text.
  func texts(in tree: Tree) -> [String] {
    var verb = relation.filter { !$0.isEmpty }.enumerated().map { position, part in
      let text = tree.text(part)
      // "In 2001 he sold it" gives `sold it in | 2001`: the capital belonged to the sentence.
      return position > 0 && part[0] == 0 && tree.words[0].upos == "ADP" ? text.lowercased() : text
    }
    if isImplied { verb.insert("be", at: 0) }
    return [tree.text(subject), verb.joined(separator: " ")] + arguments.map { tree.text($0) }
  }
}

/// Readings in the order found, each once and none with an empty slot.
struct OpenReadings {
  private(set) var all: [OpenReading] = []
  private var seen: Set<[String]> = []
  let tree: Tree

  init(tree: Tree) { self.tree = tree }

  mutating func add(_ reading: OpenReading) {
    var reading = reading
    reading.arguments.removeAll { $0.isEmpty }
    guard !reading.subject.isEmpty, !reading.arguments.isEmpty,
      reading.isImplied || reading.relation.contains(where: { !$0.isEmpty })
    else { return }
    if seen.insert(reading.texts(in: tree)).inserted { all.append(reading) }
  }
}
