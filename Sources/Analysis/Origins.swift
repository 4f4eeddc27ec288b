import Claims

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
    let words = claims.map { rawWords($0.evidence.quote) }
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
    for b in claims.indices {
      for a in 0..<b where top(a) != top(b) {
        if Self.publisher(claims[a]) == Self.publisher(claims[b]) {
          join(a, b, nil)
        } else if let name = Self.quotedByBoth(claims[a], claims[b]) {
          join(a, b, "\(name) is quoted")
        } else if Self.areAlike(words[a], words[b]) {
          join(a, b, "the same sentence")
        }
      }
    }
    all = Dictionary(grouping: claims.indices, by: top).sorted { $0.key < $1.key }.map {
      Origin(claims: $0.value.sorted().map { claims[$0] }, because: reasons[$0.key])
    }
  }

  private static func publisher(_ claim: Claim) -> String {
    (claim.evidence.source ?? claim.evidence.document).lowercased()
  }

  /// The speaker by name whom both quote, or the one of the two whom the other quotes.
  ///
  /// "Officials" and "a minister" may be others each time, so a name needs a capital.
  private static func quotedByBoth(_ a: Claim, _ b: Claim) -> String? {
    func names(_ claim: Claim) -> [String] {
      claim.attribution.map { $0.contains(where: \.isUppercase) ? [$0] : [] } ?? []
    }
    func key(_ name: String) -> String {
      let words = rawWords(name)
      return (words.first == "the" ? words.dropFirst() : words[...]).joined(separator: " ")
    }
    let (ofA, ofB) = (names(a), names(b))
    let others = Set((ofB + [publisher(b)]).map(key))
    if let name = ofA.first(where: { others.contains(key($0)) }) { return name }
    return ofB.first { key($0) == key(publisher(a)) }
  }

  /// Whether nearly all runs of three words of the shorter sentence stand in the longer one.
  private static func areAlike(_ a: [String], _ b: [String]) -> Bool {
    guard min(a.count, b.count) >= 6 else { return a == b && a.count > 3 }
    func runs(_ words: [String]) -> Set<[String]> {
      Set((0...(words.count - 3)).map { Array(words[$0..<($0 + 3)]) })
    }
    let (x, y) = (runs(a), runs(b))
    return Double(x.intersection(y).count) >= 0.8 * Double(min(x.count, y.count))
  }
}
