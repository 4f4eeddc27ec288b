import CSyntaxModel
import Dispatch
import Foundation

/// Reads two phrases side by side and says whether they name one matter.
///
/// A cross-encoder (Nogueira & Cho 2019) on MiniLM-L6 in int8, because vectors made of each phrase alone
/// can't tell "easing of rules" from "tightening of rules". It answers the same whichever of the two
/// comes first, and on every machine.
public final class PairReader: @unchecked Sendable {
  /// What two noun phrases are to each other, as shares of 1.
  public struct Answer: Sendable, Hashable {
    /// They name one matter in other words.
    public var same: Double
    /// One is a part or a kind of the other.
    public var narrower: Double
    public var different: Double
  }

  // Unchecked, because the network is only ever read.
  private let network: OpaquePointer
  private let pieces: WordPieces
  private let kernel: SyntaxKernel
  private let threads: Int
  /// A row of weights for each answer, and what is added.
  private let weights: UnsafeBufferPointer<Float>
  private let added: UnsafeBufferPointer<Float>
  private static let width = Int(KG_MEANING_WIDTH)

  private static let reader = Result { try PairReader() }

  /// One reader for the whole program, since all are alike.
  public static func shared() throws -> PairReader { try reader.get() }

  /// - Parameter threads: at most so many; all cores when nil.
  public init(kernel: SyntaxKernel = .best, threads: Int? = nil) throws {
    pieces = try WordPieces()
    self.kernel = kernel.isAvailable ? kernel : .plain
    self.threads = max(1, threads ?? DispatchQueue.coreCount)
    func section(_ name: String, _ count: Int) throws -> UnsafeBufferPointer<Float> {
      var size = 0
      guard let start = kg_pairs_section(name, &size), size == count * MemoryLayout<Float>.stride
      else { throw SyntaxError.missingSection(name) }
      return UnsafeBufferPointer(start: start.assumingMemoryBound(to: Float.self), count: count)
    }
    weights = try section("answer", 3 * Self.width)
    added = try section("answer.bias", 3)
    guard let network = kg_pairs_open() else { throw SyntaxError.damagedNetwork }
    self.network = network
  }

  deinit { kg_network_close(network) }

  /// An answer for each pair, in their order.
  public func callAsFunction(_ pairs: [(String, String)]) -> [Answer] {
    let chunks = pairs.enumerated().map { number, pair in
      let (a, b) = pair.0 <= pair.1 ? pair : (pair.1, pair.0)
      return Chunk(
        a.split(separator: " ").map(String.init), beside: b.split(separator: " ").map(String.init),
        number: number, pieces: pieces)
    }
    let none = Answer(same: 0, narrower: 0, different: 1)
    return Batch.each(of: chunks, network, threads: threads, or: none) { batch, workspace in
      var vectors = [Float](repeating: 0, count: batch.members.count * Self.width)
      batch.withC {
        kg_meaning_encode(network, workspace, $0, kg_kernel(kernel.rawValue), &vectors)
      }
      return batch.members.indices.map { answer(to: vectors[($0 * Self.width)...]) }
    }
  }

  /// The scores of the three answers as shares of 1 (softmax).
  private func answer(to vector: ArraySlice<Float>) -> Answer {
    let scores = (0..<3).map { row in
      zip(vector, weights[(row * Self.width)..<((row + 1) * Self.width)])
        .reduce(added[row]) { $0 + $1.0 * $1.1 }
    }
    let most = scores.max() ?? 0
    let powers = scores.map { exp(Double($0 - most)) }
    let sum = powers.reduce(0, +)
    // To a thousandth, because `exp` differs in its last digits from machine to machine.
    let shares = powers.map { (1000 * $0 / sum).rounded() / 1000 }
    return Answer(same: shares[0], narrower: shares[1], different: shares[2])
  }
}
