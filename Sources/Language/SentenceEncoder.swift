import CSyntaxModel
import Dispatch

/// Sentences as vectors of their meaning, so that "withdrew the permit" is near "revoked the licence".
///
/// all-MiniLM-L6-v2 (Reimers & Gurevych 2019) in int8; a vector is the same on every machine.
public final class SentenceEncoder: @unchecked Sendable {
  // Unchecked, because the network is only ever read.
  private let network: OpaquePointer
  private let pieces: WordPieces
  private let kernel: SyntaxKernel
  private let threads: Int

  private static let encoder = Result { try SentenceEncoder() }

  /// One encoder for the whole program, since all are alike.
  public static func shared() throws -> SentenceEncoder { try encoder.get() }

  /// - Parameter threads: at most so many; all cores when nil.
  public init(kernel: SyntaxKernel = .best, threads: Int? = nil) throws {
    pieces = try WordPieces()
    self.kernel = kernel.isAvailable ? kernel : .plain
    self.threads = max(1, threads ?? DispatchQueue.coreCount)
    guard let network = kg_meaning_open() else { throw SyntaxError.damagedNetwork }
    self.network = network
  }

  deinit { kg_network_close(network) }

  /// A vector of 384 floats and length 1 for each text, in their order.
  public func vectors(_ texts: [String]) -> [[Float]] {
    let chunks = texts.enumerated().map {
      Chunk(words: $1.split(separator: " ").map(String.init), number: $0, pieces: pieces)
    }
    let width = Int(KG_MEANING_WIDTH)
    return Batch.each(of: chunks, network, threads: threads, or: []) { batch, workspace in
      var vectors = [Float](repeating: 0, count: batch.members.count * width)
      batch.withC {
        kg_meaning_encode(network, workspace, $0, kg_kernel(kernel.rawValue), &vectors)
      }
      return batch.members.indices.map { Array(vectors[$0 * width..<($0 + 1) * width]) }
    }
  }

  /// A vector for each word of each text, as it is meant there; fewer where a text is very long.
  public func wordVectors(_ texts: [[String]]) -> [[[Float]]] {
    let chunks = texts.enumerated().map { Chunk(words: $1, number: $0, pieces: pieces) }
    let width = Int(KG_MEANING_WIDTH)
    return Batch.each(of: chunks, network, threads: threads, or: []) { batch, workspace in
      let ends = batch.firstWord.map(Int.init)
      var vectors = [Float](repeating: 0, count: (ends.last ?? 0) * width)
      batch.withC {
        kg_meaning_words(network, workspace, $0, kg_kernel(kernel.rawValue), &vectors)
      }
      return zip(ends, ends.dropFirst()).map { first, end in
        // The first is [CLS], no word.
        (first + 1..<end).map { Array(vectors[$0 * width..<($0 + 1) * width]) }
      }
    }
  }

  /// How near each word of a question is to each word of the texts: cosines by text, then by the
  /// question's word, then by the text's.
  public func likeness(ofWords question: [String], to texts: [[String]]) -> [[[Double]]] {
    let all = wordVectors([question] + texts)
    return all.dropFirst().map { text in
      all[0].map { word in
        text.map { other in Double(zip(word, other).reduce(0) { $0 + $1.0 * $1.1 }) }
      }
    }
  }

  /// How near each text is to a question by its meaning: the cosine, 1 for the same words.
  public func likeness(of question: String, to texts: [String]) -> [Double] {
    let all = vectors([question] + texts)
    return all.dropFirst().map { vector in
      Double(zip(vector, all[0]).reduce(0) { $0 + $1.0 * $1.1 })
    }
  }
}
