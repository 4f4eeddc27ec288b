import CSyntaxModel
import Dispatch
import Foundation

/// Reads two texts side by side and answers a question about them.
///
/// A cross-encoder (Nogueira & Cho 2019) on MiniLM-L6 in int8, because vectors made of each text alone
/// can't tell "easing of rules" from "tightening of rules". It answers the same whichever of the two
/// comes first, and on every machine.
final class CrossEncoder: @unchecked Sendable {
  /// Where its network and its parts are found.
  struct File {
    var network: () -> OpaquePointer?
    var section: (UnsafePointer<CChar>?, UnsafeMutablePointer<Int>?) -> UnsafeRawPointer?
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

  /// - Parameter threads: at most so many; all cores when nil.
  init(_ file: File, answers: Int, kernel: SyntaxKernel, threads: Int?) throws {
    pieces = try WordPieces()
    self.kernel = kernel.isAvailable ? kernel : .plain
    self.threads = max(1, threads ?? DispatchQueue.coreCount)
    func section(_ name: String, _ count: Int) throws -> UnsafeBufferPointer<Float> {
      var size = 0
      guard let start = file.section(name, &size), size == count * MemoryLayout<Float>.stride
      else { throw SyntaxError.missingSection(name) }
      return UnsafeBufferPointer(start: start.assumingMemoryBound(to: Float.self), count: count)
    }
    weights = try section("answer", answers * Self.width)
    added = try section("answer.bias", answers)
    guard let network = file.network() else { throw SyntaxError.damagedNetwork }
    self.network = network
  }

  deinit { kg_network_close(network) }

  /// The answers to each pair in their order, as shares of 1.
  func shares(of pairs: [(String, String)]) -> [[Double]] {
    let chunks = pairs.enumerated().map { number, pair in
      let (a, b) = pair.0 <= pair.1 ? pair : (pair.1, pair.0)
      return Chunk(
        a.split(separator: " ").map(String.init), beside: b.split(separator: " ").map(String.init),
        number: number, pieces: pieces)
    }
    var none = [Double](repeating: 0, count: added.count)
    none[none.count - 1] = 1
    return Batch.each(of: chunks, network, threads: threads, or: none) { batch, workspace in
      var vectors = [Float](repeating: 0, count: batch.members.count * Self.width)
      batch.withC {
        kg_meaning_encode(network, workspace, $0, kg_kernel(kernel.rawValue), &vectors, nil)
      }
      return batch.members.indices.map { shares(for: vectors[($0 * Self.width)...]) }
    }
  }

  /// The scores of the answers as shares of 1 (softmax).
  private func shares(for vector: ArraySlice<Float>) -> [Double] {
    let scores = added.indices.map { row in
      zip(vector, weights[(row * Self.width)..<((row + 1) * Self.width)])
        .reduce(added[row]) { $0 + $1.0 * $1.1 }
    }
    let most = scores.max() ?? 0
    let powers = scores.map { exp(Double($0 - most)) }
    let sum = powers.reduce(0, +)
    // To a thousandth, because `exp` differs in its last digits from machine to machine.
    return powers.map { (1000 * $0 / sum).rounded() / 1000 }
  }
}
