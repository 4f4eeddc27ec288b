import CSyntaxModel

/// Reads two claims side by side and says whether both can hold of one time.
public struct ClashReader: Sendable {
  /// What two claims are to each other.
  public struct Answer: Sendable, Hashable {
    /// The likeliest way in which they can't both hold.
    public var kind: String
    /// How surely they can't, from 0 to 1, in whichever way.
    public var contrary: Double
    /// How surely what the one says took the place of what the other does.
    public var update: Double
  }

  /// In the order in which the network has them (`clashes.py`); after them come an update, the same said
  /// twice, and neither.
  static let kinds = [
    "negation", "antonym", "functional", "ordering", "superlative", "numeric", "quantifier",
    "trend_state", "opposed_effect",
  ]

  private let encoder: CrossEncoder
  private static let reader = Result { try ClashReader() }

  /// One reader for the whole program, since all are alike.
  public static func shared() throws -> ClashReader { try reader.get() }

  /// - Parameter threads: at most so many; all cores when nil.
  public init(kernel: SyntaxKernel = .best, threads: Int? = nil) throws {
    encoder = try CrossEncoder(
      .init(network: kg_clashes_open, section: kg_clashes_section), answers: Self.kinds.count + 3,
      kernel: kernel, threads: threads)
  }

  /// An answer for each pair, in their order; a denied claim begins with "not: ", and what it holds of
  /// stands in brackets.
  public func callAsFunction(_ pairs: [(String, String)]) -> [Answer] {
    encoder.shares(of: pairs).map { shares in
      let ways = shares[..<Self.kinds.count]
      let likeliest = ways.indices.max { ways[$0] < ways[$1] } ?? 0
      return Answer(
        kind: Self.kinds[likeliest], contrary: ways.reduce(0, +), update: shares[Self.kinds.count])
    }
  }
}
