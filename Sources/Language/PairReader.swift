import CSyntaxModel

/// Reads two phrases side by side and says whether they name one matter.
public struct PairReader: Sendable {
  /// What two noun phrases are to each other, as shares of 1.
  public struct Answer: Sendable, Hashable {
    /// They name one matter in other words.
    public var same: Double
    /// One is a part or a kind of the other.
    public var narrower: Double
    public var different: Double
  }

  private let encoder: CrossEncoder
  private static let reader = Result { try PairReader() }

  /// One reader for the whole program, since all are alike.
  public static func shared() throws -> PairReader { try reader.get() }

  /// - Parameter threads: at most so many; all cores when nil.
  public init(kernel: SyntaxKernel = .best, threads: Int? = nil) throws {
    encoder = try CrossEncoder(
      .init(network: kg_pairs_open, section: kg_pairs_section), answers: 3, kernel: kernel,
      threads: threads)
  }

  /// An answer for each pair, in their order.
  public func callAsFunction(_ pairs: [(String, String)]) -> [Answer] {
    encoder.shares(of: pairs).map { Answer(same: $0[0], narrower: $0[1], different: $0[2]) }
  }
}
