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
}

/// How near texts are to one another by their meaning; what was encoded is kept for the next time.
///
/// An answer weighs the same few sentences more than once, and to encode them takes longest.
public final class Likeness {
  private var vectors: [String: [Float]] = [:]
  private var wordVectors: [[String]: [[Float]]] = [:]

  public init() {}

  /// How near each text is to a question by its meaning: the cosine, 1 for the same words.
  public func of(_ question: String, to texts: [String]) throws -> [Double] {
    let new = Set([question] + texts).filter { vectors[$0] == nil }.sorted()
    for (text, vector) in try zip(new, SentenceEncoder.shared().vectors(new)) {
      vectors[text] = vector
    }
    let asked = vectors[question] ?? []
    return texts.map { Self.cosine(vectors[$0] ?? [], asked) }
  }

  /// How near each word of a question is to each word of the texts: cosines by text, then by the
  /// question's word, then by the text's.
  public func ofWords(_ question: [String], to texts: [[String]]) throws -> [[[Double]]] {
    var new: [[String]] = []
    for text in [question] + texts where wordVectors[text] == nil && !new.contains(text) {
      new.append(text)
    }
    for (text, vectors) in try zip(new, SentenceEncoder.shared().wordVectors(new)) {
      wordVectors[text] = vectors
    }
    let asked = wordVectors[question] ?? []
    return texts.map { text in
      asked.map { word in (wordVectors[text] ?? []).map { Self.cosine(word, $0) } }
    }
  }

  private static func cosine(_ a: [Float], _ b: [Float]) -> Double {
    Double(zip(a, b).reduce(0) { $0 + $1.0 * $1.1 })
  }
}
