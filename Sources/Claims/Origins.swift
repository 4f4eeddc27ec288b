/// Claims grouped by where they come from: what is said once and repeated is one origin.
///
/// Two claims are of one origin when one source published both, when a source quotes the other or both
/// quote one speaker by name, or when their sentences are all but the same.
public struct Origins: Sendable {
  public struct Origin: Sendable, Hashable {
    /// In canonical order.
    public var claims: [Claim]
    /// Why claims of several sources are one origin; nil when one source published all.
    public var because: String?
  }

  /// The earliest first.
  public private(set) var all: [Origin] = []

  public init(of claims: [Claim]) {
    var seen: Set<Claim> = []
    let claims = claims.sorted { $0.precedes($1) }.filter { seen.insert($0).inserted }
    var root = Array(claims.indices)
    var reasons: [Int: String] = [:]
    func top(_ place: Int) -> Int {
      var place = place
      while root[place] != place { place = root[place] }
      return place
    }
    func join(_ a: Int, _ b: Int, _ reason: String?) {
      let (x, y) = (min(top(a), top(b)), max(top(a), top(b)))
      guard x != y else { return }
      root[y] = x
      reasons[x] = reasons[x] ?? reasons[y] ?? reason
    }
    var publishers: [String: Int] = [:]
    for (place, claim) in claims.enumerated() {
      let key = Self.key(claim.evidence.source ?? claim.evidence.document)
      if let first = publishers[key] { join(first, place, nil) } else { publishers[key] = place }
    }
    var speakers: [String: Int] = [:]
    for (place, claim) in claims.enumerated() {
      guard let name = claim.namedSpeaker else { continue }
      let key = Self.key(name)
      if let first = speakers[key] ?? publishers[key] { join(first, place, "\(name) is quoted") }
      speakers[key] = speakers[key] ?? place
    }
    let passages = claims.map(Passage.init)
    for (a, b) in Passage.alike(passages) where top(a) != top(b) {
      join(a, b, "the same sentence")
    }
    all = Dictionary(grouping: claims.indices, by: top).sorted { $0.key < $1.key }.map {
      Origin(claims: $0.value.sorted().map { claims[$0] }, because: reasons[$0.key])
    }
  }

  /// `2 sources`, or `1 origin, 3 mentions` where sources repeat one another.
  public var words: String {
    if because == nil { return counted(all.count, "source") }
    return counted(all.count, "origin") + ", \(counted(mentions, "mention"))"
  }

  public var mentions: Int { all.reduce(0) { $0 + $1.claims.count } }

  /// Why several sources are one origin; nil where none are.
  public var because: String? {
    let reasons = Set(all.compactMap(\.because)).sorted()
    return reasons.isEmpty ? nil : reasons.joined(separator: ", ")
  }

  /// Whether one takes over the other's sentence.
  public static func areAlike(_ a: Claim, _ b: Claim) -> Bool {
    Passage(a).isLike(Passage(b))
  }

  private static func key(_ name: String) -> String {
    let words = Passage.words(name)
    return (words.first == "the" ? words.dropFirst() : words[...]).joined(separator: " ")
  }

  /// A quote by its words and its runs of three.
  private struct Passage {
    var words: [String]
    var runs: Set<String>
    /// A sentence and its denial are all but the same.
    var polarity: Polarity

    init(_ claim: Claim) {
      polarity = claim.polarity
      words = Self.words(claim.evidence.quote)
      let words = words
      runs =
        words.count < 3
        ? [] : Set((0...(words.count - 3)).map { words[$0..<($0 + 3)].joined(separator: " ") })
    }

    static func words(_ text: String) -> [String] {
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Whether nearly all runs of the shorter stand in the longer one; short ones must be the same.
    func isLike(_ other: Passage) -> Bool {
      guard polarity == other.polarity else { return false }
      guard min(words.count, other.words.count) >= 6 else {
        return words == other.words && words.count > 3
      }
      let shared = runs.intersection(other.runs).count
      return Double(shared) >= 0.8 * Double(min(runs.count, other.runs.count))
    }

    /// The pairs alike, found by a run they share: all pairs of many would be too many.
    static func alike(_ passages: [Passage]) -> [(Int, Int)] {
      var places: [String: [Int]] = [:]
      var pairs: [(Int, Int)] = []
      for (b, passage) in passages.enumerated() {
        var met: Set<Int> = []
        for run in passage.runs {
          met.formUnion(places[run] ?? [])
          // A run that many have tells nothing.
          if places[run]?.count ?? 0 < 64 { places[run, default: []].append(b) }
        }
        for a in met.sorted() where passage.isLike(passages[a]) { pairs.append((a, b)) }
      }
      return pairs
    }
  }
}

extension Claim {
  /// Who is quoted, where that is the name of one person or body wherever it stands.
  ///
  /// "Officials" and "a minister" may be others each time, and so may "Speaker 2" and "Tom", as
  /// transcripts call those who speak.
  fileprivate var namedSpeaker: String? {
    guard let name = attribution, name.contains(where: \.isUppercase) else { return nil }
    guard name == evidence.speaker else { return name }
    let isLabel = name.contains(where: \.isNumber) || name.lowercased().hasPrefix("speaker")
    return name.contains(" ") && !isLabel ? name : nil
  }
}
