/// The sentence under way, and whether it ends before what comes next.
///
/// A logistic regression over hashed features rather than rules, because headings, list items and turns of
/// speech end without a full stop, and no rule told them from names inside a sentence. Learnt from EWT and
/// GUM by `Training/boundaries.py`, which computes the same features; change both together.
struct SentenceSoFar {
  private var first: ChunkForm?
  private var before: ChunkForm?
  private var last: ChunkForm?
  private var count = 0
  private var lower = 0
  /// Whether a verb's helper was among its words.
  private var isRunning = false
  /// Whether a year, a month or a day was.
  private var hasTime = false
  private var isQuoted = false
  private var brackets = 0
  /// How the text's sentences begin: who was a subject once may be one again.
  private var beginnings: Set<WordKey> = []

  mutating func clear() {
    let known = beginnings
    self = SentenceSoFar()
    beginnings = known
  }

  mutating func add(_ form: ChunkForm) {
    if first == nil {
      first = form
      beginnings.insert(form.key)
    }
    before = last
    last = form
    count += 1
    if WordLists.helpers.contains(form.key) { isRunning = true }
    if WordLists.times.contains(form.key) { hasTime = true }
    if form.shape == .lower, form.isLong { lower += 1 }
    for sign in form.pairs {
      switch sign {
      case "“": isQuoted = true
      case "\"": isQuoted.toggle()
      case "”": isQuoted = false
      case "(", "[": brackets += 1
      default: brackets = max(0, brackets - 1)
      }
    }
  }

  /// Whether the sentence ends before the next chunk, which the one after it helps to tell.
  func ends(before next: ChunkForm, _ afterNext: ChunkForm?, onNewLine: Bool) -> Bool {
    guard let last, let first, mayEnd(last, next) else { return false }
    // "has given Washington", "Baidu's Apollo Go": what has a verb or an owner is no heading, so that a
    // capital in the middle of its line is a name's.
    // Nor is "In September 2025 The Hague".
    let isTime = hasTime && WordLists.openers.contains(first.key)
    // And a heading in the line of its text ends in a capital: "expects China" does not end.
    let isHeading =
      !isRunning && !isTime && last.shape != .lower && !last.isOwner && !(before?.isOwner ?? false)
    if last.mark == 0, last.closing == 0, next.opening == 0, !onNewLine, !isHeading {
      return false
    }
    let mark = UInt32(last.mark)
    let shape = next.shape.rawValue
    let end = mark * 3 + UInt32(last.closing)
    let begin = UInt32(next.opening) * 16 + shape
    let own = last.shape.rawValue
    let word = Boundaries.number(of: next.key)
    let length = bucket(count)
    var sum =
      Boundaries.weight(1, end, begin) + Boundaries.weight(2, last.kind.rawValue, begin)
      + Boundaries.weight(3, last.kind.rawValue, end) + Boundaries.weight(4, mark, word, shape)
      + Boundaries.weight(5, word, shape) + Boundaries.weight(6, last.kind.rawValue, word)
      + Boundaries.weight(7, Boundaries.number(of: last.key), end)
    let earlier = before.map { $0.shape.rawValue * 16 + UInt32($0.mark) } ?? 0
    sum += Boundaries.weight(8, mark, earlier, own, begin)
    sum += Boundaries.weight(9, mark, length, bucket(lower), shape)
    sum += Boundaries.weight(10, (isQuoted ? 2 : 0) + (brackets > 0 ? 1 : 0), end)
    sum += Boundaries.weight(11, Boundaries.number(of: first.key), mark, length, own, shape)
    sum += Boundaries.weight(12, last.key == next.key ? 1 : 0, mark, shape)
    if let afterNext {
      let word = Boundaries.number(of: afterNext.key)
      sum += Boundaries.weight(13, mark, shape, word, afterNext.shape.rawValue)
    }
    if next.shape == .title || next.shape == .capitals, beginnings.contains(next.key) {
      sum += Boundaries.weight(14, mark, word, own, length)
    }
    // Without . ! or ?, or before a small letter, it takes more.
    let isPlain = (1...3).contains(mark) && next.shape != .lower
    return sum > (isPlain ? 0 : Boundaries.doubt)
  }

  /// Most places are inside a sentence beyond doubt, which saves the sum.
  private func mayEnd(_ last: ChunkForm, _ next: ChunkForm) -> Bool {
    if last.kind == .never { return false }
    // "U.S. AI labs": the treebanks have few of these, and the field is full of them.
    if last.kind == .sometimes || last.kind == .dotted, next.shape == .capitals, next.opening == 0 {
      return false
    }
    if last.mark == 0 { return next.shape != .lower || next.opening > 0 }
    guard last.mark == 7 else { return true }
    return next.opening > 0
      || [.title, .capitals, .capital, .digit, .dash].contains(next.shape)
  }

  private func bucket(_ n: Int) -> UInt32 {
    switch n {
    case ..<4: UInt32(n)
    case ..<7: 4
    case ..<13: 5
    case ..<26: 6
    case ..<41: 7
    default: 8
    }
  }
}

/// The learnt weights and the words that have weights of their own.
private enum Boundaries {
  /// Half a weight of 1, which the training writes as 16.
  static let doubt = 8

  private static let weights = PackageResources.boundary_weights_bin.map { Int8(bitPattern: $0) }

  private static let numbers: [WordKey: UInt32] = {
    let words = String(decoding: PackageResources.boundary_words_txt, as: UTF8.self)
      .split(separator: "\n")
    return Dictionary(
      words.enumerated().map { (WordKey($1.unicodeScalars), UInt32($0 + 1)) },
      uniquingKeysWith: { a, _ in a })
  }()

  static func number(of word: WordKey) -> UInt32 { numbers[word] ?? 0 }

  /// The weight of a feature: its values hashed to a place in the table.
  static func weight(
    _ feature: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32? = nil, _ d: UInt32? = nil,
    _ e: UInt32? = nil
  ) -> Int {
    var hash = mixed(mixed(mixed(2_166_136_261, feature), a), b)
    if let c { hash = mixed(hash, c) }
    if let d { hash = mixed(hash, d) }
    if let e { hash = mixed(hash, e) }
    hash ^= hash >> 15
    hash = hash &* 0x85eb_ca6b
    hash ^= hash >> 13
    return Int(weights[Int(hash) & (weights.count - 1)])
  }

  private static func mixed(_ hash: UInt32, _ value: UInt32) -> UInt32 {
    (hash ^ value) &* 16_777_619
  }
}
