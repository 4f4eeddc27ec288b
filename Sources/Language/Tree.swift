import Text

/// A word of a dependency tree, with Universal Dependencies' tags.
public struct Word: Hashable, Sendable {
  public var form: String
  public var lemma: String
  /// Universal part of speech, such as `VERB`.
  public var upos: String
  /// Penn Treebank part of speech, such as `VBD`.
  public var xpos: String
  /// UD features, such as `Mood=Ind|Tense=Past`, or `_`.
  public var feats: String
  /// Position of the head in the tree's `words`, or -1 for the root.
  public var head: Int
  /// UD relation with its subtype, such as `nsubj:pass`.
  public var relation: String
  /// Place in the text the sentence was taken from, in UTF-8 bytes.
  public var span: Span
  public var spaceBefore: Bool
  /// Probability, 0 to 1, that head and relation are both right, by the parser.
  public var confidence: Float

  public init(
    form: String, lemma: String, upos: String, xpos: String, feats: String, head: Int,
    relation: String, span: Span, spaceBefore: Bool, confidence: Float
  ) {
    self.form = form
    self.lemma = lemma
    self.upos = upos
    self.xpos = xpos
    self.feats = feats
    self.head = head
    self.relation = relation
    self.span = span
    self.spaceBefore = spaceBefore
    self.confidence = confidence
  }
}

/// A parsed sentence: words in order, heads as positions.
public struct Tree: Hashable, Sendable {
  public var words: [Word]
  /// The dependents of each word, in text order.
  public private(set) var children: [[Int]]

  public init(words: [Word]) {
    self.words = words
    children = Array(repeating: [], count: words.count)
    for (i, word) in words.enumerated() where word.head >= 0 { children[word.head].append(i) }
  }

  /// Whether every word leads up to a root, as in a tree, and none in a circle.
  public var isSound: Bool {
    var isSafe = Array(repeating: false, count: words.count)
    for start in words.indices where !isSafe[start] {
      var path: [Int] = []
      var i = start
      while i >= 0, !isSafe[i] {
        guard path.count < words.count else { return false }
        path.append(i)
        i = words[i].head
      }
      for k in path { isSafe[k] = true }
    }
    return true
  }

  /// Position of the root; 0 in an empty tree.
  public var root: Int { words.firstIndex { $0.head < 0 } ?? 0 }
}
